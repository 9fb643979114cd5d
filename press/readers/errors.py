"""What a reader says of its input: what is refused, and what is left out of an article that is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

#: Kinds of notices, and names of columns, that are kept of one file.
_MOST = 200
_SHOWN = 20
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class Refusal(ValueError):
    """Faulty input: the message names the file, the line and the field.

    Readers yield it in the place of the faulty item, so that the rest goes on.

    Attributes
    ----------
    file, line, field, problem
        ``line`` counts from 1 and is the row in a table, the item in a list or an archive; it is 0, and
        ``field`` '', where they do not apply.
    """

    def __init__(self, file: str, line: int, field: str, problem: str) -> None:
        self.file, self.line, self.field, self.problem = file, line, field, problem
        super().__init__(f"{_place(file, line, field)}: {problem}")


class Notice(NamedTuple):
    """What was left out of articles that were read: a date that is not understood, a column that is not known.

    The attributes are those of :class:`Refusal`; ``line`` is the first line that it holds of.
    """

    file: str
    line: int
    field: str
    problem: str

    def __str__(self) -> str:
        return f"{_place(self.file, self.line, self.field)}: {self.problem}"


#: Takes notices.
Tell = Callable[[Notice], None]


def silent(_: Notice) -> None:
    """Takes notices where nobody asks for them."""


class Notes:
    """Gathers what is left out while a file is read, so that a thousand equal faults are one notice."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: dict[tuple[str, str], list[int | str]] = {}
        self._unknown: dict[str, None] = {}

    def add(self, field: str, problem: str, line: int = 0, value: str = "") -> None:
        """Note a fault of a field; of equal ones the first value and line are kept, and their number."""
        key = (field, problem)
        if key in self._found:
            self._found[key][2] += 1  # type: ignore[operator]
        elif len(self._found) < _MOST:
            self._found[key] = [line, _printed(value), 1]

    def unknown(self, names: Iterable[str]) -> None:
        """Note names of columns that mean nothing here."""
        for name in names:
            if len(self._unknown) < _MOST:
                self._unknown[_printed(str(name))] = None

    def tell(self, tell: Tell) -> None:
        """Tell what was gathered, and forget it."""
        for (field, problem), (line, value, count) in self._found.items():
            shown = f"“{value}” {problem}" if value else problem
            more = f" (and {count - 1:,} more)" if isinstance(count, int) and count > 1 else ""
            tell(Notice(self.file, int(line), field, shown + more))
        if self._unknown:
            names = list(self._unknown)
            rest = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            tell(Notice(self.file, 0, "", f"left out, as their names are not known: {', '.join(names[:_SHOWN])}{rest}"))
        self._found, self._unknown = {}, {}


def _printed(text: str) -> str:
    """A piece of the input as a terminal can bear it: short, in one line, without control characters."""
    return _CONTROL.sub("\ufffd", " ".join(text[:60].split()))


def _place(file: str, line: int, field: str) -> str:
    return file + (f", line {line}" if line else "") + (f", field “{field}”" if field else "")
