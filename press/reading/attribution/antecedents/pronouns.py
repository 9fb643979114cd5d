"""Pronouns: whom he, she, they and it stand for, and a verb without a subject."""

from __future__ import annotations

from collections.abc import Callable

from press.reading.attribution.antecedents.offices import Offices
from press.reading.attribution.memory import Memory, Who
from press.reading.document import Mention

_REACH = 6  # sentences back in which a pronoun looks for its person
_NEAR = 2  # sentences back in which who spoke comes before who was named
_SPEAKERS = 4  # latest statements whose speakers are looked at
_BODIES = frozenset({"organisation", "outlet"})
_THINGS = frozenset({"organisation", "outlet", "state"})


class Pronouns:
    """Resolves the pronouns of a text from what it has told so far."""

    def __init__(self, memory: Memory, offices: Offices) -> None:
        self.memory, self.offices = memory, offices
        self.wording = memory.references.wording

    def person(
        self, gender: str, outside: list[Mention], before: int, may_be_subject: Callable[[Mention], bool]
    ) -> Who:
        """Whom a pronoun of a gender stands for, or a verb that tells no more than a gender.

        Parameters
        ----------
        gender : str
            'm', 'f' or '' where the words do not tell.
        outside : list of Mention
            Mentions of the sentence outside its quotations.
        before : int
            Token of the verb, before which the person is named.
        may_be_subject : callable
            Whether a mention can be a subject where it stands.
        """
        memory = self.memory
        spoken, subject = memory.spoken, memory.subject

        def fits(other: str) -> bool:
            return not gender or not other or other == gender

        earlier = [m for m in outside if m.kind == "person" and m.name and m.last <= before]
        here = next((m for m in earlier if fits(m.gender) and may_be_subject(m)), None)
        if here is None and (holder := self._holder(outside, before, may_be_subject)) and fits(holder.gender):
            return holder
        if here is None and subject is not None and memory.subject_at > memory.spoken_at and fits(subject.gender):
            return memory.who(subject)
        if spoken and memory.number - memory.spoken_at <= _NEAR:
            last = spoken[-1]
            if (last.kind == "person" and fits(last.gender)) or (not gender and self.wording.drops_subject):
                return last._replace(certain=True)
        if here is not None:
            return memory.who(here)
        if subject is not None and fits(subject.gender):
            return memory.who(subject)
        for who in reversed(spoken[-_SPEAKERS:]):
            if who.kind == "person" and fits(who.gender):
                return who._replace(certain=True)
        for m in (*reversed(earlier), *memory.earlier(("person",), _REACH)):
            if fits(m.gender):
                return memory.who(m)
        return memory.last()

    def _holder(self, outside: list[Mention], before: int, may_be_subject: Callable[[Mention], bool]) -> Who | None:
        """The person whom the sentence names by an office alone: the minister blamed those who, he said, …"""
        for m in outside:
            if m.kind == "role" and not m.name and not m.plural and m.last <= before and may_be_subject(m):
                who = self.offices.holder(m)
                return who if who.kind == "person" else None
        return None

    def several(self, outside: list[Mention], before: int) -> Who:
        """Whom "they" stands for: people named in the sentence, else the last body or group that spoke or was named."""
        memory = self.memory
        people = [m for m in outside if m.last <= before and m.plural]
        if people:
            return self.offices.speaker(people[0])
        if memory.spoken and memory.spoken[-1].kind != "person":
            return memory.spoken[-1]._replace(certain=True)
        m = next(memory.earlier(_BODIES), None)
        return memory.who(m) if m is not None else memory.last()

    def thing(self, outside: list[Mention], before: int) -> Who:
        """Whom "it" stands for: what spoke last, or was named last before a token."""
        memory = self.memory
        if memory.spoken and (memory.spoken[-1].kind in _THINGS or memory.spoken[-1].kind == "described"):
            return memory.spoken[-1]._replace(certain=True)
        here = [m for m in outside if m.kind in _THINGS and m.last <= before]
        subjects = [m for m in reversed(list(memory.earlier(_BODIES, 1))) if memory.references.may_be_subject(m)]
        m = here[-1] if here else subjects[0] if subjects else next(memory.earlier(_BODIES), None)
        return memory.who(m) if m is not None else memory.last()
