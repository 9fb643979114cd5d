"""Offices: terms and holders by date, the words for them, and what an unnamed holder is called."""

from __future__ import annotations

from datetime import date

import pytest

from press.reading.actors.known import persons
from press.reading.actors.offices import described, offices
from press.vocabulary import read
from tests.press.parsing import names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the Serbian president", "en"),
        ("predsednik Srbije", "sr"),
        ("председник Србије", "sr"),
        ("президент Сербии", "ru"),
        ("президент Сербії", "uk"),
    ],
)
def test_an_office_is_held_by_date(text: str, language: str) -> None:
    for day, holder in (
        (date(2010, 5, 1), "Boris Tadić"),
        (date(2015, 5, 1), "Tomislav Nikolić"),
        (date(2020, 5, 1), "Aleksandar Vučić"),
    ):
        assert names(text, language, day) == [holder]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("the head of Gazprom", date(2020, 1, 1), "Alexey Miller"),
        ("the SNSD leader", date(2020, 1, 1), "Milorad Dodik"),
        ("the Kremlin's press secretary", date(2020, 1, 1), "Dmitry Peskov"),
        ("the Russian president's foreign policy adviser", date(2024, 9, 3), "Yuri Ushakov"),
        ("the head of the Serbian Orthodox Church", date(2022, 1, 1), "Patriarch Porfirije"),
        ("the NATO secretary general", date(2012, 1, 1), "Anders Fogh Rasmussen"),
    ],
)
def test_offices_of_organisations(text: str, day: date, name: str) -> None:
    assert names(text, "en", day) == [name]


def test_terms_of_office_are_of_known_persons_and_in_order() -> None:
    for (role, of), terms in offices().items():
        for term in terms:
            assert term.name in persons(), (role, of, term)
            assert term.start < term.end, (role, of, term)


def test_offices_are_of_countries_and_bodies_that_can_be_named() -> None:
    known = {c["code"] for c in read("countries")["country"]}
    known |= {
        o["name"] for table, key in (("organisations", "organisation"), ("outlets", "outlet")) for o in read(table)[key]
    }
    composed = {"Russian Foreign Ministry"}  # an institution with its country
    assert {of for _, of in offices()} <= known | composed


def test_roles_have_words_in_each_language() -> None:
    ids = {r["id"] for r in read("roles")["role"]}
    assert {role for role, _ in offices()} <= ids


def test_described_persons_are_named_in_english() -> None:
    assert described("diplomat", "RU") == "a Russian diplomat"
    assert described("official", "EU") == "an EU official"
    assert described("spokesperson", "European Commission") == "a European Commission spokesperson"
    assert described("diplomat", "US") == "a US diplomat"
