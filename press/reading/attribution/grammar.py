"""Grammar of attribution: the cues and closed classes of words of a language, compiled from the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from press.text.words import Phrases, fold
from press.vocabulary import forms, read


class Cue(NamedTuple):
    """A cue in the text: tokens ``first``-``last``, its class and its words."""

    first: int
    last: int
    kind: str
    text: str


class Grammar(NamedTuple):
    """Closed-class words of a language, folded; what each class is for stands in the vocabulary file."""

    language: str
    cues: Phrases[str]
    complementisers: frozenset[str]
    plain_complementisers: frozenset[str]
    near_complementisers: frozenset[str]
    comma_before: bool
    conjunctions: frozenset[str]
    chains: frozenset[str]
    goes_on: frozenset[str]
    prepositions: frozenset[str]
    blocks: frozenset[str]
    passive: frozenset[str]
    transmit: frozenset[str]
    media: frozenset[str]
    relative: frozenset[str]
    tell: frozenset[str]
    determiners: frozenset[str]
    adjuncts: frozenset[str]
    addressees: frozenset[str]
    pronouns: dict[str, dict[str, object]]
    objects: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    superlatives: frozenset[str]
    times: frozenset[str]
    openers: frozenset[str]
    perfect: frozenset[str]
    participles: frozenset[str]
    told: frozenset[str]
    subordinate: frozenset[str]
    nouns: frozenset[str]
    acts: frozenset[str]
    no_cues: frozenset[str]
    not_finite: tuple[str, ...]
    gerunds: tuple[str, ...]
    listed: frozenset[str]
    homographs: frozenset[str]
    finite: frozenset[str]
    zero: frozenset[str]
    intransitive: frozenset[str]
    inverted: frozenset[str]
    commissive: frozenset[str]
    nominal: frozenset[str]
    policies: frozenset[str]
    as_words: frozenset[str]
    first_person: frozenset[str]
    first_person_endings: tuple[str, ...]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a vocabulary language, compiled."""
    data = read(f"languages/{language}")
    words, cues = data["grammar"], data["cues"]

    def folded(items: list[str]) -> frozenset[str]:
        return frozenset(fold(w, language) for w in items)

    complementisers = folded(cues["complementisers"])

    def table(key: str) -> Iterable[str]:
        """Inflected forms, but that is never those."""
        return () if key in complementisers else forms(language)(key)

    def inflected(items: list[str]) -> frozenset[str]:
        keys = folded(items)
        return keys.union(*(table(key) for key in keys))

    entries: dict[str, str] = {}
    nouns: list[str] = []
    for kind in ("none", "cataphor", "according", "noun", "act", "think", "say"):
        for phrase in cues.get(kind, ()):
            if kind == "noun" and fold(phrase.split()[-1], language) in complementisers:
                phrase = phrase.rsplit(" ", 1)[0]
            if kind == "noun":
                nouns.append(phrase)
            entries[phrase] = kind if kind != "act" or entries.get(phrase) != "say" else "say"
    infinitives = tuple(words.get("infinitives", []))
    not_finite = (*infinitives, *words.get("attributes", []))
    classes = (
        "conjunctions", "chains", "goes_on", "prepositions", "blocks", "passive", "transmit", "media", "relative", "tell",
        "determiners", "objects", "auxiliaries", "adverbs", "no_cues", "homographs", "finite", "zero", "inverted", "intransitive", "superlatives", "subordinate", "times", "openers", "perfect", "participles", "told",
        "plain_complementisers", "near_complementisers",
    )  # fmt: skip
    return Grammar(
        language=language,
        cues=Phrases(entries.items(), language, table),
        complementisers=complementisers,
        adjuncts=folded(cues["adjuncts"]),
        addressees=folded(cues["addressees"]),
        as_words=folded(cues["as"]),
        pronouns={fold(k, language): v for k, v in data["pronouns"].items()},
        comma_before=words.get("comma_before_complementiser", False),
        not_finite=not_finite,
        gerunds=tuple(words.get("gerunds", [])),
        nouns=frozenset(fold(p, language) for p in nouns if " " not in p),
        acts=inflected([p for p in cues["act"] if " " not in p and "*" not in p]),
        listed=frozenset(fold(k, language) for k in entries if not k.endswith(infinitives))
        if infinitives
        else frozenset(),
        commissive=inflected(words.get("commissive", [])),
        nominal=inflected(words.get("nominal", [])),
        policies=inflected(words["policies"]),
        first_person=folded([w for w in words["first_person"] if w[0] != "*"]),
        first_person_endings=tuple(w[1:] for w in words["first_person"] if w[0] == "*"),
        **{k: folded(words.get(k, [])) for k in classes},
    )


class AuthorWords:
    """The author's words inside a speech, as :mod:`press.text.inserted` asks for them: — …, — said Sample. — …"""

    def __init__(self, grammar: Grammar, keys: list[str]) -> None:
        self.grammar, self.keys = grammar, keys
        self.never_first = (
            grammar.conjunctions | grammar.complementisers | grammar.relative | grammar.subordinate
        ) - grammar.as_words

    def says(self, first: int, last: int) -> bool:
        """Whether a verb of saying, or a phrase such as "according to", begins among the tokens."""
        return self._cue(first, last) is not None

    def frames(self, first: int, last: int) -> bool:
        """Whether the tokens may begin a clause that says who speaks, and not what is said."""
        if self.keys[first] in self.never_first:
            return False
        cue = self._cue(first, last)
        return cue is not None and self.grammar.complementisers.isdisjoint(self.keys[cue + 1 : cue + 4])

    def _cue(self, first: int, last: int) -> int | None:
        """The first finite verb of saying that is not in the first person; one of thought or action must begin the clause."""
        g, keys = self.grammar, self.keys
        for i in range(first, min(last, len(keys))):
            hit = g.cues.at(keys, i)
            if hit is None or keys[i] in g.no_cues or keys[i].endswith(g.first_person_endings):
                continue
            if hit.value not in ("say", "according") and not (hit.value in ("think", "act") and i <= first + 1):
                continue
            if g.not_finite and keys[i].endswith(g.not_finite) and keys[i] not in g.listed:
                continue
            if g.first_person.isdisjoint(keys[first : i + 3]):
                return i
        return None
