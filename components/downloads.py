"""Rows behind a figure as a file that a spreadsheet opens safely."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import pandas as pd
import streamlit as st

from press.export import safe_cell
from press.questions.listing import MOST_DOWNLOADED, Rows

from . import state
from .text import many


def _cell(value: object) -> object:
    return safe_cell(list(value) if isinstance(value, np.ndarray) else value)


def csv(frame: pd.DataFrame) -> bytes:
    """A frame as CSV in UTF-8 with a byte-order mark, safe against formulas."""
    safe = frame.copy()
    for column in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[column]):
            safe[column] = safe[column].map(_cell)
    safe.columns = [safe_cell(str(c)) for c in safe.columns]
    return ("\ufeff" + safe.to_csv(index=False, lineterminator="\r\n")).encode("utf8")


def button(rows: pd.DataFrame | Rows, name: str, key: str, without: Sequence[str] = ()) -> None:
    """A button that downloads rows as ``name``.csv, ``without`` some columns; the file is made when it is clicked."""
    fetch: Callable[[], pd.DataFrame]
    if isinstance(rows, Rows):  # all of them are fetched later, outside of the visitor's session
        total, fetch = rows.total, partial(rows.every, state.corpus())
    else:
        total, fetch = len(rows), lambda: rows
    first = f"the first {MOST_DOWNLOADED:,} of " if total > MOST_DOWNLOADED and isinstance(rows, Rows) else ""

    def made() -> bytes:
        return csv(fetch().drop(columns=list(without), errors="ignore"))

    st.download_button(
        f"CSV ({first}{many(total, 'row')})", made, f"{name}.csv", "text/csv", key=f"csv-{key}", icon=":material/download:",
        type="tertiary", on_click="ignore",
    )  # fmt: skip
