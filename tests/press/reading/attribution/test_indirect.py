"""Reported speech: what of the finds is told, and the sentence before that is taken up."""

import pytest

from tests.press.reading.attribution.told import contents, told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Город примет новый договор о поставках. Об этом рассказала Анна Пробникова.", ["Город примет новый договор о поставках"]),
        ("sr", "Probni grad dobija novi ugovor o gasu. To je u utorak poručila Ana Probić.", ["Probni grad dobija novi ugovor o gasu"]),
    ],
)  # fmt: skip
def test_the_sentence_before_is_what_was_said(language: str, text: str, expected: list[str]) -> None:
    assert contents(text, language) == expected


def test_the_policy_of_a_state_is_nobodys_words() -> None:
    assert told("Serbia wants to join the European Union.") == []
    assert told("Anna Sample wants to join the European Union.") != []


def test_agencies_that_pass_on_make_no_statement() -> None:
    assert told("The bridge in Sampleville is open again, Serbian media reported.") == []


@pytest.mark.parametrize("source", ["телеканал «Проба 24»", "«Пробинформ» со ссылкой на мэрию"])
def test_an_unknown_outlet_that_passes_on_is_known_by_its_form(source: str) -> None:
    assert told(f"Анна Пробникова молчит. Мост в Пробном снова открыт, передает {source}.", "ru") == []
