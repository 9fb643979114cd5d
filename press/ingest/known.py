"""What a corpus holds already: the content of every address and the bands of every text, looked up on disk."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow as pa

from press.article import Article, stable_id
from press.corpus.near_identical import BANDS
from press.corpus.store import Manifest, Store, portions
from press.ingest.disk_map import DiskMap

_AGREE = 2  # bands that near-identical texts share, see press.corpus.near_identical


class Seen:
    """What a corpus holds: the content of every address and the bands of every text.

    Parameters
    ----------
    folder : Path
        For its files, about 150 bytes an article; nobody else's.
    """

    def __init__(self, folder: Path) -> None:
        self._contents = DiskMap(folder / "contents")
        self._bands = DiskMap(folder / "bands")

    @classmethod
    def of(cls, store: Store, manifest: Manifest, folder: Path) -> Seen:
        """What the parts of a corpus hold, newer parts last."""
        seen = cls(folder)
        for parts in portions(sorted(manifest.every, key=lambda p: p.order)):
            keys = pa.concat_tables([store.read(part, "keys") for part in parts]).combine_chunks()
            seen.extend(
                np.array([int(i, 16) for i in keys["article_id"].to_pylist()], dtype=np.uint64),
                keys["content"].to_numpy(),
                keys["bands"].combine_chunks().flatten().to_numpy(zero_copy_only=False).reshape(-1, BANDS),
            )
        return seen

    def content(self, article: int) -> int | None:
        """Hash of the content that an article has, None where the article is not there."""
        return self._contents.get(np.array([article], dtype=np.uint64))[0]

    def like(self, bands: np.ndarray) -> int | None:
        """An article whose text is near-identical, None where there is none."""
        counts = Counter(found for found in self._bands.get(bands) if found is not None)
        if not counts:
            return None
        best, agree = counts.most_common(1)[0]
        return best if agree >= _AGREE else None

    def add(self, article: int, content: int, bands: np.ndarray) -> None:
        """Remember an article."""
        self._contents.put(article, content)
        for band in bands.tolist():
            self._bands.put(band, article)

    def extend(self, articles: np.ndarray, contents: np.ndarray, bands: np.ndarray) -> None:
        """Remember many articles, before any that are added; ``bands`` is of shape (articles, 8)."""
        self._contents.extend(articles, contents)
        self._bands.extend(bands.reshape(-1), np.repeat(articles, BANDS))


def content_hash(article: Article, parser: str) -> int:
    """Hash of everything that a corpus keeps of an article, and of the parser that reads it."""
    fields = (
        article.text, article.title, article.url, article.outlet, article.language, article.published, article.date_basis,
        article.author, article.abstract, article.extra.get("corrections"), parser,
    )  # fmt: skip
    return int(stable_id(*fields), 16)
