"""The record that every reader makes and the parser takes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from press.address import identifies, normalise_url, original

#: Halves of surrogate pairs, which JSON can write and no file can hold.
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Article:
    """One article as it was read, before any parsing.

    Attributes
    ----------
    text : str
        The body as given; all character offsets of the parser refer to it.
    title, url, outlet, author : str
        Empty where unknown. ``url`` is the original's where the source names a copy, which is then kept as
        ``extra["copy"]``; ``outlet`` is the name as written by the source.
    language : str
        ISO 639-1 code, empty where it has still to be detected.
    published : date or None
        Day of publication, None where unknown.
    date_basis : {'given', 'metadata', 'inferred', 'unknown'}
        How ``published`` is known. Nothing is ever inferred silently.
    abstract : bool
        True where ``text`` is an abstract of the article, not the article.
    extra : dict
        Further fields of the source, handed through unchanged.
    """

    text: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    language: str = ""
    published: date | None = None
    date_basis: str = "unknown"
    author: str = ""
    abstract: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("text", "title", "url", "outlet", "language", "author"):
            value = getattr(self, name)
            if _SURROGATE.search(value):
                setattr(self, name, _SURROGATE.sub("\ufffd", value))
        self.stands_at(self.url)

    def stands_at(self, url: str) -> None:
        """Set the address: of a copy in an archive or an AMP cache, and of a page for phones, that of the original."""
        self.url = original(url)
        if self.url != url.strip():
            self.extra = {"copy": url.strip(), **self.extra}

    @property
    def article_id(self) -> str:
        """Stable identifier: 16 hexadecimal digits of the normalised address, else of title and text.

        The front page of an outlet, and what is no address, identify no article.
        """
        basis = normalise_url(self.url) if identifies(self.url) else self.title + "\n" + self.text
        return stable_id(basis)


def stable_id(*parts: object) -> str:
    """Hash parts to 16 hexadecimal digits (BLAKE2b, 8 bytes), the same on every machine."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf8", "surrogatepass"), digest_size=8).hexdigest()
