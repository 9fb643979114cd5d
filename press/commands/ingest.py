"""``python -m press ingest``: articles into a corpus."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from press.commands.parse import note
from press.readers.fields import FIELDS

#: Notices of what was left out that are printed.
_SHOWN_NOTICES = 50


def add_arguments(commands: Any) -> None:
    """Declare the command."""
    p = commands.add_parser(
        "ingest",
        help="bring articles into a corpus that the dashboard opens",
        description="Reads files, and all files of folders, and brings their articles into a corpus: new ones are added, "
        "changed ones updated, those that are there (by address) skipped; reprints are kept and marked. Can be "
        "interrupted at any moment and run again. The dashboard opens the corpus that PRESS_CORPUS names.",
    )
    p.add_argument("paths", nargs="+", metavar="PATH", help="file, folder, or fsspec address of a file")
    p.add_argument("--corpus", required=True, metavar="DIR", help="folder or fsspec address (s3://…) of the corpus")
    p.add_argument("--workers", type=int, metavar="N", help="worker processes (default: the number of cores)")
    p.add_argument(
        "--column", type=_column, action="append", default=[], metavar="FIELD=NAME",
        help="column of a table that holds text, title, url, outlet, date, language or author: its name, or its number "
        "where there is no header (default: known by their names, data/vocabulary/columns.toml)",
    )  # fmt: skip
    p.add_argument("--scheduler", metavar="tcp://HOST:8786", help="parse on the Dask cluster of this scheduler")
    p.set_defaults(run=run)


def _column(value: str) -> tuple[str, str]:
    field, _, name = value.partition("=")
    if field not in FIELDS or not name:
        raise argparse.ArgumentTypeError(f"“{value}” is not FIELD=NAME with one of {', '.join(FIELDS)}")
    return field, name


def run(options: argparse.Namespace) -> int:
    """Bring articles into a corpus; 1 where an item was refused, 130 after Ctrl-C."""
    # Here, not above: the command line starts without DuckDB and pandas.
    from press.corpus.store import StoreError
    from press.ingest.job import ingest
    from press.ingest.report import Bar
    from press.ingest.sources import Sources
    from press.ingest.workers import IngestError

    sources = Sources(options.paths, dict(options.column))
    try:
        with Bar(sources) as bar:
            report = ingest(sources, options.corpus, workers=options.workers, scheduler=options.scheduler, progress=bar)
    except (IngestError, StoreError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for refusal in report.refusals:
        print(f"refused: {refusal}", file=sys.stderr)
    if report.refused > len(report.refusals):
        print(f"refused: {report.refused - len(report.refusals):,} more", file=sys.stderr)
    for notice in sources.notices[:_SHOWN_NOTICES]:
        note(notice)
    if len(sources.notices) > _SHOWN_NOTICES:
        print(f"note: {len(sources.notices) - _SHOWN_NOTICES:,} more", file=sys.stderr)
    print(report.table())
    if report.interrupted:
        print("Interrupted; what was read is kept. The same command again goes on.", file=sys.stderr)
        return 130
    return 1 if report.refused else 0
