"""Where a reported clause begins and ends."""

import pytest

from tests.press.reading.attribution.told import contents


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a relative clause ends before the main verb
        ("en", "The opposition, which accuses the ruling party of theft, lost the vote.", ["accuses the ruling party of theft"]),
        # a second verb of the same subject, and a second clause with its own
        ("en", "Anna Sample rejected the offer and said she would fight on.", ["rejected the offer", "she would fight on"]),
        ("en", "Mr. Sample has argued that money corrupts, and he once told a crowd that he would rather lose.", ["money corrupts", "he would rather lose"]),
        # the mark that opens a quotation belongs to what is said
        ("en", "Anna Sample said that “nobody” was above the law.", ["“nobody” was above the law"]),
        # a subject with an apposition after a conjunction begins a statement of its own
        ("en", "The mayor has said it is late, and a spokesman, Bob Sample, said on Friday that it was near.", ["it is late", "it was near"]),
        # a comment of the writer is not said
        ("en", "Anna Sample said the vote was lost, a point that her rival called absurd.", ["the vote was lost"]),
    ],
)  # fmt: skip
def test_where_a_reported_clause_ends(language: str, text: str, expected: list[str]) -> None:
    assert contents(text, language) == expected
