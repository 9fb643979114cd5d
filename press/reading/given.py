"""Back to the text as given: what was read in the clean text, told by the characters of the article.

The steps of the parser read a text without soft hyphens, stress marks or stand-ins (see :mod:`press.text.clean`). When
they are done, every offset is moved to where its characters stand in the article's own text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from press.article import Article
from press.reading.document import Document, Event, Mention, Statement
from press.reading.tone.sentiment import Reason, Tone
from press.reading.topics import TopicMention
from press.text.offsets import Traced
from press.text.quotes import Quote
from press.text.sections import Sentence
from press.text.words import Tokens

#: What has a place in the text, ``start`` to ``end``.
P = TypeVar("P", Sentence, Mention, Statement, Event, Quote, Reason, TopicMention)


def placed(items: Iterable[P], traced: Traced) -> list[P]:
    """The items with the places that they have in the text as given."""
    out = []
    for item in items:
        start, end = traced.span(item.start, item.end)
        out.append(item._replace(start=start, end=end))
    return out


def tone_as_given(tone: Tone, traced: Traced) -> Tone:
    """A tone with its reasons in the text as given."""
    return tone._replace(reasons=tuple(placed(tone.reasons, traced)))


def restore(document: Document, article: Article) -> None:
    """Give a document the article's own text and title, and the offsets of that text."""
    traced = document.traced
    document.text, document.title = article.text, article.title
    if not traced.moved:
        return
    t = document.tokens
    document.tokens = Tokens(t.words, t.keys, list(map(traced.start, t.starts)), list(map(traced.end, t.ends)))
    document.sentences = placed(document.sentences, traced)
    document.mentions = placed(document.mentions, traced)
    document.references = placed(document.references, traced)
    inner = [traced.span(q.inner, q.inner_end) for q in document.quotes]
    document.quotes = [
        quote._replace(inner=start, inner_end=end)
        for quote, (start, end) in zip(placed(document.quotes, traced), inner, strict=True)
    ]
    document.traced = Traced(article.text)
