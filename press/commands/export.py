"""``python -m press export``: any table under any selection, as a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from press import outlets
from press.export import FORMATS, ExportError, write, write_file
from press.reading import topics
from press.selection import Selection
from press.vocabulary import KINDS


def add_arguments(commands: Any) -> None:
    """Declare the command."""
    p = commands.add_parser(
        "export",
        help="write a table under a selection as CSV, Parquet or JSON Lines",
        description="Writes the rows of a table that a selection leaves; options that are given twice select either "
        "value. Columns and units: press/tables.py.",
    )
    p.add_argument("table", metavar="TABLE", help="articles, statements, stances, mentions, events or stories")
    p.add_argument(
        "--corpus", metavar="DIR", help="folder or fsspec address of the corpus (default: the bundled press review)"
    )
    p.add_argument("--from", dest="start", type=_day, metavar="DAY", help="first day of publication, YYYY-MM-DD")
    p.add_argument("--to", dest="end", type=_day, metavar="DAY", help="last day of publication")
    for name, of in (
        ("language", "ISO 639-1: en, sr, ru, uk, …"), ("outlet", "its name"), ("group", "group of outlets: russian_state, …"),
        ("topic", "its identifier or label: gas, …"), ("actor", "who is named or quoted"), ("kind", "of statement: direct, indirect, mixed"),
    ):  # fmt: skip
        p.add_argument(f"--{name}", action="append", default=[], metavar=name.upper(), help=of)
    p.add_argument("--words", default="", metavar="WORDS", help="words that must all stand in title or text")
    p.add_argument("--format", choices=FORMATS, help="default: by the ending of FILE")
    p.add_argument(
        "--out", default="-", metavar="FILE", help="default: standard output, as CSV where --format says nothing else"
    )
    p.set_defaults(run=run)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{value}” is no day (YYYY-MM-DD)") from None


def run(options: argparse.Namespace) -> int:
    """Write a table under a selection to a file."""
    try:
        rows = _export(options)
    except ExportError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(
        f"{rows:,} row{'' if rows == 1 else 's'} of {options.table}"
        + (f" in {options.out}" if options.out != "-" else ""),
        file=sys.stderr,
    )
    return 0


def _export(options: argparse.Namespace) -> int:
    """Write a table under the selection that the options tell; returns the number of rows."""
    # Here, not above: the command line starts without DuckDB and pandas.
    from press.corpus.opening import open_corpus
    from press.corpus.store import CorpusError
    from press.questions import coverage
    from press.tables import TABLES

    table = options.table
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
