"""Wording: the words and endings by which a language tells who speaks, compiled from ``[speakers]`` of its vocabulary."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from press.text.words import fold
from press.vocabulary import read


class Wording(NamedTuple):
    """Words and endings of a language, folded; what each is for stands in the vocabulary file.

    What a language does not have is empty or False, and the rules that need it do not apply.
    """

    subjects: str
    described_as_written: bool
    drops_subject: bool
    #: Gender by word: his, according to him.
    owners: dict[str, str]
    #: One word for all that name the same office.
    titles: dict[str, str]
    #: Words before an office that its holder does not have now, and the English ones: former, future.
    not_holding: dict[str, str]
    #: Endings by the gender that they tell.
    past: dict[str, tuple[str, ...]]
    feminine_nouns: tuple[str, ...]
    gerunds: tuple[str, ...]
    common_plurals: tuple[str, ...]
    noun_plurals: tuple[str, ...]
    plural_verbs: tuple[str, ...]
    impersonal_verbs: tuple[str, ...]
    adverbs: frozenset[str]
    articles: frozenset[str]
    before_names: frozenset[str]
    common: frozenset[str]
    continuing: frozenset[str]
    contracted: frozenset[str]
    definite: frozenset[str]
    governing: frozenset[str]
    impersonal: frozenset[str]
    no_describing: frozenset[str]
    joins: frozenset[str]
    nobody: frozenset[str]
    noun_links: frozenset[str]
    objective: frozenset[str]
    offices_of: frozenset[str]
    openers: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    posts: frozenset[str]
    quoting: frozenset[str]
    singulars: frozenset[str]
    time_prepositions: frozenset[str]
    times: frozenset[str]


@cache
def wording(language: str) -> Wording:
    """The wording of a vocabulary language, compiled."""
    data = read(f"languages/{language}")["speakers"]

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(w, language) for w in data.get(key, ()))

    def endings(items: list[str]) -> tuple[str, ...]:
        return tuple(fold(e, language) for e in items)

    lists = (
        "adverbs", "articles", "before_names", "common", "continuing", "contracted", "definite", "governing", "impersonal", "joins",
        "no_describing", "nobody", "noun_links", "objective", "offices_of", "openers", "people", "places", "posts", "quoting", "singulars",
        "time_prepositions", "times",
    )  # fmt: skip
    return Wording(
        subjects=data["subjects"],
        described_as_written=data.get("described_as_written", False),
        drops_subject=data.get("drops_subject", False),
        owners={fold(word, language): gender for word, gender in data.get("owners", {}).items()},
        titles=data.get("titles", {}),
        not_holding={fold(w, language): shown for shown, ws in data.get("not_holding", {}).items() for w in ws},
        past={gender: endings(e) for gender, e in data.get("past", {}).items()},
        feminine_nouns=endings(data.get("feminine_nouns", [])),
        gerunds=endings(data.get("gerunds", [])),
        common_plurals=endings(data.get("common_plurals", [])),
        noun_plurals=endings(data.get("noun_plurals", [])),
        plural_verbs=endings(data.get("plural_verbs", [])),
        impersonal_verbs=endings(data.get("impersonal_verbs", [])),
        **{key: words(key) for key in lists},
    )
