"""Whether an article is about Serbia and Russia."""

from __future__ import annotations

import pytest

from press import vocabulary
from press.article import Article
from press.gather import relevance
from press.readers import read_path
from press.reading.actors import mentions as actors
from tests.conftest import ROOT


def test_nothing_else_is_about_both() -> None:
    us = [a for a in read_path(ROOT / "tests" / "gold" / "us-style.jsonl") if isinstance(a, Article)]
    assert len(us) == 13
    assert not any(map(relevance.is_about, us))


@pytest.mark.parametrize("language", ["en", "sr", "ru", "uk"])
def test_both_sides_are_seen_in_every_language(language) -> None:
    text = {
        "en": "Serbian ministers fly to Moscow.",
        "sr": "Српски министри лете у Москву.",
        "ru": "Сербские министры летят в Москву.",
        "uk": "Сербські міністри летять до Москви.",
    }[language]
    found = relevance.sides_of(Article(text=text, language=language))
    assert found.serbia and found.russia and found.together


def test_names_that_count_for_a_side_are_names_that_can_be_found() -> None:
    listed = {name for names in vocabulary.read("relevance").values() for name in names}
    organisations = {o["name"] for o in vocabulary.read("organisations")["organisation"]}
    states = {c["name"] for c in vocabulary.read("countries")["country"]}
    assert listed <= organisations | states | set(actors.persons())


def test_an_outlet_that_is_quoted_is_no_side() -> None:
    found = relevance.sides_of(Article(text="The bridge in Serbia is open, TASS reports.", language="en"))
    assert found.russia == 0


def test_both_have_to_be_named_together() -> None:
    apart = "Serbia votes on gas. " * 5 + "\n\n" + "It rained. " * 5 + "\n\n" + "Russia sells gas. " * 5
    assert not relevance.is_about(Article(text=apart, title="Gas in Serbia", language="en"))
    assert relevance.is_about(
        Article(text=apart.replace("It rained. ", "Serbia and Russia. ", 1), title="Gas in Serbia", language="en")
    )


def test_an_empty_text_is_about_nothing() -> None:
    assert not relevance.is_about(Article(text="", title=""))
