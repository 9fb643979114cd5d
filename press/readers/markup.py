"""Snippets of HTML, as feeds, editors and databases carry them, to the words that a reader would see."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<[/!?a-zA-Z][^<>]{0,2000}>")
_BLOCK = re.compile(r"</?(?:\w{1,10}:)?(?:p|br|div|li|ul|ol|h\d|tr|blockquote|figure|section)\b[^<>]{0,500}>", re.I)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,500}>[^<]{0,100000}</\1>", re.I)
_HIDDEN = re.compile(r"<figcaption\b[^<>]{0,500}>[^<]{0,2000}(?:<(?!/figcaption)[^<]{0,2000}){0,20}</figcaption>", re.I)
_COMMENT = re.compile(r"<!--[^<>]{0,5000}-->")
#: What only HTML has in a text: parts of a page, or words between a tag and its end.
_MARKED = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|figure|blockquote|section|article)(?:\s[^<>]{0,2000})?/?>|<!-- wp:"
    r"|<(b|i|u|em|strong|span|a|mark|sup|sub|font)(?:\s[^<>]{0,2000})?>[^<>]{0,2000}</\1>",
    re.I,
)
MOST = 2_000_000


def is_marked(text: str) -> bool:
    """Whether a text is HTML, rather than one that speaks of a tag."""
    return "<" in text and _MARKED.search(text) is not None


def has_tags(text: str) -> bool:
    """Whether a text, where HTML is to be expected, holds any tag."""
    return "<" in text and _TAG.search(text) is not None


def plain(markup: str) -> str:
    """The words of a snippet of HTML, without tags, scripts and captions; a paragraph a line.

    Markup that was escaped once more, as in feeds, is read too.
    """
    text = markup[:MOST]
    if "<" not in text and "&" in text:
        text = html.unescape(text)
        if not has_tags(text):
            return _lines(text)
    for pattern, instead in ((_COMMENT, " "), (_SCRIPT, " "), (_HIDDEN, "\n"), (_BLOCK, "\n"), (_TAG, "")):
        text = pattern.sub(instead, text)
    return _lines(html.unescape(text))


def _lines(text: str) -> str:
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
