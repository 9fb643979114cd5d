"""A large corpus in the form of a real one, made from the tables of the bundled corpus.

    python -m benchmarks.make_corpus FOLDER [--articles 1000000]

Articles are drawn from the bundled ones, those with many statements more often, so that an article has about five
statements and fifteen mentions. Days, outlets, speakers and the end of each text vary: days rise over the years and
cluster in busy weeks, 400 made-up outlets and 5,000 made-up speakers join the real ones, each text ends in words drawn
from 60,000 made-up ones. Spans stay true: every row can still be traced to characters of its article's text.
Nothing is parsed: a million articles take some minutes.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb

from benchmarks import report
from press.corpus.building import ARTICLES, read_articles, tables_of
from press.corpus.opening import open_corpus
from press.corpus.store import PART, STORY_PART, Manifest, Part, Store, StoreError
from press.tables import TABLES

PART_ARTICLES = 25_000

SETUP = """
CREATE TABLE base AS
    SELECT *, row_number() OVER (ORDER BY article_id) - 1 AS b,
           (SELECT count(*) FROM statements s WHERE s.article_id = a.article_id) AS said FROM articles a;
-- cumulated weights, to draw an article by one random number
CREATE TABLE weights AS
    SELECT b, sum(w) OVER (ORDER BY b) / sum(w) OVER () AS upto, (sum(w) OVER (ORDER BY b) - w) / sum(w) OVER () AS since
    FROM (SELECT b, (1 + said) ** 1.7 AS w FROM base);
CREATE TABLE outlet_names AS SELECT i, format('Sample Herald {}', i) AS name FROM range(400) r(i);
CREATE MACRO unit(n, salt) AS (hash(n * 64 + salt) % 1000000007) / 1000000007.0;
CREATE MACRO speaker_of(n) AS format('{} {}{}',
    ['Anna','Boris','Clara','Dušan','Elena','Filip','Goran','Hana','Ivan','Jana','Klim','Lara','Milan','Nina','Oleg','Petra'][1 + n % 16],
    ['Sample','Example','Primer','Obrazac','Probić','Testov','Muster','Vzor'][1 + (n // 16) % 8], chr((97 + (n // 128) % 26)::INT) || chr((97 + (n // 3328) % 2)::INT));
CREATE MACRO word_of(n) AS
    ['ka','vo','mi','stra','lje','po','ne','gor','da','ru','zi','bel','tu','ša','ro','vić'][1 + n % 16] ||
    ['lo','ni','dra','ke','mu','vra','si','te','bo','jan','pri','go','za','lu','re','ča'][1 + (n // 16) % 16] ||
    ['nik','ska','ost','ija','eva','ovo','ama','ent','ura','iti','ang','olo','est','ina','ago','uz'][1 + (n // 256) % 16] ||
    ['','a','e','i','om','u','ka','no','ti','ra','li','ma','ve','jo','ba'][1 + (n // 4096) % 15];
"""
PICK = """
CREATE OR REPLACE TABLE pick AS
SELECT n, format('{:016x}', hash(n * 7919 + 13)) AS new_id, w.b,
       DATE '2012-01-01' + CAST(5300 * sqrt(unit(n, 1)) AS INT) AS straight,
       unit(n, 2) AS r2, unit(n, 3) AS r3, unit(n, 4) AS r4,
       ' ' || list_aggregate(list_transform(range(12), lambda k: word_of(CAST(61440 * unit(n, k + 10) ** 3 AS BIGINT))), 'string_agg', ' ') || '.' AS ending
FROM (SELECT n, unit(n, 0) AS r FROM range({first}, {last}) r(n)) d JOIN weights w ON d.r >= w.since AND d.r < w.upto;
CREATE OR REPLACE TABLE drawn AS
SELECT p.*, a.article_id AS old_id, a.published AS old_day,
       -- half of all days are drawn to the busiest day of their quarter
       CASE WHEN r2 < .02 THEN NULL WHEN r2 < .5 THEN date_trunc('quarter', straight)::DATE + CAST(20 + 12 * r3 AS INT) ELSE straight END AS day
FROM pick p JOIN base a USING (b);
"""
SHIFT = """CASE WHEN length(e.date) = 0 OR d.day IS NULL OR d.old_day IS NULL THEN e.date
     WHEN length(e.date) = 10 THEN strftime(TRY_CAST(e.date AS DATE) + CAST(d.day - d.old_day AS INT), '%Y-%m-%d')
     WHEN length(e.date) = 7 THEN strftime(TRY_CAST(e.date || '-01' AS DATE) + CAST(d.day - d.old_day AS INT), '%Y-%m')
     ELSE CAST(CAST(e.date AS INT) + (year(d.day) - year(d.old_day)) AS VARCHAR) END"""
QUERIES = {
    "articles": """SELECT a.* EXCLUDE (b, said) REPLACE (d.new_id AS article_id, 'https://example.org/' || d.new_id AS url,
        CASE WHEN d.r4 < .5 THEN o.name ELSE a.outlet END AS outlet, d.day AS published,
        CASE WHEN d.day IS NULL THEN 'unknown' ELSE 'given' END AS date_basis, a.text || d.ending AS text,
        a.words + 12 AS words)
        FROM drawn d JOIN base a USING (b) JOIN outlet_names o ON o.i = CAST(399 * d.r3 ** 2 AS INT)""",
    "statements": """SELECT s.* REPLACE (format('{:016x}', hash(s.statement_id || d.new_id)) AS statement_id, d.new_id AS article_id,
        CASE WHEN s.speaker <> '' AND d.r3 < .6 THEN speaker_of(CAST(4999 * d.r2 ** 2 AS BIGINT)) ELSE s.speaker END AS speaker)
        FROM drawn d JOIN statements s ON s.article_id = d.old_id""",
    "stances": """SELECT s.* REPLACE (format('{:016x}', hash(s.statement_id || d.new_id)) AS statement_id, d.new_id AS article_id)
        FROM drawn d JOIN stances s ON s.article_id = d.old_id""",
    "mentions": """SELECT m.* REPLACE (d.new_id AS article_id) FROM drawn d JOIN mentions m ON m.article_id = d.old_id
        WHERE m.kind = 'topic' OR hash(m.start, d.n) % 100 < {share}""",
    "events": f"""SELECT * REPLACE (CASE WHEN length(date) = 10 THEN TRY_CAST(date AS DATE) WHEN length(date) = 7 THEN TRY_CAST(date || '-01' AS DATE)
        WHEN length(date) = 4 THEN TRY_CAST(date || '-01-01' AS DATE) END AS day),
        type || '|' || CASE WHEN date = '' THEN article_id ELSE date[:7] END AS bucket FROM (
        SELECT e.* REPLACE (format('{{:016x}}', hash(e.event_id || d.new_id)) AS event_id, d.new_id AS article_id, '' AS story_id, {SHIFT} AS date)
        FROM drawn d JOIN events e ON e.article_id = d.old_id)""",
    "words": """SELECT d.new_id AS article_id, list_distinct(w.words || regexp_extract_all(strip_accents(d.ending), '\\w+')) AS words
        FROM drawn d JOIN words w ON w.article_id = d.old_id""",
    "keys": """SELECT new_id AS article_id, hash(n, 1)::UBIGINT AS content, CAST([hash(n, k) FOR k IN range(8)] AS UBIGINT[8]) AS bands FROM drawn""",
}  # fmt: skip
#: Reports of one type, date and first actor are one story; those without date are stories of their own.
STORIES = {
    "reports": """SELECT event_id, format('{:016x}', CASE WHEN date = '' THEN hash(event_id) ELSE hash(type || date || coalesce(actors[1], '')) END) AS story_id, bucket
        FROM read_parquet(getvariable('events'))""",
    "stories": """SELECT r.story_id, any_value(e.type) AS type, any_value(e.date) AS date, any_value(e.day) AS day,
        any_value(e.date_precision) AS date_precision, arg_min(e.sentence, e.event_id) AS title, arg_min(e.actors, e.event_id)[:8] AS actors,
        count(DISTINCT e.article_id)::INT AS articles, count(DISTINCT a.outlet)::INT AS outlets, list_sort(list_distinct(list(a.language))) AS languages,
        bool_and(e.planned) AS planned, any_value(e.bucket) AS bucket
        FROM read_parquet(getvariable('events')) e JOIN read_parquet(getvariable('reports')) r USING (event_id)
        JOIN (SELECT article_id, outlet, language FROM read_parquet(getvariable('articles'))) a USING (article_id) GROUP BY r.story_id""",
    "buckets": "SELECT DISTINCT bucket FROM read_parquet(getvariable('events'))",
}  # fmt: skip


def make(folder: Path, articles: int) -> None:
    """Write a corpus of a number of articles; an existing one is left as it is."""
    store = Store(folder)
    with TemporaryDirectory() as temporary, store.writing(), duckdb.connect() as connection:
        if store.exists():
            raise StoreError(f"{folder}: there is a corpus already")
        connection.execute("SET memory_limit = '3GB'; SET threads = 2; SET preserve_insertion_order = false")
        connection.execute(f"SET temp_directory = '{temporary}'")
        tables = tables_of(read_articles(ARTICLES))
        for name, table in tables.items():
            connection.register("given", table)
            connection.execute(f"CREATE TABLE {name} AS FROM given")
            connection.unregister("given")
        connection.execute(SETUP)
        topics, actors = connection.execute(
            "SELECT sum((1 + said) ** 1.7 * t) / sum((1 + said) ** 1.7), sum((1 + said) ** 1.7 * a) / sum((1 + said) ** 1.7) FROM base JOIN "
            "(SELECT article_id, count(*) FILTER (kind = 'topic') AS t, count(*) FILTER (kind = 'actor') AS a FROM mentions GROUP BY article_id) USING (article_id)"
        ).fetchone() or (0, 1)  # fmt: skip
        share = max(1, min(100, round(100 * (15 - topics) / actors)))
        parts = []
        for number, first in enumerate(range(0, articles, PART_ARTICLES), 1):
            last = min(articles, first + PART_ARTICLES)
            part = Part(f"{number:016x}", number, last - first)
            Path(store.path(part, "x")).parent.mkdir(parents=True)
            connection.execute(PICK.replace("{first}", str(first)).replace("{last}", str(last)))
            for table, query in QUERIES.items():
                columns = ", ".join(f'"{c}"' for c in PART[table].names)
                connection.execute(
                    f"COPY (SELECT {columns} FROM ({query.replace('{share}', str(share))})) TO '{store.path(part, table)}' (FORMAT parquet, COMPRESSION zstd)"
                )
            parts.append(part)
        stories = Part(f"{len(parts) + 1:016x}", len(parts) + 1)
        Path(store.path(stories, "x")).parent.mkdir(parents=True)
        for table in ("events", "articles"):
            connection.execute(f"SET VARIABLE {table} = {[store.path(p, table) for p in parts]}")
        connection.execute(f"SET VARIABLE reports = {[store.path(stories, 'reports')]}")
        for table, query in STORIES.items():
            columns = ", ".join(f'"{c}"' for c in STORY_PART[table].names)
            connection.execute(
                f"COPY (SELECT {columns} FROM ({query})) TO '{store.path(stories, table)}' (FORMAT parquet, COMPRESSION zstd)"
            )
        store.commit(Manifest(parts=tuple(parts), stories=(stories,)))


def main() -> None:
    """Make the corpus and say what it holds."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1_000_000)
    options = parser.parse_args()
    start = perf_counter()
    make(options.folder, options.articles)
    seconds = perf_counter() - start
    corpus = open_corpus(options.folder)
    rows = [{"table": table, "rows": int(corpus.sql(f"SELECT count(*) AS n FROM {table}")["n"][0])} for table in TABLES]
    report.show(f"Corpus of {options.articles:,} articles, made in {seconds:.0f} s", rows)


if __name__ == "__main__":
    main()
