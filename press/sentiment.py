"""Sentiment: the tone of what is said, and its stance toward the parties it speaks about.

A score is the sum of the tone words found, shifted by negation, intensifiers and contrast, in the line of
lexicon methods (Taboada, Brooke, Tofiloski, Voll & Stede, "Lexicon-Based Methods for Sentiment Analysis",
Computational Linguistics 37(2), 2011), squashed to −1…1. Every score can be traced to its words. The words
stand in ``data/vocabulary/tone``, their weights in ``data/vocabulary/ranking.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from math import sqrt
from typing import NamedTuple

from .document import Document, Statement
from .vocabulary import forms, read
from .words import Phrases, vocabulary_language

_CLASSES = ("strong_positive", "positive", "weak_positive", "weak_negative", "negative", "strong_negative")
_SHIFTERS = ("negation", "intensifier", "diminisher", "contrast")
_REACH = 4  # words that a negation or an intensifier reaches over
_NORM = 4.0  # statements of about this much tone reach 0.7; as in VADER's normalisation x / sqrt(x² + a)


class Reason(NamedTuple):
    """A word or phrase that made a score: characters ``start`` to ``end`` of the article's text."""

    start: int
    end: int
    weight: float


class Stance(NamedTuple):
    """A stance toward a party: ``score`` −1 to 1 and its label."""

    score: float
    label: str


class Tone(NamedTuple):
    """The tone of a span: score −1 to 1, label, the words that made it, stance by party."""

    score: float
    label: str
    reasons: tuple[Reason, ...]
    targets: dict[str, Stance]


class _Word(NamedTuple):
    first: int
    last: int
    weight: float


@cache
def _weights() -> dict[str, float]:
    return read("ranking")["tone"]


@cache
def _words(language: str) -> Phrases[str]:
    """Tone words and shifters of a language; the value is the class."""
    data = read(f"tone/{language}")
    entries: dict[str, str] = {}
    for kind in _SHIFTERS:
        for phrase in data["shifters"][kind]:
            entries[phrase] = kind
    for kind in _CLASSES:
        for phrase in data["words"][kind]:
            entries.setdefault(phrase, kind)
    return Phrases(entries.items(), language, forms(language))


@cache
def _stance_words(language: str) -> Phrases[str]:
    data = read(f"tone/{language}")["stance"]
    return Phrases(((w, kind) for kind in ("pro", "con") for w in data[kind]), language, forms(language))


@cache
def _parties(language: str) -> Phrases[str]:
    """Words for the parties: states, their adjectives, capitals and institutions."""
    entries: dict[str, str] = {}
    for country in read("countries")["country"]:
        target = country.get("target")
        if target:
            words = country[language]
            for phrase in (*words["nouns"], *words["adjectives"], *words["people"], *words["metonyms"]):
                entries[phrase] = target
    for organisation in read("organisations")["organisation"]:
        target = organisation.get("target")
        if target:
            for phrase in (organisation["name"], *organisation.get(language, ())):
                entries[phrase] = target
    for target, phrases in read("parties").items():
        for phrase in phrases.get(language, ()):
            entries[phrase] = target
    return Phrases(entries.items(), language, forms(language))


def label_of(score: float, below: float, above: float) -> str:
    """Class of a score by two thresholds."""
    return "negative" if score < below else "positive" if score > above else "neutral"


def _squash(total: float) -> float:
    return total / sqrt(total * total + _NORM)


def _tone_words(document: Document, first: int, last: int) -> list[_Word]:
    """Tone words of a token range with their weights after shifting."""
    w = _weights()
    keys, words = document.tokens.keys, document.tokens.words
    hits = list(_words(vocabulary_language(document.language)).scan(keys, first, last))
    contrast_at = next((h.first for h in hits if h.value == "contrast" and h.first > first + 2), None)
    out: list[_Word] = []
    negation = intensifier = diminisher = -99
    for hit in hits:
        kind = hit.value
        if kind == "negation":
            negation = hit.last
        elif kind == "intensifier":
            intensifier = hit.last
        elif kind == "diminisher":
            diminisher = hit.last
        elif kind != "contrast":
            if words[hit.first][0].isupper() and hit.first > first and not words[hit.first].isupper():
                continue  # a name, whatever common word it looks like
            weight = w[kind]
            if 0 <= hit.first - negation < _REACH:
                weight *= w["negated"]
            if 0 <= hit.first - intensifier < 2:
                weight *= w["intensified"]
            if 0 <= hit.first - diminisher < 3:
                weight *= w["diminished"]
            if contrast_at is not None:
                weight *= w["before_contrast"] if hit.first < contrast_at else w["after_contrast"]
            out.append(_Word(hit.first, hit.last, weight))
    return out


def of_span(document: Document, start: int, end: int, speaker_country: str = "") -> Tone:
    """Tone of the characters ``start`` to ``end``, and its stance toward the parties named there."""
    tokens, w = document.tokens, _weights()
    first, last = tokens.at(start), tokens.at(end)
    words = _tone_words(document, first, last)
    total = sum(word.weight for word in words)
    score = _squash(total + w.get("bias", 0.0))
    reasons = tuple(Reason(tokens.starts[x.first], tokens.ends[x.last - 1], x.weight) for x in words)
    targets = _targets(document, first, last, words, score, speaker_country)
    return Tone(score, label_of(score, w["negative_below"], w["positive_above"]), reasons, targets)


def of_statement(document: Document, statement: Statement) -> Tone:
    """Tone of a statement; verbs that carry the meaning (thanked, condemned) count with it."""
    return of_span(document, statement.start, statement.end, statement.country)


def _targets(
    document: Document, first: int, last: int, words: list[_Word], overall: float, speaker_country: str
) -> dict[str, Stance]:
    """Stance toward each party: tone words weigh by nearness, verbs of praise and blame by their object."""
    w = _weights()
    language = vocabulary_language(document.language)
    keys = document.tokens.keys
    places: dict[str, list[int]] = defaultdict(list)
    for hit in _parties(language).scan(keys, first, last):
        places[hit.value].append(hit.first)
    if not places:
        return {}
    turns = [(h.first, 1.0 if h.value == "pro" else -1.0) for h in _stance_words(language).scan(keys, first, last)]
    out: dict[str, Stance] = {}
    for party, at in places.items():
        near = sum(x.weight / (1 + min(abs(x.first - p) for p in at) / 4) for x in words)
        turned = 0.0
        for t, sign in turns:
            distance = min((p - t for p in at if p >= t), default=99)
            if distance <= 6:
                turned += sign / (1 + distance / 3)
        score = _squash(w["stance_own"] * near + w["stance_object"] * turned)
        out[party] = Stance(score, label_of(score, w["stance_negative_below"], w["stance_positive_above"]))
    return out


def toward(document: Document, start: int, end: int) -> Stance:
    """Tone toward what stands at the characters ``start`` to ``end``, by the tone words of its sentence.

    Words near it weigh more; what follows a contrast weighs more than what stands before.
    """
    tokens, w = document.tokens, _weights()
    at = tokens.at(start)
    sentence = next((s for s in document.sentences if s.start <= start < s.end), None)
    if sentence is None:
        return Stance(0.0, "neutral")
    words = _tone_words(document, max(sentence.first, at - 60), min(sentence.last, at + 60))
    total = sum(x.weight / (1 + abs(x.first - at) / 12) for x in words)
    score = _squash(1.5 * total)
    return Stance(score, label_of(score, w["negative_below"], w["positive_above"]))
