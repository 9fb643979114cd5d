"""The page Overview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import shared
from press.article import Article
from press.corpus.building import tables_of
from press.corpus.queries import Corpus
from tests.conftest import ROOT

from .conftest import ARTICLES, charts, links, metrics, said


def test_figures_are_those_of_the_corpus(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    figures = metrics(dashboard("overview"))
    assert figures["Articles"] == str(len(ARTICLES))
    assert figures["Outlets"] == str(len({a["sitename"] for a in ARTICLES}))
    for label, table, column in (("Statements", "statements", "statement_id"), ("Events", "stories", "story_id")):
        assert figures[label] == str(len(corpus.frame(table, columns=[column])))


def test_a_filter_changes_the_figures_and_says_so(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("overview", topic=["kosovo"])
    assert metrics(app)["Articles"] == "3"
    assert "topic Kosovo · 3 of 7 articles" in said(app)
    assert sum(map(sum, (trace["y"] for trace in charts(app)[0]))) == 2  # the third has no date


def test_a_period_is_compared_with_the_one_before(dashboard: Callable[..., AppTest]) -> None:
    alone = dashboard("overview")
    assert not any(m.delta for m in alone.metric)
    app = dashboard("overview", **{"from": date(2024, 5, 1), "to": date(2024, 8, 20)})
    deltas = {m.label: m.delta for m in app.metric}
    assert metrics(app)["Articles"] == "4"
    assert deltas["Articles"] == "+3"  # 4 against 1 in the 112 days before
    assert "2024-01-10 to 2024-04-30, which has 1 article." in said(app)


def test_undated_articles_are_counted_apart(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("overview")
    assert "of unknown date: 1 article." in said(app)
    undated = dashboard("overview", q="nobody dated")
    assert metrics(undated)["Articles"] == "1"
    assert not charts(undated)
    assert "unknown date" in said(undated)


def test_a_picked_period_lists_its_articles(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("overview", period="2024-05-01", by="month")
    text = said(app)
    assert "Articles of 2024\\-05" in text or "Articles of 2024-05" in text
    assert "Sporazum o gasu u Beogradu" in text
    assert len([query for page, query in links(app) if page == "articles" and "article=" in query]) == 3


def test_peaks_are_explained_by_the_event_behind_them(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("overview")
    assert [e.label for e in app.expander] == ["What is behind the peaks"]
    behind = "\n".join(c.value for c in app.expander[0].caption)
    assert "2024-05-06" in behind and "outlets" in behind
    assert any("2024-05 · 3 articles" in m.value for m in app.expander[0].markdown)


def test_nothing_left_says_what_to_do(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("overview", q="zzzz")
    assert "No article fits this filter" in said(app)
    assert not charts(app) and not app.metric
    assert [b.label for b in app.button if b.label.startswith("Reset")] == ["Reset", "Reset filter"]


def test_most_quoted_speakers(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    quoted = dashboard("overview").dataframe[0].value
    assert quoted.iloc[0]["speaker"] == "Bogdan Kestić"
    expected = corpus.frame("statements", columns=["speaker"])["speaker"].value_counts()
    assert dict(zip(quoted["speaker"], quoted["statements"], strict=True)) == expected.to_dict()


def test_outlets_are_listed_with_their_languages(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    outlets = dashboard("overview").dataframe[1].value
    expected = corpus.sql("SELECT outlet, count(*) AS n FROM articles GROUP BY outlet")
    assert dict(zip(outlets["outlet"], outlets["articles"], strict=True)) == dict(
        zip(expected["outlet"], expected["n"], strict=True)
    )
    languages = dict(zip(outlets["outlet"], outlets["languages"], strict=True))
    assert list(languages["Jutro Example"]) == ["Serbian"]
    russia = corpus.sql(
        "SELECT avg(stance) AS s FROM article_stances WHERE target = 'Russia' AND outlet = 'Morning Example'"
    )
    assert outlets.set_index("outlet")["stance_on_russia"]["Morning Example"] == pytest.approx(russia["s"][0])


def test_an_outlet_can_be_seen_alone(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("overview", **{"outlet-of": "Morning Example"})
    assert app.session_state["outlet"] == []
    app.button(key="only-outlet").click().run()
    assert not app.exception
    assert app.session_state["outlet"] == ["Morning Example"]
    assert "outlet-of" not in app.query_params
    alone = metrics(dashboard("overview", outlet=["Morning Example"]))
    assert alone["Articles"] == "2" and alone["Outlets"] == "1"


def test_articles_are_stacked_by_language(dashboard: Callable[..., AppTest]) -> None:
    drawn = {trace["name"]: sum(trace["y"]) for trace in charts(dashboard("overview", stack="language"))[0]}
    dated = [a["language"] for a in ARTICLES if "date" in a]
    assert drawn == {n: dated.count(c) for n, c in (("Serbian", "sr"), ("Russian", "ru"), ("English", "en"))}


def test_texts_are_called_abstracts_only_where_the_corpus_has_some(
    dashboard: Callable[..., AppTest], corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "are abstracts" in said(dashboard("overview"))
    whole = Corpus(tables_of([Article(text="The mayor said that it rained.", outlet="Herald")]), "whole articles")
    monkeypatch.setattr(shared, "corpus_name", lambda: whole.name)
    monkeypatch.setattr(shared, "open_corpus", lambda progress=None: whole)
    st.cache_data.clear()
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert "1 of 1 articles" in said(app)
    assert "are abstracts" not in said(app)
