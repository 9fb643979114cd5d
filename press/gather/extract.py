"""What may be stored of an article: all of it under a licence, else its metadata and a very short extract."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

from press.article import Article
from press.gather import relevance
from press.reading.parse import parse

#: Extract of an article for whose text no licence is held: sentences, characters in all, and share of the text.
EXTRACT_SENTENCES = 3
EXTRACT_CHARACTERS = 400
EXTRACT_SHARE = 0.2


def to_store(article: Article, licence: str = "", today: date | None = None) -> Article:
    """What may be stored of an article: all of it under a licence, else a very short extract.

    The extract has at most :data:`EXTRACT_SENTENCES` sentences, :data:`EXTRACT_CHARACTERS` characters and a
    fifth of the text: those that quote or report what is said and that name the two sides, in their order.
    """
    extra: dict[str, Any] = {"retrieved": (today or datetime.now(UTC).date()).isoformat()}
    if licence:
        text, extra["licence"] = article.text, licence
    else:
        text = _extract(article) or article.title
        extra["extract"] = True
    return Article(
        text=text, title=article.title, url=article.url, outlet=article.outlet, language=article.language,
        published=article.published, date_basis=article.date_basis, author=article.author, abstract=not licence, extra=extra,
    )  # fmt: skip


def _extract(article: Article) -> str:
    parsed = parse(article)
    document = parsed.document
    said = Counter(statement.sentence for statement, _ in parsed.statements)
    spots = relevance.places(document)
    ranked = []
    for number, sentence in enumerate(document.sentences):
        if not sentence.readable:
            continue
        named = sum(any(sentence.start <= at < sentence.end for at in spots[side]) for side in relevance.SIDES)
        score = 2 * bool(said[number]) + 2 * named + (sentence.section == "lead")
        if score > 1:
            ranked.append((-score, number))
    left = min(EXTRACT_CHARACTERS, int(len(article.text) * EXTRACT_SHARE))
    kept: list[int] = []
    for _, number in sorted(ranked):
        text = document.quote(document.sentences[number]).strip()
        if len(text) <= left and len(kept) < EXTRACT_SENTENCES:
            kept.append(number)
            left -= len(text)
    return "\n\n".join(document.quote(document.sentences[number]).strip() for number in sorted(kept))
