"""Dates in a text: absolute ones, weekdays and relative days, in four languages.

A resolver of its own, because ``dateparser`` reads neither "20. октобра 2024." nor "9. maja 2025. godine"
and takes more than ten times as long (``benchmarks/dates.py`` compares the two). Relative dates are told from the
day of publication; without it they stay unknown, as does a day and month without a year: nothing is guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from typing import NamedTuple

from press.text.calendar import Meaning, context, phrases
from press.text.phrases import Hit
from press.text.words import Tokens, tokenise, vocabulary_language

#: A date in digits. (Like the next one it begins with plain characters, which the engine finds fast, and looks
#: at what stands before them afterwards.)
_NUMERIC = re.compile(r"\d(?<!\d\d)(?:\d{3}-\d{2}-\d{2}|\d?[./]\d{1,2}[./]\d{4})(?!\d)")
#: A number of four digits that is a year and no amount.
_YEAR = re.compile(r"[12](?<![\w€$£.,№/-][12])(?:(?<=1)9|(?<=2)0)\d\d(?![\w%°]|[.,/-]\d)")
#: A day of the month written in digits: 9, 9th, 9-го, and of "7-8" the first.
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|-го|-е|-og|-\d{1,2})?")
_SENTENCE_END = re.compile(r"[.!?;\n]")
_CLAUSE_END = re.compile(r"[.,!?:;\n]")
_YEAR_BACK = 8  # words before a day among which "next year" may stand
_WORDS_BACK, _WORDS_ON = 12, 6  # how far from a date a word of the future may stand that moves it

_SOON = 45  # days ahead that a day without a year may lie where nothing speaks of the future


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
    if published is not None and not 1 < published.year < 9999:
        published = None  # years beside it could not be told
    reader = _Reader(text, tokens, vocabulary_language(language), published)
    out: list[DateMention] = []
    used = -1
    for hit in phrases(reader.language).scan(tokens.keys):
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
    for pattern, read_match in ((_NUMERIC, _numeric), (_YEAR, lambda m: m[0])):
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


#: First token, token after the last, ISO date, precision, whether relative.
_Found = tuple[int, int, str, str, bool]


class _Reader:
    """Reads the dates of one text."""

    def __init__(self, text: str, tokens: Tokens, language: str, published: date | None) -> None:
        self.text, self.tokens, self.language, self.published = text, tokens, language, published
        self.context = context(language)

    def read(self, hit: Hit[Meaning], before: list[DateMention]) -> _Found | None:
        """The date that a phrase of the calendar stands for, None where it is none."""
        (kind, value), i, last, published = hit.value, hit.first, hit.last, self.published
        if self.context.capitalised and kind in ("month", "weekday") and not self.tokens.words[i][0].isupper():
            return None
        if kind == "month":
            return self._month(int(value), i)
        if kind == "holiday":
            year = self._year(i, last, int(str(value)[:2]), int(str(value)[3:]))
            return (i, last, f"{year}-{value}", "day", True) if year else None
        if published is None:
            return None
        if kind == "day":
            if self.tokens.keys[i] in self.context.opening and not self._opens(i, last):
                return None
            return i, last, (published + timedelta(int(value))).isoformat(), "day", True
        if kind == "story":
            day = next((d.iso for d in reversed(before[-8:]) if d.precision == "day" and not d.limit), "")
            basis = date.fromisoformat(day) if day else published
            return i, last, _shift(basis, int(value)), "day", True
        if kind == "weekday":
            return i, last, self._weekday(int(value), i, last, published).isoformat(), "day", True
        if kind == "year":
            return i, last, str(published.year + int(value)), "year", True
        if kind == "months":
            month = published.month - 1 + int(value)
            return i, last, f"{published.year + month // 12}-{month % 12 + 1:02d}", "month", True
        return i, last, _shift(published, int(value))[:7], "month", True

    def _opens(self, i: int, last: int) -> bool:
        """Whether a phrase opens a sentence, before a name or a pronoun: "накануне", but not "накануне выборов"."""
        words, keys = self.tokens.words, self.tokens.keys
        if i > 0 and not _SENTENCE_END.search(self.text, self.tokens.ends[i - 1], self.tokens.starts[i]):
            return False
        return last < len(words) and (words[last][0].isupper() or keys[last] in self.context.after_opening)

    def limit(self, first: int) -> str:
        """Whether a date says since or until when."""
        limits, keys = self.context.limits, self.tokens.keys
        for k in range(max(0, first - 4), first):
            if (hit := limits.at(keys, k, first)) and hit.last == first:
                return hit.value
        return ""

    def _ahead(self, first: int, last: int) -> bool:
        """Whether the sentence tells of the future near a date."""
        keys, starts, ends, text = self.tokens.keys, self.tokens.starts, self.tokens.ends, self.text
        future = self.context.future
        for k in range(first - 1, max(-1, first - _WORDS_BACK), -1):
            if _SENTENCE_END.search(text, ends[k], starts[k + 1]):
                break
            if future.at(keys, k):
                return True
        for k in range(last, min(len(keys), last + _WORDS_ON)):
            if _SENTENCE_END.search(text, ends[k - 1], starts[k]):
                break
            if future.at(keys, k):
                return True
        return False

    def _month(self, month: int, i: int) -> _Found | None:
        """A month name with the day and year around it."""
        words, keys, text = self.tokens.words, self.tokens.keys, self.text
        starts, ends, n = self.tokens.starts, self.tokens.ends, len(self.tokens.words)
        first, last, day = i, i + 1, 0
        if i > 0 and (number := _number(words[i - 1])) and starts[i] - ends[i - 1] <= 3:
            day, first = number, i - 1
            if (
                first > 0
                and (number := _number(words[first - 1]))
                and starts[first] - ends[first - 1] <= 4
                and text[ends[first - 1] : starts[first]].strip(" .") in ("-", "–", "—")
            ):
                day, first = number, first - 1
        elif i + 1 < n and (number := _number(words[i + 1])) and text[ends[i] : starts[i + 1]] in (" ", ". ", "\u00a0"):
            day, last = number, i + 2
        elif (
            month in self.context.homographs
            and not (i + 1 < n and _is_year(words[i + 1]))
            and not (i > 0 and keys[i - 1] in self.context.before_month)
        ):
            return None  # He may march on.
        year = 0
        if last < n and _is_year(words[last]) and starts[last] - ends[last - 1] <= 3:
            year, last = int(words[last]), last + 1
        relative = not year
        year = year or self._year(first, last, month, day)
        if not year:
            return first, last, "", "unknown", True
        if not day:
            return first, last, f"{year}-{month:02d}", "month", relative
        iso = _iso(year, month, day)
        return (first, last, iso, "day", relative) if iso else None

    def _year(self, first: int, last: int, month: int, day: int) -> int:
        """The year of a month, or of a day in a month, that stands without one; 0 where unknown.

        As the words around say ("next year"); a month alone is the last one, or the coming one where the sentence
        tells of the future; a day is the nearest to publication, but lies far ahead only where the sentence says so.
        """
        published = self.published
        if published is None:
            return 0
        keys, context = self.tokens.keys, self.context
        n = len(keys)
        before = first - _YEAR_BACK
        for k in range(first - 1, max(-1, before), -1):
            if _CLAUSE_END.search(self.text, self.tokens.ends[k], self.tokens.starts[k + 1]):
                before = k
                break
        for k in range(max(0, before + 1), min(n, last + 4)):
            if (k + 1 < n and context.years.at(keys, k + 1)) or (k + 2 < n and context.years.at(keys, k + 2)):
                if context.next.at(keys, k):
                    return published.year + 1
                if context.last.at(keys, k):
                    return published.year - 1
        if day:
            if first > 0 and context.next.at(keys, first - 1):
                return published.year + ((month, day) < (published.month, published.day))
            away = {
                y: (date(y, month, min(day, 28)) - published).days
                for y in range(published.year - 1, published.year + 2)
            }
            year = min(away, key=lambda y: abs(away[y]))
            known_ahead = (month, day) in self.context.holidays or away[year] <= _SOON or self._ahead(first, last)
            return year if known_ahead else year - 1
        if month == published.month:
            return published.year - (first > 0 and context.last.at(keys, first - 1) is not None)
        if self._ahead(first, last) or (first > 0 and context.next.at(keys, first - 1)):
            return published.year + (month < published.month)
        return published.year - (month > published.month)

    def _weekday(self, weekday: int, i: int, last: int, published: date) -> date:
        """The last such day up to publication, or the next where the words say so."""
        keys, context = self.tokens.keys, self.context
        ahead = (weekday - published.weekday()) % 7
        if any(context.next.at(keys, k) for k in range(max(0, i - 2), i)):
            return published + timedelta(ahead or 7)
        back = (published.weekday() - weekday) % 7
        said_last = i > 0 and context.last.at(keys, i - 1) is not None
        if back and not said_last and self._ahead(i, last):
            return published + timedelta(ahead)
        return published - timedelta(7 if not back and said_last else back)


def _number(word: str) -> int:
    """A day of the month written in digits, else 0."""
    digits = _DAY.fullmatch(word)
    return int(digits[1]) if digits and 1 <= int(digits[1]) <= 31 else 0


def _is_year(word: str) -> bool:
    return len(word) == 4 and word[:2] in ("19", "20") and word.isdecimal()


def _numeric(m: re.Match[str]) -> str:
    if "-" in m[0]:
        y, mo, d = m[0].split("-")
    else:
        d, mo, y = m[0].replace("/", ".").split(".")
    return _iso(int(y), int(mo), int(d))


def _shift(day: date, days: int) -> str:
    try:
        return (day + timedelta(days)).isoformat()
    except OverflowError:
        return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


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
