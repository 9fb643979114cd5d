"""Events: which are found, in every language. All people and happenings are made up."""

from __future__ import annotations

import pytest

from press.reading.events import events
from tests.press.parsing import happenings


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anna Sample spoke by phone with Boris Muster on Friday."),
        ("sr", "Ana Primerić je u petak telefonom razgovarala sa Borisom Musterovićem."),
        ("sr", "Ана Примерић је у петак телефоном разговарала са Борисом Мустеровићем."),
        ("ru", "Анна Примерова в пятницу поговорила по телефону с Борисом Мустеровым."),
        ("uk", "Анна Примеренко у п'ятницю поговорила телефоном із Борисом Мустеренком."),
    ],
)
def test_a_phone_call_is_found_in_every_language_with_its_day(language: str, text: str) -> None:
    calls = [e for e in happenings(text, language) if e.type == "phone_call"]
    assert [(e.date, e.precision, e.background) for e in calls] == [("2024-10-18", "day", False)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("visit", "President Anna Sample arrived in Russia on Friday for a two-day visit."),
        ("meeting", "Anna Sample met Boris Muster in Moscow on Friday."),
        ("agreement", "Serbia and Russia signed an agreement on railways in Moscow on Friday."),
        ("vote", "Serbia voted for the resolution in the UN General Assembly on Friday."),
        ("sanction", "The European Union imposed sanctions on Boris Muster on Friday."),
        ("ceremony", "Boris Muster was awarded the Order of Friendship at a ceremony in Moscow on Friday."),
        ("exercise", "Serbian and Russian troops began a military exercise near Sampleville on Friday."),
        ("protest", "Thousands joined a protest in Belgrade on Friday against Anna Sample."),
        ("invitation", "Boris Muster invited Anna Sample to visit Russia next year."),
    ],
)
def test_types(kind: str, text: str) -> None:
    assert kind in {e.type for e in happenings(text)}


def test_nothing_happens_where_nothing_is_told() -> None:
    assert happenings("") == []
    assert happenings("The bread is good. The bread is very good, and there is plenty of it.") == []


def test_types_have_labels_and_codes() -> None:
    assert events.types()["phone_call"] == {"label": "Phone call", "cameo": "041"}
