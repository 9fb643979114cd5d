"""What is news, what was before, what lies ahead."""

from __future__ import annotations

from datetime import date

from press.reading.events.background import is_planned
from press.reading.events.candidates import Candidate, candidates
from press.reading.events.places import places_of
from tests.press.parsing import happenings, read

PUBLISHED = date(2024, 10, 20)


def candidate(text: str, kind: str) -> Candidate:
    document = read(text, day=PUBLISHED)
    return next(c for c in candidates(document, places_of(document, [])) if c.type == kind)


def test_what_has_a_day_ahead_is_planned() -> None:
    visit = candidate("Anna Sample visited Russia.", "visit")
    assert is_planned(visit, "2024-10-25", PUBLISHED)
    assert is_planned(visit, "2024-11", PUBLISHED)
    assert not is_planned(visit, "2024-10-18", PUBLISHED)
    assert not is_planned(visit, "", None)


def test_what_is_said_is_told_now_whatever_it_plans() -> None:
    text = "Anna Sample will visit Russia, the report says."
    assert is_planned(candidate(text, "visit"), "", PUBLISHED)
    assert not is_planned(candidate(text, "statement"), "", PUBLISHED)


def test_what_opens_an_article_is_news_and_what_stands_under_background_is_not() -> None:
    text = "Anna Sample met Boris Muster in Moscow on Friday.\n\nBackground:\n\nSerbia and Russia signed an agreement in 2019."
    told = {e.type: e.background for e in happenings(text)}
    assert told["meeting"] is False
    assert told["agreement"] is True
