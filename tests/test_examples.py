"""The notebooks of examples/ run from top to bottom, and what they show is kept small."""

from __future__ import annotations

import json

import pytest

from .conftest import ROOT

NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
ARTICLE = {
    "url": "https://example.org/1", "date": "2024-05-13", "language": "en", "sitename": "TASS", "title": "Talks on gas",
    "text": "Serbian envoy Anna Sample met Russian envoy Boris Example in Belgrade on 12 May 2024. “We praise our reliable partner "
    "Russia for the supply of gas,” said Carl Test.",
}  # fmt: skip


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_the_cells_run_and_have_their_outputs(path, tmp_path, monkeypatch) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.jsonl").write_text(json.dumps(ARTICLE), encoding="utf8")
    monkeypatch.setenv("PRESS_CORPUS", str(tmp_path / "articles"))
    monkeypatch.setenv("PRESS_STORE", str(tmp_path / "store"))
    cells = [c for c in json.loads(path.read_text(encoding="utf8"))["cells"] if c["cell_type"] == "code"]
    names: dict[str, object] = {}
    for cell in cells:
        exec(compile("".join(cell["source"]), path.name, "exec"), names)
    assert [c["execution_count"] for c in cells] == list(range(1, len(cells) + 1))
    assert [c["execution_count"] for c in cells if not c["outputs"]] == []
    assert names["n"] == 1
    assert list(names["named"]["speaker"]) == ["Carl Test"]
    assert len(names["stances"]) and len(names["stories"])
    assert path.stat().st_size < 60_000
