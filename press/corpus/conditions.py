"""A Selection as SQL: conditions on rows, and queries whose tables' names stand for what is selected.

Values are bound to variables of the cursor, never written into a query.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from typing import Any

import duckdb

from press.corpus import index
from press.corpus.sql import columns
from press.selection import Selection
from press.tables import TABLES
from press.text.search import words_of

_NAMES = re.compile(r"\w+")
_NUMBERED = {"articles": "article_no", "stories": "story_no"}
#: What can be named in a query: the table of the index that it is of, and its columns.
_NAMED = {t: (t, [*([_NUMBERED[t]] if t in _NUMBERED else []), *TABLES[t].names]) for t in TABLES} | index.WITH_ARTICLE


def one_of(cursor: duckdb.DuckDBPyConnection, column: str, values: Sequence[str]) -> str:
    """Condition that a column has one of some values; '' where there are none."""
    return f"{column} IN ({', '.join(_variable(cursor, v) for v in values)})" if values else ""


def by_article(cursor: duckdb.DuckDBPyConnection, selection: Selection) -> list[str]:
    """Conditions of a selection on what every row knows of its article."""
    conditions = []
    if selection.start:
        conditions.append(f"published >= {_variable(cursor, selection.start)}")
    if selection.end:
        conditions.append(f"published <= {_variable(cursor, selection.end)}")
    for column, values in (
        ("language", selection.languages),
        ("outlet", selection.outlets),
        ("outlet_group", selection.groups),
    ):
        if values:
            conditions.append(one_of(cursor, column, values))
    return conditions


def by_index(cursor: duckdb.DuckDBPyConnection, selection: Selection, prefix: str) -> list[str]:
    """Conditions of a selection on topics, actors and words, which the index leads from to articles.

    ``prefix`` stands before the names of the index's tables.
    """
    conditions = []
    for column, values in (("topic", selection.topics), ("actor", selection.actors)):
        if values:
            found = f"SELECT article_no FROM {prefix}{column}s WHERE {one_of(cursor, column, values)}"
            conditions.append(f"article_no IN ({found})")
    for word in words_of(selection.words):
        first, last = (_variable(cursor, w) for w in index.word_range(word))
        found = f"SELECT article_no FROM {prefix}words WHERE word >= {first} AND word < {last}"
        conditions.append(f"article_no IN ({found})")
    return conditions


def counts_once(selection: Selection) -> bool:
    """Whether statements of a reprint are those of the article that it repeats.

    Within some outlets or languages every report counts: the first one may stand elsewhere.
    """
    return not (selection.outlets or selection.groups or selection.languages)


def under(query: str, prefix: str, conditions: Sequence[str], kinds: str, once: bool = False) -> str:
    """A query in which the tables' names are bound to what is selected, and ``all_`` before them to all rows.

    Parameters
    ----------
    query : str
    prefix : str
        What stands before the names of the index's tables.
    conditions : sequence of str
        On what every row knows of its article.
    kinds : str
        Condition on the kind of statements and stances, '' where there is none.
    once : bool
        Whether statements and stances of reprints are left out.
    """
    inside = " AND ".join(conditions) or "TRUE"
    spoken = " AND ".join([inside, *([kinds] if kinds else []), *(["NOT repeated"] if once else [])])
    wheres = dict.fromkeys(TABLES, inside) | {"topics": inside, "statements": spoken, "stances": spoken}
    if conditions:
        wheres["stories"] = f"story_no IN (SELECT story_no FROM {prefix}events WHERE {inside})"
    asked = set(_NAMES.findall(query))
    # Not materialized: each use of a table reads only the columns and rows that it needs.
    bound = ", ".join(
        f"{before}{name} AS NOT MATERIALIZED (SELECT {columns(names)} FROM {prefix}{table} WHERE {where})"
        for name, (table, names) in _NAMED.items()
        for before, where in (("", wheres[table]), ("all_", "TRUE"))
        if before + name in asked
    )
    if not bound:
        return query
    head, _, tail = query.lstrip().partition(" ")
    return f"WITH {bound}, {tail}" if head.upper() == "WITH" else f"WITH {bound} {query}"


def _variable(cursor: duckdb.DuckDBPyConnection, value: Any) -> str:
    """Bind a value to a variable of a cursor; returns the SQL that stands for it."""
    name = f"v{uuid.uuid4().hex}"
    cursor.execute(f"SET VARIABLE {name} = ?", [value])
    return f"getvariable('{name}')"
