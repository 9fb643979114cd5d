"""Statements: who is reported to have said what."""

from __future__ import annotations

from .document import Document, Statement


def find(document: Document) -> list[Statement]:
    """The statements of a text, in its order."""
    return []
