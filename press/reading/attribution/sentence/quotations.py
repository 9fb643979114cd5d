"""The quotations of a sentence: which of them are speech, and which are a name or a title in marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from press.reading.attribution.sentence.words import Words
from press.text.quotes import Quote

_LONGEST_NAME = 4  # words
_DASHES = ("—", "–", "-")
_ANSWERED = re.compile(r",\s*[—–-]")


def mark_before(words: Words, q: Quote) -> str:
    """The last character of the sentence before a quotation, '' where it begins the sentence."""
    i = q.start
    while i > words.start and words.text[i - 1].isspace():
        i -= 1
    return words.text[i - 1] if i > words.start else ""


def is_name(words: Words, q: Quote) -> bool:
    """Whether a quotation is a few capitalised words: watched “The Long Road”."""
    at = words.tokens.at
    inner = words.words[at(q.inner) : at(q.inner_end)]
    return len(inner) <= _LONGEST_NAME and all(w[0].isupper() or w[0].isdigit() for w in inner)


def follows_chant(words: Words, q: Quote) -> bool:
    """Whether a quotation stands straight after a verb of a crowd: they chanted “No NATO”."""
    first = words.tokens.at(q.start)
    several = words.tokens.at(q.inner_end) - first > 1
    return several and first > words.first and words.keys[first - 1] in words.grammar.chants


def is_speech(words: Words, q: Quote) -> bool:
    """Whether a quotation can be speech at all: it has words, and is no name or title.

    What is written like a name is speech where it ends as a sentence or stands as one: he said: “Never”.
    """
    text, at = words.text, words.tokens.at
    if at(q.inner) == at(q.inner_end):
        return False
    if q.turn >= 0:
        return True  # dashes set it off
    if follows_chant(words, q):
        return True
    if is_name(words, q) and text[q.inner : q.inner_end].strip()[-1] not in ".,!?…":
        after = text[q.end : min(words.end, q.end + 9)].lstrip()
        if _ANSWERED.match(after) and mark_before(words, q) in _DASHES:
            return True  # «Where is it?» — «Here», — said Sample
        glued = text[q.end : q.end + 1].islower()  # "We Wait"said Sample
        return mark_before(words, q) in (":", "") and (not after or after[0] in ".,—–-" or glued)
    return True


def quoted_tokens(words: Words, speech: Iterable[Quote]) -> bytearray:
    """For each token of the sentence whether it stands in quoted speech."""
    base, last, at = words.first, words.last, words.tokens.at
    inside = bytearray(last - base)
    for q in speech:
        a, b = max(at(q.start), base), min(at(q.end), last)
        inside[a - base : b - base] = b"\x01" * (b - a)
    return inside
