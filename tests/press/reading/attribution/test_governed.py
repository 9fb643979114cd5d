"""What a cue governs: a clause, an infinitive, an object, or its own predicate."""

import pytest

from tests.press.reading.attribution.told import contents


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # English: no complementiser, though a relative "that" follows
        ("en", "Anna Sample said she had been promised a vote that never came.", ["she had been promised a vote that never came"]),
        # the infinitive or the object is what is said
        ("en", "Anna Sample vowed to cut the budget by half.", ["to cut the budget by half"]),
        ("en", "Anna Sample predicted a long winter of talks.", ["a long winter of talks"]),
        # an apposition before the verb is no content
        ("en", "Its chief economist, Vera Sample, predicts layoffs by spring.", ["layoffs by spring"]),
        # Slavic languages: the object opens the clause
        ("sr", "Takve priče Ana Probić naziva običnim lažima.", ["Takve priče Ana Probić naziva običnim lažima"]),
        ("ru", "Эту работу Анна Пробникова назвала тяжёлой.", ["Эту работу Анна Пробникова назвала тяжёлой"]),
        # a thought as predicate
        ("uk", "Олена Пробна вважає місто одним з найкращих у світі.", ["вважає місто одним з найкращих у світі"]),
    ],
)  # fmt: skip
def test_what_a_cue_governs(language: str, text: str, expected: list[str]) -> None:
    assert contents(text, language) == expected
