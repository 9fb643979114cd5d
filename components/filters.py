"""The one filter bar. Its widgets live in the page's address, so that a copied link opens the same view."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from press.corpus import Corpus
from press.selection import Selection

from . import labels, state

_LISTS = ("lang", "group", "outlet", "topic", "who")
_PRESETS = {
    "Last 30 days": 30,
    "Last 12 months": 365,
    "Since the invasion of Ukraine": -1,
    "All time": 0,
}


def _set_dates() -> None:
    choice = st.session_state.get("preset")
    days = _PRESETS.get(choice or "")
    if days is None:
        return
    last: date = st.session_state["_span"][1]
    if days == 0:
        st.session_state["from"], st.session_state["to"] = None, None
    elif days < 0:
        st.session_state["from"], st.session_state["to"] = date(2022, 2, 24), None
    else:
        st.session_state["from"], st.session_state["to"] = last - timedelta(days - 1), last


def _reset() -> None:
    for key in _LISTS:
        st.session_state[key] = []
    st.session_state["from"] = st.session_state["to"] = None
    st.session_state["q"] = ""
    st.session_state["preset"] = None


@st.cache_data(show_spinner=False)
def _options(name: str) -> dict[str, list[str]]:
    corpus = state.corpus()
    return {
        column: corpus.values(column)["value"].tolist()
        for column in ("language", "outlet_group", "outlet", "topics", "actors")
    }


def bar(corpus: Corpus) -> Selection:
    """Show the filter bar and keep what is selected for the pages."""
    options = _options(corpus.name)
    first, last = corpus.span()
    st.session_state["_span"] = (first, last)
    groups = [g for g in labels.group_labels() if g in options["outlet_group"]]
    with st.sidebar:
        st.subheader("Filter")
        q = st.text_input("Words in title or text", key="q", placeholder="e.g. gas Niš", bind="query-params")
        st.pills(
            "Period",
            list(_PRESETS),
            key="preset",
            on_change=_set_dates,
            help="Counted back from the latest article",
        )
        left, right = st.columns(2)
        start = left.date_input(
            "From",
            value=None,
            key="from",
            min_value=first,
            max_value=last,
            format="YYYY-MM-DD",
            bind="query-params",
        )
        end = right.date_input(
            "To",
            value=None,
            key="to",
            min_value=first,
            max_value=last,
            format="YYYY-MM-DD",
            bind="query-params",
        )
        topic = st.multiselect(
            "Topics", list(labels.topic_labels()), key="topic", placeholder="All topics", bind="query-params",
            format_func=lambda t: labels.topic_labels().get(t, t),
        )  # fmt: skip
        who = st.multiselect(
            "People and institutions",
            options["actors"],
            key="who",
            placeholder="Anybody",
            bind="query-params",
        )
        group = st.multiselect(
            "Groups of outlets", groups, key="group", placeholder="All groups", bind="query-params",
            format_func=lambda g: labels.group_labels().get(g, g),
        )  # fmt: skip
        outlet = st.multiselect(
            "Outlets", options["outlet"], key="outlet", placeholder="All outlets", bind="query-params"
        )
        lang = st.multiselect(
            "Languages", options["language"], key="lang", placeholder="All languages", bind="query-params",
            format_func=labels.language,
        )  # fmt: skip
        chosen = Selection(
            start=start if isinstance(start, date) else None,
            end=end if isinstance(end, date) else None,
            languages=tuple(lang),
            outlets=tuple(outlet),
            groups=tuple(group),
            topics=tuple(topic),
            actors=tuple(who),
            words=q or "",
        )
        st.session_state["selection"] = chosen
        n, total = corpus.count(chosen)
        st.markdown(f"**{n} of {total} articles**")
        st.button(
            "Reset filter",
            on_click=_reset,
            disabled=chosen.is_empty,
            icon=":material/restart_alt:",
            width="stretch",
        )
    return chosen


def headline(title: str) -> Selection:
    """Title of a page with what is selected, in words; stops with advice where nothing is left."""
    chosen = state.selection()
    n, total = state.corpus().count(chosen)
    st.title(title)
    from .text import escape

    st.caption(f"Showing {escape(chosen.describe(labels.all_labels()))} · {n} of {total} articles")
    if n == 0:
        st.info(
            "No article fits this filter. Take a word or a condition out, or reset the filter in the side bar.",
            icon=":material/filter_alt_off:",
        )
        st.stop()
    return chosen
