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
#: Articles that a page of one may declare; a front page declares many.
_MOST_ARTICLES = 3
_PARTS = frozenset({"div", "section", "ol", "ul", "aside", "details", "li", "article", "p", "footer", "span", "table"})
_SAVED = re.compile(r"saved from url=\(\d{1,5}\)(https?://\S{1,2000})")
_BEGINNING = 5_000
#: The words of a name such as "singleComment" or "comment-list", and characters of paragraphs that an article has.
_WORDS = re.compile(r"[^\W\d_A-ZА-Я]+|[A-ZА-Я][^\W\d_A-ZА-Я]*")
_LEAST_LEFT = 100
#: What the Internet Archive puts above the pages that it keeps.
_ARCHIVE_BAR = "wm-ipp"
#: Linked headlines from which on a page without an article's marks is a list of articles (at an outlet's own address some
#: will do), long paragraphs that it lacks, and characters of a long one.
_MANY_HEADLINES, _SOME_HEADLINES, _FEW_PARAGRAPHS, _LONG = 8, 4, 3, 200
#: The same where headlines are mere links: their number, words of one, and characters of all paragraphs.
_MANY_LINKS, _HEADLINE_WORDS, _LITTLE = 20, 4, 600


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
        return told or 0 < len(self.nodes) <= _MOST_ARTICLES

    @cached_property
    def why_none(self) -> str:
        """Why it is no article, '' where it may be one: a front page, a list of articles."""
        if self.is_article:
            return ""
        headlines, links = self._headlines(), self._links()
        is_root = bool(self.url) and is_address(self.url) and not identifies(self.url)
        if is_root and (headlines >= _SOME_HEADLINES or links >= _MANY_HEADLINES):
            return "is the front page of an outlet, no article"
        paragraphs = [n for p in self.tree.iter("p") if (n := _length(p))]
        listed = headlines >= _MANY_HEADLINES and sum(n >= _LONG for n in paragraphs) < _FEW_PARAGRAPHS
        return "is a page of links to articles, no article" if listed or (links >= _MANY_LINKS and sum(paragraphs) < _LITTLE) else ""  # fmt: skip

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
        for h in self.tree.iter("h1", "h2", "h3", "h4", "h5"):
            link = h.find(".//a")
            link = next(h.iterancestors("a"), None) if link is None else link
            if link is not None and link.get("href", "#")[:1] != "#":
                targets.add(link.get("href"))
        return len(targets)

    def _links(self) -> int:
        """How many links read like headlines."""
        return len({a.get("href") for a in self.tree.iter("a") if a.get("href") and len(_text(a, _LONG).split()) >= _HEADLINE_WORDS})  # fmt: skip

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
    """Take out what readers wrote, by the names of the parts that hold it, and the bar of a web archive."""
    left = sum(map(_length, tree.iter("p")))
    waiting = [tree]
    while waiting:
        for child in list(waiting.pop()):
            if (child.get("id") or "").startswith(_ARCHIVE_BAR):
                child.drop_tree()
                continue
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
