"""Sentences with their dates, cues and triggers."""

from __future__ import annotations

from datetime import date

from press.article import Article
from press.reading.events.places import places_of
from press.reading.parse import parse
from press.vocabulary import LANGUAGES, read


def test_the_vocabulary_is_complete_in_every_language() -> None:
    for kind in read("events")["type"]:
        for group in kind["group"]:
            assert all(group[language] for language in LANGUAGES), (kind["id"], group["id"])
            paired = [language for language in LANGUAGES if f"with_{language}" in group]
            assert paired in ([], list(LANGUAGES)), (kind["id"], group["id"])


def test_a_date_within_the_last_word_is_read_without_error() -> None:
    parsed = parse(Article(text="The presidents met on abc2014-05-06", language="en", published=date(2014, 5, 8)))
    assert parsed.document.tokens.words[-1] == "abc2014-05-06"


def _proposed(text: str, language: str = "en") -> set[str]:
    document = parse(Article(text=text, language=language)).document
    return {kind for place in places_of(document, []) for kind in place.triggers}


def test_what_is_denied_asked_or_called_off_proposes_nothing() -> None:
    assert "visit" in _proposed("The minister visited Moscow.")
    assert "visit" not in _proposed("The minister has not visited Moscow.")
    assert "visit" not in _proposed("Has the minister visited Moscow?")
    assert "visit" not in _proposed("The visit was called off.")
    assert "visit" in _proposed("Not pleased, the minister visited Moscow."), "a comma ends what is denied"
    assert "sanction" in _proposed("Serbia did not impose sanctions."), "a refusal is told as a sanction"


def test_a_word_in_another_sense_proposes_nothing() -> None:
    assert "ceremony" in _proposed("Белград отметил годовщину победы.", "ru")
    assert "ceremony" not in _proposed("Министр отметил, что победы не было.", "ru")
    assert "meeting" not in _proposed("Парламент принял решение.", "ru")


def test_a_longer_phrase_keeps_the_types_of_the_word_it_begins_with() -> None:
    assert {"meeting", "negotiation"} <= _proposed("Идут переговоры о газе.", "ru")
