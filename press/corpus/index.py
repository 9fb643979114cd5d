"""The index: a corpus's tables laid out so that a chart is one scan of a few narrow columns.

Articles are numbered by day. Every other table carries its article's number, and the day, outlet, group and language by
which charts count, so that they need no join; statements and stances also, as ``repeated``, whether their article is a reprint; its rows lie in the order of the articles, so that a period is one piece of
them. Events and stories carry the story's number. Three small tables lead from a topic, an actor or a word to the
numbers of its articles: what a Selection asks for is found there, not by reading texts.

Small corpora are indexed in memory; large ones once, in a DuckDB file of the store (see :mod:`press.corpus.index_file`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import duckdb
import pyarrow as pa

from press.corpus import stories
from press.corpus.sql import columns
from press.tables import TABLES

#: What each row knows of its article, beside its number ``article_no``.
OF_ARTICLE = ("published", "outlet", "outlet_group", "language")
_OF = ", ".join(f"n.{c}" for c in OF_ARTICLE)
#: Tables that a query can name beside :data:`press.tables.TABLES`: rows with their article's number, day, outlet, group and
#: language; ``article_events`` with ``story_no``, ``article_stances`` with the statement's speaker, kind and label of tone.
WITH_ARTICLE = {
    "article_statements": ("statements", ("article_no", *OF_ARTICLE, *TABLES["statements"].names)),
    "article_stances": ("stances", ("article_no", *OF_ARTICLE, "speaker", "kind", *TABLES["stances"].names)),
    "article_mentions": ("mentions", ("article_no", *OF_ARTICLE, *TABLES["mentions"].names)),
    "article_events": ("events", ("article_no", "story_no", *OF_ARTICLE, *TABLES["events"].names)),
    "article_topics": ("topics", ("article_no", *OF_ARTICLE, "topic")),
}  # fmt: skip
#: Called with (tables made, tables in all).
Progress = Callable[[int, int], None]
_SORTED_AT_ONCE = 15_000_000
#: All tables of an index.
INDEX = (*TABLES, "topics", "actors", "words")


def build(
    connection: duckdb.DuckDBPyConnection,
    prefix: str,
    sources: Mapping[str, str],
    first_article: int = 1,
    first_story: int = 1,
    progress: Progress | None = None,
) -> None:
    """Make the tables of an index.

    Parameters
    ----------
    connection : DuckDBPyConnection
    prefix : str
        What stands before the names of the index's tables, such as ``memory.main.all_``.
    sources : dict
        Query that yields each of :data:`press.tables.STORED`'s tables.
    first_article, first_story : int
        Where the numbers begin.
    progress : callable, optional
        Called with (tables made, tables in all).
    """
    own = {table: columns(TABLES[table].names, "t") for table in TABLES}
    steps = {
        "articles": f"""SELECT (row_number() OVER () + {first_article - 1})::UINTEGER AS article_no, * FROM (
            SELECT {own["articles"]} FROM ({sources["articles"]}) t ORDER BY t.published NULLS FIRST, t.article_id)""",
        "stories": f"""SELECT (row_number() OVER () + {first_story - 1})::UINTEGER AS story_no, * FROM (
            SELECT {own["stories"]} FROM ({sources["stories"]}) t ORDER BY t.day NULLS LAST, t.story_id)""",
        "statements": f"""SELECT n.article_no, n.repeated, {_OF}, {own["statements"]} FROM ({sources["statements"]}) t
            JOIN numbers n USING (article_id) ORDER BY n.article_no, t.start""",
        "stances": f"""SELECT n.article_no, n.repeated, {_OF}, n.speaker, n.kind, {own["stances"]} FROM ({sources["stances"]}) t
            JOIN (SELECT statement_id, speaker, kind, article_no, repeated, {", ".join(OF_ARTICLE)} FROM {prefix}statements) n USING (statement_id)
            ORDER BY n.article_no""",
        "mentions": f"""SELECT n.article_no, {_OF}, {own["mentions"]} FROM ({sources["mentions"]}) t
            JOIN numbers n USING (article_id) ORDER BY n.article_no""",
        "events": f"""SELECT n.article_no, s.story_no, {_OF}, {own["events"]} FROM ({sources["events"]}) t
            JOIN numbers n USING (article_id) JOIN (SELECT story_id, story_no FROM {prefix}stories) s USING (story_id)
            ORDER BY n.article_no, t.start""",
        "topics": f"SELECT article_no, {', '.join(OF_ARTICLE)}, unnest(topics) AS topic FROM {prefix}articles",
        "actors": f"""SELECT actor, article_no FROM (SELECT DISTINCT unnest(actors) AS actor, article_no FROM {prefix}articles)
            ORDER BY actor, article_no""",
        "word_list": f"""SELECT word, (row_number() OVER ())::UINTEGER AS word_no FROM (
            SELECT DISTINCT unnest(words) AS word FROM ({sources["words"]}) ORDER BY word)""",
    }  # fmt: skip
    for number, (table, query) in enumerate(steps.items()):
        if progress is not None:
            progress(number, len(steps))
        connection.execute(f"CREATE TABLE {prefix}{table} AS {query}")
        if table == "articles":
            connection.execute(
                f"CREATE OR REPLACE TEMP TABLE numbers AS SELECT article_id, article_no, duplicate_of <> '' AS repeated, {', '.join(OF_ARTICLE)} FROM {prefix}articles"
            )
    _word_places(connection, prefix, sources["words"])
    connection.execute("DROP TABLE temp.numbers")
    connection.execute(
        f"CREATE VIEW {prefix}words AS SELECT w.word, p.article_no FROM {prefix}word_places p JOIN {prefix}word_list w USING (word_no)"
    )


def _word_places(connection: duckdb.DuckDBPyConnection, prefix: str, source: str) -> None:
    """Make the table of the articles of each word, sorted piece by piece: it has a hundred rows an article."""
    connection.execute("SET preserve_insertion_order = false")
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE places AS SELECT w.word_no, n.article_no FROM (SELECT article_id, unnest(words) AS word FROM ({source})) t "
        f"JOIN {prefix}word_list w USING (word) JOIN numbers n USING (article_id)"
    )
    connection.execute("RESET preserve_insertion_order")
    pieces = connection.execute(
        f"SELECT min(word_no), max(word_no) FROM (SELECT word_no, (sum(count(*)) OVER (ORDER BY word_no)) // {_SORTED_AT_ONCE} AS piece "
        "FROM temp.places GROUP BY word_no) GROUP BY piece ORDER BY 1"
    ).fetchall()
    connection.execute(f"CREATE TABLE {prefix}word_places (word_no UINTEGER, article_no UINTEGER)")
    for first, last in pieces:
        connection.execute(
            f"INSERT INTO {prefix}word_places FROM temp.places WHERE word_no BETWEEN {first} AND {last} ORDER BY word_no, article_no"
        )
    connection.execute("DROP TABLE temp.places")


def build_from(
    connection: duckdb.DuckDBPyConnection,
    prefix: str,
    tables: Mapping[str, pa.Table | str],
    first_article: int = 1,
    first_story: int = 1,
) -> None:
    """As :func:`build`, of Arrow tables or queries."""
    given = {name: table for name, table in tables.items() if not isinstance(table, str)}
    for name, table in given.items():
        connection.register(f"given_{name}", table)
    sources = {name: f"FROM given_{name}" if name in given else str(tables[name]) for name in tables}
    build(connection, prefix, sources, first_article, first_story)
    for name in given:
        connection.unregister(f"given_{name}")


def overlay(connection: duckdb.DuckDBPyConnection, base: str, schema: str, tables: Mapping[str, pa.Table]) -> None:
    """Make an index, ``{schema}.all_…``, of another one's rows and of further tables.

    Articles that both have are taken from the tables. Their events are grouped with those of the other index: stories of
    the buckets that are touched are made anew.
    """
    own = f"{schema}.own_"

    def rows(query: str, *values: Any) -> list[dict[str, Any]]:
        found: Any = connection.sql(query, params=list(values)).to_arrow_table()
        return found.to_pylist()

    def keep(name: str, query: str, *values: Any) -> None:
        connection.execute(f"CREATE TABLE {schema}.{name} AS {query}", list(values))

    ids = tables["articles"]["article_id"].to_pylist()
    events = tables["events"].to_pylist()
    keep("gone", f"SELECT article_no FROM {base}articles WHERE article_id IN (SELECT unnest(?))", ids)
    gone = f"article_no IN (FROM {schema}.gone)"
    touched = [*events, *rows(f"SELECT type, date, article_id FROM {base}events WHERE {gone}")]
    keep(
        "anew",
        f"SELECT story_no FROM {base}stories WHERE date <> '' AND type || '|' || date[:7] IN (SELECT unnest(?)) "
        f"UNION SELECT story_no FROM {base}events WHERE date = '' AND {gone}",
        sorted({stories.bucket(e) for e in touched}),
    )
    wanted = columns(TABLES["events"].names, "e")
    others = rows(
        f"SELECT {wanted}, a.published, a.outlet, a.language FROM {base}events e JOIN {base}articles a USING (article_no) "
        f"WHERE e.story_no IN (FROM {schema}.anew) AND NOT e.{gone}"
    )
    articles = {row["article_id"]: row for row in [*others, *tables["articles"].to_pylist()]}
    told = stories.group([*events, *others], articles)
    (last,) = rows(
        f"SELECT (SELECT max(article_no) FROM {base}articles) AS article, (SELECT max(story_no) FROM {base}stories) AS story"
    )
    grouped = {
        **tables,
        "events": pa.Table.from_pylist(events, TABLES["events"]),
        "stories": pa.Table.from_pylist(told, TABLES["stories"]),
    }
    build_from(connection, own, grouped, 1 + (last["article"] or 0), 1 + (last["story"] or 0))
    reports = {"event_id": pa.array([e["event_id"] for e in others], pa.string())}
    reports["story_id"] = pa.array([e["story_id"] for e in others], pa.string())
    connection.register("given_reports", pa.table(reports))
    connection.execute(
        f"INSERT INTO {own}events BY NAME SELECT e.* REPLACE (g.story_id AS story_id, s.story_no AS story_no) "
        f"FROM {base}events e JOIN given_reports g USING (event_id) JOIN {own}stories s ON s.story_id = g.story_id"
    )
    connection.unregister("given_reports")
    for table in INDEX:
        kept = f"story_no NOT IN (FROM {schema}.anew)" if table in ("events", "stories") else f"NOT {gone}"
        connection.execute(
            f"CREATE VIEW {schema}.all_{table} AS SELECT * FROM {base}{table} WHERE {kept} UNION ALL SELECT * FROM {own}{table}"
        )


def word_range(word: str) -> tuple[str, str]:
    """First and last of all words that begin with a word."""
    return word, word + "\U0010ffff"
