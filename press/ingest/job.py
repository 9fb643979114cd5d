"""Ingest: articles from anywhere into a corpus, on all cores or on a Dask cluster, interruptible at any moment.

One process reads the input and compares it with what is there; batches of what is new or changed are parsed by
worker processes, each of which writes its batch as a part (see :mod:`press.corpus.store`). The manifest takes a part up when
its batch is done, and shows all new parts together with their events grouped with the rest at the end. Whatever is
killed at whatever moment, the corpus stays whole, and the same command again goes on where the last one was.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import tempfile
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from itertools import groupby
from multiprocessing.context import BaseContext
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np
import pyarrow as pa

from press.article import Article, stable_id
from press.corpus import stories
from press.corpus.near_identical import BANDS, Seen, signature
from press.corpus.store import PART, STORY_PART, Manifest, Part, Store, new_name, several, with_order
from press.readers import Notice, Refusal, read_stream
from press.selection import search_key

BATCH_ARTICLES = 250
BATCH_CHARACTERS = 1_000_000
#: Compaction: this many small parts that follow each other become one.
SMALL_ARTICLES = 4_000
MOST_SMALL = 16
MOST_STORY_PARTS = 8
_KEPT_REFUSALS = 1_000
#: Endings of files that take longer to read than to parse: workers read them, this many bytes at once or one file.
_SLOW = {".html", ".htm", ".xhtml", ".warc", ".wet", ".gz", ".pdf", ".docx", ".zip"}
_SPOOL_BYTES = 5_000_000
_ARTICLES_AT_ONCE = 100_000  # that memory holds the keys of, or that a join is of
_SORTED_EVENTS = 500_000
SECONDS_TO_CONNECT = 20


class IngestError(RuntimeError):
    """An ingest cannot go on; what was done so far is kept."""


@dataclass(slots=True)
class Report:
    """What became of the items of an ingest.

    Attributes
    ----------
    added, updated : int
        Articles that are new, and articles of a known address whose content has changed (or that another
        version of the parser had read).
    same, near : int
        Articles that are there already: the same address with the same content; a near-identical text
        under another address.
    refused : int
        Items that cannot be read.
    refusals : list of Refusal
        The first thousand of them, with file, line, field and problem.
    interrupted : bool
    """

    added: int = 0
    updated: int = 0
    same: int = 0
    near: int = 0
    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    interrupted: bool = False

    @property
    def duplicates(self) -> int:
        """Articles skipped because they are there already."""
        return self.same + self.near

    @property
    def items(self) -> int:
        """All items so far."""
        return self.added + self.updated + self.duplicates + self.refused

    def refuse(self, refusal: Refusal) -> None:
        """Count a refused item."""
        self.refused += 1
        if len(self.refusals) < _KEPT_REFUSALS:
            self.refusals.append(refusal)

    def table(self) -> str:
        """The report as text: a line for each outcome, the reasons of refusals below."""
        rows = [
            ("added", self.added, ""),
            ("updated", self.updated, ""),
            ("duplicates", self.duplicates, f"{self.same} unchanged, {self.near} near-identical" * bool(self.duplicates)),
            ("refused", self.refused, ""),
        ]  # fmt: skip
        reasons = Counter((f"“{r.field}” " if r.field else "") + r.problem for r in self.refusals)
        rows += [("", n, reason) for reason, n in reasons.most_common(20)]
        width = max(len(f"{n:,}") for _, n, _ in rows)
        return "\n".join(f"{name:<11}{n:>{width},}  {note}".rstrip() for name, n, note in rows)


Progress = Callable[[Report], None]


def ingest(
    items: Iterable[Article | Refusal],
    corpus: str | Path,
    *,
    workers: int | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Bring articles into a corpus, which is made where there is none.

    Parameters
    ----------
    items : iterable of Article or Refusal
        As the readers yield them; read as they are needed, never held all at once.
    corpus : str or Path
        Folder or fsspec address of the corpus.
    workers : int, optional
        Worker processes; the number of cores by default. With 1 everything runs in this process.
    scheduler : str, optional
        Address of a Dask scheduler, ``tcp://HOST:8786``: its workers parse instead. They need this program
        installed and must reach the corpus under the same address.
    progress : callable, optional
        Called with the report as it stands after each item.

    Returns
    -------
    Report

    Raises
    ------
    StoreError
        Where the corpus cannot be read or written, or another process is writing to it.
    IngestError
        Where workers are lost or the scheduler cannot be reached.
    """
    store = Store(corpus)
    report = Report()
    with store.writing():
        with _executor(workers, scheduler) as (pool, most_open), _scratch(store) as scratch:
            from press.corpus.opening import parser_fingerprint

            job = _Job(store, pool, most_open, report, parser_fingerprint(), scratch)
            if isinstance(items, Sources) and pool is not None:
                items = items.read_by(pool, store, most_open)
            try:
                with _until_interrupted(report):
                    for item in items:
                        job.take(item)
                        if progress is not None:
                            progress(report)
                    job.flush(last=True)
                job.collect(0)
            except BrokenProcessPool:
                raise IngestError(
                    "a worker process was ended from outside (out of memory?); run the same again"
                ) from None
        job.finish()  # without the workers, who have nothing to do and hold memory
        if progress is not None:
            progress(report)
    return report


@contextmanager
def _until_interrupted(report: Report) -> Iterator[None]:
    """Go on behind the block on Ctrl-C, and report it."""
    try:
        yield
    except KeyboardInterrupt:
        report.interrupted = True


class Sources:
    """The items of files, of all files of folders, and of fsspec addresses, with how far the reading is.

    Parameters
    ----------
    paths : iterable of str or Path
    columns : dict, optional
        The column of each field in tables, see :func:`press.readers.read_stream`.

    Attributes
    ----------
    done, total : int
        Bytes read, and bytes of all files found.
    notices : list of Notice
        What was left out of articles that were read, the first thousand.
    """

    def __init__(self, paths: Iterable[str | Path], columns: Mapping[str, str] | None = None) -> None:
        self.columns = columns
        self.files: list[tuple[Any, str, int]] = []  # file system (None: this machine), path, size
        self.missing: list[Refusal] = []
        self.notices: list[Notice] = []
        self.done = 0
        for path in map(str, paths):
            self._add(path)
        self.total = sum(size for _, _, size in self.files)

    def _add(self, path: str) -> None:
        if "://" in path:
            import fsspec

            fs, root = fsspec.core.url_to_fs(path)
            found = [root] if fs.isfile(root) else sorted(fs.find(root))
            self.files += [(fs, name, fs.size(name) or 0) for name in found]
            if not found:
                self.missing.append(Refusal(path, 0, "", "is not there"))
            return
        here = Path(path)
        if here.is_dir():
            inside = sorted(p for p in here.rglob("*") if p.is_file() and not _hidden(p.relative_to(here)))
            self.files += [(None, str(p), p.stat().st_size) for p in inside]
        elif here.is_file():
            self.files.append((None, path, here.stat().st_size))
        else:
            self.missing.append(Refusal(path, 0, "", "is not there"))

    def __iter__(self) -> Iterator[Article | Refusal]:
        yield from self.missing
        for file in self.files:
            yield from self._read(*file)

    def _read(self, fs: Any, path: str, size: int) -> Iterator[Article | Refusal]:
        before = self.done
        try:
            # Files of object stores read by ranges and know no lines of limited length: a buffer does.
            with open(path, "rb") if fs is None else io.BufferedReader(fs.open(path, "rb"), 2**20) as stream:
                for item in read_stream(stream, path, "", self.columns, self._note):
                    if not stream.closed:
                        self.done = before + min(size, stream.tell())
                    yield item
        except OSError as error:
            yield Refusal(path, 0, "", error.strerror or "cannot be read")
        self.done = before + size

    def _note(self, notice: Notice) -> None:
        if len(self.notices) < _KEPT_REFUSALS:
            self.notices.append(notice)

    def read_by(self, pool: Executor, store: Store, most_open: int) -> Iterator[Article | Refusal]:
        """As iterating, but pages and archives, which are slow to read, are read by workers.

        A worker writes what it reads to a spool in the corpus's folder, from which it is taken in the order of the
        files, so that the outcome is the same as without workers.
        """
        yield from self.missing
        reading: deque[tuple[Future[str] | None, list[tuple[Any, str, int]]]] = deque()
        ahead = iter(self._groups())
        while True:
            while len(reading) < most_open and (group := next(ahead, None)):
                slow = Path(group[0][1]).suffix.lower() in _SLOW
                reading.append((pool.submit(_spool, store.address, group, self.columns) if slow else None, group))
            if not reading:
                return
            future, group = reading.popleft()
            if future is None:
                for file in group:
                    yield from self._read(*file)
                continue
            spool = future.result()
            with store.fs.open(spool, "rb") as stream:
                for line in stream:
                    if isinstance(item := _from_spool(line), Notice):
                        self._note(item)
                    else:
                        yield item
            store.fs.rm(spool)
            self.done += sum(size for _, _, size in group)

    def _groups(self) -> Iterator[list[tuple[Any, str, int]]]:
        """Files in their order, small ones of slow forms together."""
        group: list[tuple[Any, str, int]] = []
        for file in self.files:
            slow = Path(file[1]).suffix.lower() in _SLOW
            if group and (not slow or len(group) >= 100 or sum(f[2] for f in group) + file[2] > _SPOOL_BYTES):
                yield group
                group = []
            if slow:
                group.append(file)
            else:
                yield [file]
        if group:
            yield group


def _spool(address: str, files: list[tuple[Any, str, int]], columns: Mapping[str, str] | None) -> str:
    """Read files and write what is in them to a spool; returns its path."""
    store = Store(address)
    store.fs.makedirs(f"{store.root}/spool", exist_ok=True)
    path = f"{store.root}/spool/{new_name()}.jsonl"
    sources = Sources((), columns)
    with store.fs.open(path, "wb") as out:
        for file in files:
            for item in sources._read(*file):
                if isinstance(item, Refusal):
                    row: dict[str, Any] = {"refusal": [item.file, item.line, item.field, item.problem]}
                else:
                    row = {"article": {**asdict(item), "published": item.published and item.published.isoformat()}}
                out.write(json.dumps(row, default=str).encode() + b"\n")
        for notice in sources.notices:
            out.write(json.dumps({"notice": list(notice)}).encode() + b"\n")
    return path


def _from_spool(line: bytes) -> Article | Refusal | Notice:
    row = json.loads(line)
    if "notice" in row:
        return Notice(*row["notice"])
    if "refusal" in row:
        return Refusal(*row["refusal"])
    day = row["article"]["published"]
    return Article(**{**row["article"], "published": date.fromisoformat(day) if day else None})


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


class Bar:
    """A progress bar on standard error; on anything but a terminal a line every half minute."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.terminal = sys.stderr.isatty()
        self.every = 0.2 if self.terminal else 30.0
        self.last = self.start = monotonic()

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self.terminal:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def __call__(self, report: Report) -> None:
        """Show how far the reading is, if some time has passed."""
        now = monotonic()
        if now - self.last < self.every:
            return
        self.last = now
        share = self.sources.done / max(1, self.sources.total)
        line = f"{share:4.0%} · {report.items:,} read · {report.added:,} added · {report.items / (now - self.start):,.0f} a second"
        if self.terminal:
            filled = round(30 * share)
            print(f"\r\x1b[K[{'#' * filled}{'.' * (30 - filled)}] {line}", end="", file=sys.stderr, flush=True)
        else:
            print(line, file=sys.stderr, flush=True)


# -- reading and comparing -----------------------------------------------------------------------


class _Job:
    """One run: the open batch, the batches at the workers, and the manifest."""

    def __init__(
        self, store: Store, pool: Executor | None, most_open: int, report: Report, parser: str, scratch: Path
    ) -> None:
        self.store, self.pool, self.report, self.parser = store, pool, report, parser
        self.most_open = most_open
        self.manifest = store.manifest()
        self.order = self.manifest.next_order
        self.seen = _seen(store, self.manifest.every, scratch)
        self.batch: list[Article] = []
        self.keys: list[tuple[int, np.ndarray]] = []
        self.characters = self.updates = 0
        self.at_work: dict[Future[tuple[int, list[Refusal]]], tuple[Part, int]] = {}

    def take(self, item: Article | Refusal) -> None:
        """Compare an item with what is there, and put it into the batch where it is new."""
        if isinstance(item, Refusal):
            self.report.refuse(item)
            return
        number = int(item.article_id, 16)
        content = _content(item, self.parser)
        known = self.seen.content(number)
        if known == content:
            self.report.same += 1
            return
        bands = signature(search_key(item.text), search_key(item.title))
        if known is None and self.seen.like(bands) not in (None, number):
            self.report.near += 1
            return
        self.updates += known is not None
        self.seen.add(number, content, bands)
        self.batch.append(item)
        self.keys.append((content, bands))
        self.characters += len(item.text)
        if len(self.batch) >= BATCH_ARTICLES or self.characters >= BATCH_CHARACTERS:
            self.flush()

    def flush(self, last: bool = False) -> None:
        """Hand the open batch to a worker; waits while the workers have enough."""
        if self.batch:
            part = Part(new_name(), self.order, len(self.batch))
            self.order += 1
            contents = [content for content, _ in self.keys]
            bands = np.concatenate([b for _, b in self.keys])
            arguments = (self.store.address, part.name, self.batch, contents, bands)
            alone = last and not self.at_work  # a few articles: not worth starting a process
            future = (
                _done(parse_part, *arguments)
                if self.pool is None or alone
                else self.pool.submit(parse_part, *arguments)
            )
            self.at_work[future] = (part, self.updates)
            self.batch, self.keys = [], []
            self.characters = self.updates = 0
        self.collect(self.most_open)

    def collect(self, most_open: int) -> None:
        """Take up what workers have done, until at most ``most_open`` batches are left with them."""
        while self.at_work:
            timeout = None if len(self.at_work) > most_open else 0
            done, _ = wait(self.at_work, timeout=timeout, return_when=FIRST_COMPLETED)
            if not done:
                return
            for future in done:
                part, updates = self.at_work.pop(future)
                size, refusals = future.result()
                for refusal in refusals:
                    self.report.refuse(refusal)
                updates = min(updates, size)
                self.report.added += size - updates
                self.report.updated += updates
                pending = sorted((*self.manifest.pending, replace(part, size=size)), key=lambda p: p.order)
                self.manifest = self.store.commit(replace(self.manifest, pending=tuple(pending)))
            self.compact()

    def finish(self) -> None:
        """Show all new parts; nothing can be taken any more."""
        del self.seen  # or the memory of its files would be held while events are grouped
        if self.manifest.pending:
            self.manifest = publish(self.store, self.manifest)
            self.compact()

    def compact(self) -> None:
        """Merge small parts that follow each other, where there are many."""
        first_open = min((part.order for part, _ in self.at_work.values()), default=self.order)
        for name in ("parts", "pending"):
            run: list[Part] = []
            for part in getattr(self.manifest, name):
                run = [*run, part] if part.size < SMALL_ARTICLES and part.order < first_open else []
                if len(run) < MOST_SMALL:
                    continue
                merged = self.store.merge(run, PART, "article_id", "keys")
                parts = [merged if p == run[0] else p for p in getattr(self.manifest, name) if p not in run[1:]]
                self.manifest = self.store.commit(
                    replace(self.manifest, parts=tuple(parts))
                    if name == "parts"
                    else replace(self.manifest, pending=tuple(parts))
                )
                self.store.remove(run)
                break


def _content(article: Article, parser: str) -> int:
    """Hash of everything that a corpus keeps of an article, and of the parser that reads it."""
    fields = (
        article.text, article.title, article.url, article.outlet, article.language, article.published, article.date_basis,
        article.author, article.abstract, article.extra.get("corrections"), parser,
    )  # fmt: skip
    return int(stable_id(*fields), 16)


def _seen(store: Store, parts: Sequence[Part], scratch: Path) -> Seen:
    """What is there, newer parts last."""
    seen = Seen(scratch)
    read: list[pa.Table] = []
    ordered = sorted(parts, key=lambda p: p.order)
    for part in ordered:
        read.append(store.read(part, "keys"))
        if part is not ordered[-1] and sum(map(len, read)) < _ARTICLES_AT_ONCE:
            continue
        keys = pa.concat_tables(read).combine_chunks()
        read = []
        seen.extend(
            np.array([int(i, 16) for i in keys["article_id"].to_pylist()], dtype=np.uint64),
            keys["content"].to_numpy(),
            keys["bands"].combine_chunks().flatten().to_numpy(zero_copy_only=False).reshape(-1, BANDS),
        )
    return seen


@contextmanager
def _scratch(store: Store) -> Iterator[Path]:
    """A folder for the time of an ingest: in the corpus's, where an interrupted one is swept up, or a temporary one."""
    if store.local:
        os.makedirs(f"{store.root}/spool", exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix="press-", dir=f"{store.root}/spool" if store.local else None, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


# -- parsing, in the workers ---------------------------------------------------------------------


def parse_part(
    address: str, name: str, articles: list[Article], contents: list[int], bands: np.ndarray
) -> tuple[int, list[Refusal]]:
    """Parse a batch and write it as a part; returns its number of articles, and what could not be parsed."""
    from press.corpus.opening import rows_of
    from press.reading.parse import parse

    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in PART}
    refusals = []
    bands = bands.reshape(-1, BANDS)
    for i, article in enumerate(articles):
        try:
            own = rows_of(parse(article))
        except Exception as error:  # one faulty article stops none of the others
            refusals.append(Refusal(article.url or article.title or "article", 0, "", f"cannot be parsed ({error!r})"))
            continue
        for table, new in own.items():
            rows.setdefault(table, []).extend(new)
        rows["keys"].append({"article_id": article.article_id, "content": contents[i], "bands": bands[i].tolist()})
    for event in rows["events"]:
        event["bucket"] = stories.bucket(event)
    store = Store(address)
    store.write(name, {table: pa.Table.from_pylist(rows[table], schema) for table, schema in PART.items()})
    return len(rows["keys"]), refusals


def _done(call: Callable[..., Any], *arguments: Any) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_result(call(*arguments))
    return future


def _start_worker() -> None:
    """A worker leaves Ctrl-C to the process that reads, and ends when that process is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from multiprocessing import parent_process

    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _executor(workers: int | None, scheduler: str | None) -> Iterator[tuple[Executor | None, int]]:
    """Who parses (None: this process), and how many batches may wait for it."""
    if scheduler:
        try:
            from distributed import Client
        except ImportError:
            raise IngestError("--scheduler needs Dask: pip install -r requirements-cluster.txt") from None
        try:
            client = Client(scheduler, timeout=SECONDS_TO_CONNECT)
        except (OSError, ValueError) as error:
            raise IngestError(f"{scheduler}: no Dask scheduler answers ({error})") from error
        with client:
            threads = sum(client.nthreads().values())
            yield client.get_executor(retries=5, pure=False), 2 * max(1, threads)
        return
    count = workers or _cores()
    if count == 1:
        yield None, 0
        return
    from multiprocessing import get_all_start_methods, get_context

    if "forkserver" in get_all_start_methods():
        from multiprocessing.forkserver import ensure_running, set_forkserver_preload

        context: BaseContext = get_context("forkserver")
        set_forkserver_preload(["press.ingest.preload"])
        ensure_running()
    else:
        context = get_context("spawn")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_start_worker)
    try:
        yield pool, 2 * count + 2
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


# -- showing what is new -------------------------------------------------------------------------


def publish(store: Store, manifest: Manifest) -> Manifest:
    """Group the events of pending parts with the rest, and show them: one swap of the manifest.

    Only buckets with events that came or went are grouped anew; memory stays bounded by the largest bucket.
    """
    import duckdb

    every = manifest.every
    name = new_name()
    columns = ", ".join(f'e."{c}"' for c in PART["events"].names)
    touched = f"SELECT bucket FROM ({with_order(store, manifest.pending, 'events')})"
    if manifest.parts:
        touched += (
            f" UNION SELECT bucket FROM ({with_order(store, manifest.parts, 'events')}) "
            f"WHERE article_id IN (SELECT article_id FROM ({with_order(store, manifest.pending, 'keys')}))"
        )
    with _scratch(store) as folder, duckdb.connect(str(folder / "events.duckdb")) as connection:
        connection.execute("SET memory_limit = '250MB'; SET enable_progress_bar = false")
        if not store.local:
            connection.register_filesystem(store.fs)
        connection.execute(f"CREATE TABLE touched AS SELECT DISTINCT bucket FROM ({touched})")
        connection.execute(f"CREATE TABLE several AS {several(store, every, 'article_id', 'keys')}")
        # Some parts at a time, so that no join holds more than their articles.
        for number, parts in enumerate(_portions(every)):
            rows = (
                f"SELECT {columns}, a.published, a.outlet, a.language FROM ({with_order(store, parts, 'events')}) e "
                f"JOIN ({with_order(store, parts, 'articles')}) a USING (article_id, part_order) "
                "ANTI JOIN several s ON s.article_id = e.article_id AND s.part_order > e.part_order "
                "WHERE e.bucket IN (FROM touched)"
            )
            connection.execute(f"INSERT INTO told {rows}" if number else f"CREATE TABLE told AS {rows}")
        ((count,),) = connection.execute("SELECT count(*) FROM told").fetchall()
        turns = 1 + count // _SORTED_EVENTS
        with store.writer(name, "stories", STORY_PART["stories"]) as out_stories, store.writer(name, "reports", STORY_PART["reports"]) as out_reports:  # fmt: skip
            for batch in _grouped(_by_bucket(connection, turns)):
                out_stories.write_table(pa.Table.from_pylist(batch[0], STORY_PART["stories"]))
                out_reports.write_table(pa.Table.from_pylist(batch[1], STORY_PART["reports"]))
        buckets: Any = connection.sql("FROM touched").to_arrow_table()
        store.write(name, {"buckets": buckets.cast(STORY_PART["buckets"])})
    part = Part(name, manifest.next_order, len(buckets))
    story_parts = (*manifest.stories, part)
    published = store.commit(replace(manifest, parts=every, pending=(), stories=story_parts))
    if len(story_parts) >= MOST_STORY_PARTS:
        merged = store.merge(story_parts, STORY_PART, "bucket", "buckets")
        published = store.commit(replace(published, stories=(merged,)))
        store.remove(story_parts)
    return published


def _portions(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Parts, some hundred thousand articles at a time."""
    portion: list[Part] = []
    for part in parts:
        portion.append(part)
        if sum(p.size for p in portion) >= _ARTICLES_AT_ONCE:
            yield portion
            portion = []
    if portion:
        yield portion


def _by_bucket(connection: Any, turns: int) -> Iterator[dict[str, Any]]:
    """The rows of ``told``, those of a bucket one after the other; sorted in several turns, so that each takes little memory."""
    for turn in range(turns):
        sorted_rows = connection.sql(
            f"SELECT * FROM told WHERE hash(bucket) % {turns} = {turn} ORDER BY bucket, event_id"
        ).to_arrow_reader(5_000)
        for chunk in sorted_rows:
            yield from chunk.to_pylist()


def _grouped(
    events: Iterable[dict[str, Any]], most: int = 10_000
) -> Iterator[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Rows of ``stories`` and of ``reports``, some thousands at a time, of events ordered by bucket."""
    found: list[dict[str, Any]] = []
    reports: list[dict[str, Any]] = []
    for bucket, members in groupby(events, key=lambda e: e["bucket"]):
        own = list(members)
        new = stories.group(own, {e["article_id"]: e for e in own})
        found += [{**story, "bucket": bucket} for story in new]
        reports += [{"event_id": e["event_id"], "story_id": e["story_id"], "bucket": bucket} for e in own]
        if len(reports) >= most:
            yield found, reports
            found, reports = [], []
    yield found, reports
