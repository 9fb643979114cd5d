"""Serbia–Russia Monitor: page set-up, navigation and the one filter bar."""

from __future__ import annotations

import streamlit as st

from components import filters, state

st.set_page_config(
    page_title="Serbia–Russia Monitor", page_icon="components/icon.png", layout="wide", initial_sidebar_state=320
)

PAGES = [
    st.Page("pages/overview.py", title="Overview", icon=":material/dashboard:", default=True),
    st.Page("pages/events.py", title="Events", icon=":material/event:"),
    st.Page("pages/topics.py", title="Topics", icon=":material/category:"),
    st.Page("pages/statements.py", title="Statements", icon=":material/format_quote:"),
    st.Page("pages/articles.py", title="Articles", icon=":material/article:"),
    st.Page("pages/add.py", title="Add articles", icon=":material/add_circle:"),
    st.Page("pages/about.py", title="About", icon=":material/info:"),
]

page = st.navigation(PAGES, position="top")
corpus = state.corpus()
filters.bar(corpus)
page.run()
