"""Dates in a text: absolute ones, weekdays and relative days, in four languages.

A resolver of its own, because ``dateparser`` reads neither "20. октобра 2024." nor "9. maja 2025. godine"
and takes more than ten times as long (``benchmarks/dates.py`` compares the two). Relative dates are told from the
day of publication; without it they stay unknown, as does a day and month without a year: nothing is guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from press.text import ago, months, nearest
from press.text.calendar import Found, Meaning, Source, iso_day, shift, table
from press.text.phrases import Hit
from press.text.words import Tokens, tokenise, vocabulary_language

#: A date in digits. (Like the next ones it begins with plain characters, which the engine finds fast, and looks
#: at what stands before them afterwards.)
_NUMERIC = re.compile(r"\d(?<!\d\d)(?:\d{3}-\d{2}-\d{2}|\d?(?:[./]\d{1,2}[./]|-\d{1,2}-)\d{4})(?!\d)")
#: A day, a month in letters or Roman digits, and a year, between marks or blanks.
_JOINED = re.compile(r"\d(?<!\d\d)\d?[./ \u00a0-]{1,3}[^\W\d_]{1,12}[./ \u00a0-]{1,3}(?:19|20)\d\d(?!\d)")
#: A number of four digits that is a year and no amount.
_YEAR = re.compile(
    r"[12](?<![\w€$£.,№/-][12])(?:(?<=1)9|(?<=2)0)\d\d(?:(?=[гр](?!\w))|(?![\w%°]|[.,/-]\d|-(?:х|их|ти|ti|ih)\b))"
)
_SENTENCE_END = re.compile(r"[.!?;\n]")


class DateMention(NamedTuple):
    """A date in a text: characters ``start``-``end``, ISO 8601 date (or month, year, '') and precision.

    ``first`` is its first token; ``relative`` tells that it was told from the day of publication; ``limit`` is
    ``since`` or ``until`` where it bounds a time rather than telling when something happened.
    """

    start: int
    end: int
    iso: str
    precision: str
    first: int
    relative: bool = False
    limit: str = ""


def in_tokens(text: str, tokens: Tokens, language: str, published: date | None) -> list[DateMention]:
    """All dates of a text that is already cut into tokens.

    Parameters
    ----------
    text, tokens : the text and its words
    language : ISO 639-1
    published : the day that relative dates count from, or None

    Returns
    -------
    list of DateMention in the order of the text
    """
    if published is not None and not 1_100 < published.year < 9_000:
        published = None  # years beside it could not be told
    source = Source(text, tokens, vocabulary_language(language), published)
    reader = _Reader(source)
    out: list[DateMention] = []
    used = -1
    for hit in table(source.language).scan(tokens.keys):
        if hit.first <= used:
            continue
        found = reader.read(hit, out)
        if found is not None and found[2] and found[0] > used:
            first, end, iso, precision, relative = found
            if precision == "year" and out and first - used <= 3 and out[-1].iso.startswith(iso):
                continue  # "in March of last year" is one date
            limit = reader.limit(first)
            out.append(DateMention(tokens.starts[first], tokens.ends[end - 1], iso, precision, first, relative, limit))
            used = end - 1
    for pattern, read_match in (
        (_NUMERIC, _numeric),
        (_JOINED, lambda m: months.joined(source, m)),
        (_YEAR, lambda m: m[0]),
    ):
        covered = _Covered(out)
        more = []
        for m in pattern.finditer(text):
            iso = read_match(m)
            if iso and not covered.holds(m.start()):
                first = tokens.at(m.start())
                precision = "day" if len(iso) == 10 else "year"
                more.append(DateMention(m.start(), m.end(), iso, precision, first, limit=reader.limit(first)))
        out = sorted(out + more) if more else out
    return out


class _Covered:
    """Which characters belong to dates already found, in order."""

    def __init__(self, found: list[DateMention]) -> None:
        self.starts = [d.start for d in found]
        self.ends = [d.end for d in found]

    def holds(self, offset: int) -> bool:
        """Whether a character lies in one of them."""
        k = bisect_right(self.starts, offset) - 1
        return k >= 0 and offset < self.ends[k]


class _Reader:
    """Reads the dates of one text."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def read(self, hit: Hit[Meaning], before: list[DateMention]) -> Found | None:
        """The date that a phrase of the calendar stands for, None where it is none."""
        (kind, value), i, last = hit.value, hit.first, hit.last
        source, published = self.source, self.source.published
        if kind in ("month", "short"):
            return months.read(source, int(value), i, kind == "short")
        if kind == "holiday":
            year = nearest.year(source, i, last, int(str(value)[:2]), int(str(value)[3:]))
            return (i, last, f"{year}-{value}", "day", True) if year else None
        if published is None or kind == "none":
            return None
        if kind == "ago":
            return ago.read(source, str(value), i, last)
        if kind == "day":
            if source.tokens.keys[i] in source.context.opening and not self._opens(i, last):
                return None
            return i, last, shift(published, int(value)), "day", True
        if kind == "story":
            day = next((d.iso for d in reversed(before[-8:]) if d.precision == "day" and not d.limit), "")
            basis = date.fromisoformat(day) if day else published
            return i, last, shift(basis, int(value)), "day", True
        if kind == "weekday":
            if months.is_other(source, i, source.context.before_weekday):
                return None
            return i, last, nearest.weekday(source, int(value), i, last, published).isoformat(), "day", True
        if kind == "year":
            return i, last, str(published.year + int(value)), "year", True
        if kind == "months":
            month = published.month - 1 + int(value)
            return i, last, f"{published.year + month // 12}-{month % 12 + 1:02d}", "month", True
        return i, last, shift(published, int(value))[:7], "month", True

    def _opens(self, i: int, last: int) -> bool:
        """Whether a phrase opens a sentence, before a name or a pronoun: "накануне", but not "накануне выборов"."""
        words, keys = self.source.tokens.words, self.source.tokens.keys
        if i > 0 and not _SENTENCE_END.search(self.source.gap(i)):
            return False
        return last < len(words) and (words[last][0].isupper() or keys[last] in self.source.context.after_opening)

    def limit(self, first: int) -> str:
        """Whether a date says since or until when."""
        limits, keys = self.source.context.limits, self.source.tokens.keys
        for k in range(max(0, first - 4), first):
            if (hit := limits.at(keys, k, first)) and hit.last == first:
                return hit.value
        return ""


def _numeric(m: re.Match[str]) -> str:
    parts = [int(part) for part in re.split(r"[./-]", m[0])]
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    # "05/15/2024" is American beyond doubt.
    return iso_day(year, month, day) or (iso_day(year, day, month) if "/" in m[0] else "")


def precision(iso: str) -> str:
    """How exact YYYY-MM-DD, YYYY-MM, YYYY or '' is: ``day``, ``month``, ``year`` or ``unknown``."""
    return {10: "day", 7: "month", 4: "year"}.get(len(iso), "unknown")


def first_day(iso: str) -> date | None:
    """The day, or the first day of the month or year, that YYYY-MM-DD, YYYY-MM or YYYY names; None for ''.

    Raises
    ------
    ValueError
        Where there is no such day.
    """
    return date.fromisoformat((iso + "-01-01")[:10]) if iso else None


def suggest(text: str, language: str) -> list[str]:
    """Days that an undated text names in full, latest first: offered to the reader, never assumed."""
    tokens = tokenise(text, language)
    days = {d.iso for d in in_tokens(text, tokens, language, None) if d.precision == "day"}
    return sorted(days, reverse=True)
