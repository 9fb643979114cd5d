"""Days as files write them, and the days that an undated article may be of.

Nothing is assumed: "03/04/2024" stays open until its column or its reader says which is the month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from press.article import Article
from press.text import dates
from press.text.language import detect
from press.text.words import tokenise
from press.vocabulary import LANGUAGES

ORDERS = ("ymd", "dmy", "mdy")

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:$|[T ]|\d{6}$|(?=/|Z$|[+-]\d\d:?\d\d$))")
#: A moment: ISO 8601 or RFC 5322 with the hour and an offset from UTC.
_MOMENT = re.compile(
    r"(?P<y>\d{4})(?P<dash>-?)(?P<m>\d{2})-?(?P<d>\d{2})[T ](?P<h>\d{2})(?P<colon>:?)(?P<min>\d{2})(?::?\d{2}(?:[.,]\d{1,9})?)? ?(?P<offset>Z|UTC|[+-]\d{2}(?::?\d{2})?)"
    r"|(?:[^\W\d_]{2,12},? )?(?P<words>\d{1,2} [^\W\d_]{3,12} \d{4}) (?P<hour>\d{2}):(?P<minute>\d{2})(?::\d{2})? (?P<away>GMT|UTC?|Z|[+-]\d{4})"
)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)\.?")
_EPOCH = re.compile(r"(?:\d{9,10}|\d{12,13}|\d{16}|\d{19})(?:\.\d{1,9})?")
#: The number of a day as spreadsheets count: 1955 to 2119.
_SERIAL = re.compile(r"([2-7]\d{4})(?:[.,]\d{1,12})?")
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:[ap]\.?m\.?(?!\w))?", re.I)
_ZONE = re.compile(
    r"\b(?:UTC|GMT|CES?T|EES?T|MSK|BST|[ECP][SD]T|WES?T)\b(?:[+-]\d{1,2}(?::?\d{2})?)?|(?<=\s)[+-]\d{2}:?\d{2}\b"
)
#: A year of two digits behind the name of a month: 15-May-24.
_SHORT_YEAR = re.compile(r"(\d{1,2}[\s./-]{1,2}[^\W\d_]{3,12}[\s./-]{1,2})'?(\d{2})$")
#: Month, day, year and year, month, day, as programs write them in any language.
_MONTH_FIRST = re.compile(r"(?<!\d )([^\W\d_]{3,12})\.? (\d{1,2}),? (\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4}),? ([^\W\d_]{3,12})\.? (\d{1,2})(?!\d)")
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/._-]?(0?[1-9]|1[0-2])[/._-]?(0?[1-9]|[12]\d|3[01])(?!\d)")
FIRST_YEAR = 1850
#: What clocks and spreadsheets show that were never set.
_UNSET = {date(1970, 1, 1), date(1969, 12, 31), date(1900, 1, 1), date(1899, 12, 31), date(1899, 12, 30)}


class Candidate(NamedTuple):
    """A day that an article may be of, and what suggests it."""

    day: date
    why: str


def read(value: str, order: str = "", zone: str = "") -> date | None:
    """The day that a field names, None where it names none or leaves the order of day and month open.

    Parameters
    ----------
    value : str
        ISO 8601, with or without a time; numbers in any order; RFC 5322 ("Sun, 12 May 2024 10:00 GMT");
        seconds since 1970 or parts of them; the number of a day as Excel counts; words in English, Serbian, Russian or
        Ukrainian, with a time or a range of times. What a clock shows that was never set names no day.
    order : {'', 'ymd', 'dmy', 'mdy'}
        The order of day and month where the numbers alone do not tell it.
    zone : str
        IANA time zone of the outlet: a moment in UTC is then of the day that the outlet's clock shows.

    >>> read("9.5.2024"), read("03/04/2024"), read("03/04/2024", "mdy")
    (datetime.date(2024, 5, 9), None, datetime.date(2024, 3, 4))
    >>> read("2024-05-14T22:30:00Z", zone="Europe/Belgrade")
    datetime.date(2024, 5, 15)
    """
    found = possible(value)
    if len(found) == 1:
        at = moment(value) if zone else None
        return local(at, zone) if at else found[0]
    if found and order:
        return _ordered(value, order)
    return None


def moment(value: str) -> datetime | None:
    """The moment that a field names to the minute and with its offset from UTC, None where it does not."""
    value = value.strip()[:100]
    if _EPOCH.fullmatch(value):
        return _epoch(value)
    m = _MOMENT.match(value)
    if m is None or (m["dash"] and not m["colon"]):
        return None
    if m["words"]:
        found = possible(m["words"])
        day, hour, minute, offset = found[0] if found else None, m["hour"], m["minute"], m["away"]
    else:
        day = next(iter(_valid(int(m["y"]), int(m["m"]), int(m["d"]))), None)
        hour, minute, offset = m["h"], m["min"], m["offset"]
    if day is None or int(hour) > 23 or int(minute) > 59:
        return None
    digits = offset.lstrip("+-").replace(":", "")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0)) if digits.isdigit() else timedelta(0)
    if away >= timedelta(hours=24):
        return None
    away = -away if offset.startswith("-") else away
    return datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=timezone(away))


def local(at: datetime, zone: str) -> date:
    """The day of a moment on the clock of a zone; as written where its own offset is one that the zone uses."""
    try:
        clock = ZoneInfo(zone)
        offset = at.utcoffset()
        used = {datetime(at.year, month, 1, tzinfo=clock).utcoffset() for month in (1, 7)}
        return at.date() if offset and offset in used else at.astimezone(clock).date()
    except (OSError, ValueError, LookupError, OverflowError):  # no such zone on this machine
        return at.date()


def _epoch(value: str) -> datetime:
    whole, _, _ = value.partition(".")
    seconds = int(whole) / {12: 1e3, 13: 1e3, 16: 1e6, 19: 1e9}.get(len(whole), 1)
    return datetime.fromtimestamp(seconds, UTC)


def possible(value: str) -> list[date]:
    """All days that a field may name; more than one where day and month can change places."""
    return [day for day in _possible(value.strip()[:100]) if day not in _UNSET]


@lru_cache(maxsize=2_000)
def _possible(value: str) -> list[date]:
    value = re.sub(r"\s+", " ", value)
    if not value:
        return []
    if m := _ISO.match(value):
        return _valid(int(m[1]), int(m[2]), int(m[3]))
    if _EPOCH.fullmatch(value):
        day = _epoch(value).date()
        return _valid(day.year, day.month, day.day)
    if m := _SERIAL.fullmatch(value):
        return [date(1899, 12, 30) + timedelta(int(m[1]))]
    value = _plain(value)
    if m := _NUMBERS.search(value):
        return _of_numbers(m)
    value = _SHORT_YEAR.sub(r"\g<1>20\2", value)
    value = _YEAR_FIRST.sub(r"\3 \2 \1", _MONTH_FIRST.sub(r"\2 \1 \3", value))
    for language in LANGUAGES:
        days = [
            date.fromisoformat(d.iso)
            for d in dates.in_tokens(value, tokenise(value, language), language, None)
            if d.precision == "day"
        ]
        if days:
            return days[:1] if FIRST_YEAR <= days[0].year <= 2100 else []
    return []


def _plain(value: str) -> str:
    """A field without times of the day and names of time zones."""
    return re.sub(r"\s+", " ", _ZONE.sub(" ", _TIME.sub(" ", value))).strip(" ,;|–—->")


def _of_numbers(m: re.Match[str]) -> list[date]:
    a, mark, b, c = int(m[1]), m[2], int(m[3]), int(m[4])
    if len(m[1]) >= 3:
        return _valid(a, b, c)
    if len(m[4]) in (1, 3):
        return []
    year = c if len(m[4]) == 4 else 2000 + c
    if mark == ".":
        return _valid(year, b, a)  # points stand for day, month, year in all our languages
    days = _valid(year, b, a) + _valid(year, a, b)
    if len(m[4]) == 2:
        days += _valid(2000 + a, b, c)
    return list(dict.fromkeys(days))


def order_of(values: Iterable[str]) -> str:
    """The order of day and month that all numbers of a column allow; '' where they leave it open.

    >>> order_of(["03/04/2024", "03/14/2024"])
    'mdy'
    """
    left = set(ORDERS)
    open_ = False
    for value in values:
        if len(possible(value)) > 1 or ((m := _numbers(value)) and m[2] != "." and len(m[1]) < 3):
            open_ = True
            left &= {order for order in ORDERS if _ordered(value, order)}
    return left.pop() if open_ and len(left) == 1 else ""


def _numbers(value: str) -> re.Match[str] | None:
    value = value.strip()[:100]
    return None if _ISO.match(value) else _NUMBERS.search(_plain(value))


def _ordered(value: str, order: str) -> date | None:
    m = _numbers(value)
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
