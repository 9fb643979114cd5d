"""A hostile article shows up on every page, and nothing of it is read as markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from press.corpus.queries import Corpus

from .conftest import UNESCAPED, charts, said, sent_html


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("overview", {"period": "2024-02-01", "by": "month"}),
        ("events", {"as_": "all", "story": "?"}),
        ("topics", {"cell": ["gas", "unknown"]}),
        ("statements", {}),
        ("articles", {"article": "?"}),
    ],
)
def test_nothing_of_it_is_read_as_markup(
    dashboard: Callable[..., AppTest], corpus: Corpus, page: str, query: dict[str, object]
) -> None:
    (article,) = corpus.sql("SELECT article_id FROM articles WHERE outlet LIKE '<script%'")["article_id"]
    stories = corpus.sql("SELECT story_id FROM events WHERE article_id = ?", None, [article])["story_id"]
    found = {"article": article, "story": stories[0] if len(stories) else ""}
    app = dashboard(page, **{k: found.get(k, "") if v == "?" else v for k, v in query.items()})
    text = said(app)
    assert "script" in text
    assert not UNESCAPED.search(text)
    assert "<script" not in sent_html(app) and "<b>" not in sent_html(app)
    labels = [link.proto.label for link in app.get("page_link")] + [b.label for b in app.button]
    assert not UNESCAPED.search("\n".join(labels))
    hover = [t for traces in charts(app) for trace in traces for t in (trace.get("hovertext") or [])]
    assert not any("<script" in h or "<b>&" in h for h in hover)
