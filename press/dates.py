"""Dates in a text: absolute ones, weekdays and relative days, in four languages.

A resolver of its own, because ``dateparser`` reads neither "20. октобра 2024." nor "9. maja 2025. godine"
and takes milliseconds a phrase (``benchmarks/dates.py`` compares the two). Relative dates are told from the
day of publication; without it they stay unknown, as does a day and month without a year: nothing is guessed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from .document import Document
from .vocabulary import read
from .words import Phrases, Tokens, tokenise, vocabulary_language

_NUMERIC = re.compile(r"(?<!\d)(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[./](\d{1,2})[./](\d{4}))(?!\d)")


_BEFORE_MONTH = frozenset(
    ["in", "last", "since", "until", "by", "early", "late", "mid", "this", "next", "of", "from", "till", "for"]
)


class DateMention(NamedTuple):
    """A date in a text: characters ``start``-``end``, ISO 8601 date (or month, year, '') and precision.

    ``first`` is its first token; ``relative`` tells that it was told from the day of publication.
    """

    start: int
    end: int
    iso: str
    precision: str
    first: int
    relative: bool = False


@cache
def _table(language: str) -> Phrases[tuple[str, int | str]]:
    data = read("calendar")[language]
    entries: list[tuple[str, tuple[str, int | str]]] = []
    entries += [(w, ("month", i + 1)) for i, words in enumerate(data["months"]) for w in words]
    entries += [(w, ("weekday", i)) for i, words in enumerate(data["weekdays"]) for w in words]
    entries += [(w, ("day", n)) for w, n in data["relative"].items()]
    for key, value in (
        ("next_year", ("year", 1)), ("last_year", ("year", -1)), ("last_month", ("months", -1)), ("this_month", ("months", 0)),
        ("next_month", ("months", 1)), ("last_week", ("week", -7)),
    ):  # fmt: skip
        entries += [(w, value) for w in data[key]]
    entries += [(w, ("holiday", d)) for w, d in data["holidays"].items()]
    return Phrases(entries, language)


@cache
def _context(language: str) -> tuple[Phrases[str], Phrases[str], Phrases[str]]:
    data = read("calendar")[language]
    return tuple(Phrases(((w, w) for w in data[k]), language) for k in ("next", "last", "years"))  # type: ignore[return-value]


def find(document: Document) -> list[DateMention]:
    """All dates of a document, in the order of the text."""
    return in_tokens(document.text, document.tokens, document.language, document.published)


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
    language = vocabulary_language(language)
    out: list[DateMention] = []
    words, keys, starts, ends = tokens.words, tokens.keys, tokens.starts, tokens.ends
    n = len(words)
    used = -1
    for hit in _table(language).scan(keys):
        i, last = hit.first, hit.last
        if i <= used:
            continue
        kind, value = hit.value
        mention: tuple[int, int, str, str, bool] | None = None
        if kind == "month":
            if language == "en" and not words[i][0].isupper():
                continue
            mention = _month(int(value), i, n, text, tokens, language, published)
        elif published is not None and kind == "day":
            mention = (i, last, (published + timedelta(int(value))).isoformat(), "day", True)
        elif published is not None and kind == "weekday":
            if language == "en" and not words[i][0].isupper():
                continue
            mention = (i, last, _weekday(int(value), i, keys, language, published).isoformat(), "day", True)
        elif published is not None and kind == "year":
            mention = (i, last, str(published.year + int(value)), "year", True)
        elif published is not None and kind == "months":
            month = published.month - 1 + int(value)
            mention = (i, last, f"{published.year + month // 12}-{month % 12 + 1:02d}", "month", True)
        elif published is not None and kind == "week":
            mention = (i, last, (published + timedelta(int(value))).isoformat()[:7], "month", True)
        elif kind == "holiday":
            year = _year_near(i, last, n, text, tokens, language, published)
            if year:
                mention = (i, last, f"{year}-{value}", "day", True)
        if mention is not None:
            first, end, iso, precision, relative = mention
            if iso and first > used:
                out.append(DateMention(starts[first], ends[end - 1], iso, precision, first, relative))
                used = end - 1
    taken = [(d.start, d.end) for d in out]
    for m in _NUMERIC.finditer(text):
        y, mo, d = (m[1], m[2], m[3]) if m[1] else (m[6], m[5], m[4])
        iso = _iso(int(y), int(mo), int(d))
        if iso and not any(a <= m.start() < b for a, b in taken[-200:]):
            out.append(DateMention(m.start(), m.end(), iso, "day", tokens.at(m.start())))
    covered = {d.first + k for d in out for k in range(5)}
    for i, word in enumerate(words):
        if (
            len(word) == 4
            and word.isdigit()
            and word[:2] in ("19", "20")
            and i not in covered
            and _is_year(i, text, tokens)
        ):
            out.append(DateMention(starts[i], ends[i], word, "year", i))
    out.sort()
    return out


def _is_year(i: int, text: str, tokens: Tokens) -> bool:
    """Whether a number of four digits is a year and no amount."""
    after = text[tokens.ends[i] : tokens.ends[i] + 2]
    before = text[max(0, tokens.starts[i] - 2) : tokens.starts[i]]
    return (
        not after.startswith(("%", "°", ",0"))
        and before[-1:] not in "€$£.,№/"
        and not (after[:1] in ".," and after[1:2].isdigit())
    )


def _month(
    month: int, i: int, n: int, text: str, tokens: Tokens, language: str, published: date | None
) -> tuple[int, int, str, str, bool] | None:
    """A month name with the day and year around it."""
    words = tokens.words
    first, last = i, i + 1
    day = 0
    if i > 0 and _number(words[i - 1], 31) and len(text[tokens.ends[i - 1] : tokens.starts[i]]) <= 3:
        day, first = int(re.sub(r"\D", "", words[i - 1])), i - 1
        if (
            first > 1
            and _number(words[first - 1], 31)
            and text[tokens.ends[first - 1] : tokens.starts[first]].strip() in ("-", "–", "—", ".-", ".–")
        ):
            day, first = int(re.sub(r"\D", "", words[first - 1])), first - 1
    elif (
        i + 1 < n and _number(words[i + 1], 31) and text[tokens.ends[i] : tokens.starts[i + 1]] in (" ", ". ", "\u00a0")
    ):
        day, last = int(re.sub(r"\D", "", words[i + 1])), i + 2
    elif (
        language == "en"
        and month in (3, 5)
        and not (i + 1 < n and re.fullmatch(r"(19|20)\d\d", words[i + 1]))
        and not (i > 0 and tokens.keys[i - 1] in _BEFORE_MONTH)
    ):
        return None  # March and May are also words and names: they need a preposition
    year = 0
    if (
        last < n
        and re.fullmatch(r"(19|20)\d\d", words[last])
        and len(text[tokens.ends[last - 1] : tokens.starts[last]]) <= 3
    ):
        year, last = int(words[last]), last + 1
    relative = False
    if not year:
        year = _year_near(first, last, n, text, tokens, language, published, month, day)
        relative = True
    if not year:
        return (first, last, "", "unknown", True)
    if day:
        iso = _iso(year, month, day)
        return (first, last, iso, "day", relative) if iso else None
    return (first, last, f"{year}-{month:02d}", "month", relative)


def _year_near(
    first: int, last: int, n: int, text: str, tokens: Tokens, language: str, published: date | None,
    month: int = 5, day: int = 0,
) -> int:  # fmt: skip
    """The year of a day and month that stand without one: the nearest to publication, or as the words say."""
    if published is None:
        return 0
    nexts, lasts, years = _context(language)
    window = range(max(0, first - 4), min(n, last + 4))
    keys = tokens.keys
    for k in window:
        if k + 1 < n and (years.at(keys, k + 1) or (k + 2 < n and years.at(keys, k + 2))):
            if nexts.at(keys, k):
                return published.year + 1
            if lasts.at(keys, k):
                return published.year - 1
    return min(
        (published.year - 1, published.year, published.year + 1),
        key=lambda y: abs((date(y, month, min(day or 15, 28)) - published).days),
    )


def _weekday(weekday: int, i: int, keys: list[str], language: str, published: date) -> date:
    """The last such day up to publication, or the next where the words say so."""
    nexts, lasts, _ = _context(language)
    ahead = (weekday - published.weekday()) % 7
    if any(nexts.at(keys, k) for k in range(max(0, i - 2), i)):
        return published + timedelta(ahead or 7)
    back = (published.weekday() - weekday) % 7
    if back == 0 and any(lasts.at(keys, k) for k in range(max(0, i - 1), i)):
        back = 7
    return published - timedelta(back)


def _number(word: str, most: int) -> bool:
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|-го|-е|-og)?", word)
    return digits is not None and 1 <= int(digits[1]) <= most


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


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
