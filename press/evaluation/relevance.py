"""Whether articles about Serbia and Russia are told from others, on articles made up for it."""

from __future__ import annotations

from pathlib import Path

from press.article import Article
from press.evaluation.labels import RELEVANCE, read_labels
from press.evaluation.measures import scores
from press.gather.relevance import is_about


def measure(labels: Path = RELEVANCE) -> dict[str, float]:
    """Precision, recall and F1 of :func:`press.gather.relevance.is_about` on labelled articles, with their number."""
    rows = read_labels(labels)
    judged = [
        (row["about"], is_about(Article(text=row["text"], title=row["title"], language=row["language"])))
        for row in rows
    ]
    right = sum(gold and found for gold, found in judged)
    return {
        **scores(right, sum(found for _, found in judged), sum(gold for gold, _ in judged)),
        "articles": len(rows),
    }
