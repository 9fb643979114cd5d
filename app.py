"""Serbia–Russia Monitor: page set-up, navigation and the one filter bar."""

from __future__ import annotations

import streamlit as st

from components import filters, state

st.set_page_config(
    page_title="Serbia–Russia Monitor", page_icon="components/icon.png", layout="wide", initial_sidebar_state=320
)

# Not in a folder "pages": Streamlit would serve that folder itself to the first visitor who opens a deep link.
PAGES = [
    st.Page("views/overview.py", title="Overview", icon=":material/dashboard:", default=True),
    st.Page("views/events.py", title="Events", icon=":material/event:"),
    st.Page("views/topics.py", title="Topics", icon=":material/category:"),
    st.Page("views/statements.py", title="Statements", icon=":material/format_quote:"),
    st.Page("views/articles.py", title="Articles", icon=":material/article:"),
    st.Page("views/add.py", title="Add articles", icon=":material/add_circle:"),
    st.Page("views/about.py", title="About", icon=":material/info:"),
]

page = st.navigation(PAGES, position="top")
corpus = state.corpus()
filters.bar(corpus)
page.run()
