"""Sentences with their dates, cues and triggers."""

from __future__ import annotations

from datetime import date

from press.article import Article
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
