"""Which phrases are cues, and the complementiser that a cue governs."""

import pytest

from tests.press.reading.attribution.told import structure


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Anna Sample said on Monday that it was late.", "it"),
        # a clause without complementiser, though a relative "that" follows
        ("en", "Anna Sample said she had been promised a vote that never came.", None),
        ("en", "Anna Sample asked for that paper.", None),
        # a pronoun that looks like the complementiser, without a comma
        ("ru", "Анна Пробникова рассказала в том числе что будет.", None),
        ("ru", "Анна Пробникова рассказала в среду, что будет поздно.", "будет"),
        ("en", "The talks failed, Anna Sample said.", None),
    ],
)
def test_the_complementiser_that_a_cue_governs(language: str, text: str, expected: str | None) -> None:
    s = structure(text, language)
    (cue,) = s.cues
    at = s.complementiser(cue)
    assert (None if at is None else s.words[at]) == expected


def test_what_is_quoted_holds_no_cue() -> None:
    assert [c.text for c in structure("Anna Sample said: “He said that it was late, and warned me.”").cues] == ["said"]
