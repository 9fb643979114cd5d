"""The corpus: tables of parsed articles as Parquet, queried with DuckDB under a Selection.

The only module that reads and writes tables. A corpus is written to a temporary folder and renamed, so
that it is there whole or not at all; its folder is named by the fingerprint of what it was made from.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import uuid
import weakref
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from press import outlets
from press.article import Article, stable_id
from press.corpus import corrections, index, stories
from press.corpus.store import KEYS, MANIFEST, PART, STORY_PART, Manifest, Part, Store, StoreError, live
from press.readers import Refusal
from press.readers import jsonl as jsonl_reader
from press.reading.events import events as events_module
from press.reading.parse import Parsed, parse
from press.selection import Selection, words_of
from press.tables import STORED, TABLES
from press.text.dates import first_day
from press.text.words import WORD
from press.vocabulary import FOLDER, ROOT

ARTICLES = ROOT / "data" / "articles"
Progress = Callable[[int, int], None]
#: Articles up to which a corpus is indexed in memory at each start; larger ones are indexed once, in a file.
IN_MEMORY = 5_000
#: Memory that DuckDB may take: for the queries of all visitors together, and for making an index.
MEMORY, BUILD_MEMORY = "192MB", "800MB"
_MOST_SETS = 32
_SETS = threading.RLock()
_NAMES = re.compile(r"\w+")


class CorpusError(RuntimeError):
    """The corpus cannot be built or opened; the message says which file and why."""


# -- rows ----------------------------------------------------------------------------------------


def rows_of(parsed: Parsed) -> dict[str, list[dict[str, Any]]]:
    """The rows of all tables for one parsed article."""
    article, document = parsed.article, parsed.document
    article_id = article.article_id
    outlet = outlets.resolve(article.outlet, article.url)
    readable = [s for s in document.sentences if s.readable]
    names = [m.name for m in parsed.mentions]
    names += [s.speaker for s, _ in parsed.statements if s.speaker]
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in STORED}
    tables["words"].append({"article_id": article_id, "words": words_of(article.title + "\n" + article.text)})
    tables["articles"].append(
        {
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
            "lead": document.quote(readable[0]) if readable else "",
            "text": article.text,
            "words": len(WORD.findall(article.text)),
            "topics": parsed.topics,
            "actors": list(dict.fromkeys(names)),
            "abstract": article.abstract,
            "duplicate_of": "",
            "corrections": "",
        }
    )
    for statement, tone in parsed.statements:
        statement_id = stable_id(article_id, "statement", statement.start, statement.end)
        section = document.sentences[statement.sentence].section
        tables["statements"].append(
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
                "background": section == "background",
                "basis": "parser",
            }
        )
        for party, stance in tone.targets.items():
            tables["stances"].append(
                {
                    "statement_id": statement_id,
                    "article_id": article_id,
                    "target": party,
                    "stance": stance.score,
                    "label": stance.label,
                }
            )
    ends = [s.end for s in document.sentences]

    def sentence_at(offset: int) -> str:
        i = bisect_right(ends, offset)
        return document.quote(document.sentences[i]) if i < len(ends) else ""

    for m in parsed.mentions:
        tables["mentions"].append(
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
        )
    for t in parsed.topic_mentions:
        tables["mentions"].append(
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
        )
    codes = events_module.types()
    for e in parsed.events:
        tables["events"].append(
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
        )
    with suppress(ValueError):  # readers refuse faulty corrections, with the reason
        corrections.apply(tables, corrections.read(article.extra.get("corrections")))
    return tables


def tables_of(articles: Iterable[Article], total: int = 0, progress: Progress | None = None) -> dict[str, pa.Table]:
    """Parse articles into Arrow tables; ``progress(done, total)`` is called now and then."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in STORED}
    seen: set[str] = set()
    for number, article in enumerate(articles, 1):
        if article.article_id in seen:
            continue
        seen.add(article.article_id)
        for name, new in rows_of(parse(article)).items():
            rows[name].extend(new)
        if progress is not None and (number % 10 == 0 or number == total):
            progress(number, total)
    stories.mark_duplicates(rows["articles"])
    rows["stories"] = stories.group(rows["events"], {r["article_id"]: r for r in rows["articles"]})
    return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in STORED.items()}


# -- the store -----------------------------------------------------------------------------------


def default_store() -> Path:
    """Folder that holds built corpora: ``PRESS_STORE``, else the user's cache folder."""
    if given := os.environ.get("PRESS_STORE"):
        return Path(given)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "serbia-russia-monitor"


def _digest(*folders: tuple[Path, Iterable[Path]]) -> str:
    digest = hashlib.blake2b(f"{TABLES}\n".encode(), digest_size=8)
    for root, files in folders:
        for file in files:
            digest.update(str(file.relative_to(root)).encode())
            digest.update(hashlib.blake2b(file.read_bytes()).digest())
    return digest.hexdigest()


def _parser_files() -> list[tuple[Path, list[Path]]]:
    code = ROOT / "press"
    vocabulary = sorted(p for p in FOLDER.rglob("*") if p.suffix in (".toml", ".tsv", ".txt"))
    return [(FOLDER, vocabulary), (code, sorted(code.rglob("*.py")))]


def parser_fingerprint() -> str:
    """16 hexadecimal digits over what decides how an article is parsed: code, vocabulary, tables."""
    return _digest(*_parser_files())


def fingerprint(articles: Path = ARTICLES) -> str:
    """16 hexadecimal digits over the article files and :func:`parser_fingerprint`'s files."""
    return _digest((articles, sorted(articles.glob("*.jsonl"))), *_parser_files())


def read_articles(folder: Path = ARTICLES) -> list[Article]:
    """The articles of a folder of JSON Lines files.

    The bundled texts are abstracts; those of another folder are where a record says so.

    Raises
    ------
    CorpusError
        Naming file, line and field of the first faulty article.
    """
    out: list[Article] = []
    for file in sorted(folder.glob("*.jsonl")):
        for item in jsonl_reader.read(file.read_bytes().splitlines(), file.name, abstract=folder == ARTICLES):
            if isinstance(item, Refusal):
                raise CorpusError(str(item))
            out.append(item)
    if not out:
        raise CorpusError(f"{folder}: holds no articles (*.jsonl)")
    return out


def write(tables: dict[str, pa.Table], folder: Path) -> None:
    """Write tables as a corpus folder, whole or not at all; a corpus that is there already is left as it is."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(prefix=".partial-", dir=folder.parent))
    try:
        store = Store(partial)
        rows = {name: tables[name] for name in PART if name in tables}
        buckets = [stories.bucket(e) for e in tables["events"].select(["type", "date", "article_id"]).to_pylist()]
        rows["events"] = tables["events"].append_column("bucket", pa.array(buckets, pa.string()))
        rows["keys"] = KEYS.empty_table()
        by_story = dict(zip(tables["events"]["story_id"].to_pylist(), buckets, strict=True))
        story_buckets = pa.array([by_story[s] for s in tables["stories"]["story_id"].to_pylist()], pa.string())
        store.write("articles", rows)
        store.write(
            "stories",
            {
                "stories": tables["stories"].append_column("bucket", story_buckets),
                "reports": rows["events"].select(["event_id", "story_id", "bucket"]),
                "buckets": pa.table({"bucket": pa.array(sorted(set(buckets)), pa.string())}),
            },
        )
        size = tables["articles"].num_rows
        store.commit(Manifest(parts=(Part("articles", 1, size),), stories=(Part("stories", 1, size),)))
        try:
            partial.rename(folder)
        except OSError:
            if not is_whole(folder):
                raise
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def is_whole(folder: Path) -> bool:
    """Whether a folder holds a corpus."""
    return (folder / MANIFEST).is_file()


def corpus_address(given: str | Path | None = None) -> str | Path:
    """Where the corpus is: what is given, else ``PRESS_CORPUS`` of the environment, else the bundled articles.

    Streamlit sets the environment from the secrets of the same name.
    """
    return given or os.environ.get("PRESS_CORPUS") or ARTICLES


def corpus_name(address: str | Path | None = None) -> str:
    """What :attr:`Corpus.name` would be if the corpus were opened now: tells whether it has changed."""
    address = corpus_address(address)
    if "://" not in str(address) and not is_whole(Path(address)):
        return fingerprint(Path(address))
    store = Store(address)
    return f"{stable_id(store.address)}-{store.manifest().generation}"


def open_corpus(
    address: str | Path | None = None, store: Path | None = None, progress: Progress | None = None
) -> Corpus:
    """Open a corpus.

    Parameters
    ----------
    address : str or Path, optional
        A corpus that ``python -m press ingest`` made: its folder or fsspec address. Or a folder of articles
        (JSON Lines), which is parsed where that has not been done yet. See :func:`corpus_address`.
    store : Path, optional
        Folder of built corpora, see :func:`default_store`; where it cannot be written, the corpus is kept
        in memory.
    progress : callable, optional
        Called with (articles done, articles in all) while parsing.

    Raises
    ------
    CorpusError
        Where there is no corpus, or a faulty one; says which file and why.
    """
    address = corpus_address(address)
    try:
        if "://" in str(address) or is_whole(Path(address)):
            return _open_store(Store(address), corpus_name(address), store or default_store(), progress)
        articles = Path(address)
        if not articles.is_dir():
            raise CorpusError(f"{articles}: is no folder")
        name = fingerprint(articles)
        folder = (store or default_store()) / name
        if not is_whole(folder):
            read = read_articles(articles)
            tables = tables_of(read, len(read), progress)
            try:
                write(tables, folder)
            except OSError:
                return Corpus(tables, name)
            _forget_old(folder)
        return _open_store(Store(folder), name, folder.parent, progress)
    except StoreError as error:
        raise CorpusError(str(error)) from error


def _open_store(store: Store, name: str, folder: Path, progress: Progress | None = None) -> Corpus:
    if not store.exists():
        raise CorpusError(f"{store.address}: there is no corpus ({MANIFEST} is missing)")
    manifest = store.manifest()
    sources = _sources(store, manifest)
    files = None if store.local else store.fs
    if sum(p.size for p in manifest.parts) <= IN_MEMORY:
        return Corpus(sources, name, files)
    code = ROOT / "press"
    layout = _digest((code, [code / "corpus" / "index.py", code / "tables.py"]))[:8]
    file = folder / f"index-{name}-{layout}.duckdb"
    if not file.exists():
        others = sorted(
            folder.glob(f"index-{name.rsplit('-', 1)[0]}-*-{layout}.duckdb"), key=lambda p: p.stat().st_mtime
        )
        if others and (changed := _with_changes(others[-1], sources, name, files)):
            return changed
        _write_index_apart(store, file, progress)
        for old in folder.glob(f"index-{name.rsplit('-', 1)[0]}-*.duckdb"):
            if old != file:
                with suppress(OSError):  # another process may have it open, where that forbids removing it
                    old.unlink()
    return Corpus(file, name)


def _with_changes(file: Path, sources: Mapping[str, str], name: str, files: Any) -> Corpus | None:
    """The corpus by an earlier index and, in memory, the articles that came or changed since; None where those are many."""
    base = Corpus(file, name)
    connection = base._connection
    if files is not None:
        connection.register_filesystem(files)
    connection.execute(
        f"CREATE TABLE memory.main.changed AS SELECT article_id FROM ({sources['keys']}) k "
        "ANTI JOIN corpus.main.all_keys i USING (article_id, content)"
    )
    ((count,),) = connection.execute("SELECT count(*) FROM memory.main.changed").fetchall()
    if count > IN_MEMORY:
        return None
    tables: dict[str, pa.Table] = {"stories": TABLES["stories"].empty_table()}
    for table in STORED:
        if table != "stories":
            found: Any = connection.sql(
                f"SELECT * FROM ({sources[table]}) WHERE article_id IN (FROM memory.main.changed)"
            )
            tables[table] = found.to_arrow_table().cast(STORED[table])
    changed = base.with_extra(tables)
    changed.name = name
    return changed


def _sources(store: Store, manifest: Manifest) -> dict[str, str]:
    """Query for each table of a corpus, over its Parquet files."""
    schemas = {**PART, "events": TABLES["events"]}
    sources = live(store, manifest.parts, schemas, "article_id", "keys")
    grouped = live(store, manifest.stories, STORY_PART, "bucket", "buckets")
    sources["events"] = (
        f"SELECT e.* REPLACE (r.story_id AS story_id) FROM ({sources['events']}) e JOIN ({grouped['reports']}) r USING (event_id)"
    )
    sources["stories"] = f"SELECT * EXCLUDE (bucket) FROM ({grouped['stories']})"
    return {table: sources[table] for table in (*STORED, "keys")}


def _write_index_apart(store: Store, file: Path, progress: Progress | None) -> None:
    """As :func:`_write_index`, by a process of its own: it takes more memory than the server of a dashboard may keep."""
    command = [sys.executable, "-m", __name__, store.local or store.address, str(file.absolute())]
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True) as process,
    ):
        for line in process.stdout or ():
            done, _, total = line.partition("/")
            if progress is not None and total:
                progress(int(done), int(total))
        if process.wait():
            errors.seek(0)
            reason = (errors.read().strip().splitlines() or [f"ended with {process.returncode}"])[-1]
            raise CorpusError(f"{store.address}: its index cannot be made: {reason}")


def _write_index(store: Store, file: Path, progress: Progress) -> None:
    """Write the index of a large corpus to a file, whole or not at all."""
    sources, files = _sources(store, store.manifest()), None if store.local else store.fs
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".partial-", dir=file.parent) as folder, duckdb.connect() as connection:
        if files is not None:
            connection.register_filesystem(files)
        connection.execute(f"SET enable_progress_bar = false; SET temp_directory = '{_quoted(folder)}'")
        connection.execute(f"SET memory_limit = '{BUILD_MEMORY}'")
        partial = Path(folder) / "index.duckdb"
        connection.execute(f"ATTACH '{_quoted(partial)}' AS corpus")
        index.build(connection, "corpus.main.all_", sources, progress=progress)
        connection.execute(f"CREATE TABLE corpus.main.all_keys AS SELECT article_id, content FROM ({sources['keys']})")
        connection.execute("DETACH corpus")
        partial.rename(file)


def _quoted(path: Path | str) -> str:
    return str(path).replace("'", "''")


def _forget_old(current: Path, keep: int = 4) -> None:
    """Remove all but the latest corpora of a store, so that it does not grow with every change."""
    others = [p for p in current.parent.iterdir() if p != current and len(p.name) == 16 and is_whole(p)]
    for old in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[keep:]:
        shutil.rmtree(old, ignore_errors=True)


# -- the corpus ----------------------------------------------------------------------------------


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
        self._connection = duckdb.connect(":memory:")
        self._connection.execute(f"SET threads = 2; SET enable_progress_bar = false; SET memory_limit = '{MEMORY}'")
        self._connection.execute(f"SET temp_directory = '{_quoted(tempfile.gettempdir())}/press-duckdb-{os.getpid()}'")
        if isinstance(tables, Path):
            self._connection.execute(f"ATTACH '{_quoted(tables)}' AS corpus (READ_ONLY)")
            self._tables = "corpus.main.all_"
            return
        self._tables = "memory.main.all_"
        if files is not None:
            self._connection.register_filesystem(files)
        index.build_from(self._connection, self._tables, tables)

    def with_extra(self, tables: Mapping[str, pa.Table], instead: bool = False) -> Corpus:
        """A corpus of this one's articles and others', or of the others' alone; this one stays as it is.

        Parameters
        ----------
        tables : dict
            All tables, as :func:`tables_of` makes them. Kept in memory. An article that this corpus has too
            (the same ``article_id``) takes its place. Events are grouped with this corpus's.
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
        query = "SELECT " + ", ".join(f'"{c}"' for c in TABLES[table].names) + f" FROM {table}"
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
            conditions = _plain_conditions(cursor, selection)
            if selection.topics or selection.actors or selection.words:
                conditions = [f"article_no IN (FROM {self._set_of(replace(selection, kinds=()))})"]
            inside = " AND ".join(conditions) or "TRUE"
            kinds = _one_of(cursor, "kind", selection.kinds)
            spoken = " AND ".join([inside, kinds]) if kinds else inside
            wheres = dict.fromkeys(TABLES, inside) | {"topics": inside, "statements": spoken, "stances": spoken}
            if conditions:
                wheres["stories"] = f"story_no IN (SELECT story_no FROM {self._tables}events WHERE {inside})"
            views = {t: (t, ", ".join(f'"{c}"' for c in TABLES[t].names)) for t in TABLES}
            views["articles"] = ("articles", f"article_no, {views['articles'][1]}")
            views["stories"] = ("stories", f"story_no, {views['stories'][1]}")
            views |= {
                name: (t, ", ".join(f'"{c}"' for c in columns)) for name, (t, columns) in index.WITH_ARTICLE.items()
            }
            named = set(_NAMES.findall(query))
            # Not materialized: each use of a table reads only the columns and rows that it needs.
            bound = ", ".join(
                f"{prefix}{name} AS NOT MATERIALIZED (SELECT {columns} FROM {self._tables}{table} WHERE {where})"
                for name, (table, columns) in views.items()
                for prefix, where in (("", wheres[table]), ("all_", "TRUE"))
                if prefix + name in named
            )
            head, _, tail = query.lstrip().partition(" ")
            if not bound:
                yield cursor, query
            else:
                yield cursor, f"WITH {bound}, {tail}" if head.upper() == "WITH" else f"WITH {bound} {query}"

    def _set_of(self, selection: Selection) -> str:
        """Name of a table with the numbers of the articles selected; the latest are kept."""
        with _SETS:
            if selection in self._sets:
                self._sets.move_to_end(selection)
                return self._sets[selection]
            with self._connection.cursor() as cursor:
                conditions = _plain_conditions(cursor, selection)
                for column, values in (("topic", selection.topics), ("actor", selection.actors)):
                    if values:
                        found = (
                            f"SELECT article_no FROM {self._tables}{column}s WHERE {_one_of(cursor, column, values)}"
                        )
                        conditions.append(f"article_no IN ({found})")
                for word in selection.searched():
                    first, last = (_variable(cursor, w) for w in index.word_range(word))
                    found = f"SELECT article_no FROM {self._tables}words WHERE word >= {first} AND word < {last}"
                    conditions.append(f"article_no IN ({found})")
                name = f"{self._own}.set_{uuid.uuid4().hex}"
                where = " AND ".join(conditions) or "TRUE"
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
        chosen = self.sql("SELECT count(*) AS n FROM articles", selection)["n"][0]
        return int(chosen), int(self.sql("SELECT count(*) AS n FROM articles")["n"][0])

    def span(self) -> tuple[date, date]:
        """First and last day of publication of the whole corpus."""
        row = self.sql("SELECT min(published) AS a, max(published) AS b FROM articles").iloc[0]
        today = date.today()
        return tuple(today if pd.isna(v) else pd.Timestamp(v).date() for v in row)  # type: ignore[return-value]

    def values(self, column: str) -> pd.DataFrame:
        """Distinct values of a column of ``articles`` with their number of articles, most frequent first."""
        if column not in TABLES["articles"].names:
            raise KeyError(f"articles have no column {column}")
        source = f'unnest("{column}")' if column in ("topics", "actors") else f'"{column}"'
        return self.sql(
            f"SELECT value, count(*) AS articles FROM (SELECT {source} AS value FROM articles) "
            "WHERE value <> '' GROUP BY value ORDER BY articles DESC, value"
        )

    def article(self, article_id: str) -> dict[str, Any] | None:
        """One article with all its columns, None where there is none."""
        columns = ", ".join(f'"{c}"' for c in TABLES["articles"].names)
        found = self.sql(f"SELECT {columns} FROM articles WHERE article_id = ?", None, [article_id])
        return None if found.empty else found.iloc[0].to_dict()

    def of_article(self, table: str, article_id: str) -> pd.DataFrame:
        """The rows of a table that belong to one article, in the order of its text."""
        if table not in ("statements", "mentions", "events"):
            raise KeyError(f"{table} has no rows in an article's text")
        columns = ", ".join(f'"{c}"' for c in TABLES[table].names)
        return self.sql(
            f"SELECT {columns} FROM article_{table} WHERE article_no = (SELECT article_no FROM articles WHERE article_id = ?) ORDER BY start",
            None,
            [article_id],
        )


def _variable(cursor: duckdb.DuckDBPyConnection, value: Any) -> str:
    """Bind a value to a variable of a cursor; returns the SQL that stands for it."""
    name = f"v{uuid.uuid4().hex}"
    cursor.execute(f"SET VARIABLE {name} = ?", [value])
    return f"getvariable('{name}')"


def _one_of(cursor: duckdb.DuckDBPyConnection, column: str, values: Sequence[str]) -> str:
    """Condition that a column has one of some values; '' where there are none."""
    return f"{column} IN ({', '.join(_variable(cursor, v) for v in values)})" if values else ""


def _plain_conditions(cursor: duckdb.DuckDBPyConnection, selection: Selection) -> list[str]:
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
            conditions.append(_one_of(cursor, column, values))
    return conditions


def _drop(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")


if __name__ == "__main__":  # the process of _write_index_apart
    try:
        _write_index(Store(sys.argv[1]), Path(sys.argv[2]), lambda done, total: print(f"{done}/{total}", flush=True))
    except (duckdb.Error, StoreError, OSError) as error:
        sys.exit(" ".join(str(error).split()))
