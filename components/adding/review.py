"""What was read, to be looked at, put right, and added or discarded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components import downloads, labels
from components.text import escape, many
from press.readers import days

from . import preview, queue, session
from .tray import BASIS, Item, Tray


def show(tray: Tray) -> None:
    """What was read: to be looked at, put right, and added."""
    st.subheader("Preview", anchor=False)
    if tray.refused:
        st.error(f"{tray.refused:,} could not be read" + (":" if len(tray.refusals) <= 5 else "; the first five:"))
        for refusal in tray.refusals[:5]:
            st.markdown(f"- {escape(str(refusal))}")
        if len(tray.refusals) > 5:
            downloads.button(pd.DataFrame({"problem": [str(r) for r in tray.refusals]}), "refused", "refused")
    if tray.notices:
        st.warning("Left out of what was read:")
        for notice in tray.notices[:5]:
            st.markdown(f"- {escape(str(notice))}")
        if len(tray.notices) > 5:
            downloads.button(pd.DataFrame({"left out": [str(n) for n in tray.notices]}), "left_out", "left-out")
    chosen: list[Item] = []
    if len(tray.items) == 1:
        chosen = [_one(tray.items[0])]
    elif tray.items:
        chosen = _several(tray)
    undated = sum(item.article.published is None for item in chosen)
    if undated:
        unknown = st.toggle(f"Add {undated:,} without a date as “date unknown”", key=f"add-unknown-{session.version()}")
        if not unknown:
            chosen = [item for item in chosen if item.article.published]
    with st.container(horizontal=True):
        if st.button(
            f"Add {len(chosen):,} {'article' if len(chosen) == 1 else 'articles'}", key="add-add", type="primary",
            disabled=not chosen, icon=":material/add:",
        ):  # fmt: skip
            queue.put(chosen, tray.refusals)
            session.forget()
        if st.button("Discard", key="add-discard", icon=":material/close:"):
            session.forget()


def _one(item: Item) -> Item:
    """A single article: its fields to be put right, and what is understood of it as they stand."""
    left, right = st.columns([2, 3], gap="large")
    article = item.article
    changes: dict[str, Any] = {}
    with left:
        changes["title"] = st.text_input("Headline", article.title, key=f"add-title-{session.version()}")
        changes["outlet"] = st.text_input("Outlet", article.outlet, key=f"add-outlet-{session.version()}")
        changes["url"] = st.text_input("Address", article.url, key=f"add-url-{session.version()}")
        changes["published"] = st.date_input(
            "Published", article.published, key=f"add-day-{session.version()}", format="YYYY-MM-DD", min_value=date(days.FIRST_YEAR, 1, 1),
            max_value=date(2100, 12, 31),
        )  # fmt: skip
        if changes["published"] is None:
            st.warning(
                "The source tells no date. Choose one, or say below that it is unknown.", icon=":material/event_busy:"
            )
            with st.container(horizontal=True):
                for candidate in item.candidates[:6]:
                    st.button(
                        f"{candidate.day} – {candidate.why}", key=f"add-candidate-{candidate.day}", on_click=st.session_state.__setitem__,
                        args=(f"add-day-{session.version()}", candidate.day),
                    )  # fmt: skip
        codes = ["", *labels.LANGUAGES]
        codes.remove("und")
        changes["language"] = st.selectbox(
            "Language", codes if article.language in codes else [*codes, article.language], key=f"add-language-{session.version()}",
            index=codes.index(article.language) if article.language in codes else len(codes),
            format_func=lambda c: labels.language(c) if c else "as detected",
        )  # fmt: skip
    edited = item.edited(changes)
    with right:
        preview.card(edited.article)
    return edited


def _several(tray: Tray) -> list[Item]:
    """Several articles: a table of their fields to be put right, and what is understood of the one looked at."""
    items = tray.items
    key = f"add-table-{session.version()}"
    frame = pd.DataFrame(
        {
            "add": [i.add for i in items],
            "published": pd.to_datetime([i.article.published for i in items]),
            "basis": [BASIS[i.article.date_basis] for i in items],
            "suggested": ["; ".join(str(c.day) for c in i.candidates[:3]) for i in items],
            "outlet": [i.article.outlet for i in items],
            "title": [i.article.title for i in items],
            "language": [i.article.language for i in items],
            "url": [i.article.url for i in items],
            "text": [i.article.text[:200] for i in items],
        }
    )
    column = st.column_config
    st.data_editor(
        frame, key=key, hide_index=True, disabled=["basis", "suggested", "text"], height=min(430, 75 + 35 * len(items)),
        column_config={
            "add": column.CheckboxColumn("Add", width=60), "published": column.DateColumn("Published", format="YYYY-MM-DD", width=105),
            "basis": column.TextColumn("How found", width=150), "suggested": column.TextColumn("Suggested", width=150),
            "outlet": column.TextColumn("Outlet", width=130), "title": column.TextColumn("Headline", width="large"),
            "language": column.SelectboxColumn("Language", options=["", *(c for c in labels.LANGUAGES if c != "und")], width=85),
            "url": column.TextColumn("Address", width="medium"), "text": column.TextColumn("Text", width="medium"),
        },
        alt="Table of the articles read, with their fields to be changed",
    )  # fmt: skip
    changes: dict[int, dict[str, Any]] = st.session_state.get(key, {}).get("edited_rows", {})
    edited = [item.edited(changes[i]) if i in changes else item for i, item in enumerate(items)]
    suggested = sum(i.add and i.article.published is None and bool(i.candidates) for i in edited)
    if suggested and st.button(
        f"Take the likeliest suggestion for {many(suggested, 'undated article')}",
        key="add-accept",
        icon=":material/event_available:",
    ):
        tray.items = edited
        tray.accept_suggestions()
        session.renew()
        st.rerun()
    looked_at = st.selectbox(
        "Look at", range(len(edited)), key=f"add-look-{session.version()}",
        format_func=lambda i: f"{i + 1}. {edited[i].article.title or edited[i].article.text.strip()[:80]}",
    )  # fmt: skip
    with st.container(border=True):
        preview.card(edited[looked_at].article)
    return [item for item in edited if item.add]
