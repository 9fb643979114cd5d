"""A chart as it stands on a page: with its title, what can be clicked, and the rows behind it to download."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from press.questions.listing import Rows

from . import clicks, downloads
from .text import escape


def figure(drawn: go.Figure, rows: pd.DataFrame | Rows, file: str, alt: str, pick: str, note: str = "") -> None:
    """A chart with its title, what can be clicked, and the download of the rows behind it.

    The title stands outside of the drawing, where it wraps on a narrow screen. ``pick`` is the name under which a click
    is kept, see :mod:`components.clicks`.
    """
    st.markdown(f"**{escape(drawn.layout.title.text)}**")
    drawn.update_layout(title=None)
    clicks.chart(drawn, pick, file, alt)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        downloads.button(rows, file, file)
        if note:
            st.caption(note)
