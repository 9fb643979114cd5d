"""A corpus of six made-up articles whose every value is given here, so that each answer can be reckoned by hand.

Each question is asked twice: of the whole, and of a corpus to which the undated article was added by a visitor.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from press.corpus.queries import Corpus
from press.selection import Selection
from press.tables import STORED
from press.text.search import words_of

ALL = Selection()
SERBIAN = Selection(languages=("sr",))

ARTICLES: list[dict[str, Any]] = [
    {"article_id": "a1", "published": date(2024, 5, 6), "outlet": "Morning Example", "outlet_group": "serbian", "language": "en",
     "title": "Talks on gas", "text": "Anna Sample and Boris Example spoke.", "topics": ["gas", "energy"], "abstract": True, "words": 120},
    {"article_id": "a2", "published": date(2024, 5, 7), "outlet": "Evening Example", "outlet_group": "russian_state", "language": "en",
     "title": "More talks", "text": "Anna Sample spoke.", "topics": ["gas"]},
    {"article_id": "a3", "published": date(2024, 5, 20), "outlet": "Jutro Primer", "outlet_group": "serbian", "language": "sr",
     "title": "Razgovori", "text": "Ana je govorila.", "topics": ["gas", "kosovo"]},
    {"article_id": "a4", "published": date(2024, 8, 20), "outlet": "Evening Example", "outlet_group": "russian_state", "language": "ru",
     "title": "Разговоры", "text": "Сказано было.", "topics": ["kosovo"]},
    {"article_id": "a5", "published": date(2023, 9, 12), "outlet": "Morning Example", "outlet_group": "serbian", "language": "en",
     "title": "Earlier talks", "text": "Nothing was said.", "topics": ["kosovo"]},
    {"article_id": "a6", "published": None, "outlet": "Evening Example", "outlet_group": "russian_state", "language": "en",
     "title": "Undated talks", "text": "Clara Test spoke.", "topics": []},
]  # fmt: skip
STATEMENTS: list[dict[str, Any]] = [
    {"statement_id": "s1", "article_id": "a1", "start": 10, "end": 30, "speaker": "Anna Sample", "speaker_kind": "person", "speaker_country": "RS", "kind": "direct",
     "text": "gas is good", "sentiment": 0.5, "label": "positive", "basis": "parser"},
    {"statement_id": "s2", "article_id": "a1", "start": 40, "end": 60, "speaker": "Boris Example", "speaker_kind": "person", "speaker_country": "RU", "kind": "indirect",
     "text": "gas is bad", "sentiment": -0.5, "label": "negative", "basis": "parser"},
    {"statement_id": "s3", "article_id": "a2", "start": 5, "end": 9, "speaker": "Anna Sample", "speaker_kind": "person", "speaker_country": "RS", "kind": "direct",
     "text": "gas is gas", "sentiment": 0.0, "label": "neutral", "basis": "parser"},
    {"statement_id": "s4", "article_id": "a3", "start": 0, "end": 9, "speaker": "Anna Sample", "speaker_kind": "person", "speaker_country": "RS", "kind": "mixed",
     "text": "gas je dobar", "sentiment": 1.0, "label": "positive", "basis": "hand"},
    {"statement_id": "s5", "article_id": "a4", "start": 0, "end": 9, "speaker": "", "kind": "direct",
     "text": "плохо", "sentiment": -1.0, "label": "negative", "basis": "parser"},
    {"statement_id": "s6", "article_id": "a6", "start": 2, "end": 8, "speaker": "Clara Test", "speaker_kind": "person", "kind": "direct",
     "text": "good", "sentiment": 0.25, "label": "positive", "basis": "parser"},
]  # fmt: skip
STANCES: list[dict[str, Any]] = [
    {"statement_id": "s1", "article_id": "a1", "target": "EU", "stance": -0.25, "label": "negative"},
    {"statement_id": "s1", "article_id": "a1", "target": "Russia", "stance": 0.5, "label": "positive"},
    {"statement_id": "s2", "article_id": "a1", "target": "China", "stance": -0.5, "label": "negative"},
    {"statement_id": "s2", "article_id": "a1", "target": "Russia", "stance": -0.5, "label": "negative"},
    {"statement_id": "s4", "article_id": "a3", "target": "Russia", "stance": 0.75, "label": "positive"},
    {"statement_id": "s5", "article_id": "a4", "target": "EU", "stance": -1.0, "label": "negative"},
    {"statement_id": "s6", "article_id": "a6", "target": "Kosovo", "stance": 0.5, "label": "positive"},
]
MENTIONS: list[dict[str, Any]] = [
    {"article_id": "a1", "kind": "topic", "name": "gas", "surface": "gas", "start": 3, "end": 6, "sentence": "Gas and gas again."},
    {"article_id": "a1", "kind": "topic", "name": "gas", "surface": "gas", "start": 11, "end": 14, "sentence": "Gas and gas again."},
    {"article_id": "a1", "kind": "topic", "name": "gas", "surface": "gas", "start": 50, "end": 53, "sentence": "Then more gas."},
    {"article_id": "a1", "kind": "actor", "name": "Anna Sample", "actor_kind": "person", "surface": "Anna", "start": 0, "end": 4, "sentence": "Gas and gas again."},
    {"article_id": "a2", "kind": "topic", "name": "gas", "surface": "gas", "start": 7, "end": 10, "sentence": "Talks on gas."},
    {"article_id": "a3", "kind": "topic", "name": "kosovo", "surface": "Kosovo", "start": 1, "end": 7, "sentence": "O Kosovu."},
    {"article_id": "a5", "kind": "actor", "name": "gas", "actor_kind": "company", "surface": "Gas", "start": 0, "end": 3, "sentence": "Gas is a firm."},
]  # fmt: skip
EVENTS: list[dict[str, Any]] = [
    {"event_id": "e1", "article_id": "a1", "story_id": "met", "type": "meeting", "date": "2024-05-06", "day": date(2024, 5, 6), "date_precision": "day", "sentence": "They met.", "start": 0, "basis": "parser"},
    {"event_id": "e2", "article_id": "a2", "story_id": "met", "type": "meeting", "date": "2024-05-06", "day": date(2024, 5, 6), "date_precision": "day", "sentence": "They met again.", "start": 0, "basis": "parser"},
    {"event_id": "e3", "article_id": "a3", "story_id": "met", "type": "meeting", "date": "2024-05-06", "day": date(2024, 5, 6), "date_precision": "day", "sentence": "Sreli su se.", "start": 0, "background": True, "basis": "parser"},
    {"event_id": "e4", "article_id": "a3", "story_id": "came", "type": "visit", "date": "2024-05-19", "day": date(2024, 5, 19), "date_precision": "day", "sentence": "Došla je.", "start": 20, "basis": "hand"},
    {"event_id": "e5", "article_id": "a4", "story_id": "comes", "type": "visit", "date": "2024-09-01", "day": date(2024, 9, 1), "date_precision": "day", "sentence": "Она приедет.", "start": 0, "planned": True, "basis": "parser"},
    {"event_id": "e6", "article_id": "a5", "story_id": "once", "type": "meeting", "date": "1999", "day": date(1999, 1, 1), "date_precision": "year", "sentence": "They met once.", "start": 0, "background": True, "basis": "parser"},
    {"event_id": "e7", "article_id": "a5", "story_id": "signed", "type": "agreement", "date": "", "date_precision": "unknown", "sentence": "They signed.", "start": 30, "basis": "parser"},
]  # fmt: skip
STORIES: list[dict[str, Any]] = [
    {"story_id": "met", "type": "meeting", "date": "2024-05-06", "day": date(2024, 5, 6), "date_precision": "day", "title": "They met.", "actors": ["Anna Sample"], "articles": 3, "outlets": 3, "languages": ["en", "sr"]},
    {"story_id": "came", "type": "visit", "date": "2024-05-19", "day": date(2024, 5, 19), "date_precision": "day", "title": "Došla je.", "articles": 1, "outlets": 1, "languages": ["sr"]},
    {"story_id": "comes", "type": "visit", "date": "2024-09-01", "day": date(2024, 9, 1), "date_precision": "day", "title": "Она приедет.", "articles": 1, "outlets": 1, "languages": ["ru"], "planned": True},
    {"story_id": "once", "type": "meeting", "date": "1999", "day": date(1999, 1, 1), "date_precision": "year", "title": "They met once.", "articles": 1, "outlets": 1, "languages": ["en"]},
    {"story_id": "signed", "type": "agreement", "date": "", "date_precision": "unknown", "title": "They signed.", "articles": 1, "outlets": 1, "languages": ["en"]},
]  # fmt: skip
_EMPTY = {"string": "", "int32": 0, "float": 0.0, "bool": False, "date32[day]": None, "list<item: string>": []}


def tables(*articles: str) -> dict[str, pa.Table]:
    """The tables of some of the articles; what is not given above is empty."""
    words = [{"article_id": a["article_id"], "words": words_of(a["title"] + "\n" + a["text"])} for a in ARTICLES]
    rows = {
        "articles": ARTICLES, "statements": STATEMENTS, "stances": STANCES, "mentions": MENTIONS, "events": EVENTS, "words": words,
    }  # fmt: skip
    kept = {name: [r for r in given if r["article_id"] in articles] for name, given in rows.items()}
    told = {e["story_id"] for e in kept["events"]}
    kept["stories"] = [s for s in STORIES if s["story_id"] in told]
    return {
        name: pa.Table.from_pylist(
            [{**{f.name: _EMPTY[str(f.type)] for f in schema}, **row} for row in kept[name]], schema=schema
        )
        for name, schema in STORED.items()
    }


@pytest.fixture(scope="session", params=["whole", "with a visitor's own"])
def corpus(request: pytest.FixtureRequest) -> Corpus:
    """The six articles."""
    if request.param == "whole":
        return Corpus(tables("a1", "a2", "a3", "a4", "a5", "a6"), "whole")
    return Corpus(tables("a1", "a2", "a3", "a4", "a5"), "dated").with_extra(tables("a6"))


def rows(frame: Any, *columns: str) -> list[tuple[Any, ...]]:
    """Some columns of a frame as tuples, days as text and NaN as None, to be compared."""

    def plain(value: Any) -> Any:
        if hasattr(value, "isoformat"):
            return value.isoformat()[:10] if value == value else None
        if hasattr(value, "tolist"):
            value = value.tolist()
        return None if isinstance(value, float) and value != value else value

    return [tuple(map(plain, row)) for row in frame[list(columns)].itertuples(index=False)]
