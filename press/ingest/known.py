"""What a corpus holds already: the version of every article, looked up on disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa

from press.corpus.store import Manifest, Store, StoreError, portions
from press.corpus.versions import Version
from press.ingest.disk_map import DiskMap


class Known:
    """The version of every article of a corpus.

    Parameters
    ----------
    folder : Path
        For its files, about 32 bytes an article; nobody else's.
    """

    def __init__(self, folder: Path) -> None:
        self._contents = DiskMap(folder / "contents")
        self._numbers = DiskMap(folder / "versions")

    @classmethod
    def of(cls, store: Store, manifest: Manifest, folder: Path) -> Known:
        """What the parts of a corpus hold, newer parts last.

        Raises
        ------
        StoreError
            Where the corpus was made by a version of the program that kept less of each article.
        """
        known = cls(folder)
        for parts in portions(sorted(manifest.every, key=lambda p: p.order)):
            read = [store.read(part, "keys") for part in parts]
            if any("version" not in keys.column_names for keys in read):
                raise StoreError(
                    f"{store.address}: was made by an earlier version of this program; ingest its articles into a new folder"
                )
            keys = pa.concat_tables(read).combine_chunks()
            known.extend(
                np.array([int(i, 16) for i in keys["article_id"].to_pylist()], dtype=np.uint64),
                keys["content"].to_numpy(),
                keys["version"].to_numpy(),
            )
        return known

    def get(self, article: int) -> Version | None:
        """The version that an article has, None where the article is not there."""
        at = np.array([article], dtype=np.uint64)
        content, number = self._contents.get(at)[0], self._numbers.get(at)[0]
        return None if content is None or number is None else Version(content, number)

    def add(self, article: int, version: Version) -> None:
        """Remember an article."""
        self._contents.put(article, version.content)
        self._numbers.put(article, version.number)

    def extend(self, articles: np.ndarray, contents: np.ndarray, numbers: np.ndarray) -> None:
        """Remember many articles, before any that are added."""
        self._contents.extend(articles, contents)
        self._numbers.extend(articles, numbers)
