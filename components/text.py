"""Article text on the page. It is hostile until escaped: the only module that puts it into HTML or Markdown."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote, urlsplit

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$<>:&^=@/\"'])")


#: GitHub's Markdown makes links of addresses in the text that is left when backslashes are resolved.
_LINKED = re.compile(r"(https?:(?=//)|www(?=\.)|@)", re.I)


class Mark(NamedTuple):
    """A span to mark: characters ``start``-``end``, a CSS style from :data:`STYLES` and a tooltip."""

    start: int
    end: int
    style: str
    title: str = ""


#: Backgrounds that read on light and on dark ground; blue and orange as in the charts.
STYLES = {
    "positive": "background:rgba(0,114,178,.30)",
    "negative": "background:rgba(213,94,0,.32)",
    "statement": "background:rgba(128,140,155,.20)",
    "actor": "background:none;border-bottom:2px solid #009e73",
    "topic": "background:none;border-bottom:2px dotted #cc79a7",
}


def escape(text: str) -> str:
    """Text for Markdown: nothing in it is read as markup, directive, link, emoji code or LaTeX.

    An invisible word joiner keeps apart what is made a link of even where it is escaped.
    """
    text = _LINKED.sub("\\1\u2060", str(text))
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def safe_url(url: str) -> str:
    """An address that a page may link to: http or https with a host, percent-encoded; '' otherwise."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return quote(url.strip(), safe=":/?#@!$&*+,;=%~-._")


def original(url: str) -> str:
    """The end of a Markdown line that links to the original; nothing where there is no address."""
    safe = safe_url(url)
    return f" · [original]({safe})" if safe else ""


def many(n: int, what: str) -> str:
    """A number with its noun: 1 article, 1,200 articles, 0 articles."""
    return f"{n:,} {what}{'' if n == 1 else 's'}"


def shorten(text: str, most: int) -> str:
    """Text cut at a word to at most ``most`` characters, with an ellipsis where something is left out."""
    text = " ".join(str(text).split())
    if len(text) <= most:
        return text
    head = text[:most].rsplit(" ", 1)[0] if " " in text[:most] else text
    return head[: most - 1].rstrip(",;:–—- ") + "…"


def marked(text: str, marks: Iterable[Mark], offset: int = 0) -> str:
    """Text as HTML with spans marked; ``offset`` is the place of ``text`` in what the spans count.

    Everything but the marks is escaped. Spans may nest or overlap; each character gets all their styles.
    """
    spans = [(max(0, m.start - offset), min(len(text), m.end - offset), m) for m in marks]
    spans = [s for s in spans if s[0] < s[1]]
    cuts = sorted({0, len(text), *(s[0] for s in spans), *(s[1] for s in spans)})
    out = []
    active: list[tuple[int, int, Mark]] = []
    spans.sort(key=lambda s: s[0])
    at = 0
    for a, b in itertools.pairwise(cuts):
        while at < len(spans) and spans[at][0] <= a:
            active.append(spans[at])
            at += 1
        active = [s for s in active if s[1] > a]
        piece = html.escape(text[a:b]).replace("\n", "<br>")
        if active:
            style = ";".join(dict.fromkeys(STYLES[s[2].style] for s in active))
            title = html.escape("; ".join(dict.fromkeys(s[2].title for s in active if s[2].title)))
            piece = f'<mark style="color:inherit;{style}" title="{title}">{piece}</mark>'
        out.append(piece)
    return "".join(out)
