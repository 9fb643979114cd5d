"""Plain text: one article, its first line the headline."""

from __future__ import annotations

from press.article import Article

from . import limits, lines
from .decode import decode
from .errors import Refusal
from .values import cell


def read(data: bytes | str, name: str = "text") -> Article | Refusal:
    """Read a plain text as one article.

    The whole file is the article's text; where lines were broken to fit a page, their ends are blanks. The first line is its
    headline where it is short and ends without a full stop. The date stays unknown.
    """
    text = cell(decode(data) if isinstance(data, bytes) else data)
    if not text.strip():
        return Refusal(name, 0, "text", "is empty")
    if "\0" in text[:4000]:
        return Refusal(name, 0, "text", "is no text but binary data")
    if len(text) > limits.ARTICLE_CHARACTERS:
        return Refusal(name, 0, "text", f"is longer than {limits.ARTICLE_CHARACTERS:,} characters")
    text = lines.joined(text)
    return Article(text=text, title=headline(text), date_basis="unknown")


def headline(text: str) -> str:
    """The first line of a text where it is short, ends without a full stop and others follow it; else ''."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    return first.lstrip("#*_> \t") if rest and len(first) <= 200 and not first.endswith((".", ",", ";")) else ""
