"""The labelled articles: where they are, how they are read, and which are held out from tuning."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from press.article import Article
from press.vocabulary import ROOT

_FOLDER = ROOT / "tests" / "gold"
LABELS = _FOLDER / "press-review.jsonl"
NAMES = _FOLDER / "names.jsonl"
PERSONS = _FOLDER / "person-tone.jsonl"
RELEVANCE = _FOLDER / "relevance.jsonl"


def held_out(url: str, parts: int = 4) -> bool:
    """Whether a labelled article is kept out of tuning: a quarter of them, by a hash of the address."""
    return int(hashlib.md5(url.encode(), usedforsecurity=False).hexdigest(), 16) % parts == 0


def name_held_out(row: dict[str, Any]) -> bool:
    """Whether a labelled form of a name is kept out of tuning: half of them, by a hash of the form."""
    return hashlib.md5(row["form"].encode(), usedforsecurity=False).digest()[0] % 2 == 0


def read_labels(path: Path = LABELS) -> list[dict[str, Any]]:
    """The labelled rows of a JSON Lines file; ``ValueError`` names the line that is none."""
    rows = []
    with path.open(encoding="utf8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise ValueError(f"{path}, line {number}: is no JSON ({error})") from None
            if not isinstance(row, dict):
                raise ValueError(f"{path}, line {number}: is no JSON object")
            rows.append(row)
    return rows


def article_of(row: dict[str, Any]) -> Article:
    """The article of a labelled row, without its labels."""
    return Article(
        text=row["text"],
        title=row.get("title", ""),
        url=row["url"],
        outlet=row.get("sitename", ""),
        language=row.get("language", ""),
        published=date.fromisoformat(row["date"]) if row.get("date") else None,
    )


def locate(text: str, items: list[dict]) -> list[dict]:
    """Find the labelled texts, by their offsets where given, else the n-th same text is the n-th occurrence, or the first."""
    used: Counter[str] = Counter()
    out = []
    for item in items:
        if "start" in item:
            out.append({**item, "span": (item["start"], item["end"])})
            continue
        at = -1
        for _ in range(used[item["text"]] + 1):
            at = text.find(item["text"], at + 1)
        if at < 0:
            at = text.find(item["text"])  # two events of one sentence
        used[item["text"]] += 1
        out.append({**item, "span": (at, at + len(item["text"]))})
    return out
