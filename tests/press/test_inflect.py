"""The inflected forms that ship with the vocabulary."""

from __future__ import annotations

import pytest

from press import inflect
from press.vocabulary import LANGUAGES, forms
from press.words import fold


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_plain_and_folded(language: str) -> None:
    words = inflect.words_of(language)
    assert len(words) > 100
    assert all("*" not in w and "?" not in w and w == fold(w, language) for w in words)


def test_regular_serbian_verbs() -> None:
    assert {"najavio", "najavila", "najavili"} <= inflect.regular_serbian("najaviti")
    assert inflect.regular_serbian("most") == set()


@pytest.mark.parametrize(
    ("language", "lemma", "form"),
    [("en", "say", "said"), ("sr", "izjaviti", "izjavila"), ("ru", "заявить", "заявила"), ("uk", "заявити", "заявив")],
)
def test_shipped_forms(language: str, lemma: str, form: str) -> None:
    assert form in forms(language)(lemma)
