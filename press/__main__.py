"""Command line: ``python -m press COMMAND``; see :mod:`press.commands`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable

from press.commands import evaluate, export, ingest, parse, refresh


def main(arguments: Iterable[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m press", description="Reads the press: text in, tables out.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in (parse, evaluate, ingest, export, refresh):
        command.add_arguments(commands)
    options = parser.parse_args(None if arguments is None else list(arguments))
    code: int = options.run(options)
    return code


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
