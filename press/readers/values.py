"""Values as tools write them – text, lists, objects, numbers – to the text of a field.

Each function gives '' where the field is empty, and None where the value is of no kind that it knows.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from press.address import found_in
from press.vocabulary import read as vocabulary

_DEEPEST = 6
#: Under which names objects keep what is to be shown of them.
_TEXTS = (
    "rendered",
    "main",
    "text",
    "#text",
    "$t",
    "_",
    "value",
    "@value",
    "plaintext",
    "html",
    "content",
    "title",
    "name",
    "label",
)
_SECTIONS = ("headline", "summary", "paragraphs", "sections")
_NAMES = (
    "name",
    "title",
    "literal",
    "label",
    "original",
    "display_name",
    "displayName",
    "id",
    "@id",
    "uri",
    "value",
    "#text",
)
_CODES = ("code", "id", "iso", "key", "name", "value")
_ADDRESSES = ("url", "href", "@id", "raw", "value", "link")
_PERSON = (
    ("given", "family"),
    ("firstName", "lastName"),
    ("first_name", "last_name"),
    ("firstname", "lastname"),
    ("first", "last"),
)
_DATES = ("$date", "date", "iso", "raw", "literal", "value", "@value", "$numberLong", "rendered", "seconds", "_seconds")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


@cache
def _empty() -> frozenset[str]:
    return frozenset(vocabulary("columns")["empty"]["words"])


def cell(value: str) -> str:
    """A text without what spreadsheets put into it: ``_x000D_`` and other ends of lines."""
    if "_x" in value:
        value = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), value)
    return _BREAKS.sub("\n", value)


def is_empty(text: str) -> bool:
    """Whether a cell says that there is nothing in it: "nan", "#N/A", "–"."""
    return text.strip().casefold() in _empty() or not text.strip()


def text(value: Any, depth: int = 0) -> str | None:
    """A text; lists are its paragraphs, objects may hold them."""
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, str):
        return "" if is_empty(value) else cell(value)
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        parts = [part for part in (text(v, depth + 1) for v in value) if part]
        return "\n\n".join(parts) if parts or not value else None
    if isinstance(value, Mapping):
        if any(isinstance(value.get(name), list) for name in _SECTIONS):  # an article in sections, as fundus writes it
            parts = [part for part in (text(value.get(name), depth + 1) for name in _SECTIONS) if part]
            return "\n\n".join(parts)
        return next((found for name in _TEXTS if name in value and (found := text(value[name], depth + 1))), None)
    return None


def line(value: Any) -> str | None:
    """A headline: a text in one line; numbers count as they are written."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:g}" if value == value else ""
    found = text(value)
    return found if found is None else found.strip()


def name(value: Any) -> str | None:
    """The name of an outlet: of an object its name, of a list the first."""
    if isinstance(value, list):
        return name(value[0]) if value else ""
    if isinstance(value, Mapping):
        return next((found for key in _NAMES if value.get(key) and (found := name(value[key]))), "")
    return line(value)


def persons(value: Any) -> str | None:
    """The names of authors, parted by commas."""
    if isinstance(value, str):
        value = value.strip()
        if value.startswith("[") and value.endswith("]") and len(value) < 10_000:  # how pandas writes a list
            try:
                value = ast.literal_eval(value)
            except (ValueError, SyntaxError, MemoryError, RecursionError):
                value = value[1:-1]
    if isinstance(value, list | tuple):
        return ", ".join(found for v in value if (found := _person(v)))
    return _person(value)


def _person(value: Any) -> str | None:
    if isinstance(value, Mapping):
        for given, family in _PERSON:
            if value.get(family):
                return " ".join(str(value[part]) for part in (given, family) if value.get(part))
        return name(value)
    return line(value)


def code(value: Any) -> str | None:
    """A language: of an object its code, of a list the first."""
    if isinstance(value, list):
        return code(value[0]) if value else ""
    if isinstance(value, Mapping):
        return next((found for key in _CODES if value.get(key) and (found := code(value[key]))), "")
    return line(value)


def address(value: Any) -> str | None:
    """The address of a page, '' where what is written is none."""
    if isinstance(value, list):
        return next((found for v in value[:20] if (found := address(v))), "")
    if isinstance(value, Mapping):
        return next((found for key in _ADDRESSES if value.get(key) and (found := address(value[key]))), "")
    return found_in(value) if isinstance(value, str) else ""


def day(value: Any) -> str | None:
    """A date as it is written; parts of dates and moments in the forms of databases are put together."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str):
        return cell(value)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return f"{value:.6f}".rstrip("0").rstrip(".") if value == value and abs(value) < 1e20 else ""
    if isinstance(value, list):
        if value and all(isinstance(v, int) for v in value):  # [2024, 5, 15, 10, 30]
            return _parts(value)
        return day(value[0]) if value else ""
    if isinstance(value, Mapping):
        if isinstance(parts := value.get("date-parts"), list) and parts and isinstance(parts[0], list):
            return _parts(parts[0])
        if value.get("year"):
            return _parts([value.get(part) for part in ("year", "month", "day")])
        return next((found for key in _DATES if key in value and (found := day(value[key]))), "")
    return text(value)


def _parts(parts: list[Any]) -> str:
    """Year, month, day as YYYY-MM-DD, as far as they are told."""
    out = []
    for part in parts[:3]:
        try:
            number = int(part)
        except (TypeError, ValueError):
            break
        if not 0 < number < 10_000:
            break
        out.append(f"{number:02d}")
    return "-".join(out)
