"""Cards and lists that several pages show."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import streamlit as st

from . import downloads, labels, state
from .text import Mark, escape, link, marked

ABSTRACT = "Texts are abstracts written for this project of real, linked articles; quotations stand as published."


def chart(figure: Any, key: str, alt: str) -> list[dict[str, Any]]:
    """Show a chart and return the points that the visitor has clicked."""
    event = st.plotly_chart(
        figure, key=key, on_select="rerun", selection_mode="points", alt=alt, config={"displayModeBar": False}
    )
    return list(event["selection"]["points"]) if event else []


def article_line(row: Any) -> str:
    """One line about an article: day, outlet, language, title with its link, and the way to the reader."""
    day = row.published.strftime("%Y-%m-%d") if not pd.isna(row.published) else "date unknown"
    read = f"/articles?article={row.article_id}"
    return f"{day} · **{escape(row.outlet)}** · {labels.language(row.language)} · {link(row.url, row.title or 'Untitled')} · [read here]({read})"


def articles(frame: pd.DataFrame, key: str, most: int = 25) -> None:
    """A list of articles with a download of all its rows."""
    if frame.empty:
        st.info("No article here.", icon=":material/info:")
        return
    for row in frame.head(most).itertuples():
        st.markdown(article_line(row))
    if len(frame) > most:
        st.caption(f"The first {most} of {len(frame)}; the download has them all.")
    downloads.button(frame, "articles", key)


def tone_text(text: str, start: int, reasons: str) -> str:
    """A statement as HTML with the words that made its score marked."""
    marks = []
    for a, b, weight in json.loads(reasons or "[]"):
        marks.append(Mark(int(a), int(b), "positive" if weight > 0 else "negative", f"weight {weight:+.2f}"))
    return marked(text, marks, start)


def statement(row: Any, with_article: bool = True) -> None:
    """A statement: speaker, kind, tone with the words that made it, and where it stands."""
    speaker = row.speaker or "Speaker unknown"
    with st.container(border=True):
        st.markdown(
            f"**{escape(speaker)}** · {labels.KINDS[row.kind]} · {labels.TONES[row.label]} ({row.sentiment:+.2f})"
        )
        left, right = ("“", "”") if row.kind == "direct" else ("", "")
        st.html(f"<div>{left}{tone_text(row.text, row.start, row.reasons)}{right}</div>")
        if with_article:
            st.caption(article_line(row))


def statements(frame: pd.DataFrame, key: str, most: int = 15) -> None:
    """Statement cards with a download of all rows."""
    if frame.empty:
        st.info("No statement here. Widen the filter or choose another kind.", icon=":material/info:")
        return
    for row in frame.head(most).itertuples():
        statement(row)
    if len(frame) > most:
        st.caption(f"The first {most} of {len(frame)}; the download has them all.")
    downloads.button(frame.drop(columns=["reasons"], errors="ignore"), "statements", key)


STATEMENT_COLUMNS = (
    "s.statement_id, s.article_id, s.kind, s.text, s.start, s.speaker, s.cue, s.sentiment, s.label, s.reasons, "
    "a.published, a.outlet, a.language, a.url, a.title"
)


def find_statements(
    where: str = "TRUE", parameters: tuple[Any, ...] = (), order: str = "a.published DESC NULLS LAST"
) -> pd.DataFrame:
    """Statements under the visitor's selection that fulfil a condition, with their articles."""
    return state.query(
        f"SELECT {STATEMENT_COLUMNS} FROM statements s JOIN articles a USING (article_id) WHERE {where} ORDER BY {order}, s.start",
        parameters,
    )


ARTICLE_COLUMNS = "article_id, published, outlet, outlet_group, language, title, url"


def find_articles(where: str = "TRUE", parameters: tuple[Any, ...] = ()) -> pd.DataFrame:
    """Articles under the visitor's selection that fulfil a condition, latest first."""
    return state.query(
        f"SELECT {ARTICLE_COLUMNS} FROM articles WHERE {where} ORDER BY published DESC NULLS LAST", parameters
    )


def period_for(days: int) -> str:
    """The period that charts of a span of days count by at first."""
    return "day" if days <= 45 else "week" if days <= 200 else "month" if days <= 2200 else "year"
