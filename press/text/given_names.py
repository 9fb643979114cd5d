"""Given names, in every case and alphabet: which words are some, and the gender that they tell.

The names are data, ``data/vocabulary/given_names.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from press.text.declension import decline, inflects
from press.text.words import Memo, fold
from press.vocabulary import LANGUAGES, read


@cache
def given_names() -> dict[str, dict[str, tuple[str, str]]]:
    """Given names by language and folded spelling: (canonical, gender)."""
    table: dict[str, dict[str, tuple[str, str]]] = {"en": {}, "sr": {}, "ru": {}, "uk": {}}
    for row in (*read("given_names")["names"], *read("given_names")["foreign_names"]):
        canonical, gender, *spellings = row
        for language, spelling in zip(("sr", "ru", "uk"), spellings, strict=False):
            for one in spelling.split("/"):
                if one:
                    table[language].setdefault(fold(one, language), (canonical, gender))
        for one in (canonical, *spellings[3:]):
            table["en"].setdefault(fold(one, "en"), (canonical, gender))
    for gender, english in read("given_names")["english"].items():
        for one in english:
            table["en"].setdefault(fold(one, "en"), (one, gender))
    return table


@cache
def foreign() -> frozenset[str]:
    """Given names, as they are shown, that are of no Slavic people, or also of others."""
    data = read("given_names")
    return frozenset(row[0] for row in data["foreign_names"]).union(*data["english"].values())


@cache
def case_forms(language: str) -> dict[str, list[str]]:
    """Folded case forms of given names to the folded nominatives that they may be of."""
    forms: dict[str, list[str]] = {key: [key] for key in given_names()[language]}
    if inflects(language):
        for key in given_names()[language]:
            for form in decline(key, language):
                if form != key:
                    forms.setdefault(form, []).append(key)
    return forms


_GIVEN = Memo(lambda word: any(fold(word, language) in case_forms(language) for language in LANGUAGES))


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of any language, in any case."""
    return _GIVEN[word]


def gender(name: str, language: str) -> str:
    """Gender of a person by the given name, else by the ending of the surname; '' where unknown."""
    words = name.split()
    if not words:
        return ""
    keys = case_forms(language).get(fold(words[0], language))
    if keys:
        return given_names()[language][keys[0]][1]
    last = fold(words[-1], language)
    if re.search(r"(ova|eva|ina|skaya|ska|ова|ева|ина|ая|ська)$", last) and len(words) > 1:
        return "f"
    return ""
