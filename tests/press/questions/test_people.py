"""Who is quoted."""

from __future__ import annotations

from press.questions import people
from press.questions.narrowing import Statements

from .conftest import ALL, SERBIAN, rows


def test_speakers_by_number_of_statements(corpus) -> None:
    assert rows(people.speakers(corpus, ALL), "speaker", "n") == [
        ("Anna Sample", 3),
        ("Boris Example", 1),
        ("Clara Test", 1),
    ]
    assert rows(people.speakers(corpus, ALL, Statements(kinds=("direct",)), 1), "speaker", "n") == [("Anna Sample", 2)]
    assert list(people.speakers(corpus, SERBIAN)["speaker"]) == ["Anna Sample"]


def test_most_quoted_have_their_tone_and_outlets(corpus) -> None:
    quoted = people.most_quoted(corpus, ALL)
    assert rows(quoted, *quoted.columns) == [
        ("Anna Sample", 3, 0.5, 3),
        ("Boris Example", 1, -0.5, 1),
        ("Clara Test", 1, 0.25, 1),
    ]
    assert list(people.most_quoted(corpus, ALL, 2)["speaker"]) == ["Anna Sample", "Boris Example"]


def test_the_country_that_a_speaker_speaks_for(corpus) -> None:
    assert people.country(corpus, ALL, "Boris Example") == "RU"
    assert people.country(corpus, ALL, "Clara Test") == ""
    assert people.country(corpus, SERBIAN, "Boris Example") == ""
