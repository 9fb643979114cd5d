"""JSON Lines and JSON: articles with the field names of trafilatura, news-please, GDELT and other tools."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from press.article import Article

from . import limits
from .decode import Lines, decode, encoding_of
from .errors import Refusal
from .fields import article

#: Where a JSON document keeps its list of articles: GDELT, Media Cloud, news APIs, CSL bibliographies.
_LISTS = ("articles", "stories", "items", "results", "docs")


def read(
    lines: Iterable[bytes | str], name: str = "standard input", abstract: bool = False
) -> Iterator[Article | Refusal]:
    """Read articles, one JSON object a line; a faulty line as a refusal in its place.

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
            yield article(json.loads(text), name, number, abstract)
        except Refusal as refusal:
            yield refusal
        except (ValueError, RecursionError) as error:
            yield Refusal(name, number, "", _no_json(error))


def read_lines(stream: BinaryIO, name: str) -> Iterator[Article | Refusal]:
    """Read a file of JSON Lines piece by piece: a file of any size takes no more memory than its longest line."""
    start = stream.read(4)
    stream.seek(0)
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        lines = Lines(stream, encoding_of(stream), limits.LINE_BYTES)
        yield from read(lines, name)
        yield from (Refusal(name, number, "", "is too long a line") for number in lines.overlong)
        return
    number = 0
    while line := stream.readline(limits.LINE_BYTES):
        number += 1
        if len(line) == limits.LINE_BYTES and not line.endswith(b"\n"):
            yield Refusal(name, number, "", f"is longer than {limits.LINE_BYTES:,} bytes")
            while (rest := stream.readline(limits.LINE_BYTES)) and not rest.endswith(b"\n"):
                pass
            continue
        for item in read([line], name):
            if isinstance(item, Refusal):
                item = Refusal(name, number, item.field, item.problem)
            yield item


def read_document(data: bytes, name: str) -> Iterator[Article | Refusal]:
    """Read one JSON document: an article, a list of articles, or an object that holds such a list.

    A document that is no JSON as a whole is read as JSON Lines.
    """
    text = decode(data)
    try:
        found: Any = json.loads(text)
    except RecursionError as error:
        yield Refusal(name, 0, "", _no_json(error))
        return
    except ValueError as error:
        if "Extra data" in str(error):
            yield from read(text.splitlines(), name)
        else:
            yield Refusal(name, getattr(error, "lineno", 0), "", _no_json(error))
        return
    rows: Any = found
    if isinstance(found, dict):
        rows = next((found[key] for key in _LISTS if isinstance(found.get(key), list)), [found])
    if not isinstance(rows, list):
        yield Refusal(name, 0, "", "holds neither an article nor a list of articles")
        return
    if not rows:
        yield Refusal(name, 0, "", "holds no articles")
    for number, row in enumerate(rows, 1):
        try:
            yield article(row, name, number)
        except Refusal as refusal:
            yield refusal


def record(article: Article) -> dict[str, Any]:
    """An article as one JSON object that :func:`read` reads as the same article; empty fields are left out."""
    own = {
        "url": article.url,
        "title": article.title,
        "sitename": article.outlet,
        "date": article.published.isoformat() if article.published else "",
        "date_basis": article.date_basis if article.published else "",
        "language": article.language,
        "author": article.author,
        "abstract": article.abstract,
        "text": article.text,
    }
    own = {name: value for name, value in own.items() if value}
    return {**own, **{name: value for name, value in article.extra.items() if name not in own}}


def line(article: Article) -> bytes:
    """An article as a line of JSON Lines in UTF-8."""
    found = record(article)
    try:
        return json.dumps(found, ensure_ascii=False, default=str).encode() + b"\n"
    except UnicodeEncodeError:  # half a surrogate pair in a further field
        return json.dumps(found, default=str).encode() + b"\n"


def _no_json(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "is no JSON: is nested too deep"
    return f"is no JSON: {getattr(error, 'msg', 'holds a number that is too long')}"
