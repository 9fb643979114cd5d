"""Add articles: the visitor's own texts, files, pages and feeds, previewed, put right and taken into the workspace."""

from __future__ import annotations

import streamlit as st

from components import navigation
from components.adding import box, forms, queue, review, session

navigation.title("Add articles")
st.caption(
    "Your articles stay in this session: no other visitor sees them, and they are gone when you close the page, unless you "
    "download them. Every page, filter and download counts them."
)
queue.work_off()
queue.show_report()
box.show()
for tab, way in zip(st.tabs(list(forms.WAYS), key="add-way"), forms.WAYS.values(), strict=True):
    with tab:
        way()
if tray := session.tray():
    review.show(tray)
