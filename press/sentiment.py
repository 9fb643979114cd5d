"""Sentiment: the tone of what is said, and its stance toward the parties it speaks about."""

from __future__ import annotations

from typing import NamedTuple

from .document import Document, Statement


class Reason(NamedTuple):
    """A word or phrase that made a score: characters ``start`` to ``end`` of the article's text."""

    start: int
    end: int
    weight: float


class Stance(NamedTuple):
    """A stance toward a party: ``score`` -1 to 1 and its label."""

    score: float
    label: str


class Tone(NamedTuple):
    """The tone of a statement: score -1 to 1, label, the words that made it, stance by party."""

    score: float
    label: str
    reasons: tuple[Reason, ...]
    targets: dict[str, Stance]


def of_statement(document: Document, statement: Statement) -> Tone:
    """Tone of a statement of a document."""
    return Tone(0.0, "neutral", (), {})
