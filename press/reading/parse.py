"""The pipeline: an article in, everything the tables need out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from press.article import Article
from press.reading import given, topics
from press.reading.actors import mentions
from press.reading.attribution import statements, turns
from press.reading.attribution.author_words import AuthorWords
from press.reading.document import Document, Event, Mention, Statement
from press.reading.events import events
from press.reading.grammar import grammar
from press.reading.tone import person, sentiment, transformer
from press.reading.tone.sentiment import Tone
from press.reading.topics import TopicMention
from press.text import dialogue, quotes, sections
from press.text.clean import clean
from press.text.language import detect
from press.text.words import tokenise, vocabulary_language


@dataclass(slots=True)
class Parsed:
    """What the parser read in one article. Offsets are characters of ``article.text``."""

    article: Article
    document: Document
    topics: list[str] = field(default_factory=list)
    topic_mentions: list[TopicMention] = field(default_factory=list)
    statements: list[tuple[Statement, Tone]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @property
    def mentions(self) -> list[Mention]:
        """Actors mentioned, in the order of the text."""
        return self.document.mentions


def read(article: Article) -> Document:
    """Tokens, sentences, sections and the actors mentioned, in the text made ready for reading."""
    title, traced = clean(article.title).text, clean(article.text)
    text = traced.text
    language, script = detect(title + "\n" + text, article.language)
    tokens = tokenise(text, language)
    author = AuthorWords(grammar(vocabulary_language(language)), tokens)
    speech = dialogue.find(text, tokens, quotes.find(text), language, author)
    document = Document(
        text=text,
        language=language,
        script=script,
        published=article.published,
        title=title,
        tokens=tokens,
        sentences=sections.split(text, tokens, language, title, speech),
        quotes=speech,
        traced=traced,
    )
    mentions.find(document)
    turns.find(document)
    return document


def parse(article: Article) -> Parsed:
    """Read one article.

    Linear in the length of the text; never raises on any text.
    """
    document = read(article)
    found = statements.find(document)
    tones = sentiment.of_statements(document, found)
    if transformer.asked_for():
        tones = transformer.rescore(document, found, tones)
    topic_mentions = topics.find(document)
    parsed = Parsed(
        article=article,
        document=document,
        topics=topics.rank(document, topic_mentions),
        topic_mentions=topic_mentions,
        statements=list(zip(found, tones, strict=True)),
        events=events.find(document, found),
    )
    _point_back(parsed)
    return parsed


def _point_back(parsed: Parsed) -> None:
    """Give all that was read the offsets of the article's own text."""
    traced = parsed.document.traced
    if traced.moved:
        statements_given = given.placed([s for s, _ in parsed.statements], traced)
        tones = [given.tone_as_given(tone, traced) for _, tone in parsed.statements]
        parsed.statements = list(zip(statements_given, tones, strict=True))
        parsed.topic_mentions = given.placed(parsed.topic_mentions, traced)
        parsed.events = given.placed(parsed.events, traced)
    given.restore(parsed.document, parsed.article)


def as_json(parsed: Parsed) -> dict[str, Any]:
    """The article's own fields and what was read in it, as ``python -m press parse`` prints it."""
    article, document = parsed.article, parsed.document
    out: dict[str, Any] = dict(article.extra)
    out.update(
        url=article.url,
        title=article.title,
        sitename=article.outlet,
        date=article.published.isoformat() if article.published else "unknown",
        date_basis=article.date_basis,
        language=document.language,
        script=document.script,
        text=article.text,
    )
    if article.author:
        out["author"] = article.author
    out["topics"] = parsed.topics
    out["statements"] = [
        {
            "kind": s.kind,
            "text": document.quote(s),
            "start": s.start,
            "end": s.end,
            "cue": s.cue,
            "speaker": s.speaker,
            "speaker_surface": s.surface,
            "speaker_kind": s.speaker_kind,
            "through": s.through,
            "sentiment": round(tone.score, 3),
            "label": tone.label,
            "targets": {party: stance.label for party, stance in tone.targets.items()},
            "reasons": [[r.start, r.end, round(r.weight, 2)] for r in tone.reasons],
        }
        for s, tone in parsed.statements
    ]
    out["events"] = [
        {
            "type": e.type,
            "date": e.date,
            "actors": list(e.actors),
            "text": document.quote(e),
            "start": e.start,
            "end": e.end,
            "background": e.background,
            "planned": e.planned,
        }
        for e in parsed.events
    ]
    out["mentions"] = _actors(document) + [
        {
            "kind": "topic",
            "name": t.topic,
            "text": document.text[t.start : t.end],
            "start": t.start,
            "end": t.end,
        }
        for t in parsed.topic_mentions
    ]
    return out


def _actors(document: Document) -> list[dict[str, Any]]:
    """Actors mentioned; persons with the tone of their sentence toward them."""
    tones = dict(person.of_mentions(document))
    out = []
    for m in document.mentions:
        row = {"kind": "actor", "name": m.name, "text": document.quote(m), "start": m.start, "end": m.end}
        if tone := tones.get(m):
            row |= {"sentiment": round(tone.score, 3), "label": tone.label}
        out.append(row)
    return out
