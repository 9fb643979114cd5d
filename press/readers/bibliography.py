"""Bibliographies: RIS, as Zotero, EndNote and library catalogues write it.

Zotero's CSV and CSL JSON are read as any other table and document, BibTeX by :mod:`press.readers.bibtex`. A record
without an abstract is known by its headline only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.article import Article

from .decode import decode
from .errors import Notes, Refusal, Tell, silent
from .fields import article

_TAG = re.compile(r"([A-Z][A-Z0-9]) {1,2}- ?(.*)$")
#: The tags of each field, likeliest first.
_TAGS = {
    "title": ("TI", "T1", "CT", "ST", "BT"),
    "text": ("AB", "N2"),
    "url": ("UR", "L2", "LK", "L1"),
    "outlet": ("T2", "JF", "JO", "JA", "J2", "T3", "PB"),
    "language": ("LA",),
}
_DATES = ("DA", "Y1", "PY")
_AUTHORS = ("AU", "A1")


def read(data: bytes, name: str = "library.ris", tell: Tell = silent) -> Iterator[Article | Refusal]:
    """Read the records of a RIS file.

    Tags as in the RIS specification: TI/T1 title, T2/JF/JO/PB outlet, DA/Y1/PY date ("2024/05/09/"), UR address, AB/N2
    abstract, AU/A1 authors, LA language. Of several dates the first that names a day counts.
    """
    notes = Notes(name)
    record: dict[str, list[str]] = {}
    start, last, found = 0, "", False
    for number, line in enumerate(decode(data).splitlines(), 1):
        m = _TAG.match(line.strip("\ufeff").lstrip())
        if m is None:
            if line.strip() and last and record:
                record[last][-1] += "\n" + line.strip()
            continue
        tag, value = m[1], m[2].strip()
        if tag in ("TY", "ER"):
            if record:
                found = True
                yield _article(record, name, start, notes)
            record, start, last = {}, number, ""
        if tag != "ER":
            record.setdefault(tag, []).append(value)
            last = tag
    if record and start:
        found = True
        yield _article(record, name, start, notes)
    if not found:
        yield Refusal(name, 0, "", "holds no RIS records (TY … ER)")
    notes.tell(tell)


def _article(record: dict[str, list[str]], name: str, number: int, notes: Notes) -> Article | Refusal:
    def first(*tags: str) -> str:
        return next((v for tag in tags for v in record.get(tag, []) if v), "")

    row = {field: first(*tags) for field, tags in _TAGS.items()}
    text = row["text"] or row["title"]
    if not text:
        return Refusal(name, number, "TI", "is missing or empty")
    row |= {"text": text, "author": ", ".join(v for tag in _AUTHORS for v in record.get(tag, []) if v)}
    row |= {tag: _day(first(tag)) for tag in _DATES}
    columns = {field: [field] for field in (*_TAGS, "author")} | {"date": list(_DATES)}
    try:
        return article(row, name, number, abstract=True, columns=columns, notes=notes)
    except Refusal as refusal:
        return refusal


def _day(written: str) -> str:
    """A date without the parts that tell nothing: "2016/10/19/Morning", "2016///", "0000/00/00"."""
    return "/".join(part for part in written.split("/")[:3] if part.strip("0 "))
