"""A web page: its main text and metadata, by trafilatura."""

from __future__ import annotations

import logging
from typing import Any

from press import outlets
from press.address import original
from press.article import Article

from . import limits, notices, page_day
from .decode import declared_in, decode
from .errors import Refusal
from .page import Page

#: A page with less text than this holds no article: a menu, a notice, a log-in.
FEWEST_WORDS = 12


def read(data: bytes | str, name: str = "page", url: str = "", encoding: str = "") -> Article | Refusal:
    """Read a web page as one article.

    The main text, title, day, outlet and author come from trafilatura (Barbaresi, "Trafilatura: A Web
    Scraping Library", ACL 2021); the day is then ``metadata``, not given, and that on the outlet's clock. What readers
    wrote, and notices to them, are no part of it; a front page is refused.

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
        tree = trafilatura.load_html(text)
        if tree is None:
            return Refusal(name, 0, "text", "no article text was found on the page")
        page = Page(tree, url, text)
        if page.why_none:
            return Refusal(name, 0, "", page.why_none)
        found: Any = trafilatura.bare_extraction(
            page.tree, url=original(page.url) or None, with_metadata=True, include_comments=False,
            date_extraction_params=page_day.searching(extensive=False),
        )  # fmt: skip
        body = notices.without(found.text or "") if found is not None else ""
        if found is None or len(body.split()) < FEWEST_WORDS:
            return Refusal(name, 0, "text", "no article text was found on the page")
        if len(body) > limits.ARTICLE_CHARACTERS:
            return Refusal(name, 0, "text", f"is longer than {limits.ARTICLE_CHARACTERS:,} characters")
        address = url or original(found.url or "") or page.url
        zone = outlets.zone(found.sitename or "", original(address), page.language)
        published = page_day.published(page, found.date or "", zone)
        suggested = "" if published else page_day.suggested(page)
    except Exception as error:
        return Refusal(name, 0, "", f"cannot be read as a web page ({type(error).__name__})")
    return Article(
        text=body,
        title=page.title(found.title or ""),
        url=address,
        outlet=found.sitename or "",
        author=found.author or "",
        published=published,
        date_basis="metadata" if published else "unknown",
        extra={"date_as_written": suggested} if suggested else {},
    )
