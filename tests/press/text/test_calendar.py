"""The words for days, months and years."""

from __future__ import annotations

import pytest

from press.text.calendar import context, phrases
from press.text.words import tokenise
from press.vocabulary import LANGUAGES, read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_weekday_has_words(language: str) -> None:
    data = read("calendar")[language]
    assert len(data["months"]) == 12 and all(data["months"])
    assert len(data["weekdays"]) == 7 and all(data["weekdays"])
    assert context(language).homographs <= set(range(1, 13))


@pytest.mark.parametrize(
    ("language", "phrase", "meaning"),
    [
        ("en", "March", ("month", 3)),
        ("sr", "марта", ("month", 3)),
        ("ru", "марта", ("month", 3)),
        ("uk", "березня", ("month", 3)),
        ("en", "yesterday", ("day", -1)),
        ("ru", "вчера", ("day", -1)),
    ],
)
def test_a_phrase_and_its_meaning(language: str, phrase: str, meaning: tuple[str, int]) -> None:
    assert [hit.value for hit in phrases(language).scan(tokenise(phrase, language).keys)] == [meaning]
