"""Periods as the dashboard shows them."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from components import periods


def test_only_as_many_periods_are_drawn_as_can_be_told_apart() -> None:
    days = pd.DataFrame({"period": pd.date_range("2020-01-01", "2024-12-31"), "articles": 1})
    drawn = periods.latest(days, "day")
    assert len(drawn) == periods.MOST_DRAWN
    assert drawn["period"].max() == days["period"].max()
    assert len(periods.latest(days.head(10), "day")) == 10
    assert periods.latest(days.head(0), "day").empty


@pytest.mark.parametrize(
    ("period", "name"), [("day", "2024-10-14"), ("week", "week of 2024-10-14"), ("month", "2024-10"), ("year", "2024")]
)
def test_names_of_periods(period: str, name: str) -> None:
    assert periods.name(pd.Timestamp("2024-10-14"), period) == name


def test_what_is_left_out_of_a_chart_is_said() -> None:
    years = pd.DataFrame({"period": pd.to_datetime(["2023-01-01", "2024-01-01"]), "articles": 1})
    assert periods.drawable(years, "year")[1] == ""
    drawn, note = periods.drawable(years.assign(period=pd.to_datetime(["1000-01-01", "2024-01-01"])), "year")
    assert len(drawn) == 1
    assert note.startswith("Drawn: the last 400 years.")


@pytest.mark.parametrize(
    ("value", "day"),
    [("2024-10-14", date(2024, 10, 14)), ("2024-10", date(2024, 10, 1)), ("x", None), ("", None), ("2024-13-01", None)],
)
def test_days_of_an_address(value: str, day: date | None) -> None:
    assert periods.day(value) == day
