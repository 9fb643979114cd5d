"""Who stands straight beside a quotation."""

from __future__ import annotations

import pytest

from press.article import Article
from press.reading.parse import as_json, parse


def _speakers(text: str, language: str) -> list[tuple[str, str]]:
    found = as_json(parse(Article(text, language=language)))["statements"]
    return [(s["speaker"], s["cue"]) for s in found if s["kind"] == "direct"]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        ("en", "“Gas is safe now.” -Commissioner Ana Primer", "Ana Primer", ""),
        ("en", "“Gas is safe now.”\n— Ana Primer, the Serbian deputy", "Ana Primer", ""),
        ("ru", "«Газ будет» — Олег Примеров", "Oleg Primerov", ""),
        ("sr", "„Gas je skup i biće skuplji“, uzdahnuo je Petar Probić.", "Petar Probić", "uzdahnuo"),
        ("sr", "„Гас је скуп и биће скупљи“, зајаукала је Ана Примерић.", "Ana Primerić", "зајаукала"),
        ("ru", "«Газ дорогой!» — охнула Ирина Образцова.", "Irina Obraztsova", "охнула"),
        ("uk", "«Газ дорогий!» — охнув Петро Приміренко.", "Petro Prymirenko", "охнув"),
        ("en", "“It is dreadful to pay more,” Ana Primer groaned.", "Ana Primer", "groaned"),
    ],
)
def test_who_signs_a_quotation_or_stands_beside_it_with_any_verb(
    language: str, text: str, speaker: str, cue: str
) -> None:
    assert _speakers(text, language) == [(speaker, cue)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“The Long Road” - Petar Sample"),  # a title and its author
        ("en", "“We need gas” - Petar Sample visited Moscow to hear it."),
        ("en", "The “road to nowhere” visited Ana Primer."),
        ("sr", "Nagradu „Zlatna loza“ dobila je Ana Primerić."),
    ],
)
def test_a_title_or_a_part_of_a_sentence_is_signed_by_nobody(language: str, text: str) -> None:
    assert _speakers(text, language) == []
