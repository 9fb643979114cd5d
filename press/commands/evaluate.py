"""``python -m press evaluate``: precision, recall and F1 against hand labels."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from press.evaluation.labels import LABELS
from press.evaluation.quality import measure
from press.evaluation.report import as_table, save


def add_arguments(commands: Any) -> None:
    """Declare the command."""
    p = commands.add_parser(
        "evaluate",
        help="measure the parser against hand labels",
        description="Prints precision, recall and F1 by task and language, and what is most often confused.",
    )
    p.add_argument(
        "labels",
        nargs="?",
        default=str(LABELS),
        metavar="LABELS",
        help="JSON Lines with labels (default: the bundled ones)",
    )
    p.add_argument("--json", action="store_true", help="print JSON")
    p.add_argument(
        "--save",
        action="store_true",
        help="keep the result in data/quality.json, which the About page shows, and in the README",
    )
    p.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print precision, recall and F1 by task and language against hand labels."""
    try:
        result = measure(Path(options.labels))
    except (OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print(as_table(result))
    if options.save:
        save(result)
    return 0
