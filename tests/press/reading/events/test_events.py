"""Events: which are found, where, when, and by whom. All people and happenings are made up."""

from __future__ import annotations

from datetime import date

import pytest

from press.article import Article
from press.reading.document import Event
from press.reading.events import events
from press.reading.parse import parse
from press.vocabulary import LANGUAGES, read

PUBLISHED = date(2024, 10, 20)  # a Sunday


def found(text: str, language: str = "en", title: str = "", published: date | None = PUBLISHED) -> list[Event]:
    return parse(Article(text, title, language=language, published=published)).events


def kinds(text: str, language: str = "en", title: str = "") -> set[str]:
    return {e.type for e in found(text, language, title)}


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
    calls = [e for e in found(text, language) if e.type == "phone_call"]
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
    assert kind in kinds(text)


def test_an_event_lies_in_its_sentence_and_has_its_actors() -> None:
    text = "Rain fell in Sampleville. Vladimir Putin met Aleksandar Vučić in Moscow on Friday."
    (meeting,) = [e for e in found(text, published=date(2025, 5, 10)) if e.type == "meeting"]
    assert text[meeting.start : meeting.end] == "Vladimir Putin met Aleksandar Vučić in Moscow on Friday."
    assert set(meeting.actors) == {"Vladimir Putin", "Aleksandar Vučić"}


def test_nothing_happens_where_nothing_is_told() -> None:
    assert found("") == []
    assert found("The bread is good. The bread is very good, and there is plenty of it.") == []


def test_the_vocabulary_is_complete_in_every_language() -> None:
    for kind in read("events")["type"]:
        for group in kind["group"]:
            assert all(group[language] for language in LANGUAGES), (kind["id"], group["id"])
            paired = [language for language in LANGUAGES if f"with_{language}" in group]
            assert paired in ([], list(LANGUAGES)), (kind["id"], group["id"])


def test_every_weight_is_of_a_feature_that_exists() -> None:
    groups = {f"{k['id']}.{g['id']}" for k in read("events")["type"] for g in k["group"]}
    for model in ("alone", "company"):
        names = [n for n in read("event_weights")[model] if "." in n and not n.startswith("statement.")]
        assert set(names) <= groups


def test_types_have_labels_and_codes() -> None:
    assert events.types()["phone_call"] == {"label": "Phone call", "cameo": "041"}


def test_a_date_within_the_last_word_is_read_without_error() -> None:
    parsed = parse(Article(text="The presidents met on abc2014-05-06", language="en", published=date(2014, 5, 8)))
    assert parsed.document.tokens.words[-1] == "abc2014-05-06"
