"""What is said after a name and a colon."""

from __future__ import annotations

import pytest

from press.article import Article
from press.reading.parse import parse


def _told(text: str, language: str) -> list[tuple[str, str]]:
    parsed = parse(Article(text, language=language))
    return [(s.speaker, parsed.document.text[s.start : s.end]) for s, _ in parsed.statements if s.kind == "direct"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Belgrade: Protest ended in peace last night"),
        ("en", "Photo: Petar Sample in the town hall"),
        ("sr", "Izvor: Tanjug, Petar Probić i drugi"),
        ("sr", "Putin o Srbiji: To je bio dobar dan"),
        ("sr", "Petar Probić: 35 poena i 10 skokova"),
        ("ru", "Москва: Протест закончился мирно"),
        ("en", "Petar Sample: Minister of Energy\nAna Primer: Minister of Foreign Trade"),
        ("uk", "Фото: Петро Приміренко у Києві"),
    ],
)
def test_what_is_no_speaker_alone_on_its_line_brings_no_speech(language: str, text: str) -> None:
    assert _told(text, language) == []


def test_who_answers_without_a_name_is_whom_the_text_is_about() -> None:
    text = "Petar Sample, the minister, talks of gas.\nQ: Will Serbia buy gas?\nA: Yes. We need it."
    assert _told(text, "en") == [("Petar Sample", "Yes. We need it")]


def test_an_answer_of_two_paragraphs_is_one_statement() -> None:
    text = "Q: Gas?\nPetar Sample: We need it.\n\nWe need it now.\nQ: And oil?\nPetar Sample: Oil too."
    assert _told(text, "en") == [
        ("Petar Sample", "We need it.\n\nWe need it now"),
        ("Petar Sample", "Oil too"),
    ]


def test_a_journalist_with_a_name_asks() -> None:
    text = "Ana Primer: Will Serbia buy gas?\nPetar Sample: Yes, as it always has.\nQ: And oil?\nPetar Sample: Oil too."
    assert [speaker for speaker, _ in _told(text, "en")] == ["Petar Sample", "Petar Sample"]


def test_marks_in_a_turn_are_part_of_it() -> None:
    text = "Petar Probić (SNS): Srbija neće uvesti „sankcije“ Rusiji"
    assert _told(text, "sr") == [("Petar Probić", "Srbija neće uvesti „sankcije“ Rusiji")]
