"""Labelled sentences as the network reads them.

A **statement** stands for itself: the cue and the words, without whom they are attributed to, so that neither name nor office nor
country of who speaks can count (:func:`press.meaning.inputs.statement`). Its spans are the parties that it names, each with
all its names. A **sentence** is read whole; its spans are the words by which the rules propose a type of event.

Held-out articles (:func:`press.evaluation.labels.held_out`) are left out before anything is read in them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from press.article import Article
from press.evaluation.labels import article_of, held_out, locate, read_labels
from press.evaluation.measures import pairs
from press.meaning.inputs import Span, statement
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


def cues(document: Document, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The cue of the statement that the parser finds at each of some spans, '' where it finds none."""
    labels = [{"span": span, "at": i} for i, span in enumerate(spans)]
    found = [{"span": (s.start, s.end), "cue": s.cue} for s in statements.find(document)]
    out = [""] * len(labels)
    for label, told in pairs(labels, found, 0.5):
        out[label["at"]] = told["cue"]
    return out


def parties(document: Document, reader: sentiment.Reader, start: int, end: int) -> dict[str, Span]:
    """The parties that the characters ``start`` to ``end`` name, with their names' places counted from ``start``."""
    first, last = reader.span(Statement("", start, end, "", "", ""))
    tokens = document.tokens
    out: dict[str, list[tuple[int, int]]] = {}
    for p in reader.parties.between(first, last):
        if p.name:
            place = max(start, tokens.starts[p.first]) - start, min(end, tokens.ends[p.last - 1]) - start
            out.setdefault(p.name, []).append(place)
    return {name: tuple(places) for name, places in out.items()}


def of_statements(document: Document, labels: Sequence[dict[str, Any]], place: Place) -> Iterator[Example]:
    """Labelled statements; each has its ``span``."""
    reader = sentiment.Reader(document)
    for label, cue in zip(labels, cues(document, [label["span"] for label in labels]), strict=True):
        start, end = label["span"]
        named = parties(document, reader, start, end)
        given = statement(document.text[start:end], list(named.values()), cue)
        targets = label["targets"]
        yield Example(
            place,
            given.text,
            given.spans,
            TONES.index(label["sentiment"]),
            tuple(STANCES.index(targets.get(party, "none")) for party in named),
            parties=tuple(named),
            missed=len(targets.keys() - named.keys()),
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
    yield from of_statements(document, locate(row["text"], row["gold"]["statements"]), place)
    yield from of_sentences(document, row, place)


def of_invented(group: str, row: dict[str, Any]) -> Iterator[Example]:
    """Statement and sentences of an invented text."""
    text = row["text"]
    document = read(Article(text=text, language=row["language"]))
    place = Place(group, "invented", row["language"])
    if row["statement"] and (at := text.find(row["statement"])) >= 0:
        yield from of_statements(document, [{**row, "span": (at, at + len(row["statement"]))}], place)
    told = [{**e, "text": text, "start": 0, "end": len(text)} for e in row["events"]]
    yield from of_sentences(document, {"text": text, "gold": {"events": told}}, place)


def examples(articles: Sequence[dict[str, Any]] | None = None) -> list[Example]:
    """All examples, of the press review first."""
    out = [e for row in (press_review() if articles is None else articles) for e in of_article(row)]
    return out + [e for group, row in invented() for e in of_invented(group, row)]
