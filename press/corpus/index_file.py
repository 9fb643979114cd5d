"""The index of a corpus: in memory where it is small, else in a file that is written once.

The file lies beside other built corpora and is written by a process of its own. When a few articles come or change,
they are laid over the last file in memory.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from press.corpus import index
from press.corpus.fingerprints import layout_fingerprint
from press.corpus.index import Progress
from press.corpus.merge_on_read import sources
from press.corpus.queries import Corpus, connected
from press.corpus.sql import quoted
from press.corpus.store import MANIFEST, CorpusError, Store, StoreError
from press.tables import STORED, TABLES
from press.vocabulary import ROOT

#: Articles up to which a corpus is indexed in memory at each start; larger ones are indexed once, in a file.
IN_MEMORY = 5_000
#: Memory that DuckDB may take for making an index.
BUILD_MEMORY = "800MB"


def indexed(store: Store, name: str, folder: Path, progress: Progress | None = None) -> Corpus:
    """The corpus of a store, ready for queries.

    Parameters
    ----------
    store : Store
    name : str
        What the corpus is to be called; the file of its index is called after it.
    folder : Path
        Where files of indexes lie.
    progress : callable, optional
        Called with (tables made, tables in all) while a file is written.

    Raises
    ------
    CorpusError, StoreError
        Where there is no corpus, or a faulty one.
    """
    if not store.exists():
        raise CorpusError(f"{store.address}: there is no corpus ({MANIFEST} is missing)")
    manifest = store.manifest()
    queries = sources(store, manifest)
    files = None if store.local else store.fs
    if sum(p.size for p in manifest.parts) <= IN_MEMORY:
        return Corpus(queries, name, files)
    address, layout = name.rsplit("-", 1)[0], layout_fingerprint()
    file = folder / f"index-{name}-{layout}.duckdb"
    if not file.exists():
        others = sorted(folder.glob(f"index-{address}-*-{layout}.duckdb"), key=lambda p: p.stat().st_mtime)
        if others and (changed := _changed(others[-1], queries, files)):
            corpus = Corpus(others[-1], name).with_extra(changed)
            corpus.name = name
            return corpus
        _write_apart(store, file, progress)
        for old in folder.glob(f"index-{address}-*.duckdb"):
            if old != file:
                with suppress(OSError):  # another process may have it open, where that forbids removing it
                    old.unlink()
    return Corpus(file, name)


def _changed(file: Path, queries: Mapping[str, str], files: Any) -> dict[str, pa.Table] | None:
    """The tables of the articles that came or changed since an index was written; None where those are many."""
    with connected(file, files) as connection:
        connection.execute(
            f"CREATE TABLE changed AS SELECT article_id FROM ({queries['keys']}) k "
            "ANTI JOIN corpus.main.all_keys i USING (article_id, content)"
        )
        ((count,),) = connection.execute("SELECT count(*) FROM changed").fetchall()
        if count > IN_MEMORY:
            return None
        tables: dict[str, pa.Table] = {"stories": TABLES["stories"].empty_table()}
        for table in STORED:
            if table != "stories":
                found: Any = connection.sql(f"SELECT * FROM ({queries[table]}) WHERE article_id IN (FROM changed)")
                tables[table] = found.to_arrow_table().cast(STORED[table])
        return tables


def _write_apart(store: Store, file: Path, progress: Progress | None) -> None:
    """As :func:`_write`, by a process of its own: it takes more memory than the server of a dashboard may keep."""
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


def _write(store: Store, file: Path, progress: Progress) -> None:
    """Write the index of a large corpus to a file, whole or not at all."""
    queries, files = sources(store, store.manifest()), None if store.local else store.fs
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".partial-", dir=file.parent) as folder, duckdb.connect() as connection:
        if files is not None:
            connection.register_filesystem(files)
        connection.execute(f"SET enable_progress_bar = false; SET temp_directory = '{quoted(folder)}'")
        connection.execute(f"SET memory_limit = '{BUILD_MEMORY}'")
        partial = Path(folder) / "index.duckdb"
        connection.execute(f"ATTACH '{quoted(partial)}' AS corpus")
        index.build(connection, "corpus.main.all_", queries, progress=progress)
        connection.execute(f"CREATE TABLE corpus.main.all_keys AS SELECT article_id, content FROM ({queries['keys']})")
        connection.execute("DETACH corpus")
        partial.rename(file)


if __name__ == "__main__":  # the process of _write_apart
    try:
        _write(Store(sys.argv[1]), Path(sys.argv[2]), lambda done, total: print(f"{done}/{total}", flush=True))
    except (duckdb.Error, StoreError, OSError) as error:
        sys.exit(" ".join(str(error).split()))
