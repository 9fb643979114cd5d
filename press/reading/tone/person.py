"""The tone of the news toward a person: what is said of him, done to him, and what he does.

    toward(document, start, end) -> PersonTone

Rules over the tone words of the sentence that names the person (:mod:`press.reading.tone.lexicon`): words close to the name
weigh more; who attacks is not who is attacked ("X was praised by Y", "Y lashed out at X"); what a person is
quoted as saying says little about the person; another person's name in between shields. The few weights are
set by hand and checked on invented sentences (``tests/gold/person-tone.jsonl``): there is no copy here of any
corpus of labelled news.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from press.reading.document import Document, Mention, Sentence
from press.reading.tone.lexicon import Word, squash, tone_words
from press.text.words import vocabulary_language
from press.vocabulary import read

_LONGEST = 80  # words read before and after a name: keeps the time of one name bounded


class PersonTone(NamedTuple):
    """Tone toward a person: ``score`` −1 to 1, its label, and (start, end, weight) of the words that made it."""

    score: float
    label: str
    reasons: tuple[tuple[int, int, float], ...]


class _Rules(NamedTuple):
    """Weights and word lists of ``data/vocabulary/tone/person.toml``."""

    attacks: frozenset[str]
    praises: frozenset[str]
    says: frozenset[str]
    passive: frozenset[str]
    by: frozenset[str]
    weights: dict[str, float]


@cache
def _rules(language: str) -> _Rules:
    data = read("tone/person")
    words = data[language]
    return _Rules(
        frozenset(data["attacks"]), frozenset(data["praises"]), frozenset(data["says"]),
        frozenset(words["passive"]), frozenset(words["by"]), data["weights"],
    )  # fmt: skip


class PersonReader:
    """Reads the tone toward the persons of one document; each sentence is looked through once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language = vocabulary_language(document.language)
        self.rules = _rules(self.language)
        self._starts = [s.start for s in document.sentences]
        self._persons = [m for m in document.mentions if m.kind == "person"]
        self._firsts = [m.first for m in self._persons]
        self._words: dict[int, list[Word]] = {}

    def _sentence(self, start: int) -> tuple[int, Sentence] | None:
        i = bisect_right(self._starts, start) - 1
        if i < 0 or self.document.sentences[i].end <= start:
            return None
        return i, self.document.sentences[i]

    def toward(self, start: int, end: int) -> PersonTone:
        """Tone toward the person named at the characters ``start`` to ``end``."""
        place = self._sentence(start)
        if place is None:
            return PersonTone(0.0, "neutral", ())
        number, sentence = place
        tokens, w = self.document.tokens, self.rules.weights
        at = tokens.at(start)
        after = max(tokens.at(end), at + 1)
        words = self._words.get(number)
        if words is None:
            long = sentence.last - sentence.first > 2 * _LONGEST
            low, high = (at - _LONGEST, after + _LONGEST) if long else (sentence.first, sentence.last)
            low, high = max(low, sentence.first), min(high, sentence.last)
            words = tone_words(self.document.text, tokens, self.document.language, low, high)
            if not long:
                self._words[number] = words
        saying = self._saying(words, at, after)
        total = 0.0
        reasons = []
        for word in words:
            if abs(word.weight) <= 0.1 or (word.first < after and word.last > at):
                continue
            weight = word.weight * self._share(word, at, after)
            if saying is not None and (word.first >= saying or word.last <= at):
                weight *= w["said"]
            total += weight
            if abs(weight) >= 0.01:
                reasons.append((tokens.starts[word.first], tokens.ends[word.last - 1], weight))
        score = squash(total + w["bias"], w["norm"])
        label = "negative" if score < w["negative_below"] else "positive" if score > w["positive_above"] else "neutral"
        return PersonTone(score, label, tuple(reasons))

    def _saying(self, words: list[Word], at: int, after: int) -> int | None:
        """Token after which stands what the person says, if he is the one who speaks: "X said", "said X"."""
        for word in words:
            if word.concept in self.rules.says:
                if 0 <= word.first - after <= 3:
                    return word.last
                if word.last == at:
                    return after
        return None

    def _share(self, word: Word, at: int, after: int) -> float:
        """How much a tone word of the sentence is about the person."""
        rules, w, keys = self.rules, self.rules.weights, self.document.tokens.keys
        before = word.last <= at
        distance = at - word.last if before else word.first - after
        share = 1 / (1 + distance / w["reach"])
        low, high = (word.last, at) if before else (after, word.first)
        between = bisect_left(self._firsts, high) - bisect_left(self._firsts, low)
        if between:
            share *= w["shielded"]
        deed = "attacks" if word.concept in rules.attacks else "praises" if word.concept in rules.praises else ""
        if deed:
            if before:
                done_by = any(keys[i] in rules.by for i in range(max(word.last, at - 2), at))
                role = "doer" if done_by else "target" if distance <= w["object_within"] else ""
            else:
                passive = any(keys[i] in rules.passive for i in range(max(after, word.first - 3), word.first))
                role = "target" if passive else "doer" if distance <= w["subject_within"] else ""
            if role:
                share *= w[f"{deed}_{role}"]
        return share


def toward(document: Document, start: int, end: int) -> PersonTone:
    """Tone toward the person named at the characters ``start`` to ``end`` of the document's text."""
    return PersonReader(document).toward(start, end)


def of_mentions(document: Document) -> list[tuple[Mention, PersonTone]]:
    """The persons named in a document, each mention with the tone of its sentence toward the person."""
    reader = PersonReader(document)
    return [(m, reader.toward(m.start, m.end)) for m in document.mentions if m.kind == "person"]
