"""What a reader says of faulty input."""

from __future__ import annotations


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
        place = file + (f", line {line}" if line else "") + (f", field “{field}”" if field else "")
        super().__init__(f"{place}: {problem}")
