"""The labels that weights are learned from: those that the parser is measured by, but for the ones held out."""

from __future__ import annotations

from typing import Any

from press.evaluation.labels import held_out, read_labels


def measured() -> list[dict[str, Any]]:
    """Labelled articles that are not held out: the fields of an article, and its labels under ``gold``."""
    return [row for row in read_labels() if not held_out(row["url"])]
