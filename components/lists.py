"""Lists of articles, events, sentences and statements: the first rows, more where asked for, all as a download."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from press.questions.listing import MOST_DOWNLOADED, Rows

from . import address, cards, downloads, labels, sources
from .text import escape, shorten

#: Rows of a list that a page shows at once, and those that it shows when asked for more; its download has more.
MOST_ARTICLES, MOST_SENTENCES, MOST_STATEMENTS, MOST_SHOWN = 20, 12, 12, 100


def articles(found: Rows, key: str) -> None:
    """A list of articles with a download of all its rows."""
    if not found.total:
        st.info("No article here. Take a condition out of the filter.", icon=":material/info:")
        return
    shown = _length(MOST_ARTICLES)
    with st.container(gap="xxsmall"):
        for row in found.first.head(shown).itertuples():
            sources.source(row)
    _rest(found.total, shown, MOST_ARTICLES, key)
    downloads.button(found, "articles", key)


def events(frame: pd.DataFrame, most: int = 110) -> None:
    """A list of events, each with a link that opens it.

    ``frame`` has ``story_id``, ``type``, ``date``, ``title`` (shown cut at ``most``) and ``outlets``.
    """
    with st.container(gap="xxsmall"):
        for row in frame.itertuples():
            with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="xsmall"):
                st.page_link(
                    "pages/events.py", label="Open", icon=":material/event:", help="Open the event",
                    query_params={"story": row.story_id},
                )  # fmt: skip
                outlets = f" · {row.outlets:,} outlets" if row.outlets > 1 else ""
                st.caption(
                    f"{labels.date(row.date)} · **{labels.event_labels()[row.type]}** · {escape(shorten(row.title, most))}{outlets}"
                )


def sentences(found: Rows, file: str) -> None:
    """Sentences and where they stand, with a download of all rows."""
    for row in found.first.head(MOST_SENTENCES).itertuples():
        sources.sentence(row)
    if not found.total:
        st.info("No sentence here names the topic by itself.")
    downloads.button(found, file, "sentences")


def statements(found: Rows, key: str, here: bool = False) -> None:
    """Statement cards with a download of all rows; ``here``: on the page Statements itself."""
    if not found.total:
        st.info("No statement here. Choose another kind, or widen the filter.", icon=":material/info:")
        return
    shown = _length(MOST_STATEMENTS)
    for row in found.first.head(shown).itertuples():
        cards.statement(row, here)
    _rest(found.total, shown, MOST_STATEMENTS, key)
    downloads.button(found, "statements", key, without=["reasons"])


def _length(step: int) -> int:
    """How many rows a list shows: ``step``, or as many as the visitor has asked for, kept in the address."""
    asked = st.query_params.get("shown", "")
    return max(step, min(int(asked), MOST_SHOWN)) if asked.isdecimal() and len(asked) < 5 else step


def _rest(found: int, shown: int, step: int, key: str) -> None:
    if found <= shown:
        return
    more = "them all" if found <= MOST_DOWNLOADED else "more"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"The first {shown} of {found:,}; the download has {more}.")
        if shown < MOST_SHOWN:
            st.button(
                "Show more", key=f"more-{key}", icon=":material/expand_more:", type="tertiary",
                on_click=address.say, args=("shown", str(shown + 2 * step)),
            )  # fmt: skip
