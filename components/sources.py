"""Where something stands: the article, its day, outlet and language, the link to read it here and the original."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from press.questions import coverage

from . import labels, state
from .text import escape, original

_ABSTRACTS = (
    "Texts of the press review are abstracts written for this project of real, linked articles, or very short extracts that "
    "feeds brought; quotations stand as published."
)


def origin() -> str:
    """What the texts are, for a caption; '' where the corpus has whole articles alone."""
    return _ABSTRACTS if state.ask_under(state.EVERYTHING, coverage.abstracts) else ""


def day_of(published: Any) -> str:
    """A day of publication as shown; 'date unknown' where there is none."""
    return "date unknown" if pd.isna(published) else f"{pd.Timestamp(published):%Y-%m-%d}"


def by_hand(row: Any) -> str:
    """The end of a Markdown line that says that a statement or event was corrected by a visitor."""
    return f" · :material/edit: {labels.BY_HAND}" if row.basis == "hand" else ""


def source(row: Any, note: str = "") -> None:
    """Where something stands: the article, to be read here, with day, outlet, language and the original."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="xsmall"):
        st.page_link(
            "pages/articles.py", label="Read", icon=":material/article:", help="Read the article here",
            query_params={"article": row.article_id},
        )  # fmt: skip
        st.caption(
            f"**{escape(row.title or 'Untitled')}** · {day_of(row.published)} · {escape(row.outlet)} · "
            f"{labels.language(row.language)}{original(row.url)}{note}"
        )


def sentence(row: Any, note: str = "") -> None:
    """A sentence of an article and where it stands."""
    with st.container(gap="xxsmall"):
        st.markdown(escape(row.sentence))
        source(row, note)
