"""Quotation marks of every press. All texts are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text.quotes import find

MARKS = "\"“”„‟«»‘’‚‛‹›'"


def inner(text: str) -> list[str]:
    """The words of the outermost quotations."""
    return [text[q.inner : q.inner_end] for q in find(text) if q.depth == 0]


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "„”", '„"', "»«", "””", "‚‘", "‘’", "‹›"])
def test_every_pair_of_marks(marks: str) -> None:
    assert inner(f"He said {marks[0]}it is so{marks[1]} and left.") == ["it is so"]


def test_nested_quotations_have_their_depth() -> None:
    text = "“He told me ‘no’ and left,” she said. «Это „проба“», — сказал он."
    assert [(q.depth, text[q.inner : q.inner_end]) for q in find(text)] == [
        (0, "He told me ‘no’ and left,"),
        (1, "no"),
        (0, "Это „проба“"),
        (1, "проба"),
    ]


def test_apostrophes_are_no_marks() -> None:
    assert inner("It's the mayors' plan, isn't it? п'ять з'їздів") == []


def test_a_quotation_runs_over_paragraphs_with_opening_marks_only() -> None:
    assert inner("“The first part of it.\n\n“The second part,” she said.") == [
        "The first part of it.",
        "The second part,",
    ]


def test_a_stray_mark_does_not_swallow_the_text() -> None:
    assert inner('The 6" pipe broke.\nShe said “it is fixed” later.') == ["it is fixed"]


@given(text=st.text(alphabet=MARKS + "ab .,\n—", max_size=80))
def test_any_text_gives_quotations_inside_it(text: str) -> None:
    ends: list[int] = []
    for q in find(text):
        assert 0 <= q.start < q.inner <= q.inner_end <= q.end <= len(text)
        ends = [e for e in ends if e > q.start]
        assert all(q.end <= e for e in ends), "quotations nest or stand apart"
        assert q.depth == len(ends)
        ends.append(q.end)
