"""Outlets and bodies that the vocabulary does not know, by the noun before their name or by the verb behind it.

Портал «Инсайдеры», tabloid Kurirko; Savez mostova poručuje. In English a word of the name tells, see :mod:`.english`.
"""

from __future__ import annotations

from functools import cache

from press.reading.actors import names
from press.reading.document import Document, Mention
from press.reading.grammar import grammar
from press.text import declension, transliterate
from press.text.given_names import is_given_name
from press.text.quotes import OPENING
from press.text.words import fold
from press.vocabulary import forms, read

_CLOSING = frozenset("\"”“»’'›")
_LONGEST = 5  # words of a name in marks
_CAPITALS = 3  # words of a name without marks
_GENITIVE = 3  # words behind the noun of a body's name


@cache
def outlet_nouns(language: str) -> dict[str, bool]:
    """Forms of the words for an outlet in a language, and whether each is a nominative."""
    nouns = {}
    for word in read(f"languages/{language}")["names"]["outlet_nouns"]:
        key = fold(word, language)
        nouns.update(dict.fromkeys(forms(language)(key), False))
        nouns[key] = True
    return nouns


def find(document: Document, references: list[Mention], language: str) -> list[Mention]:
    """Unknown outlets and bodies of a text, none of which overlaps a name among ``references``."""
    finder = _Bodies(document, references, language)
    return [m for i in range(len(document.tokens.words)) for m in finder.at(i)]


class _Bodies:
    def __init__(self, document: Document, references: list[Mention], language: str) -> None:
        self.text, self.tokens, self.language = document.text, document.tokens, language
        self.nouns, self.bodies = outlet_nouns(language), names.lists(language)["body_nouns"]
        self.grammar, self.inflects = grammar(language), declension.inflects(language)
        self.named = bytearray(len(document.tokens.words))
        self.people = bytearray(len(document.tokens.words))
        for m in references:
            if m.name:
                self.named[m.first : m.last] = b"\1" * (m.last - m.first)
            if m.kind in ("person", "name") and not m.role and not m.nominative:
                self.people[m.first : m.last] = b"\1" * (m.last - m.first)

    def at(self, i: int) -> list[Mention]:
        """The outlet or body whose noun is a token; none or one."""
        key = self.tokens.keys[i]
        if key in self.nouns and not self.named[i]:
            last = self._in_marks(i + 1) or self._in_capitals(i + 1)
            if last:
                return [self._mention("outlet", i, i + 1, last, self.nouns[key])]
        elif self.inflects and key in self.bodies and not self.named[i] and self._opens_name(i):
            last = self._before_verb(i + 1) or self._behind_verb(i)
            if last:
                return [self._mention("organisation", i, i, last, True)]
        return []

    def _opens_name(self, i: int) -> bool:
        """Whether the noun of a body may begin its name: a capital, or a person behind it whose party it is."""
        return self.tokens.words[i][0].isupper() or bool(self.people[i + 1 : i + 2].count(1))

    def _mention(self, kind: str, first: int, name: int, last: int, nominative: bool) -> Mention:
        starts, ends = self.tokens.starts, self.tokens.ends
        shown = transliterate.romanised(self.text[starts[name] : ends[last - 1]], self.language)
        return Mention(
            shown,
            kind,
            starts[first],
            ends[last - 1],
            first,
            last,
            known=False,
            nominative=nominative or not self.inflects,
        )

    def _gap(self, i: int) -> str:
        return self.text[self.tokens.ends[i - 1] : self.tokens.starts[i]]

    def _in_marks(self, first: int) -> int:
        """Where a name in marks ends that begins at a token, 0 where none does."""
        words, ends = self.tokens.words, self.tokens.ends
        if first >= len(words) or not words[first][0].isupper():
            return 0
        gap = self._gap(first)
        if gap[:1] != " " or len(gap) != 2 or gap[1] not in OPENING:
            return 0
        for last in range(first + 1, min(first + _LONGEST, len(words)) + 1):
            if self.text[ends[last - 1] : ends[last - 1] + 1] in _CLOSING:
                return 0 if any(self.named[first:last]) else last
        return 0

    def _in_capitals(self, first: int) -> int:
        """Where a name in capitals ends that begins at a token; 0 where none does, or it is a person's."""
        words, last = self.tokens.words, first
        while (
            last < min(first + _CAPITALS, len(words))
            and words[last][0].isupper()
            and self._gap(last) == " "
            and not self.named[last]
        ):
            last += 1
        return 0 if last == first or is_given_name(words[first]) else last

    def _behind_verb(self, noun: int) -> int:
        """Where the name of a body named after a person ends behind a verb of speech: tvrdi stranka Petra Probića."""
        if not noun or not self.people[noun + 1 : noun + 2].count(1):
            return 0
        cue = self.grammar.cues.at(self.tokens.keys, noun - 1)
        if cue is None or cue.value not in ("say", "think"):
            return 0
        last = noun + 1
        while last < len(self.people) and self.people[last]:
            last += 1
        return last

    def _before_verb(self, first: int) -> int:
        """Where the name of a body ends before a verb of speech: Savez mostova poručuje; 0 where it does not."""
        g, keys = self.grammar, self.tokens.keys
        for last in range(first, min(first + _GENITIVE, len(keys) - 1) + 1):
            if last < len(keys) and self._gap(last) != " ":
                return 0
            hit = g.cues.at(keys, last) if last > first else None
            if hit is not None and hit.value in ("say", "think"):
                return last
            if last >= len(keys) or keys[last] in g.auxiliaries or keys[last] in g.complementisers:
                return 0
            if self.named[last] and not self.people[last]:
                return 0
        return 0
