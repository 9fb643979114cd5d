"""Plain text: one article, its first line the headline."""

from __future__ import annotations

import re

from ..article import Article
from .decode import decode
from .errors import Refusal

_MARKS = re.compile(r"^[#*_>\s]+")


def read(data: bytes | str, name: str = "text") -> Article | Refusal:
    """Read a plain text or Markdown file as one article.

    The whole file is the article's text, so that offsets refer to it as given. The first line is its
    headline where it is short and ends without a full stop. The date stays unknown.
    """
    text = decode(data) if isinstance(data, bytes) else data
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Refusal(name, 0, "text", "is empty")
    first = text.strip().split("\n", 1)[0].strip()
    title = (
        _MARKS.sub("", first)
        if len(first) <= 200 and not first.endswith((".", ",", ";")) and "\n" in text.strip()
        else ""
    )
    return Article(text=text, title=title, date_basis="unknown")
