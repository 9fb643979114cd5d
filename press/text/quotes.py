"""Quotation marks: the spans they enclose, in the typography of every press.

Marks are paired in one pass over the marks of a paragraph. A text with unbalanced marks is read on:
a mark without partner is dropped, unless it opens a paragraph, in which case the quotation runs to the
paragraph's end (the convention for quotations over several paragraphs).
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: Marks that open a quotation or a name.
OPENING = '"“„«‚‹‘'
_MARK = re.compile(r"[\"“”„‟«»‘’‚‹›'\n](?:(?<=\n)[ \t]*\n?)?")
#: Which marks may close what a mark opened, best first.
_CLOSES = {
    '"': '"”“',
    "“": '”"“',
    "”": '”"',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "'": "'",
    "’": "’",
}
_SINGLE = frozenset("‘’'‚‹›")
_MOST_DEPTH = 6


class Quote(NamedTuple):
    """A quotation: marks included from ``start`` to ``end``, its words from ``inner`` to ``inner_end``.

    ``depth`` is 0 for an outer quotation; ``open`` tells that no closing mark was found.
    """

    start: int
    end: int
    inner: int
    inner_end: int
    depth: int
    open: bool


def find(text: str) -> list[Quote]:
    """All quotations of a text in the order of their opening marks; nested ones are included."""
    out: list[Quote] = []
    stack: list[tuple[str, int, int]] = []  # mark, offset, offset of the paragraph
    paragraph = 0
    counts: dict[str, int] = {}
    length = len(text)

    def flush(end: int) -> None:
        """A paragraph ends: what is open is a running quotation or a stray mark."""
        if stack:
            mark, at, _ = stack[0]
            if not text[paragraph:at].strip(" \t—–-") and mark not in _SINGLE and end - at > 2:
                out.append(Quote(at, end, at + 1, end, 0, True))
        stack.clear()
        counts.clear()

    for match in _MARK.finditer(text):
        at = match.start()
        mark = match.group()
        if mark[0] == "\n":
            flush(at)
            paragraph = match.end()
            continue
        before = text[at - 1] if at else "\n"
        after = text[at + 1] if at + 1 < length else "\n"
        if mark in "’'" and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        closer = -1
        for depth in range(len(stack) - 1, -1, -1):
            if mark in _CLOSES[stack[depth][0]]:
                closer = depth
                break
        opens = _may_open(mark, before, after)
        if closer >= 0 and not (opens and mark in '"“”' and not _may_close(before, after)):
            if mark in _SINGLE and not _may_close(before, after):
                continue
            _opener, start, _ = stack[closer]
            del stack[closer:]
            out.append(Quote(start, at + 1, start + 1, at, closer, False))
        elif opens and len(stack) < _MOST_DEPTH:
            if any(mark == m for m, _, _ in stack):
                continue
            stack.append((mark, at, paragraph))
    flush(length)
    out.sort()
    # A single mark that never closed may hold others in its depth: count depth anew by nesting.
    return _nest(out)


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark in "„«‚‹":
        return not after.isspace() or mark in "„«"
    if mark == "»":
        return (before.isspace() or before in "([{—–-") and after.isalnum()
    if mark == "›":
        return False
    if mark == "’":
        return False
    opens = not after.isspace() and after not in ",.;:!?)]"
    return opens and (before.isspace() or before in "([{—–-/:„«“‘\"'…")


def _may_close(before: str, after: str) -> bool:
    return not before.isspace() and not after.isalnum()


def _nest(quotes: list[Quote]) -> list[Quote]:
    ends: list[int] = []
    out = []
    for quote in quotes:
        while ends and ends[-1] <= quote.start:
            ends.pop()
        out.append(quote if quote.depth == len(ends) else quote._replace(depth=len(ends)))
        ends.append(quote.end)
    return out
