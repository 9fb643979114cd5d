"""Topics: which of the topics of ``data/vocabulary/topics.toml`` a text mentions and is about.

Phrases of a topic are counted, weighted by how telling the phrase is and by where it stands: the headline
and the first sentences say what an article is about (inverted pyramid). The count of a phrase grows only with
its logarithm, as in tf-idf weighting (Salton & Buckley 1988), so that repetition alone makes no topic.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from math import log1p
from typing import Any, NamedTuple

from .document import Document
from .vocabulary import forms, read
from .words import Phrases, tokenise, vocabulary_language

_WEIGHTS = {"!": 2.0, "~": 0.5}


class TopicMention(NamedTuple):
    """A phrase of a topic in the text, characters ``start`` to ``end``; ``sentence`` is its index."""

    topic: str
    start: int
    end: int
    weight: float
    sentence: int


@cache
def _ranking() -> dict[str, Any]:
    return read("ranking")["topics"]


@cache
def _table(language: str) -> Phrases[tuple[tuple[str, float], ...]]:
    entries: dict[str, dict[str, float]] = defaultdict(dict)
    for topic in read("topics")["topic"]:
        for phrase in topic.get(language, ()):
            weight = _WEIGHTS.get(phrase[0], 1.0)
            plain = phrase.lstrip("!~").replace("-", " ") if "-" not in phrase else phrase.lstrip("!~")
            entries[plain][topic["id"]] = weight
    return Phrases(((p, tuple(t.items())) for p, t in entries.items()), language, forms(language))


def labels() -> dict[str, str]:
    """Labels of the topics by identifier, in the order of the vocabulary."""
    return {t["id"]: t["label"] for t in read("topics")["topic"]}


def find(document: Document) -> list[TopicMention]:
    """Every phrase of every topic, in the order of the text."""
    tokens = document.tokens
    table = _table(vocabulary_language(document.language))
    out: list[TopicMention] = []
    sentences = document.sentences
    at = 0
    for hit in table.scan(tokens.keys):
        while at < len(sentences) and sentences[at].last <= hit.first:
            at += 1
        if at >= len(sentences) or not sentences[at].readable or hit.first < sentences[at].first:
            continue
        start, end = tokens.starts[hit.first], tokens.ends[hit.last - 1]
        out.extend(TopicMention(topic, start, end, weight, at) for topic, weight in hit.value)
    return out


def scores(document: Document, mentions: list[TopicMention]) -> dict[str, float]:
    """How much an article is about each topic it mentions; 1 is the threshold's unit."""
    ranking = _ranking()
    first = next((i for i, s in enumerate(document.sentences) if s.readable), 0)
    where = {first: ranking["lead"], first + 1: ranking["second"]}
    weights: dict[str, float] = defaultdict(float)
    spread: dict[str, set[int]] = defaultdict(set)
    for m in mentions:
        section = document.sentences[m.sentence].section
        factor = ranking["background"] if section == "background" else where.get(m.sentence, 1.0)
        weights[m.topic] += m.weight * factor
        spread[m.topic].add(m.sentence)
    language = vocabulary_language(document.language)
    if document.title:
        for hit in _table(language).scan(tokenise(document.title, document.language).keys):
            for topic, weight in hit.value:
                weights[topic] += weight * ranking["title"]
                spread[topic].add(-1)
    readable = sum(s.readable for s in document.sentences) or 1
    prior = ranking["prior"]
    return {
        topic: (log1p(weight) + ranking["spread"] * len(spread[topic]) / readable) * prior.get(topic, 1.0)
        for topic, weight in weights.items()
    }


def rank(document: Document, mentions: list[TopicMention]) -> list[str]:
    """The topics that the article is about, most important first: one to four."""
    ranking = _ranking()
    ordered = sorted(scores(document, mentions).items(), key=lambda kv: -kv[1])
    if not ordered:
        return []
    best = ordered[0][1]
    out = [t for t, s in ordered[:4] if s >= ranking["least"] and s >= ranking["share"] * best]
    return out or ([ordered[0][0]] if best >= ranking["alone"] else [])
