"""What form a file is of, by its first bytes and the ending of its name."""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePath
from typing import BinaryIO

#: Endings of the files that are read, and the form that each stands for.
FORMS = {
    "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown",
    "html": "html", "htm": "html", "xhtml": "html", "docx": "docx", "pdf": "pdf",
    "csv": "csv", "tsv": "csv", "tab": "csv", "xlsx": "xlsx", "xlsm": "xlsx",
    "json": "json", "jsonl": "jsonl", "ndjson": "jsonl", "jsonlines": "jsonl",
    "zip": "zip", "gz": "gzip", "warc": "warc", "wet": "warc", "ris": "ris", "bib": "bibtex",
    "rss": "feed", "atom": "feed", "rdf": "feed", "xml": "feed", "eml": "mail",
}  # fmt: skip
_OLD = "is an old Word or Excel file: save it as DOCX or XLSX"
_RTF = "is an RTF document: save it as DOCX or as plain text"
_OPEN = "is an OpenDocument file: save it as DOCX or XLSX"
_SAVED = "is a web archive of a browser: save the page as HTML"
#: Endings of what is known and not read, and what is said of it.
_UNREAD = {
    "doc": _OLD, "xls": _OLD, "rtf": _RTF, "odt": _OPEN, "ods": _OPEN, "mht": _SAVED, "mhtml": _SAVED,
    "epub": "is an e-book, which is not read", "enw": "is an EndNote file: export it as RIS",
}  # fmt: skip
_SAMPLE = 4_096
_MAIL = re.compile(
    rb"(?:from|to|date|subject|received|return-path|delivered-to|message-id|mime-version|x-[\w-]{1,40}): "
)
_XML = re.compile(rb"<(?:doc|nitf|urlset|tei|newsitem|newsml)[\s>]")


def form_of(stream: BinaryIO, name: str, url: str = "") -> str:
    """The form of a file, by its first bytes and its name's ending; the file is set back to its start.

    Returns
    -------
    str
        'text', 'markdown', 'html', 'docx', 'pdf', 'csv', 'xlsx', 'json', 'jsonl', 'zip', 'gzip', 'warc', 'ris', 'bibtex',
        'feed', 'xml', 'mail', 'gdelt-events'; a sentence ("is …") where the form is known and not read; or '' where nothing
        tells.
    """
    start = stream.read(_SAMPLE)
    stream.seek(0)
    ending = PurePath(name).suffix.lower().lstrip(".")
    form = FORMS.get(ending, "")
    if found := _by_mark(start):
        return _zip_form(stream) if found == "zip" else found
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "ignore").encode()
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if form in ("", "csv"):
        from .gdelt_events import looks_like

        if looks_like(start.split(b"\n", 1)[0].decode("utf-8", "replace")):
            return "gdelt-events"
    if form in ("json", "jsonl"):
        return _json_form(head, form)
    if form and form != "feed" and not url:
        return form
    return _by_content(head, form, ending, bool(url))


def _by_mark(start: bytes) -> str:
    """The form that a file's first bytes stand for, whatever its name."""
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if start.startswith(b"\x1f\x8b"):
        return "gzip"
    if start.startswith(b"WARC/"):
        return "warc"
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _OLD
    return _RTF if start.startswith(b"{\\rtf") else ""


def _by_content(head: bytes, form: str, ending: str, fetched: bool) -> str:
    """The form that the beginning of a file, in small letters, looks like."""
    if any(mark in head[:1000] for mark in (b"<rss", b"<feed", b"<rdf:rdf")):
        return "feed"
    if _XML.search(head[:1000]):
        return "xml"
    if b"<html" in head or b"<body" in head:
        return "html"
    if form or ending in _UNREAD:
        return form or _UNREAD[ending]
    if head.startswith(b"ty  - "):
        return "ris"
    if head.startswith((b"{", b"[")):
        return _json_form(head, "jsonl" if head.split(b"\n", 1)[0].rstrip().endswith(b"}") else "json")
    if re.match(rb"@[a-z]{3,20}\s*\{", head):
        return "bibtex"
    if _MAIL.match(head) and b"\nsubject:" in b"\n" + head:
        return "mail"
    return "html" if fetched and head.startswith(b"<") else ""


def _json_form(head: bytes, form: str) -> str:
    """Whether JSON is one document or one object a line, whatever its name says."""
    first, _, second = head.partition(b"\n")
    if head.startswith(b"[") or (second and first.rstrip() == b"{"):
        return "json"
    return "jsonl" if head.startswith(b"{") and first.rstrip().endswith(b"}") and second.startswith(b"{") else form


def _zip_form(stream: BinaryIO) -> str:
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
    return _OPEN if {"mimetype", "content.xml"} <= names else "zip"
