"""Plain text and Markdown: one article, its first line the headline."""

from __future__ import annotations

import re

from press.article import Article

from . import limits
from .decode import decode
from .errors import Refusal

_MARKS = re.compile(r"^[#*_>\s]+")
_FRONT_MATTER = re.compile(r"---\n(.{0,4000}?)\n---\n", re.S)
_ENTRY = re.compile(r"^([A-Za-z_]{1,30}):[ \t]*(.*)$", re.M)
# Marks of Markdown that are no words: pictures go, links keep their text, emphasis and headings lose their marks.
# With parentheses inside, as encyclopaedias have them.
_TARGET = r"\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)"
_PICTURE = re.compile(r"!\[([^\[\]\n]{0,300})\]" + _TARGET)
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]" + _TARGET)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+", re.M)
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\w)")


def read(data: bytes | str, name: str = "text") -> Article | Refusal:
    """Read a plain text as one article.

    The whole file is the article's text, so that offsets refer to it as given. The first line is its
    headline where it is short and ends without a full stop. The date stays unknown.
    """
    text = decode(data) if isinstance(data, bytes) else data
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Refusal(name, 0, "text", "is empty")
    if "\0" in text[:4000]:
        return Refusal(name, 0, "text", "is no text but binary data")
    if len(text) > limits.ARTICLE_CHARACTERS:
        return Refusal(name, 0, "text", f"is longer than {limits.ARTICLE_CHARACTERS:,} characters")
    first = text.strip().split("\n", 1)[0].strip()
    title = (
        _MARKS.sub("", first)
        if len(first) <= 200 and not first.endswith((".", ",", ";")) and "\n" in text.strip()
        else ""
    )
    return Article(text=text, title=title, date_basis="unknown")


def read_markdown(data: bytes | str, name: str = "text") -> Article | Refusal:
    """Read a Markdown file as one article.

    The text is what a reader of the rendered page would see; the fields of a front matter ("date: 2024-05-09")
    are the article's.
    """
    from .fields import article

    text = decode(data) if isinstance(data, bytes) else data
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    if front:
        text = text[front.end() :]
    for pattern, kept in ((_PICTURE, r"\1"), (_LINK, r"\1"), (_HEADING, ""), (_EMPHASIS, r"\2")):
        text = pattern.sub(kept, text)
    found = read(text, name)
    if front and isinstance(found, Article):
        entries = {key: value.strip().strip("\"'") for key, value in _ENTRY.findall(front[1])}
        try:
            return article({"title": found.title} | entries | {"text": text}, name, 1)
        except Refusal as refusal:
            return refusal
    return found
