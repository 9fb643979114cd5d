"""The page Topics."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from press.corpus.queries import Corpus

from .conftest import charts, said


def _about(corpus: Corpus, topic: str) -> int:
    return len(corpus.sql("SELECT 1 FROM articles WHERE list_contains(topics, ?)", None, [topic]))


def test_lines_count_the_dated_articles_of_each_topic(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    lines = {trace["name"]: sum(trace["y"]) for trace in charts(dashboard("topics", draw=["gas", "kosovo"]))[0]}
    assert lines == {"Gas": _about(corpus, "gas"), "Kosovo": _about(corpus, "kosovo") - 1}  # one has no date


def test_share_is_of_all_articles_of_the_period(dashboard: Callable[..., AppTest]) -> None:
    (gas,) = charts(dashboard("topics", draw="gas", measure="share", by="month"))[0]
    share = {custom[1]: y for custom, y in zip(gas["customdata"], gas["y"], strict=True)}
    assert share["2024-05-01"] == pytest.approx(100)
    assert share["2024-08-01"] == 0


def test_heat_maps_have_a_number_for_every_cell(dashboard: Callable[..., AppTest], corpus: Corpus) -> None:
    _, groups, pairs = charts(dashboard("topics"))
    numbers = dict(zip(map(tuple, groups[1]["customdata"]), groups[1]["text"], strict=True))
    share = 100 * _about(corpus, "gas") / len(corpus.frame("articles", columns=["article_id"]))
    assert numbers["gas", "unknown"] == f"{share:.0f}"
    both = corpus.sql("SELECT 1 FROM articles WHERE list_has_all(topics, ['kosovo', 'sanctions'])")
    together = dict(zip(map(tuple, pairs[1]["customdata"]), pairs[1]["text"], strict=True))
    assert together["kosovo", "sanctions"] == together["sanctions", "kosovo"] == str(len(both))
    assert ("kosovo", "kosovo") not in together


def test_a_point_lists_articles_and_sentences(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard("topics", line=["kosovo", "2024-08-01"], by="month")
    text = said(app)
    assert "Kosovo, 2024" in text
    assert "Косово и санкции" in text and "Kosovo question comes up again" not in text
    assert any(m.value.startswith("Косово остаётся") for m in app.markdown)
    assert next(tab.label.split()[0] for tab in app.tabs) == "1"


def test_a_cell_and_a_pair_list_their_articles(dashboard: Callable[..., AppTest]) -> None:
    assert "An article that nobody dated" in said(dashboard("topics", cell=["kosovo", "unknown"]))
    pair = said(dashboard("topics", pair=["kosovo", "sanctions"]))
    assert "Kosovo together with Sanctions" in pair
    assert "An article that nobody dated" not in pair


def test_no_topic_says_what_to_do(dashboard: Callable[..., AppTest]) -> None:
    assert "No article fits this filter" in said(dashboard("topics", q="zzzz"))
    undated = dashboard("topics", q="nobody dated")
    assert "unknown date" in said(undated)
