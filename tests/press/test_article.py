"""The record: stable identifiers from addresses and texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.article import Article, normalise_url, stable_id


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/news/1",
        "http://example.org/news/1/",
        "https://m.example.org/news/1#top",
        "https://amp.example.org/news/1?utm_source=x&fbclid=y",
        "https://EXAMPLE.org/news/1/amp/",
    ],
)
def test_addresses_of_one_page_are_one(url: str) -> None:
    assert normalise_url(url) == "example.org/news/1"


def test_parameters_that_name_the_page_stay() -> None:
    assert normalise_url("https://example.org/?b=2&a=1") == "example.org?a=1&b=2"
    assert normalise_url("https://example.org:8080/x") == "example.org:8080/x"


@given(st.text(max_size=60))
def test_any_text_as_address_is_survived_and_stable(url: str) -> None:
    once = normalise_url(url)
    assert once == normalise_url(url)
    assert len(Article(text="x", url=url).article_id) == 16


def test_articles_without_address_are_told_apart_by_text() -> None:
    assert Article(text="a").article_id != Article(text="b").article_id
    assert Article(text="a").article_id == Article(text="a", outlet="Any").article_id
    assert stable_id("ab", "c") != stable_id("a", "bc")
