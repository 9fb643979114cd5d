"""Reported speech: which rule reads which cue, and what of their finds is told.

First comes the sentence before, then what an attribution clause frames (:mod:`.framing`), then what follows a
cue (:mod:`.governed`); what is told once is not told again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from press.reading.attribution import framing, governed
from press.reading.attribution.attributing import opens_with_as
from press.reading.attribution.extent import Span, trim
from press.reading.attribution.saying import is_said, passes_on
from press.reading.attribution.sentence.cues import CLAUSAL, FAR, VERBS
from press.reading.attribution.sentence.quotations import is_name
from press.reading.attribution.sentence.structure import Structure
from press.reading.grammar import Cue

_MOST_QUOTED = 0.6  # a clause of which more is told as quotations is not told again
_SHORTEST, _SHORTEST_SENTENCE = 6, 20  # characters


def read(s: Structure) -> None:
    """Tell the reported speech of a sentence whose direct speech has been told."""
    if not _tell_sentence_before(s):
        _Reporter(s).read()


def _tell_sentence_before(s: Structure) -> bool:
    """CONTENT. This was announced by X. — the sentence before is what is said; true if it was told so."""
    previous = s.neighbour(-1)
    if s.opening is None or previous is None or not previous.readable:
        return False
    if any(told.sentence == s.index - 1 for told in s.statements[-3:]):
        return False
    cue = next((c for c in s.cues if c.kind in VERBS), s.opening._replace(kind="say"))
    if cue.first - s.first > FAR or s.complementiser(cue) is not None:
        return False
    who = s.speaker(cue)
    start, end = trim(s, previous.start, previous.end)
    if not who.name or end - start < _SHORTEST_SENTENCE or passes_on(s, cue, who):
        return False
    s.report("indirect", start, end - (s.text[end - 1] in ".!?…"), cue, who)
    return True


class _Reporter:
    """Tells what the cues of a sentence report, once each."""

    def __init__(self, s: Structure) -> None:
        self.s = s
        self.spans: list[Span] = []  # reported clauses told
        self.reported: set[int] = set()  # their cues
        self.quoted = [0, *accumulate(q.end - q.start for q in s.told)]
        named = [q for q in s.quotes if not is_name(s, q)]
        self.quote_starts, self.quote_ends = [q.start for q in named], [q.end for q in named]

    def read(self) -> None:
        """Read what attribution clauses frame before what follows cues: only the clauses left over are governed."""
        for cue in self.s.cues:
            self._read_around(cue)
        for cue in self.s.cues:
            self._read_ahead(cue)

    def _read_around(self, cue: Cue) -> None:
        """What the clause of a cue frames."""
        s = self.s
        if cue.kind == "according":
            self._tell(cue, framing.according(s, cue), forward=False)
        elif cue.kind in CLAUSAL:
            if cue.first in s.spent:
                self._tell(cue, framing.before_quotation(s, cue), forward=False)
            elif s.complementiser(cue) is None or opens_with_as(s, cue):
                self._tell(cue, framing.postposed(s, cue), forward=False)
        if cue.first in s.spent or cue.first in self.reported:
            self._tell(cue, framing.continuation(s, cue), forward=False)

    def _read_ahead(self, cue: Cue) -> None:
        """What follows a cue, unless it attributes a quotation and no more."""
        s = self.s
        clausal = cue.kind in CLAUSAL
        spent = cue.kind == "according" or (cue.first in s.spent and cue.kind != "noun")
        if spent and not (clausal and s.complementiser(cue) is not None):
            return
        span = governed.complement(s, cue)
        if span is None and cue.first not in self.reported:
            if clausal:
                span = governed.bare_clause(s, cue) or (governed.attitude(s, cue) if cue.kind == "say" else None)
            if span is None and governed.carries_meaning(s, cue):
                span = governed.predicate(s, cue)
        self._tell(cue, span, forward=True)

    def _tell(self, cue: Cue, span: Span | None, *, forward: bool) -> None:
        """Add a statement, unless its words are told already or nobody speaks."""
        s = self.s
        if span is None or (span := self._untold(cue, span)) is None:
            return
        start, end = trim(s, *span)
        words = s.tokens.at(end) - s.tokens.at(start)
        if (words < 2 and s.keys[cue.first] not in s.grammar.nominal) or end - start < _SHORTEST:
            return
        if self._is_quoted(start, end) or self._is_empty(start, end):
            return
        who = s.speaker(cue, forward)
        if not is_said(s, cue, who):
            return
        s.report("mixed" if self._holds_quotation(start, end) else "indirect", start, end, cue, who)
        self.spans.append((start, end))
        self.reported.add(cue.first)

    def _untold(self, cue: Cue, span: Span) -> Span | None:
        """What of a span is after the clauses told; None where its cue stands in one of them."""
        start, end = span
        at = self.s.starts[cue.first]
        for a, b in self.spans:
            if a <= at < b:
                return None
            if a <= start < b:
                if cue.kind == "according":
                    return None
                start = b
        return start, end

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether most of a span is quotations already told."""
        told = self.s.told
        lo = bisect_right(told, start, key=lambda q: q.end)
        hi = bisect_left(told, end, key=lambda q: q.start)
        if lo >= hi:
            return False
        outside = max(0, start - told[lo].start) + max(0, told[hi - 1].end - end)
        return self.quoted[hi] - self.quoted[lo] - outside > _MOST_QUOTED * (end - start)

    def _is_empty(self, start: int, end: int) -> bool:
        """Whether a span only points to what is said elsewhere: said *this in public*."""
        s = self.s
        first = s.tokens.at(start)
        return s.keys[first] in s.grammar.empty and not s.has_verb(first, s.tokens.at(end))

    def _holds_quotation(self, start: int, end: int) -> bool:
        """Whether a span holds quoted words."""
        i = bisect_left(self.quote_starts, start - 1)
        return i < len(self.quote_starts) and self.quote_ends[i] <= end + 2
