"""Actors: persons, states and organisations named in a text, under one canonical name."""

from __future__ import annotations

from .document import Document


def find(document: Document) -> None:
    """Fill ``document.mentions``."""
