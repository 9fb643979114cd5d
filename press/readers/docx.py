"""Word documents: their paragraphs as they read, with changes accepted: without what is struck out or was moved away."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from press.article import Article

from . import archive, limits, lines, xml
from .errors import Refusal

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
#: Characters that are elements, and elements whose text is none of the document's.
_CHARACTERS = {
    _W + "tab": "\t",
    _W + "ptab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "-",
    _W + "softHyphen": "",
}
_GONE = frozenset({_W + "del", _W + "moveFrom", _W + "instrText", _W + "delText", _W + "rt", _W + "pPr", _W + "rPr"})


def read(data: bytes, name: str = "document.docx", url: str = "") -> Article | Refusal:
    """Read a Word document as one article.

    The title is the document's, else its first heading. The day on which the file was made is kept as
    ``extra["file_date"]`` and only offered: it is not the day of publication.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            archive.check(file, name)
            body = xml.parse(_member(file, "word/document.xml", name), name)
            core = (
                xml.parse(_member(file, "docProps/core.xml", name), name)
                if "docProps/core.xml" in file.namelist()
                else None
            )
    except Refusal as refusal:
        return refusal
    except Exception as error:
        return Refusal(name, 0, "", f"cannot be read as a Word document ({type(error).__name__})")
    found = _paragraphs(body)
    heading = next((text for text, style in found if style.startswith(("title", "heading", "naslov"))), "")
    whole = lines.joined("\n\n".join(text for text, _ in found))
    if not whole:
        return Refusal(name, 0, "text", "is empty")
    if len(whole) > limits.ARTICLE_CHARACTERS:
        return Refusal(name, 0, "text", f"is longer than {limits.ARTICLE_CHARACTERS:,} characters")
    title = author = created = ""
    if core is not None:
        title = (core.findtext(_DC + "title") or "").strip()
        author = (core.findtext(_DC + "creator") or "").strip()
        created = (core.findtext(_TERMS + "created") or "").strip()
    return Article(
        text=whole,
        title=title or heading,
        url=url,
        author=author,
        extra={"file_date": created} if created else {},
    )


def _member(file: zipfile.ZipFile, member: str, name: str) -> bytes:
    if member not in file.namelist():
        raise Refusal(name, 0, "", f"is no Word document: it has no {member}")
    if file.getinfo(member).file_size > limits.DOCUMENT_BYTES:
        raise Refusal(name, 0, "", f"is larger than {limits.DOCUMENT_BYTES:,} bytes when unpacked")
    return file.read(member)


class _Open:
    """A paragraph that is being read: its style, its words so far, and the paragraphs of text boxes in it."""

    def __init__(self, element: etree._Element) -> None:
        style = element.find(f"{_W}pPr/{_W}pStyle")
        self.style = "" if style is None else (style.get(_W + "val") or "").lower()
        self.parts: list[str] = []
        self.boxes: list[tuple[str, str]] = []


def _paragraphs(body: etree._Element) -> list[tuple[str, str]]:
    """The paragraphs that are not empty, with the names of their styles; a text box comes after the one it stands in."""
    out: list[tuple[str, str]] = []
    open_: list[_Open] = []
    merged = ""
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in _GONE or (element.tag == _MC + "Fallback" and _has_text(element.getprevious())):
                walk.skip_subtree()
            elif element.tag == _W + "p":
                open_.append(_Open(element))
            elif open_ and element.tag == _W + "t":
                open_[-1].parts.append(element.text or "")
            elif open_ and element.tag in _CHARACTERS:
                open_[-1].parts.append(_CHARACTERS[element.tag])
        elif element.tag == _W + "p":
            done = open_.pop()
            text = merged + "".join(done.parts).strip()
            # The mark at the end of a paragraph can be struck out: it is then one with the next.
            merged = text + " " if text and element.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None else ""
            (open_[-1].boxes if open_ else out).extend([(text, done.style)] * bool(text and not merged) + done.boxes)
    return [*out, (merged.strip(), "")] if merged else out


def _has_text(element: etree._Element | None) -> bool:
    return element is not None and next(element.iter(_W + "t"), None) is not None
