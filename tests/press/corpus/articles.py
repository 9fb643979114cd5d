"""Small made-up articles, and how they stand in a file."""

from __future__ import annotations

import json
from datetime import date

from press.article import Article


def article(number: int, **more: object) -> Article:
    day = date(2024, 1, 1 + number % 28)
    own = " ".join(f"item{number}{letter}" for letter in "abcdefgh")  # texts that are not near-identical
    values = {
        "text": f"“We welcome the friendship of Russia on point {number},” said Anna Sample, foreign minister of Serbia. She spoke of {own}. Boris Example met envoys of Russia in Niš on {day:%d %B %Y}.",
        "title": f"Talks {number}", "url": f"https://example.org/{number}", "outlet": f"Herald {number % 3}",
        "language": "en", "published": day, "date_basis": "given",
    }  # fmt: skip
    return Article(**{**values, **more})


def line(a: Article) -> str:
    row = {"url": a.url, "title": a.title, "text": a.text, "sitename": a.outlet, "language": a.language}
    return json.dumps({**row, "date": a.published.isoformat() if a.published else None})
