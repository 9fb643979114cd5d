"""Web archives (WARC, ISO 28500), plain or gzipped, as Common Crawl's CC-NEWS publishes them; by warcio."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from press.article import Article

from . import html, limits
from .errors import Refusal

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def read(stream: BinaryIO, name: str = "archive.warc") -> Iterator[Article | Refusal]:
    """Read the pages of a web archive, one record in memory at a time.

    Answers of the server with status 200 and a page are articles; requests, pictures and records of other
    kinds are passed over. The day is the page's own; when it was crawled is only offered.
    """
    from warcio.archiveiterator import ArchiveIterator

    from . import text

    number = pages = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            if record.rec_type not in ("response", "conversion"):
                continue
            headers = record.http_headers
            kind = (headers or record.rec_headers).get_header("Content-Type") or ""
            media = kind.split(";")[0].strip().lower()
            if media not in _PAGES or (headers is not None and headers.get_statuscode() != "200"):
                continue
            pages += 1
            data = record.content_stream().read(limits.PAGE_BYTES + 1)
            cut = getattr(record.raw_stream, "limit", 0) > 0 and len(data) <= limits.PAGE_BYTES
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            encoding = kind.lower().partition("charset=")[2].split(";")[0].strip("\"' ")
            if cut:
                yield Refusal(name, number, url[:200], "is cut off")
                continue
            found = text.read(data, name) if media == "text/plain" else html.read(data, name, url, encoding)
            if isinstance(found, Refusal):
                found = Refusal(name, number, url[:200], found.problem)
            else:
                found.stands_at(found.url or url)
                if found.published is None:
                    found.extra.setdefault("file_date", record.rec_headers.get_header("WARC-Date") or "")
            yield found
    except Exception as error:
        yield Refusal(name, number + 1, "", f"is broken from here on ({type(error).__name__})")
        return
    if not pages:
        yield Refusal(name, 0, "", "holds no web pages")
