"""Which of two versions of an article is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from press.article import Article
from press.corpus.versions import newest, supersedes, version

_ARTICLE = Article("Talks went on.", url="https://paper.example/gas", published=date(2024, 5, 1))
_LATER = replace(_ARTICLE, text="Talks ended.", published=date(2024, 5, 2))
_SPELT = replace(_ARTICLE, url="https://www.paper.example/gas")


def test_the_spelling_of_an_address_is_no_content() -> None:
    assert version(_SPELT).content == version(_ARTICLE).content
    assert version(_LATER).content != version(_ARTICLE).content
    assert version(_ARTICLE, "another parser").content != version(_ARTICLE).content


@pytest.mark.parametrize(
    ("own", "known", "expected"),
    [
        (_LATER, _ARTICLE, True), (_ARTICLE, _LATER, False), (_ARTICLE, _ARTICLE, False), (_ARTICLE, _SPELT, True),
        (_SPELT, _ARTICLE, False), (replace(_ARTICLE, text="Mended."), _ARTICLE, True), (replace(_LATER, published=None), _ARTICLE, False),
    ],
)  # fmt: skip
def test_the_later_day_counts_then_what_was_read_later(own: Article, known: Article, expected: bool) -> None:
    assert supersedes(version(own), version(known)) is expected


def test_the_day_of_a_version() -> None:
    assert version(_ARTICLE).day == date(2024, 5, 1).toordinal()
    assert version(replace(_ARTICLE, published=None)).day == 0


def test_one_article_of_each_address_stays() -> None:
    other = Article("Else.", url="https://paper.example/oil")
    assert newest([_ARTICLE, other, _LATER, _SPELT]) == [_LATER, other]
