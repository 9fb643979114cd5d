"""Neighbours make one actor: "МВД Сербии" is the Serbian Interior Ministry, "the head of Gazprom" an office.

What stands side by side is joined: a country and an institution, an office and whose it is, an office and the person
who holds it, who then speaks for himself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from press.reading.actors import names
from press.reading.actors.known import Entry, countries, homes, institutions, named_with_country, organisations
from press.reading.actors.offices import NOUNS, head_of
from press.reading.document import Document, Mention
from press.reading.wording import wording
from press.text import declension
from press.text.words import fold
from press.vocabulary import read

#: Roles that are held in another country: the ambassador to Serbia is not Serbia's.
_POSTED = frozenset({"ambassador", "envoy", "diplomat"})
#: Roles that an outlet has.
_OF_OUTLETS = frozenset({"interlocutor", "source"})
_STOPS = frozenset(".,;:!?()[]—–\n")


class Found(NamedTuple):
    """A phrase of the vocabulary in a text, tokens ``first`` to ``last`` (exclusive), with the reading that fits."""

    first: int
    last: int
    entry: Entry
    nominative: bool
    possessive: bool


def compose(found: list[Found], document: Document, language: str) -> list[Mention]:
    """The actors that phrases name together, in the order of the text; ``language`` is that of the vocabulary."""
    return _Composer(found, document, language).read()


@cache
def _possessives(language: str) -> frozenset[str]:
    return frozenset(fold(w, language) for w in read(f"languages/{language}")["grammar"]["its"])


class _Composer:
    """Joins the phrases of one text from left to right.

    A method that reads a phrase takes its index in ``found``, adds to ``out`` what it names, and returns the index
    after the last phrase that it used.
    """

    def __init__(self, found: list[Found], document: Document, language: str) -> None:
        self.found, self.text, self.tokens = found, document.text, document.tokens
        self.out: list[Mention] = []
        self.sentences = [s.start for s in document.sentences]
        lists = names.lists(language)
        self.links, self.nouns_describe = lists["role_links"], lists["nouns_describe"]
        self.possessives = _possessives(language)
        self.wording, self.inflects = wording(language), declension.inflects(language)
        self.with_country = named_with_country(language)
        self.home = homes().get(document.language, "")
        counts = Counter(f.entry.name for f in found if f.entry.kind in ("country", "adjective"))
        #: The country that the text names most.
        self.dominant = counts.most_common(1)[0][0] if counts else self.home

    def read(self) -> list[Mention]:
        """Go through all phrases."""
        read_by_kind: dict[str, Callable[[int], int]] = {
            "country": self.country, "adjective": self.country, "people": self.country,
            "institution": self.institution, "organisation": self.organisation,
            "role": self.role, "person": self.person, "outlet": self.outlet,
        }  # fmt: skip
        i, n = 0, len(self.found)
        while i < n:
            i = read_by_kind[self.found[i].entry.kind](i)
        return self.out

    def add(self, f: Found, used: int, name: str, kind: str, whose: Found | None = None, **more: Any) -> int:
        """Add what a phrase names, in the case in which it stands, from ``whose`` it is to the last phrase used."""
        first, last = (whose or f).first, self.found[used - 1].last
        self.out.append(
            Mention(
                name, kind, self.tokens.starts[first], self.tokens.ends[last - 1], first, last,
                nominative=f.nominative, possessive=f.possessive, **more,
            )
        )  # fmt: skip
        return used

    def near(self, a: Found, b: Found, most: int = 2) -> bool:
        """Whether nothing stands between two phrases but at most so many prepositions and articles that join them."""
        tokens = self.tokens
        return (
            b.first - a.last <= most
            and not _STOPS.intersection(self.text[tokens.ends[a.last - 1] : tokens.starts[b.first]])
            and self.links.issuperset(tokens.keys[a.last : b.first])
        )

    def next(self, used: int, *kinds: str, most: int = 2) -> Found | None:
        """The phrase after those used, where it is near and of one of these kinds."""
        if used < len(self.found):
            following = self.found[used]
            if following.entry.kind in kinds and self.near(self.found[used - 1], following, most):
                return following
        return None

    def antecedent(self, first: int) -> str:
        """Whose "its president" is: the first state of the sentence that owns nothing, else the one named last."""
        if first == 0 or self.tokens.keys[first - 1] not in self.possessives:
            return ""
        sentences = self.sentences
        states = [m for m in self.out[-12:] if m.kind == "state"]
        begin = sentences[bisect_right(sentences, self.tokens.starts[first]) - 1] if sentences else 0
        here = [m for m in states if m.start >= begin and not m.possessive]
        return here[0].country if here else states[-1].country if states else ""

    def person(self, i: int) -> int:
        """A person by name."""
        f = self.found[i]
        return self.add(f, i + 1, f.entry.name, "person", country=f.entry.country, gender=f.entry.gender)

    def outlet(self, i: int) -> int:
        """An outlet by name."""
        f = self.found[i]
        return self.add(f, i + 1, f.entry.name, "outlet", country=f.entry.country)

    def organisation(self, i: int) -> int:
        """An organisation by name, or the office of it that follows: the Kremlin's press secretary."""
        f = self.found[i]
        if f.possessive or self.nouns_describe:
            following = self.next(i + 1, "role", most=0)
            if following and following.entry.name not in NOUNS:
                return self.role(i + 1, f)
        state = organisations().get(f.entry.name, {}).get("kind") == "state"
        return self.add(f, i + 1, f.entry.name, "state" if state else "organisation", country=f.entry.country)

    def country(self, i: int) -> int:
        """A country by its name, its adjective or its people, or the institution or office of it that follows."""
        f = self.found[i]
        kind, code = f.entry.kind, f.entry.name
        beside = kind == "country" and self.nouns_describe  # the US ambassador
        if kind == "adjective" or (kind == "country" and f.possessive) or beside:
            owned = kind == "adjective" or f.possessive
            following = self.next(i + 1, "institution", "role", most=2 if owned else 0)
            if following:
                return self.institution(i + 1, f) if following.entry.kind == "institution" else self.role(i + 1, f)
        country = countries()[code]
        if kind == "country":
            self.add(f, i + 1, country["name"], "state", country=code)
        elif kind == "people":
            self.add(f, i + 1, country.get("people_name", country["adjective"] + "s"), "group", country=code)
        return i + 1

    def institution(self, i: int, whose: Found | None = None) -> int:
        """Name an institution by its country: ``whose`` it is, else the one after it, else what the text tells."""
        f, used = self.found[i], i + 1
        country = whose.entry.name if whose else ""
        if not whose:
            if following := self.next(used, "country"):
                country, used = following.entry.name, used + 1
            elif f.entry.name in self.with_country:
                return used  # of nobody knows where: a described source
        pattern = institutions()[f.entry.name]
        place = ""
        if "{place}" in pattern and (following := self.next(used, "country")):
            place, used = following.entry.name, used + 1  # the US embassy in Belgrade
        if not country and "{" in pattern:
            # The same kind of institution named before in this article, else the home country.
            tail = pattern.replace("{adjective}", "").partition("{place}")[0].strip()
            before = [m for m in self.out[-60:] if m.kind == "organisation" and tail in m.name]
            if before:
                return self.add(f, used, before[-1].name, "organisation", country=before[-1].country)
            ministry = f.entry.name.endswith("_ministry")
            country = self.home if self.home and ministry else self.dominant
        if "{" not in pattern:
            return self.add(f, used, pattern, "organisation", whose)  # European officials
        if data := countries().get(country):
            # Where nothing tells, an embassy is in the other of the two countries that the project is about.
            host = countries()[place or ("RU" if country == "RS" else "RS")]["name"]
            name = (
                pattern.replace("{adjective}", data["adjective"])
                .replace("{place}", host)
                .replace("{country}", data["name"])
            )
            self.add(f, used, name, "organisation", whose, country=country)
        return used

    def role(self, i: int, whose: Found | None = None) -> int:
        """Keep a role as a reference to a person, or leave it to the person it stands beside.

        ``whose`` is the country or organisation before it that has the office.
        """
        f = self.found[i]
        if f.entry.name in NOUNS and self.next(i + 1, "organisation", "outlet", "institution", most=0):
            return i + 1  # the watchdog CRTA, saopštenje vlade: the name follows and speaks for itself
        roles, used, head = self._chain(i)
        gender = next((r.entry.gender for r in self.found[i:used] if r.entry.gender), "")
        of = whose.entry.name if whose else f.entry.country
        if following := self.next(used, "country", "organisation", "adjective", most=3):
            if following.entry.kind != "adjective":
                posted = roles[-1] in _POSTED and self.tokens.keys[following.first - 1] in self.wording.posts
                of, used = of if whose or posted else following.entry.name, used + 1
                if following.possessive and (within := self.next(used, "organisation", most=0)):
                    of, used = within.entry.name, used + 1  # the leader of Serbia's Liberal Democratic Party
            elif not whose and used + 1 < len(self.found) and self.found[used + 1].entry.kind == "institution":
                of, used = following.entry.name, used + 2  # глава сербского МИД: the role of an institution
        elif roles[-1] in _OF_OUTLETS and (following := self.next(used, "outlet", most=0)):
            of, used = following.entry.name, used + 1  # sagovornici Danasa
        elif inner := self.next(used, "institution"):
            roles, used = [head_of(inner.entry.name, roles[0])], used + 1
            if following := self.next(used, "country"):
                of, used = following.entry.name, used + 1
        if self.next(used, "person", most=1):
            return used  # "President Vučić": the name follows and speaks for itself
        of = of or self.antecedent((whose or f).first)
        before = (whose or f).first - 1
        if before >= 0 and self.tokens.keys[before] in self.wording.not_holding:
            roles = [f"{self.wording.not_holding[self.tokens.keys[before]]}_{roles[0]}"]  # the former minister
        if "spokesperson" in roles and "president" in roles:
            # the Russian president's press secretary speaks for the Kremlin
            roles, of = ["spokesperson"], "Kremlin" if of == "RU" else of
        return self.add(
            f, used, "", "role", whose, country=of, role="/".join(roles), gender=gender, plural=self.plural(head)
        )

    def plural(self, f: Found) -> bool:
        """Whether an office stands in the plural, by the ending of its noun: officials, чиновники."""
        keys, wording = self.tokens.keys, self.wording
        if f.entry.gender == "f" and not keys[f.first].endswith(wording.common_plurals):
            return False  # урядовиці is a genitive more often; zvaničnici are men, too
        if self.inflects:
            return (
                f.entry.name not in NOUNS
                and keys[f.first].endswith(wording.noun_plurals)
                and keys[f.first] not in wording.singulars
            )
        ends = {keys[f.first], keys[f.last - 1]}
        return any(k.endswith(wording.noun_plurals) for k in ends) and not self.tokens.words[f.first].isupper()

    def _chain(self, i: int) -> tuple[list[str], int, Found]:
        """Roles that stand together, of a possessive one only what it has (the president's adviser); and the head of them."""
        head = self.found[i]
        roles, used = [head.entry.name], i + 1
        if roles[0] == "journalist":
            return roles, used, head  # rekao je novinarima portparol: whom one speaks to is no part of an office
        while used < len(self.found) and (following := self.found[used]).entry.kind == "role":
            before = self.found[used - 1]
            noun = following.entry.name in NOUNS and not before.possessive  # the chief of the service
            if not self.near(before, following, 2 if noun else 0):
                break
            used += 1
            if before.possessive and following.entry.name == "document_noun":
                continue  # the ministry's statement speaks for the ministry
            if before.possessive:
                roles.clear()
                head = following
            roles.append(following.entry.name)
        return roles, used, head
