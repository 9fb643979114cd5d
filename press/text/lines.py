"""Hard line breaks: text whose paragraphs are broken into lines of about equal length, as editors and PDFs make them.

A break is a blank where the next word would have made the line longer than the others (as a program that fills lines
breaks them), and where most such breaks of the paragraph stand in the middle of a sentence: a small letter follows, or
of all its lines only the last ends with a stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from press.text.offsets import Edit, Traced

_SHORTEST, _LONGEST = 30, 200  # characters of the longest line of a paragraph that is broken into lines
_TOLERANCE = 0.8  # of the longest line, which the line with the next word must reach
_MOSTLY = 0.5
#: Lines that begin a paragraph of their own: bullets, turns of a dialogue (but not the author's words: «…», — сказал он),
#: numbers, marks of Markdown.
_OWN = re.compile(r"\s*(?:[•*·▪●#>|–-]|—\s*+(?![a-zа-яђ-џіїєґšđčćž])|\d{1,2}[.)]\s)")
_ENDS = frozenset('.!?…:;"”»“')  # how a line does not end in the middle of a sentence
_MANY_BROKEN = 0.04  # of the lines: hyphens at their ends are those of a printer


def joins(text: str) -> Iterator[Edit]:
    """Edits that make hard line breaks blanks; a word that a printer broke becomes whole. Linear."""
    at = 0
    rows: list[str] = []  # of the paragraph that is read
    for row in [*text.split("\n"), ""]:
        if row and not row.isspace():
            rows.append(row)
        else:
            if len(rows) > 1:
                yield from _of_paragraph(rows, at - sum(map(len, rows)) - len(rows))
            rows = []
        at += len(row) + 1


def unwrap(text: str) -> str:
    """The text without hard line breaks, each paragraph on one line."""
    return Traced(text).edited(joins(text)).text


def _of_paragraph(rows: list[str], begin: int) -> Iterator[Edit]:
    width = max(map(len, rows))
    if not _SHORTEST <= width <= _LONGEST:
        return
    found: list[tuple[int, bool]] = []  # break, whether it stands in the middle of a sentence
    broken: list[int] = []
    at = begin
    for row, following in pairwise(rows):
        at += len(row) + 1
        word = following.split(None, 1)[0]
        if len(row.strip()) + 1 + len(word) > _TOLERANCE * width and not _OWN.match(following):
            middle = row.rstrip()[-1] not in _ENDS and following.lstrip(" —–-")[:1].islower()
            found.append((at - 1, middle))
            if middle and row[-1] == "-" and row[-2:-1].isalpha():
                broken.append(at - 1)
    if not found or (sum(middle for _, middle in found) < _MOSTLY * len(found) and not _is_sentence(rows, begin)):
        return
    printed = len(broken) > max(1, _MANY_BROKEN * len(rows))
    words = set(broken)
    for at, _ in found:
        yield (at - printed, at + 1, "") if at in words else (at, at + 1, " ")


def _is_sentence(rows: list[str], begin: int) -> bool:
    """Whether of all lines only the last ends with a stop; not told of the first lines, which may be a headline."""
    return begin > 0 and rows[-1].rstrip()[-1] in _ENDS and not any(row.rstrip()[-1] in _ENDS for row in rows[:-1])
