"""Turns: what is said after a name and a colon, in an interview or a headline.

    Question: How are things with Moscow?
    Petar Sample: They are good. We need gas.

A name is a person, an office or a body, and stands alone on its line before the colon; places, papers and words such
as “Photo” bring no speech. What a journalist asks is no statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from press.reading.document import Document, Mention
from press.reading.grammar import grammar
from press.text.quotes import Quote, nest
from press.text.words import fold, vocabulary_language
from press.vocabulary import read

_LABEL = re.compile(r"^[ \t]*(?:[—–-][ \t]+)?([^\W_][^\n:]{0,79}):[ \t]+(?=[^\W\d_])", re.M)
_CLAIM = 3  # fewest words of a claim outside an interview
#: Kinds of mentions that speak.
_SPEAK = frozenset({"person", "role", "organisation", "outlet"})
_ASIDE = re.compile(r"[(,]")


class _Line(NamedTuple):
    """A line with a label: where the label, what is said and the line begin and end; whether it asks or answers."""

    begin: int
    said: int
    end: int
    asks: bool
    answers: bool
    named: bool


def find(document: Document) -> None:
    """Add the turns of a text to its quotations. Linear; most texts have none."""
    lines = [line for m in _LABEL.finditer(document.text) if (line := _line(document, m)) is not None]
    if not lines:
        return
    outer = [q for q in document.quotes if q.depth == 0]
    starts, ends = [q.start for q in outer], [q.end for q in outer]
    number = max((q.turn for q in document.quotes), default=-1) + 1
    interview = any(line.asks or line.answers for line in lines)
    turns = []
    for i, line in enumerate(lines):
        following = lines[i + 1].begin if i + 1 < len(lines) else -1
        if not _is_told(document, line, interview, following):
            continue
        end = line.end
        if interview and following >= 0:
            end = following  # an answer of several paragraphs
        held = outer[bisect_right(ends, line.said) : bisect_left(starts, end)]
        if any(q.start < line.said or q.end > end or q.turn >= 0 for q in held):
            continue
        turns.append(_turn(document.text, line.said, end, number + i))
    document.quotes = nest([*document.quotes, *turns])


def labelled(mentions: list[Mention]) -> Mention | None:
    """Whom the mentions of a label name: the first person, else the first of all."""
    return next((m for m in mentions if m.kind == "person"), mentions[0] if mentions else None)


@cache
def _labels(language: str) -> dict[str, bool]:
    """Labels of a language that name nobody, folded, and whether they are a journalist's."""
    data = read(f"languages/{language}")["interview"]
    kinds = {"questions": True, "answers": False}
    return {fold(word, language): asks for kind, asks in kinds.items() for word in data[kind]}


def _line(document: Document, match: re.Match[str]) -> _Line | None:
    """A line with a label, None where what stands before the colon brings no speech."""
    text, tokens = document.text, document.tokens
    end = text.find("\n", match.end())
    end = len(text) if end < 0 else end
    first, last = tokens.at(match.start(1)), tokens.at(match.end(1))
    if first == last:
        return None
    language = vocabulary_language(document.language)
    label = _labels(language).get(tokens.keys[first]) if last - first == 1 else None
    if label is not None:
        return _Line(match.start(1), match.end(), end, label, not label, False)
    mention = _named(document, match.start(1), match.end(1))
    if mention is None:
        return None
    asks = mention.kind == "outlet"
    if asks and not text.endswith("?", 0, end):
        return None
    return _Line(match.start(1), match.end(), end, asks, False, True)


def _named(document: Document, begin: int, end: int) -> Mention | None:
    """Whom a label names and nothing else; an apposition or a party may follow: Petar Sample (SNS), the minister."""
    tokens = document.tokens
    aside = _ASIDE.search(document.text, begin, end)
    i, last = tokens.at(begin), tokens.at(aside.start() if aside else end)
    at = bisect_left(document.references, begin, key=lambda m: m.start)
    found: list[Mention] = []
    free = 0
    while i < last:
        while at < len(document.references) and document.references[at].first < i:
            at += 1
        m = document.references[at] if at < len(document.references) else None
        if m is not None and m.first == i:
            found.append(m)
            i = max(m.last, i + 1)
        elif tokens.words[i][0].islower():
            free += 1
            i += 1
        else:
            return None
    if not found or found[0].first > tokens.at(begin) or i > last:
        return None
    if free and not (found[0].kind == "role" and found[-1].kind == "person" and found[-1].last == last):
        return None
    head = labelled(found)
    if head is None or head.kind not in _SPEAK or head.possessive or not head.nominative:
        return None
    return head


def _is_told(document: Document, line: _Line, interview: bool, following: int) -> bool:
    """Whether a line holds what somebody says: no question, no item of a list."""
    if line.asks:
        return False
    if interview:
        return not (line.named and document.text.endswith("?", 0, line.end) and following >= 0)
    tokens = document.tokens
    words = tokens.at(line.end) - tokens.at(line.said)
    return words >= _CLAIM and document.text[line.said].isupper() and not _is_office(document, line)


def _is_office(document: Document, line: _Line) -> bool:
    """Whether a line of a list tells who somebody is: Petar Sample: Minister of Energy."""
    at = bisect_left(document.references, line.said, key=lambda m: m.start)
    m = document.references[at] if at < len(document.references) else None
    if m is None or m.start > line.said or m.kind != "role":
        return False
    following = m.last < document.tokens.at(line.end)
    prepositions = grammar(vocabulary_language(document.language)).prepositions
    return not following or document.tokens.keys[m.last] in prepositions


def _turn(text: str, start: int, end: int, number: int) -> Quote:
    """What is said from one character to another, without white space and the closing stop."""
    while end > start and text[end - 1].isspace():
        end -= 1
    stop = text[end - 1] == "." and text[end - 2] != "."
    return Quote(start, end, start, end - stop, 0, False, number)
