"""Long lists: the first rows for the page, their number, and all of them for a download.

Sorting narrow rows (numbers, a day) and looking up the rest of the some hundred that are listed is many times as fast as
sorting wide rows, and counting is a query of its own that reads no column it does not need.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from press.corpus.queries import Corpus
from press.selection import Selection

#: Rows that a list fetches at once, and that a download of a list holds at most; `python -m press export` has no limit.
MOST_LISTED, MOST_DOWNLOADED = 500, 50_000


class Rows(NamedTuple):
    """A long list.

    Attributes
    ----------
    first : DataFrame
        The first :data:`MOST_LISTED` rows.
    total : int
        The number of all rows.
    every : callable
        Fetches all rows, at most :data:`MOST_DOWNLOADED`, from the corpus that was asked. The list holds no corpus, so
        that keeping a list does not keep a corpus in memory.
    """

    first: pd.DataFrame
    total: int
    every: Callable[[Corpus], pd.DataFrame]


def rows(
    corpus: Corpus, selection: Selection, columns: str, source: str, where: str, values: Sequence[Any], order: str,
    around: str = "{}", counted: str = "", total: int | None = None,
) -> Rows:  # fmt: skip
    """List rows, of however many there are.

    Parameters
    ----------
    columns, source, where, order : str
        Parts of a query; ``values`` are those of the ``?`` of ``where``.
    around : str
        A query around the listed rows, ``{}`` in it, that brings in what only few rows need, and sorts them again.
    counted : str
        A query for their number ``n``, with the same values, where it is not the plain count.
    total : int, optional
        Their number, where it is known.
    """
    query = f"SELECT {columns} FROM {source} WHERE {where} ORDER BY {order}"

    def limited(most: int) -> str:
        return around.format(f"{query} LIMIT {most}")

    first = corpus.sql(limited(MOST_LISTED), selection, values)
    if total is None and len(first) < MOST_LISTED:
        total = len(first)
    if total is None:
        counted = counted or f"SELECT count(*) AS n FROM {source} WHERE {where}"
        total = int(corpus.sql(counted, selection, values)["n"].iloc[0])
    return Rows(first, total, lambda asked: asked.sql(limited(MOST_DOWNLOADED), selection, values))
