"""Statements: who is reported to have said what.

Quotation attribution by rule, in the line of Pareti, O'Keefe, Konstas, Curran & Koprinska,
"Automatically Detecting and Attributing Indirect Quotations" (EMNLP 2013): a cue (a verb or phrase of
speech) is found, its content is delimited by the clause structure around it, and its speaker is the
subject beside it. Where they label tokens with a trained model, here the clause patterns of each language
decide, from ``data/vocabulary/languages``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from press.reading.attribution.grammar import Cue, grammar
from press.reading.attribution.speakers import Speakers, Who
from press.reading.document import Document, Sentence, Statement
from press.text.quotes import OPENING, Quote
from press.text.words import Hit, vocabulary_language
from press.vocabulary import TARGETS

#: Marks that separate clauses, outside quotation marks: any of the first, a hyphen between spaces, or a run of
#: terminal marks before a space. (It begins with a plain set of characters, which the engine finds fast.)
_SEPARATOR = re.compile(
    r"[,;:()\[\]—–.!?…-](?:(?<=[,;:()\[\]—–])|(?<=\s-)(?=\s)|(?<=(?<![.!?…])[.!?…])[.!?…]*+(?=\s|$))"
)
_FAR = 18  # most words between a cue and the clause it governs
#: Most cues and most quotations that are read in one sentence. No sentence of the press has more, and a text
#: without full stops is read in linear time.
_MOST = 64
_TRIM = " \t\r\n\u00a0,;:—–-"
#: Cues that can attribute a quotation.
_ATTRIBUTING = frozenset({"say", "think", "act", "according", "noun"})
#: Verbs: cues that have a subject.
_VERBS = frozenset({"say", "think", "act"})

# What stands between two words, as bits: any mark, a comma, a mark that ends a clause, and one after which a
# capital letter tells nothing.
_ANY, _COMMA, _BREAK, _OPENS = 1, 2, 4, 8


@lru_cache(maxsize=4096)
def _marks(gap: str) -> int:
    """The marks between two words, as bits."""
    found = _ANY if gap.strip() else 0
    for c in gap:
        if c == ",":
            found |= _COMMA
        elif c in ";:.!?":
            found |= _BREAK | (_OPENS if c != ";" else 0)
        elif c in "\"'”’»“—–-":
            found |= _OPENS
    return found


class Clause(NamedTuple):
    """Characters ``start``-``end``, tokens ``first``-``last``, and the marks before and after."""

    start: int
    end: int
    first: int
    last: int
    before: str
    after: str


def find(document: Document) -> list[Statement]:
    """The statements of a text, in its order.

    Direct statements are the words inside the marks; indirect ones the clause that says what was said;
    mixed ones a reported clause that holds quoted words.
    """
    return _Reader(document).read()


class _Reader:
    """Reads one document from the first sentence to the last."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.tokens = document.tokens
        self.grammar = grammar(vocabulary_language(document.language))
        self.speakers = Speakers(document, self.grammar)
        self.quotes = [q for q in document.quotes if q.depth == 0]
        self.quote_starts = [q.start for q in self.quotes]
        self.hits = [h for h in self.grammar.cues.scan(self.tokens.keys) if h.value != "none"]
        self.hit_firsts = [h.first for h in self.hits]
        self.out: list[Statement] = []

    def read(self) -> list[Statement]:
        sentences = self.document.sentences
        for i, sentence in enumerate(sentences):
            if sentence.readable:
                self._sentence(i, sentence, sentences[i + 1] if i + 1 < len(sentences) else None)
        return self._settle()

    def _sentence(self, index: int, sentence: Sentence, following: Sentence | None) -> None:
        """Read one sentence; most of a text has neither a cue nor a quotation and is passed over."""
        told = len(self.out)
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
            _SentenceReader(self, index, sentence, following, hits, quotes).read()
        self.speakers.leave([(s.start, s.end) for s in self.out[told:]] if len(self.out) > told else [])

    def _settle(self) -> list[Statement]:
        """Order, drop doubles and settle which statements hold quoted words."""
        out: list[Statement] = []
        for s in sorted(self.out, key=lambda s: (s.start, -s.end)):
            if s.end - s.start < 2:
                continue
            if out and s.start < out[-1].end and s.kind != "direct":
                continue
            out.append(s)
        return out


class _SentenceReader:
    """Finds the statements of one sentence from its cues and its outermost quotations."""

    def __init__(
        self,
        reader: _Reader,
        index: int,
        sentence: Sentence,
        following: Sentence | None,
        hits: list[Hit[str]],
        quotes: list[Quote],
    ) -> None:
        self.reader = reader
        self.text, self.tokens, self.grammar = reader.text, reader.tokens, reader.grammar
        self.index, self.sentence, self.following = index, sentence, following
        self.speakers = reader.speakers
        self.quotes = quotes
        self.speech = [q for q in quotes if self._is_speech(q)]
        self.inside = self._quoted_tokens()
        cues = self._cues(hits)
        self.opening = cues[0] if cues and cues[0].kind == "cataphor" else None
        self.cues = cues[1:] if self.opening else cues
        self.cue_firsts = {c.first for c in self.cues}
        self.verb_firsts = {c.first for c in self.cues if c.kind in _VERBS}
        self.attributing = [c for c in self.cues if c.kind in _ATTRIBUTING]
        self.clauses = self._clauses() if self.cues else []
        self.clause_firsts = [c.first for c in self.clauses]
        self.semicolons = [c.start for c in self.clauses if c.before == ";"]
        self.breaks = [c.start for c in self.clauses if c.before in (";", ":")]
        self.governed: dict[int, int | None] = {}  # cue to the token after its complementiser
        self.told: list[Quote] = []  # quotations told as direct statements, in order
        self.spent: set[int] = set()  # cues that attribute a quotation
        self.done: list[tuple[int, int]] = []  # reported clauses told
        self.reported: set[int] = set()  # their cues

    def read(self) -> None:
        for q in self.speech:
            self._direct(q)
        if self.cues or self.opening:
            self.told_before = [0, *accumulate(q.end - q.start for q in self.told)]
            named = [q for q in self.quotes if not self._is_name(q)]
            self.named_starts, self.named_ends = [q.start for q in named], [q.end for q in named]
            if not self._cataphor():
                self._indirect()

    # -- what the sentence is made of ---------------------------------------------------------

    def _gap(self, token: int) -> int:
        """The marks before a token, as bits."""
        ends, starts = self.tokens.ends, self.tokens.starts
        return _marks(self.text[ends[token - 1] : starts[token]][:40])

    def _is_name(self, q: Quote) -> bool:
        """Whether a quotation is a few capitalised words: a name or a title."""
        words = self.tokens.words[self.tokens.at(q.inner) : self.tokens.at(q.inner_end)]
        return len(words) <= 4 and all(w[0].isupper() or w[0].isdigit() for w in words)

    def _is_speech(self, q: Quote) -> bool:
        """Whether a quotation can be speech at all: a name or title in marks is none."""
        first, last = self.tokens.at(q.inner), self.tokens.at(q.inner_end)
        if first == last:
            return False
        if q.turn >= 0:
            return True  # dashes set it off
        if self._is_name(q) and self.text[q.inner : q.inner_end].strip()[-1] not in ".,!?…":
            after = self.text[q.end : self.sentence.end].lstrip()[:1]
            return self._mark_before(q) in (":", "") and (not after or after in ".,—–-")
        return True

    def _mark_before(self, q: Quote) -> str:
        """The last character of the sentence before a quotation, '' where it begins the sentence."""
        i = q.start
        while i > self.sentence.start and self.text[i - 1].isspace():
            i -= 1
        return self.text[i - 1] if i > self.sentence.start else ""

    def _quoted_tokens(self) -> bytearray:
        """For each token of the sentence whether it stands in quoted speech."""
        base, last = self.sentence.first, self.sentence.last
        inside = bytearray(last - base)
        for q in self.speech:
            a, b = max(self.tokens.at(q.start), base), min(self.tokens.at(q.end), last)
            inside[a - base : b - base] = b"\x01" * (b - a)
        return inside

    def _cues(self, hits: list[Hit[str]]) -> list[Cue]:
        tokens, s, g = self.tokens, self.sentence, self.grammar
        found = []
        for first, last, kind in hits:
            key = tokens.keys[first]
            quoted = self.inside[first - s.first] or (last <= s.last and self.inside[last - 1 - s.first])
            if quoted or key in g.no_cues:
                continue
            if last > s.last:  # the phrase goes on in the next sentence; a shorter one may end here
                shorter = g.cues.at(tokens.keys, first, s.last)
                if shorter is None:
                    continue
                _, last, kind = shorter
            if kind == "cataphor" and first > s.first + 2:  # none in the middle of a sentence; its verb may be a cue
                verb = g.cues.at(tokens.keys, last - 1, last)
                if verb is None:
                    continue
                first, last, kind = verb
                key = tokens.keys[first]
            if kind in _VERBS and not self._is_verb(first, last, key):
                if key not in g.nouns or last - first > 1:
                    continue
                kind = "noun"
            found.append(Cue(first, last, kind, self.text[tokens.starts[first] : tokens.ends[last - 1]]))
        return found

    def _is_verb(self, first: int, last: int, key: str) -> bool:
        """Whether a cue word is a finite verb here, and no noun, name, infinitive or modifier."""
        tokens, s, g = self.tokens, self.sentence, self.grammar
        upper = tokens.words[first][0].isupper()
        if upper and first > s.first and not self._gap(first) & _OPENS:
            return False
        if g.not_finite:
            return last - first > 1 or key in g.listed or not key.endswith(g.not_finite)
        previous = tokens.keys[first - 1] if first > s.first else ""
        if not previous and upper:
            return False  # Asked whether …, he replied
        if last < s.last and tokens.keys[last] == "by":
            return False  # the changes promised by
        if (
            key in g.participles
            and self._gap(first) & _COMMA
            and last < s.last
            and tokens.keys[last] in g.complementisers
        ):
            return False  # Sample, asked if she would go, said …
        if key in g.homographs and last - first == 1 and not self._follows_name(first):
            plural = previous.endswith("s") and not key.endswith("s")  # supporters worry that
            governs = last < s.last and tokens.keys[last] in g.plain_complementisers
            plain = previous in g.pronouns or previous in g.adverbs
            if not plain and not (governs and (plural or previous in g.chains)):
                return False
        if key in g.intransitive and last < s.last and not self._gap(last) & _ANY:
            following = tokens.keys[last]
            if following not in g.complementisers and following not in g.adjuncts:
                return False  # continued supplies, concluded a pact
        if self._gap(first) & _ANY:
            return True
        i = first - 1
        while i > s.first and (tokens.keys[i] in g.adverbs or tokens.keys[i].endswith("ly")):
            i -= 1
        if tokens.keys[i] in g.passive and last - first == 1:
            return False  # is often mentioned
        if previous in g.blocks:
            return previous == "not" or previous in g.passive
        return previous not in g.prepositions or previous in g.adverbs or key.endswith("ing")

    def _follows_name(self, token: int) -> bool:
        """Whether a name or office that is no possessive ends right before a token."""
        mention = self.speakers.ending_at(token)
        return mention is not None and not mention.possessive

    def _cuts(self) -> Iterator[tuple[int, int, str]]:
        """Marks that separate clauses: start, end and character; a comma inside closing quotation marks counts."""
        s, text = self.sentence, self.text
        speech = iter([*self.speech, None])
        quote = next(speech)
        for m in _SEPARATOR.finditer(text, s.start, s.end):
            a, b = m.span()
            while quote is not None and quote.end <= a:
                if text[quote.inner_end - 1] in ",?!":
                    yield quote.end, quote.end, text[quote.inner_end - 1]
                quote = next(speech)
            if quote is not None and quote.start <= a:
                continue
            mark = text[a]
            if mark == "." and b < s.end and b - a == 1:
                continue  # an abbreviation
            if mark in ",:" and text[a - 1 : a].isdigit() and text[b : b + 1].isdigit():
                continue
            yield a, b, mark
        while quote is not None:
            if text[quote.inner_end - 1] in ",?!" and quote.end < s.end:
                yield quote.end, quote.end, text[quote.inner_end - 1]
            quote = next(speech)

    def _clauses(self) -> list[Clause]:
        """Clauses outside quoted speech; a quotation is part of the clause it stands in."""
        s, at = self.sentence, self.tokens.at
        out: list[Clause] = []
        start, before, first = s.start, "", s.first
        for a, b, mark in self._cuts():
            last = at(a)
            if last > first:
                out.append(Clause(start, a, first, last, before, mark))
            before, start, first = mark, b, last
        if s.last > first:
            out.append(Clause(start, s.end, first, s.last, before, ""))
        return out

    def _clause(self, token: int) -> int:
        return max(0, bisect_right(self.clause_firsts, token) - 1)

    # -- quotations ---------------------------------------------------------------------------

    def _direct(self, q: Quote) -> None:
        """Tell a quotation as a direct statement where it is a sentence of its own in the grammar."""
        text, tokens, s = self.text, self.tokens, self.sentence
        first, last = tokens.at(q.inner), tokens.at(q.inner_end)
        if q.start < s.start:
            return  # told in the sentence where it began
        before = self._mark_before(q)
        words = last - first
        opening = tokens.words[first][0]
        at_start = not before or (before in "—–-" and q.start - s.start < 5)
        cue = self._cue_of(q, before)
        led_in = before in ":,—–-"
        if not led_in and not at_start:
            # Straight after the cue: he said "…".
            previous = tokens.at(q.start) - 1
            near = [c for c in self.cues if c.last - 1 == previous and c.kind in ("say", "think")]
            led_in = bool(near) and words >= 3
        if before == "," and words < 5 and self._enumerated(q):
            return
        if at_start or led_in or before in '.!?…”"»“':
            if cue is None and not at_start and before != ":":
                return
            if opening.islower() and not at_start and not self.told and not self._stands_alone(q, before):
                return
            if words < 2 and cue is None:
                return
        else:
            return
        if at_start and cue is None and words < 5 and text[q.inner_end - 1] not in ".!?…,":
            return
        if at_start and cue is None and q.end + 1 < s.end and tokens.at(q.end) < s.last and words < 6:
            return
        self._tell_direct(q, cue)

    def _enumerated(self, q: Quote) -> bool:
        """Whether a quotation follows another in a list: from "A", "B" and "C"."""
        return self.text[max(self.sentence.start, q.start - 3) : q.start].rstrip(" ,")[-1:] in tuple('»”“"')

    def _stands_alone(self, q: Quote, before: str) -> bool:
        """Whether a quotation that begins in lower case is all that is said: he said: "…" and no more."""
        if self.sentence.end - q.end >= 3:
            return False
        previous = self.tokens.at(q.start) - 1
        return before == ":" or any(c.last - 1 == previous and c.kind == "say" for c in self.cues)

    def _cue_of(self, q: Quote, mark: str) -> Cue | None:
        """The cue that attributes a quotation: in the clause after it, else in the text before it."""
        tokens = self.tokens
        after, before = tokens.at(q.end), tokens.at(q.start)
        preceding = next((c for c in reversed(self.attributing) if c.last <= before), None)
        if preceding and mark == ":":
            return preceding
        following = next((c for c in self.attributing if c.first >= after), None)
        if following and following.first - after <= 9:
            between = self.text[q.end : tokens.starts[following.first]]
            if between.count(",") <= 3 and ";" not in between and not re.search(r"[!?]\s", between):
                return following
        if preceding and ((mark and mark in ",—–-") or before - preceding.last <= 12):
            return preceding
        return None

    def _tell_direct(self, q: Quote, cue: Cue | None) -> None:
        self.told.append(q)
        if cue is not None:
            self.spent.add(cue.first)
            who = self.speakers.of_cue(cue, self.sentence, self.inside)
        else:
            who = self._unattributed(q)
        self._report("direct", q.inner, q.inner_end, cue, who)

    def _report(self, kind: str, start: int, end: int, cue: Cue | None, who: Who) -> None:
        """Add a statement."""
        words = cue.text if cue else ""
        self.reader.out.append(
            Statement(kind, start, end, words, who.name, who.surface, who.country, who.through, self.index)
        )
        self.speakers.spoke(who)

    def _unattributed(self, q: Quote) -> Who:
        """Speaker of a quotation without cue: a name and a colon, the next sentence, or who spoke last."""
        if self._mark_before(q) == ":":
            mention = self.speakers.before(q.start, self.sentence)
            if mention is not None:
                return self.speakers.named(mention)
        following = self.following
        if following is not None and following.start - q.end < 4 and following.paragraph == self.sentence.paragraph:
            for hit in self.grammar.cues.scan(
                self.tokens.keys, following.first, min(following.first + 7, following.last)
            ):
                if hit.value == "say":
                    cue = Cue(hit.first, hit.last, "say", self.tokens.words[hit.first])
                    return self.speakers.of_cue(cue, following, bytearray(following.last - following.first))
        return self.speakers.last()

    def _cataphor(self) -> bool:
        """CONTENT. This was announced by X. — the sentence before is what is said; true if it was told so."""
        if self.opening is None:
            return False
        s, reader = self.sentence, self.reader
        previous = reader.document.sentences[self.index - 1] if self.index else None
        if previous is None or not previous.readable or any(o.sentence == self.index - 1 for o in reader.out[-3:]):
            return False
        cue = next((c for c in self.cues if c.kind in _VERBS), self.opening._replace(kind="say"))
        if cue.first - s.first > _FAR or self._complementiser(cue) is not None:
            return False
        who = self.speakers.of_cue(cue, s, self.inside)
        start, end = self._trim(previous.start, previous.end)
        if not who.name or end - start < 20 or self._mere_transmission(cue, who):
            return False
        self._report("indirect", start, end - (self.text[end - 1] in ".!?…"), cue, who)
        self.spent.add(cue.first)
        return True

    # -- reported speech ----------------------------------------------------------------------

    def _indirect(self) -> None:
        """Reported speech: first what an attribution clause frames, then what follows a cue."""
        for cue in self.cues:
            if cue.kind == "according":
                self._tell(cue, self._according(cue), False)
            elif cue.kind in ("say", "think"):
                if cue.first in self.spent:
                    self._tell(cue, self._before_spent(cue), False)
                elif self._complementiser(cue) is None or self._clause_opens_with_as(cue):
                    self._tell(cue, self._postposed(cue), False)
            if cue.first in self.spent or cue.first in self.reported:
                self._tell(cue, self._behind(cue), False)
        for k, cue in enumerate(self.cues):
            spent = cue.kind == "according" or (cue.first in self.spent and cue.kind != "noun")
            if spent and (cue.kind not in ("say", "think") or self._complementiser(cue) is None):
                continue
            span = self._forward(cue, k)
            if span is None and cue.first not in self.reported:
                if cue.kind in ("say", "think"):
                    span = self._zero(cue, k)
                if span is None and self._carries_meaning(cue):
                    span = self._act(cue, k)
            self._tell(cue, span, True)

    def _carries_meaning(self, cue: Cue) -> bool:
        """Whether the predicate itself is what was said: thanked X; in Slavic languages deems X a friend."""
        g = self.grammar
        if cue.kind == "act" or (cue.kind == "think" and g.language != "en"):
            return True
        return self.tokens.keys[cue.first] in g.acts

    def _behind(self, cue: Cue) -> tuple[int, int] | None:
        """…, he said; CONTENT, or …, he said, but CONTENT — said too, unless it has a cue of its own."""
        ci, g, keys = self._clause(cue.first) + 1, self.grammar, self.tokens.keys
        if ci >= len(self.clauses):
            return None
        clause = self.clauses[ci]
        contrast = clause.before == "," and keys[clause.first] in g.conjunctions and keys[clause.first] not in g.goes_on
        if clause.before != ";" and not contrast:
            return None
        first = clause.first + contrast
        if first + 2 > clause.last or (contrast and g.finite and self._is_finite(first)):
            return None  # …, he said, but declined to elaborate
        start = self.tokens.starts[first]
        end = self._semicolon(start + 1)
        last = self.tokens.at(end)
        if any(clause.first <= c.first < last for c in self.cues):
            return None
        return start, end

    def _clause_opens_with_as(self, cue: Cue) -> bool:
        return self.tokens.keys[self.clauses[self._clause(cue.first)].first] in self.grammar.as_words

    def _tell(self, cue: Cue, span: tuple[int, int] | None, ahead: bool) -> None:
        """Add a statement unless its words are told already or nobody speaks."""
        if span is None:
            return
        at = self.tokens.starts[cue.first]
        for a, b in self.done:
            if a <= at < b and not (ahead is False and a > span[0]):
                return
            if a <= span[0] < b:
                span = (b, span[1])
        start, end = self._trim(*span)
        words = self.tokens.at(end) - self.tokens.at(start)
        if words < 2 and self.tokens.keys[cue.first] not in self.grammar.nominal:
            return
        if end - start < 6 or self._covered(start, end):
            return
        who = self.speakers.of_cue(cue, self.sentence, self.inside, ahead)
        if self._mere_transmission(cue, who):
            return
        if (cue.kind == "act" and not who.certain) or (cue.kind == "think" and not who.name):
            return
        if who.name in TARGETS and self.tokens.keys[cue.first] in self.grammar.policies:
            return  # Serbia wants to join: a policy, nobody's words
        i = bisect_left(self.named_starts, start - 1)
        mixed = i < len(self.named_starts) and self.named_ends[i] <= end + 2
        self._report("mixed" if mixed else "indirect", start, end, cue, who)
        self.done.append((start, end))
        self.reported.add(cue.first)

    def _covered(self, start: int, end: int) -> bool:
        """Whether most of a span is a quotation already told."""
        lo = bisect_right(self.told, start, key=lambda q: q.end)
        hi = bisect_left(self.told, end, key=lambda q: q.start)
        if lo >= hi:
            return False
        whole = self.told_before[hi] - self.told_before[lo]
        return whole - max(0, start - self.told[lo].start) - max(0, self.told[hi - 1].end - end) > 0.6 * (end - start)

    def _mere_transmission(self, cue: Cue, who: Who) -> bool:
        """Agencies and papers that pass news on make no statement by it."""
        key = self.tokens.keys[cue.first]
        if key not in self.grammar.transmit:
            return False
        if who.kind == "outlet" or not who.certain or not self.grammar.media.isdisjoint(who.surface.lower().split()):
            return True
        i = cue.last  # … reports the channel "Sample": an outlet that no list knows
        if i >= self.sentence.last or self._gap(i) & _COMMA:
            return False
        gap = self.text[self.tokens.ends[i - 1] : self.tokens.starts[i]]
        return self.tokens.keys[i] in self.grammar.media or any(c in OPENING for c in gap)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        text = self.text
        while start < end and text[start] in _TRIM:
            start += 1
        i = bisect_left(self.quotes, start - 1, key=lambda q: q.start)
        if i < len(self.quotes) and self.quotes[i].inner == start and self.quotes[i].end <= end:
            start = self.quotes[i].start  # the mark that opens belongs to it
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        while end > start and text[end - 1] in ".!?…" and end >= self.sentence.end:
            end -= 1
        return start, end

    def _end(self, cue_index: int, start: int) -> int:
        """Where content that begins at ``start`` ends: the sentence, or the next statement of it."""
        tokens, g = self.tokens, self.grammar
        cue = self.cues[cue_index]
        end = min(self._relative_end(cue, start), self._comment(start))
        if (quoted := self._next_told(start)) < end and ":" in self.text[quoted - 2 : quoted]:
            end = quoted  # …: "…" is told by itself
        for other in self.cues[cue_index + 1 :]:
            at = tokens.starts[other.first]
            if at <= start or other.kind == "noun":
                continue
            if other.kind == "according" or at >= end:
                break
            clause = self.clauses[self._clause(other.first)]
            before = tokens.keys[clause.first : other.first]
            if clause.start > start and not before and (head := self._apposed_subject(other)) is not None:
                return head  # …, and a spokesman, Bob Sample, said that …
            if clause.start > start and len(before) <= 2 and all(k in g.chains for k in before):
                return clause.start
            j = other.first - 1
            while j > clause.first and (tokens.keys[j] in g.perfect or tokens.keys[j] in g.adverbs):
                j -= 1
            if j >= clause.first and tokens.keys[j] in g.chains and self._goes_on(cue, other, clause):
                return tokens.starts[j]
            if (
                clause.start > start
                and before[:1]
                and before[0] in g.conjunctions
                and (
                    self._complementiser(other) is not None
                    or (other.kind == "say" and self._goes_on(cue, other, clause))
                )
                and self._subject_only(clause.first + 1, other.first)
            ):
                return clause.start  # …, and she told reporters that …
            if g.language != "en":
                break  # verbs further on are inside what is said
        # A semicolon ends what is said unless it goes on with the same conjunction.
        return min(end, self._semicolon(start + 1))

    def _apposed_subject(self, cue: Cue) -> int | None:
        """Where a clause begins whose subject has an apposition before its verb of speech, after a conjunction."""
        ci = self._clause(cue.first)
        if ci < 2 or self._complementiser(cue) is None:
            return None
        head = self.clauses[ci - 2]
        opens = self.tokens.keys[head.first] in self.grammar.conjunctions and head.before == ","
        return head.start if opens and self._subject_only(head.first + 1, head.last) else None

    def _goes_on(self, cue: Cue, other: Cue, clause: Clause) -> bool:
        """Whether a conjoined verb of speech has the subject of the cue before it: said … and added that …"""
        if self._complementiser(other) is not None:
            return True
        if self.grammar.language != "en":
            return False
        keys, verb = self.tokens.keys, self.tokens.keys[other.first]
        if other.kind == "act":
            return cue.kind == "act" or (verb.endswith("ing") and keys[cue.first].endswith("ing"))
        if verb in self.grammar.commissive and other.last < clause.last and keys[other.last] == "to":
            return True
        return self._finite(other.last, clause.last)

    def _next_told(self, start: int) -> int:
        """Where the first quotation told as a direct statement begins from a character on, or the sentence's end."""
        i = bisect_left(self.told, start, key=lambda q: q.start)
        return self.told[i].start if i < len(self.told) else self.sentence.end

    def _comment(self, start: int) -> int:
        """In English: where a writer's comment begins: …, a point that his rival called absurd."""
        keys, s = self.tokens.keys, self.sentence
        if self.grammar.language == "en":
            for c in self.clauses[self._clause(self.tokens.at(start)) + 1 :]:
                if c.before == "," and keys[c.first] in ("a", "an") and "that" in keys[c.first + 2 : c.first + 4]:
                    return c.start
        return s.end

    def _relative_end(self, cue: Cue, start: int) -> int:
        """In English: where a relative clause that reports speech ends, if the main verb is still to come."""
        g, s = self.grammar, self.sentence
        ci = self._clause(cue.first)
        clause = self.clauses[ci]
        if (
            g.language != "en"
            or ci == 0
            or self.tokens.keys[clause.first] not in g.relative
            or cue.first - clause.first > 3
            or self._finite(s.first, clause.first)
        ):
            return s.end
        return next((c.end for c in self.clauses[ci:] if c.end > start and c.after == ","), s.end)

        # A semicolon ends what is said unless it goes on with the same conjunction.
        return self._semicolon(start + 1)

    def _semicolon(self, offset: int) -> int:
        """The first semicolon from a character on, or the end of the sentence."""
        i = bisect_left(self.semicolons, offset)
        return self.semicolons[i] if i < len(self.semicolons) else self.sentence.end

    def _complementiser(self, cue: Cue) -> int | None:
        """Token after the complementiser that a cue governs, or None."""
        if cue.first not in self.governed:
            self.governed[cue.first] = self._find_complementiser(cue)
        return self.governed[cue.first]

    def _find_complementiser(self, cue: Cue) -> int | None:
        keys, g, s, inside = self.tokens.keys, self.grammar, self.sentence, self.inside
        if cue.last - cue.first > 1 and keys[cue.last - 1] in g.complementisers:
            return cue.last  # the phrase holds it: holds that
        reach = 2 if cue.kind == "act" else _FAR if cue.kind != "noun" else 8 if g.finite else 4
        crossed = False  # whether a comma stands between
        for i in range(cue.last, min(cue.last + reach, s.last)):
            if inside[i - s.first]:
                return None
            marks = self._gap(i)
            if marks & _BREAK:
                return None
            key = keys[i]
            if key in g.complementisers:
                if crossed and not marks & _COMMA:
                    return None  # …, he said, and the aim is that …
                if g.comma_before and not marks & _COMMA and i != cue.last:
                    continue
                if (
                    key in g.near_complementisers
                    and i > cue.last + 1
                    and (keys[cue.first] not in g.tell or marks & _COMMA)
                ):
                    continue
                if g.finite and keys[i - 1] in g.prepositions:
                    continue  # asked for that
                return i + 1
            if g.finite and i > cue.last and self._is_finite(i):
                return None  # said the bill would …: a clause without complementiser
            if i in self.verb_firsts or (key in g.relative and marks & _COMMA):
                return None
            crossed = crossed or bool(marks & _COMMA)
        return None

    def _forward(self, cue: Cue, k: int) -> tuple[int, int] | None:
        """said that …; a colon after the cue."""
        tokens, g = self.tokens, self.grammar
        if cue.kind == "according":
            return None
        at = self._complementiser(cue)
        if at is not None and at < self.sentence.last:
            start = tokens.starts[at]
            if tokens.keys[at - 1] not in g.plain_complementisers:
                start = tokens.starts[at - 1]
            return start, self._end(k, start)
        clause = self.clauses[self._clause(cue.first)]
        if clause.after == ":" and cue.kind in ("say", "think") and cue.first not in self.spent:
            return clause.end + 1, self.sentence.end
        return None

    def _subject_only(self, first: int, last: int) -> bool:
        """Whether tokens are a subject and nothing else: names, roles, articles, auxiliaries."""
        tokens, g = self.tokens, self.grammar
        if last - first > 14:
            return False
        covered = self.speakers.cover(first, last)
        free = [tokens.keys[i] for i in range(first, last) if i not in covered]
        words = sum(k not in g.auxiliaries and k not in g.determiners and k not in g.pronouns for k in free)
        return words <= max(4, (last - first) // 2)

    def _postposed(self, cue: Cue) -> tuple[int, int] | None:
        """Content, SUBJECT CUE — at the end of the sentence or in its middle."""
        ci = self._clause(cue.first)
        if ci == 0:
            return self._as_opening(ci)
        clause = self.clauses[ci]
        g, tokens = self.grammar, self.tokens
        if clause.before not in (",", "—", "–", "-", "(", "?", "!", "…") or cue.first - clause.first > 14:
            return None
        pre_keys = tokens.keys[clause.first : cue.first]
        opening = pre_keys[0] if pre_keys else ""
        if opening in g.as_words:
            if g.language != "en" and not self._inserted(clause.first + 1, cue.first):
                return None
        elif (
            opening in g.subordinate
            or opening in g.conjunctions
            or opening in g.relative
            or opening in g.complementisers
        ):
            return None
        if any(i in self.verb_firsts for i in range(clause.first, cue.first)):
            return None  # some say they would like …
        if not self._subject_only(clause.first, cue.first):
            return None
        if g.language == "en" and cue.first == clause.first and not self._inverted(cue, clause):
            return None
        if g.language == "en" and self._has_object(cue, clause):
            return None
        start = self._content_start(ci)
        head = self.clauses[ci - 1]
        if head.end - start < 3:
            return None
        if head.start == start and self._opens_as_participle(head):
            return None
        # An opening adverbial is no content: "After the talks, Vučić said …".
        following = self.clauses[ci + 1] if ci + 1 < len(self.clauses) else None
        if following is None or following.before in (";", ".", ")"):
            return start, self.clauses[ci - 1].end
        key = tokens.keys[following.first]
        before_words = tokens.at(clause.start) - tokens.at(start)
        if key in g.relative or (key in g.adjuncts and key not in g.goes_on and before_words > 4):
            return start, self.clauses[ci - 1].end
        if key in g.conjunctions and before_words > 4 and key not in g.goes_on:
            return start, self.clauses[ci - 1].end
        if (
            g.language == "en"
            and before_words >= 8
            and key not in g.goes_on
            and not self._finite(following.first, following.last)
        ):
            return start, self.clauses[ci - 1].end
        if before_words > 4 and (following.first in self.cue_firsts or (g.gerunds and key.endswith(g.gerunds))):
            return start, self.clauses[ci - 1].end
        if (
            g.language != "en"
            and key in g.prepositions
            and before_words > 8
            and following is self.clauses[-1]
            and following.last - following.first <= 6
        ):
            return start, self.clauses[ci - 1].end
        return start, self._semicolon(following.start)

    def _opens_as_participle(self, clause: Clause) -> bool:
        """Whether a clause only leads in: Asked about the talks, she said …"""
        first, g = self.tokens.keys[clause.first], self.grammar
        return first in g.participles or bool(g.gerunds and first.endswith(g.gerunds))

    def _inserted(self, first: int, last: int) -> bool:
        """Whether between как, kako and a verb of speech stands nothing but a person, a pronoun or an auxiliary."""
        g, i = self.grammar, first
        while i < last:
            mention = self.speakers.at(i)
            if mention is not None and mention.kind == "person":
                i = mention.last
            elif self.tokens.keys[i] in g.pronouns or self.tokens.keys[i] in g.auxiliaries:
                i += 1
            else:
                return False
        return True

    def _as_opening(self, ci: int) -> tuple[int, int] | None:
        """As X put it, CONTENT; kako kaže X, CONTENT."""
        clause = self.clauses[ci]
        opens = self.tokens.keys[clause.first] in self.grammar.as_words
        if opens and clause.after == "," and ci + 1 < len(self.clauses):
            return clause.end + 1, self.sentence.end
        return None

    def _inverted(self, cue: Cue, clause: Clause) -> bool:
        """In English: whether the subject follows the verb: …, said a spokesman."""
        tokens, g, i = self.tokens, self.grammar, cue.last
        if tokens.keys[cue.first] not in g.inverted or i >= clause.last:
            return cue.last - cue.first > 1 and i >= clause.last
        return tokens.words[i][0].isupper() or tokens.keys[i] in g.determiners or self.speakers.at(i) is not None

    def _has_object(self, cue: Cue, clause: Clause) -> bool:
        """In English: whether a clause of its own follows the cue, so that what stands before is no content."""
        tokens, g = self.tokens, self.grammar
        i = cue.last
        if i >= clause.last:
            return False
        key = tokens.keys[i]
        if self._gap(i) & _ANY:
            return False
        if key in g.adjuncts:
            return False
        if key in g.addressees:
            i += 1
        return self._finite(i, clause.last) and (clause.last - i > 2)

    def _finite(self, first: int, last: int) -> bool:
        """In English: whether tokens hold a finite verb."""
        return any(self._is_finite(i) for i in range(first, last))

    def _is_finite(self, i: int) -> bool:
        """In English: whether a token is a finite verb by its form and the word before it."""
        key, g = self.tokens.keys[i], self.grammar
        if key in g.finite or (key in g.pronouns and len(key) < len(self.tokens.words[i])):
            return True  # he's: the possessive of a pronoun is a verb
        if not key.endswith("ed") or len(key) < 5 or i == 0:
            return False
        previous = self.tokens.keys[i - 1]
        return previous not in g.prepositions and previous not in g.determiners

    def _content_start(self, ci: int) -> int:
        """Where what is said before clause ``ci`` begins: the sentence, or the last semicolon or colon."""
        i = bisect_left(self.breaks, self.clauses[ci].start)
        return self.breaks[i - 1] if i else self.sentence.start

    def _zero(self, cue: Cue, k: int) -> tuple[int, int] | None:
        """English: he said the price would fall."""
        g, tokens, s = self.grammar, self.tokens, self.sentence
        if g.language != "en":
            return None
        i = cue.last
        clause = self.clauses[self._clause(cue.first)]
        if i >= s.last or self._gap(i) & _ANY or tokens.keys[clause.first] in g.subordinate:
            return None
        verb = tokens.keys[cue.first]
        if verb in g.tell:
            i, order = self._past_addressee(i, clause.last)
            if order:
                return tokens.starts[i], self._end(k, tokens.starts[i])
            if i >= clause.last:
                return None
        if tokens.keys[i] == "to" and verb in g.commissive:
            return tokens.starts[i], self._end(k, tokens.starts[i])
        if tokens.keys[i - 1] == "to":  # intends to …
            return tokens.starts[i - 1], self._end(k, tokens.starts[i])
        start_token = self._past_date(i, clause.last)
        if start_token is None:
            return None
        i = start_token
        start = tokens.starts[min(i, s.last - 1)]
        end = self._end(k, start)
        if verb not in g.zero and verb not in g.nominal and not self._finite(i, tokens.at(end)):
            return None
        if i >= clause.last or (clause.last - i < 3 and verb not in g.nominal and clause is self.clauses[-1]):
            return None
        return start, end

    def _past_addressee(self, i: int, last: int) -> tuple[int, bool]:
        """In English: the token after whom somebody tells something, and whether an order begins there: told him to …"""
        tokens, g = self.tokens, self.grammar
        begin = i
        for j in range(i, min(i + 7, last)):
            if tokens.keys[j] == "to" and j > i:
                return (j if tokens.keys[i - 1] in g.told else begin), True
            if self._is_finite(j) or (j > i and self._gap(j) & _ANY):
                break
        mention = self.speakers.at(i)
        if mention is not None:
            return mention.last, False
        if i + 1 < last and self._is_finite(i + 1):
            return i, False  # promised he would …: the subject of the clause
        if tokens.keys[i] in g.addressees or tokens.keys[i] in g.determiners or tokens.keys[i] in g.objects:
            i += 1
            while i < last and tokens.keys[i] in g.addressees:
                i += 1
        return i, i < last and tokens.keys[i] == "to"

    def _past_date(self, i: int, last: int) -> int | None:
        """In English: the token after a date or place between cue and clause (said on Monday …), None if it goes on."""
        tokens, g = self.tokens, self.grammar
        words, keys = tokens.words, tokens.keys
        while i < last and keys[i] in g.adjuncts and keys[i] not in g.openers:
            following = words[i + 1] if i + 1 < last else ""
            if following and keys[i + 1] in g.times:
                i += 2
            elif words[i][0].isupper() or following[:1].isupper() or following[:1].isdigit():
                i += 1
                if i < last and words[i][0].isdigit():
                    i += 1
            elif keys[i] in g.determiners or (following and keys[i + 1] in g.superlatives):
                break  # said at least forty …, said this would …
            else:
                return None
        return i

    def _according(self, cue: Cue) -> tuple[int, int] | None:
        """According to X, CONTENT — before, after or inside."""
        ci = self._clause(cue.first)
        clause = self.clauses[ci]
        s = self.sentence
        opening = cue.first - clause.first <= 2
        if opening and (ci == 0 or clause.before == ";"):
            if clause.after in (",", "—", "–") and ci + 1 < len(self.clauses):
                head = self.clauses[ci + 1] if not self.speakers.owned(cue) and self._apposition(ci + 1) else clause
                return head.end + 1, self._semicolon(head.end)
            if self.speakers.owned(cue):
                return self.tokens.starts[min(cue.last, s.last - 1)], s.end
            mention = self.speakers.after(cue.last, clause.last)
            if mention is not None and mention.last < clause.last:
                return self.tokens.starts[mention.last], s.end
            if cue.last < clause.last - 2:
                return self.tokens.starts[cue.last], s.end
            return None
        start = self._content_start(ci)
        if any(c.last <= cue.first and c.kind in ("say", "think") and self._complementiser(c) for c in self.cues):
            return None  # X said that …, according to Y: what X said
        if opening and ci > 0:
            before = self.tokens.keys[self.clauses[ci - 1].first : self.clauses[ci - 1].last]
            if clause.after == "," and all(k in self.grammar.conjunctions for k in before):
                return clause.end + 1, self._semicolon(clause.end)  # …, but, according to X, CONTENT
            if ci + 1 == len(self.clauses) or self.clauses[ci + 1].before == ";":
                return start, self.clauses[ci - 1].end
            return start, self._semicolon(clause.end)
        # "… according to the Serbian leader" without a comma before it
        if clause.last - cue.last <= 8 and cue.first - clause.first > 3:
            return start, self.tokens.starts[cue.first]
        return start, s.end

    def _apposition(self, ci: int) -> bool:
        """Whether a clause only tells who the person named before it is: …, a scholar at the institute, …"""
        clause = self.clauses[ci]
        if clause.after != "," or ci + 1 == len(self.clauses):
            return False
        role = self.speakers.at(clause.first)
        if role is not None and role.last >= clause.last and role.kind == "role":
            return True
        keys, g = self.tokens.keys, self.grammar
        if g.language != "en" or (keys[clause.first] not in g.determiners and keys[clause.first] not in g.relative):
            return False
        following = keys[self.clauses[ci + 1].first]
        if following in g.relative or following in g.adjuncts or following in g.conjunctions:
            return False
        return keys[clause.first] in g.relative or not self._finite(clause.first, clause.last)

    def _before_spent(self, cue: Cue) -> tuple[int, int] | None:
        """CONTENT, he said: "…" — a clause told before the quotation that the same cue brings."""
        ci = self._clause(cue.first)
        clause = self.clauses[ci]
        if ci == 0 or clause.before not in (",", "—", "–") or clause.after not in (":", ","):
            return None
        if self.grammar.language == "en" and cue.first == clause.first:
            return None  # Sample, asked about it, said: "…"
        start = self._content_start(ci)
        if self.tokens.at(clause.start) - self.tokens.at(start) < 4 or self._next_told(start) < clause.start:
            return None
        if self._opens_as_participle(self.clauses[self._clause(self.tokens.at(start))]):
            return None
        return start, self.clauses[ci - 1].end

    def _act(self, cue: Cue, k: int) -> tuple[int, int] | None:
        """thanked X for Y: the predicate is what was said."""
        tokens, g = self.tokens, self.grammar
        clause = self.clauses[self._clause(cue.first)]
        if self.sentence.end - tokens.ends[cue.last - 1] < 5 or (
            cue.last >= clause.last and clause.after not in (",", "")
        ):
            return None
        if cue.last >= clause.last and clause.after != ",":
            return None
        if g.language == "en" and cue.first > self.sentence.first and tokens.keys[cue.first - 1] in g.passive:
            return None
        start = clause.start if self._fronted(cue, clause) else tokens.starts[cue.first]
        return start, self._end(k, tokens.starts[cue.first])

    def _fronted(self, cue: Cue, clause: Clause) -> bool:
        """In Slavic languages: whether the object opens the clause, before subject and verb."""
        tokens, g = self.tokens, self.grammar
        first = tokens.keys[clause.first]
        if not g.not_finite or first in g.prepositions or first in g.auxiliaries or first in g.conjunctions:
            return False
        subject = next(
            (
                i
                for i in range(clause.first, cue.first)
                if tokens.keys[i] in g.pronouns or ((m := self.speakers.at(i)) is not None and m.nominative)
            ),
            None,
        )
        return subject is not None and subject > clause.first
