"""Near-identical texts: MinHash of three-word shingles in bands, so that a look-up takes constant time.

Method: Broder, "On the resemblance and containment of documents" (1997); banding as in Leskovec, Rajaraman,
Ullman, *Mining of Massive Datasets*, ch. 3. Two texts count as near-identical where two of their eight bands agree:
of pairs that share 95 % of their shingles 99.9 % are found, of pairs that share half of them 1 % (in a text of a
hundred words, one changed word leaves 94 %).
"""

from __future__ import annotations

import re
import uuid
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

BANDS = 8
_ROWS = 6
_AGREE = 2
_CHUNK = 8192
_FAN = 4  # runs of a level that become one of the next
_MERGED_AT_ONCE = 500_000
_FEW = 20  # words under which the headline counts as well
_WORD = re.compile(r"\w+")
_random = np.random.default_rng(20120101)  # the numbers are part of the stored corpora: never change them
_FACTORS = _random.integers(1, 2**63, (BANDS * _ROWS, 1), dtype=np.uint64) | np.uint64(1)
_TERMS = _random.integers(0, 2**63, (BANDS * _ROWS, 1), dtype=np.uint64)
_MIX = _random.integers(1, 2**63, (1, _ROWS), dtype=np.uint64) | np.uint64(1)
_BAND = _random.integers(1, 2**63, BANDS, dtype=np.uint64)


def signature(folded: str, title: str = "") -> np.ndarray:
    """The eight bands of a text, as unsigned 64-bit numbers.

    ``folded`` is the text as it is searched (see :func:`press.selection.search_key`), so that case, script and
    diacritics make no difference. The ``title`` counts where the text has fewer than twenty words. Linear.
    """
    words = _WORD.findall(folded)
    if len(words) < _FEW:
        words = _WORD.findall(title) + ["\n"] + words
    codes = np.array([zlib.crc32(w.encode("utf8", "surrogatepass")) for w in words], dtype=np.uint64)
    codes = np.pad(codes, (0, max(0, 3 - len(codes))))
    shingles = (codes[:-2] * np.uint64(0x9E3779B97F4A7C15)) ^ (codes[1:-1] * np.uint64(0xC2B2AE3D27D4EB4F)) ^ codes[2:]
    lowest = np.full(BANDS * _ROWS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for at in range(0, len(shingles), _CHUNK):
        mixed = shingles[None, at : at + _CHUNK] * _FACTORS + _TERMS
        mixed ^= mixed >> np.uint64(29)
        np.minimum(lowest, mixed.min(axis=1), out=lowest)
    rows = lowest.reshape(BANDS, _ROWS)
    return (rows * _MIX).sum(axis=1, dtype=np.uint64) ^ _BAND


class Table:
    """A map of 64-bit numbers to 64-bit numbers, on disk: of any size, it takes little memory.

    Late entries are in a dict. When they are many they are written as a run, two sorted arrays in files that the system
    holds in memory as far as there is room; runs of one level are merged into one of the next (a log-structured merge
    tree: O'Neil et al., "The log-structured merge-tree", 1996).
    """

    def __init__(self, folder: Path, most_late: int = 200_000) -> None:
        self._folder = folder
        self._late: dict[int, int] = {}
        self._most_late = most_late
        self._runs: list[_Run] = []  # oldest first, of the highest level first
        folder.mkdir(parents=True, exist_ok=True)

    def get(self, keys: np.ndarray) -> list[int | None]:
        """The value of each key, None where there is none."""
        found = np.zeros(len(keys), dtype=np.uint64)
        known = np.zeros(len(keys), dtype=bool)
        for run in reversed(self._runs):
            places = np.minimum(np.searchsorted(run.keys, keys), len(run.keys) - 1)
            here = (run.keys[places] == keys) & ~known
            found[here] = run.values[places[here]]
            known |= here
        earlier = zip(keys.tolist(), found.tolist(), known.tolist(), strict=True)
        return [self._late.get(key, value if there else None) for key, value, there in earlier]

    def put(self, key: int, value: int) -> None:
        """Set a value."""
        self._late[key] = value
        if len(self._late) >= self._most_late:
            keys = np.fromiter(self._late.keys(), dtype=np.uint64, count=len(self._late))
            values = np.fromiter(self._late.values(), dtype=np.uint64, count=len(self._late))
            self._late = {}
            self.extend(keys, values)

    def extend(self, keys: np.ndarray, values: np.ndarray) -> None:
        """Set many values; of equal keys the last one counts. To be called before :meth:`put`."""
        if not len(keys):
            return
        self._runs.append(self._write(0, [_sorted(keys, values)]))
        while len(self._runs) >= _FAN and self._runs[-_FAN].level == self._runs[-1].level:
            merged = self._runs[-_FAN:]
            self._runs[-_FAN:] = [self._write(merged[-1].level + 1, _merged(merged))]
            for run in merged:
                run.remove()

    def _write(self, level: int, pieces: Iterable[tuple[np.ndarray, np.ndarray]]) -> _Run:
        run = self._folder / uuid.uuid4().hex
        with open(f"{run}.keys", "wb") as own, open(f"{run}.values", "wb") as theirs:
            for keys, values in pieces:
                keys.tofile(own)
                values.tofile(theirs)
        return _Run(level, run)


class _Run:
    """Sorted keys and their values, in two files."""

    def __init__(self, level: int, path: Path) -> None:
        self.level = level
        self._path = path
        self.keys = np.asarray(np.memmap(f"{path}.keys", np.uint64, "r"))
        self.values = np.asarray(np.memmap(f"{path}.values", np.uint64, "r"))

    def remove(self) -> None:
        del self.keys, self.values
        for ending in ("keys", "values"):
            Path(f"{self._path}.{ending}").unlink()


def _merged(runs: Sequence[_Run]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Entries of runs, oldest first, as one: piece by piece in the order of their keys, which are hashes."""
    pieces = 1 + sum(len(run.keys) for run in runs) // _MERGED_AT_ONCE
    bounds = np.array([(i * 2**64) // pieces for i in range(1, pieces)], dtype=np.uint64)
    cuts = [[0, *np.searchsorted(run.keys, bounds).tolist(), len(run.keys)] for run in runs]
    for i in range(pieces):
        slices = [(run, slice(cut[i], cut[i + 1])) for run, cut in zip(runs, cuts, strict=True)]
        yield _sorted(np.concatenate([r.keys[s] for r, s in slices]), np.concatenate([r.values[s] for r, s in slices]))


def _sorted(keys: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Keys in order with their values; of equal keys the last one stays."""
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], values[order]
    last = np.ones(len(keys), dtype=bool)
    last[:-1] = keys[1:] != keys[:-1]
    return keys[last], values[last]


class Seen:
    """What a corpus holds: the content of every address and the bands of every text.

    Parameters
    ----------
    folder : Path
        For its files, about 150 bytes an article; nobody else's.
    """

    def __init__(self, folder: Path) -> None:
        self._contents = Table(folder / "contents")
        self._bands = Table(folder / "bands")

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
