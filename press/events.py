"""Events: what happened or is set to happen, with its type, day, actors and sentence."""

from __future__ import annotations

from .document import Document, Event, Statement


def find(document: Document, statements: list[Statement]) -> list[Event]:
    """The events that a text reports, in the order of the text."""
    return []
