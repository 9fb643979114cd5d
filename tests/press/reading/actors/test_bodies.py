"""Outlets and bodies that the vocabulary does not know."""

from __future__ import annotations

import pytest

from press.article import Article
from press.reading.parse import parse


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("sr", "Tako piše list „Probne vesti“ danas.", [("Probne vesti", "outlet")]),
        ("ru", "Об этом пишет газета «Пробная правда».", [("Probnaya pravda", "outlet")]),
        ("en", "The website Samplings published it.", [("Samplings", "outlet")]),
        ("sr", "Savez mostova tvrdi da je gas skup.", [("Savez mostova", "organisation")]),
        ("sr", "Savez je osnovan u junu.", []),
        ("en", "The website published it.", []),
        ("en", "The newspaper Anna Sample reads is old.", []),
    ],
)
def test_an_unlisted_name_is_found_by_its_noun(language: str, text: str, named: list[tuple[str, str]]) -> None:
    document = parse(Article(text=text, language=language)).document
    found = [(m.name, m.kind) for m in document.references if not m.known and m.kind in ("outlet", "organisation")]
    assert found == named
