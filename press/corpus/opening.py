"""Opening a corpus by its address: one that an ingest made, or a folder of articles, which is parsed once.

What is built of a folder is named by the fingerprint of what it was made from, and kept in the user's cache folder.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from press.article import stable_id
from press.corpus.building import ARTICLES, Progress, read_articles, tables_of, write
from press.corpus.fingerprints import fingerprint
from press.corpus.index_file import indexed
from press.corpus.queries import Corpus
from press.corpus.store import CorpusError, Store, StoreError, is_whole


def default_store() -> Path:
    """Folder that holds built corpora: ``PRESS_STORE``, else the user's cache folder."""
    if given := os.environ.get("PRESS_STORE"):
        return Path(given)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "serbia-russia-monitor"


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
            return indexed(Store(address), corpus_name(address), store or default_store(), progress)
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
        return indexed(Store(folder), name, folder.parent, progress)
    except StoreError as error:
        raise CorpusError(str(error)) from error


def _forget_old(current: Path, keep: int = 4) -> None:
    """Remove all but the latest corpora of a store, so that it does not grow with every change."""
    others = [p for p in current.parent.iterdir() if p != current and len(p.name) == 16 and is_whole(p)]
    for old in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[keep:]:
        shutil.rmtree(old, ignore_errors=True)
