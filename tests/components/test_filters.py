"""Presets of dates and the reset; what they do to the page is tested in a browser."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from components import filters, state

LAST = date(2026, 4, 7)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    values: dict[str, Any] = {"_last": LAST, "from": date(2020, 1, 1), "to": date(2020, 2, 1), "preset": None}
    monkeypatch.setattr(filters.st, "session_state", values)
    return values


@pytest.mark.parametrize(
    ("preset", "start", "end"),
    [
        ("Last 30 days", date(2026, 3, 9), LAST),
        ("Last 12 months", date(2025, 4, 8), LAST),
        ("Since the invasion of Ukraine", date(2022, 2, 24), None),
        ("All time", None, None),
    ],
)
def test_presets_count_back_from_the_latest_article(
    session: dict[str, Any], preset: str, start: date | None, end: date | None
) -> None:
    session["preset"] = preset
    filters._set_dates()
    assert (session["from"], session["to"]) == (start, end)


def test_taking_a_preset_back_leaves_the_dates(session: dict[str, Any]) -> None:
    filters._set_dates()
    assert session["from"] == date(2020, 1, 1)


def test_reset_empties_every_condition(session: dict[str, Any]) -> None:
    session |= {"q": "gas", "topic": ["gas"], "lang": ["sr"], "preset": "All time"}
    filters.reset()
    assert not any(session[key] for key in state.FILTER)
    assert session["preset"] is None
