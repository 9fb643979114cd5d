"""A text made ready for reading: tokens, sentences and sections, shared by all steps of the parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from press.text.offsets import Traced
from press.text.quotes import Quote
from press.text.sections import Sentence
from press.text.words import Tokens


class Mention(NamedTuple):
    """An actor in the text: characters ``start``-``end``, tokens ``first``-``last`` (exclusive).

    ``kind`` is ``person``, ``state``, ``organisation``, ``outlet``, ``group`` or ``role``; ``name`` is the
    canonical name, '' for a role that nobody is known to hold; ``known`` tells whether the vocabulary has
    the name. ``role`` is the office by which a person is named ("the Serbian president"), '' where the name
    itself stands there. ``possessive`` marks Vučićev, Serbia's; ``nominative`` a form that can be a subject;
    ``plural`` an office of several people.
    """

    name: str
    kind: str
    start: int
    end: int
    first: int
    last: int
    country: str = ""
    known: bool = True
    possessive: bool = False
    role: str = ""
    nominative: bool = True
    gender: str = ""
    plural: bool = False


class Statement(NamedTuple):
    """A statement as found: its place, how it is reported, and who makes it.

    ``speaker`` is the canonical name, '' where unknown; ``surface`` the words that name the speaker;
    ``cue`` the word or phrase that attributes; ``through`` the speaker or outlet that passes it on.
    ``speaker_kind`` is ``person``, ``organisation``, ``state``, ``outlet``, ``group``, or ``described`` where words
    of the text stand for a name; '' where the speaker is unknown.
    """

    kind: str
    start: int
    end: int
    cue: str
    speaker: str
    surface: str
    country: str = ""
    through: str = ""
    sentence: int = -1
    speaker_kind: str = ""


class Event(NamedTuple):
    """An event as reported by the characters ``start`` to ``end``.

    ``date`` is YYYY-MM-DD, YYYY-MM, YYYY or ''; ``precision`` is ``day``, ``month``, ``year`` or
    ``unknown``.
    """

    type: str
    start: int
    end: int
    date: str
    precision: str
    actors: tuple[str, ...]
    background: bool
    planned: bool


@dataclass(slots=True)
class Document:
    """A text under analysis. Steps fill it from left to right; see :mod:`press.reading.parse`.

    While the steps read, ``text`` and all offsets are those of the clean text, and ``traced`` is the way back; when
    they are done, of the text as given, see :mod:`press.reading.given`.
    """

    text: str
    language: str
    script: str
    published: date | None
    title: str
    tokens: Tokens
    sentences: list[Sentence]
    mentions: list[Mention] = field(default_factory=list)
    #: Names that stand in the title.
    title_mentions: list[str] = field(default_factory=list)
    #: Mentions together with the roles whose holder the text must tell ("the minister"), in text order.
    references: list[Mention] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    traced: Traced = field(default_factory=lambda: Traced(""))

    def quote(self, item: Sentence | Mention | Statement | Event) -> str:
        """The characters that an item stands for."""
        return self.text[item.start : item.end]
