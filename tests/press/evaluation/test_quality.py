"""The floor under the parser's quality."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from press.evaluation.comparison import compare
from press.evaluation.labels import LABELS, read_labels
from press.evaluation.quality import measure, parse_rows
from press.evaluation.report import RESULT, TASKS
from tests.conftest import ROOT

#: Just under what ``python -m press evaluate`` prints for all labels; raised when the figures rise.
FLOOR = {
    "direct": 0.98, "statements": 0.895, "content": 0.915, "speaker": 0.87, "names": 0.965, "kind": 0.97, "sentiment": 0.69,
    "stance": 0.525, "topics": 0.79, "events": 0.61, "event_dates": 0.895, "event_actors": 0.665,
}  # fmt: skip


@pytest.fixture(scope="module")
def measured() -> dict:
    return measure()


@pytest.mark.parametrize("task", list(FLOOR))
def test_quality_does_not_fall(measured: dict, task: str) -> None:
    assert measured["all"][task][TASKS[task][1]] >= FLOOR[task]


def test_a_part_is_held_out(measured: dict) -> None:
    assert 120 <= measured["held out"]["articles"] <= 160
    assert measured["held out"]["articles"] + measured["tuned on"]["articles"] == measured["all"]["articles"]


def test_the_kept_figures_are_those_of_this_parser(measured: dict) -> None:
    kept = json.loads(RESULT.read_text(encoding="utf8"))
    for part in ("all", "held out"):
        for task, (_, name) in TASKS.items():
            assert kept[part][task][name] == pytest.approx(measured[part][task][name], abs=0.01), (part, task)


@pytest.mark.slow
def test_the_outside_scorer_agrees(tmp_path) -> None:
    """The scorer that came with the labels gives the same figures, where it is beside the project."""
    scorer = next((p for p in (ROOT.parent, ROOT.parent.parent) if (p / "shared" / "score_gold.py").is_file()), None)
    if scorer is None:
        pytest.skip("the scorer is not beside the project")
    rows = read_labels()
    parsed = parse_rows(rows)
    file = tmp_path / "parsed.jsonl"
    file.write_text("\n".join(json.dumps(p) for p in parsed), encoding="utf8")
    printed = subprocess.run(
        [sys.executable, scorer / "shared" / "score_gold.py", LABELS, file],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    ours = compare(rows, parsed)
    for task in ("statements", "topics", "events", "stance"):
        assert f"F1 {ours[task]['f1']:.3f}" in printed
    assert f"speaker right {ours['speaker']['accuracy']:.3f}" in printed
    assert f"macro-F1 {ours['sentiment']['macro_f1']:.3f}" in printed
