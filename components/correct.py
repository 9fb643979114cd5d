"""Corrections by hand in the article reader: what the parser got wrong is put right in place."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from press.questions import articles
from press.readers import corrections
from press.readers.corrections import Correction

from . import edits, labels, shared, state, workspace
from .edits import Edits
from .text import many


def editor(article: dict[str, Any]) -> None:
    """Everything of an article that can be corrected, behind one line; the correction counts for this visitor."""
    with st.expander("Correct what was understood", icon=":material/edit:"):
        st.caption(
            "Corrections count in all your charts and filters, and go with your workspace's download. Other visitors do not "
            "see them."
        )
        article_id = article["article_id"]
        before = corrections.read(article["corrections"])
        key = f"{article_id}-{len(before)}-{abs(hash(article['corrections']))}"
        corpus = state.corpus()
        made = _topics(article, key)
        made += _statements(articles.statements_of(corpus, article_id), key)
        made += _stances(articles.stances_of(corpus, article_id), key)
        events, faults = _events(articles.events_of(corpus, article_id), before, key)
        made += events
        for fault in faults:
            st.error(fault)
        with st.container(horizontal=True):
            if st.button(
                f"Save {many(len(made), 'correction')}", key=f"save-{key}", type="primary", icon=":material/check:",
                disabled=not made or bool(faults),
            ):  # fmt: skip
                workspace.get().correct(article, made)
                st.rerun(scope="app")
            if before and st.button("Take all corrections back", key=f"undo-{key}", icon=":material/undo:"):
                workspace.get().uncorrect(article, shared.corpus())
                st.rerun(scope="app")


def _topics(article: dict[str, Any], key: str) -> list[Correction]:
    own = [] if article["topics"] is None else [str(t) for t in article["topics"]]
    names = labels.topic_labels()
    chosen = st.multiselect(
        "Topics", list(names), [t for t in own if t in names], key=f"topics-{key}", format_func=lambda t: names[t]
    )
    return [] if set(chosen) == set(own) else [Correction("articles", "topics", [str(t) for t in chosen])]


def _edits(frame: pd.DataFrame, key: str, alt: str, **options: Any) -> Edits:
    st.data_editor(frame, key=key, hide_index=True, alt=alt, **options)
    state_of: dict[str, Any] = st.session_state.get(key) or {}
    found: Edits = state_of.get("edited_rows", {})
    return found


def _statements(statements: pd.DataFrame, key: str) -> list[Correction]:
    if statements.empty:
        return []
    st.markdown("**Statements**")
    frame = pd.DataFrame(
        {
            "speaker": statements["speaker"], "text": statements["text"], "label": statements["label"].map(labels.TONES),
            "removed": False, "basis": _marks(statements),
        }
    )  # fmt: skip
    column = st.column_config
    changed = _edits(
        frame, f"correct-statements-{key}", "Table of statements whose speaker and tone can be changed", disabled=["text", "basis"],
        column_config={
            "speaker": column.TextColumn("Speaker", width="medium", max_chars=200), "text": column.TextColumn("Statement", width="large"),
            "label": column.SelectboxColumn("Tone", options=list(labels.TONES.values()), required=True, width=90),
            "removed": column.CheckboxColumn("No statement", width=125), "basis": column.TextColumn("Corrected", width=130),
        },
    )  # fmt: skip
    return edits.of_statements(statements, changed)


def _stances(stances: pd.DataFrame, key: str) -> list[Correction]:
    if stances.empty:
        return []
    st.markdown("**Tone toward the parties**")
    frame = stances[["target", "label", "text"]].assign(label=stances["label"].map(labels.TONES))
    column = st.column_config
    changed = _edits(
        frame, f"correct-stances-{key}", "Table of the tone toward each party, which can be changed", disabled=["target", "text"],
        column_config={
            "target": column.TextColumn("Toward", width="small"), "text": column.TextColumn("Statement", width="large"),
            "label": column.SelectboxColumn("Tone", options=list(labels.TONES.values()), required=True, width=90),
        },
    )  # fmt: skip
    return edits.of_stances(stances, changed)


def _events(events: pd.DataFrame, before: list[Correction], key: str) -> tuple[list[Correction], list[str]]:
    if events.empty:
        return [], []
    st.markdown("**Events**")
    frame = pd.DataFrame(
        {
            "date": events["date"], "type": events["type"].map(labels.event_labels()), "sentence": events["sentence"],
            "removed": False, "basis": _marks(events),
        }
    )  # fmt: skip
    column = st.column_config
    changed = _edits(
        frame, f"correct-events-{key}", "Table of events whose date and type can be changed", disabled=["sentence", "basis"],
        column_config={
            "date": column.TextColumn("Date", width=105, help="YYYY-MM-DD, YYYY-MM or YYYY", max_chars=10),
            "type": column.SelectboxColumn("Type", options=list(labels.event_labels().values()), required=True, width=150),
            "sentence": column.TextColumn("Sentence", width="large"),
            "removed": column.CheckboxColumn("No event", width=80), "basis": column.TextColumn("Corrected", width=130),
        },
    )  # fmt: skip
    return edits.of_events(events, changed, before)


def _marks(rows: pd.DataFrame) -> list[str]:
    return [labels.BY_HAND if basis == "hand" else "" for basis in rows["basis"]]
