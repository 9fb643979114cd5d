"""Topics: which of the topics of ``data/vocabulary/topics.toml`` a text mentions and is about."""

from __future__ import annotations

from typing import NamedTuple

from .document import Document


class TopicMention(NamedTuple):
    """A phrase of a topic in the text, characters ``start`` to ``end``; ``sentence`` is its index."""

    topic: str
    start: int
    end: int
    weight: float
    sentence: int


def find(document: Document) -> list[TopicMention]:
    """Every phrase of every topic, in the order of the text."""
    return []


def rank(document: Document, mentions: list[TopicMention]) -> list[str]:
    """The topics that the article is about, most important first."""
    return []
