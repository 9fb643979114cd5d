"""The parties that a text names."""

from __future__ import annotations

import pytest

from press.reading.tone.parties import Parties, party_of
from press.text.words import tokenise
from press.vocabulary import TARGETS, read
from tests.press.parsing import read as prepared


def parties(text: str, language: str = "en", title: str = "") -> Parties:
    return Parties(prepared(text, language), tokenise(title, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Moscow and the Serbian side met NATO.", "en"),
        ("Москва и српска страна састале су се са НАТО.", "sr"),
        ("Москва и сербская сторона встретились с НАТО.", "ru"),
        ("Москва і сербська сторона зустрілися з НАТО.", "uk"),
    ],
)
def test_states_alliances_and_their_capitals_are_parties(text: str, language: str) -> None:
    assert [p.name for p in parties(text, language).all] == ["Russia", "Serbia", "NATO"]


def test_an_actor_of_another_country_is_of_no_party() -> None:
    found = parties("Hungary spoke with Russia.")
    assert [(p.name, p.country) for p in found.all] == [("", "HU"), ("Russia", "Russia")]
    assert party_of("HU") == ""
    assert party_of("RU") == "Russia"


def test_the_title_and_our_country_are_told_apart() -> None:
    found = parties("Russia helped. Our country is grateful.", title="Serbia thanks Russia")
    assert found.title == {"Serbia", "Russia"}
    assert found.own(0, 20)
    assert not found.own(0, 2)


def test_every_party_of_the_vocabulary_is_one_that_can_be_chosen() -> None:
    named = {c["target"] for c in read("countries")["country"] if c.get("target")}
    named |= {o["target"] for o in read("organisations")["organisation"] if o.get("target")}
    assert named <= set(TARGETS)
    assert set(read("parties")) <= {*TARGETS, "own"}
