"""Tables as files, and cells that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.export import ExportError, safe_cell, write, write_file


def test_a_file_is_whole_or_as_it_was(tmp_path) -> None:
    out = tmp_path / "x.csv"
    out.write_text("before")
    schema = pa.schema([("a", pa.string())])

    def broken():
        yield pa.record_batch([["one"]], schema=schema)
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="No space left"):
        write_file(broken(), schema, "csv", out)
    assert out.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]


@given(st.text(max_size=30) | st.sampled_from(["=1+1", " =1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", "a=1"]))
def test_no_cell_begins_a_formula_and_nothing_is_lost(text) -> None:
    cell = safe_cell(text)
    assert (
        cell.lstrip(" \u00a0\ufeff")[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
        or not cell
    )
    assert cell in (text, "'" + text)


def test_csv_cells() -> None:
    schema = pa.schema([("n", pa.float32()), ("day", pa.date32()), ("who", pa.list_(pa.string())), ("t", pa.string())])
    batch = pa.record_batch([[-0.3], [date(2024, 5, 1)], [["=A", "B"]], ["-x\n,"]], schema=schema)
    file = io.BytesIO()
    assert write([batch], schema, "csv", file) == 1
    rows = list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline="")))
    assert rows == [["n", "day", "who", "t"], ["-0.3", "2024-05-01", "'=A; B", "'-x\n,"]]


def test_downloads_of_pages_use_the_same_rule() -> None:
    import pandas as pd

    from components import downloads

    made = downloads.csv(pd.DataFrame({"=x": ["@SUM(A1)", "plain"], "n": [-1, 2], "l": [["+1"], ["a", "b"]]}))
    assert made.decode("utf-8-sig").splitlines() == ["'=x,n,l", "'@SUM(A1),-1,'+1", "plain,2,a; b"]
