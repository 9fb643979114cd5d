"""Offices: the person that "the minister" stands for, the outlet or institution of "the paper", "the company"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property
from typing import Any

from press.reading.actors.known import persons
from press.reading.actors.offices import covers, described, holders, holders_of, roles_of
from press.reading.attribution.memory import Memory, Who
from press.reading.document import Mention
from press.vocabulary import read

_SPEAKERS = 6  # latest statements whose speakers are looked at
_NEAR = 3  # sentences back in which a noun takes up what spoke last
_STATES = 2  # states that a text speaks of most, whose offices need no country


class Offices:
    """Resolves the roles of a text that name nobody; what roles they are tells ``roles.toml``."""

    def __init__(self, memory: Memory) -> None:
        self.memory, self.references = memory, memory.references
        self.day = memory.references.document.published

    def speaker(self, m: Mention, gender: str = "") -> Who:
        """The speaker that a mention stands for; ``gender`` is what the verb tells of it."""
        if m.kind == "role" and not m.name:
            return self.holder(m._replace(gender=m.gender or gender))
        return self.memory.who(m)

    def holder(self, role: Mention) -> Who:
        """Whom a role stands for: the minister, the Russian president's adviser, the paper."""
        references = self.references
        surface = references.text[role.start : role.end]
        wanted = frozenset(role.role.split("/"))
        described = self._described(role, wanted, surface)
        plural = references.keys[role.last - 1].endswith(references.wording.noun_plurals)
        if (plural and not surface.isupper()) or not wanted.isdisjoint(roles_with("plural")):
            return described  # experts, officials, unofficial reports
        nouns = wanted & roles_with("stands_for").keys()
        if nouns:
            thing = self._thing(min(nouns), surface)
            wanted -= nouns
            if not wanted:
                return thing
            for office in sorted(wanted):  # the company's director
                found = holders_of(office, thing.name, self.day)
                if len(found) == 1:
                    return _person(found[0])._replace(surface=surface)
        who = self._person(role, wanted)
        return who._replace(surface=surface, certain=True) if who is not None else described

    def _described(self, role: Mention, wanted: frozenset[str], surface: str) -> Who:
        """The speaker by the words of an office where nobody is known to hold it."""
        name = surface[0].lower() + surface[1:]
        if self.references.wording.described_as_written:
            if role.country and not self.references.common_noun(self.references.keys[role.first]):
                name = surface
        elif wanted.isdisjoint(roles_with("stands_for")):
            name = described(role.role.split("/")[0], role.country)
            if not wanted.isdisjoint(roles_with("plural")):
                name = name.split(" ", 1)[1]  # demonstrators, without an article
        return Who(name, surface, role.country, "described", certain=True)

    def _person(self, role: Mention, wanted: frozenset[str]) -> Who | None:
        """Who holds one of the roles: somebody whom the text has named, else the one who can be meant."""

        def fits(who: Who) -> bool:
            return not role.gender or not who.gender or who.gender == role.gender

        spoken = [w for w in reversed(self.memory.spoken[-_SPEAKERS:]) if w.kind == "person" and fits(w)]
        if spoken and not role.country and not wanted.isdisjoint(roles_with("generic")):
            return spoken[0]
        people = spoken + [w for w in map(self.memory.who, self._named(role)) if fits(w)]
        for who in people:
            if holds(who.name, wanted, role.country, self.day):
                return who
        unlisted = (w for w in people if w.name not in roles_of())
        if role.country:
            return next((w for w in unlisted if w.country == role.country), None)
        return self._of_state(wanted) or next(unlisted, None)

    def _named(self, role: Mention) -> Iterator[Mention]:
        """Persons named before a role, whom the narrative was last about first."""
        if self.memory.subject is not None:
            yield self.memory.subject
        for m in reversed(self.memory.here):
            if m.kind == "person" and m.last <= role.first and m.name:
                yield m
        yield from self.memory.earlier(("person",))

    def _of_state(self, wanted: frozenset[str]) -> Who | None:
        """Who holds an office in a state that the text speaks of most, and nobody else can be meant."""
        offices = sorted(wanted & roles_with("of_state").keys())
        for state in self._main_states if offices else ():
            for office in offices:
                found = holders(office, state, self.day)
                if len(found) == 1:
                    return _person(found[0])
        return None

    @cached_property
    def _main_states(self) -> list[str]:
        names = Counter(m.country for m in self.references.mentions if m.country)
        return [c for c, _ in names.most_common(_STATES)]

    def _thing(self, noun: str, surface: str) -> Who:
        """The outlet or institution that "the paper", "the company", "the document" stands for."""
        memory, kinds = self.memory, roles_with("stands_for")[noun]
        if memory.spoken and memory.spoken[-1].kind in kinds and memory.number - memory.spoken_at <= _NEAR:
            return memory.spoken[-1]._replace(surface=surface, certain=True)
        text = self.references.text
        here = next((m for m in memory.here if m.kind in kinds and text.find(surface, m.end) >= 0), None)
        m = here if here is not None and here.name else next(memory.earlier(kinds), None)
        if m is not None:
            return memory.who(m)._replace(surface=surface)
        kind = "outlet" if "outlet" in kinds else "described"
        return Who(surface[0].lower() + surface[1:], surface, "", kind, certain=True)


def _person(name: str) -> Who:
    """A person of the vocabulary as a speaker."""
    person = persons().get(name)
    if person is None:
        return Who(name, name, kind="person", certain=True)
    return Who(name, name, person.country, "person", gender=person.gender, certain=True)


def holds(name: str, wanted: frozenset[str], country: str, day: date | None) -> bool:
    """Whether a person of the vocabulary holds one of the roles on a day, or one that such a role covers."""
    for role, of, start, end in roles_of().get(name, ()):
        if country and of != country:
            continue
        if day is not None and not start <= day < end:
            continue
        if role in wanted or wanted & covers(role):
            return True
    return False


@cache
def roles_with(trait: str) -> dict[str, Any]:
    """The roles that have a trait in ``roles.toml``, and its value: ``roles_with("stands_for")["body_noun"]``."""
    return {role["id"]: role[trait] for role in read("roles")["role"] if trait in role}
