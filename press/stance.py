"""Stance: the tone of a statement toward each party it speaks about.

For each party named in a statement or close to it, a small multinomial logistic model decides between no
stance, negative, neutral and positive. It looks at where and how the party is named, the tone words before and
after its name by concept, the tone of the whole, the verb that reports, and who speaks. Its weights
(``data/vocabulary/tone/stance.tsv``) are learned by ``python -m training.sentiment``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from .document import Document, Statement
from .tone import Weights, Word, squash
from .vocabulary import forms, read
from .words import Phrases, Tokens, vocabulary_language

_BEFORE, _AFTER = 30, 15  # words around a statement in which a party is looked for
_NEAR = 6  # words between a party and the tone words that are about it


class Stance(NamedTuple):
    """A stance toward a party: ``score`` −1 to 1 and its label."""

    score: float
    label: str


class Party(NamedTuple):
    """A party named at the tokens ``first`` to ``last`` (exclusive); ``how``: ``word`` or the kind of actor.

    ``name`` is '' for an actor of a country whose stance is not followed.
    """

    first: int
    last: int
    name: str
    country: str
    how: str


@cache
def _countries() -> dict[str, str]:
    """Party of each country code."""
    return {c["code"]: c["target"] for c in read("countries")["country"] if c.get("target")} | {"EU": "EU"}


@cache
def _names(language: str) -> Phrases[tuple[str, str]]:
    """Words for the parties and what kind of word they are: nouns, adjectives, people, metonyms, organisations."""
    entries: dict[str, tuple[str, str]] = {}
    for country in read("countries")["country"]:
        target = country.get("target")
        if target:
            words = country[language]
            for how in ("nouns", "adjectives", "people", "metonyms"):
                for phrase in words[how]:
                    entries.setdefault(phrase, (target, how))
    for organisation in read("organisations")["organisation"]:
        target = organisation.get("target")
        if target:
            for phrase in (organisation["name"], *organisation.get(language, ())):
                entries[phrase] = (target, "organisation")
    for target, phrases in read("parties").items():
        if target not in ("own", "links"):
            for phrase in phrases.get(language, ()):
                entries.setdefault(phrase, (target, "word"))
    return Phrases(entries.items(), language, forms(language))


@cache
def _own(language: str) -> Phrases[str]:
    """Words by which a speaker means his own country."""
    return Phrases(((p, "own") for p in read("parties")["own"][language]), language, forms(language))


class Parties:
    """The parties named in a document and in its title, in the order of the text."""

    def __init__(self, document: Document, title: Tokens) -> None:
        self.document = document
        self.language = vocabulary_language(document.language)
        names = _names(self.language)
        found = {m.first: Party(m.first, m.last, _countries().get(m.country, ""), m.country, m.kind)
                 for m in document.mentions if m.country}  # fmt: skip
        for first, last, (name, how) in names.scan(document.tokens.keys):
            found[first] = Party(first, last, name, name, how)
        self.all = [found[i] for i in sorted(found)]
        self.firsts = [p.first for p in self.all]
        self.counts = Counter(p.name for p in self.all)
        self.title = {hit.value[0] for hit in names.scan(title.keys)}
        self.ranked = [name for name, _ in self.counts.most_common() if name]

    def between(self, first: int, last: int) -> list[Party]:
        """Parties and other countries' actors named between two tokens."""
        return self.all[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]


def candidates(
    parties: Parties,
    statement: Statement,
    words: list[Word],
    first: int,
    last: int,
    cue: list[str],
    mood: Sequence[float],
) -> Iterator[tuple[str, dict[str, float]]]:
    """Parties that a statement may take a stance toward, each with what the model looks at."""
    inside = [p for p in parties.between(first, last) if p.name]
    before = {p.name for p in parties.between(max(0, first - _BEFORE), first)}
    after = {p.name for p in parties.between(last, last + _AFTER)}
    home = _countries().get(statement.country, "")
    here = {p.name for p in inside}
    own = any(True for _ in _own(parties.language).scan(parties.document.tokens.keys, first, last))
    total = squash(sum(w.weight for w in words))
    everywhere = sum(parties.counts.values())
    bad, _, good = mood
    counterpart = next((name for name in parties.ranked if name != home), "")
    keys = parties.document.tokens.keys
    links = _links(parties.language)
    for name in sorted((here | before | after | parties.title | {home}) - {""}):
        mine = [p for p in inside if p.name == name]
        side = "own" if name == home else "counterpart" if name == counterpart else "other"
        place = f"{'in' if mine else 'out'} {side}"
        pair = f"{home or statement.country} on {name}"
        f: dict[str, float] = {
            f"party {name}": 1.0,
            place: 1.0,
            pair: 1.0,
            "times named": min(len(mine), 2),
            "others named": min(len(here - {name}), 2),
            "share in article": parties.counts[name] / (1 + everywhere),
            f"kind {statement.kind}": 1.0,
        }
        for about in (place, pair, f"party {name}", "in" if mine else "out"):
            f[f"{about}: good"] = good
            f[f"{about}: bad"] = bad
            f[f"{about}: tone"] = total
        if not here - {name}:
            f[f"{place} alone"] = 1.0
            f[f"{place} alone: good"] = good
            f[f"{place} alone: bad"] = bad
        if name in before:
            f["named before"] = 1.0
        if name in after:
            f["named after"] = 1.0
        if name in parties.title:
            f["in title"] = 1.0
        if own:
            f[f"we {side}"] = 1.0
        for concept in cue:
            f[f"{place} cue {concept}"] = 1.0
            f[f"{'in' if mine else 'out'} cue {concept}"] = 1.0
        if mine:
            f["begins"] = float(mine[0].first - first < 3)
            for p in mine:
                f[f"named by {p.how}"] = 1.0
                f[f"named by {p.how}: good"] = good
                f[f"named by {p.how}: bad"] = bad
                link = links.get(keys[p.first - 1]) if p.first > first else None
                if link:
                    f[f"link {link}"] = 1.0
                    f[f"link {link}: good"] = good
                    f[f"link {link}: bad"] = bad
                if p.how in ("nouns", "metonyms"):
                    f[f"form {parties.language} {keys[p.last - 1][-2:]}"] = 1.0
            _near(f, words, mine, inside)
        yield name, f


@cache
def _links(language: str) -> dict[str, str]:
    """Prepositions before a party, by what they mean."""
    return {word: link for link, words in read("parties")["links"].items() for word in words.get(language, ())}


def _near(f: dict[str, float], words: list[Word], mine: list[Party], inside: list[Party]) -> None:
    """Adds the tone words about a party: those closer to its name than to another party's."""
    near = 0.0
    for word in words:
        at = min(mine, key=lambda p: _distance(word, p))
        distance = _distance(word, at)
        near += word.weight / (1 + distance / 4)
        if distance <= _NEAR and distance <= min(_distance(word, p) for p in inside):
            side = "before" if word.last <= at.first else "after"
            f[f"{word.concept}{' turned' if word.turned else ''} {side}"] = 1.0
            f[f"tone {side}"] = f.get(f"tone {side}", 0.0) + word.weight
    f["tone near"] = squash(near)


def _distance(word: Word, party: Party) -> int:
    return max(party.first - word.last, word.first - party.last, 0)


@cache
def _weights() -> Weights:
    return Weights("stance")


def read_candidate(f: dict[str, float]) -> list[float]:
    """Probabilities of none, negative, neutral and positive."""
    weights = _weights()
    rows, sums = weights.rows, list(weights.bias)
    for name, value in f.items():
        row = rows.get(name)
        if row is not None:
            for i, x in enumerate(row):
                sums[i] += value * x
    top = max(sums)
    powers = [exp(x - top) for x in sums]
    whole = sum(powers)
    return [p / whole for p in powers]


def stances(
    parties: Parties,
    statement: Statement,
    words: list[Word],
    first: int,
    last: int,
    cue: list[str],
    mood: Sequence[float],
) -> dict[str, Stance]:
    """Stance of a statement toward each party it speaks about."""
    least = _weights().rows["(least)"][0]
    out: dict[str, Stance] = {}
    for name, f in candidates(parties, statement, words, first, last, cue, mood):
        none, negative, neutral, positive = read_candidate(f)
        if 1 - none >= least:
            label = (
                "positive" if positive >= max(negative, neutral) else "negative" if negative > neutral else "neutral"
            )
            out[name] = Stance((positive - negative) / (1 - none), label)
    return out
