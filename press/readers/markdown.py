"""Markdown: one article as a reader of the rendered page would see it."""

from __future__ import annotations

import html
import re

from press.article import Article

from . import limits, markup
from .decode import decode
from .errors import Refusal
from .text import headline
from .text import read as read_text
from .values import cell

_FRONT_MATTER = re.compile(r"---\n(.{0,4000}?)\n(?:---|\.\.\.)\n", re.S)
_ENTRY = re.compile(r"^([A-Za-z_]{1,30}):[ \t]*(.*)$", re.M)
# Marks that are no words: pictures go, links keep their text, emphasis and headings lose their marks.
# With parentheses inside, as encyclopaedias have them.
_TARGET = r"\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)"
_PICTURE = re.compile(r"!\[([^\[\]\n]{0,300})\](?:" + _TARGET + r"|\[[^\[\]\n]{0,100}\])")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\](?:" + _TARGET + r"|\[[^\[\]\n]{0,100}\])")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,100}\]:[^\n]{0,2000}\n?", re.M)
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#{0,6}$", re.M)
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_|~~)(?=\S)([^*_~\n]{1,500}?)(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
#: Escaped marks are put out of the way, beyond the letters of any language, until all others are read.
_PRIVATE = 0xF000
_HIDDEN = re.compile("[\uf021-\uf07e]")
_QUOTED = re.compile(r"^(?: {0,3}> ?)+", re.M)
#: A line that begins something of its own: an item of a list, a heading, a row of a table; and one that is no words.
_OWN_LINE = re.compile(r"\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\|)")
_RULE = re.compile(r"\s*(?:[-*_=]\s?)+|\s*(?:```|~~~).*|[\s|:-]+")


def read(data: bytes | str, name: str = "text") -> Article | Refusal:
    """Read a Markdown file as one article.

    A single end of a line is a blank, two are a new paragraph; marks of quotations go; the fields of a front matter
    ("date: 2024-05-09") are the article's.
    """
    from .fields import article

    text = cell(decode(data) if isinstance(data, bytes) else data)
    if len(text) > limits.ARTICLE_CHARACTERS or "\0" in text[:4000]:
        return read_text(text, name)
    front = _FRONT_MATTER.match(text)
    body = plain(text[front.end() :] if front else text)
    if not body.strip():
        return Refusal(name, 0, "text", "is empty")
    title = headline(body)
    if front is None:
        return Article(text=body, title=title)
    entries = {key: value.strip().strip("\"'") for key, value in _ENTRY.findall(front[1])}
    try:
        return article({"title": title} | entries | {"text": body}, name, 1)
    except Refusal as refusal:
        return refusal


def plain(text: str) -> str:
    """The words of a text in Markdown, a paragraph a line."""
    text = _ESCAPED.sub(lambda m: chr(_PRIVATE + ord(m[1])), text)
    text = _QUOTED.sub("", _AUTOLINK.sub(r"\1", text))
    for pattern, kept in ((_PICTURE, r"\1"), (_LINK, r"\1"), (_DEFINITION, ""), (_EMPHASIS, r"\2"), (_EMPHASIS, r"\2")):
        text = pattern.sub(kept, text)
    paragraphs: list[list[str]] = [[]]
    for row in text.split("\n"):
        if not row.strip() or _RULE.fullmatch(row):
            paragraphs.append([])  # a rule, or the line under a heading or under the head of a table
        elif _OWN_LINE.match(row):
            paragraphs.append([row.strip() + " "])
            if row.lstrip().startswith(("#", "|")):
                paragraphs.append([])
        else:
            paragraphs[-1].append(row.strip() + ("\n" if row.endswith(("  ", "\\")) else " "))
    return "\n\n".join(_shown("".join(p)) for p in paragraphs if p)


def _shown(paragraph: str) -> str:
    text = _HEADING.sub(r"\1", paragraph.rstrip("\\ \n")).replace("\\\n", "\n")
    text = markup.plain(text) if markup.is_marked(text) else html.unescape(text)
    return _HIDDEN.sub(lambda m: chr(ord(m[0]) - _PRIVATE), text)
