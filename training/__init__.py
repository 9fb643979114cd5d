"""Learning the parser's weights from labels; not needed to run it."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter


def only_check(description: str | None) -> bool:
    """Read the command line of a module of this package: whether it is to measure and to write no weights."""
    parser = ArgumentParser(description=description, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="cross-validate only, write nothing")
    return bool(parser.parse_args().check)
