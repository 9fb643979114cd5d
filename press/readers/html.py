"""A web page: its main text and metadata, by trafilatura."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..article import Article
from .decode import decode
from .errors import Refusal


def read(data: bytes | str, name: str = "page", url: str = "") -> Article | Refusal:
    """Read a web page as one article.

    The main text, title, day, outlet and author come from trafilatura (Barbaresi, "Trafilatura: A Web
    Scraping Library", ACL 2021); the day is then ``metadata``, not given.
    """
    import trafilatura  # takes half a second to import: only where a page is read

    text = decode(data) if isinstance(data, bytes) else data
    if not text.strip():
        return Refusal(name, 0, "", "is empty")
    try:
        found: Any = trafilatura.bare_extraction(text, url=url or None, with_metadata=True, include_comments=False)
    except Exception as error:
        return Refusal(name, 0, "", f"cannot be read as a web page ({type(error).__name__})")
    if found is None or not (found.text or "").strip():
        return Refusal(name, 0, "text", "no article text was found on the page")
    published = None
    try:
        published = date.fromisoformat(found.date) if found.date else None
    except ValueError:
        published = None
    return Article(
        text=found.text,
        title=found.title or "",
        url=url or found.url or "",
        outlet=found.sitename or "",
        author=found.author or "",
        published=published,
        date_basis="metadata" if published else "unknown",
    )
