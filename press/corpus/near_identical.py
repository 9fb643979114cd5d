"""Near-identical texts: MinHash of three-word shingles in bands, so that a look-up takes constant time.

Method: Broder, "On the resemblance and containment of documents" (1997); banding as in Leskovec, Rajaraman,
Ullman, *Mining of Massive Datasets*, ch. 3. Two texts count as near-identical where two of their eight bands agree:
of pairs that share 95 % of their shingles 99.9 % are found, of pairs that share half of them 1 % (in a text of a
hundred words, one changed word leaves 94 %).
"""

from __future__ import annotations

import re
import zlib

import numpy as np

BANDS = 8
_ROWS = 6
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

    ``folded`` is the text as it is searched (see :func:`press.text.search.search_key`), so that case, script and
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
