"""Offsets: a text made from another by edits, with the way back to the characters of the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

#: Characters ``start`` to ``end`` of a text give way to ``text``.
Edit = tuple[int, int, str]


class _Layer(NamedTuple):
    """Edits that change lengths, column by column: where each stands in the new text and in the old one."""

    at: list[int]
    size: list[int]
    origin: list[int]
    span: list[int]

    def start(self, offset: int) -> int:
        """Where in the old text the character at ``offset`` begins."""
        i = bisect_right(self.at, offset) - 1
        if i < 0:
            return offset
        past = offset - self.at[i] - self.size[i]
        return self.origin[i] if past < 0 else self.origin[i] + self.span[i] + past

    def end(self, offset: int) -> int:
        """Where in the old text the character before ``offset`` ends."""
        i = bisect_right(self.at, offset - 1) - 1
        if i < 0:
            return offset
        return self.origin[i] + self.span[i] + max(0, offset - self.at[i] - self.size[i])


class Traced:
    """A text, and where its characters stand in the text that it was made from.

    Attributes
    ----------
    text : str
        The text as it is read.
    """

    __slots__ = ("_layers", "text")

    def __init__(self, text: str, layers: tuple[_Layer, ...] = ()) -> None:
        self.text = text
        self._layers = layers

    @property
    def moved(self) -> bool:
        """Whether any offset differs from that in the first text."""
        return bool(self._layers)

    def same_length(self, text: str) -> Traced:
        """With other characters in the same places."""
        return Traced(text, self._layers)

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """With ``edits``, which stand in their order and do not overlap. Linear."""
        old, layer = self.text, _Layer([], [], [], [])
        parts: list[str] = []
        done = length = 0
        for start, end, new in edits:
            parts += (old[done:start], new)
            length += start - done
            if len(new) != end - start:
                layer.at.append(length)
                layer.size.append(len(new))
                layer.origin.append(start)
                layer.span.append(end - start)
            length += len(new)
            done = end
        if not parts:
            return self
        parts.append(old[done:])
        return Traced("".join(parts), (*self._layers, layer) if layer.at else self._layers)

    def start(self, offset: int) -> int:
        """Where in the first text the character at ``offset`` begins."""
        for layer in reversed(self._layers):
            offset = layer.start(offset)
        return offset

    def end(self, offset: int) -> int:
        """Where in the first text the character before ``offset`` ends, with what belongs to it."""
        for layer in reversed(self._layers):
            offset = layer.end(offset)
        return offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters ``start`` to ``end`` as they stand in the first text."""
        begin = self.start(start)
        return begin, max(begin, self.end(end)) if end > start else begin
