"""Pieces of SQL: lists of columns, and texts within quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def columns(names: Iterable[str], alias: str = "") -> str:
    """Columns as a list, of a table's ``alias`` where one is given.

    >>> columns(["start", "end"], "t")
    't."start", t."end"'
    """
    of = f"{alias}." if alias else ""
    return ", ".join(f'{of}"{name}"' for name in names)


def quoted(text: str | Path) -> str:
    """A path or an address as it stands between single quotation marks.

    >>> quoted("reader's")
    "reader''s"
    """
    return str(text).replace("'", "''")
