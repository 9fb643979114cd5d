"""Short ways to read a made-up text in tests."""

from __future__ import annotations

from datetime import date

from press.article import Article
from press.reading.actors import mentions
from press.reading.attribution import statements
from press.reading.document import Document, Event, Mention, Statement
from press.reading.parse import parse
from press.text import quotes, sections
from press.text.words import tokenise


def read(text: str, language: str = "en", day: date | None = None) -> Document:
    """A text made ready, its actors found."""
    tokens, marks = tokenise(text, language), quotes.find(text)
    parts = sections.split(text, tokens, language, "", marks)
    document = Document(text, language, "", day, "", tokens, parts, quotes=marks)
    mentions.find(document)
    return document


def references(text: str, language: str = "en", day: date | None = None) -> list[Mention]:
    """The actors of a text, in its order."""
    return read(text, language, day).references


def names(text: str, language: str = "en", day: date | None = None) -> list[str]:
    """The names of the actors of a text, in its order."""
    return [m.name for m in references(text, language, day) if m.name]


def happenings(
    text: str, language: str = "en", title: str = "", published: date | None = date(2024, 10, 20)
) -> list[Event]:
    """The events of a text; it is published on a Sunday."""
    return parse(Article(text, title, language=language, published=published)).events


def told(text: str, language: str = "en", day: date | None = None) -> list[Statement]:
    """The statements of a text, in its order."""
    return statements.find(read(text, language, day))


def speakers(text: str, language: str = "en", day: date | None = None) -> list[str]:
    """Who makes the statements of a text, in its order."""
    return [s.speaker for s in told(text, language, day)]
