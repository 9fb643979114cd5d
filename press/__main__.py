"""Command line: ``python -m press parse``, ``evaluate``, ``ingest``, ``export`` and ``refresh``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from press.article import Article
from press.readers import Notice, Refusal, read_path

#: Notices of what was left out that an ingest prints.
_SHOWN_NOTICES = 50


def _inputs(files: list[str]) -> Iterator[Article | Refusal]:
    from press.readers import jsonl

    for file in files:
        if file == "-":
            yield from jsonl.read(sys.stdin.buffer, tell=_note)
        else:
            yield from read_path(Path(file), _note)


def _note(notice: Notice) -> None:
    print(f"note: {notice}", file=sys.stderr)


def parse_command(files: list[str]) -> int:
    """Print what is read in each article, one JSON object a line; 1 where an item was refused.

    What is left out of an article, as a date that is not understood, is noted on standard error and is no fault.
    """
    from press.reading.parse import as_json, parse

    faults = 0
    write = sys.stdout.write
    for item in _inputs(files):
        if isinstance(item, Refusal):
            faults += 1
            print(f"error: {item}", file=sys.stderr)
        else:
            write(json.dumps(as_json(parse(item)), ensure_ascii=False) + "\n")
    return 1 if faults else 0


def ingest_command(
    paths: list[str], corpus: str, workers: int | None, scheduler: str | None, columns: list[tuple[str, str]]
) -> int:
    """Bring articles into a corpus; 1 where an item was refused, 130 after Ctrl-C."""
    from press.corpus.store import StoreError
    from press.ingest.job import Bar, IngestError, Sources, ingest

    sources = Sources(paths, dict(columns))
    try:
        with Bar(sources) as bar:
            report = ingest(sources, corpus, workers=workers, scheduler=scheduler, progress=bar)
    except (IngestError, StoreError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for refusal in report.refusals:
        print(f"refused: {refusal}", file=sys.stderr)
    if report.refused > len(report.refusals):
        print(f"refused: {report.refused - len(report.refusals):,} more", file=sys.stderr)
    for notice in sources.notices[:_SHOWN_NOTICES]:
        _note(notice)
    if len(sources.notices) > _SHOWN_NOTICES:
        print(f"note: {len(sources.notices) - _SHOWN_NOTICES:,} more", file=sys.stderr)
    print(report.table())
    if report.interrupted:
        print("Interrupted; what was read is kept. The same command again goes on.", file=sys.stderr)
        return 130
    return 1 if report.refused else 0


def evaluate_command(labels: str, as_json: bool, save: bool) -> int:
    """Print precision, recall and F1 by task and language against hand labels."""
    from press import evaluate

    try:
        result = evaluate.measure(Path(labels))
    except (OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    if as_json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print(evaluate.as_table(result))
    if save:
        evaluate.save(result)
    return 0


def export_command(options: argparse.Namespace) -> int:
    """Write a table under a selection to a file."""
    from press.export import ExportError, export

    try:
        rows = export(options.table, options)
    except ExportError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(
        f"{rows:,} row{'' if rows == 1 else 's'} of {options.table}"
        + (f" in {options.out}" if options.out != "-" else ""),
        file=sys.stderr,
    )
    return 0


def _add_export(commands: Any) -> None:
    from press.export import FORMATS

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


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{value}” is no day (YYYY-MM-DD)") from None


def _column(value: str) -> tuple[str, str]:
    from press.readers.fields import FIELDS

    field, _, name = value.partition("=")
    if field not in FIELDS or not name:
        raise argparse.ArgumentTypeError(f"“{value}” is not FIELD=NAME with one of {', '.join(FIELDS)}")
    return field, name


def main(arguments: Iterable[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    from press.evaluate import LABELS
    from press.gather import feeds

    parser = argparse.ArgumentParser(prog="python -m press", description="Reads the press: text in, tables out.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    p = commands.add_parser(
        "parse",
        help="read articles and print what they say, as JSON Lines",
        description="Reads articles and prints one JSON object a line: the article's own fields with its topics, "
        "statements, events and mentions. Offsets are characters of the article's text as given.",
    )
    p.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="JSON Lines or any other form that is read: TXT, HTML, DOCX, PDF, CSV, ZIP, WARC, …; - : standard input",
    )
    e = commands.add_parser(
        "evaluate",
        help="measure the parser against hand labels",
        description="Prints precision, recall and F1 by task and language, and what is most often confused.",
    )
    e.add_argument(
        "labels",
        nargs="?",
        default=str(LABELS),
        metavar="LABELS",
        help="JSON Lines with labels (default: the bundled ones)",
    )
    e.add_argument("--json", action="store_true", help="print JSON")
    e.add_argument(
        "--save",
        action="store_true",
        help="keep the result in data/quality.json, which the About page shows, and in the README",
    )
    i = commands.add_parser(
        "ingest",
        help="bring articles into a corpus that the dashboard opens",
        description="Reads files, and all files of folders, and brings their articles into a corpus: new ones are added, "
        "changed ones updated, those that are there (by address, then by near-identical text) skipped. Can be "
        "interrupted at any moment and run again. The dashboard opens the corpus that PRESS_CORPUS names.",
    )
    i.add_argument("paths", nargs="+", metavar="PATH", help="file, folder, or fsspec address of a file")
    i.add_argument("--corpus", required=True, metavar="DIR", help="folder or fsspec address (s3://…) of the corpus")
    i.add_argument("--workers", type=int, metavar="N", help="worker processes (default: the number of cores)")
    i.add_argument(
        "--column", type=_column, action="append", default=[], metavar="FIELD=NAME",
        help="column of a table that holds text, title, url, outlet, date, language or author: its name, or its number "
        "where there is no header (default: known by their names, data/vocabulary/columns.toml)",
    )  # fmt: skip
    i.add_argument("--scheduler", metavar="tcp://HOST:8786", help="parse on the Dask cluster of this scheduler")
    _add_export(commands)
    feeds.add_arguments(commands)
    options = parser.parse_args(None if arguments is None else list(arguments))
    if options.command == "parse":
        return parse_command(options.files)
    if options.command == "ingest":
        return ingest_command(options.paths, options.corpus, options.workers, options.scheduler, options.column)
    if options.command == "export":
        return export_command(options)
    if options.command == "refresh":
        return feeds.run(options)
    return evaluate_command(options.labels, options.json, options.save)


if __name__ == "__main__":
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except KeyboardInterrupt:
        code = 130
    raise SystemExit(code)
