"""Days as files write them, and the days that an undated article may be of.

Nothing is assumed: "03/04/2024" stays open until its column or its reader says which is the month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from press.article import Article
from press.text import dates
from press.text.language import detect
from press.text.words import tokenise
from press.vocabulary import LANGUAGES

ORDERS = ("ymd", "dmy", "mdy")

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:$|[T ]|\d{6}$)")
_NUMBERS = re.compile(r"(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\b\.?")
_EPOCH = re.compile(r"\d{9,10}|\d{12,13}")
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/._-]?(0?[1-9]|1[0-2])[/._-]?(0?[1-9]|[12]\d|3[01])(?!\d)")
FIRST_YEAR = 1850


class Candidate(NamedTuple):
    """A day that an article may be of, and what suggests it."""

    day: date
    why: str


def read(value: str, order: str = "") -> date | None:
    """The day that a field names, None where it names none or leaves the order of day and month open.

    Parameters
    ----------
    value : str
        ISO 8601, with or without a time; numbers in any order; RFC 5322 ("Sun, 12 May 2024 10:00 GMT");
        seconds or milliseconds since 1970; words in English, Serbian, Russian or Ukrainian.
    order : {'', 'ymd', 'dmy', 'mdy'}
        The order of day and month where the numbers alone do not tell it.

    >>> read("9.5.2024"), read("03/04/2024"), read("03/04/2024", "mdy")
    (datetime.date(2024, 5, 9), None, datetime.date(2024, 3, 4))
    """
    found = possible(value)
    if len(found) == 1:
        return found[0]
    if found and order:
        return _ordered(value, order)
    return None


def possible(value: str) -> list[date]:
    """All days that a field may name; more than one where day and month can change places."""
    value = value.strip().replace("\u00a0", " ")[:100]
    if not value:
        return []
    if m := _ISO.match(value):
        return _valid(int(m[1]), int(m[2]), int(m[3]))
    if m := _NUMBERS.match(value):
        a, mark, b, c = int(m[1]), m[2], int(m[3]), int(m[4])
        if len(m[1]) >= 3:
            return _valid(a, b, c)
        if len(m[4]) == 3 or (len(m[4]) == 1):
            return []
        year = c if len(m[4]) == 4 else 2000 + c
        if mark == "." and len(m[4]) == 4:
            return _valid(year, b, a)  # points stand for day, month, year in all our languages
        days = _valid(year, b, a) + _valid(year, a, b)
        if len(m[4]) == 2:
            days += _valid(2000 + a, b, c)
        return list(dict.fromkeys(days))
    if _EPOCH.fullmatch(value):
        seconds = int(value) / (1000 if len(value) > 10 else 1)
        return [datetime.fromtimestamp(seconds, UTC).date()]
    try:
        return [parsedate_to_datetime(value).date()]
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    for language in LANGUAGES:
        days = [
            date.fromisoformat(d.iso)
            for d in dates.in_tokens(value, tokenise(value, language), language, None)
            if d.precision == "day"
        ]
        if days:
            return days[:1]
    return []


def order_of(values: Iterable[str]) -> str:
    """The order of day and month that all numbers of a column allow; '' where they leave it open.

    >>> order_of(["03/04/2024", "03/14/2024"])
    'mdy'
    """
    left = set(ORDERS)
    open_ = False
    for value in values:
        if len(possible(value)) > 1 or ((m := _NUMBERS.match(value.strip())) and m[2] != "." and len(m[1]) < 3):
            open_ = True
            left &= {order for order in ORDERS if _ordered(value, order)}
    return left.pop() if open_ and len(left) == 1 else ""


def _ordered(value: str, order: str) -> date | None:
    m = _NUMBERS.match(value.strip())
    if not m:
        return None
    part = dict(zip(order, (m[1], m[3], m[4]), strict=True))
    if len(part["d"]) > 2 or len(part["m"]) > 2 or len(part["y"]) not in (2, 4):
        return None
    year = int(part["y"]) + (2000 if len(part["y"]) == 2 else 0)
    return next(iter(_valid(year, int(part["m"]), int(part["d"]))), None)


def _valid(year: int, month: int, day: int) -> list[date]:
    try:
        return [date(year, month, day)] if FIRST_YEAR <= year <= 2100 else []
    except ValueError:
        return []


def candidates(article: Article) -> list[Candidate]:
    """The days that an undated article may be of, likeliest first: offered to the reader, never assumed.

    They come from the date as the source wrote it, from the address, from the file's own record of when it
    was made, and from the text.
    """
    out = [Candidate(day, "as the source writes it") for day in possible(str(article.extra.get("date_as_written", "")))]
    out += [Candidate(day, "in the address") for day in in_address(article.url)]
    out += [Candidate(day, "in the file's name") for day in in_address(str(article.extra.get("file", "")))]
    out += [
        Candidate(day, "when the file was made or fetched") for day in possible(str(article.extra.get("file_date", "")))
    ]
    language, _ = detect(article.text[:4000], article.language)
    out += [
        Candidate(date.fromisoformat(day), "in the text")
        for day in dates.suggest(article.title + "\n" + article.text[:20_000], language)
    ]
    first: dict[date, Candidate] = {}
    for candidate in out:
        first.setdefault(candidate.day, candidate)
    return list(first.values())


def in_address(url: str) -> list[date]:
    """The day that stands in an address or a file's name: /2024/05/09/, 2024-05-09, 20240509."""
    return [day for m in _IN_ADDRESS.finditer(url[:2000]) for day in _valid(int(m[1]), int(m[2]), int(m[3]))][:1]
