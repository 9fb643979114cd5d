"""A web page: its main text and metadata, by trafilatura."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

from press.article import Article

from . import limits
from .decode import declared_in, decode
from .errors import Refusal

#: A page with less text than this holds no article: a menu, a notice, a log-in.
FEWEST_WORDS = 12


def read(data: bytes | str, name: str = "page", url: str = "", encoding: str = "") -> Article | Refusal:
    """Read a web page as one article.

    The main text, title, day, outlet and author come from trafilatura (Barbaresi, "Trafilatura: A Web
    Scraping Library", ACL 2021); the day is then ``metadata``, not given.

    Parameters
    ----------
    data : bytes or str
    name : str
        What messages call the page.
    url : str
        Its address, '' where unknown.
    encoding : str
        As the server declares it; what stands in the page itself counts where this is empty.
    """
    if isinstance(data, bytes):
        if not data.strip():
            return Refusal(name, 0, "", "is empty")
        if len(data) > limits.PAGE_BYTES:
            return Refusal(name, 0, "", f"is larger than {limits.PAGE_BYTES:,} bytes")
    text = decode(data, encoding or declared_in(data)) if isinstance(data, bytes) else data
    if not text.strip():
        return Refusal(name, 0, "", "is empty")
    import trafilatura  # takes half a second to import: only where a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it discards is said by the refusal
    try:
        found: Any = trafilatura.bare_extraction(
            text, url=url or None, with_metadata=True, include_comments=False, date_extraction_params=_dates(False)
        )
    except Exception as error:
        return Refusal(name, 0, "", f"cannot be read as a web page ({type(error).__name__})")
    if found is None or len((found.text or "").split()) < FEWEST_WORDS:
        return Refusal(name, 0, "text", "no article text was found on the page")
    if len(found.text) > limits.ARTICLE_CHARACTERS:
        return Refusal(name, 0, "text", f"is longer than {limits.ARTICLE_CHARACTERS:,} characters")
    published = None
    try:
        published = date.fromisoformat(found.date) if found.date else None
    except ValueError:
        published = None
    extra = {}
    if published is None and (suggested := _suggested(text, url)):
        extra["date_as_written"] = suggested
    return Article(
        text=found.text,
        title=found.title or "",
        url=url or found.url or "",
        outlet=found.sitename or "",
        author=found.author or "",
        published=published,
        date_basis="metadata" if published else "unknown",
        extra=extra,
    )


def _dates(extensive: bool) -> dict[str, Any]:
    """How htmldate looks for the day: in the page's metadata and marked-up dates only, or in all its text."""
    return {"original_date": True, "extensive_search": extensive, "max_date": date.today().isoformat()}


def _suggested(page: str, url: str) -> str:
    """The day that the page's visible text suggests: offered as a candidate, never taken as the article's."""
    from htmldate import find_date

    try:
        return find_date(page, url=url or None, **_dates(True)) or ""
    except Exception:  # htmldate raises on some broken pages; a missing suggestion is no fault
        return ""
