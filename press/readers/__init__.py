"""Readers: one module for each form of input; each yields :class:`press.article.Article`.

================  =================================
``text``          plain text and Markdown
``html``          web pages
``docx``          Word documents
``pdf``           PDF
``table``         CSV and Excel
``jsonl``         JSON and JSON Lines
``bibliography``  RIS and CSL of reference managers
``feed``          RSS and Atom
``archive``       ZIP and gzip
``warc``          web archives
``gdelt_events``  GDELT's event exports
``xml``           XML that can do no harm
``fields``        fields of a record by their names
``days``          the day of an article
``decode``        bytes to text
``limits``        how much is read
``errors``        refusals
================  =================================

>>> [article.title for article in read_bytes(b"Talks\\n\\nAnna Sample said yes.", "talks.txt")]
['Talks']
"""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from press.article import Article

from . import limits
from .errors import Refusal

if TYPE_CHECKING:
    from .table import Look

__all__ = ["ENDINGS", "Refusal", "form_of", "limits", "look", "read_bytes", "read_path", "read_stream"]

#: Endings of the files that are read, and the form that each stands for.
_FORMS = {
    "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown",
    "html": "html", "htm": "html", "xhtml": "html", "docx": "docx", "pdf": "pdf",
    "csv": "csv", "tsv": "csv", "tab": "csv", "xlsx": "xlsx", "xlsm": "xlsx",
    "json": "json", "jsonl": "jsonl", "ndjson": "jsonl", "jsonlines": "jsonl",
    "zip": "zip", "gz": "gzip", "warc": "warc", "wet": "warc", "ris": "ris",
    "rss": "feed", "atom": "feed", "rdf": "feed", "xml": "feed",
}  # fmt: skip
#: Endings as an upload field wants them.
ENDINGS = tuple(_FORMS)


def read_path(path: Path) -> Iterator[Article | Refusal]:
    """The articles of a file; see :func:`read_stream`."""
    try:
        with path.open("rb") as file:
            stream: BinaryIO = file if file.seekable() else io.BytesIO(file.read())  # a pipe
            yield from read_stream(stream, str(path))
    except OSError as error:
        yield Refusal(str(path), 0, "", error.strerror or "cannot be read")


def read_bytes(
    data: bytes, name: str, url: str = "", columns: Mapping[str, str] | None = None
) -> Iterator[Article | Refusal]:
    """The articles of an upload or a fetched page; see :func:`read_stream`."""
    yield from read_stream(io.BytesIO(data), name, url, columns)


def read_stream(
    stream: BinaryIO, name: str, url: str = "", columns: Mapping[str, str] | None = None
) -> Iterator[Article | Refusal]:
    """The articles of a file, whatever its form, one after the other.

    JSON Lines, CSV, web archives and archives of these are read piece by piece and may be of any size; what
    has to be held as a whole is refused above :data:`press.readers.limits.DOCUMENT_BYTES`.

    Parameters
    ----------
    stream : binary file, seekable
    name : str
        The file's name: its ending tells the form where its first bytes do not, and messages call it so.
    url : str
        Where the file was fetched from; the address of an article that tells none itself.
    columns : dict, optional
        For tables: the column (its name, or its number from "1" on where there is no header) of each of
        the fields text, title, url, outlet, date, language, author. Without it columns are known by their
        names; see :func:`look` for what a table seems to hold.

    Yields
    ------
    Article or Refusal
        Faulty items come as :class:`Refusal` in their place and the rest goes on. Nothing is raised.
    """
    try:
        form = form_of(stream, name, url)
        yield from _read(stream, form, name, url, columns)
    except Refusal as refusal:
        yield refusal
    except OSError as error:
        yield Refusal(name, 0, "", error.strerror or "cannot be read")
    except Exception as error:  # hostile bytes find new ways through every library: the rest must go on
        yield Refusal(name, 0, "", f"cannot be read ({type(error).__name__})")


def form_of(stream: BinaryIO, name: str, url: str = "") -> str:
    """The form of a file, by its first bytes and its name's ending; the file is set back to its start.

    Returns
    -------
    str
        'text', 'markdown', 'html', 'docx', 'pdf', 'csv', 'xlsx', 'json', 'jsonl', 'zip', 'gzip', 'warc', 'ris', 'feed',
        'gdelt-events', or '' where nothing tells.
    """
    start = stream.read(4096)
    stream.seek(0)
    form = _FORMS.get(PurePath(name).suffix.lower().lstrip("."), "")
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_form(stream)
    if start.startswith(b"\x1f\x8b"):
        return "gzip"
    if start.startswith(b"WARC/"):
        return "warc"
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if form in ("", "csv"):
        from .gdelt_events import looks_like

        if looks_like(start.split(b"\n", 1)[0].decode("utf-8", "replace")):
            return "gdelt-events"
    if form and form != "feed" and not url:
        return form
    if any(mark in head[:1000] for mark in (b"<rss", b"<feed", b"<rdf:rdf")):
        return "feed"
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or b"<body" in head:
        return "html"
    if form:
        return form
    if head.startswith(b"ty  - "):
        return "ris"
    if head.startswith((b"{", b"[")):
        return "jsonl" if head[:1] == b"{" and head.split(b"\n", 1)[0].rstrip().endswith(b"}") else "json"
    return "html" if url and head.startswith(b"<") else ""


def look(data: bytes, name: str, columns: Mapping[str, str] | None = None) -> Look | None:
    """What a table seems to hold, to be shown and confirmed before it is read; None for files of other forms.

    See :class:`press.readers.table.Look`.
    """
    from . import table

    stream = io.BytesIO(data)
    try:
        form = form_of(stream, name)
        if form == "csv":
            return table.look_csv(stream, columns)
        if form == "xlsx":
            return table.look_xlsx(stream, columns)
    except Exception:  # the reading itself tells what is wrong with the file
        return None
    return None


def _read(
    stream: BinaryIO, form: str, name: str, url: str, columns: Mapping[str, str] | None
) -> Iterator[Article | Refusal]:
    from . import archive, bibliography, docx, feed, html, jsonl, pdf, table, text, warc

    if form == "zip":
        yield from archive.read(stream, name, lambda member, shown: _member(member, shown, columns))
    elif form == "gzip":
        yield from _gzip(stream, name, columns)
    elif form == "warc":
        yield from warc.read(stream, name)
    elif form == "csv":
        yield from table.read_csv(stream, name, columns)
    elif form == "xlsx":
        yield from table.read_xlsx(stream, name, columns)
    elif form == "jsonl":
        yield from jsonl.read_lines(stream, name)
    elif form == "gdelt-events":
        raise Refusal(name, 0, "", "is an export of GDELT events, which are no articles: the Events page takes it")
    elif not form:
        raise Refusal(name, 0, "", f"is of no form that is read here ({', '.join(sorted(set(_FORMS)))})")
    else:
        data = stream.read(limits.DOCUMENT_BYTES + 1)
        if len(data) > limits.DOCUMENT_BYTES:
            raise Refusal(name, 0, "", f"is larger than {limits.DOCUMENT_BYTES:,} bytes")
        if not data.strip():
            raise Refusal(name, 0, "", "is empty")
        if form == "json":
            yield from jsonl.read_document(data, name)
        elif form == "ris":
            yield from bibliography.read(data, name)
        elif form == "feed":
            yield from feed.read(data, name, url)
        elif form == "html":
            yield html.read(data, name, url)
        elif form == "docx":
            yield docx.read(data, name, url)
        elif form == "pdf":
            yield pdf.read(data, name, url)
        else:
            found = text.read_markdown(data, name) if form == "markdown" else text.read(data, name)
            if isinstance(found, Article):
                found.stands_at(found.url or url)
                found.extra.setdefault("file", PurePath(name).name)
            yield found


def _member(stream: BinaryIO, name: str, columns: Mapping[str, str] | None) -> Iterator[Article | Refusal]:
    """One member of an archive: archives within archives are refused, a way of hiding bombs."""
    if form_of(stream, name) in ("zip", "gzip"):
        yield Refusal(name, 0, "", "is an archive within an archive, which is not read")
    else:
        yield from read_stream(stream, name, "", columns)


def _gzip(stream: BinaryIO, name: str, columns: Mapping[str, str] | None) -> Iterator[Article | Refusal]:
    """A gzipped file: a web archive in its packed form, or any other file unpacked as it is read."""
    from . import warc

    inner = gzip.GzipFile(fileobj=stream)
    start = inner.read(5)
    stream.seek(0)
    if start == b"WARC/":
        yield from warc.read(stream, name)
        return
    bounded = io.BufferedReader(_Bounded(gzip.GzipFile(fileobj=stream), name), 1 << 20)
    form = form_of(bounded, PurePath(name).with_suffix("").name)
    if form in ("zip", "gzip"):
        raise Refusal(name, 0, "", "is an archive within an archive, which is not read")
    yield from _read(bounded, form, name, "", columns)


class _Bounded(io.RawIOBase):
    """A packed stream that stops where it has grown to more than an archive may."""

    def __init__(self, stream: gzip.GzipFile, name: str) -> None:
        self.stream, self.name = stream, name

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self.stream.read(len(buffer))
        if self.stream.tell() > limits.ZIP_BYTES:
            raise Refusal(self.name, 0, "", f"is larger than {limits.ZIP_BYTES:,} bytes when unpacked")
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self.stream.seek(offset, whence)


def _zip_form(stream: BinaryIO) -> str:
    """Whether a ZIP file is a Word document, an Excel workbook or an archive."""
    try:
        with zipfile.ZipFile(stream) as file:
            names = set(file.namelist())
    except Exception:
        return "zip"
    finally:
        stream.seek(0)
    if "[Content_Types].xml" in names:
        if "word/document.xml" in names:
            return "docx"
        if "xl/workbook.xml" in names:
            return "xlsx"
    return "zip"
