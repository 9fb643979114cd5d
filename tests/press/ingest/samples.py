"""Made-up articles, and corpora that are compared."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pandas as pd
import pyarrow as pa

from press.article import Article
from press.corpus.queries import Corpus
from press.ingest.report import Report
from press.tables import TABLES

WORDS = [
    "talks",
    "bridge",
    "river",
    "school",
    "concert",
    "harvest",
    "minister",
    "visit",
    "border",
    "energy",
    "museum",
    "railway",
    "summer",
    "winter",
    "market",
]


def make(n: int, seed: int = 1) -> list[Article]:
    """Small made-up articles, each with a statement and an event."""
    rng = random.Random(seed)
    out = []
    for i in range(n):
        filler = " ".join(rng.choice(WORDS) + str(rng.randrange(10_000)) for _ in range(30))
        day = date(2021, 1, 1) + timedelta(rng.randrange(400))
        out.append(
            Article(
                text=f"Serbian Foreign Minister Anna Sample met Russian envoy Boris Example in Belgrade on {day:%d %B %Y}. "
                f"“We will go on with {filler},” said Anna Sample.",
                title=f"Talks {seed} {i}",
                url=f"https://example.org/{seed}/{i}",
                outlet="Sample Herald",
                language="en",
                published=day,
                date_basis="given",
            )
        )
    return out


def frames(corpus: Corpus) -> dict[str, pd.DataFrame]:
    """All tables, rows in a fixed order."""
    out = {}
    for table in TABLES:
        frame = corpus.frame(table)
        for column in frame.columns:
            if pa.types.is_list(TABLES[table].field(column).type):
                frame[column] = frame[column].map(tuple)
        out[table] = frame.sort_values(list(frame.columns), ignore_index=True)
    return out


def assert_equal(one: Corpus, other: Corpus) -> None:
    for (table, a), b in zip(frames(one).items(), frames(other).values(), strict=True):
        pd.testing.assert_frame_equal(a, b, obj=table)


def assert_whole(corpus: Corpus) -> None:
    """Every row belongs to an article that is there, every event to its story, no identifier twice."""
    for table in ("statements", "stances", "mentions", "events"):
        strays = corpus.sql(
            f"SELECT count(*) AS n FROM {table} WHERE article_id NOT IN (SELECT article_id FROM articles)"
        )
        assert strays["n"][0] == 0, table
    for table, key in (("articles", "article_id"), ("statements", "statement_id"), ("events", "event_id"), ("stories", "story_id")):  # fmt: skip
        assert corpus.frame(table)[key].is_unique, table
    told, known = set(corpus.frame("events")["story_id"]), set(corpus.frame("stories")["story_id"])
    assert told == known


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.duplicates, report.refused
