"""Labelled sentences as the network reads them.

A **statement** stands for itself: its words without the clause that names its speaker, so that neither name nor
office nor country of who speaks can count. Its spans are the parties that may be spoken about: those that it names, each
with all its names, and after a bar those that the article names most. A **sentence** is read whole; its spans are
the words by which the rules propose a type of event.

Held-out articles (:func:`press.evaluate.held_out`) are left out before anything is read in them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from press.article import Article
from press.evaluate import article_of, held_out, locate, read_labels
from press.reading.attribution import statements
from press.reading.document import Document, Statement
from press.reading.events import events
from press.reading.parse import read
from press.reading.tone import sentiment
from press.vocabulary import ROOT, TONES
from training.events import labelled

STANCES = ("none", *TONES)
#: Invented sentences that stand together tell of one thing; they are never parted by cross-validation.
TOGETHER = 30

Span = tuple[tuple[int, int], ...]  # of characters, one for each name


class Course(NamedTuple):
    """An event proposed: index of its type, whether it is reported, planned, background (the last two None where it is not reported)."""

    type: int
    reported: bool
    planned: bool | None = None
    background: bool | None = None


class Place(NamedTuple):
    """Where an example stands: ``group`` is what cross-validation keeps together (an article), ``source`` "press review", "invented" or "pairs"."""

    group: str
    source: str
    language: str


class Example(NamedTuple):
    """A text to learn from, with its labels.

    ``spans`` are those
    of the characters of ``text`` that ``stances`` (indices of :data:`STANCES`) or ``events`` are about, in this order; ``tone`` an
    index of TONES, None for a sentence. ``missed`` counts labelled stances or events that nothing proposes.
    """

    place: Place
    text: str
    spans: tuple[Span, ...] = ()
    tone: int | None = None
    stances: tuple[int, ...] = ()
    events: tuple[Course, ...] = ()
    parties: tuple[str, ...] = ()
    missed: int = 0


def find(name: str) -> Path:
    """A file of labels: in the folder that ``PRESS_LABELS`` names, else in ``tests/gold`` or ``training``."""
    folders = [ROOT / "tests" / "gold", ROOT / "training"]
    if named := os.environ.get("PRESS_LABELS"):
        folders.insert(0, Path(named))
    for folder in folders:
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(f"{name}: is in none of {', '.join(map(str, folders))}")


def press_review() -> list[dict[str, Any]]:
    """The labelled articles that may be learned from."""
    return [row for row in read_labels(find("press-review.jsonl")) if not held_out(row["url"])]


def invented() -> Iterator[tuple[str, dict[str, Any]]]:
    """Invented sentences with the group that each belongs to."""
    for path in [find("invented.jsonl"), *sorted((ROOT / "training" / "invented").glob("*.jsonl"))]:
        for number, row in enumerate(read_labels(path)):
            yield f"{path.stem} {number // TOGETHER}", row


#: What a party is called where it is not named in the words.
BAR = " | "
MOST = 2  # parties of the article that are asked about though the words do not name them


class Input(NamedTuple):
    """A statement as it is read: its text, and the spans of the parties asked about by name."""

    text: str
    spans: tuple[Span, ...]
    parties: tuple[str, ...]


def statement_input(document: Document, reader: sentiment.Reader, start: int, end: int, unnamed: bool = True) -> Input:
    """The input for the characters ``start`` to ``end`` of a document."""
    first, last = reader.span(Statement("", start, end, "", "", ""))
    tokens = document.tokens
    text = document.text[start:end]
    names: dict[str, list[tuple[int, int]]] = {}
    for p in reader.parties.between(first, last):
        if p.name:
            places = names.setdefault(p.name, [])
            places.append((max(0, tokens.starts[p.first] - start), min(end, tokens.ends[p.last - 1]) - start))
    out = {name: tuple(places) for name, places in names.items()}
    if unnamed:
        most = [name for name, _ in reader.parties.counts.most_common() if name][:MOST]
        for name in sorted(set(most) - out.keys()):
            text += BAR
            out[name] = ((len(text), len(text) + len(name)),)
            text += name
    return Input(text, tuple(out.values()), tuple(out))


def of_statement(
    document: Document, reader: sentiment.Reader, label: dict[str, Any], span: tuple[int, int], place: Place
) -> Example:
    """A labelled statement."""
    given = statement_input(document, reader, *span)
    targets = label["targets"]
    return Example(
        place,
        text=given.text,
        spans=given.spans,
        tone=TONES.index(label["sentiment"]),
        stances=tuple(STANCES.index(targets.get(party, "none")) for party in given.parties),
        parties=given.parties,
        missed=len(targets.keys() - set(given.parties)),
    )


def of_sentences(document: Document, row: dict[str, Any], place: Place) -> Iterator[Example]:
    """The sentences for which an event is proposed; events are labelled in ``row``."""
    found = events.candidates(document, events.places_of(document, statements.find(document)))
    types = list(events.types())
    by_sentence: dict[int, list[tuple[events.Candidate, dict[str, Any] | None]]] = {}
    for c, event in zip(found, labelled(found, row), strict=True):
        by_sentence.setdefault(c.place.number, []).append((c, event))
    tokens = document.tokens
    for members in by_sentence.values():
        start, end = members[0][0].start, members[0][0].end
        spans = tuple(((tokens.starts[c.trigger] - start, tokens.ends[c.trigger] - start),) for c, _ in members)
        courses = tuple(
            Course(types.index(c.type), e is not None, *((e.get("planned"), bool(e["background"])) if e else ()))
            for c, e in members
        )
        yield Example(place, document.text[start:end], spans=spans, events=courses)


def of_article(row: dict[str, Any]) -> Iterator[Example]:
    """Statements and sentences of a labelled article."""
    document = read(article_of(row))
    place = Place(row["url"], "press review", row["language"])
    reader = sentiment.Reader(document)
    for label in locate(row["text"], row["gold"]["statements"]):
        yield of_statement(document, reader, label, label["span"], place)
    yield from of_sentences(document, row, place)


def of_invented(group: str, row: dict[str, Any]) -> Iterator[Example]:
    """Statement and sentences of an invented text."""
    text = row["text"]
    document = read(Article(text=text, language=row["language"]))
    place = Place(group, "invented", row["language"])
    if row["statement"] and (at := text.find(row["statement"])) >= 0:
        yield of_statement(document, sentiment.Reader(document), row, (at, at + len(row["statement"])), place)
    told = [{**e, "text": text, "start": 0, "end": len(text)} for e in row["events"]]
    yield from of_sentences(document, {"text": text, "gold": {"events": told}}, place)


def examples(articles: Sequence[dict[str, Any]] | None = None) -> list[Example]:
    """All examples, of the press review first."""
    out = [e for row in (press_review() if articles is None else articles) for e in of_article(row)]
    return out + [e for group, row in invented() for e in of_invented(group, row)]
