"""Near-identical texts: MinHash of three-word shingles in bands, so that a look-up takes constant time.

Method: Broder, "On the resemblance and containment of documents" (1997); banding as in Leskovec, Rajaraman,
Ullman, *Mining of Massive Datasets*, ch. 3. Two texts count as near-identical where two of their eight bands agree:
of pairs that share 95 % of their shingles 99.9 % are found, of pairs that share half of them 1 % (in a text of a
hundred words, one changed word leaves 94 %).
"""

from __future__ import annotations

import re
import zlib
from collections import Counter

import numpy as np

BANDS = 8
_ROWS = 6
_AGREE = 2
_CHUNK = 8192
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
    """A map of 64-bit numbers to 64-bit numbers: sorted arrays (16 bytes an entry) and a dict of late entries."""

    def __init__(self, keys: np.ndarray, values: np.ndarray, most_late: int = 200_000) -> None:
        self._late: dict[int, int] = {}
        self._most_late = most_late
        self._keys, self._values = _sorted(keys, values)

    def get(self, keys: np.ndarray) -> list[int | None]:
        """The value of each key, None where there is none."""
        places = np.searchsorted(self._keys, keys)
        out: list[int | None] = []
        for key, place in zip(keys.tolist(), places.tolist(), strict=True):
            value = self._late.get(key)
            if value is None and place < len(self._keys) and int(self._keys[place]) == key:
                value = int(self._values[place])
            out.append(value)
        return out

    def put(self, key: int, value: int) -> None:
        """Set a value; the late entries are merged into the arrays now and then."""
        self._late[key] = value
        if len(self._late) >= self._most_late:
            keys = np.fromiter(self._late.keys(), dtype=np.uint64, count=len(self._late))
            values = np.fromiter(self._late.values(), dtype=np.uint64, count=len(self._late))
            self._late = {}
            self._keys, self._values = _sorted(
                np.concatenate([self._keys, keys]), np.concatenate([self._values, values])
            )


def _sorted(keys: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Keys in order with their values; of equal keys the last one stays."""
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], values[order]
    last = np.ones(len(keys), dtype=bool)
    last[:-1] = keys[1:] != keys[:-1]
    return keys[last], values[last]


class Seen:
    """What a corpus holds: the content of every address and the bands of every text.

    About 150 bytes an article.
    """

    def __init__(self, ids: np.ndarray, contents: np.ndarray, bands: np.ndarray) -> None:
        self._contents = Table(ids, contents)
        self._bands = Table(bands.reshape(-1), np.repeat(ids, BANDS))

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
