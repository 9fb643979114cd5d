"""The words of dates, compiled from ``data/vocabulary/calendar.toml``: what :mod:`press.text.dates` reads by."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from press.text.phrases import Phrases
from press.text.words import Tokens, fold
from press.vocabulary import read

#: What a phrase of the calendar says: its kind, and a number or "MM-DD".
Meaning = tuple[str, int | str]
#: A date as a reader of phrases finds it: first token, token after the last, ISO date, precision, whether relative.
Found = tuple[int, int, str, str, bool]


@cache
def table(language: str) -> Phrases[Meaning]:
    """All phrases that a date may begin with or be told by, with what each says."""
    data = read("calendar")[language]
    entries: list[tuple[str, Meaning]] = []
    for i, words in enumerate(data["months"]):
        entries += [(prefix + w, ("month", i + 1)) for w in words for prefix in ("", *data["prefixes"])]
    entries += [(w, ("short", i + 1)) for i, words in enumerate(data["short"]) for w in words]
    entries += [(w, ("weekday", i)) for i, words in enumerate(data["weekdays"]) for w in words]
    entries += [(w, ("day", n)) for w, n in data["relative"].items()]
    for key, value in (
        ("next_year", ("year", 1)), ("this_year", ("year", 0)), ("last_year", ("year", -1)), ("year_before_last", ("year", -2)),
        ("last_month", ("months", -1)), ("this_month", ("months", 0)), ("next_month", ("months", 1)),
        ("last_week", ("week", -4)), ("this_week", ("week", 0)), ("next_week", ("week", 7)),
        ("same_day", ("story", 0)), ("day_before", ("story", -1)), ("day_after", ("story", 1)), ("lengths", ("none", 0)),
    ):  # fmt: skip
        entries += [(w, value) for w in data[key]]
    entries += [(w, ("holiday", d)) for w, d in data["holidays"].items()]
    ago = data["ago"]
    entries += [(w, ("ago", "before")) for w in ago["before"]]
    entries += [(w, ("ago", "after")) for w in ago["after"]]
    entries += [(w, ("months", -6)) for w in ago["halves"]]
    return Phrases(entries, language)


class Context(NamedTuple):
    """Words around a date that say which one is meant, or whether it is one."""

    next: Phrases[str]
    last: Phrases[str]
    years: Phrases[str]
    future: Phrases[str]
    limits: Phrases[str]
    day_links: Phrases[str]
    about: Phrases[str]
    opening: frozenset[str]
    after_opening: frozenset[str]
    doubtful: frozenset[str]
    names: frozenset[str]
    before_month: frozenset[str]
    before_name: frozenset[str]
    determiners: frozenset[str]
    not_after_determiner: frozenset[str]
    before_weekday: frozenset[str]
    whole_month: frozenset[str]
    holidays: frozenset[tuple[int, int]]
    capitals: bool
    day_after_month: bool
    #: Days of the month in words, and tens that stand before them.
    ordinals: dict[str, int]
    tens: dict[str, int]
    #: Of "three years ago": numbers in words, units by their forms, forms that stand for one.
    numbers: dict[str, float]
    units: dict[str, str]
    one: frozenset[str]


@cache
def context(language: str) -> Context:
    """The words around dates in a language."""
    data: dict[str, Any] = read("calendar")[language]
    ago = data["ago"]

    def phrases(words: list[str]) -> Phrases[str]:
        return Phrases(((w, w) for w in words), language)

    def keys(words: list[str]) -> frozenset[str]:
        return frozenset(fold(w, language) for w in words)

    return Context(
        next=phrases(data["next"]),
        last=phrases(data["last"]),
        years=phrases(data["years"]),
        future=phrases(data["future"]),
        limits=Phrases(((w, k) for k in ("since", "until") for w in data[k]), language),
        day_links=phrases(data["day_links"]),
        about=phrases(ago["about"]),
        opening=keys(data["opening"]),
        after_opening=keys(data["after_opening"]),
        doubtful=keys(data["doubtful"]),
        names=keys(data["names"]),
        before_month=keys(data["before_month"]),
        before_name=keys(data["before_name"]),
        determiners=keys(data["determiners"]),
        not_after_determiner=keys(data["not_after_determiner"]),
        before_weekday=keys(data["before_weekday"]),
        whole_month=keys(data["whole_month"]),
        holidays=frozenset((int(d[:2]), int(d[3:])) for d in data["holidays"].values()),
        capitals=data["capitals"],
        day_after_month=data["day_after_month"],
        ordinals={fold(w, language): i for i, words in enumerate(data["ordinals"], 1) for w in words},
        tens={fold(w, language): n for w, n in data["tens"].items()},
        numbers={fold(w, language): n for w, n in ago["numbers"].items()},
        units={fold(w, language): unit for unit, words in ago["units"].items() for w in words},
        one=frozenset(fold(w, language) for words in ago["one"].values() for w in words),
    )


class Source(NamedTuple):
    """A text that dates are read in; ``language`` is that of the vocabulary."""

    text: str
    tokens: Tokens
    language: str
    published: date | None

    @property
    def context(self) -> Context:
        """The words around dates in its language."""
        return context(self.language)

    def gap(self, k: int) -> str:
        """What stands before a token, up to the one before it."""
        return self.text[self.tokens.ends[k - 1] if k else 0 : self.tokens.starts[k]]


def iso_day(year: int, month: int, day: int) -> str:
    """YYYY-MM-DD, '' where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def shift(day: date, days: int) -> str:
    """The day some days away, as YYYY-MM-DD; '' beyond the calendar."""
    try:
        return (day + timedelta(days)).isoformat()
    except OverflowError:
        return ""
