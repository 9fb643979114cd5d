"""What an ingest reads: files, folders and fsspec addresses; pages and archives by the workers.

A worker writes what it reads to a spool in the corpus's folder, from which it is taken in the order of the files, so that
the outcome is the same as without workers.
"""

from __future__ import annotations

import io
import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from press.article import Article
from press.corpus.store import Store, new_name
from press.ingest.report import KEPT_REFUSALS
from press.readers import Notice, Refusal, read_stream

#: Endings of files that take longer to read than to parse: workers read them, this many bytes at once or one file.
_SLOW = {".html", ".htm", ".xhtml", ".warc", ".wet", ".gz", ".pdf", ".docx", ".zip"}
_SPOOL_BYTES = 5_000_000


class File(NamedTuple):
    """A file to read: its file system (None: this machine), path, and size in bytes."""

    fs: Any
    path: str
    size: int

    @property
    def is_slow(self) -> bool:
        """Whether it takes longer to read than to parse."""
        return Path(self.path).suffix.lower() in _SLOW


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
        self.files: list[File] = []
        self.missing: list[Refusal] = []
        self.notices: list[Notice] = []
        self.done = 0
        for path in map(str, paths):
            self._add(path)
        self.total = sum(file.size for file in self.files)

    def _add(self, path: str) -> None:
        if "://" in path:
            import fsspec

            fs, root = fsspec.core.url_to_fs(path)
            found = [root] if fs.isfile(root) else sorted(fs.find(root))
            self.files += [File(fs, name, fs.size(name) or 0) for name in found]
            if not found:
                self.missing.append(Refusal(path, 0, "", "is not there"))
            return
        here = Path(path)
        if here.is_dir():
            inside = sorted(p for p in here.rglob("*") if p.is_file() and not _hidden(p.relative_to(here)))
            self.files += [File(None, str(p), p.stat().st_size) for p in inside]
        elif here.is_file():
            self.files.append(File(None, path, here.stat().st_size))
        else:
            self.missing.append(Refusal(path, 0, "", "is not there"))

    def __iter__(self) -> Iterator[Article | Refusal]:
        yield from self.missing
        for file in self.files:
            yield from self.read(file)

    def read(self, file: File) -> Iterator[Article | Refusal]:
        """The items of one file, counting how far the reading is."""
        fs, path, size = file
        before = self.done
        try:
            # Files of object stores read by ranges and know no lines of limited length: a buffer does.
            with open(path, "rb") if fs is None else io.BufferedReader(fs.open(path, "rb"), 2**20) as stream:
                for item in read_stream(stream, path, "", self.columns, self.note):
                    if not stream.closed:
                        self.done = before + min(size, stream.tell())
                    yield item
        except OSError as error:
            yield Refusal(path, 0, "", error.strerror or "cannot be read")
        self.done = before + size

    def note(self, notice: Notice) -> None:
        """Keep what was left out of an article."""
        if len(self.notices) < KEPT_REFUSALS:
            self.notices.append(notice)

    def read_by(self, pool: Executor, store: Store, most_open: int) -> Iterator[Article | Refusal]:
        """As iterating, but pages and archives, which are slow to read, are read by workers."""
        yield from self.missing
        reading: deque[tuple[Future[str] | None, list[File]]] = deque()
        ahead = iter(self._groups())
        while True:
            while len(reading) < most_open and (group := next(ahead, None)):
                slow = group[0].is_slow
                reading.append((pool.submit(_spool, store.address, group, self.columns) if slow else None, group))
            if not reading:
                return
            future, group = reading.popleft()
            if future is None:
                for file in group:
                    yield from self.read(file)
                continue
            spool = future.result()
            with store.fs.open(spool, "rb") as stream:
                for line in stream:
                    if isinstance(item := _from_spool(line), Notice):
                        self.note(item)
                    else:
                        yield item
            store.fs.rm(spool)
            self.done += sum(file.size for file in group)

    def _groups(self) -> Iterator[list[File]]:
        """Files in their order, small ones of slow forms together."""
        group: list[File] = []
        for file in self.files:
            size = sum(f.size for f in group) + file.size
            if group and (not file.is_slow or len(group) >= 100 or size > _SPOOL_BYTES):
                yield group
                group = []
            if file.is_slow:
                group.append(file)
            else:
                yield [file]
        if group:
            yield group


def _spool(address: str, files: list[File], columns: Mapping[str, str] | None) -> str:
    """Read files and write what is in them to a spool; returns its path."""
    store = Store(address)
    store.fs.makedirs(f"{store.root}/spool", exist_ok=True)
    path = f"{store.root}/spool/{new_name()}.jsonl"
    sources = Sources((), columns)
    with store.fs.open(path, "wb") as out:
        for file in files:
            for item in sources.read(file):
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
