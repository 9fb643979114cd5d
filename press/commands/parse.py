"""``python -m press parse``: what is read in articles, as JSON Lines."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from press.article import Article
from press.readers import Notice, Refusal, jsonl, read_path
from press.reading.parse import as_json, parse


def add_arguments(commands: Any) -> None:
    """Declare the command."""
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
    p.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is read in each article, one JSON object a line; 1 where an item was refused.

    What is left out of an article, as a date that is not understood, is noted on standard error and is no fault.
    """
    faults = 0
    write = sys.stdout.write
    for item in _inputs(options.files):
        if isinstance(item, Refusal):
            faults += 1
            print(f"error: {item}", file=sys.stderr)
        else:
            write(json.dumps(as_json(parse(item)), ensure_ascii=False) + "\n")
    return 1 if faults else 0


def _inputs(files: list[str]) -> Iterator[Article | Refusal]:
    for file in files:
        if file == "-":
            yield from jsonl.read(sys.stdin.buffer, tell=note)
        else:
            yield from read_path(Path(file), note)


def note(notice: Notice) -> None:
    """Say on standard error what was left out of an article."""
    print(f"note: {notice}", file=sys.stderr)
