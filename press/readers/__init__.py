"""Readers: one module for each form of input; each yields :class:`press.article.Article`.

================  ===================================================
``text``          plain text
``markdown``      Markdown
``html``          web pages
``page``          what a page tells beside its text
``page_day``      the day of a page
``notices``       notices to readers among the paragraphs
``docx``          Word documents
``pdf``           PDF
``table``         CSV and Excel
``csv_rows``      the rows of a CSV file
``sheets``        the rows of a workbook
``guesses``       what the columns of a table hold
``jsonl``         JSON and JSON Lines
``loose_json``    JSON with faults
``bibliography``  RIS of reference managers
``bibtex``        BibTeX
``feed``          RSS and Atom
``xml_article``   trafilatura's XML, TEI, NITF, news sitemaps
``mail``          messages
``archive``       ZIP and gzip
``warc``          web archives
``gdelt_events``  GDELT's event exports
``xml``           XML that can do no harm
``fields``        fields of a record by their names
``corrections``   what was put right by hand, as a record tells it
``values``        values as tools write them
``days``          the day of an article
``lines``         lines broken to fit a page
``markup``        snippets of HTML
``decode``        bytes to text
``encodings``     the encoding, by the letters that bytes make
``forms``         what form a file is of
``limits``        how much is read
``errors``        refusals and notices
================  ===================================================

>>> [article.title for article in read_bytes(b"Talks\\n\\nAnna Sample said yes.", "talks.txt")]
['Talks']
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from press.article import Article

from . import limits
from .errors import Notice, Refusal, Tell, silent
from .forms import FORMS, form_of

if TYPE_CHECKING:
    from .table import Look

__all__ = ["ENDINGS", "Notice", "Refusal", "form_of", "limits", "look", "read_bytes", "read_path", "read_stream"]

#: Endings as an upload field wants them.
ENDINGS = tuple(FORMS)


def read_path(path: Path, tell: Tell = silent) -> Iterator[Article | Refusal]:
    """The articles of a file; see :func:`read_stream`."""
    try:
        with path.open("rb") as file:
            stream: BinaryIO = file if file.seekable() else io.BytesIO(file.read())  # a pipe
            yield from read_stream(stream, str(path), tell=tell)
    except OSError as error:
        yield Refusal(str(path), 0, "", error.strerror or "cannot be read")


def read_bytes(
    data: bytes, name: str, url: str = "", columns: Mapping[str, str] | None = None, tell: Tell = silent
) -> Iterator[Article | Refusal]:
    """The articles of an upload or a fetched page; see :func:`read_stream`."""
    yield from read_stream(io.BytesIO(data), name, url, columns, tell)


def read_stream(
    stream: BinaryIO, name: str, url: str = "", columns: Mapping[str, str] | None = None, tell: Tell = silent
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
    tell : callable
        Takes a :class:`Notice` of each kind of thing that was left out of articles that are read: dates that are not
        understood, columns that are not known. As a rule at the end of the file.

    Yields
    ------
    Article or Refusal
        Faulty items come as :class:`Refusal` in their place and the rest goes on. Nothing is raised.
    """
    try:
        form = form_of(stream, name, url)
        yield from _read(stream, form, name, url, columns, tell)
    except Refusal as refusal:
        yield refusal
    except OSError as error:
        yield Refusal(name, 0, "", error.strerror or "cannot be read")
    except Exception as error:  # hostile bytes find new ways through every library: the rest must go on
        yield Refusal(name, 0, "", f"cannot be read ({type(error).__name__})")


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
    stream: BinaryIO, form: str, name: str, url: str, columns: Mapping[str, str] | None, tell: Tell
) -> Iterator[Article | Refusal]:
    from . import archive, jsonl, table, warc

    if form == "zip":
        yield from archive.read(stream, name, lambda member, shown: _member(member, shown, columns, tell))
    elif form == "gzip":
        yield from _gzip(stream, name, columns, tell)
    elif form == "warc":
        yield from warc.read(stream, name)
    elif form == "csv":
        yield from table.read_csv(stream, name, columns, tell)
    elif form == "xlsx":
        yield from table.read_xlsx(stream, name, columns, tell)
    elif form == "jsonl":
        yield from jsonl.read_lines(stream, name, tell)
    elif form == "gdelt-events":
        raise Refusal(name, 0, "", "is an export of GDELT events, which are no articles: the Events page takes it")
    elif form.startswith("is "):
        raise Refusal(name, 0, "", form)
    elif not form:
        raise Refusal(name, 0, "", f"is of no form that is read here ({', '.join(sorted(set(FORMS)))})")
    else:
        data = stream.read(limits.DOCUMENT_BYTES + 1)
        if len(data) > limits.DOCUMENT_BYTES:
            raise Refusal(name, 0, "", f"is larger than {limits.DOCUMENT_BYTES:,} bytes")
        if not data.strip():
            raise Refusal(name, 0, "", "is empty")
        yield from _document(data, form, name, url, tell)


def _document(data: bytes, form: str, name: str, url: str, tell: Tell) -> Iterator[Article | Refusal]:
    """The articles of a file that is held as a whole."""
    from . import bibliography, bibtex, docx, feed, html, jsonl, mail, markdown, pdf, text, xml_article

    if form == "json":
        yield from jsonl.read_document(data, name, tell)
    elif form == "ris":
        yield from bibliography.read(data, name, tell)
    elif form == "bibtex":
        yield from bibtex.read(data, name, tell)
    elif form == "feed":
        yield from feed.read(data, name, url, tell)
    elif form == "xml":
        yield from xml_article.read(data, name, tell)
    elif form == "html":
        yield html.read(data, name, url)
    elif form == "docx":
        yield docx.read(data, name, url)
    elif form == "pdf":
        yield pdf.read(data, name, url)
    elif form == "mail":
        yield mail.read(data, name)
    else:
        found = markdown.read(data, name) if form == "markdown" else text.read(data, name)
        if isinstance(found, Article):
            found.stands_at(found.url or url)
            found.extra.setdefault("file", PurePath(name).name)
        yield found


def _member(stream: BinaryIO, name: str, columns: Mapping[str, str] | None, tell: Tell) -> Iterator[Article | Refusal]:
    """One member of an archive: archives within archives are refused, a way of hiding bombs."""
    if form_of(stream, name) in ("zip", "gzip"):
        yield Refusal(name, 0, "", "is an archive within an archive, which is not read")
    else:
        yield from read_stream(stream, name, "", columns, tell)


def _gzip(stream: BinaryIO, name: str, columns: Mapping[str, str] | None, tell: Tell) -> Iterator[Article | Refusal]:
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
    yield from _read(bounded, form, name, "", columns, tell)


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
