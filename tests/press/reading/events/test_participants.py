"""Who takes part in an event."""

from __future__ import annotations

from datetime import date

from tests.press.parsing import happenings


def test_an_event_lies_in_its_sentence_and_has_its_actors() -> None:
    text = "Rain fell in Sampleville. Vladimir Putin met Aleksandar Vučić in Moscow on Friday."
    (meeting,) = [e for e in happenings(text, published=date(2025, 5, 10)) if e.type == "meeting"]
    assert text[meeting.start : meeting.end] == "Vladimir Putin met Aleksandar Vučić in Moscow on Friday."
    assert set(meeting.actors) == {"Vladimir Putin", "Aleksandar Vučić"}
