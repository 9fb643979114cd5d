"""Articles: search, table and reader."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components import address, clicks, downloads, filters, reader, sources, state, tables
from components.text import escape
from press.questions import articles
from press.questions.narrowing import EVERY_ARTICLE

chosen = filters.headline("Articles")
search = address.kept_text(
    "find",
    lambda **kept: st.text_input(
        "Find in these articles", placeholder="Words of a title or text, any script or accents", icon=":material/search:", **kept
    ),
)  # fmt: skip
within = replace(chosen, words=f"{chosen.words} {search}")
found = state.ask_under(within, articles.listed, EVERY_ARTICLE, ("topics", "words"))
if article_id := clicks.one("article"):
    reader.opened(article_id)
if not found.total:
    st.info("No article has these words. Take one out.", icon=":material/search_off:")
    st.stop()
tables.articles(found, f" with “{escape(search)}”" if search else "")
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    downloads.button(found, "articles", "articles")
    st.caption("Select a row to read the article. " + sources.origin())
