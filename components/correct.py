"""Corrections by hand in the article reader: what the parser got wrong is put right in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from press.readers import corrections
from press.readers.corrections import Correction

from . import labels, state, workspace
from .text import many

Edits = Mapping[int, Mapping[str, Any]]


def of_statements(statements: pd.DataFrame, edits: Edits) -> list[Correction]:
    """Corrections from the changed cells of the table of statements: speaker, label, removed."""
    out = []
    for row, cells in edits.items():
        said = statements.iloc[int(row)]
        place = (int(said["start"]), int(said["end"]))
        if cells.get("removed"):
            out.append(Correction("statements", "removed", True, *place))
            continue
        if "speaker" in cells and (name := " ".join(str(cells["speaker"] or "").split())) != said["speaker"]:
            out.append(Correction("statements", "speaker", name, *place))
        tones = {name: tone for tone, name in labels.TONES.items()}
        if "label" in cells and (tone := tones.get(cells["label"], "")) not in ("", said["label"]):
            out.append(Correction("statements", "label", tone, *place))
    return out


def of_stances(stances: pd.DataFrame, edits: Edits) -> list[Correction]:
    """Corrections from the changed cells of the table of stances (with ``start`` and ``end`` of their statements)."""
    tones = {name: tone for tone, name in labels.TONES.items()}
    out = []
    for row, cells in edits.items():
        stance = stances.iloc[int(row)]
        tone = tones.get(cells.get("label", ""), "")
        if tone not in ("", stance["label"]):
            out.append(Correction("stances", "label", tone, int(stance["start"]), int(stance["end"]), stance["target"]))
    return out


def of_events(events: pd.DataFrame, edits: Edits, before: list[Correction]) -> tuple[list[Correction], list[str]]:
    """Corrections from the changed cells of the table of events (type, date, removed), and what is wrong with them."""
    types = {name: kind for kind, name in labels.event_labels().items()}
    #: Events that were given another type before are still told apart by the parser's.
    parsed = {(c.start, c.end, c.value): c.item for c in before if c.table == "events" and c.field == "type"}
    out: list[Correction] = []
    faults: list[str] = []
    for row, cells in edits.items():
        event = events.iloc[int(row)]
        place = (int(event["start"]), int(event["end"]))
        item = parsed.get((*place, event["type"]), event["type"])
        if cells.get("removed"):
            out.append(Correction("events", "removed", True, *place, item))
            continue
        if "type" in cells and (kind := types.get(cells["type"], "")) not in ("", event["type"]):
            out.append(Correction("events", "type", kind, *place, item))
        if "date" in cells and (iso := str(cells["date"] or "").strip()) != event["date"]:
            if corrections.is_day(iso):
                out.append(Correction("events", "date", iso, *place, item))
            else:
                faults.append(f"“{iso[:40]}” is no date: YYYY-MM-DD, YYYY-MM or YYYY, or nothing where it is unknown.")
    return out, faults


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
        statements = corpus.of_article("statements", article_id)
        made += _statements(statements, key)
        made += _stances(corpus, article_id, key)
        events, faults = _events(corpus.of_article("events", article_id), before, key)
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
                workspace.get().uncorrect(article, state.shared())
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
    edits = _edits(
        frame, f"correct-statements-{key}", "Table of statements whose speaker and tone can be changed", disabled=["text", "basis"],
        column_config={
            "speaker": column.TextColumn("Speaker", width="medium", max_chars=200), "text": column.TextColumn("Statement", width="large"),
            "label": column.SelectboxColumn("Tone", options=list(labels.TONES.values()), required=True, width=90),
            "removed": column.CheckboxColumn("No statement", width=125), "basis": column.TextColumn("Corrected", width=130),
        },
    )  # fmt: skip
    return of_statements(statements, edits)


def _stances(corpus: Any, article_id: str, key: str) -> list[Correction]:
    stances = corpus.sql(
        'SELECT t.target, t.label, s.text, s.start, s."end" FROM stances t JOIN statements s USING (statement_id) '
        "WHERE s.article_id = ? ORDER BY s.start, t.target", None, [article_id],
    )  # fmt: skip
    if stances.empty:
        return []
    st.markdown("**Tone toward the parties**")
    frame = stances[["target", "label", "text"]].assign(label=stances["label"].map(labels.TONES))
    column = st.column_config
    edits = _edits(
        frame, f"correct-stances-{key}", "Table of the tone toward each party, which can be changed", disabled=["target", "text"],
        column_config={
            "target": column.TextColumn("Toward", width="small"), "text": column.TextColumn("Statement", width="large"),
            "label": column.SelectboxColumn("Tone", options=list(labels.TONES.values()), required=True, width=90),
        },
    )  # fmt: skip
    return of_stances(stances, edits)


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
    edits = _edits(
        frame, f"correct-events-{key}", "Table of events whose date and type can be changed", disabled=["sentence", "basis"],
        column_config={
            "date": column.TextColumn("Date", width=105, help="YYYY-MM-DD, YYYY-MM or YYYY", max_chars=10),
            "type": column.SelectboxColumn("Type", options=list(labels.event_labels().values()), required=True, width=150),
            "sentence": column.TextColumn("Sentence", width="large"),
            "removed": column.CheckboxColumn("No event", width=80), "basis": column.TextColumn("Corrected", width=130),
        },
    )  # fmt: skip
    return of_events(events, edits, before)


def _marks(rows: pd.DataFrame) -> list[str]:
    return [labels.BY_HAND if basis == "hand" else "" for basis in rows["basis"]]
