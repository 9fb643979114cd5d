"""The calendar of a language: phrases that name a day, and words around them that say which is meant.

Both are data, ``data/vocabulary/calendar.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from press.text.phrases import Phrases
from press.vocabulary import read

#: What a phrase of the calendar says: its kind, and a number or "MM-DD".
Meaning = tuple[str, int | str]


@cache
def phrases(language: str) -> Phrases[Meaning]:
    """Months, weekdays, relative days and holidays of a language."""
    data = read("calendar")[language]
    entries: list[tuple[str, Meaning]] = []
    entries += [(w, ("month", i + 1)) for i, words in enumerate(data["months"]) for w in words]
    entries += [(w, ("weekday", i)) for i, words in enumerate(data["weekdays"]) for w in words]
    entries += [(w, ("day", n)) for w, n in data["relative"].items()]
    for key, value in (
        ("next_year", ("year", 1)), ("this_year", ("year", 0)), ("last_year", ("year", -1)),
        ("last_month", ("months", -1)), ("this_month", ("months", 0)), ("next_month", ("months", 1)),
        ("last_week", ("week", -4)), ("this_week", ("week", 0)), ("next_week", ("week", 7)),
        ("same_day", ("story", 0)), ("day_before", ("story", -1)), ("day_after", ("story", 1)),
    ):  # fmt: skip
        entries += [(w, value) for w in data[key]]
    entries += [(w, ("holiday", d)) for w, d in data["holidays"].items()]
    return Phrases(entries, language)


class Context(NamedTuple):
    """Words around a date that say which one is meant."""

    next: Phrases[str]
    last: Phrases[str]
    years: Phrases[str]
    future: Phrases[str]
    limits: Phrases[str]
    opening: frozenset[str]
    after_opening: frozenset[str]
    before_month: frozenset[str]
    holidays: frozenset[tuple[int, int]]
    capitalised: bool  # whether months and weekdays are
    homographs: frozenset[int]  # months whose names are words and names as well


@cache
def context(language: str) -> Context:
    """The words around dates in a language."""
    data = read("calendar")[language]
    next_, last, years, future = (
        Phrases(((w, w) for w in data[k]), language) for k in ("next", "last", "years", "future")
    )
    limits = Phrases(((w, k) for k in ("since", "until") for w in data[k]), language)
    holidays = frozenset((int(d[:2]), int(d[3:])) for d in data["holidays"].values())
    opening, after, before_month = (frozenset(data[k]) for k in ("opening", "after_opening", "before_month"))
    return Context(
        next_, last, years, future, limits, opening, after, before_month, holidays,
        data.get("capitalised", False), frozenset(data.get("homographs", ())),
    )  # fmt: skip
