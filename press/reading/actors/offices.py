"""Offices and their holders: who was the Serbian president on a day, and what a person known only by an office is called.

Terms of office are data, ``data/vocabulary/offices.toml``; what an office is, and which are wider than it, stands in
``roles.toml``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache
from typing import NamedTuple

from press.reading.actors.known import clean, countries, persons
from press.reading.document import Mention
from press.vocabulary import read

#: Roles that are no office: nouns that take up an outlet, an institution or a document.
NOUNS = frozenset(role["id"] for role in read("roles")["role"] if "stands_for" in role)
#: Roles by which the head of an institution is named.
_HEADS = frozenset({"head", "leader", "director", "president", "minister"})
#: Words for an office of an organisation that mean the same.
_SAME = {"director": "head", "head": "president", "president": "head", "leader": "head"}
#: Offices that one person holds at a time.
_SINGLE = frozenset({"president", "prime_minister", "foreign_minister", "defence_minister", "interior_minister"})


class Office(NamedTuple):
    """A term of office."""

    name: str
    start: date
    end: date


@cache
def offices() -> dict[tuple[str, str], list[Office]]:
    """Terms of office by role identifier and country code or organisation."""
    table: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in read("offices")["office"]:
        for holder in office["holders"]:
            start, end = holder.get("from", date.min), holder.get("to", date.max)
            table[office["role"], office["of"]].append(Office(clean(holder["name"]), start, end))
    return table


@cache
def roles_of() -> dict[str, list[tuple[str, str, date, date]]]:
    """Offices by holder: (role, of, start, end)."""
    table: dict[str, list[tuple[str, str, date, date]]] = defaultdict(list)
    for (role, of), terms in offices().items():
        for term in terms:
            table[term.name].append((role, of, term.start, term.end))
    return table


@cache
def covers(role: str) -> frozenset[str]:
    """Words for a role that are wider than it: a foreign minister is a minister, a diplomat, an official."""
    return frozenset(next((r.get("wider", ()) for r in read("roles")["role"] if r["id"] == role), ()))


def holders(role: str, of: str, day: date | None) -> list[str]:
    """Who held an office on a day; all who ever did, latest first, where the day is unknown."""
    terms = offices().get((role, of), ())
    if day is None:
        return list(dict.fromkeys(t.name for t in reversed(list(terms))))
    return list(dict.fromkeys(t.name for t in terms if t.start <= day <= t.end))


def holders_of(role: str, of: str, day: date | None) -> list[str]:
    """Who held an office, or one that another word for it means, on a day."""
    return holders(role, of, day) or holders(_SAME.get(role, role), of, day)


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    """The English noun of each role, and its plural."""
    nouns: dict[str, tuple[str, str]] = {}
    for role in read("roles")["role"]:
        noun = role.get("noun", role["id"].replace("_", " "))
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        nouns.setdefault(role["id"], (noun, role.get("plural", plural)))
    return nouns


def described(role: str, of: str, several: bool = False) -> str:
    """Who is known only by an office, in English as the labels name him: "a Russian diplomat", "Russian diplomats"."""
    country = countries().get(of)
    one, more = _nouns().get(role, (role, role))
    held, _, noun = role.partition("_")
    if held in ("former", "future"):
        one, more = _nouns().get(noun, (noun, noun))
    else:
        held = ""
    words = [held, country["adjective"] if country else of, more if several else one]
    phrase = " ".join(w for w in words if w)
    if several:
        return phrase
    vowel = re.match(r"[AEIOaeio]|EU\b|u[bcdfgklmprstvw]", phrase) and not phrase.startswith("European ")
    return f"{'an' if vowel else 'a'} {phrase}"


def head_of(institution: str, role: str) -> str:
    """The role of who heads an institution: head of the foreign ministry = foreign minister."""
    if role not in _HEADS:
        return role
    if institution.endswith("_ministry"):
        return institution.removesuffix("_ministry") + "_minister"
    return {"government": "prime_minister", "parliament": "parliament_speaker"}.get(institution, role)


def name_holders(references: list[Mention], day: date | None) -> list[Mention]:
    """Mentions, with the holders named of roles that say of which country, by the day of publication."""
    present = {m.name for m in references if m.kind == "person"}
    out = []
    for m in references:
        if m.kind == "role" and m.country:
            name = ""
            for role in m.role.split("/"):
                candidates = [c for c in holders_of(role, m.country, day) if _fits(c, m.gender)]
                here = [c for c in candidates if c in present]
                if here:
                    name = here[0]
                elif len(candidates) == 1 or (candidates and day is not None and role in _SINGLE):
                    name = candidates[-1]
                if name:
                    break
            if name:
                person = persons().get(name)
                m = m._replace(
                    name=name, kind="person", gender=person.gender if person else m.gender,
                    country=person.country if person else m.country,
                )  # fmt: skip
        out.append(m)
    return out


def _fits(name: str, gender: str) -> bool:
    """Whether a person may be of a gender: a spokeswoman is no man."""
    person = persons().get(name)
    return not gender or person is None or person.gender in ("", gender)
