"""Reprints are articles that repeat the first one; one article under two addresses is one."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from press.corpus import repeats

_TEXT = "The mayor of Sample met a delegation from Example on Monday and spoke about a new bridge and the price of gas."


def _row(
    number: str, outlet: str = "Sample Herald", day: int = 1, text: str = _TEXT, title: str = ""
) -> dict[str, Any]:
    published = date(2024, 5, day) if day else None
    return {"article_id": number, "title": title, "text": text, "outlet": outlet, "published": published}


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_reprints_repeat_the_first_in_whatever_order_they_come(order: tuple[int, ...]) -> None:
    rows = [
        _row("d", "Other Post", 1),
        _row("c", "Sample Herald", 2),
        _row("b", "Third Mail", 0),
        _row("a", text="Else."),
    ]
    assert repeats.mark([rows[i] for i in order]) == set()
    assert {r["article_id"]: r["duplicate_of"] for r in rows} == {"a": "", "b": "d", "c": "d", "d": ""}


@pytest.mark.parametrize("reverse", [False, True])
def test_the_same_text_at_one_outlet_on_one_day_is_one_article(reverse: bool) -> None:
    rows = [_row("b"), _row("a", text=_TEXT.upper()), _row("c", day=2)]
    assert repeats.mark(rows[::-1] if reverse else rows) == {"b"}
    assert {r["article_id"]: r["duplicate_of"] for r in rows} == {"a": "", "b": "", "c": "a"}


def test_both_scripts_of_serbian_are_one_text() -> None:
    rows = [_row("a", text="Министарка је стигла у Ниш, каже се у саопштењу, и отишла је одмах натраг у Београд."),
            _row("b", "Other Post", text="Ministarka je stigla u Niš, kaže se u saopštenju, i otišla je odmah natrag u Beograd.")]  # fmt: skip
    repeats.mark(rows)
    assert [r["duplicate_of"] for r in rows] == ["", "a"]


def test_short_texts_are_compared_with_their_headlines() -> None:
    rows = [_row(str(n), text="More soon.", title=f"Headline {n}") for n in range(3)]
    assert repeats.mark(rows) == set()
    assert {r["duplicate_of"] for r in rows} == {""}


def test_nothing_is_no_repeat() -> None:
    assert repeats.mark([]) == set()
