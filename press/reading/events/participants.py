"""Participants: the actors of an event."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from press.reading.actors.known import countries
from press.reading.document import Document
from press.reading.events.candidates import Candidate
from press.vocabulary import read

_MOST_ACTORS = 4
_BACK = 12  # names before the sentence among which the other person is sought


@cache
def _parts() -> dict[str, tuple[list[str], int]]:
    """Of each type the kinds of names that take part, and how many persons it takes at least."""
    return {t["id"]: (t["actors"], t.get("persons", 0)) for t in read("events")["type"]}


def participants(document: Document, c: Candidate) -> tuple[str, ...]:
    """Who takes part: names of the sentence of the kinds that such an event has; of a statement its speaker."""
    place = c.place
    if c.type == "statement" and (speaker := next((s.speaker for s in place.speech if s.speaker), "")):
        return (speaker,)
    kinds, persons = _parts()[c.type]
    mentions = place.mentions
    names = dict.fromkeys(m.name for kind in kinds for m in mentions if m.kind == kind)
    if not names:
        for kind in ("person", "organisation", "state"):
            names |= dict.fromkeys(m.name for m in mentions if m.kind == kind)
        names = dict.fromkeys(list(names)[:2])
    if c.type == "statement":
        return tuple(names)[:1]
    if sum(m.kind == "person" for m in mentions if m.name in names) < persons:
        k = bisect_left(document.mentions, place.sentence.start, key=lambda m: m.start)
        before = (m.name for m in reversed(document.mentions[max(0, k - _BACK) : k]) if m.kind == "person")
        if other := next((name for name in before if name not in names), ""):
            names[other] = None
    if "state" in kinds and kinds[0] != "person" and len(names) < 2:
        by_code = countries()
        for m in mentions:
            if m.country in by_code and len(names) < 2:
                names[by_code[m.country]["name"]] = None
    return tuple(names)[:_MOST_ACTORS]
