"""Articles in XML: trafilatura's, TEI, agencies' NITF, and the sitemaps that outlets make of their news."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from press.article import Article

from . import xml
from .errors import Notes, Refusal, Tell, silent
from .fields import article

#: Elements whose text is a paragraph of its own.
_BLOCKS = frozenset({"p", "head", "hl2", "quote", "item", "row", "ab", "li"})
_MOST = 50_000


def read(data: bytes, name: str, tell: Tell = silent) -> Iterator[Article | Refusal]:
    """The articles of an XML document, known by the names of its elements.

    Reads ``<doc>`` as trafilatura writes it, ``<TEI>``, ``<nitf>`` within anything, and the news of a ``<urlset>``.
    """
    try:
        root = xml.parse(data.lstrip(), name, recover=True)
    except Refusal as refusal:
        yield refusal
        return
    notes = Notes(name)
    number = 0
    for element in root.iter():
        row = _row(element)
        if row is None:
            continue
        number += 1
        if number > _MOST:
            break
        try:
            yield article(row, name, element.sourceline or number, notes=notes)
        except Refusal as refusal:
            yield refusal
    if not number:
        yield Refusal(name, 0, "", f"holds no articles that are known here (its root is <{xml.local(root)[:40]}>)")
    notes.tell(tell)


def _row(element: etree._Element) -> Mapping[str, Any] | None:
    """The fields of an article that an element is, None where it is none."""
    tag = xml.local(element)
    if tag == "doc":
        return {
            **{str(key): str(value) for key, value in element.attrib.items()},
            "text": _paragraphs(_first(element, "main")),
        }
    if tag == "tei":
        head = _first(element, "teiheader")
        return {
            "title": _text(head, "title"), "author": _text(head, "author"), "outlet": _text(head, "publisher"), "date": _text(head, "date"),
            "url": _text(head, "ptr", "target") or _text(head, "idno"), "text": _paragraphs(_first(element, "body")),
        }  # fmt: skip
    if tag == "nitf":
        return {
            "title": _text(element, "hl1") or _text(element, "title"), "author": _text(element, "byline"), "date": _text(element, "date.issue", "norm"),
            "text": _paragraphs(_first(element, "body.content")),
        }  # fmt: skip
    if tag == "url" and (news := _first(element, "news")) is not None:
        return {
            "url": _text(element, "loc"), "title": _text(news, "title"), "date": _text(news, "publication_date"), "outlet": _text(news, "name"),
            "language": _text(news, "language"),
        }  # fmt: skip
    return None


def _first(element: etree._Element | None, tag: str) -> etree._Element | None:
    return None if element is None else next((e for e in element.iterdescendants() if xml.local(e) == tag), None)


def _text(element: etree._Element | None, tag: str, attribute: str = "") -> str:
    found = _first(element, tag)
    if found is None:
        return ""
    return found.get(attribute, "") if attribute else " ".join("".join(found.itertext()).split())


def _paragraphs(element: etree._Element | None) -> str:
    """The paragraphs of an element, a blank line between them."""
    out: list[str] = []
    waiting = [] if element is None else [element]
    while waiting:
        here = waiting.pop()
        if xml.local(here) in _BLOCKS:
            out.append(" ".join("".join(here.itertext()).split()))
        else:
            waiting.extend(reversed(here))
    return "\n\n".join(paragraph for paragraph in out if paragraph)
