"""Tables under a Selection as files: CSV that a spreadsheet opens safely, Parquet, JSON Lines."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
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


def export(table: str, options: Any) -> int:
    """``python -m press export``: write a table under a selection; returns the number of rows.

    Parameters
    ----------
    table : str
        One of :data:`press.tables.TABLES`.
    options : argparse.Namespace
        As the command line gives them, see :mod:`press.__main__`.
    """
    from press import outlets
    from press.corpus.opening import CorpusError, open_corpus
    from press.questions import coverage
    from press.reading import topics
    from press.selection import Selection
    from press.tables import TABLES
    from press.vocabulary import KINDS

    if table not in TABLES:
        raise ExportError(f"there is no table “{table}”; the tables are {', '.join(TABLES)}")
    form = options.format or ("csv" if options.out == "-" else Path(options.out).suffix.lstrip(".").lower())
    if form not in FORMATS:
        raise ExportError(f"--format is missing, and “{options.out}” does not end in .csv, .parquet or .jsonl")
    try:
        corpus = open_corpus(options.corpus)
    except CorpusError as error:
        raise ExportError(str(error)) from error
    chosen = Selection(
        start=options.start, end=options.end, languages=tuple(options.language), outlets=tuple(options.outlet),
        groups=_known("group", options.group, outlets.groups()), topics=_known("topic", options.topic, topics.labels()),
        actors=tuple(options.actor), kinds=_known("kind", options.kind, {k: k for k in KINDS}),
        words=options.words,
    )  # fmt: skip
    for option, column, values in (("outlet", "outlet", options.outlet), ("actor", "actors", options.actor)):
        known = coverage.values(corpus, Selection(), column)["value"] if values else ()
        _note_unknown(option, values, list(known))
    batches = corpus.batches(table, chosen)
    if options.out == "-":
        return write(batches, TABLES[table], form, sys.stdout.buffer)
    return write_file(batches, TABLES[table], form, Path(options.out))


def _note_unknown(option: str, values: Sequence[str], known: Sequence[str]) -> None:
    """Say on standard error which names no article has, and which ones hold them: they select nothing."""
    for value in values:
        if value not in known:
            near = [name for name in known if value.casefold() in name.casefold()][:5]
            hint = f"; there is {', '.join(near)}" if near else ""
            print(f"note: no article has the {option} “{value}”{hint}", file=sys.stderr)


def _known(option: str, values: Sequence[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    """Identifiers of what is given by identifier or label: a misspelt one would silently select nothing."""
    by_name = {name.casefold(): identifier for identifier, label in labels.items() for name in (identifier, label)}
    for value in values:
        if value.casefold() not in by_name:
            raise ExportError(f"there is no {option} “{value}”; known are {', '.join(labels)}")
    return tuple(by_name[value.casefold()] for value in values)
