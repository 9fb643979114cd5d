"""Sentiment: the tone of what is said, its stance toward the parties it speaks about, and the tone toward a person.

The tone of a statement is decided by a small multinomial logistic model over what can be pointed at: the tone
words found (:mod:`press.tone`) by concept, their sums, the verb that reports, the words around, who speaks about
whom. Its weights (``data/vocabulary/tone/statement.tsv``) are learned by ``python -m training.sentiment`` from
labels; the score is P(positive) − P(negative), and each word's share in it is kept as a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from math import exp, sqrt
from typing import NamedTuple

from . import stance, tone
from .document import Document, Statement
from .stance import Stance
from .tone import Weights, Word, squash
from .words import tokenise

_AROUND = 30  # words before and after a statement that colour it
_LEAST_REASON = 0.01
_SUMS = ("bad words", "balance", "balance good", "balance bad")
_LONGEST = 400  # words of a statement that are read: keeps the time of one statement bounded


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


class Feature(NamedTuple):
    """Something that speaks for or against a class; ``word`` is where it stands, if at one place."""

    name: str
    value: float
    word: Word | None = None


@cache
def _weights() -> Weights:
    return Weights("statement")


class Reader:
    """Reads the tone of one document's statements."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.title = tokenise(document.title, document.language)
        self.parties = stance.Parties(document, self.title)
        self.title_tone = squash(
            _total(tone.find(document.title, self.title, document.language, 0, len(self.title.keys)))
        )

    def span(self, statement: Statement) -> tuple[int, int]:
        """First and last token (exclusive) of a statement, at most ``_LONGEST`` words."""
        tokens = self.document.tokens
        first = tokens.at(statement.start)
        return first, min(tokens.at(statement.end), first + _LONGEST)

    def words(self, first: int, last: int) -> list[Word]:
        """Tone words between two tokens."""
        tokens = self.document.tokens
        return tone.find(self.document.text, tokens, self.document.language, first, min(last, len(tokens.keys)))

    def cue(self, statement: Statement) -> list[str]:
        """Concepts of the words that report a statement ("thanked", "accused")."""
        if not statement.cue:
            return []
        tokens = tokenise(statement.cue, self.document.language)
        return [w.concept for w in tone.find(statement.cue, tokens, self.document.language, 0, len(tokens.keys))]

    def features(self, statement: Statement, words: list[Word], first: int, last: int) -> Iterator[Feature]:
        """What the model of a statement's tone looks at."""
        document = self.document
        positive = sum(w.weight for w in words if w.weight > 0)
        negative = sum(w.weight for w in words if w.weight < 0)
        total = squash(positive + negative)
        # Sums count more, single concepts less than what else is seen: the penalty on weights is one for all.
        yield Feature(_SUMS[0], 2 * sqrt(-negative))
        yield Feature(_SUMS[1], 2 * total)
        yield Feature(_SUMS[2], 2 * max(total, 0.0))
        yield Feature(_SUMS[3], 2 * max(-total, 0.0))
        seen = set()
        for word in words:
            name = f"{word.concept} turned" if word.turned else word.concept
            if name not in seen:
                seen.add(name)
                yield Feature(name, 0.5, word)
        yield Feature(f"kind {statement.kind}", 1.0)
        yield Feature("length", min(1.0, (last - first) / 30))
        for concept in self.cue(statement):
            yield Feature(f"cue {concept}", 1.0)
        yield Feature("before", 2 * squash(_total(self.words(max(0, first - _AROUND), first)), 4.0))
        yield Feature("after", 2 * squash(_total(self.words(last, last + _AROUND)), 4.0))
        yield Feature("title", 2 * self.title_tone)
        yield Feature("place", statement.start / max(1, len(document.text)))
        yield Feature(f"speaker {statement.country}", 1.0)
        for country in sorted({p.country for p in self.parties.between(first, last)}):
            yield Feature(f"about {country}", 1.0)
            yield Feature(f"{statement.country} about {country}", 1.0)

    def read(self, statement: Statement) -> Tone:
        """Tone of a statement and its stance toward the parties it speaks about."""
        tokens, weights = self.document.tokens, _weights()
        first, last = self.span(statement)
        words = self.words(first, last)
        sums = list(weights.bias)
        share: dict[Word, float] = {}
        by_sums = 0.0
        for name, value, word in self.features(statement, words, first, last):
            row = weights.rows.get(name)
            if row is not None:
                for i, x in enumerate(row):
                    sums[i] += value * x
                if word is not None:
                    share[word] = value * (row[2] - row[0])
                elif name in _SUMS:
                    by_sums += value * (row[2] - row[0])
        negative, neutral, positive = softmax(sums)
        label = "positive" if positive >= max(negative, neutral) else "negative" if negative > neutral else "neutral"
        # What the sums of words give is shared out to the words by their tone.
        whole = _total(words)
        slope = by_sums / whole if whole * by_sums > 0.01 else 1.0
        weighed = ((w, slope * w.weight + share.get(w, 0.0)) for w in words)
        reasons = tuple(
            Reason(tokens.starts[w.first], tokens.ends[w.last - 1], weight)
            for w, weight in weighed
            if abs(weight) >= _LEAST_REASON
        )
        targets = stance.stances(
            self.parties, statement, words, first, last, self.cue(statement), (negative, neutral, positive)
        )
        return Tone(positive - negative, label, reasons, targets)


def of_statements(document: Document, statements: Iterable[Statement]) -> list[Tone]:
    """The tone of each statement, and its stance toward the parties it speaks about."""
    statements = list(statements)
    if not statements:
        return []
    reader = Reader(document)
    return [reader.read(s) for s in statements]


def _total(words: Iterable[Word]) -> float:
    return sum(w.weight for w in words)


def softmax(sums: Iterable[float]) -> list[float]:
    """Probabilities from log-odds."""
    sums = list(sums)
    top = max(sums)
    powers = [exp(x - top) for x in sums]
    whole = sum(powers)
    return [p / whole for p in powers]


def label_of(score: float, below: float, above: float) -> str:
    """Class of a score by two thresholds."""
    return "negative" if score < below else "positive" if score > above else "neutral"
