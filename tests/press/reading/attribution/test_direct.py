"""Direct speech: which quotations are statements."""

import pytest

from tests.press.reading.attribution.told import contents, told


def test_a_quotation_broken_by_its_cue_is_two_statements() -> None:
    found = told("“We are ready,” Anna Sample said, “and we will not wait for others.”")
    assert [(k, w) for k, w, _ in found] == [
        ("direct", "We are ready,"),
        ("direct", "and we will not wait for others."),
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“We will win,” Anna Sample, 54, told the crowd, adding: “Believe me.”", ["We will win,", "Believe me."]),
        ("en", "Anna Sample, asked if she would resign, said: “No.”", ["No."]),
        ("en", "Anna Sample wrote that the deal was dead: “Sad!”", ["the deal was dead", "Sad!"]),
    ],
)  # fmt: skip
def test_what_leads_in_to_a_quotation_and_who_speaks_it_are_no_content(
    language: str, text: str, expected: list[str]
) -> None:
    assert contents(text, language) == expected
