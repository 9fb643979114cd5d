"""Periods as the dashboard shows them: what they are called, which one charts count by, how many can be drawn."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from press.questions.periods import PERIODS

from . import address

LABELS = {period: period.capitalize() for period in PERIODS}
#: Days of a period, at most.
DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
MOST_DRAWN = 400  # bars beyond which nobody can tell them apart
_SHOWN = {"day": "%Y-%m-%d", "week": "week of %Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def name(start: date, period: str) -> str:
    """What a period is called: 2024, 2024-10, week of 2024-10-14."""
    return start.strftime(_SHOWN[period])


def choice(first: date, last: date) -> str:
    """Ask by what the charts count; the suggestion fits the days drawn, another choice is kept in the address."""
    days = (last - first).days
    suggested = "day" if days <= 45 else "week" if days <= 200 else "month" if days <= 2200 else "year"

    def draw(**kept: Any) -> str | None:
        return st.segmented_control("Count by", list(LABELS), format_func=LABELS.__getitem__, required=True, **kept)

    return str(address.kept("by", list(LABELS), draw, suggested))


def latest(frame: pd.DataFrame, period: str) -> pd.DataFrame:
    """The rows of the last :data:`MOST_DRAWN` periods of a frame with a column ``period``."""
    if frame.empty:
        return frame
    return frame[frame["period"] > frame["period"].max() - pd.Timedelta(days=MOST_DRAWN * DAYS[period])]


def drawable(frame: pd.DataFrame, period: str) -> tuple[pd.DataFrame, str]:
    """What of a frame can be drawn, and a note where that is not everything."""
    drawn = latest(frame, period)
    note = f"Drawn: the last {MOST_DRAWN} {period}s. Set dates in the filter to see others."
    return drawn, note if len(drawn) < len(frame) else ""


def day(value: str) -> date | None:
    """The day that an address names; None where it names none."""
    found = pd.to_datetime(value, errors="coerce")
    return None if pd.isna(found) else found.date()
