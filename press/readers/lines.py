"""Lines that were broken to fit a page or a screen, put together again.

Mail programs, editors and copied PDFs end a line where the next word would not fit. Such an end is a blank; the end of a
paragraph, of an item of a list, of a line of a poem or a dialogue is not. Told by the text itself: lines are wrapped where
they are about as long as the longest one, and most of them go on in the middle of a sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

#: Characters of the longest line that a page or a screen is filled with, and of the shortest width.
_WIDEST, _NARROWEST = 140, 30
#: How full a line is, at least, that goes on in the next one; and one that ends a sentence.
_FULL, _FULL_SENTENCE = 0.6, 0.85
#: How full one is, at least, before a small letter; and at most, where it is a headline on top.
_BEFORE_SMALL, _HEADLINE = 0.35, 0.8
#: Share of line ends that stand within a sentence where a text is wrapped; and where nearly all its lines are filled.
_WITHIN, _WITHIN_FILLED, _FILLED = 0.4, 0.15, 0.9
_ENDS = re.compile(r"[.!?…:;][\"'”’»“)\]]*$")
_DASH = re.compile(r"[-–—]\s?(?=[^\W\d_])")
_ITEM = re.compile(r"\s|[-–—*•·▪●>#|=+]|\d{1,3}[.)]\s|[A-ZŠĐČĆŽА-ЯЂЈЉЊЋЏІЇЄҐ][\w .]{0,30}:\s|[QAПOВО][.:]\s")
_QUOTED = re.compile(r"^(?:[ \t]?>)+[ \t]?", re.M)
#: Characters of the longest word that is cut in two, and of its hyphen.
_WORD = 31
#: A word cut at the end of a line, and the other part of it.
_CUT = re.compile(r"([^\W\d_]{1,30})[-\u2010\u00ad¬]$")
_REST = re.compile(r"([^\W\d_]{1,30})")
_COMPOUND = re.compile(r"[^\W\d_]{1,30}-[^\W\d_]{1,30}")


def joined(text: str) -> str:
    """A text with the ends of wrapped lines as blanks, words that were cut there mended, and marks of mail quotations gone.

    Only a text of several lines is looked at; one that is not wrapped is given back as it is.
    """
    if "\n" not in text:
        return text
    if ">" in text and _QUOTED.search(text):
        text = _QUOTED.sub("", text)
    rows = text.split("\n")
    if all(row[:1] in (" ", "\t") for row in rows if row.strip()):
        rows = [row.lstrip() for row in rows]  # indented as a whole
    width = _width(rows)
    if not width:
        return text
    compounds: set[str] | None = None
    out = [rows[0]]
    headline = next((i for i, row in enumerate(rows) if row.strip()), 0)
    for i, (before, after) in enumerate(pairwise(rows)):
        if not _goes_on(before, after, width) or (i == headline and _may_be_headline(before, after, width)):
            out.append("\n" + after)
            continue
        if _CUT.search(before[-_WORD:]):
            compounds = compounds_in(text) if compounds is None else compounds
            if (whole := mended(out[-1], after, compounds)) is not None:
                out[-1] = whole
                out.append(after)
                continue
        out[-1] = out[-1].rstrip()
        out.append(" " + after)
    return "".join(out)


def compounds_in(text: str) -> set[str]:
    """The words with hyphens that a text has within its lines."""
    return set(_COMPOUND.findall(text))


def mended(before: str, after: str, compounds: set[str]) -> str | None:
    """A line as it reads before the next one, where a word was cut between them; None where none was.

    "rusko-srpski" keeps its hyphen where the text writes it so elsewhere.
    """
    cut, rest = _CUT.search(before[-_WORD:]), _REST.match(after)
    if cut is None or rest is None or not rest[1][0].islower():
        return None
    return before if f"{cut[1]}-{rest[1]}" in compounds else before[:-1]


def _width(rows: list[str]) -> int:
    """The width that the lines of a text are filled to; 0 where it is not wrapped."""
    followed = [(a, b) for a, b in pairwise(rows) if a.strip() and b.strip() and not _ITEM.match(b)]
    if not followed:
        return 0
    lengths = sorted(len(a.rstrip()) for a, _ in followed)
    width = lengths[int(len(lengths) * 0.9)]
    long = sum(len(row) for row in rows if len(row) > 1.3 * width)
    if not _NARROWEST <= width <= _WIDEST or 2 * long > sum(map(len, rows)):
        return 0
    full = [(a, b) for a, b in followed if len(a.rstrip()) >= _FULL * width]
    within = sum(not _ENDS.search(a.rstrip()) and (b[0].islower() or a.rstrip().endswith(",")) for a, b in full)
    if len(full) < 0.6 * len(followed):
        return 0
    # No line has room for the first word of the next: so wrap programs, whose lines begin with many names in English.
    longest = lengths[-1]
    fits = sum(len(a.rstrip()) + 1 + len(b.split(" ", 1)[0]) > longest for a, b in full)
    return width if within >= (_WITHIN if fits < _FILLED * len(full) else _WITHIN_FILLED) * len(full) else 0


def _goes_on(before: str, after: str, width: int) -> bool:
    """Whether the end between two lines is that of a page's width."""
    before = before.rstrip()
    if not before or not after.strip() or len(before) > 1.3 * width:
        return False
    if _ITEM.match(after):
        # "– rekao je on" at the beginning of a line is no item of a list where the line before is full.
        told = _DASH.match(after)
        return bool(told and after[told.end()].islower() and len(before) > _FULL_SENTENCE * width)
    if _ENDS.search(before) and not after[0].islower():
        return len(before) + 1 + len(after.split(" ", 1)[0]) > _FULL_SENTENCE * width
    return len(before) >= (_BEFORE_SMALL if after[0].islower() else _FULL) * width


def _may_be_headline(first: str, second: str, width: int) -> bool:
    """Whether a text's first line stands for itself: a short one without a full stop, before a new sentence."""
    return (
        len(first) < _HEADLINE * width
        and not _ENDS.search(first.rstrip())
        and not first.rstrip().endswith(",")
        and second[:1].isupper()
    )
