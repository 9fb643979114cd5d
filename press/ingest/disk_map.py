"""A map of numbers on disk: of any size, it takes little memory.

Method: O'Neil et al., "The log-structured merge-tree", 1996.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

_FAN = 4  # runs of a level that become one of the next
_MERGED_AT_ONCE = 500_000


class DiskMap:
    """A map of 64-bit numbers to 64-bit numbers.

    Late entries are in a dict. When they are many they are written as a run, two sorted arrays in files that the system
    holds in memory as far as there is room; runs of one level are merged into one of the next.

    Parameters
    ----------
    folder : Path
        For its files; nobody else's.
    most_late : int
        Entries that are held in the dict.
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
