"""The page Articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from press.corpus.queries import Corpus

from .conftest import ARTICLES, UNESCAPED, links, said, sent_html


def _id(corpus: Corpus, url: str) -> str:
    return str(corpus.sql("SELECT article_id FROM articles WHERE url = ?", None, [url])["article_id"][0])


def test_the_table_has_every_article(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("articles")
    table = app.dataframe[0].value
    assert set(table["title"]) == {a["title"] for a in ARTICLES}
    dates = dict(zip(table["title"], table["published"], strict=True))
    assert dates["An article that nobody dated"] == "date unknown"
    assert dates["Sporazum o gasu u Beogradu"] == "2024-05-07"
    assert list(table["published"])[-1] == "date unknown"


@pytest.mark.parametrize(("words", "title"), [("kosovo zzzz", ""), ("СПОРАЗУМ гасу", "Sporazum o gasu u Beogradu")])
def test_search_over_scripts(dashboard: Callable[..., AppTest], words: str, title: str) -> None:
    app = dashboard("articles", find=words)
    if title:
        assert list(app.dataframe[0].value["title"]) == [title]
    else:
        assert "No article has these words" in said(app)


def test_the_reader_marks_what_was_found(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    app = dashboard("articles", article=_id(corpus, "https://morning.example/gas-1"))
    text, html = said(app), sent_html(app)
    assert "This is an abstract written for this project" in text
    assert "[read the original](https://morning.example/gas-1)" in text
    assert "2024-05-06" in text and "Topics: Gas" in text
    assert "Bogdan Kestić: positive" in html
    assert html.count("<mark") >= 4
    assert app.dataframe[0].value["speaker"].tolist() == ["Bogdan Kestić", "Mila Zarić"]


def test_the_reader_tells_about_whom_and_leads_to_the_events(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    article = _id(corpus, "https://morning.example/gas-1")
    app = dashboard("articles", article=article)
    table = app.dataframe[0].value
    assert table["about"].str.contains("Russia").any()
    assert "basis" not in table  # nothing was corrected
    stories = set(corpus.sql("SELECT story_id FROM events WHERE article_id = ?", None, [article])["story_id"])
    assert stories
    assert {query for page, query in links(app) if page == "events"} >= {f"story={story}" for story in stories}


def test_marks_can_be_chosen(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    app = dashboard("articles", article=_id(corpus, "https://morning.example/gas-1"))
    next(b for b in app.get("button_group") if b.label == "Mark").set_value([]).run()
    assert "<mark" not in sent_html(app)


def test_an_undated_article_is_not_given_a_date(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    app = dashboard("articles", article=_id(corpus, "https://evening.example/undated"))
    assert "date unknown · **Evening Example**" in said(app)


def test_hostile_text_stays_text(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    app = dashboard("articles", article=_id(corpus, "https://hostile.example/1"))
    html, text = sent_html(app), said(app)
    assert "&lt;script&gt;" in html and "<script" not in html
    assert "material" in text and not UNESCAPED.search(text)


def test_an_unknown_article_says_so(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("articles", article="nothing")
    assert "not in the corpus" in said(app)
    assert len(app.dataframe[0].value) == len(ARTICLES)
