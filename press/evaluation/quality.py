"""Quality: how good the parser is, by task, language and part of the labels."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from press.article import Article
from press.evaluation.comparison import compare
from press.evaluation.labels import LABELS, NAMES, PERSONS, article_of, held_out, name_held_out, read_labels
from press.evaluation.measures import macro_f1
from press.reading.actors.mentions import canonical
from press.reading.parse import as_json, parse, read
from press.reading.tone import person


def parse_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Parse labelled rows, without looking at their labels."""
    return [as_json(parse(article_of(row))) for row in rows]


def measure_names(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """How often a form (spelling, case, script) leads to its person's canonical name.

    ``rows`` have ``form``, ``language`` and ``name``; the half of the forms whose hash is even is held out
    from tuning. Returns ``accuracy`` and ``labels``.
    """
    right = sum(canonical(r["form"], r["language"]) == r["name"] for r in rows)
    return {"accuracy": right / max(len(rows), 1), "labels": len(rows)}


def measure_persons() -> dict[str, dict[str, float]]:
    """Macro-F1 of the tone toward a person over single sentences: all, and the half held out from tuning."""
    rows = read_labels(PERSONS)
    told = []
    for row in rows:
        document = read(Article(text=row["text"], language="en"))
        end = row["start"] + len(row["person"])
        told.append((row["label"], person.toward(document, row["start"], end).label))
    half = [x for x, row in zip(told, rows, strict=True) if held_out(row["text"], 2)]
    return {
        "all": {"macro_f1": macro_f1(told), "labels": len(told)},
        "held out": {"macro_f1": macro_f1(half), "labels": len(half)},
    }


def measure(path: Path = LABELS) -> dict[str, Any]:
    """Scores over all labels, by language, and on the part held out from tuning; ``ValueError`` where a row has no labels."""
    rows = read_labels(path)
    for i, row in enumerate(rows, 1):
        if missing := {"text", "url", "language", "gold"} - row.keys():
            raise ValueError(f"{path}, article {i}: has no {', '.join(sorted(missing))}")
    parsed = parse_rows(rows)

    def part(keep: list[bool]) -> dict[str, Any]:
        chosen = [(r, p) for r, p, k in zip(rows, parsed, keep, strict=True) if k]
        return compare([r for r, _ in chosen], [p for _, p in chosen])

    languages = [k for k, c in Counter(r["language"] for r in rows).most_common() if c >= 8]
    result: dict[str, Any] = {
        "measured": date.today().isoformat(),
        "labels": path.name,
        "all": part([True] * len(rows)),
    }
    if path == LABELS:
        result["held out"] = part([held_out(r["url"]) for r in rows])
        result["person"] = measure_persons()
        result["tuned on"] = part([not held_out(r["url"]) for r in rows])
    result["languages"] = {k: part([r["language"] == k for r in rows]) for k in languages} if len(languages) > 1 else {}
    if path == LABELS:
        forms = read_labels(NAMES)
        result["all"]["names"] = measure_names(forms)
        result["held out"]["names"] = measure_names([r for r in forms if name_held_out(r)])
        for language, scored in result["languages"].items():
            scored["names"] = measure_names([r for r in forms if r["language"] == language])
    return result
