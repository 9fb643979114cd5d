"""The map on disk against a dict."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.ingest import disk_map
from press.ingest.disk_map import DiskMap

_NUMBERS = st.integers(0, 2**64 - 1)
_KEYS = st.one_of(st.integers(0, 30), st.integers(2**64 - 30, 2**64 - 1), _NUMBERS)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(_KEYS, _NUMBERS), max_size=200), st.lists(st.tuples(_KEYS, _NUMBERS), max_size=80), _KEYS)
def test_a_map_says_what_a_dict_says(
    put: list[tuple[int, int]], given_before: list[tuple[int, int]], another: int
) -> None:
    with TemporaryDirectory() as folder:
        table = DiskMap(Path(folder), most_late=7)
        model: dict[int, int] = {}
        half = len(given_before) // 2
        for rows in (given_before[:half], given_before[half:]):
            table.extend(np.array([k for k, _ in rows], np.uint64), np.array([v for _, v in rows], np.uint64))
            model.update(rows)
        for key, value in put:
            table.put(key, value)
            model[key] = value
        asked = [*model, another]
        assert table.get(np.array(asked, np.uint64)) == [model.get(k) for k in asked]


def test_a_map_keeps_few_files_and_little_in_memory(tmp_path: Path) -> None:
    table = DiskMap(tmp_path, most_late=10)
    for number in range(1_000):
        table.put(number, number + 1)
    assert len(list(tmp_path.iterdir())) <= 2 * 3 * 4  # at most three runs a level, two files a run
    assert table.get(np.arange(1_000, dtype=np.uint64)) == list(range(1, 1_001))


def test_what_is_merged_piece_by_piece_stays_sorted_and_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_map, "_MERGED_AT_ONCE", 100)
    table = DiskMap(tmp_path)
    random = np.random.default_rng(1)
    model: dict[int, int] = {}
    for turn in range(4):
        keys = random.integers(0, 2**64, 300, dtype=np.uint64)
        keys[:50] = list(model)[:50] or keys[:50]
        table.extend(keys, np.full(300, turn, np.uint64))
        model.update(dict.fromkeys(keys.tolist(), turn))
    assert len(list(tmp_path.iterdir())) == 2
    assert table.get(np.array(list(model), np.uint64)) == list(model.values())
