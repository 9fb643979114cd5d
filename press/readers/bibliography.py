"""Bibliographies: RIS, as Zotero, EndNote and library catalogues write it.

Zotero's CSV is read as any other table. A record without an abstract is known by its headline only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.article import Article

from . import days
from .decode import decode
from .errors import Refusal
from .fields import language_code

_TAG = re.compile(r"([A-Z][A-Z0-9]) {1,2}- ?(.*)$")


def read(data: bytes, name: str = "library.ris") -> Iterator[Article | Refusal]:
    """Read the records of a RIS file.

    Tags as in the RIS specification: TI/T1 title, T2/JF/JO/PB outlet, DA/Y1/PY date ("2024/05/09/"), UR address, AB/N2
    abstract, AU/A1 authors, LA language.
    """
    record: dict[str, list[str]] = {}
    start, last, found = 0, "", False
    for number, line in enumerate(decode(data).splitlines(), 1):
        m = _TAG.match(line.strip("\ufeff"))
        if m is None:
            if line.strip() and last and record:
                record[last][-1] += "\n" + line.strip()
            continue
        tag, value = m[1], m[2].strip()
        if tag == "TY":
            if record:
                found = True
                yield _article(record, name, start)
            record, start = {}, number
        elif tag == "ER":
            found = True
            yield _article(record, name, start)
            record, last = {}, ""
            continue
        record.setdefault(tag, []).append(value)
        last = tag
    if record and start:
        found = True
        yield _article(record, name, start)
    if not found:
        yield Refusal(name, 0, "", "holds no RIS records (TY … ER)")


def _article(record: dict[str, list[str]], name: str, number: int) -> Article | Refusal:
    def first(*tags: str) -> str:
        return next((v for tag in tags for v in record.get(tag, []) if v), "")

    title = first("TI", "T1", "CT")
    text = first("AB", "N2") or title
    if not text:
        return Refusal(name, number, "TI", "is missing or empty")
    written = first("DA", "Y1", "PY")
    day = days.read(written.strip("/"))
    return Article(
        text=text,
        title=title,
        url=first("UR", "L2"),
        outlet=first("T2", "JF", "JO", "PB"),
        language=language_code(first("LA")),
        published=day,
        date_basis="given" if day else "unknown",
        author=", ".join(v for tag in ("AU", "A1") for v in record.get(tag, [])),
        abstract=True,
        extra={"date_as_written": written} if written and not day else {},
    )
