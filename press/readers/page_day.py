"""The day of a web page: by the clock of its outlet, and as the page itself shows it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from . import days
from .page import Page

_TIME = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:])")
#: Characters of a page's visible text that are looked at, around a time, and of a line that names a day.
_LOOKED_AT, _BEFORE, _AFTER, _LINE = 30_000, 60, 40, 120
_MOST_TIMES, _MOST_ELEMENTS = 50, 3_000
_HOURS = 12
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "nav", "footer", "aside", "form"})


def published(page: Page, found: str, zone: str) -> date | None:
    """The day on which a page was published, None where its metadata do not tell.

    Parameters
    ----------
    page : Page
    found : str
        The day as the metadata write it, YYYY-MM-DD: for a moment late in the evening in UTC it is the day before that on
        the outlet's clock.
    zone : str
        IANA time zone of the outlet, '' where unknown: then the time that the page shows tells it.
    """
    try:
        day = date.fromisoformat(found) if found else None
    except ValueError:
        return None
    if day is None:
        return None
    moments = (m for written in page.moments if (m := days.moment(written)))
    at = next((m for m in moments if day in (m.date(), m.astimezone(UTC).date())), None)
    if at is None:
        return day
    local = days.local(at, zone) if zone else at.date()
    if local == at.date() and zone:
        return local
    return _shown(page.tree, at, zone) or local


def _shown(tree: HtmlElement, at: datetime, zone: str) -> date | None:
    """The day that the page shows beside the time of a moment; None where it shows none."""
    text = _visible(tree)
    utc = at.astimezone(UTC).replace(tzinfo=None)
    offset = _offset(at, zone)
    for m in list(_TIME.finditer(text))[:_MOST_TIMES]:
        around = text[max(0, m.start() - _BEFORE) : m.end() + _AFTER]
        for day in days.possible(around[-100:])[:1]:
            away = datetime(day.year, day.month, day.day, int(m[1]), int(m[2])) - utc
            fits = away in (offset, timedelta(0)) if zone else away % timedelta(hours=1) == timedelta(0)
            if fits and abs(away) <= timedelta(hours=_HOURS):
                return day
    return None


def _offset(at: datetime, zone: str) -> timedelta | None:
    try:
        return at.astimezone(ZoneInfo(zone)).utcoffset() if zone else None
    except (OSError, ValueError, LookupError):
        return None


def suggested(page: Page) -> str:
    """The day that a page's visible text suggests, YYYY-MM-DD or '': offered as a candidate, never taken as its day.

    A short line that names a day counts first, such as stands under a headline; else what htmldate finds, but not the
    first of January that it makes of a mere year.
    """
    for number, element in enumerate(page.tree.iter()):
        if number > _MOST_ELEMENTS:
            break
        if not isinstance(element.tag, str) or element.tag in _UNSEEN or len(element) > 5:
            continue
        line = _line(element)
        if re.search(r"\d{4}", line) and (found := days.possible(line)):
            return found[0].isoformat()
    from htmldate import find_date

    try:
        found_ = find_date(page.tree, url=page.url or None, **searching(extensive=True)) or ""
    except Exception:  # htmldate raises on some broken pages; a missing suggestion is no fault
        return ""
    return "" if found_.endswith("-01-01") else found_


def searching(extensive: bool) -> dict[str, Any]:
    """How htmldate looks for the day: in the page's metadata and marked-up dates only, or in all its text."""
    return {"original_date": True, "extensive_search": extensive, "max_date": date.today().isoformat()}


def _line(element: HtmlElement) -> str:
    """The text of an element that is one short line, else ''."""
    out, length = [], 0
    for piece in element.itertext():
        length += len(piece)
        if length > _LINE:
            return ""
        out.append(piece)
    return " ".join("".join(out).split())


def _visible(tree: HtmlElement) -> str:
    """The beginning of what a reader of the page sees."""
    out, length = [], 0
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in _UNSEEN and element.text:
            out.append(element.text)
            length += len(element.text)
        if element.tail:
            out.append(element.tail)
            length += len(element.tail)
        if length > _LOOKED_AT:
            break
    return " ".join(" ".join(out).split())
