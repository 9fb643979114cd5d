"""Measures of quality, and the floor under the parser's own."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from press import evaluate
from tests.conftest import ROOT

#: Just under what ``python -m press evaluate`` prints for all labels; raised when the figures rise.
FLOOR = {
    "direct": 0.98, "statements": 0.85, "content": 0.88, "speaker": 0.865, "names": 0.965, "kind": 0.96, "sentiment": 0.68,
    "stance": 0.555, "topics": 0.795, "events": 0.65, "event_dates": 0.86, "event_actors": 0.64,
}  # fmt: skip


@pytest.fixture(scope="module")
def measured() -> dict:
    return evaluate.measure()


@pytest.mark.parametrize("task", list(FLOOR))
def test_quality_does_not_fall(measured: dict, task: str) -> None:
    assert measured["all"][task][evaluate.TASKS[task][1]] >= FLOOR[task]


def test_a_part_is_held_out(measured: dict) -> None:
    assert 40 <= measured["held out"]["articles"] <= 60
    assert measured["held out"]["articles"] + measured["tuned on"]["articles"] == measured["all"]["articles"]


def test_overlap_is_shared_over_covered() -> None:
    assert evaluate.overlap((0, 10), (0, 10)) == 1
    assert evaluate.overlap((0, 10), (5, 15)) == pytest.approx(1 / 3)
    assert evaluate.overlap((0, 5), (5, 10)) == 0


def test_macro_f1() -> None:
    assert evaluate.macro_f1([("positive", "positive"), ("negative", "negative")]) == 1
    assert evaluate.macro_f1([("positive", "negative"), ("negative", "negative")]) == pytest.approx((0 + 2 / 3) / 2)
    assert evaluate.macro_f1([]) == 0


def test_pairs_are_one_to_one() -> None:
    gold = [{"span": (0, 10)}, {"span": (0, 9)}]
    assert len(evaluate.pairs(gold, [{"span": (0, 10)}], 0.5)) == 1


def test_the_kept_figures_are_those_of_this_parser(measured: dict) -> None:
    kept = json.loads(evaluate.RESULT.read_text(encoding="utf8"))
    for part in ("all", "held out"):
        for task, (_, measure) in evaluate.TASKS.items():
            assert kept[part][task][measure] == pytest.approx(measured[part][task][measure], abs=0.01), (part, task)


def test_readme_and_about_page_show_the_kept_figures() -> None:
    kept = json.loads(evaluate.RESULT.read_text(encoding="utf8"))
    assert evaluate.readme_block(kept) in (ROOT / "README.md").read_text(encoding="utf8")


def test_what_is_kept_stands_in_the_readme_between_its_marks(tmp_path) -> None:
    kept = json.loads(evaluate.RESULT.read_text(encoding="utf8"))
    readme, result = tmp_path / "README.md", tmp_path / "quality.json"
    whole = (ROOT / "README.md").read_text(encoding="utf8")
    before, after = whole.partition("<!-- quality")[0], whole.partition("<!-- /quality -->")[2]
    readme.write_text(whole, encoding="utf8")
    evaluate.save({**kept, "measured": "2001-02-03"}, result, readme)
    saved = readme.read_text(encoding="utf8")
    assert saved.startswith(before) and saved.endswith(after)
    assert "Measured on 2001-02-03" in saved and kept["measured"] not in saved[len(before) : len(saved) - len(after)]
    assert json.loads(result.read_text(encoding="utf8"))["measured"] == "2001-02-03"


@pytest.mark.slow
def test_the_outside_scorer_agrees(tmp_path) -> None:
    """The scorer that came with the labels gives the same figures, where it is beside the project."""
    scorer = next((p for p in (ROOT.parent, ROOT.parent.parent) if (p / "shared" / "score_gold.py").is_file()), None)
    if scorer is None:
        pytest.skip("the scorer is not beside the project")
    rows = evaluate.read_labels()
    parsed = evaluate.parse_rows(rows)
    file = tmp_path / "parsed.jsonl"
    file.write_text("\n".join(json.dumps(p) for p in parsed), encoding="utf8")
    printed = subprocess.run(
        [sys.executable, scorer / "shared" / "score_gold.py", evaluate.LABELS, file],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    ours = evaluate.compare(rows, parsed)
    for task in ("statements", "topics", "events", "stance"):
        assert f"F1 {ours[task]['f1']:.3f}" in printed
    assert f"speaker right {ours['speaker']['accuracy']:.3f}" in printed
    assert f"macro-F1 {ours['sentiment']['macro_f1']:.3f}" in printed


def test_relevance_measured_on_made_up_articles_in_four_languages() -> None:
    found = evaluate.measure_relevance()
    assert found["articles"] >= 39
    assert found["precision"] >= 0.9
    assert found["recall"] >= 0.9
