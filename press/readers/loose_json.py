"""JSON as tools and people write it: with tabs in its texts, wrong escapes, a comma too many, several documents in a row.

What is sound is read; of what is broken only the item that holds the fault is given up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

#: A backslash that JSON does not know, \\x41 as JavaScript writes it, and what needs no mending.
_ESCAPES = re.compile(r"\\(?:([\"\\/bfnrt]|u[0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.)|$)", re.S)
#: A string, or a comma before the end of a list or an object.
_COMMAS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|,(?=\s*+[\]}])', re.S)
_SPACE = re.compile(r"[\s,;\x1e]*+")
_KEY = re.compile(r'\{\s*+"([^"\\\n]{1,100})"\s*+:')
#: How many objects that begin alike may stand within another one.
_NESTED = (1, 2, 4, 8, 16)
_DECODER = json.JSONDecoder(strict=False)


class Fault(NamedTuple):
    """A piece that is no JSON: the line on which it begins, and what is wrong with it."""

    line: int
    problem: str


def value(text: str) -> Any:
    """The value of one JSON document; wrong escapes and commas too many are passed over.

    Raises
    ------
    ValueError, RecursionError
        Where it is no JSON all the same; of a ``JSONDecodeError`` the message is that of the text as it is written.
    """
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        mended = _mended(text)
        if mended == text:
            raise
        try:
            return json.loads(mended, strict=False)
        except ValueError:
            raise error from None


def values(text: str) -> Iterator[Any]:
    """The values of JSON documents that follow each other with or without anything between them.

    Yields
    ------
    value or Fault
        A fault ends the reading: where the next document begins cannot be told.
    """
    place = _SPACE.match(text).end()  # type: ignore[union-attr]
    while place < len(text):
        try:
            found, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            yield Fault(text.count("\n", 0, place) + 1, problem(error))
            return
        yield found
        place = _SPACE.match(text, place).end()  # type: ignore[union-attr]


def pieces(text: str) -> Iterator[Any]:
    """The objects of a list that as a whole is no JSON, one by one; a faulty one as a :class:`Fault` in its place.

    Objects are told apart by the key that the first of them begins with.
    """
    first = _KEY.search(text, max(text.find("["), 0))
    if first is None:
        return
    begins = re.compile(r'\{\s*+"' + re.escape(first[1]) + r'"\s*+:')
    places = [m.start() for m in begins.finditer(text, first.start())]
    line, counted, free = 1, 0, 0
    for i, place in enumerate(places):
        if place < free:
            continue  # within an object that was read
        line, counted = line + text.count("\n", counted, place), place
        fault: Exception | None = None
        for several in _NESTED:
            piece = text[place : places[i + several] if i + several < len(places) else len(text)]
            try:
                found, length = _first(piece)
            except RecursionError as error:
                fault = error
                break
            except ValueError as error:
                fault = fault or error
                if getattr(error, "pos", 0) < len(piece.rstrip()) - 1:
                    break  # broken within, not cut off by an object inside that begins alike
                continue
            yield found
            free, fault = place + length, None
            break
        if fault:
            yield Fault(line, problem(fault))


def _first(piece: str) -> tuple[Any, int]:
    """The first value of a piece, and how much of the piece it takes."""
    try:
        return _DECODER.raw_decode(piece)
    except json.JSONDecodeError:
        mended = _mended(piece)
        found, end = _DECODER.raw_decode(mended)
        return found, min(end, len(piece))


def _mended(text: str) -> str:
    if "\\" in text:
        text = _ESCAPES.sub(_escape, text)
    return _COMMAS.sub(lambda m: m[0] if m[0] != "," else "", text)


def _escape(m: re.Match[str]) -> str:
    if m[1]:
        return m[0]
    if m[2]:
        return f"\\u00{m[2]}"
    # \& and \' stand for the character itself; before a line's end a backslash joins lines.
    return "" if m[3] is None or m[3] == "\n" else m[3]


def problem(error: Exception) -> str:
    """What is wrong with a document, in words."""
    if isinstance(error, RecursionError):
        return "is no JSON: is nested too deep"
    return f"is no JSON: {getattr(error, 'msg', 'holds a number that is too long')}"
