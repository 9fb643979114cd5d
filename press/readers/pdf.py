"""PDF files: the words on their pages, put together to paragraphs."""

from __future__ import annotations

import io
import logging
import re
import time
from typing import Any

from ..article import Article
from . import limits
from .errors import Refusal

_SENTENCE_END = (".", "!", "?", "…", "”", "“", "»", '"', ":", ")")


def read(data: bytes, name: str = "document.pdf", url: str = "") -> Article | Refusal:
    """Read a PDF as one article, by pypdf.

    The day on which the file was made is kept as ``extra["file_date"]`` and only offered. A PDF of scanned
    pages has no text and is refused; so is one that takes longer than a minute.
    """
    if len(data) > limits.DOCUMENT_BYTES:
        return Refusal(name, 0, "", f"is larger than {limits.DOCUMENT_BYTES:,} bytes")
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on broken files are for nobody here
    end = time.monotonic() + limits.PDF_SECONDS
    pages: list[str] = []
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return Refusal(name, 0, "", "is encrypted")
        if len(reader.pages) > limits.PDF_PAGES:
            return Refusal(name, 0, "", f"has more than {limits.PDF_PAGES:,} pages")
        for page in reader.pages:
            pages.append(page.extract_text())
            if time.monotonic() > end:
                return Refusal(name, len(pages), "", f"takes longer than {limits.PDF_SECONDS} seconds to read")
            if sum(map(len, pages)) > limits.ARTICLE_CHARACTERS:
                return Refusal(name, 0, "text", f"is longer than {limits.ARTICLE_CHARACTERS:,} characters")
        about: dict[str, Any] = dict(reader.metadata or {})
        title, author, made = (str(about.get(key) or "").strip() for key in ("/Title", "/Author", "/CreationDate"))
    except Exception as error:
        return Refusal(name, 0, "", f"cannot be read as a PDF ({type(error).__name__})")
    text = paragraphs("\n\n".join(pages))
    if not text:
        return Refusal(name, 0, "text", "has no text: its pages may be pictures")
    stamp = re.match(r"D:(\d{4})(\d\d)(\d\d)", made)
    return Article(
        text=text,
        title=title or _first_line(text),
        url=url,
        author=author,
        extra={"file_date": "-".join(stamp.groups())} if stamp else {},
    )


def paragraphs(text: str) -> str:
    """Lines as they stand on a page, put together to paragraphs; words broken at a line's end are mended."""
    lines = [line.strip() for line in text.replace("\0", "").split("\n")]
    widths = sorted(len(line) for line in lines if line)
    usual = widths[len(widths) * 3 // 4] if widths else 0
    out: list[str] = []
    open_ = False
    for line in lines:
        if not line:
            if out and out[-1].endswith(_SENTENCE_END):
                open_ = False
            continue
        if not open_:
            out.append(line)
        elif re.search(r"\w[-\u00ad]$", out[-1]) and line[:1].islower():
            out[-1] = out[-1][:-1] + line
        else:
            out[-1] += " " + line
        # A short line ends its paragraph, as does a headline; a full one goes on in the next.
        open_ = len(line) > 0.75 * usual or (not line.endswith(_SENTENCE_END) and len(out) > 1)
    return "\n\n".join(out)


def _first_line(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(first) <= 200 and not first.endswith((".", ",", ";")) and "\n" in text else ""
