"""JSON Lines and JSON: articles with the field names of trafilatura, news-please, GDELT and other tools."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from press.article import Article
from press.vocabulary import read as vocabulary

from . import limits, loose_json
from .decode import Lines, decode, encoding_of
from .errors import Notes, Refusal, Tell, silent
from .fields import article, guess

_DEEPEST = 4


def read(
    lines: Iterable[bytes | str], name: str = "standard input", abstract: bool = False, tell: Tell = silent
) -> Iterator[Article | Refusal]:
    """Read articles, one JSON object a line; a faulty line as a refusal in its place.

    Parameters
    ----------
    lines : iterable of bytes or str
    name : str
        What messages call the input.
    abstract : bool
        Whether the texts are abstracts of articles.
    tell : callable
        Takes notices of what is left out.
    """
    notes = Notes(name)
    for number, line in enumerate(lines, 1):
        yield from _line(line, name, number, notes, abstract)
    notes.tell(tell)


def _line(
    line: bytes | str, name: str, number: int, notes: Notes, abstract: bool = False
) -> Iterator[Article | Refusal]:
    """The articles of one line: one as a rule, several where objects follow each other without an end of line."""
    text = decode(line) if isinstance(line, bytes) else line
    if not text.strip():
        return
    try:
        found = [loose_json.value(text.rstrip().removesuffix(","))]
    except (ValueError, RecursionError) as error:
        found = list(loose_json.values(text))
        if len(found) == 1 and isinstance(found[0], loose_json.Fault):
            yield Refusal(name, number, "", loose_json.problem(error))
            return
    for row in found:
        try:
            if isinstance(row, loose_json.Fault):
                raise Refusal(name, number, "", row.problem)
            yield article(unwrapped(row), name, number, abstract, notes=notes)
        except Refusal as refusal:
            yield refusal


def read_lines(stream: BinaryIO, name: str, tell: Tell = silent) -> Iterator[Article | Refusal]:
    """Read a file of JSON Lines piece by piece: a file of any size takes no more memory than its longest line."""
    start = stream.read(4)
    stream.seek(0)
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        lines = Lines(stream, encoding_of(stream), limits.LINE_BYTES)
        yield from read(lines, name, tell=tell)
        yield from (Refusal(name, number, "", "is too long a line") for number in lines.overlong)
        return
    notes = Notes(name)
    number = 0
    while line := stream.readline(limits.LINE_BYTES):
        number += 1
        if len(line) == limits.LINE_BYTES and not line.endswith(b"\n"):
            yield Refusal(name, number, "", f"is longer than {limits.LINE_BYTES:,} bytes")
            while (rest := stream.readline(limits.LINE_BYTES)) and not rest.endswith(b"\n"):
                pass
            continue
        yield from _line(line, name, number, notes)
    notes.tell(tell)


def read_document(data: bytes, name: str, tell: Tell = silent) -> Iterator[Article | Refusal]:
    """Read one JSON document: an article, a list of articles, or an object that holds such a list.

    Documents that follow each other are read one by one. In a list that is no JSON as a whole only the faulty item is
    refused.
    """
    text = decode(data)
    found: Any
    try:
        found = loose_json.value(text)
    except RecursionError as error:
        yield Refusal(name, 0, "", loose_json.problem(error))
        return
    except ValueError as error:
        first, _, rest = text.lstrip().partition("\n")
        if first.rstrip().endswith("}") and rest.strip():
            yield from read(text.splitlines(), name, tell=tell)
            return
        found = list(loose_json.values(text)) if "Extra data" in str(error) else list(loose_json.pieces(text))
        if not found:
            yield Refusal(name, getattr(error, "lineno", 0), "", loose_json.problem(error))
            return
    listed = rows(found)
    if listed is None:
        yield Refusal(name, 0, "", "holds neither an article nor a list of articles")
        return
    if not listed:
        yield Refusal(name, 0, "", "holds no articles")
    notes = Notes(name)
    for number, row in enumerate(listed, 1):
        try:
            if isinstance(row, loose_json.Fault):
                raise Refusal(name, row.line, "", row.problem)
            yield article(unwrapped(row), name, number, notes=notes)
        except Refusal as refusal:
            yield refusal
    notes.tell(tell)


def rows(found: Any, depth: int = 0) -> list[Any] | None:
    """The articles of a document, wherever it keeps them; None where it can hold none.

    Takes lists under the names that APIs use, objects by number as pandas writes them (by row or by column), and tables
    as lists of cells.
    """
    if isinstance(found, list):
        if len(found) > 1 and all(isinstance(row, list) for row in found) and guess(map(str, found[0])):
            return [dict(zip(map(str, found[0]), row, strict=False)) for row in found[1:]]
        return found
    if not isinstance(found, Mapping):
        return None
    if isinstance(found.get("columns"), list) and isinstance(found.get("data"), list):
        names = [str(name) for name in found["columns"]]
        return [dict(zip(names, row, strict=False)) if isinstance(row, list) else row for row in found["data"]]
    for key in (*vocabulary("columns")["json"]["lists"], "@graph"):
        inner = found.get(key)
        if isinstance(inner, list) and (not inner or any(_is_article(row) for row in inner)):
            return [row for row in inner if key != "@graph" or _is_article(row)]
        if isinstance(inner, Mapping) and depth < _DEEPEST and not _is_article(found):
            listed = rows(inner, depth + 1)
            if listed is not None and (not listed or any(_is_article(row) for row in listed)):
                return listed
    if columns := _by_column(found):
        return columns
    if _is_article(found):
        return [found]
    values = list(found.values())
    if values and all(isinstance(row, Mapping) for row in values) and any(map(_is_article, values)):
        return values
    lists = [v for v in values if isinstance(v, list) and v and all(isinstance(row, Mapping) for row in v)]
    return lists[0] if len(lists) == 1 else [found]


def _by_column(found: Mapping[str, Any]) -> list[Any]:
    """The rows of an object that holds a list or an object of values for each column."""
    fields = guess(map(str, found))
    if not ("text" in fields or {"title", "url"} <= set(fields)) or len(found) < 2:
        return []
    columns = list(found.values())
    if all(isinstance(c, list) for c in columns) and len({len(c) for c in columns}) == 1:
        return [dict(zip(found, row, strict=True)) for row in zip(*columns, strict=True)]
    if all(isinstance(c, Mapping) and c for c in columns) and len({tuple(c) for c in columns}) == 1:
        return [{name: column[i] for name, column in found.items()} for i in columns[0]]
    return []


def _is_article(row: Any) -> bool:
    fields = guess(map(str, unwrapped(row))) if isinstance(row, Mapping) else {}
    return "text" in fields or {"title", "url"} <= set(fields)


def unwrapped(row: Any) -> Any:
    """A row with the fields that stand within another object: the source of a search engine's hit, an API's attributes."""
    if isinstance(row, Mapping):
        for name in vocabulary("columns")["json"]["wrappers"]:
            inner = row.get(name)
            if isinstance(inner, Mapping) and guess(map(str, inner)):
                row = {k: v for k, v in row.items() if k != name} | dict(inner)
    return row


def record(article: Article) -> dict[str, Any]:
    """An article as one JSON object that :func:`read` reads as the same article; empty fields are left out."""
    own = {
        "url": article.url,
        "title": article.title,
        "sitename": article.outlet,
        "date": article.published.isoformat() if article.published else "",
        "date_basis": article.date_basis,
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
