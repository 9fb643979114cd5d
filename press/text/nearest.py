"""Which year and which weekday is meant where a text does not say: the one nearest to publication that fits its words."""

from __future__ import annotations

import re
from datetime import date, timedelta

from press.text.calendar import Source

_SENTENCE_END = re.compile(r"[.!?;\n]")
_CLAUSE_END = re.compile(r"[.,!?:;\n]")
_YEAR_BACK = 8  # words before a day among which "next year" may stand
_WORDS_BACK, _WORDS_ON = 12, 6  # how far from a date a word of the future may stand that moves it
_SOON = 45  # days ahead that a day without a year may lie where nothing speaks of the future


def year(source: Source, first: int, last: int, month: int, day: int) -> int:
    """The year of a month, or of a day in a month, that stands without one at tokens ``first`` to ``last``; 0 where unknown.

    As the words around say ("next year"); a month alone is the last one, or the coming one where the sentence
    tells of the future; a day is the nearest to publication, but lies far ahead only where the sentence says so.
    """
    published = source.published
    if published is None:
        return 0
    keys, context = source.tokens.keys, source.context
    n = len(keys)
    before = first - _YEAR_BACK
    for k in range(first - 1, max(-1, before), -1):
        if _CLAUSE_END.search(source.text, source.tokens.ends[k], source.tokens.starts[k + 1]):
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
            y: (date(y, month, min(day, 28)) - published).days for y in range(published.year - 1, published.year + 2)
        }
        nearest = min(away, key=lambda y: abs(away[y]))
        known_ahead = (month, day) in context.holidays or away[nearest] <= _SOON or ahead(source, first, last)
        return nearest if known_ahead else nearest - 1
    if month == published.month:
        return published.year - (first > 0 and context.last.at(keys, first - 1) is not None)
    if ahead(source, first, last) or (first > 0 and context.next.at(keys, first - 1)):
        return published.year + (month < published.month)
    return published.year - (month > published.month)


def weekday(source: Source, number: int, i: int, last: int, published: date) -> date:
    """The last such weekday (0 is Monday) up to publication, or the next where the words around it say so."""
    keys, context = source.tokens.keys, source.context
    on = (number - published.weekday()) % 7
    if any(context.next.at(keys, k) for k in range(max(0, i - 2), i)):
        return published + timedelta(on or 7)
    back = (published.weekday() - number) % 7
    said_last = i > 0 and context.last.at(keys, i - 1) is not None
    if back and not said_last and ahead(source, i, last):
        return published + timedelta(on)
    return published - timedelta(7 if not back and said_last else back)


def ahead(source: Source, first: int, last: int) -> bool:
    """Whether the sentence tells of the future near a date."""
    keys, starts, ends, text = source.tokens.keys, source.tokens.starts, source.tokens.ends, source.text
    future = source.context.future
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
