"""What the rows of a table seem to be: which one is the header, and what the columns hold."""

from __future__ import annotations

import re
import statistics
from collections.abc import Collection, Sequence
from typing import Any

from press.address import is_address

from . import days, fields
from .sheets import written

#: A number that only a column of dates would make a date of.
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
#: Rows among which the header is looked for: offices write titles and notes above it.
_ABOVE = 20


def header_at(sample: Sequence[Sequence[Any]], wanted: Collection[str] = ()) -> int:
    """The row that holds the names of the columns, -1 where none of the first does.

    Parameters
    ----------
    sample : the first rows
    wanted : names of columns that the reader of the table has given
    """
    names = [[written(cell).strip() for cell in row] for row in sample[:_ABOVE]]
    if wanted:
        given = next((i for i, row in enumerate(names) if set(wanted) <= set(row)), -1)
        if given >= 0:
            return given
    best, most = -1, 0
    for i, row in enumerate(names):
        found = fields.guess(row)
        telling = {"text", "title", "url"} & set(found)
        if len(found) > most and (i == 0 or (telling and len(found) > 1)):
            best, most = i, len(found)
    return best if best >= 0 else 0 if _is_header(sample) else -1


def _is_header(sample: Sequence[Sequence[Any]]) -> bool:
    """Whether the first row names columns: short, all different, no address or date, and there are others."""
    first = [written(cell).strip() for cell in sample[0]]
    return (
        len(sample) > 1
        and len(first) > 1
        and len(set(first)) == len(first)
        and all(0 < len(cell) <= 30 and not is_address(cell) and not days.possible(cell) for cell in first)
        and not any(cell[:1].isdigit() for cell in first)
    )


def by_content(names: list[str], rows: list[list[str]]) -> dict[str, str]:
    """The columns that seem to hold each field, by what stands in them."""
    found: dict[str, str] = {}
    lengths: dict[str, float] = {}
    for i, name in enumerate(names):
        cells = [row[i].strip() for row in rows[:50] if i < len(row) and row[i].strip()]
        if not cells:
            continue
        if all(is_address(cell) for cell in cells):
            found.setdefault("url", name)
        elif all(len(cell) <= 40 and not _SERIAL.fullmatch(cell) and days.possible(cell) for cell in cells):
            found.setdefault("date", name)
        elif all(fields.language_code(cell) for cell in cells) and max(map(len, cells)) <= 10:
            found.setdefault("language", name)
        elif any(" " in cell for cell in cells):
            lengths[name] = statistics.fmean(map(len, cells))
        elif not all(cell.replace(".", "").isdigit() for cell in cells):
            found.setdefault("outlet", name)
    longest = sorted(lengths, key=lambda name: -lengths[name])
    if longest and (
        lengths[longest[0]] > 120 or len(longest) == 1 or "url" not in found
    ):  # a text, where no list of links
        found["text"] = longest.pop(0)
    if longest:
        found["title"] = longest[0]
    return found
