"""The labels that weights are learned from: the project's own, and the measured ones that are not held out.

Rows are those of ``tests/gold/press-review.jsonl``: the fields of an article, and its labels under ``gold``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from press.evaluation.labels import held_out, read_labels
from press.vocabulary import ROOT

OWN = Path(__file__).with_name("labels.jsonl")


def own() -> list[dict[str, Any]]:
    """The project's own labels, with the articles of ``data/articles`` that they are of."""
    articles: dict[str, dict[str, Any]] = {}
    for path in sorted((ROOT / "data" / "articles").glob("*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            article = json.loads(line)
            articles[article["url"]] = article
    return [{**articles[row["url"]], **row} for row in read_labels(OWN)]


def measured() -> list[dict[str, Any]]:
    """The labels that the parser is measured by, but for those held out."""
    return [row for row in read_labels() if not held_out(row["url"])]
