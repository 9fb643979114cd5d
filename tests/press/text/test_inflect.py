"""The inflected forms that ship with the vocabulary."""

from __future__ import annotations

import pytest

from press.text import inflect
from press.text.words import fold
from press.vocabulary import FOLDER, LANGUAGES, forms


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


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_forms_are_those_of_the_vocabulary_as_it_is(language: str) -> None:
    """``python -m press.text.inflect`` makes them anew where this fails."""
    pytest.importorskip("simplemma")
    made = inflect.forms_of(language, inflect.words_of(language))
    lines = (FOLDER / "forms" / f"{language}.txt").read_text(encoding="utf8").splitlines()
    assert {lemma: set(own) for lemma, *own in map(str.split, lines)} == made
