"""Ingest: articles from anywhere into a corpus, on all cores or on a Dask cluster, interruptible at any moment.

One process reads the input and compares it with what is there; batches of what is new or changed are parsed by
worker processes, each of which writes its batch as a part (see :mod:`press.corpus.store`). The manifest takes a part up when
its batch is done, and shows all new parts together with their events grouped with the rest at the end. Whatever is
killed at whatever moment, the corpus stays whole, and the same command again goes on where the last one was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from press.article import Article
from press.corpus.fingerprints import parser_fingerprint
from press.corpus.store import PART, Part, Store, new_name
from press.corpus.versions import Version, supersedes, version
from press.ingest.batch import parse_part
from press.ingest.known import Known
from press.ingest.publish import publish
from press.ingest.report import Progress, Report
from press.ingest.sources import Sources
from press.ingest.workers import IngestError, executor
from press.readers import Refusal

BATCH_ARTICLES = 250
BATCH_CHARACTERS = 1_000_000
#: Compaction: this many small parts that follow each other become one.
SMALL_ARTICLES = 4_000
MOST_SMALL = 16


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
        with executor(workers, scheduler) as (pool, most_open), store.scratch() as scratch:
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


class _Job:
    """One run: the open batch, the batches at the workers, and the manifest."""

    def __init__(
        self, store: Store, pool: Executor | None, most_open: int, report: Report, parser: str, scratch: Path
    ) -> None:
        self.store, self.pool, self.report, self.parser = store, pool, report, parser
        self.most_open = most_open
        self.manifest = store.manifest()
        self.order = self.manifest.next_order
        self.known = Known.of(store, self.manifest, scratch)
        #: By number of the article: the article, its version, whether the corpus has another one.
        self.batch: dict[int, tuple[Article, Version, bool]] = {}
        self.characters = 0
        self.at_work: dict[Future[tuple[int, list[Refusal]]], tuple[Part, int]] = {}

    def take(self, item: Article | Refusal) -> None:
        """Compare an item with what is there, and put it into the batch where it is new."""
        if isinstance(item, Refusal):
            self.report.refuse(item)
            return
        number = int(item.article_id, 16)
        own = version(item, self.parser)
        known = self.known.get(number)
        if known is not None and not supersedes(own, known):
            self.report.duplicates += 1
            return
        self.known.add(number, own)
        earlier = self.batch.pop(number, None)
        update = known is not None if earlier is None else earlier[2]
        if earlier is not None:
            self.report.duplicates += 1  # two versions in one batch: the one that came first is never written
        self.batch[number] = item, own, update
        self.characters += len(item.text)
        if len(self.batch) >= BATCH_ARTICLES or self.characters >= BATCH_CHARACTERS:
            self.flush()

    def flush(self, last: bool = False) -> None:
        """Hand the open batch to a worker; waits while the workers have enough."""
        if self.batch:
            part = Part(new_name(), self.order, len(self.batch))
            self.order += 1
            articles, versions, updates = (list(column) for column in zip(*self.batch.values(), strict=True))
            arguments = (self.store.address, part.name, articles, versions)
            alone = last and not self.at_work  # a few articles: not worth starting a process
            future = (
                _done(parse_part, *arguments)
                if self.pool is None or alone
                else self.pool.submit(parse_part, *arguments)
            )
            self.at_work[future] = (part, sum(updates))
            self.batch = {}
            self.characters = 0
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
        del self.known  # or the memory of its files would be held while events are grouped
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


def _done(call: Callable[..., Any], *arguments: Any) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_result(call(*arguments))
    return future
