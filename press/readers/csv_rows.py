"""The rows of a CSV file: its delimiter, and its records with the lines on which they begin."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import Any

from . import fields, limits
from .decode import Lines
from .errors import Refusal

DELIMITERS = (",", ";", "\t", "|")
#: The first line by which Excel is told the delimiter.
_DECLARED = re.compile(r"\ufeff?\"?sep=(\t|\\t|[^\s\w])\"?\s*$", re.I)

Row = Sequence[Any]


def declared(line: str) -> str:
    """The delimiter that a file's first line declares ("sep=;"), '' where it is an ordinary line."""
    m = _DECLARED.match(line)
    return "" if m is None else "\t" if m[1] == "\\t" else m[1]


class Records:
    """The rows of a CSV file, each with the number of the line on which it begins.

    A quotation mark that is not closed would swallow the rows after it. It shows where another mark stands in
    the wrong place or the file ends: then only the line that it stands on is refused, and the rest is read anew.
    """

    def __init__(self, lines: Lines, delimiter: str, name: str) -> None:
        self.lines, self.delimiter, self.name = iter(lines), delimiter, name
        self.source = lines
        self.again: deque[tuple[int, str]] = deque()
        self.taken: list[tuple[int, str]] = []
        self.unclosed = 0

    def _feed(self) -> Iterator[str]:
        while len(self.taken) < limits.ROW_LINES:
            if self.again:
                number, line = self.again.popleft()
            else:
                line = next(self.lines, "")
                number = self.source.number
                if not line:
                    return
                if number == 1 and declared(line):
                    continue
            self.taken.append((number, line))
            yield line

    def __iter__(self) -> Iterator[tuple[int, Row | Refusal]]:
        reader = csv.reader(self._feed(), delimiter=self.delimiter, strict=True)
        while True:
            self.taken = []
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                number, line = self.taken[0]
                problem = f"is no readable row: {error}"
                rest = self.taken[1:]
                if rest and self.unclosed < limits.UNCLOSED_QUOTES:
                    self.unclosed += 1
                    problem = "has a quotation mark that is not closed"
                    self.again.extendleft(reversed(rest))
                elif not rest:
                    cells = self._leniently(line)
                    problem = "" if cells else problem
                yield number, cells if not problem else Refusal(self.name, number, "", problem)
                reader = csv.reader(self._feed(), delimiter=self.delimiter, strict=True)
                continue
            number = self.taken[0][0] if self.taken else self.source.number
            if len(cells) > limits.TABLE_COLUMNS:
                yield number, Refusal(self.name, number, "", f"has more than {limits.TABLE_COLUMNS:,} cells")
            elif cells:
                yield number, cells

    def _leniently(self, line: str) -> list[str]:
        """The cells of one line with a stray mark, as most programs read it; none where that fails too."""
        try:
            return next(csv.reader([line], delimiter=self.delimiter), [])
        except csv.Error:
            return []


def delimiter_of(lines: list[str]) -> str:
    """The delimiter that cuts the first rows into the same number of cells, more than one."""
    best, most = ",", 0.0
    for delimiter in DELIMITERS:
        try:
            rows = list(itertools.islice(cells_of(lines, delimiter), 50))
        except csv.Error:
            continue
        if not rows:
            continue
        widths = [len(row) for row in rows]
        width, count = Counter(widths).most_common(1)[0]
        known = max(len(fields.guess(row)) for row in rows[:20])
        score = (known + 1) * count / len(widths) * min(width - 1, 10)
        if score > most:
            best, most = delimiter, score
    return best


def cells_of(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """The rows of some lines that are not empty."""
    return (row for row in csv.reader(lines, delimiter=delimiter) if row)
