"""Which pages there are, and that ``app.py`` with its filter bar stands around each."""

from __future__ import annotations

from typing import Any

import streamlit as st

_PAGES = (
    ("overview", "Overview", "dashboard"),
    ("events", "Events", "event"),
    ("topics", "Topics", "category"),
    ("statements", "Statements", "format_quote"),
    ("articles", "Articles", "article"),
    ("add", "Add articles", "add_circle"),
    ("about", "About", "info"),
)
_FRAMED = "framed"


def _declared() -> Any:
    # The icon is given, else Streamlit would make the browser fetch that of the page from elsewhere.
    st.set_page_config(
        page_title="Serbia–Russia Monitor", page_icon="components/icon.png", layout="wide", initial_sidebar_state=320
    )
    return st.navigation(
        [
            st.Page(f"pages/{name}.py", title=title, icon=f":material/{icon}:", default=i == 0)
            for i, (name, title, icon) in enumerate(_PAGES)
        ],
        position="top",
    )


def page() -> Any:
    """The page that the address names, for ``app.py`` to run."""
    st.session_state[_FRAMED] = True
    return _declared()


def title(text: str) -> None:
    """Title of a page; the first thing that each page calls.

    Until ``app.py`` has run once, Streamlit serves the files of a folder ``pages`` by itself: the first visitor of a
    fresh server who follows a deep link would see the page without its filter bar. Declaring the navigation ends
    that, and the page is run again, now by ``app.py``.
    """
    if not st.session_state.get(_FRAMED):
        _declared()
        st.rerun()
    st.title(text, anchor=False)
