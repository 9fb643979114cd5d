"""Whom an office or a noun of the vocabulary stands for, in made-up sentences."""

from __future__ import annotations

import pytest

from press.reading.actors.offices import offices, roles_of
from press.reading.attribution.antecedents.offices import Offices, holds, roles_with
from press.reading.attribution.memory import Memory, Who
from press.reading.attribution.references import References
from press.reading.grammar import grammar
from tests.press.parsing import read, speakers

DORA = Who("Dora Quillfeather", kind="person", gender="f")


def resolved(text: str, *spoken: Who) -> Who:
    """Whom the last role of a text stands for after some have spoken."""
    memory = Memory(References(read(text), grammar("en")))
    memory.enter(memory.references.document.sentences[0])
    for who in spoken:
        memory.spoke(who)
    return Offices(memory).holder(memory.references.mentions[-1])


def test_a_word_that_anybody_may_be_described_by_is_who_spoke_last() -> None:
    named = Who(sorted(roles_of())[0], kind="person")
    assert resolved("There was the activist.", DORA, named).name == named.name
    assert resolved("There was the mayor.", DORA, named).name == DORA.name  # an office: nobody with another office


def test_an_office_is_of_the_state_that_the_text_speaks_of() -> None:
    term = offices()["foreign_minister", "RS"][0]
    memory = Memory(References(read("Serbia has a bridge. The foreign minister came.", day=term.start), grammar("en")))
    role = memory.references.mentions[-1]
    assert Offices(memory).holder(role).name == term.name
    assert Offices(memory).holder(role._replace(role="mayor")).name == "foreign minister"


def test_an_office_agrees_in_gender() -> None:
    him = DORA._replace(name="Amos Tarbuckle", gender="m")
    assert resolved("There was the mayor.", DORA, him).name == "Amos Tarbuckle"
    memory = Memory(References(read("There was the mayor."), grammar("en")))
    memory.enter(memory.references.document.sentences[0])
    memory.spoke(DORA)
    memory.spoke(him)
    role = memory.references.mentions[-1]._replace(gender="f")
    assert Offices(memory).holder(role).name == DORA.name


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("The mayor said that the bridge would be closed.", "en", "the mayor"),
        ("The mayor: “The bridge is closed, and it is old.”", "en", "mayor"),
        ("Gradonačelnik je rekao da će most biti zatvoren.", "sr", "a mayor"),  # names are in English
        ("Мэр сказал, что мост закроют.", "ru", "a mayor"),
        ("Unofficial reports said that the bridge would be closed.", "en", "unofficial reports"),
    ],
)
def test_an_office_that_nobody_is_known_to_hold(text: str, language: str, speaker: str) -> None:
    assert speakers(text, language)[:1] == [speaker]


def test_a_noun_takes_up_the_outlet_or_body_that_spoke() -> None:
    text = "Kako navodi Politika, most će biti zatvoren. List dodaje da je most star."
    assert speakers(text, "sr") == ["Politika"] * 2


def test_who_holds_an_office_also_holds_what_it_covers() -> None:
    (role, of), terms = next(((r, o), t) for (r, o), t in offices().items() if r == "foreign_minister")
    name, day = terms[0].name, terms[0].start
    assert holds(name, frozenset({role}), of, day)
    assert holds(name, frozenset({"diplomat"}), of, day)
    assert not holds(name, frozenset({"patriarch"}), of, day)
    assert not holds(name, frozenset({role}), "none", day)


def test_a_noun_takes_up_kinds_that_mentions_have() -> None:
    kinds = [kind for trait in roles_with("stands_for").values() for kind in trait]
    assert set(kinds) == {"outlet", "organisation"}
