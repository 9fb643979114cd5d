"""Actors of the vocabulary: spellings, offices by date, institutions by country."""

from __future__ import annotations

from datetime import date

import pytest

from press.reading.actors import mentions as actors
from tests.press.parsing import references


def names(text: str, language: str = "en", day: date | None = None) -> list[str]:
    return [m.name for m in references(text, language, day) if m.name]


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


def test_an_office_does_not_swallow_what_the_sentence_goes_on_with() -> None:
    found = references("The Serbian president has left Russia.", "en", date(2020, 5, 1))
    assert [(m.name, m.kind) for m in found] == [("Aleksandar Vučić", "person"), ("Russia", "state")]


def test_a_surname_that_is_an_office_is_a_surname() -> None:
    assert "Julia Bishop" in names("Julia Bishop, a dentist, came to Sampleville.")


def test_terms_of_office_are_of_known_persons_and_in_order() -> None:
    for (role, of), terms in actors.offices().items():
        for term in terms:
            assert term.name in actors.persons(), (role, of, term)
            assert term.start < term.end, (role, of, term)


def test_offices_are_of_countries_and_bodies_that_can_be_named() -> None:
    known = {c["code"] for c in actors.read("countries")["country"]}
    known |= {
        o["name"]
        for table, key in (("organisations", "organisation"), ("outlets", "outlet"))
        for o in actors.read(table)[key]
    }
    composed = {"Russian Foreign Ministry"}  # an institution with its country
    assert {of for _, of in actors.offices()} <= known | composed


def test_no_two_persons_share_a_name() -> None:
    rows = [actors.clean(p.name) for p in actors.spelled()]
    assert len(rows) == len(set(rows)) > 1000
    assert {p.gender for p in actors.spelled()} <= {"m", "f"}


def test_roles_have_words_in_each_language() -> None:
    ids = {r["id"] for r in actors.read("roles")["role"]}
    assert {role for role, _ in actors.offices()} <= ids


def test_described_persons_are_named_in_english() -> None:
    assert actors.described("diplomat", "RU") == "a Russian diplomat"
    assert actors.described("official", "EU") == "an EU official"
    assert actors.described("spokesperson", "European Commission") == "a European Commission spokesperson"
    assert actors.described("diplomat", "US") == "a US diplomat"


def test_an_outlet_with_a_number_in_its_name_is_known_in_small_letters() -> None:
    assert "B92" in names("Ana Primer spoke in Belgrade, news agency b92 reports.")
    assert "Politika" not in names("Ana Primer je rekla da politika nije njena stvar.", "sr")
