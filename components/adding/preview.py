"""An article as the dashboard understands it, before it is added."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import labels
from components.text import Mark, escape, marked
from press import outlets
from press.article import Article
from press.corpus.rows import rows_of
from press.reading.parse import parse

from .tray import BASIS

_MOST_SHOWN = 100_000  # characters of a text


@st.cache_resource(scope="session", max_entries=20, show_spinner=False, hash_funcs={Article: repr})
def understood(article: Article) -> dict[str, list[dict[str, Any]]]:
    """The rows of all tables for an article."""
    return rows_of(parse(article))


def card(article: Article) -> None:
    """Headline, outlet, day and how it was found, language, topics, statements with their speakers, events, text."""
    rows = understood(article)
    own = rows["articles"][0]
    outlet = outlets.resolve(article.outlet, article.url)
    group = labels.group_labels().get(outlet.group, "") if outlet.group != "unknown" else "no known outlet"
    day = f"{article.published} ({BASIS[article.date_basis]})" if article.published else "date unknown"
    st.markdown(f"**{escape(article.title or 'Without headline')}**")
    st.markdown(
        f"{day} · **{escape(outlet.name)}** ({escape(group)}) · {labels.language(own['language'])} · {own['words']:,} words"
    )
    if own["topics"]:
        st.markdown("Topics: " + ", ".join(labels.topic_labels().get(t, t) for t in own["topics"]))
    _statements(rows["statements"], rows["stances"])
    _events(rows["events"])
    with st.expander("Text as it was read", icon=":material/subject:"):
        marks = [Mark(s["start"], s["end"], "statement", s["speaker"] or "speaker unknown") for s in rows["statements"]]
        text = article.text[:_MOST_SHOWN]
        st.html(f'<div style="max-width:46rem;line-height:1.65">{marked(text, marks)}</div>')
        if len(article.text) > _MOST_SHOWN:
            st.caption(f"The first {_MOST_SHOWN:,} characters of {len(article.text):,}.")


def _statements(rows: list[dict[str, Any]], stances: list[dict[str, Any]]) -> None:
    if not rows:
        st.caption("No statement was found.")
        return
    st.markdown(f"**Statements: {len(rows)}**")
    st.dataframe(
        {
            "Speaker": [r["speaker"] or "unknown" for r in rows], "Statement": [r["text"] for r in rows],
            "Tone": [labels.TONES[r["label"]] for r in rows],
            "About": [
                ", ".join(f"{s['target']} {s['stance']:+.2f}" for s in stances if s["statement_id"] == r["statement_id"]) for r in rows
            ],
            "Kind": [labels.KINDS[r["kind"]] for r in rows],
        },
        hide_index=True, column_config={"Statement": st.column_config.TextColumn(width=240)},
        alt="Table of the statements found, with speaker, tone, parties and kind",
    )  # fmt: skip


def _events(rows: list[dict[str, Any]]) -> None:
    if not rows:
        st.caption("No event was found.")
        return
    st.markdown(f"**Events: {len(rows)}**")
    st.dataframe(
        {
            "Date": [labels.date(r["date"]) for r in rows], "Type": [labels.event_labels()[r["type"]] for r in rows],
            "Sentence": [r["sentence"] for r in rows], "Actors": [", ".join(r["actors"]) for r in rows],
        },
        hide_index=True, column_config={"Sentence": st.column_config.TextColumn(width="large")},
        alt="Table of the events found, with date, type and actors",
    )  # fmt: skip
