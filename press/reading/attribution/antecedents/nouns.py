"""Nouns: whom "the senator", "the committee", "the official" takes up, by the word that introduced or described him."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

from press.reading.attribution.memory import Memory, Who
from press.reading.attribution.references import STOPS, SURE_STOPS

_BODY_REACH = 400  # words back in which an institution is taken up by its noun
_APPOSITION = 12  # words that an apposition is read for
_SPEAKERS = 8  # latest statements whose speakers are looked at


class Nouns:
    """Resolves the nouns of a text that the vocabulary need not know."""

    def __init__(self, memory: Memory) -> None:
        self.memory, self.references = memory, memory.references
        self.keys, self.grammar = self.references.keys, self.references.grammar
        self.titles = self.references.wording.titles

    def taken_up(self, noun: str, first: int) -> Who | None:
        """Whom a noun in a phrase that begins at token ``first`` takes up; None where nobody was so called."""
        memory = self.memory
        singular = noun.removesuffix("s") if noun.endswith("s") and not noun.endswith("ss") else noun
        for who in reversed(memory.spoken[-_SPEAKERS:]):
            if who.kind == "described" and who.name.lower().split()[-1].removesuffix("s") == singular:
                return who._replace(certain=True)
        if noun != singular:
            return None
        for m in reversed(self.references.around(first - _BODY_REACH, first)):
            if m.kind in ("organisation", "outlet") and not m.role and noun in m.name.lower().split():
                return memory.who(m)
        names = self.introduced.get(noun) or self.introduced.get(self.titles.get(noun, ""))
        if names:
            at = bisect_left(names, (first,)) - 1
            if at >= 0:
                return memory.who(self.references.mentions[names[at][1]])
        return None

    @cached_property
    def introduced(self) -> dict[str, list[tuple[int, int]]]:
        """By word: where a person whom the vocabulary does not know is introduced by it, as (token, reference)."""
        keys, references = self.keys, self.references
        gap, determiners = references.gap, self.grammar.determiners
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for n, m in enumerate(references.mentions):
            if m.known or m.kind not in ("person", "name"):
                continue
            i, before, after = m.first - 1, gap(m.first), gap(m.last).lstrip()[:1]
            nouns = []
            if i >= 0 and SURE_STOPS.isdisjoint(before) and keys[i] not in determiners:
                nouns.append(keys[i])  # Senator Anna Sample
            if before.strip() == "," and after == ",":  # a spokeswoman for the campaign, Anna Sample, said
                start = i
                while start > 0 and m.first - start < _APPOSITION and STOPS.isdisjoint(gap(start)):
                    start -= 1
                nouns.append(self._head(start, m.first))
            elif after in (",", "("):  # Anna Sample, a spokeswoman for the campaign
                nouns.append(self._head(m.last, m.last + _APPOSITION))
            for noun in nouns:
                if noun:
                    found[self.titles.get(noun, noun)].append((m.first, n))
        return found

    def _head(self, first: int, last: int) -> str:
        """The noun that heads an apposition: the word before its preposition or its end; '' where there is none."""
        keys, g, gap = self.keys, self.grammar, self.references.gap
        end = first
        while end < min(last, len(keys)) and keys[end] not in g.prepositions and keys[end] not in g.relative:
            if end > first and STOPS.intersection(gap(end)):
                break
            end += 1
        return keys[end - 1] if end > first else ""
