"""Neighbours that are one actor: institutions by country, offices and what they are of."""

from __future__ import annotations

from datetime import date

import pytest

from tests.press.parsing import names, references


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("МВД Сербии", "ru", "Serbian Interior Ministry"),
        ("the Russian Foreign Ministry", "en", "Russian Foreign Ministry"),
        ("Ministarstvo spoljnih poslova Rusije", "sr", "Russian Foreign Ministry"),
        ("МЗС України", "uk", "Ukrainian Foreign Ministry"),
        ("Američka ambasada u Beogradu", "sr", "US Embassy in Serbia"),
    ],
)
def test_an_institution_is_named_by_its_country(text: str, language: str, name: str) -> None:
    assert names(text, language) == [name]


def test_an_office_does_not_swallow_what_the_sentence_goes_on_with() -> None:
    found = references("The Serbian president has left Russia.", "en", date(2020, 5, 1))
    assert [(m.name, m.kind) for m in found] == [("Aleksandar Vučić", "person"), ("Russia", "state")]


def test_officials_of_nobody_knows_where_are_no_institution() -> None:
    assert names("Officials kept silent.") == []
    assert names("Russian officials kept silent.") == ["Russian officials"]
