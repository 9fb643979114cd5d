"""Where a sentence is parted into clauses."""

import pytest

from tests.press.reading.attribution.told import contents, structure


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A “deportation order was issued,” the lawyer Anna Sample added.", ["A “deportation order was issued,”"]),
    ],
)  # fmt: skip
def test_a_comma_inside_the_closing_mark_parts_clauses(language: str, text: str, expected: list[str]) -> None:
    assert contents(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Never,” she said; the talks – 1,000 of them – failed.", ["“Never,”", "she said", "the talks ", "1,000 of them ", "failed"]),
        ("Mr. Sample said “it is late, and cold” at 12:30.", ["Mr. Sample said “it is late, and cold” at 12:30"]),
    ],
)  # fmt: skip
def test_marks_part_clauses_outside_quoted_speech(text: str, expected: list[str]) -> None:
    assert [text[c.start : c.end].lstrip() for c in structure(text).clauses] == expected
