"""Tone words: where they stand, what concept they express, and what turns or strengthens them.

Words are listed by concept in ``data/vocabulary/tone``: ``concepts.toml`` has one entry a concept with its
words in four languages, so that a weight learned in one language serves all; a file for each language adds
further words by strength and the shifters. Shifting follows Taboada, Brooke, Tofiloski, Voll & Stede,
"Lexicon-Based Methods for Sentiment Analysis", Computational Linguistics 37(2), 2011: a negated word loses
sign and force; and Polanyi & Zaenen, "Contextual Valence Shifters", 2006: "prevented a war" is good.
"""

from __future__ import annotations

import re
from functools import cache
from math import sqrt
from typing import NamedTuple

from press.text.phrases import Phrases
from press.text.words import Tokens, vocabulary_language
from press.vocabulary import forms, read

_SHIFTERS = ("negation", "absence", "intensifier", "diminisher", "contrast")
_NEGATED, _INTENSIFIED, _DIMINISHED = -0.6, 1.4, 0.7
_CLAUSE_ENDS = re.compile(r"[,.;:!?()–—]")
_BEGINS = re.compile(r"[.!?:…\"“”„«‚‘\n]")
_NEGATION_REACHES, _TURN_REACHES = 4, 3  # words


class Word(NamedTuple):
    """A tone word or phrase: tokens ``first`` to ``last`` (exclusive).

    ``weight`` is its tone after shifting, about −1.4 to 1.4, 0 for a shifter; ``turned`` tells whether a
    negation or a word such as "prevent" turned it.
    """

    first: int
    last: int
    concept: str
    weight: float
    turned: bool


class _Entry(NamedTuple):
    concept: str
    weight: float
    turns: str  # 'good', 'bad' or 'all': the words after it that it turns
    strong: bool  # whether it strengthens a bad word after it


@cache
def _table(language: str) -> Phrases[_Entry]:
    """Tone words and shifters of a language."""
    data = read(f"tone/{language}")
    entries = {p: _Entry(kind, 0.0, "", False) for kind in _SHIFTERS for p in data["shifters"][kind]}
    for name, concept in read("tone/concepts").items():
        entry = _Entry(name, concept["tone"], concept.get("turns", ""), concept.get("strong", False))
        for phrase in concept[language]:
            entries.setdefault(phrase, entry)
    strengths = read("ranking")["tone"]
    for kind, phrases in data["words"].items():
        for phrase in phrases:
            entries.setdefault(phrase, _Entry(kind, strengths[kind], "", False))
    return Phrases(entries.items(), language, forms(language))


def tone_words(text: str, tokens: Tokens, language: str, first: int = 0, last: int | None = None) -> list[Word]:
    """Tone words, negations and contrasts among the tokens ``first`` to ``last``, in order.

    A single capitalised word inside a sentence is a name, whatever common word it looks like. Nothing turns a
    word across a comma or the end of a clause. A word of strength right before a bad one ("great danger")
    only strengthens it.
    """
    words, starts, ends = tokens.words, tokens.starts, tokens.ends

    def reaches(shifter: int, place: int) -> bool:
        return not _CLAUSE_ENDS.search(text, ends[shifter - 1], starts[place])

    out: list[Word] = []
    negated = intensified = diminished = turned = strength = -99
    turns = ""
    for a, b, (concept, weight, turning, strong) in _table(vocabulary_language(language)).scan(
        tokens.keys, first, last
    ):
        if b == a + 1 and a:
            word = words[a]
            if word[0].isupper() and not word.isupper() and not _BEGINS.search(text, ends[a - 1], starts[a]):
                continue
        turn = False
        if weight:
            if a == intensified:
                weight *= _INTENSIFIED
            elif a == diminished:
                weight *= _DIMINISHED
            if a - negated < _NEGATION_REACHES and reaches(negated, a):
                turn = True
            elif a - turned < _TURN_REACHES and reaches(turned, a):
                turn = turns == "all" or turns == ("bad" if weight < 0 else "good")
            if turn:
                weight *= _NEGATED
            elif turning:
                turned, turns = b, turning
            if turn and turning:
                negated = turned = -99  # "will not give up our friendship": what was turned turns no more
            if weight < 0 and strength == a and out and out[-1].last == a:
                out[-1] = out[-1]._replace(weight=0.0)
                weight *= _INTENSIFIED
            if strong:
                strength = b
        elif concept == "negation":
            negated = b
        elif concept == "absence":
            # "There was no pressure" in Slavic order: the word before is turned, else the ones after.
            if out and out[-1].weight < 0 and not out[-1].turned and a - out[-1].last < _NEGATION_REACHES:
                before = out[-1]
                if not _CLAUSE_ENDS.search(text, ends[before.last - 1], starts[a]):
                    out[-1] = before._replace(weight=before.weight * _NEGATED, turned=True)
            else:
                negated = b
            continue
        elif concept == "intensifier":
            intensified = b
            continue
        elif concept == "diminisher":
            diminished = b
            continue
        elif concept == "plain":
            continue
        out.append(Word(a, b, concept, weight, turn))
    return out


def squash(total: float, norm: float = 2.0) -> float:
    """A sum of tone to −1…1, as in VADER: x / √(x² + a)."""
    return total / sqrt(total * total + norm)
