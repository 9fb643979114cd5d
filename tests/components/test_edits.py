"""Changed cells of the reader's tables become corrections."""

from __future__ import annotations

import pandas as pd

from components import edits, labels
from press.corpus.corrections import Correction

SAID = pd.DataFrame(
    {"speaker": ["Anna Sample", ""], "label": ["neutral", "positive"], "start": [5, 40], "end": [20, 60], "basis": ["parser", "hand"]}
)  # fmt: skip
TYPES = list(labels.event_labels())
EVENTS = pd.DataFrame({"type": TYPES[:2], "date": ["2024-05-12", ""], "start": [0, 30], "end": [20, 50]})


def test_only_cells_that_differ_are_corrections() -> None:
    changed = {0: {"speaker": " Carl  Test ", "label": "Neutral"}, 1: {"label": "Negative", "speaker": None}}
    assert edits.of_statements(SAID, changed) == [
        Correction("statements", "speaker", "Carl Test", 5, 20),
        Correction("statements", "label", "negative", 40, 60),
    ]
    assert edits.of_statements(SAID, {}) == []


def test_a_removed_row_needs_no_other_correction() -> None:
    assert edits.of_statements(SAID, {0: {"removed": True, "speaker": "X"}}) == [
        Correction("statements", "removed", True, 5, 20)
    ]
    assert edits.of_statements(SAID, {0: {"removed": False}}) == []


def test_stances() -> None:
    stances = pd.DataFrame({"target": ["Russia"], "label": ["neutral"], "start": [5], "end": [20]})
    assert edits.of_stances(stances, {0: {"label": "Positive"}}) == [
        Correction("stances", "label", "positive", 5, 20, "Russia")
    ]
    assert edits.of_stances(stances, {0: {"label": "Neutral"}}) == []


def test_events_are_told_apart_by_the_type_that_the_parser_told() -> None:
    names = labels.event_labels()
    made, faults = edits.of_events(EVENTS, {0: {"type": names[TYPES[2]], "date": "2024-05"}, 1: {"removed": True}}, [])
    assert made == [
        Correction("events", "type", TYPES[2], 0, 20, TYPES[0]),
        Correction("events", "date", "2024-05", 0, 20, TYPES[0]),
        Correction("events", "removed", True, 30, 50, TYPES[1]),
    ]
    assert faults == []
    before = [Correction("events", "type", TYPES[0], 0, 20, TYPES[5])]
    made, _ = edits.of_events(EVENTS, {0: {"date": ""}}, before)
    assert made == [Correction("events", "date", "", 0, 20, TYPES[5])]


def test_a_faulty_date_is_named() -> None:
    made, (fault,) = edits.of_events(EVENTS, {0: {"date": "12 May"}}, [])
    assert made == []
    assert "“12 May” is no date" in fault
