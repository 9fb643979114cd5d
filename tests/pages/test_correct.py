"""Corrections on the page Articles: saved for this visitor, marked, counted, and taken back."""

from __future__ import annotations

from typing import Any

from components import labels
from components.workspace import Workspace
from press.corpus.corrections import Correction
from press.questions import articles
from press.selection import Selection

from .conftest import metrics, said

NEW = "covid_vaccines"


def opened(dashboard: Any, corpus: Any) -> tuple[Any, dict[str, Any]]:
    """The page of an article with statements, and its row."""
    row = corpus.sql("SELECT article_id FROM articles WHERE url = 'https://morning.example/gas-1'").iloc[0]
    return dashboard("articles", article=row["article_id"]), articles.article(corpus, row["article_id"])


def button(app: Any, label: str) -> Any:
    return next(b for b in app.button if b.label.startswith(label))


def test_topics_are_corrected_marked_counted_and_taken_back(dashboard, corpus) -> None:
    app, _ = opened(dashboard, corpus)
    assert button(app, "Save").disabled
    box = next(m for m in app.multiselect if str(m.key).startswith("topics-"))
    assert "gas" in box.value
    app = box.set_value([NEW]).run()
    button(app, "Save 1 correction").click().run()
    assert not app.exception
    assert "corrected by hand" in said(app)
    assert f"Topics: {labels.topic_labels()[NEW]}" in said(app)
    assert len(app.session_state["workspace"].articles) == 1
    app.switch_page("pages/overview.py").run()
    assert metrics(app)["Articles"] == str(corpus.count()[1])
    app.session_state["selection"] = Selection(topics=(NEW,))
    app.run()
    assert metrics(app)["Articles"] == "1"
    app.session_state["selection"] = Selection()
    app.run()
    app.switch_page("pages/articles.py").run()
    app.query_params["article"] = next(iter(app.session_state["workspace"].articles))
    app.run()
    button(app, "Take all corrections back").click().run()
    assert not app.exception
    assert "corrected by hand" not in said(app)
    assert app.session_state["workspace"].articles == {}


def test_a_corrected_speaker_is_marked_wherever_the_statement_stands(dashboard, corpus) -> None:
    app, article = opened(dashboard, corpus)
    statement = articles.statements_of(corpus, article["article_id"]).iloc[0]
    own = app.session_state["workspace"] if "workspace" in app.session_state else Workspace()
    own.correct(
        article, [Correction("statements", "speaker", "Carl Test", int(statement["start"]), int(statement["end"]))]
    )
    app.session_state["workspace"] = own
    app.run()
    (table,) = (d.value for d in app.dataframe if "speaker" in d.value and "kind" in d.value)
    assert list(table["speaker"])[:1] == ["Carl Test"]
    assert list(table["basis"])[:2] == ["corrected by hand", ""]
    app.switch_page("pages/statements.py").run()
    assert "corrected by hand" in said(app)
    assert "Carl Test" in [o for s in app.selectbox for o in s.options]
