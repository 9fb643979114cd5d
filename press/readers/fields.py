"""From a row of named values, as tables and JSON hold them, to an article.

The names of the fields are data, ``data/vocabulary/columns.toml``.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from press import outlets
from press.address import is_address, original
from press.article import Article
from press.vocabulary import read as vocabulary

from . import corrections, days, limits, lines, markup, notices, values
from .errors import Notes, Refusal

FIELDS = ("text", "title", "url", "outlet", "date", "language", "author")
_KINDS = {
    int: "a number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
    type(None): "null",
}
#: How the value of each field is told from what tools write.
_READ: dict[str, Callable[[Any], str | None]] = {
    "text": values.text,
    "title": values.line,
    "url": values.address,
    "outlet": values.name,
    "date": values.day,
    "language": values.code,
    "author": values.persons,
}
#: How news APIs say that they cut a text off.
_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?\d+ chars\]\s*$")
#: Characters of a column's name that are looked at.
_LONGEST_NAME = 200
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});")


def key(name: str) -> str:
    """A column's name without what does not matter: case, accents, blanks, hyphens, underscores."""
    return _key(name[:_LONGEST_NAME])


@lru_cache(maxsize=4_096)
def _key(name: str) -> str:
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
def _group(name: str) -> frozenset[str]:
    """The names of columns in a group of the vocabulary, "seen", "abstract" or "other"."""
    return frozenset(key(name) for name in vocabulary("columns")[name]["names"])


@cache
def _undated() -> frozenset[str]:
    return frozenset(vocabulary("columns")["empty"]["undated"])


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


class _Found(NamedTuple):
    """The value of a field, the name that it stands under, and what could not be read under its names."""

    value: str = ""
    name: str = ""
    wrong: Any = ""


def article(
    row: Any, name: str, number: int, abstract: bool = False, order: str = "",
    columns: Mapping[str, list[str]] | None = None, notes: Notes | None = None,
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
    notes : Notes, optional
        Takes what is left out.

    Returns
    -------
    Article
        Where the row has no text but a headline and an address, as the lists of Media Cloud and GDELT, the headline is
        the text and stands as an abstract. A date that is not understood or can be read in two ways stays unknown and is
        kept as ``extra["date_as_written"]``; what is no address counts as none.

    Raises
    ------
    Refusal
        Where the row has no text, or it is of the wrong kind. Any other field that cannot be read costs that field only.
    """
    if not isinstance(row, Mapping):
        raise Refusal(name, number, "", "is no JSON object")
    notes = Notes(name) if notes is None else notes
    columns = guess(row) if columns is None else columns
    found = {field: _find(row, field, columns.get(field, [])) for field in FIELDS if field != "date"}
    title = found["title"].value if _is_own(row) else _one_line(found["title"].value)
    whole, is_abstract = _body(row, found["text"], title, found["url"].value)
    if not whole.strip():
        kind = _KINDS.get(type(found["text"].wrong), "of another kind")
        problem = f"is {kind}, not text" if found["text"].wrong not in ("", None) else "is missing or empty"
        raise Refusal(name, number, found["text"].name or next(iter(columns.get("text", [])), "text"), problem)
    if len(whole) > limits.ARTICLE_CHARACTERS:
        raise Refusal(name, number, found["text"].name, f"is longer than {limits.ARTICLE_CHARACTERS:,} characters")
    for field in ("title", "url", "outlet", "language", "author"):
        one = found[field]
        if not one.value and one.wrong not in ("", None):
            what = "is no address and counts as none" if field == "url" else "is no text and is left out"
            notes.add(one.name, what, number, str(one.wrong))
    taken = {n for names in columns.values() for n in names}
    extra = {k: v for k, v in row.items() if k not in taken and k != "date_basis"}
    notes.unknown(k for k, v in extra.items() if v not in (None, "", [], {}) and key(str(k)) not in _group("other"))
    try:
        corrections.read(extra.get("corrections"))
    except ValueError as error:
        raise Refusal(name, number, "corrections", str(error)) from None
    language = language_code(found["language"].value)
    zone = outlets.zone(found["outlet"].value, original(found["url"].value), language)
    published, basis, written = _date(row, columns.get("date", []), order, zone, notes, number)
    if written:
        extra["date_as_written"] = written
    if basis == "given" and row.get("date_basis") in ("metadata", "inferred"):
        basis = row["date_basis"]
    is_abstract = abstract or is_abstract
    return Article(
        text=whole,
        title=title,
        url=found["url"].value,
        outlet=found["outlet"].value,
        language=language,
        published=published,
        date_basis=basis,
        author=found["author"].value,
        abstract=_true(row.get("abstract", is_abstract), is_abstract),
        extra=extra,
    )


def _find(row: Mapping[str, Any], field: str, names: list[str]) -> _Found:
    """The first value of a field that can be read, else the first that cannot."""
    wrong = _Found()
    for n in names:
        value = row.get(n)
        if value in (None, [], {}) or (isinstance(value, str) and values.is_empty(value)):
            continue
        # "source" is the outlet for some tools and the address for others.
        elsewhere = (
            len(_names().get(key(n), ())) > 1 and isinstance(value, str) and is_address(value) != (field == "url")
        )
        if elsewhere:
            continue
        if read := _READ[field](value):
            return _Found(read.strip() if field != "text" else read, n)
        if read is None or field == "url":
            wrong = wrong if wrong.name else _Found("", n, value)
    return wrong if wrong.name else _Found("", "", "")


def _is_own(row: Mapping[str, Any]) -> bool:
    """Whether this program wrote a row: its text is then as it is to be, and offsets of corrections hold."""
    return "date_basis" in row or bool(row.get("corrections"))


def _body(row: Mapping[str, Any], found: _Found, title: str, url: str) -> tuple[str, bool]:
    """The text of an article as it is kept, and whether it is an abstract."""
    if not found.value.strip():
        return (title.strip(), True) if title.strip() and url else ("", False)
    if _is_own(row):
        return str(row[found.name]), False
    whole = markup.plain(found.value) if markup.is_marked(found.value) else found.value
    cut_off = _CUT_OFF.search(whole[-100:])
    whole = whole[: len(whole) - len(cut_off[0])] if cut_off else whole
    return lines.joined(notices.without(whole)), cut_off is not None or key(found.name) in _group("abstract")


def _one_line(title: str) -> str:
    title = markup.plain(title) if markup.is_marked(title) else title
    title = _ENTITY.sub(lambda m: html.unescape(m[0]), title)
    return re.sub(r"[\t\n]+", " ", title)


def _date(
    row: Mapping[str, Any], names: list[str], order: str, zone: str, notes: Notes, number: int
) -> tuple[Any, str, str]:
    """The day of an article, how it is known, and what is written where it is not."""
    written = field = ""
    for n in names:
        value = (values.day(row.get(n)) or "").strip()
        if value and (day := days.read(value, order, zone)):
            return day, "metadata" if key(n) in _group("seen") else "given", ""
        if value and not written:
            written, field = value, n
    if written and not values.is_empty(written) and written.casefold() not in _undated():
        open_ = "can be read in two ways" if len(days.possible(written)) > 1 else "is not understood as a day"
        notes.add(field, f"{open_}: the article is undated", number, written)
    return None, "unknown", written


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
