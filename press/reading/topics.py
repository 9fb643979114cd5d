"""Topics: which of the topics of ``data/vocabulary/topics.toml`` a text mentions and is about.

Phrases of a topic are counted, weighted by how telling the phrase is and by where it stands: the headline
and the first sentences say what an article is about (inverted pyramid). The count of a phrase grows only with
its logarithm, as in tf-idf weighting (Salton & Buckley 1988), so that repetition alone makes no topic. How
place, number and spread make a topic one that the article is about is learned from labels.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from math import exp, log1p
from typing import Any, NamedTuple

from press.reading.document import Document
from press.text.phrases import Phrases
from press.text.words import tokenise, vocabulary_language
from press.vocabulary import forms, read

_WEIGHTS = {"!": 2.0, "~": 0.5}
#: How much a phrase counts by its place, in the total by which topics are set against each other.
_PLACES = {"title": 2.0, "lead": 1.6, "second": 1.2, "body": 1.0, "background": 0.4}


_LEAST_ELSEWHERE = 0.6  # probability of a topic where neither Serbia nor Russia is named


class TopicMention(NamedTuple):
    """A phrase of a topic in the text, characters ``start`` to ``end``; ``sentence`` is its index."""

    topic: str
    start: int
    end: int
    weight: float
    sentence: int


@cache
def _weights() -> dict[str, Any]:
    return read("topic_weights")


@cache
def _needs() -> dict[str, list[str]]:
    """Of a topic the countries of which one must be named: gas in a house is no matter of Gazprom."""
    return {t["id"]: t["needs"] for t in read("topics")["topic"] if "needs" in t}


@cache
def _table(language: str) -> Phrases[tuple[tuple[str, float], ...]]:
    entries: dict[str, dict[str, float]] = defaultdict(dict)
    for topic in read("topics")["topic"]:
        for phrase in topic.get(language, ()):
            weight = _WEIGHTS.get(phrase[0], 1.0)
            entries[phrase.lstrip("!~")][topic["id"]] = weight
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
    count = len(sentences)
    at = 0
    for first, last, topics in table.scan(tokens.keys):
        while at < count and sentences[at].last <= first:
            at += 1
        if at >= count or not sentences[at].readable or first < sentences[at].first:
            continue
        start, end = tokens.starts[first], tokens.ends[last - 1]
        for topic, weight in topics:
            out.append(TopicMention(topic, start, end, weight, at))
    return out


def features(document: Document, mentions: list[TopicMention]) -> dict[str, dict[str, float]]:
    """What tells how much an article is about each topic that its title or text mentions, by name.

    Weights of phrases are summed by place and damped by their logarithm; the rest sets a topic against the
    article's other topics.
    """
    first = next((i for i, s in enumerate(document.sentences) if s.readable), 0)
    places = {first: "lead", first + 1: "second"}
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    sentences: dict[str, set[int]] = defaultdict(set)
    words: dict[str, set[str]] = defaultdict(set)
    strongest: dict[str, float] = defaultdict(float)
    for topic, start, _end, weight, sentence in mentions:
        background = document.sentences[sentence].section == "background"
        weights[topic]["background" if background else places.get(sentence, "body")] += weight
        sentences[topic].add(sentence)
        words[topic].add(document.text[start : start + 6].lower())
        strongest[topic] = max(strongest[topic], weight)
    if document.title:
        table = _table(vocabulary_language(document.language))
        for hit in table.scan(tokenise(document.title, document.language).keys):
            for topic, weight in hit.value:
                weights[topic]["title"] += weight
                strongest[topic] = max(strongest[topic], weight)
    total = {t: log1p(sum(_PLACES[place] * weight for place, weight in w.items())) for t, w in weights.items()}
    order = {t: i for i, t in enumerate(sorted(total, key=lambda t: -total[t]))}
    best, together = max(total.values(), default=1.0), sum(total.values())
    readable = sum(s.readable for s in document.sentences) or 1
    return {
        topic: {
            "total": total[topic],
            "title": min(w["title"], 2.0),
            "in title": float(w["title"] > 0),
            "lead": log1p(w["lead"]),
            "second": log1p(w["second"]),
            "body": log1p(w["body"]),
            "background": log1p(w["background"]),
            "spread": len(sentences[topic]) / readable,
            "sentences": log1p(len(sentences[topic])),
            "words": log1p(len(words[topic])),
            "strongest": strongest[topic],
            "share": total[topic] / together,
            "to best": total[topic] / best,
            "best": float(order[topic] == 0),
            "rank": min(order[topic], 5) / 5,
            "topics": min(len(total), 8) / 8,
        }
        for topic, w in weights.items()
    }


def _countries(document: Document) -> set[str]:
    """The countries that are named, or whose people or bodies are; "the government" alone may be any country's."""
    return {
        m.country
        for m in document.mentions
        if m.kind != "organisation" or len(m.name.split()) <= m.last - m.first or document.quote(m).isupper()
    }


def scores(document: Document, mentions: list[TopicMention]) -> dict[str, float]:
    """Probability that an article is about each topic it mentions.

    Logistic regression over :func:`features`, with a bias and a weight of the total for each topic; its
    weights are ``data/vocabulary/topic_weights.toml``, fitted by ``python -m training.topics``.
    """
    data = _weights()
    weights, bias, total = data["weights"], data["bias"], data["total"]
    named = _countries(document)
    out = {}
    for topic, values in features(document, mentions).items():
        if topic in _needs() and named.isdisjoint(_needs()[topic]):
            continue
        z = bias[topic] + total[topic] * values["total"] + sum([weights[k] * v for k, v in values.items()])
        out[topic] = 1 / (1 + exp(-z))
    return out


def rank(document: Document, mentions: list[TopicMention]) -> list[str]:
    """The topics that the article is about, most important first: up to four, and one where any is likely enough.

    An article that names neither Serbia nor Russia must be plainly about a topic: the weights were learned from
    articles that do.
    """
    least = _weights()["least"]
    if _countries(document).isdisjoint(("RS", "RU")):
        least = max(least, _LEAST_ELSEWHERE)
    ordered = sorted(scores(document, mentions).items(), key=lambda kv: -kv[1])[:4]
    return [t for i, (t, p) in enumerate(ordered) if p >= least or (i == 0 and p >= least / 4)]
