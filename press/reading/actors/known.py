"""The actors that the vocabulary knows, as tables: persons, states, institutions, organisations, outlets.

:func:`phrases` has everything of them that can stand in a text of a language; a phrase may have several readings
(:class:`Entry`), of which :mod:`press.reading.actors.mentions` takes the one that fits.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from press.text import declension
from press.text.phrases import Phrases
from press.text.words import key, tokenise
from press.vocabulary import forms, read

#: Order in which readings of one phrase are tried.
_KINDS = (
    "person",
    "organisation",
    "country",
    "institution",
    "role",
    "adjective",
    "people",
    "outlet",
    "surname",
)


class Entry(NamedTuple):
    """What a phrase of the vocabulary may stand for."""

    kind: str
    name: str  # canonical name, country code, institution or role identifier
    country: str = ""
    gender: str = ""
    ambiguous: bool = False
    base: str = ""  # folded nominative


class Person(NamedTuple):
    """A person of the vocabulary."""

    name: str
    country: str
    gender: str


class Spelled(NamedTuple):
    """A row of ``persons.toml``: spellings by language, and whether the surname alone is too common to count."""

    name: str
    country: str
    gender: str
    spellings: dict[str, list[str]]
    full: bool


@cache
def spelled() -> list[Spelled]:
    """The rows of ``persons.toml``; | in a spelling marks where the surname begins."""
    rows = []
    for line in read("persons")["persons"].splitlines():
        cells = [cell.strip() for cell in line.split(";")]
        name, country, gender, ru, uk, sr, en, full = (cells + [""] * 8)[:8]
        spellings = {k: v.split("/") if v else [] for k, v in (("ru", ru), ("uk", uk), ("sr", sr), ("en", en))}
        rows.append(Spelled(name, country, gender, spellings, full == "full"))
    return rows


def clean(name: str) -> str:
    """A name without the mark of where the surname begins."""
    return name.replace("|", "")


@cache
def persons() -> dict[str, Person]:
    """Persons of the vocabulary by canonical name."""
    return {clean(p.name): Person(clean(p.name), p.country, p.gender) for p in spelled()}


@cache
def countries() -> dict[str, dict[str, Any]]:
    """Countries of the vocabulary by ISO code."""
    return {c["code"]: c for c in read("countries")["country"]}


@cache
def homes() -> dict[str, str]:
    """Code of the country where a language is at home: whose ministry "the ministry" is."""
    return {c["home_of"]: c["code"] for c in read("countries")["country"] if "home_of" in c}


@cache
def institutions() -> dict[str, str]:
    """Name patterns of institutions by identifier, such as "{adjective} Foreign Ministry"."""
    return {i["id"]: i["name"] for i in read("institutions")["institution"]}


@cache
def named_with_country(language: str) -> frozenset[str]:
    """Institutions that a language names only beside their country: "officials" alone are nobody's."""
    return frozenset(i["id"] for i in read("institutions")["institution"] if language in i.get("with_country", ()))


@cache
def organisations() -> dict[str, dict[str, Any]]:
    """Organisations of the vocabulary by canonical name."""
    return {o["name"]: o for o in read("organisations")["organisation"]}


@cache
def outlets() -> frozenset[str]:
    """Canonical names of the vocabulary's outlets, as they speak."""
    return frozenset(o.get("speaker", o["name"]) for o in read("outlets")["outlet"])


def kind_of(name: str) -> str:
    """The kind of an actor of the vocabulary by canonical name; '' where it has none of that name."""
    if name in persons():
        return "person"
    if any(country["name"] == name for country in countries().values()):
        return "state"
    if name in organisations():
        return "organisation"
    return "outlet" if name in outlets() else ""


@cache
def phrases(language: str) -> Phrases[tuple[Entry, ...]]:
    """Everything of the vocabulary that can stand in a text of a language, in one table."""
    # Thousands of small tuples that all stay: collecting garbage among them takes a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _build(language)
    finally:
        if collecting:
            gc.enable()


def _build(language: str) -> Phrases[tuple[Entry, ...]]:
    common = _Builder(language)
    for country in read("countries")["country"]:
        words = country.get(language, {})
        code = country["code"]
        for field, kind in (
            ("nouns", "country"),
            ("metonyms", "country"),
            ("adjectives", "adjective"),
            ("people", "people"),
        ):
            for phrase in words.get(field, ()):
                common.add(phrase, Entry(kind, code, code))
    for institution in read("institutions")["institution"]:
        for phrase in institution.get(language, ()):
            common.add(phrase, Entry("institution", institution["id"]))
    for role in read("roles")["role"]:
        for phrase in role.get(language, ()):
            common.add(phrase, Entry("role", role["id"], role.get("of", "")))
        for phrase in role.get("feminine", {}).get(language, ()):
            common.add(phrase, Entry("role", role["id"], role.get("of", ""), gender="f"))
    for organisation in read("organisations")["organisation"]:
        entry = Entry("organisation", organisation["name"], organisation.get("country", ""))
        for phrase in dict.fromkeys(
            [organisation["name"], *organisation.get(language, ()), *organisation.get("en", ())]
        ):
            common.add(phrase, entry)
    for outlet in read("outlets")["outlet"]:
        entry = Entry("outlet", outlet.get("speaker", outlet["name"]), outlet.get("country", ""))
        for phrase in dict.fromkeys([outlet["name"], *outlet.get("names", ())]):
            common.add(phrase, entry)
    for person in spelled():
        entry = Entry("person", clean(person.name), person.country, person.gender, person.full)
        own, english, serbian = (person.spellings[k] for k in (language, "en", "sr"))
        for alias in dict.fromkeys([person.name, *own, *english, *serbian]):
            common.add_person(alias, entry)
    return common.phrases()


#: Serbian letters as Russian outlets write them in English: Vuchich, Dachich.
_HEARD = str.maketrans({"č": "ch", "ć": "ch", "š": "sh", "ž": "zh", "Č": "Ch", "Ć": "Ch", "Š": "Sh", "Ž": "Zh"})


class _Builder:
    """Collects the phrases of one language and what each may stand for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.entries: dict[str, list[Entry]] = defaultdict(list)
        self.common_forms = forms(language)
        self.declined: set[str] = set()
        habits = read(f"languages/{language}")["names"]
        self.middle_names: bool = habits["middle_names"]
        self.also_written: dict[str, str] = habits.get("also_written", {})

    def add(self, phrase: str, entry: Entry) -> None:
        phrase = " ".join(phrase.replace("-", " - ").split()) if " - " in phrase else phrase
        # Phrases are cut into words as a text is.
        words = [w for part in phrase.split() for w in _words(part, self.language)]
        if words:
            self.entries[" ".join(words)].append(entry._replace(base=" ".join(w.rstrip("*?") for w in words)))
            if (
                entry.kind in ("organisation", "outlet")
                and len(words) == 1
                and not phrase.endswith("*")
                and not phrase.isupper()
            ):
                self.declined.add(words[0])

    def add_person(self, alias: str, entry: Entry) -> None:
        self._add_spelling(alias, entry)
        if "-" in alias:
            self._add_spelling(alias.replace("-", " "), entry)  # Botsan Kharchenko
        if self.language == "en" and not alias.isascii():
            heard = alias.translate(_HEARD)
            if heard != alias:
                self._add_spelling(heard, entry)
        for letter, other in self.also_written.items():
            if letter in alias.lower():
                self._add_spelling(alias.replace(letter, other).replace(letter.upper(), other.upper()), entry)

    def _add_spelling(self, alias: str, entry: Entry) -> None:
        _given, _mark, surname = alias.rpartition("|") if "|" in alias else alias.rpartition(" ")
        words = [w for part in clean(alias).split() for w in _words(part, self.language)]
        last = [w for part in surname.split() for w in _words(part, self.language)]
        self.declined.update(words)
        if not words:
            return
        entry = entry._replace(base=" ".join(words))
        self.entries[entry.base].append(entry)
        if len(words) == 2 and last != words and len(words[0]) > 1 and self.middle_names:
            self.entries[f"{words[0]} _ {words[1]}"].append(entry)
        if last and last != words:
            self.entries[" ".join(last)].append(entry._replace(kind="surname", base=" ".join(last)))

    def phrases(self) -> Phrases[tuple[Entry, ...]]:
        def word_forms(key: str) -> Iterable[str]:
            if key in self.declined:
                return declension.decline(key, self.language)
            return self.common_forms(key)

        def root(key: str) -> str:
            return declension.root(key, self.language) if key in self.declined else ""

        ordered = []
        for phrase, entries in self.entries.items():
            if len(entries) > 1:
                entries = sorted(dict.fromkeys(entries), key=lambda e: _KINDS.index(e.kind))
            ordered.append((phrase, tuple(entries)))
        return Phrases(ordered, self.language, word_forms, root)


@cache
def _words(part: str, language: str) -> list[str]:
    """The words of a vocabulary phrase, cut as a text is cut, with their ``*`` and ``?``."""
    mark = part[-1] if part[-1] in "*?" and len(part) > 1 else ""
    if part == "_":
        return ["_"]
    if part.isalpha():
        return [key(part, language)]
    keys = tokenise(part.rstrip("*?"), language).keys
    return [*keys[:-1], keys[-1] + mark] if keys else []
