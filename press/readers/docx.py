"""Word documents (Office Open XML): the paragraphs as they read, without struck-out text."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from press.article import Article

from . import archive, limits, xml
from .errors import Refusal

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


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
    paragraphs = []
    heading = ""
    for paragraph in body.iter(_W + "p"):
        text = _text(paragraph).strip()
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if (
            text
            and not heading
            and style is not None
            and (style.get(_W + "val") or "").lower().startswith(("title", "heading", "naslov"))
        ):
            heading = text
        if text:
            paragraphs.append(text)
    whole = "\n\n".join(paragraphs)
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


def _text(paragraph: etree._Element) -> str:
    out: list[str] = []
    for element in paragraph.iter(_W + "t", _W + "tab", _W + "br", _W + "p"):
        if element.tag == _W + "p":
            if element is not paragraph:
                return "".join(out)  # a text box: its paragraphs come by themselves
        elif element.tag == _W + "t":
            out.append(element.text or "")
        else:
            out.append("\t" if element.tag == _W + "tab" else "\n")
    return "".join(out)
