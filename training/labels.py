"""The labels that weights are learned from: the project's own, and the measured ones that are not held out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from press.article import Article
from press.corpus import read_articles
from press.evaluate import held_out, read_labels

OWN = Path(__file__).with_name("labels.jsonl")


def labelled() -> list[tuple[Article, dict[str, Any]]]:
    """Articles of the bundled corpus with their labels, as ``tests/gold/README.md`` describes them."""
    articles = {a.url: a for a in read_articles()}
    rows = read_labels(OWN) + [r for r in read_labels() if not held_out(r["url"])]
    return [(articles[r["url"]], r["gold"]) for r in rows]
