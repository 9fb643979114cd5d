"""Statements: who is reported to have said what.

Quotation attribution by rule, in the line of Pareti, O'Keefe, Konstas, Curran & Koprinska,
"Automatically Detecting and Attributing Indirect Quotations" (EMNLP 2013): a cue (a verb or phrase of
speech) is found, its content is delimited by the clause structure around it, and its speaker is the
subject beside it. Where they label tokens with a trained model, here the clause patterns of each language
decide, from ``data/vocabulary/languages``.
"""

from __future__ import annotations

from bisect import bisect_left

from press.reading.attribution import direct, indirect
from press.reading.attribution.sentence.structure import Structure
from press.reading.attribution.speakers import Speakers
from press.reading.document import Document, Sentence, Statement
from press.reading.grammar import grammar
from press.text.words import vocabulary_language

#: Most cues and most quotations that are read in one sentence. No sentence of the press has more, and a text
#: without full stops is read in linear time.
_MOST = 64


def find(document: Document) -> list[Statement]:
    """The statements of a text, in its order.

    Direct statements are the words inside the marks; indirect ones the clause that says what was said;
    mixed ones a reported clause that holds quoted words.
    """
    return settle(_Reader(document).read())


def settle(statements: list[Statement]) -> list[Statement]:
    """In order of the text, without those too short and without reported clauses that overlap another statement."""
    out: list[Statement] = []
    for s in sorted(statements, key=lambda s: (s.start, -s.end)):
        if s.end - s.start < 2:
            continue
        if out and s.start < out[-1].end and s.kind != "direct":
            continue
        out.append(s)
    return out


class _Reader:
    """Reads one document from the first sentence to the last."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.grammar = grammar(vocabulary_language(document.language))
        self.speakers = Speakers(document, self.grammar)
        self.quotes = [q for q in document.quotes if q.depth == 0]
        self.quote_starts = [q.start for q in self.quotes]
        self.hits = [h for h in self.grammar.cues.scan(document.tokens.keys) if h.value != "none"]
        self.hit_firsts = [h.first for h in self.hits]
        self.statements: list[Statement] = []

    def read(self) -> list[Statement]:
        """The statements of the document as they are found."""
        for i, sentence in enumerate(self.document.sentences):
            if sentence.readable:
                self._sentence(i, sentence)
        return self.statements

    def _sentence(self, index: int, sentence: Sentence) -> None:
        """Read one sentence; most of a text has neither a cue nor a quotation and is passed over."""
        before = len(self.statements)
        self.speakers.enter(sentence)
        lo = bisect_left(self.hit_firsts, sentence.first)
        hi = bisect_left(self.hit_firsts, sentence.last, lo)
        hits = self.hits[lo : min(hi, lo + _MOST)]
        lo = bisect_left(self.quote_starts, sentence.start)
        hi = bisect_left(self.quote_starts, sentence.end, lo)
        if lo and self.quotes[lo - 1].end > sentence.start:
            lo -= 1  # a quotation that began in an earlier sentence
        quotes = self.quotes[lo : min(hi, lo + _MOST)]
        if hits or quotes:
            s = Structure(self.document, self.grammar, self.speakers, index, hits, quotes, self.statements)
            direct.read(s)
            if s.cues or s.opening:
                indirect.read(s)
        self.speakers.leave([(told.start, told.end) for told in self.statements[before:]])
