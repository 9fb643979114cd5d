"""What the visitor has clicked in a chart or a table, kept in the page's address beside the filter.

One pick at a time: it has a name (``period``, ``story``, ``article``, …) and one or more values. Because it lives in the
address, a copied link opens the same articles, and the browser's back button takes a pick back.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

#: Every name that a pick can have, on any page.
NAMES = ("article", "story", "period", "line", "cell", "pair", "bar", "stance", "subject", "speaker-of", "outlet-of")
_DRAWN = "_drawn"  # widgets of this session that can be clicked, with how often each was made afresh


def get(name: str) -> tuple[str, ...]:
    """The values picked under a name; empty where something else or nothing is picked."""
    return tuple(st.query_params.get_all(name))


def one(name: str) -> str:
    """The first value picked under a name; '' where something else or nothing is picked."""
    return (get(name) or ("",))[0]


def put(name: str, values: Sequence[str]) -> None:
    """Pick something; whatever was picked before is let go."""
    clear(but=name)
    if tuple(values) != get(name):
        st.query_params[name] = list(values)


def clear(but: str = "") -> None:
    """Let go of what is picked, except under one name."""
    for name in NAMES:
        if name != but and name in st.query_params:
            del st.query_params[name]


def close() -> None:
    """Let go of what is picked and of its marks in charts and tables; for a button's ``on_click``."""
    clear()
    _refresh()


def closing(key: str) -> None:
    """A button that closes what was opened by a click."""
    st.button("Close", key=f"close-{key}", icon=":material/close:", type="tertiary", on_click=close)


def chart(figure: go.Figure, name: str, key: str, alt: str) -> None:
    """Show a chart; a click on a mark picks the mark's ``customdata`` under ``name``."""
    widget = _widget(key)

    def taken() -> None:
        points = st.session_state[widget]["selection"]["points"]
        _taken(widget, name, _values(points[0].get("customdata")) if points else ())

    st.plotly_chart(
        figure, key=widget, on_select=taken, selection_mode="points", alt=alt, config={"displayModeBar": False}
    )


def table(frame: pd.DataFrame, values: Sequence[Any], name: str, key: str, alt: str, **options: Any) -> None:
    """Show a table; a click on a row picks the row's value under ``name``. ``options`` go to ``st.dataframe``."""
    widget = _widget(key)
    st.dataframe(
        frame, hide_index=True, key=widget, selection_mode="single-row", alt=alt,
        on_select=partial(_row_taken, widget, name, list(values)), **options,
    )  # fmt: skip


def _row_taken(widget: str, name: str, values: list[Any]) -> None:
    rows = st.session_state[widget]["selection"]["rows"]
    _taken(widget, name, (str(values[rows[0]]),) if rows and rows[0] < len(values) else ())


def _taken(widget: str, name: str, values: Sequence[str]) -> None:
    if values:
        put(name, values)
        _refresh(but=widget)
    else:
        clear()


def _values(custom: Any) -> tuple[str, ...]:
    """Custom data of a point as texts; Plotly hands one value over bare, several as a list or a dict by number."""
    if custom is None:
        return ()
    if isinstance(custom, dict):
        custom = list(custom.values())
    return tuple(str(v) for v in custom) if isinstance(custom, list | tuple) else (str(custom),)


def _widget(key: str) -> str:
    drawn: dict[str, int] = st.session_state.setdefault(_DRAWN, {})
    return f"{key}~{drawn.setdefault(key, 0)}"


def _refresh(but: str = "") -> None:
    """Give every other widget a new key, so that it forgets what was marked in it."""
    drawn: dict[str, int] = st.session_state.get(_DRAWN, {})
    for key, made in drawn.items():
        widget = f"{key}~{made}"
        if widget != but and widget in st.session_state:
            drawn[key] = made + 1
