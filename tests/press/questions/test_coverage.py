"""How much is written, when and by whom."""

from __future__ import annotations

from datetime import date

import pytest

from press.corpus.queries import Corpus
from press.questions import coverage, listing
from press.selection import Selection

from .conftest import ALL, SERBIAN, rows

GAS = Selection(topics=("gas",))


def test_figures(corpus) -> None:
    assert rows(coverage.figures(corpus, ALL), "articles", "statements", "events", "outlets", "tone") == [
        (6, 6, 5, 3, 0.25)
    ]
    assert rows(coverage.figures(corpus, SERBIAN), "articles", "statements", "events", "outlets", "tone") == [
        (1, 1, 2, 1, 0.75)
    ]
    undated = Selection(words="undated")
    assert rows(coverage.figures(corpus, undated), "articles", "events", "tone") == [(1, 0, None)]


def test_articles_by_period_and_group_or_language(corpus) -> None:
    by_group = coverage.by_period(corpus, ALL, "month", "outlet_group")
    assert rows(by_group, *by_group.columns) == [
        ("2023-09-01", "serbian", 1),
        ("2024-05-01", "russian_state", 1),
        ("2024-05-01", "serbian", 2),
        ("2024-08-01", "russian_state", 1),
    ]
    by_language = coverage.by_period(corpus, GAS, "week", "language")
    assert rows(by_language, "period", "language", "articles") == [("2024-05-06", "en", 2), ("2024-05-20", "sr", 1)]
    assert rows(coverage.by_period(corpus, GAS, "year", "outlet_group"), "period", "articles") == [
        ("2024-01-01", 1),
        ("2024-01-01", 2),
    ]
    assert len(coverage.by_period(corpus, ALL, "day", "language")) == 5


@pytest.mark.parametrize(("period", "by"), [("decade", "language"), ("month'", "language"), ("month", "title")])
def test_what_stands_in_a_query_is_one_of_a_few_values(corpus, period, by) -> None:
    with pytest.raises(ValueError, match=r"there is no period|is not stacked by"):
        coverage.by_period(corpus, ALL, period, by)


def test_undated_articles_and_abstracts(corpus) -> None:
    assert (coverage.undated(corpus, ALL), coverage.undated(corpus, SERBIAN)) == (1, 0)
    assert (coverage.abstracts(corpus, ALL), coverage.abstracts(corpus, SERBIAN)) == (1, 0)


def test_first_and_last_day(corpus) -> None:
    assert coverage.span(corpus, ALL) == (date(2023, 9, 12), date(2024, 8, 20))
    assert coverage.span(corpus, SERBIAN) == (date(2024, 5, 20), date(2024, 5, 20))
    assert coverage.span(corpus, Selection(words="undated")) == (date.today(), date.today())


def test_values_of_a_column(corpus) -> None:
    assert rows(coverage.values(corpus, ALL, "topics"), "value", "articles") == [
        ("gas", 3),
        ("kosovo", 3),
        ("energy", 1),
    ]
    assert rows(coverage.values(corpus, GAS, "outlet"), "value", "articles") == [
        ("Evening Example", 1),
        ("Jutro Primer", 1),
        ("Morning Example", 1),
    ]
    assert coverage.values(corpus, ALL, "author").empty
    with pytest.raises(KeyError, match="no column x"):
        coverage.values(corpus, ALL, "x")


OUTLETS = [
    ("Evening Example", "russian_state", ["en", "ru"], 3, None),
    ("Morning Example", "serbian", ["en"], 2, 0.0),
    ("Jutro Primer", "serbian", ["sr"], 1, 0.75),
]


def test_outlets(corpus) -> None:
    found = coverage.outlets(corpus, ALL)
    assert rows(found.first, *found.first.columns) == OUTLETS
    assert found.total == 3


def test_outlets_that_are_too_many_to_list(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_LISTED", 2)
    found = coverage.outlets(corpus, ALL)
    assert rows(found.first, *found.first.columns) == OUTLETS[:2]
    assert found.total == 3
    assert rows(found.every(corpus), *found.first.columns) == OUTLETS
    assert coverage.outlets(corpus, Selection(topics=("kosovo",))).total == 3  # of one article each


def test_peaks_are_the_highest_periods_in_their_order(corpus) -> None:
    counts = coverage.by_period(corpus, ALL, "month", "outlet_group")
    assert rows(coverage.peaks(counts), "period", "articles", "number") == [("2024-05-01", 3, 1)]
    assert rows(coverage.peaks(counts, most=2, least=1), "period", "articles", "number") == [
        ("2023-09-01", 1, 1),
        ("2024-05-01", 3, 2),
    ]
    assert coverage.peaks(counts.head(0)).empty
