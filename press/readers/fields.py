"""From a row of named values, as tables and JSON hold them, to an article.

The names of the fields are data, ``data/vocabulary/columns.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from typing import Any

from press.article import Article
from press.vocabulary import read as vocabulary

from . import corrections, days, limits
from .errors import Refusal

#: A cell that holds an address.
ADDRESS = re.compile(r"https?://\S+$", re.I)
_KINDS = {
    int: "a number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
    type(None): "null",
}
FIELDS = ("text", "title", "url", "outlet", "date", "language", "author")

#: What tables write where the day of an article is not known.
_UNDATED = frozenset([
    "unknown", "none", "nan", "nat", "null", "undated", "no date", "n/a", "n.d.", "-", "–", "—", "?",
    "bez datuma", "nepoznato", "без датума", "непознато", "без даты", "неизвестно", "без дати", "невідомо",
])  # fmt: skip


def key(name: str) -> str:
    """A column's name without what does not matter: case, accents, blanks, hyphens, underscores."""
    letters = unicodedata.normalize("NFD", name.strip().casefold())
    return re.sub(r"[\s_\-.:\u0300-\u036f]+", "", letters)


@cache
def _names() -> dict[str, list[tuple[str, int]]]:
    """Fields and ranks of each name: "source" is the outlet for some tools and the address for others."""
    out: dict[str, list[tuple[str, int]]] = {}
    for field, names in vocabulary("columns")["fields"].items():
        for rank, name in enumerate(names):
            out.setdefault(key(name), []).append((field, rank))
    return out


@cache
def _languages() -> dict[str, str]:
    return vocabulary("columns")["languages"]


@cache
def _seen() -> frozenset[str]:
    return frozenset(key(name) for name in vocabulary("columns")["seen"]["names"])


def guess(names: Iterable[str]) -> dict[str, list[str]]:
    """The columns that may hold each field, best first, by their names."""
    known = _names()
    found: dict[str, list[tuple[int, str]]] = {}
    for name in dict.fromkeys(names):
        for field, rank in known.get(key(name), ()):
            found.setdefault(field, []).append((rank, name))
    return {
        field: [name for _, name in sorted(found[field], key=lambda pair: pair[0])]
        for field in FIELDS
        if field in found
    }


def article(
    row: Any, name: str, number: int, abstract: bool = False, order: str = "",
    columns: Mapping[str, list[str]] | None = None,
) -> Article:  # fmt: skip
    """One article from one row or JSON object.

    Parameters
    ----------
    row : mapping of names to values
    name, number : what messages call the file, and the row's number
    abstract : bool
        Whether the text is an abstract of the article.
    order : str
        Order of day and month, see :func:`press.readers.days.read`.
    columns : mapping, optional
        The names that may hold each field, see :func:`guess`.

    Returns
    -------
    Article
        Where the row has no field for a text but a headline and an address, as the lists of Media Cloud and
        GDELT, the headline is the text and stands as an abstract. A date that can be read in two ways stays
        unknown and is kept as ``extra["date_as_written"]``.

    Raises
    ------
    Refusal
        Where a field is missing or of the wrong kind.
    """
    if not isinstance(row, Mapping):
        raise Refusal(name, number, "", "is no JSON object")
    columns = guess(row) if columns is None else columns
    values: dict[str, str] = {}
    used: dict[str, str] = {}
    for field in FIELDS:
        names = columns.get(field, [])
        cells = [(n, _written(row.get(n), field, n)) for n in names]
        used[field], value = next(((n, v) for n, v in cells if v not in (None, "")), (names[0] if names else "", ""))
        if not isinstance(value, str):
            raise Refusal(name, number, used[field], f"is {_KINDS.get(type(value), 'of another kind')}, not text")
        values[field] = value
    listing = not columns.get("text")
    text = values["text"]
    if listing and values["title"].strip() and values["url"].strip():
        text, abstract = values["title"].strip(), True
    if key(used["text"]).startswith("abstract"):
        abstract = True
    if not text.strip():
        raise Refusal(name, number, used["text"] or "text", "is missing or empty")
    if len(text) > limits.ARTICLE_CHARACTERS:
        raise Refusal(name, number, used["text"], f"is longer than {limits.ARTICLE_CHARACTERS:,} characters")
    taken = {n for names in columns.values() for n in names}
    extra = {k: v for k, v in row.items() if k not in taken and k != "date_basis"}
    try:
        corrections.read(extra.get("corrections"))
    except ValueError as error:
        raise Refusal(name, number, "corrections", str(error)) from None
    published, basis = None, "unknown"
    written = values["date"].strip()
    if written and written.casefold() not in _UNDATED:
        published = days.read(written, order)
        if published:
            basis = "metadata" if key(used["date"]) in _seen() else "given"
        elif days.possible(written) or re.fullmatch(r"(19|20)\d\d([-/.]\d\d?)?[-/.]*", written):
            extra["date_as_written"] = written
        else:
            raise Refusal(name, number, used["date"], f"“{written[:40]}” is no date (YYYY-MM-DD)")
    if basis == "given" and row.get("date_basis") in ("metadata", "inferred"):
        basis = row["date_basis"]
    return Article(
        text=text,
        title=values["title"],
        url=values["url"].strip(),
        outlet=values["outlet"].strip(),
        language=language_code(values["language"]),
        published=published,
        date_basis=basis,
        author=values["author"],
        abstract=_true(row.get("abstract", abstract), abstract),
        extra=extra,
    )


def _written(value: Any, field: str, name: str) -> Any:
    """A value as text, where it is of a form that tools write; '' where its name stands for another field here."""
    if isinstance(value, str) and len(_names().get(key(name), ())) > 1:
        return value if bool(ADDRESS.match(value.strip())) == (field == "url") else ""
    if field == "author" and isinstance(value, list):
        return ", ".join(_person(v) for v in value)
    if field == "date":
        if isinstance(value, datetime | date):
            return value.isoformat()[:10]
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(int(value)) if value == value and abs(value) < 1e15 else ""
        if isinstance(value, dict):  # bibliographies in CSL JSON
            with suppress(KeyError, IndexError, TypeError, ValueError):
                return "-".join(f"{int(part):02d}" for part in value["date-parts"][0])
    return value


def _person(value: Any) -> str:
    """An author as text; bibliographies part family and given name."""
    if isinstance(value, dict):
        return " ".join(str(value[part]) for part in ("given", "family", "literal", "name") if value.get(part))
    return str(value)


def language_code(written: str) -> str:
    """ISO 639-1 code of a language as written: 'sr-Latn', 'SR', 'Serbian'; '' where unknown."""
    word = written.strip().casefold()
    if word in _languages():
        return _languages()[word]
    code = re.split(r"[-_]", word)[0]
    return code if re.fullmatch(r"[a-z]{2}", code) or code in _languages().values() else ""


def _true(value: Any, default: bool) -> bool:
    if isinstance(value, str):
        word = value.strip().casefold()
        return word in ("true", "1", "yes") if word in ("true", "1", "yes", "false", "0", "no", "") else default
    return bool(value)
