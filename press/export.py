"""Tables under a Selection as files: CSV that a spreadsheet opens safely, Parquet, JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from press.atomic import replacing

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = ("csv", "parquet", "jsonl")
#: First characters by which spreadsheets know a formula (OWASP, "CSV Injection"), in their full-width forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class ExportError(RuntimeError):
    """A table cannot be exported; the message says why."""


def safe_cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe.

    Lists become text with "; " between their items; numbers, days and None stay as they are.
    """
    if not isinstance(value, str) and isinstance(value, Sequence):
        value = "; ".join(str(v) for v in value)
    if isinstance(value, str) and value.lstrip(" \u00a0\ufeff").startswith(_FORMULA):
        return "'" + value
    return value


def write(batches: Iterable[pa.RecordBatch], schema: pa.Schema, form: str, file: BinaryIO) -> int:
    """Write rows to an open binary file in one of :data:`FORMATS`; returns their number.

    CSV is UTF-8 with a byte-order mark, one header row, cells by :func:`safe_cell`.
    """
    rows = 0
    if form == "parquet":
        import pyarrow.parquet as pq

        with pq.ParquetWriter(file, schema, compression="zstd") as out:
            for batch in batches:
                out.write_batch(batch)
                rows += batch.num_rows
        return rows
    text = io.TextIOWrapper(file, encoding="utf-8-sig" if form == "csv" else "utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    if form == "csv":
        writer.writerow(schema.names)
    for batch in batches:
        rows += batch.num_rows
        for row in batch.to_pylist():
            plain = {name: round(v, 6) if isinstance(v, float) else v for name, v in row.items()}
            if form == "csv":
                writer.writerow([safe_cell(v) for v in plain.values()])
            else:
                text.write(json.dumps(plain, ensure_ascii=False, default=date.isoformat) + "\n")
    text.flush()
    text.detach()
    return rows


def write_file(batches: Iterable[pa.RecordBatch], schema: pa.Schema, form: str, path: Path) -> int:
    """Write rows to a file that is there whole or not at all: it gets its name when all is written.

    Raises
    ------
    ExportError
        Where the folder cannot be written to; nothing is left behind then.
    """
    try:
        with replacing(path) as file:
            return write(batches, schema, form, file)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or 'cannot be written'}") from error
