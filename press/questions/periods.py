"""Periods by which questions count: days, weeks (from Monday), months and years of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PERIODS = ("day", "week", "month", "year")


def checked(period: str) -> str:
    """The period, which may then stand in a query.

    Raises
    ------
    ValueError
        Where it is none of :data:`PERIODS`.
    """
    if period not in PERIODS:
        raise ValueError(f"there is no period “{period}”; there are {', '.join(PERIODS)}")
    return period


def start_of(period: str, alias: str = "") -> str:
    """SQL for the first day, as a timestamp, of the period in which a row of ``alias`` was published."""
    return f"date_trunc('{checked(period)}', {alias}published)::TIMESTAMP"


@dataclass(frozen=True, slots=True)
class During:
    """The period, ``period`` long, in which a day lies."""

    period: str
    day: date

    def __post_init__(self) -> None:
        checked(self.period)

    def condition(self, alias: str = "") -> tuple[str, list[date]]:
        """SQL that holds for rows of ``alias`` published in the period, and its values."""
        first = f"date_trunc('{self.period}', CAST(? AS DATE))"
        inside = f"{alias}published >= {first} AND {alias}published < {first} + INTERVAL 1 {self.period}"
        return inside, [self.day, self.day]
