"""The corpus as pages, notebooks and exports ask it: its tables under a Selection."""

from __future__ import annotations

import os
import tempfile
import threading
import uuid
import weakref
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from press.corpus import conditions, index
from press.corpus.sql import columns, quoted
from press.selection import Selection
from press.tables import TABLES

#: Memory that DuckDB may take for the queries of all visitors together.
MEMORY = "192MB"
_MOST_SETS = 32
_SETS = threading.RLock()


class Corpus:
    """Tables under a Selection.

    Parameters
    ----------
    tables : dict or Path
        Arrow table, or DuckDB query over Parquet files, of each of :data:`press.tables.STORED`; they are
        indexed in memory. Or the file of an index, see :mod:`press.corpus.index`.
    name : str
        Fingerprint; part of every cache key.
    files : fsspec file system, optional
        Where the queries' files are, if not on this machine.
    """

    def __init__(self, tables: Mapping[str, pa.Table | str] | Path, name: str, files: Any = None) -> None:
        self.name = name
        self._base: Corpus | None = None  # whose tables this one shows: they must not be dropped before it
        self._sets: OrderedDict[Selection, str] = OrderedDict()
        self._own = "memory.main"
        self._connection = connected(tables if isinstance(tables, Path) else None, files)
        if isinstance(tables, Path):
            self._tables = "corpus.main.all_"
            return
        self._tables = "memory.main.all_"
        index.build_from(self._connection, self._tables, tables)

    def with_extra(self, tables: Mapping[str, pa.Table], instead: bool = False) -> Corpus:
        """A corpus of this one's articles and others', or of the others' alone; this one stays as it is.

        Parameters
        ----------
        tables : dict
            All tables, as :func:`press.corpus.building.tables_of` makes them. Kept in memory. An article that this
            corpus has too (the same ``article_id``) takes its place. Events are grouped with this corpus's.
        instead : bool
            Whether only the extra articles are in the new corpus.

        Notes
        -----
        The new corpus shares this one's memory; what it adds is freed when nobody holds it any more.
        """
        new = Corpus.__new__(Corpus)
        token = uuid.uuid4().hex
        new.name = f"{self.name}-{token}"
        new._base = self
        new._sets = OrderedDict()
        new._own = f"memory.extra_{token}"
        new._tables = f"{new._own}.all_"
        new._connection = self._connection.cursor()
        new._connection.execute(f"CREATE SCHEMA {new._own}")
        weakref.finalize(new, _drop, self._connection.cursor(), new._own)
        if instead:
            index.build_from(new._connection, new._tables, tables)
            return new
        index.overlay(new._connection, self._tables, new._own, tables)
        return new

    def latest(self, alias: str = "") -> str:
        """Terms of an ``ORDER BY`` that puts rows of the latest articles first, of a table or its ``alias``."""
        of = f"{alias}." if alias else ""
        # Articles are numbered by day. One number is sorted many times as fast as days; those of an overlay come last.
        return f"{of}article_no DESC" if self._base is None else f"{of}published DESC NULLS LAST, {of}article_no DESC"

    def sql(self, query: str, selection: Selection | None = None, parameters: Sequence[Any] = ()) -> pd.DataFrame:
        """Run a query in which the tables' names stand for what is selected.

        Parameters
        ----------
        query : str
            DuckDB SQL over ``articles``, ``statements``, ``stances``, ``mentions``, ``events``, ``stories``, and
            over the tables of :data:`press.corpus.index.WITH_ARTICLE`, which charts read without a join. ``all_`` before a name
            stands for the whole table, selected or not: for looking up rows by numbers that are of selected ones.
        selection : Selection, optional
            What is selected; everything by default.
        parameters : sequence
            Values for the ``?`` of the query. Values are always bound, never written into the query.
        """
        with self._under(query, selection) as (cursor, whole):
            return cursor.execute(whole, list(parameters)).df()

    def batches(self, table: str, selection: Selection | None = None, rows: int = 5_000) -> Iterator[pa.RecordBatch]:
        """The selected rows of a table, some thousands at a time: a table of any size takes little memory."""
        query = f"SELECT {columns(TABLES[table].names)} FROM {table}"
        with self._under(query, selection) as (cursor, whole):
            reader: Any = cursor.sql(whole).to_arrow_reader(rows)
            for batch in reader:
                yield batch.cast(TABLES[table])

    @contextmanager
    def _under(self, query: str, selection: Selection | None) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
        """A cursor, and a query in which the tables' names are bound to what is selected.

        The values of the selection are variables of the cursor.
        """
        selection = selection or Selection()
        with self._connection.cursor() as cursor:
            if selection.topics or selection.actors or selection.words:
                inside = [f"article_no IN (FROM {self._set_of(replace(selection, kinds=()))})"]
            else:
                inside = conditions.by_article(cursor, selection)
            kinds = conditions.one_of(cursor, "kind", selection.kinds)
            yield cursor, conditions.under(query, self._tables, inside, kinds, conditions.counts_once(selection))

    def _set_of(self, selection: Selection) -> str:
        """Name of a table with the numbers of the articles selected; the latest are kept."""
        with _SETS:
            if selection in self._sets:
                self._sets.move_to_end(selection)
                return self._sets[selection]
            with self._connection.cursor() as cursor:
                inside = conditions.by_article(cursor, selection)
                inside += conditions.by_index(cursor, selection, self._tables)
                name = f"{self._own}.set_{uuid.uuid4().hex}"
                where = " AND ".join(inside) or "TRUE"
                cursor.execute(f"CREATE TABLE {name} AS SELECT article_no FROM {self._tables}articles WHERE {where}")
                self._sets[selection] = name
                while len(self._sets) > _MOST_SETS:
                    _, old = self._sets.popitem(last=False)
                    cursor.execute(f"DROP TABLE {old}")
            return name

    def frame(
        self, table: str, selection: Selection | None = None, columns: Sequence[str] | None = None,
        order: str = "", limit: int | None = None,
    ) -> pd.DataFrame:  # fmt: skip
        """The selected rows of a table, with only the columns asked for.

        ``order`` is a column of the table, with a leading ``-`` for descending.
        """
        known = TABLES[table].names
        wanted = list(columns or known)
        for column in [*wanted, *([order.lstrip("-")] if order else [])]:
            if column not in known:
                raise KeyError(f"table {table} has no column {column}")
        query = "SELECT " + ", ".join(f'"{c}"' for c in wanted) + f" FROM {table}"
        if order:
            query += f' ORDER BY "{order.lstrip("-")}"' + (" DESC" if order.startswith("-") else "") + " NULLS LAST"
        if limit is not None:
            query += f" LIMIT {int(limit)}"
        return self.sql(query, selection)

    def count(self, selection: Selection | None = None) -> tuple[int, int]:
        """Number of articles selected, and of all."""
        return int(self.sql("SELECT count(*) AS n FROM articles", selection)["n"][0]), self._size

    @cached_property
    def _size(self) -> int:
        return int(self.sql("SELECT count(*) AS n FROM articles")["n"][0])


def connected(file: Path | None = None, files: Any = None) -> duckdb.DuckDBPyConnection:
    """A connection within the limits that all visitors share; the file of an index is its database ``corpus``."""
    connection = duckdb.connect(":memory:")
    connection.execute(f"SET threads = 2; SET enable_progress_bar = false; SET memory_limit = '{MEMORY}'")
    connection.execute(f"SET temp_directory = '{quoted(tempfile.gettempdir())}/press-duckdb-{os.getpid()}'")
    if file is not None:
        connection.execute(f"ATTACH '{quoted(file)}' AS corpus (READ_ONLY)")
    if files is not None:
        connection.register_filesystem(files)
    return connection


def _drop(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
