"""How benchmarks print: a table for people, JSON for machines, and the machine they ran on."""

from __future__ import annotations

import json
import os
import platform
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any


def arguments(description: str | None) -> ArgumentParser:
    """An argument parser with the option that every benchmark has."""
    parser = ArgumentParser(description=description, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    return parser


def machine() -> dict[str, Any]:
    """Cores, processor architecture and Python of this run."""
    return {"cores": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version()}


def table(rows: list[dict[str, Any]]) -> str:
    """Rows as a Markdown table; columns are those of the first row."""
    columns = list(rows[0])

    def cell(value: Any) -> str:
        return (
            f"{value:,.3g}"
            if isinstance(value, float) and abs(value) < 1000
            else f"{value:,.0f}"
            if isinstance(value, float)
            else str(value)
        )

    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join(cell(row[c]) for c in columns) + " |" for row in rows]
    return "\n".join(lines)


def show(title: str, rows: list[dict[str, Any]], file: Path | None = None) -> None:
    """Print a table, and write it as JSON where a file is named."""
    print(f"\n## {title}\n\n{table(rows)}", flush=True)
    if file is not None:
        known = json.loads(file.read_text(encoding="utf8")) if file.exists() else {"machine": machine()}
        known[title] = rows
        file.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
