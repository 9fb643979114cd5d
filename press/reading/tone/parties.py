"""Parties: the states and alliances whose stance is followed, where a text names them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import NamedTuple

from press.reading.document import Document
from press.text.phrases import Phrases
from press.text.words import Tokens, vocabulary_language
from press.vocabulary import forms, read


class Party(NamedTuple):
    """A party named at the tokens ``first`` to ``last`` (exclusive).

    ``name`` is '' for an actor of a country whose stance is not followed.
    """

    first: int
    last: int
    name: str
    country: str


@cache
def _countries() -> dict[str, str]:
    """Party of each country code."""
    return {c["code"]: c["target"] for c in read("countries")["country"] if c.get("target")} | {"EU": "EU"}


def party_of(country: str) -> str:
    """The party that a country code stands for, '' where its stance is not followed."""
    return _countries().get(country, "")


@cache
def _names(language: str) -> Phrases[str]:
    """Words for the parties: states, their adjectives, capitals and institutions; 'own' for "our country"."""
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


class Parties:
    """The parties named in a document and in its title, in the order of the text."""

    def __init__(self, document: Document, title: Tokens) -> None:
        names, keys = _names(vocabulary_language(document.language)), document.tokens.keys
        followed = _countries()
        found = {
            m.first: Party(m.first, m.last, followed.get(m.country, ""), m.country)
            for m in document.mentions
            if m.country
        }
        self._own: list[int] = []
        for first, last, name in names.scan(keys):
            if name == "own":
                self._own.append(first)
            else:
                found[first] = Party(first, last, name, name)
        self.all = [found[i] for i in sorted(found)]
        self.firsts = [p.first for p in self.all]
        self.counts = Counter(p.name for p in self.all)
        self.total = len(self.all)
        self.title = {hit.value for hit in names.scan(title.keys)} - {"own"}
        ranked = [name for name, _ in self.counts.most_common(3) if name] + ["", ""]
        self.most, self.second = ranked[:2]

    def own(self, first: int, last: int) -> bool:
        """Whether words for the speaker's own country stand between two tokens."""
        i = bisect_left(self._own, first)
        return i < len(self._own) and self._own[i] < last

    def between(self, first: int, last: int) -> list[Party]:
        """Parties and other countries' actors named between two tokens."""
        return self.all[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]
