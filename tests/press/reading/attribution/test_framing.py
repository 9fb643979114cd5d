"""What an attribution clause frames."""

import pytest

from tests.press.reading.attribution.told import contents, told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the source is explained before its words come
        ("en", "In the view of Anna Sample, a scholar at the institute, symbols matter.", ["symbols matter"]),
        # after a semicolon the same person goes on
        ("en", "The talks failed, Anna Sample said; the next round is in May.", ["The talks failed", "the next round is in May"]),
        # the source in the middle
        ("ru", "Переговоры, по словам Анны Пробниковой, идут трудно.", ["Переговоры, по словам Анны Пробниковой, идут трудно"]),
        # a participle as the verb of thought
        ("uk", "Правильно було б утриматися, переконана Олена Пробна.", ["Правильно було б утриматися"]),
    ],
)  # fmt: skip
def test_what_an_attribution_clause_frames(language: str, text: str, expected: list[str]) -> None:
    assert contents(text, language) == expected


def test_reports_without_a_name_are_not_given_to_the_institution_named_before() -> None:
    found = told(
        "The EU met. Sampleland refuses to support the EU sanctions, but, according to unofficial reports, sells weapons through others."
    )
    assert found == [("indirect", "sells weapons through others", "unofficial reports")]
