"""Repeats: articles whose text another article of the corpus has too.

A reprint is coverage: the same agency text at three outlets, or on three days, is three articles, of which the later ones
repeat the first (``duplicate_of``); their statements count once. The same text at the same outlet on the same day, under
another address, is one article twice: one of the two is shown. Which one is the first and which one is shown depends on
the articles alone, not on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa

from press.article import stable_id
from press.text.search import search_key

#: Texts of fewer words are compared together with their headlines: "More soon."
_SHORT = 12
#: What is known of each article: hashes of its text, and of text, outlet and day; its day, counted from the year 1, 0 where unknown.
KEYS = pa.schema([("article_id", pa.string()), ("text", pa.uint64()), ("copy", pa.uint64()), ("day", pa.int32())])


class Keys(NamedTuple):
    """By what an article is compared with others, see :data:`KEYS`."""

    text: int
    copy: int
    day: int


def keys(title: str, text: str, outlet: str, published: date | None) -> Keys:
    """By what an article is compared with others: its words, in whatever case and script; its outlet and day."""
    words = search_key(text).split()
    if len(words) < _SHORT:
        words += search_key(title).split()
    text_hash = stable_id(*words)
    return Keys(
        int(text_hash, 16), int(stable_id(text_hash, outlet, published), 16), published.toordinal() if published else 0
    )


def query(source: str) -> str:
    """SQL for the articles that are repeats: ``article_id``, ``duplicate_of`` ('' where none), ``hidden``.

    Parameters
    ----------
    source : str
        Query of rows as in :data:`KEYS`, one an article.
    """
    return f"""
        WITH told AS (FROM ({source})),
        several AS (SELECT * FROM told WHERE text IN (SELECT text FROM told GROUP BY text HAVING count(*) > 1)),
        shown AS (SELECT *, article_id <> min(article_id) OVER (PARTITION BY copy) AS hidden FROM several),
        firsts AS (SELECT text, arg_min(article_id, (CASE WHEN day = 0 THEN 2000000000 ELSE day END, article_id)) AS first
            FROM shown WHERE NOT hidden GROUP BY text)
        SELECT s.article_id, CASE WHEN s.article_id = f.first THEN '' ELSE f.first END AS duplicate_of, s.hidden
        FROM shown s JOIN firsts f USING (text) WHERE s.hidden OR s.article_id <> f.first"""


#: Rows of :func:`query`.
REPEATS = pa.schema([("article_id", pa.string()), ("duplicate_of", pa.string()), ("hidden", pa.bool_())])


def mark(articles: Iterable[dict[str, Any]]) -> set[str]:
    """Set ``duplicate_of`` of rows of ``articles``; returns the identifiers of those that are not to be shown.

    Parameters
    ----------
    articles : rows of ``articles``, with at least ``article_id``, ``title``, ``text``, ``outlet`` and ``published``
    """
    rows = {row["article_id"]: row for row in articles}
    told = [(number, *keys(row["title"], row["text"], row["outlet"], row["published"])) for number, row in rows.items()]
    columns = list(zip(*told, strict=True)) or [()] * len(KEYS)
    table = pa.table([pa.array(c, f.type) for c, f in zip(columns, KEYS, strict=True)], schema=KEYS)
    with duckdb.connect(":memory:") as connection:
        connection.register("keys", table)
        found = connection.execute(query("FROM keys")).fetchall()
    for row in rows.values():
        row["duplicate_of"] = ""
    for number, first, hidden in found:
        rows[number]["duplicate_of"] = "" if hidden else first
    return {number for number, _, hidden in found if hidden}
