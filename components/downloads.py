"""Rows behind a figure as a file that a spreadsheet opens safely."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from press.export import safe_cell


def _cell(value: object) -> object:
    return safe_cell(list(value) if isinstance(value, np.ndarray) else value)


def csv(frame: pd.DataFrame) -> bytes:
    """A frame as CSV in UTF-8 with a byte-order mark, safe against formulas."""
    safe = frame.copy()
    for column in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[column]):
            safe[column] = safe[column].map(_cell)
    safe.columns = [safe_cell(str(c)) for c in safe.columns]
    return ("\ufeff" + safe.to_csv(index=False)).encode("utf8")


def button(frame: pd.DataFrame, name: str, key: str) -> None:
    """A button that downloads the rows of a frame as ``name``.csv."""
    st.download_button(
        f"CSV ({len(frame)} rows)", csv(frame), f"{name}.csv", "text/csv", key=f"csv-{key}", icon=":material/download:",
        type="tertiary", on_click="ignore",
    )  # fmt: skip
