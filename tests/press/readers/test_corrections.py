"""Corrections by hand in a record: read, refused with the reason, put together."""

from __future__ import annotations

import json

import pytest

from press.readers import Refusal, corrections, read_bytes
from press.readers.corrections import Correction

TEXT = "“We go on,” said Anna Sample."


def test_the_later_correction_of_a_place_counts() -> None:
    made = corrections.merge(
        [Correction("statements", "speaker", "A", 1, 5), Correction("statements", "label", "neutral", 1, 5)],
        [Correction("statements", "speaker", "B", 1, 5)],
    )
    assert [(c.field, c.value) for c in made] == [("speaker", "B"), ("label", "neutral")]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"table": "statements"}, "is no list"),
        (["x"], "correction 1 is no JSON object"),
        ([{"table": "mentions", "field": "name", "value": "x", "start": 1, "end": 2}], "names no field"),
        ([{"table": "statements", "field": "speaker", "value": "x"}], "has no place"),
        ([{"table": "statements", "field": "speaker", "value": "x", "start": 5, "end": 2}], "has no place"),
        ([{"table": "statements", "field": "speaker", "value": 7, "start": 1, "end": 2}], "speaker cannot be 7"),
        ([{"table": "statements", "field": "speaker", "value": "x" * 201, "start": 1, "end": 2}], "speaker cannot be"),
        ([{"table": "statements", "field": "label", "value": "good", "start": 1, "end": 2}], 'label cannot be "good"'),
        ([{"table": "stances", "field": "label", "value": "neutral", "item": "Mars", "start": 1, "end": 2}], "label cannot"),
        ([{"table": "events", "field": "date", "value": "2024-02-30", "start": 1, "end": 2}], "date cannot be"),
        ([{"table": "events", "field": "type", "value": "party", "start": 1, "end": 2}], "type cannot be"),
        ([{"table": "articles", "field": "topics", "value": ["none"]}], "topics cannot be"),
        ([{"table": "articles", "field": "topics", "value": []}] * 1001, "more than 1,000"),
        ("[1", "is no list"),
        ([{"table": "statements", "field": "speaker", "value": "\ud800", "start": 1, "end": 2}], "speaker cannot be"),
        ([{"table": "events", "field": "removed", "value": True, "item": "\udfff", "start": 1, "end": 2}], "removed cannot be"),
    ],
)  # fmt: skip
def test_faulty_corrections_are_refused_with_the_reason(given, says) -> None:
    with pytest.raises(ValueError, match=says):
        corrections.read(given)
    line = json.dumps({"text": TEXT, "corrections": given}).encode()
    (refusal,) = read_bytes(line, "w.jsonl")
    assert isinstance(refusal, Refusal)
    assert "w.jsonl, line 1, field “corrections”" in str(refusal)
