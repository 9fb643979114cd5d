"""The scores in the README and on the About page."""

from __future__ import annotations

import json

from press.evaluation import report
from tests.conftest import ROOT


def test_readme_and_about_page_show_the_kept_figures() -> None:
    kept = json.loads(report.RESULT.read_text(encoding="utf8"))
    assert report.readme_block(kept) in (ROOT / "README.md").read_text(encoding="utf8")


def test_what_is_kept_stands_in_the_readme_between_its_marks(tmp_path) -> None:
    kept = json.loads(report.RESULT.read_text(encoding="utf8"))
    readme, result = tmp_path / "README.md", tmp_path / "quality.json"
    whole = (ROOT / "README.md").read_text(encoding="utf8")
    before, after = whole.partition("<!-- quality")[0], whole.partition("<!-- /quality -->")[2]
    readme.write_text(whole, encoding="utf8")
    report.save({**kept, "measured": "2001-02-03"}, result, readme)
    saved = readme.read_text(encoding="utf8")
    assert saved.startswith(before) and saved.endswith(after)
    assert "Measured on 2001-02-03" in saved and kept["measured"] not in saved[len(before) : len(saved) - len(after)]
    assert json.loads(result.read_text(encoding="utf8"))["measured"] == "2001-02-03"
