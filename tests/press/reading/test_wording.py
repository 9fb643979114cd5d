"""The words and endings by which a language tells who speaks, as data."""

from __future__ import annotations

import pytest

from press.reading.wording import Wording, wording
from press.vocabulary import LANGUAGES, read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_the_vocabulary_is_used(language: str) -> None:
    assert set(read(f"languages/{language}")["speakers"]) - set(Wording._fields) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_genders_are_those_that_pronouns_have(language: str) -> None:
    assert set(wording(language).owners.values()) <= {"m", "f", "n", "p"}
    assert set(wording(language).past) <= {"m", "f"}
    assert wording(language).objective <= wording(language).owners.keys()


def test_words_and_endings_are_folded() -> None:
    assert "reci" in wording("sr").quoting
    assert "navodeci".endswith(wording("sr").gerunds)
