"""Whether an article is about Serbia and Russia: decided by what it names, measured on made-up articles.

An article is about both where

* it names each of them often enough for its length, as a state, by its adjective, people or capital, or by a
  person or organisation of that country (an outlet that is merely quoted does not count),
* and names them together at least once: in one paragraph, or in the headline and the first one,
* and touches a topic of the dashboard, by one phrase of full weight or two of half.

Measured by :func:`press.evaluate.measure_relevance`; ``docs/refresh.md`` has the results.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from press.article import Article
from press.reading import topics
from press.reading.document import Document
from press.reading.parse import read
from press.text.words import Phrases, vocabulary_language
from press.vocabulary import read as vocabulary

SIDES = ("RS", "RU")
#: Times that each side has to be named in a text of up to so many words; the first paragraph counts twice.
NEEDED = ((60, 1), (450, 2), (float("inf"), 3))


class Sides(NamedTuple):
    """How often the two sides are named, and whether together."""

    serbia: int
    russia: int
    together: bool


@cache
def _words(language: str) -> Phrases[str]:
    """Names, adjectives, peoples and capitals of the two countries."""
    entries = {
        phrase: country["code"]
        for country in vocabulary("countries")["country"]
        if country["code"] in SIDES
        for kind in ("nouns", "adjectives", "people", "metonyms")
        for phrase in country[language][kind]
    }
    return Phrases(entries.items(), language)


@cache
def _further() -> dict[str, tuple[str, ...]]:
    """Names that count for a side, or for both, whatever country they are of."""
    data = vocabulary("relevance")
    return {
        **dict.fromkeys(data["Serbia"], ("RS",)),
        **dict.fromkeys(data["Russia"], ("RU",)),
        **dict.fromkeys(data["both"], SIDES),
    }


def places(document: Document) -> dict[str, set[int]]:
    """The characters at which a text names each side; what stands in one place is counted once."""
    spots: dict[str, set[int]] = {side: set() for side in SIDES}
    for hit in _words(vocabulary_language(document.language)).scan(document.tokens.keys):
        spots[hit.value].add(document.tokens.starts[hit.first])
    for mention in document.mentions:
        for side in _further().get(mention.name, (mention.country,)):
            if side in SIDES and mention.kind != "outlet":
                spots[side].add(mention.start)
    return spots


def sides(document: Document) -> Sides:
    """How often a text names Serbia and Russia. The headline, where there is one, is its first paragraph."""
    ends = [sentence.end for sentence in document.sentences]
    where = {
        side: [document.sentences[min(bisect_right(ends, s), len(ends) - 1)].paragraph for s in starts]
        for side, starts in places(document).items()
    }
    first = 1 if document.title else 0
    # Headline and lead are one, and what stands there counts twice.
    counts = {side: len(found) + any(p <= first for p in found) for side, found in where.items()}
    together = {max(p, first) for p in where["RS"]} & {max(p, first) for p in where["RU"]}
    return Sides(counts["RS"], counts["RU"], bool(together))


def _whole(article: Article) -> Document:
    """Headline and text as one document."""
    return read(replace(article, text=f"{article.title}\n\n{article.text}" if article.title else article.text))


def sides_of(article: Article) -> Sides:
    """How often headline and text of an article name Serbia and Russia."""
    return sides(_whole(article))


def is_about(article: Article) -> bool:
    """Whether an article is about Serbia and Russia."""
    document = _whole(article)
    found = sides(document)
    words = len(document.tokens.words)
    needed = next(mentions for most, mentions in NEEDED if words <= most)
    return (
        found.together
        and min(found.serbia, found.russia) >= needed
        and sum(topic.weight for topic in topics.find(document)) >= 1
    )
