"""Short ways to say what is told in a made-up text. All persons in these tests are invented."""

from __future__ import annotations

from press.article import Article
from press.reading.attribution.sentence.structure import Structure
from press.reading.attribution.speakers import Speakers
from press.reading.grammar import grammar
from press.reading.parse import parse
from tests.press.parsing import read


def told(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Kind, words and speaker of each statement of a text."""
    parsed = parse(Article(text=text, language=language))
    return [(s.kind, parsed.document.quote(s), s.speaker) for s, _ in parsed.statements]


def contents(text: str, language: str = "en") -> list[str]:
    """What is said in a text."""
    return [words for _, words, _ in told(text, language)]


def structure(text: str, language: str = "en") -> Structure:
    """The structure of a text of one sentence."""
    document, g = read(text, language), grammar(language)
    hits = [h for h in g.cues.scan(document.tokens.keys) if h.value != "none"]
    quotes = [q for q in document.quotes if q.depth == 0]
    return Structure(document, g, Speakers(document, g), 0, hits, quotes, [])
