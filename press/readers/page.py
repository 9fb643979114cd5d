"""A web page beside its text: what it says of itself, what readers wrote on it, whether it is an article at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from lxml.html import HtmlElement

from press.address import found_in, identifies, is_address
from press.vocabulary import read as vocabulary

from . import loose_json, values

#: Types of schema.org that are articles, by their endings; and parts of an article that hold others.
_ARTICLE = re.compile(r"(?:article|blogposting|newsarticle|report)$", re.I)
_OTHERS = frozenset(
    {"liveBlogUpdate", "hasPart", "isPartOf", "comment", "mentions", "about", "itemListElement", "review", "citation"}
)
_MOST_NODES = 2_000
_PARTS = frozenset({"div", "section", "ol", "ul", "aside", "details", "li", "article", "p", "footer", "span", "table"})
_SAVED = re.compile(r"saved from url=\(\d{1,5}\)(https?://\S{1,2000})")
_BEGINNING = 5_000
#: The words of a name such as "singleComment" or "comment-list", and characters of paragraphs that an article has.
_WORDS = re.compile(r"[^\W\d_A-ZА-Я]+|[A-ZА-Я][^\W\d_A-ZА-Я]*")
_LEAST_LEFT = 100
#: Linked headlines from which on a page without an article's marks is a list of articles, and paragraphs that it lacks.
_MANY_HEADLINES, _FEW_PARAGRAPHS, _LONG = 8, 3, 200


class Page:
    """A parsed page.

    Parameters
    ----------
    tree : HtmlElement
        Changed in place: comments are taken out.
    url : str
        Where it was fetched from, '' where unknown.
    source : str
        The page as it is written.
    """

    def __init__(self, tree: HtmlElement, url: str = "", source: str = "") -> None:
        self.tree = tree
        self.url = url or self._own_address(source)
        self.nodes = list(_nodes(tree))
        _without_comments(tree)

    @cached_property
    def meta(self) -> dict[str, str]:
        """The contents of its meta elements by name, the first of each."""
        out: dict[str, str] = {}
        for element in self.tree.iter("meta"):
            key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
            if key and element.get("content"):
                out.setdefault(key, element.get("content", "").strip())
        return out

    @cached_property
    def language(self) -> str:
        """ISO 639-1 as the page declares it, '' where it does not."""
        return (self.tree.get("lang") or self.tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower()

    @property
    def is_article(self) -> bool:
        """Whether it calls itself an article."""
        told = self.meta.get("og:type", "").lower() == "article" or "article:published_time" in self.meta
        return told or bool(self.nodes)

    @property
    def why_none(self) -> str:
        """Why it is no article, '' where it may be one: a front page, a list of articles."""
        if self.is_article:
            return ""
        if self.url and is_address(self.url) and not identifies(self.url) and self._headlines() >= _MANY_HEADLINES // 2:
            return "is the front page of an outlet, no article"
        long = sum(len(_text(p, _LONG)) >= _LONG for p in self.tree.iter("p"))
        return "is a page of links to articles, no article" if self._headlines() >= _MANY_HEADLINES and long < _FEW_PARAGRAPHS else ""  # fmt: skip

    def title(self, found: str) -> str:
        """Its headline: as found, unless the page shows that nowhere as its own but only as that of a part."""
        heads = [_text(h) for h in self.tree.iter("h1")]
        shown = [
            self.meta.get("og:title", ""),
            self.meta.get("twitter:title", ""),
            *heads,
            *(_text(t) for t in self.tree.iter("title")),
        ]
        told = [values.line(node.get("headline")) or "" for node in self.nodes if self._is_live(node)]
        plain = _plain(found)
        if plain and not told and (any(plain in _plain(s) for s in shown) or not any(shown)):
            return found
        blog = next((t for t in told if t), "")
        return blog or next(
            (s for s in (heads[0] if len(heads) == 1 else "", self.meta.get("og:title", "")) if s), found
        )

    @property
    def moments(self) -> list[str]:
        """The times of publication as its metadata write them, the surest first."""
        out = [values.day(node.get("datePublished")) or "" for node in self.nodes]
        names = ("article:published_time", "og:article:published_time", "datepublished", "publish-date", "pubdate", "publishdate", "parsely-pub-date", "dc.date.issued", "dcterms.created", "date", "dc.date", "sailthru.date")  # fmt: skip
        out += [self.meta.get(name, "") for name in names]
        out += [t.get("datetime", "") for t in self.tree.iter("time")][:20]
        return [written for written in out if written]

    def _own_address(self, source: str) -> str:
        """The address that the page names as its own, or that a browser noted when it saved it."""
        if m := _SAVED.search(source[:_BEGINNING]):
            return found_in(m[1])
        for link in self.tree.iter("link"):
            if (link.get("rel") or "").lower() == "canonical" and is_address(link.get("href") or ""):
                return link.get("href", "")
        return found_in(self.meta.get("og:url", ""))

    def _headlines(self) -> int:
        """How many headlines lead to other pages."""
        targets = set()
        for tag in ("h1", "h2", "h3", "h4", "h5"):
            for h in self.tree.iter(tag):
                link = h.find(".//a")
                if link is None:
                    link = next((a for a in h.iterancestors("a")), None)
                if link is not None and link.get("href", "#")[:1] != "#":
                    targets.add(link.get("href"))
        return len(targets)

    @staticmethod
    def _is_live(node: Mapping[str, Any]) -> bool:
        return "liveblogposting" in str(node.get("@type", "")).lower()


def _nodes(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The articles among a page's linked data (JSON-LD), without those that are parts of others."""
    left = _MOST_NODES
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            waiting = [loose_json.value((script.text or "").strip().removesuffix(";"))]
        except (ValueError, RecursionError):
            continue
        while waiting and left:
            node = waiting.pop(0)
            left -= 1
            if isinstance(node, list):
                waiting[:0] = node[:left]
            elif isinstance(node, Mapping):
                kinds = node.get("@type")
                if any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield node
                else:
                    waiting += [v for k, v in node.items() if k not in _OTHERS and isinstance(v, Mapping | list)]


@cache
def _comment_names() -> frozenset[str]:
    return frozenset(vocabulary("pages")["comments"]["names"])


def _without_comments(tree: HtmlElement) -> None:
    """Take out what readers wrote, by the names of the parts that hold it."""
    left = sum(map(_length, tree.iter("p")))
    waiting = [tree]
    while waiting:
        for child in list(waiting.pop()):
            if child.tag in _PARTS and _is_comment(child):
                inside = sum(map(_length, child.iter("p")))
                # A column that is called "Komentar" is no comment: something has to be left.
                if not inside or left - inside >= _LEAST_LEFT:
                    left -= inside
                    child.drop_tree()
                    continue
            waiting.append(child)


def _is_comment(element: HtmlElement) -> bool:
    marks = f"{element.get('id') or ''} {element.get('class') or ''}"
    if not marks.strip() or _comment_names().isdisjoint(word.lower() for word in _WORDS.findall(marks)):
        return False
    return element.find(".//h1") is None and element.find(".//*[@itemprop='articleBody']") is None


def _length(paragraph: HtmlElement) -> int:
    return len(_text(paragraph, _LONG))


def _text(element: HtmlElement, most: int = 1_000) -> str:
    out, length = [], 0
    for piece in element.itertext():
        out.append(piece)
        length += len(piece)
        if length > most:
            break
    return " ".join("".join(out).split())


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
