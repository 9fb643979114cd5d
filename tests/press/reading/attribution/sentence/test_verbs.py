"""Whether a word of speech is a finite verb where it stands."""

import pytest

from tests.press.reading.attribution.told import contents, told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The bill is often mentioned as a model.", []),
        ("en", "Asked about the bill, Anna Sample left the room.", []),
    ],
)  # fmt: skip
def test_a_passive_says_nothing_nor_does_a_question_that_only_introduces(
    language: str, text: str, expected: list[str]
) -> None:
    assert contents(text, language) == expected


def test_what_only_looks_like_a_verb_of_speech_is_none() -> None:
    assert told("Anna Sample called an emergency meeting of the council on Monday.") == []
    assert told("Anna Sample called early elections.") == []
    assert told("Anna Sample called the plan a disgrace.") != []
