"""The clauses of a sentence: what stands between two marks, outside quoted speech."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from press.reading.attribution.sentence.words import Words
from press.text.quotes import Quote

#: Marks that separate clauses, outside quotation marks: any of the first, a hyphen between spaces, or a run of
#: terminal marks before a space. (It begins with a plain set of characters, which the engine finds fast.)
_SEPARATOR = re.compile(
    r"[,;:()\[\]—–.!?…-](?:(?<=[,;:()\[\]—–])|(?<=\s-)(?=\s)|(?<=(?<![.!?…])[.!?…])[.!?…]*+(?=\s|$))"
)

#: Characters of a parenthesis that parts no clauses, and what it must not hold.
_LONGEST_ASIDE = 24
_PARTED = re.compile(r"[,;:.!?]\s")

#: A mark between clauses: where it starts and ends, and its first character.
_Cut = tuple[int, int, str]


class Clause(NamedTuple):
    """A clause by its ``number`` in the sentence: characters ``start``-``end``, tokens ``first``-``last``, the marks before and after."""

    number: int
    start: int
    end: int
    first: int
    last: int
    before: str
    after: str


def find(words: Words, speech: list[Quote]) -> list[Clause]:
    """The clauses outside quoted speech; a quotation is part of the clause it stands in.

    “Never,” he said; the talks failed. → “Never,” | he said | the talks failed
    """
    starts, first, last = words.starts, words.first, words.last
    out: list[Clause] = []
    start, before = words.start, ""
    for a, b, mark in _cuts(words, speech):
        until = bisect_left(starts, a, first, last)
        if until > first:
            out.append(Clause(len(out), start, a, first, until, before, mark))
        before, start, first = mark, b, until
    if last > first:
        out.append(Clause(len(out), start, words.end, first, last, before, ""))
    return out


def _cuts(words: Words, speech: list[Quote]) -> Iterable[_Cut]:
    """The marks that part clauses, in order."""
    if not speech:
        return _outside(words, speech)
    return sorted([*_closing(words, speech), *_outside(words, speech)], key=itemgetter(0))


def _closing(words: Words, speech: list[Quote]) -> Iterator[_Cut]:
    """Marks inside the end of a quotation: they part clauses as if they stood after it."""
    for q in speech:
        mark = words.text[q.inner_end - 1]
        if mark in ",?!" and q.end < words.end:
            yield q.end, q.end, mark


def _aside(text: str, start: int, end: int) -> int:
    """Where a parenthesis that only tells an abbreviation, an age or a party ends, 0 where it tells more."""
    close = text.find(")", start, min(end, start + _LONGEST_ASIDE))
    return close + 1 if close > 0 and not _PARTED.search(text, start, close) else 0


def _outside(words: Words, speech: list[Quote]) -> Iterator[_Cut]:
    """Marks outside quoted speech, but those of abbreviations and numbers."""
    text, end = words.text, words.end
    coming = iter(speech)
    quote = next(coming, None)
    aside = 0  # where a short parenthesis ends
    for m in _SEPARATOR.finditer(text, words.start, end):
        a, b = m.span()
        while quote is not None and quote.end <= a:
            quote = next(coming, None)
        if quote is not None and quote.start <= a:
            continue
        mark = text[a]
        if a < aside:
            continue
        if mark == "(":
            aside = _aside(text, a, end)
            if aside:
                continue
        if mark == "." and b < end and b - a == 1:
            continue  # an abbreviation
        if mark in ",:" and text[a - 1 : a].isdigit() and text[b : b + 1].isdigit():
            continue  # 1,000 at 12:30
        yield a, b, mark
