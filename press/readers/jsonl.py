"""JSON Lines: one article a line, with the field names of trafilatura and of other tools."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ..article import Article
from .decode import decode
from .errors import Refusal

#: Names under which tools write a field, best first.
FIELDS = {
    "text": ("text", "maintext", "body", "content", "story_text"),
    "title": ("title", "headline"),
    "url": ("url", "link", "source-url"),
    "outlet": ("sitename", "outlet", "media_name", "source_domain", "source", "domain"),
    "date": ("date", "date_publish", "publish_date", "published", "seendate"),
    "language": ("language", "lang"),
    "author": ("author", "authors"),
}
MOST_CHARACTERS = 20_000_000


def read(
    lines: Iterable[bytes | str], name: str = "standard input", abstract: bool = False
) -> Iterator[Article | Refusal]:
    """Read articles, a faulty line as an error in its place.

    Parameters
    ----------
    lines : iterable of bytes or str
    name : str
        What messages call the input.
    abstract : bool
        Whether the texts are abstracts of articles.
    """
    for number, line in enumerate(lines, 1):
        text = decode(line) if isinstance(line, bytes) else line
        if not text.strip():
            continue
        try:
            row = json.loads(text)
        except (json.JSONDecodeError, RecursionError) as error:
            problem = getattr(error, "msg", "is nested too deep")
            yield Refusal(name, number, "", f"is no JSON: {problem}")
            continue
        try:
            yield article(row, name, number, abstract)
        except Refusal as error:
            yield error


def article(row: Any, name: str, number: int, abstract: bool = False) -> Article:
    """One article from one JSON object.

    Raises
    ------
    Refusal
        Where the object or one of its fields is of the wrong kind.
    """
    if not isinstance(row, dict):
        raise Refusal(name, number, "", "is no JSON object")
    values: dict[str, str] = {}
    for field, names in FIELDS.items():
        key = next((n for n in names if row.get(n) not in (None, "")), "")
        value = row.get(key, "") if key else ""
        if isinstance(value, list) and field == "author":
            value = ", ".join(str(v) for v in value)
        if not isinstance(value, str):
            raise Refusal(name, number, key, f"is a {type(value).__name__}, not text")
        values[field] = value
    if not values["text"].strip():
        raise Refusal(name, number, "text", "is missing or empty")
    if len(values["text"]) > MOST_CHARACTERS:
        raise Refusal(name, number, "text", f"is longer than {MOST_CHARACTERS:,} characters")
    published = None
    if values["date"] and values["date"] != "unknown":
        try:
            published = date.fromisoformat(values["date"].strip()[:10])
        except ValueError:
            raise Refusal(name, number, "date", f"“{values['date'][:40]}” is no date (YYYY-MM-DD)") from None
    used = {n for names in FIELDS.values() for n in names}
    return Article(
        text=values["text"],
        title=values["title"],
        url=values["url"],
        outlet=values["outlet"],
        language=values["language"].lower()[:3].split("-")[0],
        published=published,
        date_basis="given" if published else "unknown",
        author=values["author"],
        abstract=bool(row.get("abstract", abstract)),
        extra={k: v for k, v in row.items() if k not in used},
    )
