"""The one filter bar. Its widgets live in the page's address, so that a copied link opens the same view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st

from press.questions import coverage
from press.selection import Selection

from . import clicks, labels, navigation, state, workspace
from .text import escape

#: Values that one filter offers: all of them go to the browser with every change.
MOST_OFFERED = 1_000
INVASION = date(2022, 2, 24)
_PRESETS: dict[str, int | None] = {
    "Last 30 days": 30,
    "Last 12 months": 365,
    "Since the invasion of Ukraine": None,
    "All time": 0,
}


def _set_dates() -> None:
    choice = st.session_state.get("preset")
    if choice is None:
        return
    days, last = _PRESETS[choice], st.session_state["_last"]
    if days is None:
        start, end = INVASION, None
    elif days:
        start, end = last - timedelta(days - 1), last
    else:
        start, end = None, None
    st.session_state["from"], st.session_state["to"] = start, end


def _forget_preset() -> None:
    st.session_state["preset"] = None


def reset() -> None:
    """Take every condition out of the filter; for a button's ``on_click``."""
    for key in state.FILTER:
        st.session_state[key] = "" if key == "q" else None if key in ("from", "to") else []
    _forget_preset()


def only_outlet(name: str) -> None:
    """Narrow the filter to one outlet, and let go of what was clicked; for a button's ``on_click``."""
    clicks.close()
    st.session_state["outlet"] = [name]


def _offered(column: str) -> list[str]:
    """Values that a filter offers: the most frequent ones, and what the address asks for."""
    values = list(state.ask_under(state.EVERYTHING, coverage.values, column)["value"])
    if len(values) <= MOST_OFFERED:
        return values
    asked = {v for key in state.FILTER for v in st.query_params.get_all(key)} & set(values[MOST_OFFERED:])
    return [*values[:MOST_OFFERED], *sorted(asked)]


def _left_out(offered: Mapping[str, Sequence[str]]) -> list[str]:
    """What the address asks for and the filter does not offer: Streamlit takes it out of the address without a word.

    ``offered`` has the values of each parameter; an address names them as they are shown, or by their identifiers.
    """
    named = labels.all_labels()
    out = []
    for key, values in offered.items():
        known = {*values, *(named.get(v, v) for v in values)}
        out += [v for v in st.query_params.get_all(key) if v not in known]
    for key in ("from", "to"):
        for value in st.query_params.get_all(key):
            try:
                date.fromisoformat(value)
            except ValueError:
                out.append(value)
    return out


def bar() -> Selection:
    """Show the filter bar and keep what is selected for the pages."""
    options = {c: _offered(c) for c in ("language", "outlet_group", "outlet", "topics", "actors")}
    first, last = state.ask_under(state.EVERYTHING, coverage.span)
    st.session_state["_last"] = last
    known = labels.topic_labels()
    topics = [t for t in known if t in options["topics"]] + [t for t in options["topics"] if t not in known]
    groups = [g for g in labels.group_labels() if g in options["outlet_group"]]

    left_out = _left_out(
        {
            "topic": topics, "group": groups, "actor": options["actors"], "outlet": options["outlet"], "lang": options["language"],
        }
    )  # fmt: skip

    def several(label: str, key: str, values: list[str], placeholder: str, **more: Any) -> tuple[str, ...]:
        return tuple(st.multiselect(label, values, key=key, placeholder=placeholder, bind="query-params", **more))

    def day(label: str, key: str) -> date | None:
        value = st.date_input(
            label, value=None, key=key, min_value=min(first, INVASION), max_value=max(last, INVASION), format="YYYY-MM-DD",
            bind="query-params", on_change=_forget_preset,
        )  # fmt: skip
        return value if isinstance(value, date) else None

    with st.sidebar:
        words = st.text_input("Words in title or text", key="q", placeholder="e.g. gas Niš", bind="query-params")
        st.pills(
            "Published", list(_PRESETS), key="preset", on_change=_set_dates, help="Counted back from the latest article"
        )
        start, end = day("From", "from"), day("To", "to")
        chosen = Selection(
            start=start,
            end=end,
            topics=several("Topics", "topic", topics, "All topics", format_func=lambda t: known.get(t, t)),
            actors=several("People and institutions", "actor", options["actors"], "Anybody"),
            groups=several(
                "Groups of outlets", "group", groups, "All groups", format_func=lambda g: labels.group_labels().get(g, g)
            ),
            outlets=several("Outlets", "outlet", options["outlet"], "All outlets"),
            languages=several(
                "Languages", "lang", options["language"], "All languages", format_func=labels.language
            ),
            words=words or "",
        )  # fmt: skip
        st.session_state["selection"] = chosen
        if left_out:
            st.session_state["_left_out"] = (left_out, chosen)
        n, total = state.count()
        st.markdown(f"**{n:,} of {total:,} articles**")
        own = workspace.get()
        if own.articles:
            st.caption("Only your own articles" if own.instead else f"{len(own.articles):,} of them in your workspace")
        st.button(
            "Reset filter", on_click=reset, disabled=chosen.is_empty, icon=":material/restart_alt:", width="stretch"
        )
    return chosen


def headline(title: str) -> Selection:
    """Title of a page with what is selected, in words; stops with advice where nothing is left."""
    navigation.title(title)
    chosen = state.selection()
    n, total = state.count()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"Showing {escape(chosen.describe(labels.all_labels()))} · {n:,} of {total:,} articles")
        if not chosen.is_empty:
            st.button("Reset", key="reset-here", on_click=reset, icon=":material/restart_alt:", type="tertiary")
    left_out, of = st.session_state.get("_left_out", ([], None))
    if left_out and of == chosen:  # until the visitor changes the filter
        named = ", ".join(f"“{escape(v[:60])}”" for v in left_out[:5])
        st.warning(
            f"This link also asks for {named}, which is not in this corpus: that condition was left out.",
            icon=":material/link_off:",
        )
    if n == 0:
        st.info(
            "No article fits this filter. Take a word or a condition out, or reset the filter.",
            icon=":material/filter_alt_off:",
        )
        st.stop()
    return chosen
