"""A statement as a card: who says it, in what tone, about whom, and where it stands."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from . import address, labels
from .sources import by_hand, source
from .text import Mark, escape, marked

_BADGES = {"negative": "orange", "neutral": "gray", "positive": "blue"}


def tone_badge(label: str, score: float) -> str:
    """Tone of a statement as a badge in Markdown, in the colours of the charts."""
    return f":{_BADGES[label]}-badge[{labels.TONES[label]} {score:+.2f}]"


def tone_marks(reasons: str) -> list[Mark]:
    """The words that made a statement's score, to be marked: ``reasons`` as :data:`press.tables.TABLES` says."""
    return [
        Mark(int(a), int(b), "positive" if weight > 0 else "negative", f"weight {weight:+.2f}")
        for a, b, weight in json.loads(reasons or "[]")
    ]


def speaker(name: str, key: str, here: bool) -> None:
    """A speaker's name, which leads to his or her statements; ``here``: on the page Statements itself."""
    label, icon, help_ = f"**{escape(name)}**", ":material/person:", "All statements of this speaker"
    if not name:
        st.markdown("**Speaker unknown**")
    elif here:
        st.button(
            label,
            icon=icon,
            help=help_,
            key=f"speaker-{key}",
            type="tertiary",
            on_click=address.say,
            args=("speaker", name),
        )
    else:
        st.page_link("pages/statements.py", label=label, icon=icon, help=help_, query_params={"speaker": name})


def statement(row: Any, here: bool = False) -> None:
    """A statement: speaker, kind, tone with the words that made it, stance toward parties, and where it stands."""
    with st.container(border=True, gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            speaker(row.speaker, row.statement_id, here)
            about = f" · on {escape(row.about)}" if row.about else ""
            st.markdown(f"{tone_badge(row.label, row.sentiment)} {labels.KINDS[row.kind]}{about}{by_hand(row)}")
        st.html(f"<div>{marked(row.text, tone_marks(row.reasons), row.start)}</div>")
        source(row)
