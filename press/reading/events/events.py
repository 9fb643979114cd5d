"""Events: what happened or is set to happen, with its type, day, actors and sentence.

Event coding from the sentence that reports it, in the line of CAMEO coders (Schrodt 2012). Words of
``data/vocabulary/events.toml`` propose a type for a sentence; a logistic regression then tells whether the sentence
reports such an event; what is chosen is dated and gets its participants.
"""

from __future__ import annotations

from press.reading.document import Document, Event, Statement
from press.reading.events.background import is_background, is_planned
from press.reading.events.candidates import Candidate, candidates
from press.reading.events.dating import date_of
from press.reading.events.model import choose
from press.reading.events.participants import participants
from press.reading.events.places import places_of
from press.text.dates import precision
from press.vocabulary import read


def types() -> dict[str, dict[str, str]]:
    """Label and CAMEO code of each event type, in the order of the vocabulary."""
    return {t["id"]: {"label": t["label"], "cameo": t["cameo"]} for t in read("events")["type"]}


def find(document: Document, statements: list[Statement]) -> list[Event]:
    """The events that a text reports, in the order of the text.

    One sentence may report several events, of different types. What further sentences tell of the same day and type is
    the same event, told again.
    """
    found: dict[tuple[object, ...], Event] = {}
    for c in choose(candidates(document, places_of(document, statements))):
        event = _event(document, c)
        again = (c.type, event.date) if event.date and c.type != "statement" else (c.type, event.date, c.start)
        found.setdefault(again, event)  # the likeliest sentence comes first
    return sorted(found.values(), key=lambda e: (e.start, e.end, e.type))


def _event(document: Document, c: Candidate) -> Event:
    iso, published = date_of(document, c), document.published
    planned, background = is_planned(c, iso, published), is_background(c, iso, published)
    if background and not c.place.dates:
        iso = ""  # an old fact without a date is not of the article's day
    return Event(c.type, c.start, c.end, iso, precision(iso), participants(document, c), background, planned)
