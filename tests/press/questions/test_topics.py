"""What is written about: over time, by group, together, and the sentences."""

from __future__ import annotations

from datetime import date

import pytest

from press.questions import listing, topics
from press.questions.narrowing import EVERY_ARTICLE, Articles
from press.questions.periods import During
from press.selection import Selection

from .conftest import ALL, SERBIAN, rows


def test_topics_by_number_of_articles(corpus) -> None:
    assert rows(topics.frequent(corpus, ALL), "topic", "articles") == [("gas", 3), ("kosovo", 3), ("energy", 1)]
    assert rows(topics.frequent(corpus, SERBIAN), "topic", "articles") == [("gas", 1), ("kosovo", 1)]


def test_topics_over_time_have_zeros_and_shares(corpus) -> None:
    lines = topics.by_period(corpus, ALL, "month", ("kosovo", "gas"))
    assert rows(lines, *lines.columns) == [
        ("kosovo", "2023-09-01", 1, 1, 1.0),
        ("kosovo", "2024-05-01", 1, 3, pytest.approx(1 / 3)),
        ("kosovo", "2024-08-01", 1, 1, 1.0),
        ("gas", "2023-09-01", 0, 1, 0.0),
        ("gas", "2024-05-01", 3, 3, 1.0),
        ("gas", "2024-08-01", 0, 1, 0.0),
    ]
    assert list(lines.columns) == ["topic", "period", "articles", "total", "share"]
    assert topics.by_period(corpus, ALL, "month", ()).empty
    assert topics.by_period(corpus, Selection(words="undated"), "month", ("gas",)).empty


def test_topics_by_group_of_outlets(corpus) -> None:
    cells = topics.by_group(corpus, ALL)
    assert rows(cells, *cells.columns) == [
        ("energy", "russian_state", 0, 0.0),
        ("energy", "serbian", 1, pytest.approx(1 / 3)),
        ("gas", "russian_state", 1, pytest.approx(1 / 3)),
        ("gas", "serbian", 2, pytest.approx(2 / 3)),
        ("kosovo", "russian_state", 1, pytest.approx(1 / 3)),
        ("kosovo", "serbian", 2, pytest.approx(2 / 3)),
    ]


def test_topics_that_come_together(corpus) -> None:
    assert rows(topics.together(corpus, ALL), "one", "other", "articles") == [
        ("energy", "gas", 1),
        ("gas", "energy", 1),
        ("gas", "kosovo", 1),
        ("kosovo", "gas", 1),
    ]
    assert topics.together(corpus, Selection(languages=("ru",))).empty


SENTENCES = [("a2", "Talks on gas.", 7), ("a1", "Gas and gas again.", 3), ("a1", "Then more gas.", 50)]


def test_sentences_on_a_topic_each_once(corpus) -> None:
    found = topics.sentences(corpus, ALL, "gas", EVERY_ARTICLE)
    assert rows(found.first, "article_id", "sentence", "start") == SENTENCES
    assert found.total == 3
    assert rows(found.first.head(1), "published", "outlet", "language", "title") == [
        ("2024-05-07", "Evening Example", "en", "More talks")
    ]
    energy = topics.sentences(corpus, ALL, "gas", Articles(topics=("energy",)))
    assert rows(energy.first, "article_id", "start") == [("a1", 3), ("a1", 50)]
    monday = Articles(group="serbian", during=During("day", date(2024, 5, 6)))
    assert topics.sentences(corpus, ALL, "gas", monday).total == 2
    assert topics.sentences(corpus, SERBIAN, "gas", EVERY_ARTICLE).total == 0


def test_sentences_that_are_too_many_to_list_are_counted_as_they_are_listed(corpus, monkeypatch) -> None:
    monkeypatch.setattr(listing, "MOST_LISTED", 1)
    found = topics.sentences(corpus, ALL, "gas", EVERY_ARTICLE)
    assert rows(found.first, "article_id", "sentence", "start") == SENTENCES[:1]
    assert found.total == 3
    assert rows(found.every(corpus), "article_id", "sentence", "start") == SENTENCES
