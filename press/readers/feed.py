"""RSS 0.9–2.0, RDF and Atom feeds."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree

from press import outlets
from press.address import is_address
from press.article import Article

from . import days, lines, markup, notices, xml
from .errors import Notes, Notice, Refusal, Tell, silent
from .fields import language_code

#: Entries of a feed that are read.
MOST_ENTRIES = 1_000
#: Vocabularies whose descriptions are captions and trailers, not what the entry says.
_FOREIGN = ("search.yahoo.com/mrss", "itunes", "play-podcasts", "podcastindex", "georss", "opensearch")
_PREFIXES = ("media", "itunes", "googleplay", "podcast", "georss")
_TEXTS = ("encoded", "content", "full-text", "fulltext", "description", "summary")
#: "ana@paper.example (Ana Primer)", as RSS writes authors.
_MAIL = re.compile(r"\S+@\S+ \(([^()]{2,100})\)")
_DATES = ("pubdate", "published", "date", "issued", "created", "updated", "modified")


class Entry(NamedTuple):
    """One entry: address, headline, what the feed tells of the text, day of publication or None, author.

    ``written`` is the date as the feed writes it where it is not understood; ``outlet`` is named by feeds that gather
    from several.
    """

    url: str
    title: str
    summary: str
    published: date | None
    author: str
    written: str = ""
    outlet: str = ""
    language: str = ""


def entries(data: bytes, name: str, url: str = "") -> list[Entry]:
    """The entries of a feed that have an address.

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
    return [item for item in items(data, name, url) if isinstance(item, Entry) and item.url]


def items(data: bytes, name: str, url: str = "", tell: Tell = silent) -> Iterator[Entry | Refusal]:
    """The entries of a feed in their order, faulty ones as refusals; see :func:`entries`."""
    root = xml.parse(data.lstrip(), name, recover=True, url=url)
    if xml.local(root) not in ("rss", "rdf", "feed"):
        raise Refusal(name, 0, "", f"is no RSS or Atom feed (its root is <{xml.local(root)[:40]}>)")
    bases, language = _of_channel(root, url)
    count = 0
    for item in root.iter():
        if xml.local(item) not in ("item", "entry") or _is_foreign(item):
            continue
        if count == MOST_ENTRIES:
            tell(Notice(name, item.sourceline or 0, "", f"the entries after the first {MOST_ENTRIES:,} are left out"))
            return
        count += 1
        try:
            yield _entry(item, name, bases, language)
        except Refusal as refusal:
            yield refusal


def _of_channel(root: etree._Element, url: str) -> tuple[list[str], str]:
    """What relative addresses may count from, likeliest first, and the language of a feed."""
    channel = next((child for child in root if xml.local(child) == "channel"), root)
    own, page, language = "", "", root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    for child in channel:
        tag = xml.local(child)
        href = (child.get("href") or child.text or "").strip() if tag == "link" else ""
        if href and child.get("rel") == "self":
            own = href
        elif href and child.get("rel", "alternate") == "alternate":
            page = page or href
        elif tag == "language":
            language = (child.text or "").strip()
    # Atom counts from where the feed is; the authors of RSS mean their site, whoever serves the feed.
    order = [url, own, page] if xml.local(root) == "feed" else [page, url, own]
    return [base for base in order if is_address(base)], language_code(language)


def _entry(item: etree._Element, name: str, bases: list[str], language: str) -> Entry:
    values: dict[str, str] = {}
    links: list[tuple[int, str]] = []
    outlet = ""
    for child in item:
        tag = xml.local(child)
        if not tag or _is_foreign(child):
            continue
        if tag == "origlink":
            links.append((0, child.text or ""))
        elif tag == "link":
            if child.get("rel", "alternate") == "alternate":
                links.append((1 if "html" in child.get("type", "html") else 2, child.get("href") or child.text or ""))
        elif tag == "guid" and child.get("isPermaLink", "true").lower() != "false":
            links.append((3, child.text or ""))
        elif tag == "id" and is_address(child.text or ""):
            links.append((4, child.text or ""))
        elif tag == "author" and len(child):
            values.setdefault("author", "".join(c.text or "" for c in child if xml.local(c) == "name"))
        elif tag == "source" and child.get("url"):
            outlet = (child.text or "").strip()
        else:
            values.setdefault(tag, _inner(child))
    title = " ".join(_shown(values.get("title", "")).split())
    texts = [_shown(values.get(tag, "")) for tag in _TEXTS]
    summary = lines.joined(notices.without(max(texts, key=len)))
    if not title and not summary:
        raise Refusal(name, item.sourceline or 0, "title", "is missing or empty, and so is the text")
    address = _address(item, [link.strip() for _, link in sorted(links) if link.strip()], bases, name)
    written = [values[tag].strip() for tag in _DATES if values.get(tag, "").strip()]
    zone = outlets.zone(outlet, address, language)
    day = next((found for value in written if (found := days.read(value, zone=zone))), None)
    author = _shown(values.get("creator") or values.get("author", ""))
    author = m[1] if (m := _MAIL.fullmatch(author)) else author
    return Entry(address, title, summary, day, author, "" if day or not written else written[0], outlet, language)


def _address(item: etree._Element, links: list[str], bases: list[str], name: str) -> str:
    """The address of an entry; '' where it has none.

    Raises
    ------
    Refusal
        Where it is relative, and nothing tells to what.
    """
    relative = ""
    whole_bases = [base for base in (item.base or "", *bases) if is_address(base)]
    for link in links:
        if is_address(link):
            return link
        whole = f"https:{link}" if link.startswith("//") else ""
        for base in whole_bases:
            whole = whole or _joined(base, link)
        if is_address(whole):
            return whole
        # What is no address at all, as a number in <guid>, is none; a path is one that cannot be told.
        relative = relative or (link if "/" in link and ":" not in link and " " not in link else "")
    if relative:
        raise Refusal(name, item.sourceline or 0, "link", f"“{relative[:60]}” is a relative address, and the feed names no address of its own")  # fmt: skip
    return ""


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # a bracket where a host should be
        return ""


def read(data: bytes, name: str, url: str = "", tell: Tell = silent) -> Iterator[Article | Refusal]:
    """The entries of a feed as articles: what the feed tells of each stands as its abstract."""
    nothing = True
    notes = Notes(name)
    try:
        for entry in items(data, name, url, tell):
            nothing = False
            if not isinstance(entry, Entry):
                yield entry
                continue
            if entry.written:
                notes.add("pubDate", "is not understood as a day: the article is undated", 0, entry.written)
            yield Article(
                text=entry.summary or entry.title,
                title=entry.title,
                url=entry.url,
                outlet=entry.outlet,
                language=entry.language,
                published=entry.published,
                date_basis="given" if entry.published else "unknown",
                author=entry.author,
                abstract=True,
                extra={"date_as_written": entry.written} if entry.written else {},
            )
    except Refusal as refusal:
        yield refusal
        return
    if nothing:
        yield Refusal(name, 0, "", "is a feed without entries")
    notes.tell(tell)


def _inner(element: etree._Element) -> str:
    """What stands in an element: its text, or its markup where it has elements of its own."""
    if not len(element):
        return element.text or ""
    inside = (etree.tostring(child, encoding="unicode") for child in element)
    return html.escape(element.text or "", quote=False) + "".join(inside)


def _shown(value: str) -> str:
    """A value without its markup, if it has any; what only looks like a mark ("5 < 6") stays."""
    if markup.has_tags(value) or "&" in value:
        return markup.plain(value)
    return "\n".join(" ".join(line.split()) for line in value.strip().split("\n"))


def _is_foreign(element: etree._Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    space, _, name = element.tag.rpartition("}")
    return any(part in space.lower() for part in _FOREIGN) or name.partition(":")[0].lower() in _PREFIXES
