"""The Selection: a value that turns into words and into the query."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.corpus.building import read_articles, tables_of
from press.corpus.queries import Corpus
from press.selection import Selection
from press.tables import TABLES
from press.text.search import words_of

days = st.none() | st.dates(date(2012, 1, 1), date(2026, 12, 31))


def test_equal_selections_are_equal_however_they_were_put_together() -> None:
    one = Selection(languages=("sr", "en", "sr"), words="  gas   Niš ")
    assert one == Selection(languages=("en", "sr"), words="gas Niš")
    swapped = Selection(start=date(2024, 2, 1), end=date(2024, 1, 1))
    assert (swapped.start, swapped.end) == (date(2024, 1, 1), date(2024, 2, 1))
    assert Selection().is_empty
    assert not one.is_empty


def test_the_period_before_has_the_same_length() -> None:
    now = Selection(start=date(2024, 3, 1), end=date(2024, 3, 31), topics=("gas",))
    before = now.before()
    assert before is not None
    assert (before.start, before.end, before.topics) == (date(2024, 1, 30), date(2024, 2, 29), ("gas",))
    assert Selection(start=date(2024, 3, 1)).before() is None


def test_a_selection_in_words() -> None:
    assert Selection().describe() == "everything"
    chosen = Selection(start=date(2024, 1, 1), languages=("sr",), topics=("a", "b", "c", "d"), words="gas")
    assert (
        chosen.describe({"sr": "Serbian"})
        == "since 2024-01-01; language Serbian; topic a or b or c or 1 more; with “gas”"
    )


def test_search_folds_case_script_and_diacritics() -> None:
    assert words_of("Вучић") == words_of("Vučić") == words_of("VUCIC") == ["vucic"]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(tables_of(read_articles()[::4]), "sample")


@pytest.fixture(scope="module")
def articles(corpus) -> pd.DataFrame:
    return corpus.frame("articles")


CHOICES = {
    "languages": ["en", "sr", "ru", "uk", "xx"], "outlets": ["TASS", "RTS", "N1", "Nobody's Herald"],
    "groups": ["serbian", "russian_state", "eu_us", "nothing"], "topics": ["energy", "gas", "sanctions", "kosovo"],
    "actors": ["Aleksandar Vučić", "Vladimir Putin", "Russia", "Nobody"],
}  # fmt: skip
real = st.builds(
    Selection,
    start=days,
    end=days,
    words=st.sampled_from(["", "serbia", "Srbija", "Вучић", "gas russia", "zzzz", "100%", "a_b"]),
    **{name: st.lists(st.sampled_from(v), max_size=2).map(tuple) for name, v in CHOICES.items()},
)


def by_hand(articles: pd.DataFrame, s: Selection) -> set[str]:
    """The definition of a selection, an article at a time."""
    found = set()
    for row in articles.itertuples():
        day = None if pd.isna(row.published) else pd.Timestamp(row.published).date()
        if (s.start or s.end) and day is None:
            continue
        if (s.start and day < s.start) or (s.end and day > s.end):
            continue
        one_of = ((s.languages, [row.language]), (s.outlets, [row.outlet]), (s.groups, [row.outlet_group]), (s.topics, row.topics), (s.actors, row.actors))  # fmt: skip
        if any(chosen and not set(chosen) & set(own) for chosen, own in one_of):
            continue
        text = words_of(row.title + "\n" + row.text)
        if all(any(own.startswith(word) for own in text) for word in words_of(s.words)):
            found.add(row.article_id)
    return found


@given(real)
def test_the_query_selects_what_the_definition_says(corpus, articles, selection) -> None:
    expected = by_hand(articles, selection)
    assert set(corpus.frame("articles", selection)["article_id"]) == expected
    assert corpus.count(selection) == (len(expected), len(articles))
    for table in TABLES:
        if table in ("articles", "stories"):
            continue
        whole = corpus.frame(table)
        assert len(corpus.frame(table, selection)) == whole["article_id"].isin(expected).sum(), table


def test_kinds_select_statements_and_their_stances(corpus) -> None:
    statements = corpus.frame("statements")
    direct = Selection(kinds=("direct",))
    chosen = corpus.frame("statements", direct)
    assert 0 < len(chosen) == (statements["kind"] == "direct").sum() < len(statements)
    assert set(corpus.frame("stances", direct)["statement_id"]) <= set(chosen["statement_id"])
    assert corpus.count(direct)[0] == corpus.count()[1]


def test_selected_stories_are_those_of_selected_events(corpus) -> None:
    last = corpus.frame("articles")["published"].max().date()
    chosen = Selection(start=last - timedelta(200))
    assert set(corpus.frame("stories", chosen)["story_id"]) == set(corpus.frame("events", chosen)["story_id"])
