"""The tables: columns, types, and that every row can be traced to characters of an article's text."""

from __future__ import annotations

import json

import pyarrow as pa
import pytest

from press.corpus.building import read_articles, tables_of
from press.reading.events.events import types
from press.tables import STORED
from press.vocabulary import TARGETS


@pytest.fixture(scope="module")
def tables() -> dict[str, pa.Table]:
    return tables_of(read_articles()[::8])


def test_all_tables_have_their_schema_and_rows(tables) -> None:
    assert set(tables) == set(STORED)
    for name, schema in STORED.items():
        assert tables[name].schema == schema
        assert tables[name].num_rows > 0


def test_spans_are_characters_of_the_articles_text(tables) -> None:
    texts = dict(zip(tables["articles"]["article_id"].to_pylist(), tables["articles"]["text"].to_pylist(), strict=True))
    for table, column in (("statements", "text"), ("mentions", "surface"), ("events", "sentence")):
        for row in tables[table].to_pylist():
            assert texts[row["article_id"]][row["start"] : row["end"]] == row[column]
    for row in tables["statements"].to_pylist():
        for start, end, weight in json.loads(row["reasons"]):
            assert 0 <= start < end <= len(texts[row["article_id"]])
            assert weight != 0


def test_identifiers_are_unique_and_refer_to_rows(tables) -> None:
    keys = {"articles": "article_id", "statements": "statement_id", "events": "event_id", "stories": "story_id"}
    ids = {table: tables[table][key].to_pylist() for table, key in keys.items()}
    for table, values in ids.items():
        assert len(set(values)) == len(values), table
    for table in ("statements", "stances", "mentions", "events"):
        assert set(tables[table]["article_id"].to_pylist()) <= set(ids["articles"])
    assert set(tables["stances"]["statement_id"].to_pylist()) <= set(ids["statements"])
    assert set(tables["events"]["story_id"].to_pylist()) == set(ids["stories"])


def test_scores_and_labels_are_in_range(tables) -> None:
    for table, column in (("statements", "sentiment"), ("stances", "stance")):
        values = tables[table][column].to_pylist()
        assert all(-1 <= v <= 1 for v in values)
        assert len(set(values)) > 2
        assert set(tables[table]["label"].to_pylist()) <= {"negative", "neutral", "positive"}
    assert set(tables["stances"]["target"].to_pylist()) <= set(TARGETS)
    assert set(tables["events"]["type"].to_pylist()) <= set(types())


def test_stories_count_their_reports(tables) -> None:
    events, articles = tables["events"].to_pandas(), tables["articles"].to_pandas()
    reports = events.merge(articles[["article_id", "outlet"]], on="article_id").groupby("story_id")
    stories = tables["stories"].to_pandas().set_index("story_id")
    assert (reports["article_id"].nunique() == stories["articles"].reindex(reports.groups)).all()
    assert (reports["outlet"].nunique() == stories["outlets"].reindex(reports.groups)).all()
