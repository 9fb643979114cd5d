"""Sentiment of English statements against hand labels, beside VADER and TextBlob on the same statements.

    python -m benchmarks.sentiment [--json FILE]

The statements are those that the parser found and that a hand label covers; each tool tells the tone of the same words.
VADER (Hutto & Gilbert 2014) and TextBlob know English only and no stance toward a party. Thresholds are their
authors' ±0.05.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks import report
from press.evaluation.labels import LABELS, held_out, locate, read_labels
from press.evaluation.measures import macro_f1, pairs
from press.evaluation.quality import parse_rows


def statements(file: Path, part: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Labelled statements and, pair by pair, those found for them."""
    rows = [r for r in read_labels(file) if r["language"] == "en"]
    if part != "all":
        rows = [r for r in rows if held_out(r["url"]) == (part == "held out")]
    gold: list[dict[str, Any]] = []
    found: list[dict[str, Any]] = []
    for row, parsed in zip(rows, parse_rows(rows), strict=True):
        labelled = locate(row["text"], [s for s in row["gold"]["statements"] if "sentiment" in s])
        own = [{**s, "span": (s["start"], s["end"])} for s in parsed["statements"]]
        for a, b in pairs(labelled, own, 0.5):
            gold.append(a)
            found.append(b)
    return gold, found


def label(score: float) -> str:
    """Label of a compound score."""
    return "positive" if score >= 0.05 else "negative" if score <= -0.05 else "neutral"


def peers() -> dict[str, Callable[[str], float]]:
    """Score from −1 to 1 by each peer that is installed."""
    out: dict[str, Callable[[str], float]] = {}
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

        analyzer = SentimentIntensityAnalyzer()
        out["VADER"] = lambda text: analyzer.polarity_scores(text)["compound"]
    except ImportError:
        print("VADER is not installed: pip install -r requirements-bench.txt")
    try:
        from textblob import TextBlob

        out["TextBlob"] = lambda text: TextBlob(text).sentiment.polarity
    except ImportError:
        print("TextBlob is not installed: pip install -r requirements-bench.txt")
    return out


def main() -> None:
    """Print all figures."""
    options = report.arguments(__doc__).parse_args()
    scorers = peers()
    for part in ("all", "held out"):
        gold, found = statements(LABELS, part)
        wanted = [g["sentiment"] for g in gold]
        answers = {"this parser": [f["label"] for f in found]}
        rates: dict[str, Any] = {"this parser": "–"}
        for name, score in scorers.items():
            score("warm up")
            start = perf_counter()
            answers[name] = [label(score(f["text"])) for f in found]
            rates[name] = len(found) / (perf_counter() - start)
        answers["always neutral"] = ["neutral"] * len(gold)
        rows = [
            {
                "tool": name,
                "macro-F1": macro_f1(zip(wanted, labels, strict=True)),
                "right": sum(a == b for a, b in zip(wanted, labels, strict=True)) / max(1, len(wanted)),
                "statements": len(wanted),
                "statements/s": rates.get(name, "–"),
            }
            for name, labels in answers.items()
        ]
        report.show(f"Sentiment of English statements, {part}", rows, options.json)


if __name__ == "__main__":
    main()
