"""Downloads open in a spreadsheet and start no formula there."""

from __future__ import annotations

import csv
import io

import numpy as np
import pandas as pd
import pytest

from components import downloads


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_defused(start: str) -> None:
    head, row = _read(downloads.csv(pd.DataFrame({f"{start}col": [f"{start}cmd()"]})))
    assert head == [f"'{start}col"]
    assert row == [f"'{start}cmd()"]


def test_numbers_stay_numbers_and_lists_become_text() -> None:
    frame = pd.DataFrame({"tone": [-0.5], "topics": [np.array(["gas", "=x"])], "title": ["Ђ, “x”"]})
    assert _read(downloads.csv(frame)) == [["tone", "topics", "title"], ["-0.5", "gas; =x", "Ђ, “x”"]]


def test_the_frame_itself_is_left_alone() -> None:
    frame = pd.DataFrame({"title": ["=x"]})
    downloads.csv(frame)
    assert frame["title"][0] == "=x"
