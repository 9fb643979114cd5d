"""Grammar of attribution: the cues and closed classes of words of a language, compiled from the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, NamedTuple

from press.text.phrases import Phrases
from press.text.words import fold
from press.vocabulary import forms, read


class Cue(NamedTuple):
    """A cue in the text: tokens ``first``-``last``, its class and its words."""

    first: int
    last: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What a language's cues and closed classes of words are, folded, and how its clauses are built.

    What each of them is for stands beside it in ``data/vocabulary/languages/en.toml``, or in that of a language
    that has it where English has none; a class of words that a language lacks is empty.
    """

    language: str

    # How clauses are built.
    subject_first: bool
    zero_complementiser: bool
    comma_before_complementiser: bool
    prepositions_govern_clauses: bool
    predicative_thought: bool
    noun_reach: int

    # Cues, and classes of them.
    cues: Phrases[str]
    no_cues: frozenset[str]
    nouns: frozenset[str]
    noun_forms: frozenset[str]
    calls: frozenset[str]
    attitudes: frozenset[str]
    acts: frozenset[str]
    zero: frozenset[str]
    commissive: frozenset[str]
    nominal: frozenset[str]
    inverted: frozenset[str]
    intransitive: frozenset[str]
    tell: frozenset[str]
    ordering: frozenset[str]
    transmit: frozenset[str]
    policies: frozenset[str]
    denials: frozenset[str]
    governing: frozenset[str]
    yours: frozenset[str]
    shares: frozenset[str]
    empty: frozenset[str]
    meanwhile: frozenset[str]
    questions: frozenset[str]
    chants: frozenset[str]
    impersonal: frozenset[str]
    refusals: frozenset[str]
    parenthetical: frozenset[str]
    homographs: frozenset[str]

    # Words that join clauses.
    complementisers: frozenset[str]
    plain_complementisers: frozenset[str]
    near_complementisers: frozenset[str]
    conjunctions: frozenset[str]
    chains: frozenset[str]
    contrasts: frozenset[str]
    goes_on: frozenset[str]
    subordinate: frozenset[str]
    relative: frozenset[str]
    oblique_relative: frozenset[str]
    asides: frozenset[str]
    openers: frozenset[str]
    as_words: frozenset[str]

    # Forms of verbs, by word and by ending.
    finite: frozenset[str]
    verb_words: frozenset[str]
    verb_endings: tuple[str, ...]
    perfect: frozenset[str]
    passive: frozenset[str]
    auxiliaries: frozenset[str]
    participles: frozenset[str]
    blocks: frozenset[str]
    negations: frozenset[str]
    agents: frozenset[str]
    infinitive_markers: frozenset[str]
    listed: frozenset[str]
    infinitives: tuple[str, ...]
    not_finite: tuple[str, ...]
    gerunds: tuple[str, ...]
    object_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]

    # Words of subjects, addressees and adjuncts.
    pronouns: dict[str, dict[str, object]]
    objects: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    adverbs: frozenset[str]
    adjuncts: frozenset[str]
    addressees: frozenset[str]
    media: frozenset[str]
    journalists: frozenset[str]
    superlatives: frozenset[str]
    times: frozenset[str]
    first_person: frozenset[str]
    first_person_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]


#: Kinds of cues in ascending order: a phrase, and a form of a word, of several kinds is of the last.
_KINDS = ("none", "cataphor", "according", "noun", "act", "think", "say")


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a vocabulary language ('en', 'sr', 'ru' or 'uk'), compiled.

    Raises KeyError where the language's file does not state a property that every language has.
    """
    data = read(f"languages/{language}")
    words, cues = data["grammar"], data["cues"]

    def folded(items: Iterable[str]) -> frozenset[str]:
        return frozenset(fold(w, language) for w in items)

    complementisers = folded(cues["complementisers"])

    def table(key: str) -> Iterable[str]:
        """Inflected forms, but that is never those."""
        return () if key in complementisers else forms(language)(key)

    def inflected(items: Iterable[str]) -> frozenset[str]:
        keys = folded(items)
        return keys.union(*(table(key) for key in keys))

    def noun(phrase: str) -> str:
        """The noun of "claim that": what it governs is found in the sentence."""
        head, _, tail = phrase.rpartition(" ")
        return head if head and fold(tail, language) in complementisers else phrase

    nouns = [noun(phrase) for phrase in cues["noun"]]
    entries = {phrase: kind for kind in _KINDS for phrase in (nouns if kind == "noun" else cues.get(kind, ()))}
    infinitives = tuple(words.get("infinitives", ()))
    made: dict[str, Any] = {
        "language": language,
        "cues": Phrases(sorted(entries.items(), key=lambda e: -_KINDS.index(e[1])), language, table),
        "nouns": folded(p for p in nouns if " " not in p),
        "noun_forms": inflected(p for p in nouns if " " not in p)
        if not words["finite"]
        else folded(p for p in nouns if " " not in p),
        "acts": inflected(p for p in cues["act"] if " " not in p and "*" not in p),
        "commissive": inflected(words.get("commissive", ())),
        "nominal": inflected(words.get("nominal", ())),
        "policies": inflected(words["policies"]),
        "denials": inflected(words["denials"]),
        "governing": inflected(words["governing"]),
        "calls": inflected(words["calls"]),
        "attitudes": inflected(words["attitudes"]),
        "chants": inflected(words["chants"]),
        "questions": inflected(words["questions"]),
        "parenthetical": inflected(words["parenthetical"]),
        "complementisers": complementisers,
        "as_words": folded(cues["as"]),
        "listed": folded(p for p in entries if not p.endswith(infinitives)) if infinitives else frozenset(),
        "not_finite": (*infinitives, *words.get("attributes", ())),
        "pronouns": {fold(k, language): v for k, v in data["pronouns"].items()},
        "adjuncts": folded(cues["adjuncts"]),
        "addressees": folded(cues["addressees"]),
        "first_person": folded(w for w in words["first_person"] if not w.startswith("*")),
        "first_person_endings": tuple(w[1:] for w in words["first_person"] if w.startswith("*")),
    }
    # The rest stand in the file under their own names: properties always, words and endings where the language has any.
    for field in fields(Grammar):
        if field.name not in made:
            if field.type in ("bool", "int"):
                made[field.name] = words[field.name]
            else:
                made[field.name] = (folded if field.type == "frozenset[str]" else tuple)(words.get(field.name, ()))
    return Grammar(**made)
