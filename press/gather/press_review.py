"""The files of the press review, ``data/articles``: which articles are there, and new ones added."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from press.article import Article, normalise_url
from press.atomic import write


def known_addresses(folder: Path) -> set[str]:
    """Normalised addresses of the articles in a folder of JSON Lines files."""
    out: set[str] = set()
    for file in sorted(folder.glob("*.jsonl")):
        with file.open("rb") as stream:
            for line in stream:
                with suppress(ValueError, AttributeError):
                    url = json.loads(line).get("url")
                    if url:
                        out.add(normalise_url(str(url)))
    return out


def as_row(article: Article) -> dict[str, Any]:
    """An article as a line of ``data/articles``, with trafilatura's field names."""
    row: dict[str, Any] = {
        "url": article.url,
        "sitename": article.outlet,
        "date": article.published.isoformat() if article.published else "unknown",
        "date_basis": article.date_basis,
        "language": article.language,
        "title": article.title,
        "text": article.text,
        "abstract": article.abstract,
        **article.extra,
    }
    return {key: value for key, value in row.items() if value != ""}


def append(articles: list[Article], folder: Path) -> list[Path]:
    """Add articles to the files of a folder, one file a year of publication; each is replaced as a whole.

    Returns
    -------
    list of Path
        The files that changed: ``feeds-YYYY.jsonl``, ``feeds-undated.jsonl``.
    """
    changed = []
    by_file: dict[Path, list[Article]] = {}
    for article in articles:
        year = article.published.year if article.published else "undated"
        by_file.setdefault(folder / f"feeds-{year}.jsonl", []).append(article)
    for path, new in sorted(by_file.items()):
        old = path.read_bytes() if path.exists() else b""
        if old and not old.endswith(b"\n"):
            old += b"\n"
        rows = sorted((as_row(a) for a in new), key=lambda row: (row["date"], row["url"]))
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        write(path, old + lines.encode("utf8", "replace"))
        changed.append(path)
    return changed
