"""BibTeX and BibLaTeX, as Zotero and JabRef write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from press.article import Article

from .decode import decode
from .errors import Notes, Refusal, Tell, silent
from .fields import article

_ENTRY = re.compile(r"@([A-Za-z]{3,30})\s*[{(]\s*([^,\s{}()\"=]{0,200})\s*,")
_FIELD = re.compile(r"\s*,?\s*([A-Za-z][\w:-]{0,40})\s*=\s*")
_BARE = re.compile(r"[^,\s{}]+")
_BRACES = re.compile(r'[{}"\\]')
#: Accents as LaTeX writes them: {\'c}, \v{c}, \"o; and letters with names.
_ACCENT = re.compile(r"\\(['`^\"~=.]|[vcuHkr](?=[{ ]))\s?\{?\\?([A-Za-z])\}?")
_MARKS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307", "v": "\u030c", "c": "\u0327", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a"}  # fmt: skip
_LETTERS = {r"\dj": "đ", r"\DJ": "Đ", r"\ss": "ß", r"\o": "ø", r"\l": "ł", r"\ae": "æ", r"\&": "&", r"\%": "%", r"\_": "_", r"\$": "$", r"\#": "#", "---": "—", "--": "–", "~": " "}  # fmt: skip
_NO_ENTRIES = frozenset({"comment", "string", "preamble"})


def read(data: bytes, name: str = "library.bib", tell: Tell = silent) -> Iterator[Article | Refusal]:
    """Read the entries of a BibTeX file; one without an abstract is known by its headline only."""
    text = decode(data)
    notes = Notes(name)
    found = False
    line, counted = 1, 0
    for m in _ENTRY.finditer(text):
        if m[1].lower() in _NO_ENTRIES:
            continue
        line, counted = line + text.count("\n", counted, m.start()), m.start()
        found = True
        fields = dict(_fields(text, m.end()))
        columns = {
            "text": ["text"], "title": ["title"], "url": ["url", "howpublished"], "outlet": ["journaltitle", "journal", "publisher", "organization"],
            "date": ["date", "day", "year"], "language": ["langid", "language"], "author": ["author"],
        }  # fmt: skip
        if not fields.get("date"):
            parts = (fields.get(part, "") for part in ("day", "month", "year"))
            fields["date"] = " ".join(part for part in parts if part)
        fields["text"] = fields.get("abstract") or fields.get("title", "")
        fields["author"] = ", ".join(_person(person) for person in re.split(r"\s+and\s+", fields.get("author", "")))
        try:
            yield article(fields, name, line, abstract=True, columns=columns, notes=notes)
        except Refusal as refusal:
            yield refusal
    if not found:
        yield Refusal(name, 0, "", "holds no BibTeX entries (@article{…})")


def _fields(text: str, place: int) -> Iterator[tuple[str, str]]:
    """The fields of an entry from a place behind its key on."""
    while m := _FIELD.match(text, place):
        place = m.end()
        if text[place : place + 1] in ("{", '"'):
            end = _end(text, place)
            value, place = text[place + 1 : end - 1], end
        elif bare := _BARE.match(text, place):
            value, place = bare[0], bare.end()
        else:
            return
        yield m[1].lower(), _plain(value)


def _end(text: str, place: int) -> int:
    """Where a value in braces or quotation marks ends."""
    quoted, depth = text[place] == '"', 0
    for m in _BRACES.finditer(text, place + 1):
        if m[0] == "{":
            depth += 1
        elif m[0] == "}":
            if not depth and not quoted:
                return m.end()
            depth -= 1
        elif m[0] == '"' and quoted and not depth:
            return m.end()
    return len(text) + 1


def _plain(value: str) -> str:
    value = _ACCENT.sub(lambda m: unicodedata.normalize("NFC", m[2] + _MARKS[m[1]]), value)
    for written, letter in _LETTERS.items():
        value = value.replace(written, letter)
    return " ".join(value.replace("{", "").replace("}", "").split())


def _person(name: str) -> str:
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name.strip()
