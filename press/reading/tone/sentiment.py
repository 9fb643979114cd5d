"""Sentiment: the tone of what is said, and its stance toward the parties it speaks about.

The tone of a statement is decided by a small multinomial logistic model over what can be pointed at: the tone
words found (:mod:`press.reading.tone.lexicon`) by concept, their sums, the verb that reports, the words around, who speaks about
whom. Its weights (``data/vocabulary/tone/statement.tsv``) are learned by ``python -m training.sentiment`` from
labels; the score is P(positive) − P(negative), and each word's share in it is kept as a reason.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate
from math import exp, sqrt
from typing import NamedTuple

from press.reading.document import Document, Statement
from press.reading.tone.lexicon import Word, squash, tone_words
from press.reading.tone.parties import Parties
from press.reading.tone.stance import Stance, stances
from press.reading.tone.weights import Group, Weights
from press.text.words import tokenise

_AROUND = 30  # words before and after a statement that colour it
_LONGEST = 400  # words of a statement that are read: keeps the time of one statement bounded
_LEAST_REASON = 0.01
_LENGTH, _BEFORE, _AFTER, _TITLE = Group("length"), Group("before"), Group("after"), Group("title")
_BAD_WORDS, _BALANCE = Group("bad words"), Group("balance")
_BALANCE_GOOD, _BALANCE_BAD = Group("balance good"), Group("balance bad")
_SUMS = frozenset([_BAD_WORDS, _BALANCE, _BALANCE_GOOD, _BALANCE_BAD])


class Reason(NamedTuple):
    """A word or phrase that made a score: characters ``start`` to ``end`` of the article's text.

    ``weight`` is what it adds to the log-odds of positive against negative.
    """

    start: int
    end: int
    weight: float


class Tone(NamedTuple):
    """The tone of a span: score −1 to 1, label, the words that made it, stance by party."""

    score: float
    label: str
    reasons: tuple[Reason, ...]
    targets: dict[str, Stance]


#: Features that share a value, the value, and the word where it stands at one place.
Feature = tuple[Group, float, Word | None]


@lru_cache(maxsize=10_000)
def _concept(concept: str, turned: bool) -> Group:
    return Group(concept + " turned" if turned else concept)


@cache
def _weights() -> Weights:
    return Weights("statement")


@lru_cache(maxsize=10_000)
def cue_concepts(cue: str, language: str) -> tuple[str, ...]:
    """Concepts of the words that report a statement ("thanked", "accused")."""
    return tuple(dict.fromkeys(w.concept for w in tone_words(cue, tokenise(cue, language), language)))


@lru_cache(maxsize=10_000)
def _circumstances(kind: str, cue: tuple[str, ...], country: str, others: frozenset[str]) -> Group:
    names = [f"kind {kind}", f"speaker {country}"]
    names += [f"cue {concept}" for concept in cue]
    for other in sorted(others):
        names += [f"about {other}", f"{country} about {other}"]
    return Group(*names)


class Reader:
    """Reads the tone of one document's statements; its tone words are looked up once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        language = document.language
        title = tokenise(document.title, language)
        self.parties = Parties(document, title)
        self.title_tone = squash(sum(w.weight for w in tone_words(document.title, title, language)))
        self.all = tone_words(document.text, document.tokens, language)
        self._firsts = [w.first for w in self.all]
        self._sums = [0.0, *accumulate(w.weight for w in self.all)]

    def span(self, statement: Statement) -> tuple[int, int]:
        """First and last token (exclusive) of a statement, at most ``_LONGEST`` words."""
        tokens = self.document.tokens
        first = tokens.at(statement.start)
        return first, min(tokens.at(statement.end), first + _LONGEST)

    def words(self, first: int, last: int) -> list[Word]:
        """Tone words between two tokens."""
        return self.all[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def total(self, first: int, last: int) -> float:
        """Sum of the tone between two tokens."""
        return self._sums[bisect_left(self._firsts, last)] - self._sums[bisect_left(self._firsts, first)]

    def features(self, statement: Statement, words: list[Word], first: int, last: int) -> list[Feature]:
        """What the model of a statement's tone looks at."""
        negative = sum([w.weight for w in words if w.weight < 0])
        total = squash(self.total(first, last))
        # Sums count more, single concepts less than what else is seen: the penalty on weights is one for all.
        out: list[Feature] = [
            (_BAD_WORDS, 2 * sqrt(-negative), None),
            (_BALANCE, 2 * total, None),
            (_BALANCE_GOOD if total > 0 else _BALANCE_BAD, 2 * abs(total), None),
            (_LENGTH, min(1.0, (last - first) / 30), None),
            (_BEFORE, 2 * squash(self.total(max(0, first - _AROUND), first), 4.0), None),
            (_AFTER, 2 * squash(self.total(last, last + _AROUND), 4.0), None),
            (_TITLE, 2 * self.title_tone, None),
        ]
        seen = set()
        for word in words:
            group = _concept(word.concept, word.turned)
            if group not in seen:
                seen.add(group)
                out.append((group, 0.5, word))
        others = frozenset([p.country for p in self.parties.between(first, last)])
        cue = cue_concepts(statement.cue, self.document.language)
        out.append((_circumstances(statement.kind, cue, statement.country, others), 1.0, None))
        return out

    def read(self, statement: Statement) -> Tone:
        """Tone of a statement and its stance toward the parties it speaks about."""
        tokens, weights = self.document.tokens, _weights()
        first, last = self.span(statement)
        words = self.words(first, last)
        bad, middle, good = weights.bias
        share: dict[int, float] = {}  # of a word, by its first token
        by_sums = 0.0
        for group, value, word in self.features(statement, words, first, last):
            for_bad, for_middle, for_good = group.row or weights.of(group)
            bad += value * for_bad
            middle += value * for_middle
            good += value * for_good
            if word is not None:
                share[word.first] = value * (for_good - for_bad)
            elif group in _SUMS:
                by_sums += value * (for_good - for_bad)
        negative, neutral, positive = softmax((bad, middle, good))
        label = "positive" if positive >= max(negative, neutral) else "negative" if negative > neutral else "neutral"
        # What the sums of words give is shared out to the words by their tone.
        whole = self.total(first, last)
        slope = by_sums / whole if whole * by_sums > 0.01 else 1.0
        reasons = []
        for begin, end, _, strength, _ in words:
            weight = slope * strength + share.get(begin, 0.0)
            if abs(weight) >= _LEAST_REASON:
                reasons.append(Reason(tokens.starts[begin], tokens.ends[end - 1], weight))
        targets = stances(self.parties, statement, words, first, last, (negative, neutral, positive))
        return Tone(positive - negative, label, tuple(reasons), targets)


def of_statements(document: Document, statements: Iterable[Statement]) -> list[Tone]:
    """The tone of each statement, and its stance toward the parties it speaks about."""
    statements = list(statements)
    if not statements:
        return []
    reader = Reader(document)
    return [reader.read(s) for s in statements]


def softmax(sums: Iterable[float]) -> list[float]:
    """Probabilities from log-odds."""
    powers = [exp(x if x < 50.0 else 50.0) for x in sums]
    whole = sum(powers)
    return [p / whole for p in powers]
