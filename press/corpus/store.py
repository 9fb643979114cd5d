"""The store: a corpus as a folder of Parquet parts and a manifest, on this machine or at any fsspec address.

::

    corpus/manifest.json          names the parts that are there; swapped whole
    corpus/parts/<name>/<table>.parquet

A part holds the tables of some articles; of an article that stands in several parts the newest part counts, so that
adding and changing never rewrite what is there. Story parts hold the grouping of events in the same way: of a bucket
(see :func:`press.corpus.stories.bucket`) the newest part counts. What no manifest names does not exist: an interrupted
writer leaves the corpus as it was, and the next one sweeps up.

``pending`` parts are parsed and kept, but not shown before their events are grouped with the rest.
"""

from __future__ import annotations

import json
import os
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from press.corpus import repeats
from press.tables import STORED, TABLES

FORMAT = 1
MANIFEST = "manifest.json"
#: Tables of a part beside those of the corpus: what new articles are compared with.
KEYS = pa.schema(
    [
        *repeats.KEYS,
        ("content", pa.uint64()),  # see press.corpus.versions
        ("version", pa.uint64()),  # see press.corpus.versions
    ]
)
_BUCKET = pa.field("bucket", pa.string())
PART = {
    **{name: schema for name, schema in STORED.items() if name != "stories"},
    "events": TABLES["events"].append(_BUCKET),
    "keys": KEYS,
}
STORY_PART = {
    "stories": TABLES["stories"].append(_BUCKET),
    "reports": pa.schema([("event_id", pa.string()), ("story_id", pa.string()), _BUCKET]),
    "buckets": pa.schema([_BUCKET]),
}
#: The table of a part that says which articles repeat others; the newest counts.
REPEATS_PART = {"repeats": repeats.REPEATS}


class StoreError(RuntimeError):
    """A corpus cannot be read or written; the message says which and why."""


class CorpusError(RuntimeError):
    """The corpus cannot be built or opened; the message says which file and why."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its folder's name, its place in the order of parts (the highest counts) and its number of articles."""

    name: str
    order: int
    size: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a corpus consists of at one moment."""

    generation: int = 0
    parts: tuple[Part, ...] = ()
    pending: tuple[Part, ...] = ()
    stories: tuple[Part, ...] = ()
    repeats: tuple[Part, ...] = ()

    @property
    def every(self) -> tuple[Part, ...]:
        """All parts that hold articles, oldest first."""
        return self.parts + self.pending

    @property
    def next_order(self) -> int:
        """An order above all that are taken."""
        return 1 + max((p.order for p in (*self.every, *self.stories, *self.repeats)), default=0)


def portions(parts: Iterable[Part], most: int = 100_000) -> Iterator[list[Part]]:
    """Parts in their order, as many at once as memory should hold the keys of: some hundred thousand articles."""
    portion: list[Part] = []
    for part in parts:
        portion.append(part)
        if sum(p.size for p in portion) >= most:
            yield portion
            portion = []
    if portion:
        yield portion


def is_whole(folder: Path) -> bool:
    """Whether a folder holds a corpus."""
    return (folder / MANIFEST).is_file()


def new_name() -> str:
    """A name that no other part has."""
    return uuid.uuid4().hex[:16]


class Store:
    """A corpus folder.

    Parameters
    ----------
    address : str or Path
        A folder, or an fsspec address such as ``s3://bucket/corpus`` or ``memory://corpus``.
    """

    def __init__(self, address: str | Path) -> None:
        self.address = str(address)
        if "://" in self.address:
            import fsspec

            try:
                self.fs, self.root = fsspec.core.url_to_fs(self.address)
            except (ImportError, ValueError) as error:
                raise StoreError(f"{self.address}: {error}") from error
            self.local = self.root if "file" in self.fs.protocol else ""
        else:
            from fsspec.implementations.local import LocalFileSystem

            self.fs, self.root = LocalFileSystem(), str(Path(address).absolute())
            self.local = self.root

    def path(self, part: Part | str, table: str) -> str:
        """Path of a part's table, on this store's file system."""
        name = part if isinstance(part, str) else part.name
        return f"{self.root}/parts/{name}/{table}.parquet"

    def url(self, part: Part | str, table: str) -> str:
        """As :meth:`path`, for DuckDB: with the protocol where the file system is not the local one."""
        path = self.path(part, table)
        return path if self.local else self.fs.unstrip_protocol(path)

    # -- the manifest ----------------------------------------------------------------------------

    def exists(self) -> bool:
        """Whether there is a corpus."""
        return bool(self.fs.exists(f"{self.root}/{MANIFEST}"))

    def manifest(self) -> Manifest:
        """The manifest as it is now; an empty one where there is no corpus yet.

        Raises
        ------
        StoreError
            Where it cannot be read, or was written by a later version of the program.
        """
        try:
            found = json.loads(self.fs.cat_file(f"{self.root}/{MANIFEST}"))
        except FileNotFoundError:
            return Manifest()
        except (OSError, ValueError) as error:
            raise StoreError(f"{self.address}/{MANIFEST}: cannot be read ({error})") from error
        if found.get("format") != FORMAT:
            raise StoreError(
                f"{self.address}: is a corpus of format {found.get('format')}, this program reads {FORMAT}"
            )
        parts = {k: tuple(Part(**p) for p in found.get(k, ())) for k in ("parts", "pending", "stories", "repeats")}
        return Manifest(found["generation"], **parts)

    def commit(self, manifest: Manifest) -> Manifest:
        """Swap the manifest for a new one, whole or not at all; returns it with its generation."""
        manifest = replace(manifest, generation=manifest.generation + 1)
        data = json.dumps({"format": FORMAT, **asdict(manifest)}, indent=1).encode()
        target = f"{self.root}/{MANIFEST}"
        self.fs.makedirs(self.root, exist_ok=True)
        if not self.local:
            self.fs.pipe_file(target, data)  # object stores put an object whole
            return manifest
        partial = f"{self.root}/.{MANIFEST}.{os.getpid()}"
        with open(partial, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, target)
        return manifest

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to write, and sweep up what interrupted writers left.

        On this machine a second writer is refused; other file systems have no lock: one writer at a time.

        Raises
        ------
        StoreError
            Where another process is writing, or the folder holds something else.
        """
        if not self.local:
            self.sweep()
            yield
            return
        try:
            os.makedirs(self.root, exist_ok=True)
            others = set(os.listdir(self.root)) - {"parts", "spool", MANIFEST, ".lock"}
            if not self.exists() and any(not o.startswith(f".{MANIFEST}") for o in others):
                raise StoreError(f"{self.address}: is a folder with other files, not a corpus")
            lock = open(f"{self.root}/.lock", "wb")  # noqa: SIM115
        except OSError as error:
            raise StoreError(f"{self.address}: cannot be written ({error.strerror})") from error
        with lock:
            _lock(lock, self.address)
            self.sweep()
            yield

    def sweep(self) -> None:
        """Remove what the manifest does not name. Only for who holds the right to write."""
        manifest = self.manifest()
        if self.fs.exists(f"{self.root}/spool"):
            self.fs.rm(f"{self.root}/spool", recursive=True)
        named = {p.name for p in (*manifest.every, *manifest.stories, *manifest.repeats)}
        try:
            found = self.fs.ls(f"{self.root}/parts", detail=False)
        except FileNotFoundError:
            return
        for folder in found:
            if folder.rstrip("/").rsplit("/", 1)[-1] not in named:
                self.fs.rm(folder, recursive=True)

    def remove(self, parts: Iterable[Part]) -> None:
        """Remove parts that no manifest names any more."""
        for part in parts:
            self.fs.rm(f"{self.root}/parts/{part.name}", recursive=True)

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for what is written meanwhile: in the corpus's, where :meth:`sweep` finds it, or a temporary one."""
        if self.local:
            os.makedirs(f"{self.root}/spool", exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix="press-", dir=f"{self.root}/spool" if self.local else None, ignore_cleanup_errors=True
        ) as folder:
            yield Path(folder)

    # -- tables ----------------------------------------------------------------------------------

    def write(self, name: str, tables: dict[str, pa.Table]) -> None:
        """Write the tables of a part, which is there once a manifest names it."""
        self.fs.makedirs(f"{self.root}/parts/{name}", exist_ok=True)
        for table, rows in tables.items():
            with self.fs.open(self.path(name, table), "wb") as file:
                pq.write_table(rows, file, compression="zstd")

    @contextmanager
    def writer(self, name: str, table: str, schema: pa.Schema) -> Iterator[pq.ParquetWriter]:
        """A writer of one table of a part, for more rows than memory should hold."""
        self.fs.makedirs(f"{self.root}/parts/{name}", exist_ok=True)
        with (
            self.fs.open(self.path(name, table), "wb") as file,
            pq.ParquetWriter(file, schema, compression="zstd") as out,
        ):
            yield out

    def read(self, part: Part, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        """One table of one part."""
        with self.fs.open(self.path(part, table), "rb") as file:
            return pq.read_table(file, columns=list(columns) if columns else None)

    def merge(self, parts: Sequence[Part], schemas: dict[str, pa.Schema], key: str, of: str) -> Part:
        """Write parts that follow each other as one, without the rows that newer ones among them replace.

        ``key`` is the column that newer parts replace by, ``of`` the table that lists a part's keys.
        """
        kept: list[pa.Array] = []
        newer: set[str] = set()
        for part in reversed(parts):
            own = self.read(part, of, [key])[key].to_pylist()
            kept.append(pa.array([k for k in own if k not in newer], pa.string()))
            newer.update(own)
        kept.reverse()
        merged = Part(new_name(), max(p.order for p in parts), sum(len(k) for k in kept))
        for table, schema in schemas.items():
            with self.writer(merged.name, table, schema) as out:
                for part, keys in zip(parts, kept, strict=True):
                    rows = self.read(part, table)
                    out.write_table(rows.filter(pc.is_in(rows[key], keys)).cast(schema))
        return merged


def _lock(file: Any, address: str) -> None:
    """Lock an open file until it is closed or its process ends."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise StoreError(f"{address}: another process is writing to this corpus; try again when it has ended") from None
