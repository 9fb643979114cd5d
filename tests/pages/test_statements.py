"""The page Statements."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from components import lists
from components.text import escape
from press.corpus.queries import Corpus

from .conftest import UNESCAPED, charts, metrics, said, sent_html


def test_tones_over_time_are_those_of_the_dated_statements(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    drawn = {trace["name"].lower(): sum(trace["y"]) for trace in charts(dashboard("statements"))[0]}
    expected = corpus.sql(
        "SELECT label, count(*) AS n FROM statements JOIN articles USING (article_id) WHERE published IS NOT NULL GROUP BY ALL"
    )
    assert {k: v for k, v in drawn.items() if v} == dict(zip(expected["label"], expected["n"], strict=True))


def test_a_speakers_own_page(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    own = corpus.sql("SELECT article_id, sentiment FROM statements WHERE speaker = 'Bogdan Kestić'")
    app = dashboard("statements", speaker="Bogdan Kestić")
    assert app.selectbox[0].value == "Bogdan Kestić"
    figures = metrics(app)
    assert figures["Statements"] == str(len(own)) == "3"
    assert figures["Articles"] == str(own["article_id"].nunique())
    assert figures["Mean tone (−1…1)"] == f"{own['sentiment'].mean():+.2f}"
    assert "Mila Zarić" not in said(app)
    assert sent_html(app).count("<div>") == 3


def test_kinds_narrow_the_statements(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    n = len(corpus.sql("SELECT 1 FROM statements WHERE kind = 'indirect'"))
    app = dashboard("statements", kind="indirect")
    assert 0 < n < len(corpus.sql("SELECT 1 FROM statements"))
    assert metrics(app)["Statements"] == str(n)
    app.multiselect(key="choice-kind").set_value(["direct"]).run()
    assert list(app.query_params["kind"]) in (["direct"], list("direct"))
    assert metrics(app)["Statements"] == str(len(corpus.sql("SELECT 1 FROM statements WHERE kind = 'direct'")))


def test_a_party_narrows_to_the_statements_that_take_it_up(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    stances = corpus.sql("SELECT stance FROM stances WHERE target = 'Russia'")["stance"]
    if stances.empty:
        pytest.skip("no stance toward Russia in the made-up articles")
    figures = metrics(dashboard("statements", target="Russia"))
    assert figures["Statements"] == str(len(stances))
    assert figures["Stance on Russia"] == f"{stances.mean():+.2f}"


def test_a_statement_says_about_whom_it_is(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    stances = corpus.sql(
        "SELECT target, stance FROM stances JOIN statements USING (statement_id) WHERE text LIKE '%reliable partnership%'"
    )
    assert "Russia" in set(stances["target"])
    told = said(dashboard("statements", speaker="Bogdan Kestić", target="Russia"))
    for target, stance in zip(stances["target"], stances["stance"], strict=True):
        assert f"{target} {escape(f'{stance:+.2f}')}" in told


def test_more_statements_are_shown_when_asked_for(
    dashboard: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "MOST_STATEMENTS", 2)
    app = dashboard("statements")
    assert sent_html(app).count("<div>") == 2
    app.button(key="more-statements").click().run()
    assert sent_html(app).count("<div>") == 6
    assert sent_html(dashboard("statements", shown="9" * 5000)).count("<div>") == 2


def test_words_that_made_the_score_are_marked(dashboard: Callable[..., AppTest]) -> None:
    html = sent_html(dashboard("statements", speaker="Bogdan Kestić"))
    assert '<mark style="color:inherit;background:rgba(0,114,178' in html
    assert ">excellent</mark>" in html


def test_a_picked_bar_narrows_the_list(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("statements", bar=["negative", "2024-08-01"], by="month")
    assert "Negative statements, 2024" in said(app)
    assert sent_html(app).count("<div>") == 1
    assert "опасны" in sent_html(app)


def test_an_undated_statement_is_shown_as_such(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("statements", speaker="Undine Tagesleer")
    assert "date unknown" in said(app)
    assert "unknown date" in said(app)
    assert sent_html(app).count("<div>") == 1


def test_hostile_text_stays_text(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("statements", speaker="Ivo Lažni")
    html, text = sent_html(app), said(app)
    assert "script" in html and "<script" not in html and "<b>" not in html
    assert "material" in text and not UNESCAPED.search(text)


def test_a_filter_without_statements_says_what_to_do(dashboard: Callable[..., AppTest]) -> None:
    none = dashboard("statements", speaker="Bogdan Kestić", kind="mixed")
    assert "Choose another speaker, party or kind" in said(none)


def test_a_speakers_topics_lead_to_the_statements(dashboard: Callable[..., AppTest]) -> None:
    subjects = charts(dashboard("statements", speaker="Bogdan Kestić"))[2][0]
    assert dict(zip(subjects["customdata"], subjects["x"], strict=True)) == {"gas": 3}
    app = dashboard("statements", speaker="Mila Zarić", subject="kosovo")
    assert "Statements in articles about Kosovo" in said(app)
    assert sent_html(app).count("<div>") == 1
