"""Queries under a selection, and a session's own articles beside the shared ones."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from press.corpus import queries as module
from press.corpus.building import tables_of
from press.selection import Selection
from tests.press.corpus.articles import article


def test_frames_hold_the_columns_asked_for_in_order(base) -> None:
    frame = base.frame("articles", Selection(outlets=("Herald 1",)), ["title", "published"], "-published", 2)
    assert list(frame.columns) == ["title", "published"]
    assert list(frame["title"]) == ["Talks 7", "Talks 4"]
    with pytest.raises(KeyError, match="no column wrong"):
        base.frame("articles", None, ["wrong"])
    with pytest.raises(KeyError, match="no column x"):
        base.frame("articles", None, None, "x; DROP TABLE all_articles")


def test_values_are_bound_never_read_as_sql(base) -> None:
    hostile = "'; DROP TABLE all_articles; --"
    assert base.count(Selection(outlets=(hostile,), words=hostile))[0] == 0
    assert base.sql("SELECT ? AS x", None, [hostile])["x"][0] == hostile
    assert base.count() == (10, 10)


def test_queries_with_common_tables_of_their_own(base) -> None:
    query = "WITH days AS (SELECT published, count(*) AS n FROM articles GROUP BY published) SELECT max(n) AS most FROM days"
    assert base.sql(query, Selection(languages=("en",)))["most"][0] == 1


def test_a_sessions_own_articles_beside_and_instead(base) -> None:
    extra = tables_of([article(3, title="Corrected"), article(50), article(51, outlet="Own")])
    beside, instead = base.with_extra(extra), base.with_extra(extra, instead=True)
    assert beside.count() == (12, 12)
    assert instead.count() == (3, 3)
    assert base.count() == (10, 10)
    titles = beside.frame("articles", None, ["article_id", "title"]).set_index("article_id")["title"]
    assert titles[article(3).article_id] == "Corrected"
    assert len({base.name, beside.name, instead.name}) == 3
    own = Selection(outlets=("Own",))
    assert (base.count(own)[0], beside.count(own)[0], instead.count(own)[0]) == (0, 1, 1)
    for corpus in (beside, instead):
        assert set(corpus.frame("events")["story_id"]) == set(corpus.frame("stories")["story_id"])
        for table, key in (("articles", "article_id"), ("statements", "statement_id"), ("stories", "story_id")):
            assert corpus.frame(table)[key].is_unique


def test_a_sessions_articles_are_freed_with_it(base) -> None:
    def schemas() -> int:
        return base.sql("SELECT count(*) AS n FROM duckdb_schemas() WHERE schema_name LIKE 'extra_%'")["n"][0]

    before = schemas()
    own = base.with_extra(tables_of([article(60)]))
    assert schemas() == before + 1
    del own
    gc.collect()
    assert schemas() == before


def test_many_selections_at_once(base) -> None:
    def count(i: int) -> int:
        return base.count(Selection(words=f"item{i % 50}a talks"))[0]

    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(count, range(200)))
    assert counts == [1 if i % 50 < 10 else 0 for i in range(200)]
    sets = base.sql("SELECT count(*) AS n FROM duckdb_tables() WHERE table_name LIKE 'set_%'")["n"][0]
    assert sets <= module._MOST_SETS


def test_all_before_a_table_stands_for_every_row_of_it(base) -> None:
    chosen = Selection(words="talk", outlets=("Herald 1",))
    some = base.sql("SELECT count(*) AS n FROM articles", chosen)["n"][0]
    both = base.sql("SELECT count(*) AS n FROM articles a JOIN all_articles b USING (article_no)", chosen)["n"][0]
    every = base.sql("SELECT count(*) AS n FROM all_articles", chosen)["n"][0]
    assert 0 < some == both < every == base.count()[1]


def test_the_latest_articles_come_first_with_and_without_others(base) -> None:
    undated = article(90, published=None, date_basis="unknown")
    more = base.with_extra(tables_of([article(80, published=date(2019, 1, 1)), article(81), undated]))
    for corpus in (base, more):
        for query in (
            "SELECT published FROM articles ORDER BY {}",
            "SELECT s.published FROM article_statements s ORDER BY {}",
        ):
            days = corpus.sql(query.format(corpus.latest("s" if "s." in query else "")))["published"]
            known = days.dropna()
            assert len(known) > 3
            assert list(known) == sorted(known, reverse=True)
            assert days[: len(known)].notna().all()
