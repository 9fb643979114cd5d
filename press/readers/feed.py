"""RSS 0.9–2.0, RDF and Atom feeds."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree

from press.article import Article

from . import days, xml
from .errors import Refusal

_TAG = re.compile(r"<[^<>]{0,2000}>")
_BLOCK = re.compile(r"</?(?:p|br|div|li|h\d)\b[^<>]{0,500}>", re.I)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,500}>[^<]{0,100000}</\1>", re.I)
#: Entries of a feed that are read.
MOST_ENTRIES = 1_000


class Entry(NamedTuple):
    """One entry: address, headline, what the feed tells of the text, day of publication or None."""

    url: str
    title: str
    summary: str
    published: date | None
    author: str


def entries(data: bytes, name: str, url: str = "") -> list[Entry]:
    """The entries of a feed that have an address and a headline.

    Parameters
    ----------
    data : bytes
    name : str
        What messages call the feed.
    url : str
        Its address, from which relative ones are told.

    Raises
    ------
    Refusal
        Where it is no feed, or declares XML entities.
    """
    root = xml.parse(data.lstrip(), name, recover=True)
    if _local(root) not in ("rss", "rdf", "feed"):
        raise Refusal(name, 0, "", f"is no RSS or Atom feed (its root is <{_local(root)[:40]}>)")
    out = []
    for item in root.iter():
        if _local(item) not in ("item", "entry"):
            continue
        values: dict[str, str] = {}
        links: list[str] = []
        for child in item:
            tag = _local(child)
            if tag == "link" and child.get("href"):
                if child.get("rel", "alternate") == "alternate":
                    links.append(child.get("href", ""))
            elif tag == "link" and (child.text or "").strip():
                links.append(child.text or "")
            elif tag == "author" and len(child):
                values.setdefault("author", "".join(c.text or "" for c in child if _local(c) == "name"))
            elif tag == "content" and len(child):
                values.setdefault(tag, " ".join(child.itertext()))  # Atom's xhtml
            else:
                values.setdefault(tag, child.text or "")
        if not links and values.get("guid", "").startswith("http"):
            links = [values["guid"]]
        address = urljoin(url, links[0].strip()) if links else ""
        title = plain(values.get("title", ""))
        if not title or not address.startswith(("http://", "https://")):
            continue
        written = next((values[t] for t in ("pubdate", "published", "date", "issued", "updated") if values.get(t)), "")
        texts = [plain(values.get(t, "")) for t in ("encoded", "content", "description", "summary")]
        day = days.read(written)
        out.append(
            Entry(address, title, max(texts, key=len), day, plain(values.get("creator") or values.get("author", "")))
        )
        if len(out) >= MOST_ENTRIES:
            break
    return out


def read(data: bytes, name: str, url: str = "") -> Iterator[Article | Refusal]:
    """The entries of a feed as articles: what the feed tells of each stands as its abstract."""
    try:
        found = entries(data, name, url)
    except Refusal as refusal:
        yield refusal
        return
    if not found:
        yield Refusal(name, 0, "", "is a feed without entries")
    for entry in found:
        yield Article(
            text=entry.summary or entry.title,
            title=entry.title,
            url=entry.url,
            published=entry.published,
            date_basis="given" if entry.published else "unknown",
            author=entry.author,
            abstract=True,
        )


def plain(markup: str) -> str:
    """The words of a snippet of HTML, as feeds carry it, without tags and scripts."""
    text = _SCRIPT.sub(" ", html.unescape(markup[:500_000]) if "<" not in markup else markup[:500_000])
    text = html.unescape(_TAG.sub("", _BLOCK.sub("\n", text)))
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
