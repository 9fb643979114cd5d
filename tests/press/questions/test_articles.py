"""Lists of articles, and all that was read in one."""

from __future__ import annotations

from datetime import date

import pytest

from press.questions import articles, listing
from press.questions.narrowing import EVERY_ARTICLE, Articles
from press.questions.periods import During
from press.selection import Selection

from .conftest import ALL, SERBIAN, rows


def ids(frame) -> list[str]:
    return list(frame["article_id"])


def test_the_latest_articles_come_first_and_undated_ones_last(corpus) -> None:
    found = articles.listed(corpus, ALL)
    assert ids(found.first) == ["a4", "a3", "a2", "a1", "a5", "a6"]
    assert found.total == 6
    assert list(found.first.columns) == [
        "article_id",
        "published",
        "outlet",
        "outlet_group",
        "language",
        "title",
        "url",
    ]
    assert ids(articles.listed(corpus, SERBIAN).first) == ["a3"]
    assert ids(articles.listed(corpus, Selection(words="talk")).first) == ["a2", "a1", "a5", "a6"]


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        (Articles(topics=("gas",)), ["a3", "a2", "a1"]),
        (Articles(topics=("gas", "kosovo")), ["a3"]),
        (Articles(group="russian_state"), ["a4", "a2", "a6"]),
        (Articles(topics=("gas",), group="serbian"), ["a3", "a1"]),
        (Articles(during=During("year", date(2024, 12, 31))), ["a4", "a3", "a2", "a1"]),
        (Articles(during=During("month", date(2024, 5, 1))), ["a3", "a2", "a1"]),
        (Articles(during=During("week", date(2024, 5, 12))), ["a2", "a1"]),
        (Articles(during=During("week", date(2024, 5, 13))), []),
        (Articles(during=During("day", date(2024, 5, 7))), ["a2"]),
    ],
)
def test_articles_of_a_narrowing(corpus, narrowing, expected) -> None:
    found = articles.listed(corpus, ALL, narrowing)
    assert (ids(found.first), found.total) == (expected, len(expected))


def test_further_columns_are_those_of_the_table(corpus) -> None:
    found = articles.listed(corpus, SERBIAN, EVERY_ARTICLE, ("topics", "words"))
    assert rows(found.first, "article_id", "topics", "words") == [("a3", ["gas", "kosovo"], 0)]
    with pytest.raises(KeyError, match="no column x"):
        articles.listed(corpus, ALL, EVERY_ARTICLE, ("x FROM articles; --",))


def test_articles_that_are_too_many_to_list(corpus, monkeypatch) -> None:
    monkeypatch.setattr(listing, "MOST_LISTED", 2)
    found = articles.listed(corpus, ALL, Articles(topics=("gas",)))
    assert (ids(found.first), found.total, ids(found.every(corpus))) == (["a3", "a2"], 3, ["a3", "a2", "a1"])
    monkeypatch.setattr(listing, "MOST_DOWNLOADED", 1)
    assert ids(articles.listed(corpus, ALL).every(corpus)) == ["a4"]


def test_one_article(corpus) -> None:
    found = articles.article(corpus, "a1")
    assert (found["title"], found["words"], bool(found["abstract"]), list(found["topics"])) == (
        "Talks on gas", 120, True, ["gas", "energy"],
    )  # fmt: skip
    assert articles.article(corpus, "nothing") is None


def test_what_was_read_in_an_article_stands_in_the_order_of_its_text(corpus) -> None:
    assert rows(articles.statements_of(corpus, "a1"), "statement_id", "start") == [("s1", 10), ("s2", 40)]
    assert rows(articles.mentions_of(corpus, "a1"), "kind", "name", "start") == [
        ("actor", "Anna Sample", 0),
        ("topic", "gas", 3),
        ("topic", "gas", 11),
        ("topic", "gas", 50),
    ]
    assert rows(articles.events_of(corpus, "a3"), "event_id", "story_id") == [("e3", "met"), ("e4", "came")]
    for of in (articles.statements_of, articles.mentions_of, articles.events_of, articles.stances_of):
        assert of(corpus, "nothing").empty


def test_stances_of_an_article(corpus) -> None:
    stances = articles.stances_of(corpus, "a1")
    assert rows(stances, *stances.columns) == [
        ("EU", "negative", "gas is good", 10, 30),
        ("Russia", "positive", "gas is good", 10, 30),
        ("China", "negative", "gas is bad", 40, 60),
        ("Russia", "negative", "gas is bad", 40, 60),
    ]
    assert rows(articles.parties_of(corpus, "a1"), "statement_id", "about") == [
        ("s1", "Russia +0.50, EU -0.25"),
        ("s2", "China -0.50, Russia -0.50"),
    ]
