"""The day of an event."""

from __future__ import annotations

import pytest

from tests.press.parsing import happenings

CALL = "Anna Sample spoke by phone with Boris Muster"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{CALL} on 11 October 2024.", "2024-10-11"),
        (f"{CALL}.", "2024-10-20"),  # the lead tells of the day of publication
        (f"Rain fell in Sampleville on Friday. {CALL}.", "2024-10-18"),  # the day that the text named last
        (f"Rain fell in Sampleville. {CALL}.", "2024-10"),
        (f"{CALL} on 11 October 2024; the treaty holds until 31 December 2030.", "2024-10-11"),
    ],
)
def test_the_day_of_a_call(text: str, day: str) -> None:
    assert [e.date for e in happenings(text, title="A phone call") if e.type == "phone_call"] == [day]


def test_an_undated_article_dates_nothing_by_guess() -> None:
    assert [e.date for e in happenings(f"{CALL}.", published=None) if e.type == "phone_call"] == [""]
