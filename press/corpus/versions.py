"""Versions: of two articles with one address, which is kept.

The later day of publication counts, then what was read later. Of equal contents the shorter spelling of the address is
kept, so that it does not depend on which one came first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from press.article import Article, stable_id

_DAY_BITS, _LONGEST = 40, 255


class Version(NamedTuple):
    """Hash of the content, and a number that rises with the day and falls with the length of the address."""

    content: int
    number: int

    @property
    def day(self) -> int:
        """The day of publication, counted from the year 1; 0 where unknown."""
        return self.number >> _DAY_BITS


def version(article: Article, parser: str = "") -> Version:
    """The version that an article is.

    The content is everything that a corpus keeps of it but the spelling of its address, with the fingerprint of the
    ``parser`` that reads it.
    """
    content = stable_id(
        article.text, article.title, article.outlet, article.language, article.published, article.date_basis,
        article.author, article.abstract, article.extra.get("corrections"), parser,
    )  # fmt: skip
    day = article.published.toordinal() if article.published else 0
    spelling = min(len(article.url), _LONGEST) << 32 | int(stable_id(article.url)[:8], 16)
    return Version(int(content, 16), day << _DAY_BITS | ((1 << _DAY_BITS) - 1 - spelling))


def supersedes(own: Version, known: Version) -> bool:
    """Whether a version takes the place of one of the same address that came before."""
    return own.number > known.number if own.content == known.content else own.day >= known.day


def newest(articles: Iterable[Article]) -> list[Article]:
    """One article of each address, in the order in which the addresses came first."""
    kept: dict[str, tuple[Article, Version]] = {}
    for article in articles:
        own = version(article)
        known = kept.get(article.article_id)
        if known is None or supersedes(own, known[1]):
            kept[article.article_id] = article, own
    return [article for article, _ in kept.values()]
