"""Corrections by hand, as they stand in an article's record: what a person knows better than the parser.

They stand in the JSON Lines record under ``corrections``, so that they go wherever the article goes: into a visitor's
download, back from it, and into a corpus by ``python -m press ingest``. A correction names the place that it corrects by
characters of the article's text. Here they are checked; :mod:`press.corpus.corrections` applies them to the tables.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from press.text.dates import first_day
from press.vocabulary import TARGETS, TONES
from press.vocabulary import read as vocabulary

#: Fields that can be corrected, by table; ``removed`` takes a false statement or event out.
FIELDS = {
    "articles": ("topics",),
    "statements": ("speaker", "label", "removed"),
    "stances": ("label",),
    "events": ("type", "date", "removed"),
}
#: Corrections of one article, and characters of a name.
MOST, _LONGEST = 1_000, 200
_DAY = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?")


class Correction(NamedTuple):
    """One field of one row as it should be.

    Attributes
    ----------
    table, field : str
        See :data:`FIELDS`.
    value : str, list of str or True
        A name; a tone of :data:`press.vocabulary.TONES`; an event type; a day, month, year or ''; a list of topics; True.
    start, end : int
        Characters of the article's text; 0 and 0 for the article itself.
    item : str
        What tells apart rows of the same place: the type of an event as the parser told it, the target of
        a stance; '' for statements and articles.
    """

    table: str
    field: str
    value: Any
    start: int = 0
    end: int = 0
    item: str = ""

    @property
    def slot(self) -> tuple[str, str, int, int, str]:
        """What is corrected: a later correction of the same slot takes the place of an earlier one."""
        return self.table, self.field, self.start, self.end, self.item


def read(value: Any) -> list[Correction]:
    """Corrections from what stands in an article's record.

    Raises
    ------
    ValueError
        Saying which correction is faulty, and why.
    """
    if isinstance(value, str):  # as tables hold them
        try:
            value = json.loads(value) if value.startswith("[") else []
        except (ValueError, RecursionError):
            raise ValueError("is no list of corrections") from None
    if value in (None, []):
        return []
    if not isinstance(value, list):
        raise ValueError("is no list of corrections")
    if len(value) > MOST:
        raise ValueError(f"holds more than {MOST:,} corrections")
    return merge([], [_one(number, given) for number, given in enumerate(value, 1)])


def _one(number: int, given: Any) -> Correction:
    if not isinstance(given, dict):
        raise ValueError(f"correction {number} is no JSON object")
    table, field, value = given.get("table"), given.get("field"), given.get("value")
    if not isinstance(table, str) or field not in FIELDS.get(table, ()):
        raise ValueError(f"correction {number} names no field that can be corrected")
    start, end, item = given.get("start", 0), given.get("end", 0), given.get("item", "")
    if any(not isinstance(n, int) or isinstance(n, bool) or n < 0 for n in (start, end)) or (
        start >= end and table != "articles"
    ):
        raise ValueError(f"correction {number} has no place (start, end)")
    if not _is_text(item) or not _fits(table, str(field), value, item):
        raise ValueError(f"correction {number}: {field} cannot be {json.dumps(value, ensure_ascii=False)[:60]}")
    if table == "articles":
        start = end = 0  # what is of the whole article has no place
    return Correction(
        table, str(field), " ".join(str(value).split()) if field == "speaker" else value, start, end, item
    )


def _fits(table: str, field: str, value: Any, item: str) -> bool:
    if field == "removed":
        return value is True
    if field == "topics":
        known = _identifiers("topics", "topic")
        return isinstance(value, list) and all(isinstance(t, str) and t in known for t in value)
    if not _is_text(value):
        return False
    if field == "label":
        return value in TONES and (table != "stances" or item in TARGETS)
    if field == "type":
        return value in _identifiers("events", "type")
    if field == "date":
        return is_day(value)
    return len(value) <= _LONGEST


@cache
def _identifiers(file: str, table: str) -> frozenset[str]:
    """Identifiers that a vocabulary file gives: of topics, of types of events."""
    return frozenset(row["id"] for row in vocabulary(file)[table])


def _is_text(value: Any) -> bool:
    """Whether a value is text that a file can hold: JSON can also write half of a surrogate pair."""
    return isinstance(value, str) and not any("\ud800" <= character <= "\udfff" for character in value)


def is_day(iso: str) -> bool:
    """Whether YYYY-MM-DD, YYYY-MM or YYYY names a day, month or year that there is; '' counts as unknown."""
    try:
        first_day(iso)
    except ValueError:
        return False
    return bool(_DAY.fullmatch(iso))


def write(corrections: Iterable[Correction]) -> list[dict[str, Any]]:
    """Corrections as they stand in an article's record."""
    out = []
    for c in corrections:
        place = {} if c.table == "articles" else {"start": c.start, "end": c.end}
        out.append({"table": c.table, **place, **({"item": c.item} if c.item else {}), "field": c.field, "value": c.value, "basis": "hand"})  # fmt: skip
    return out


def merge(before: Iterable[Correction], new: Iterable[Correction]) -> list[Correction]:
    """Earlier corrections and later ones, which take the place of those of the same slot."""
    return list({c.slot: c for c in (*before, *new)}.values())
