"""Pairs of statements judged by hand: whether they say the same.

Of ``statement-pairs.jsonl`` those are read whose articles are both not held out; "related" and "different" are both
"not the same". More such files stand in ``training/invented``: ``pairs-*.jsonl``, rows with ``a``, ``b`` (``text`` and
``lang``) and ``verdict``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from press.evaluation.labels import held_out, read_labels
from press.vocabulary import ROOT
from training.encoder.examples import TOGETHER, Example, Place, find


class Pair(NamedTuple):
    """Two statements by their places among the examples; ``across`` tells that their languages differ."""

    a: int
    b: int
    same: bool
    across: bool
    group: str


def _rows() -> Iterator[tuple[str, dict[str, Any]]]:
    for row in read_labels(find("statement-pairs.jsonl")):
        if not held_out(row["a"]["url"]) and not held_out(row["b"]["url"]):
            yield min(row["a"]["url"], row["b"]["url"]), row
    for path in sorted((ROOT / "training" / "invented").glob("pairs-*.jsonl")):
        for number, row in enumerate(read_labels(path)):
            yield f"{path.stem} {number // TOGETHER}", row


def judged(first: int) -> tuple[list[Example], list[Pair]]:
    """The texts of all pairs, and the pairs; the first text has the place ``first``."""
    texts: list[Example] = []
    pairs: list[Pair] = []
    for group, row in _rows():
        at = first + len(texts)
        texts += [Example(Place(group, "pairs", side["lang"]), side["text"]) for side in (row["a"], row["b"])]
        pairs.append(Pair(at, at + 1, row["verdict"] == "same", row["a"]["lang"] != row["b"]["lang"], group))
    return texts, pairs
