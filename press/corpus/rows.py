"""From a parsed article to the rows of all tables; columns, types and units: :mod:`press.tables`."""

from __future__ import annotations

import json
from bisect import bisect_right
from contextlib import suppress
from typing import Any

from press import outlets
from press.article import stable_id
from press.corpus import corrections
from press.readers.corrections import read as read_corrections
from press.reading.events import events
from press.reading.parse import Parsed
from press.tables import STORED
from press.text.dates import first_day
from press.text.search import words_of
from press.text.words import WORD

Row = dict[str, Any]


def rows_of(parsed: Parsed) -> dict[str, list[Row]]:
    """The rows of all tables for one parsed article; those of ``stories`` come when events are grouped."""
    article = parsed.article
    article_id = article.article_id
    tables: dict[str, list[Row]] = {name: [] for name in STORED}
    tables["words"] = [{"article_id": article_id, "words": words_of(article.title + "\n" + article.text)}]
    tables["articles"] = [_article(article_id, parsed)]
    tables["statements"], tables["stances"] = _statements(article_id, parsed)
    tables["mentions"] = _mentions(article_id, parsed)
    tables["events"] = _events(article_id, parsed)
    with suppress(ValueError):  # readers refuse faulty corrections, with the reason
        corrections.apply(tables, read_corrections(article.extra.get("corrections")))
    return tables


def _article(article_id: str, parsed: Parsed) -> Row:
    article, document = parsed.article, parsed.document
    outlet = outlets.resolve(article.outlet, article.url)
    first = next((s for s in document.sentences if s.readable), None)
    names = [m.name for m in parsed.mentions]
    names += [s.speaker for s, _ in parsed.statements if s.speaker]
    return {
        "article_id": article_id,
        "url": article.url,
        "title": article.title,
        "outlet": outlet.name,
        "outlet_country": outlet.country,
        "outlet_kind": outlet.kind,
        "outlet_group": outlet.group,
        "language": document.language,
        "script": document.script,
        "published": article.published,
        "date_basis": article.date_basis,
        "author": article.author,
        "lead": document.quote(first) if first else "",
        "text": article.text,
        "words": len(WORD.findall(article.text)),
        "topics": parsed.topics,
        "actors": list(dict.fromkeys(names)),
        "abstract": article.abstract,
        "duplicate_of": "",
        "corrections": "",
    }


def _statements(article_id: str, parsed: Parsed) -> tuple[list[Row], list[Row]]:
    """Rows of ``statements``, and of ``stances`` with them."""
    document = parsed.document
    statements: list[Row] = []
    stances: list[Row] = []
    for statement, tone in parsed.statements:
        statement_id = stable_id(article_id, "statement", statement.start, statement.end)
        statements.append(
            {
                "statement_id": statement_id,
                "article_id": article_id,
                "kind": statement.kind,
                "text": document.quote(statement),
                "start": statement.start,
                "end": statement.end,
                "cue": statement.cue,
                "speaker": statement.speaker,
                "speaker_surface": statement.surface,
                "speaker_country": statement.country,
                "speaker_kind": statement.speaker_kind,
                "through": statement.through,
                "sentiment": tone.score,
                "label": tone.label,
                "reasons": json.dumps([[r.start, r.end, round(r.weight, 2)] for r in tone.reasons]),
                "background": document.sentences[statement.sentence].section == "background",
                "basis": "parser",
            }
        )
        for party, stance in tone.targets.items():
            stances.append(
                {
                    "statement_id": statement_id,
                    "article_id": article_id,
                    "target": party,
                    "stance": stance.score,
                    "label": stance.label,
                }
            )
    return statements, stances


def _mentions(article_id: str, parsed: Parsed) -> list[Row]:
    """Rows of ``mentions``: those of actors, then those of topics."""
    document = parsed.document
    ends = [s.end for s in document.sentences]

    def sentence_at(offset: int) -> str:
        number = bisect_right(ends, offset)
        return document.quote(document.sentences[number]) if number < len(ends) else ""

    actors: list[Row] = [
        {
            "article_id": article_id,
            "kind": "actor",
            "name": m.name,
            "actor_kind": m.kind,
            "surface": document.quote(m),
            "start": m.start,
            "end": m.end,
            "sentence": sentence_at(m.start),
        }
        for m in parsed.mentions
    ]
    topics: list[Row] = [
        {
            "article_id": article_id,
            "kind": "topic",
            "name": t.topic,
            "actor_kind": "",
            "surface": document.text[t.start : t.end],
            "start": t.start,
            "end": t.end,
            "sentence": document.quote(document.sentences[t.sentence]),
        }
        for t in parsed.topic_mentions
    ]
    return actors + topics


def _events(article_id: str, parsed: Parsed) -> list[Row]:
    document = parsed.document
    codes = events.types()
    return [
        {
            "event_id": stable_id(article_id, "event", e.type, e.start),
            "article_id": article_id,
            "story_id": "",
            "type": e.type,
            "cameo": codes[e.type]["cameo"],
            "date": e.date,
            "day": first_day(e.date),
            "date_precision": e.precision,
            "actors": list(e.actors),
            "sentence": document.quote(e),
            "start": e.start,
            "end": e.end,
            "background": e.background,
            "planned": e.planned,
            "basis": "parser",
        }
        for e in parsed.events
    ]
