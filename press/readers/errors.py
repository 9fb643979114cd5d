"""What a reader says of faulty input."""

from __future__ import annotations


class ReaderError(ValueError):
    """Faulty input: the message names the file, the line and the field.

    Attributes
    ----------
    file, line, field, problem
        ``line`` is 0 and ``field`` '' where they do not apply.
    """

    def __init__(self, file: str, line: int, field: str, problem: str) -> None:
        self.file, self.line, self.field, self.problem = file, line, field, problem
        place = file + (f", line {line}" if line else "") + (f", field “{field}”" if field else "")
        super().__init__(f"{place}: {problem}")
