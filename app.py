"""Serbia–Russia Monitor: page set-up, navigation and the one filter bar."""

from __future__ import annotations

import streamlit as st

from components import filters, shell, state

st.set_page_config(
    page_title="Serbia–Russia Monitor", page_icon="components/icon.png", layout="wide", initial_sidebar_state=320
)

page = shell.navigation()
corpus = state.corpus()
filters.bar(corpus)
page.run()
