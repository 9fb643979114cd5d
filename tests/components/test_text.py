"""Article text on the page: marked, linked, shortened and counted. How it is escaped: ``test_hostile_text.py``."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.text import STYLES, Mark, escape, many, marked, original, safe_url, shorten


@given(st.text())
def test_marked_text_is_the_text_with_marks_alone(text: str) -> None:
    marks = [Mark(i, i + 3, style, 'a < b & “c” "d"') for i, style in enumerate(STYLES)]
    shown = marked(text, marks)
    assert html.unescape(re.sub(r"<mark [^>]*>|</mark>", "", shown).replace("<br>", "\n")) == text
    assert set(re.findall(r"<(/?\w+)", shown)) <= {"mark", "/mark", "br"}


def test_marks_stand_where_they_were_counted() -> None:
    assert marked("abcdef", [Mark(12, 14, "topic", "t")], offset=10).startswith("ab<mark")
    both = marked("abcdef", [Mark(0, 4, "statement", "one"), Mark(2, 6, "actor", "two")])
    assert both.count("<mark") == 3
    assert 'title="one; two"' in both


def test_lines_are_joined() -> None:
    assert escape("a\n\n- b\n") == "a \\- b"


def test_an_address_cannot_break_out_of_its_link() -> None:
    url = 'https://x.example/a) [b](javascript:c) "d" <e>'
    assert not set(safe_url(url)) & set(')(<>"[] ')
    assert original("https://x.example/ю?q=1") == " · [original](https://x.example/%D1%8E?q=1)"


def test_shorten_cuts_at_a_word() -> None:
    assert shorten("one two three", 8) == "one two…"
    assert shorten("one  two", 8) == "one two"
    assert len(shorten("x" * 50, 10)) == 10


@pytest.mark.parametrize(("n", "text"), [(0, "0 articles"), (1, "1 article"), (1200, "1,200 articles")])
def test_many(n: int, text: str) -> None:
    assert many(n, "article") == text
