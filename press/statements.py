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
from functools import cache
from typing import NamedTuple

from .document import Document, Mention, Sentence, Statement
from .quotes import Quote
from .speakers import Speakers
from .vocabulary import forms, read
from .words import Phrases, fold, vocabulary_language

#: Marks that separate clauses, outside quotation marks.
_SEPARATOR = re.compile(r"[,;:()\[\]]|(?<=\s)[—–-](?=\s)|[—–]|[.!?…]+(?=\s|$)")
#: Endings of infinitives and participles, which are no finite verbs.
_NOT_FINITE = {
    "sr": ("ti",),
    "ru": ("ть", "ться", "щий", "щая", "щие", "щее", "щего", "щих", "вший", "вшая", "вшие", "вшего", "нный", "нная", "нные", "нного", "нных"),
    "uk": ("ти", "тися", "чий", "ючи", "аний", "ені", "ений", "ана", "ених", "аних"),
}  # fmt: skip
_ADVERBS = frozenset(["also", "then", "later", "now", "often", "repeatedly", "publicly"])
_ZERO = frozenset({"said", "says", "say"})
#: Conjunctions that go on with what is said behind the words that attribute it.
_WHOLE = frozenset({"and", "while", "i", "te", "и", "і", "й", "та"})
_AS = frozenset({"as", "kako", "как", "як"})
_FAR = 18  # most words between a cue and the clause it governs
_TRIM = " \t\r\n\u00a0,;:—–-"


class Cue(NamedTuple):
    """A cue in the text: tokens ``first``-``last``, its class and its words."""

    first: int
    last: int
    kind: str
    text: str


class Clause(NamedTuple):
    """Characters ``start``-``end``, tokens ``first``-``last``, and the marks before and after."""

    start: int
    end: int
    first: int
    last: int
    before: str
    after: str


class Grammar(NamedTuple):
    """Closed-class words of a language, folded."""

    language: str
    cues: Phrases[str]
    complementisers: frozenset[str]
    conjunctions: frozenset[str]
    chains: frozenset[str]
    prepositions: frozenset[str]
    blocks: frozenset[str]
    passive: frozenset[str]
    transmit: frozenset[str]
    relative: frozenset[str]
    tell: frozenset[str]
    determiners: frozenset[str]
    adjuncts: frozenset[str]
    addressees: frozenset[str]
    pronouns: dict[str, dict[str, object]]
    auxiliaries: frozenset[str]
    no_cues: frozenset[str]
    homographs: frozenset[str]
    finite: frozenset[str]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a vocabulary language, compiled."""
    data = read(f"languages/{language}")
    words, cues = data["grammar"], data["cues"]

    def folded(items: list[str]) -> frozenset[str]:
        return frozenset(fold(w, language) for w in items)

    complementisers = folded(cues["complementisers"])
    entries: dict[str, str] = {}
    for kind in ("according", "noun", "act", "think", "say", "as"):
        for phrase in cues[kind]:
            if kind == "noun" and fold(phrase.split()[-1], language) in complementisers:
                phrase = phrase.rsplit(" ", 1)[0]
            entries[phrase] = kind if kind != "act" or entries.get(phrase) != "say" else "say"
    classes = (
        "conjunctions", "chains", "prepositions", "blocks", "passive", "transmit", "relative", "tell", "determiners",
        "no_cues", "homographs", "finite",
    )  # fmt: skip
    return Grammar(
        language=language,
        cues=Phrases(entries.items(), language, forms(language)),
        complementisers=complementisers,
        adjuncts=folded(cues["adjuncts"]),
        addressees=folded(cues["addressees"]),
        pronouns={fold(k, language): v for k, v in data["pronouns"].items()},
        auxiliaries=folded(words.get("auxiliaries", [])),
        **{k: folded(words[k]) for k in classes},
    )


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
        self.out: list[Statement] = []

    def read(self) -> list[Statement]:
        sentences = self.document.sentences
        for i, sentence in enumerate(sentences):
            if sentence.readable:
                following = sentences[i + 1] if i + 1 < len(sentences) else None
                _SentenceReader(self, i, sentence, following).read()
        return self._settle()

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
    """Finds the statements of one sentence."""

    def __init__(self, reader: _Reader, index: int, sentence: Sentence, following: Sentence | None) -> None:
        self.reader = reader
        self.text, self.tokens, self.grammar = reader.text, reader.tokens, reader.grammar
        self.index, self.sentence, self.following = index, sentence, following
        self.speakers = reader.speakers
        lo = bisect_left(reader.quote_starts, sentence.start)
        hi = bisect_left(reader.quote_starts, sentence.end)
        if lo and reader.quotes[lo - 1].end > sentence.start:
            lo -= 1  # a quotation that began in an earlier sentence
        self.quotes = reader.quotes[lo:hi]
        self.used: set[int] = set()  # quotes told as direct statements
        self.spent: set[int] = set()  # cues that attribute a quotation

    def read(self) -> None:
        self.speakers.enter(self.sentence)
        speech = [q for q in self.quotes if self._is_speech(q)]
        inside = bytearray(self.sentence.last - self.sentence.first)
        base = self.sentence.first
        for q in speech:
            a, b = self.tokens.at(q.start), self.tokens.at(q.end)
            for k in range(max(a, base), min(b, self.sentence.last)):
                inside[k - base] = 1
        self.inside = inside
        self.cues = self._cues()
        self.clauses = self._clauses(speech)
        self.clause_starts = [c.first for c in self.clauses]
        for q in speech:
            self._direct(q)
        self._indirect()
        self.speakers.leave(
            [(s.start, s.end) for s in self.reader.out if s.sentence == self.index]
            if len(self.reader.out) < 50
            else [(s.start, s.end) for s in self.reader.out[-50:] if s.sentence == self.index]
        )

    # -- what the sentence is made of ---------------------------------------------------------

    def _is_speech(self, q: Quote) -> bool:
        """Whether a quotation can be speech at all: a name or title in marks is none."""
        inner = self.text[q.inner : q.inner_end].strip()
        first = self.tokens.at(q.inner)
        last = self.tokens.at(q.inner_end)
        words = self.tokens.words[first:last]
        if not words:
            return False
        if len(words) <= 4 and all(w[0].isupper() or w[0].isdigit() for w in words) and inner[-1] not in ".,!?…":
            before = self.text[max(self.sentence.start, q.start - 3) : q.start].rstrip()
            return before.endswith(":") or q.start <= self.sentence.start
        return True

    def _cues(self) -> list[Cue]:
        tokens, s, g = self.tokens, self.sentence, self.grammar
        found = []
        for hit in g.cues.scan(tokens.keys, s.first, s.last):
            if self.inside[hit.first - s.first]:
                continue
            key = tokens.keys[hit.first]
            kind = hit.value
            if key in g.no_cues:
                continue
            if kind in ("say", "think", "act") and not self._is_verb(hit.first, hit.last, key, kind):
                continue
            found.append(
                Cue(hit.first, hit.last, kind, self.text[tokens.starts[hit.first] : tokens.ends[hit.last - 1]])
            )
        return found

    def _is_verb(self, first: int, last: int, key: str, kind: str) -> bool:
        """Whether a cue word is a finite verb here, and no noun, name, infinitive or modifier."""
        tokens, s, g = self.tokens, self.sentence, self.grammar
        word = tokens.words[first]
        previous = tokens.keys[first - 1] if first > s.first else ""
        if word[0].isupper() and first > s.first:
            gap = self.text[tokens.ends[first - 1] : tokens.starts[first]]
            if not any(c in gap for c in ".!?:\"'”’»“—–-"):
                return False
        if g.language != "en":
            return not (last - first == 1 and key.endswith(_NOT_FINITE[g.language]))
        if not previous and word[0].isupper():
            return False  # Asked whether …, he replied
        if last < s.last and tokens.keys[last] == "by":
            return False  # the changes promised by
        if key in g.homographs and last - first == 1:
            before = self.speakers.ending_at(first)
            if before is None and previous not in g.pronouns and previous not in _ADVERBS:
                return False
        if previous in g.blocks:
            return previous == "not" or (previous in g.passive and last - first > 1)
        return True

    def _clauses(self, speech: list[Quote]) -> list[Clause]:
        """Clauses outside quoted speech; a quotation is part of the clause it stands in."""
        s, text = self.sentence, self.text
        cuts: list[tuple[int, int, str]] = []
        quotes = iter([*speech, None])
        quote = next(quotes)
        for m in _SEPARATOR.finditer(text, s.start, s.end):
            while quote is not None and quote.end <= m.start():
                quote = next(quotes)
            if quote is not None and quote.start <= m.start():
                continue
            mark = m.group()[0]
            if mark in ",:" and text[m.start() - 1 : m.start()].isdigit() and text[m.end() : m.end() + 1].isdigit():
                continue
            cuts.append((m.start(), m.end(), mark))
        out: list[Clause] = []
        start, before = s.start, ""
        for a, b, mark in [*cuts, (s.end, s.end, "")]:
            first, last = self.tokens.at(start), self.tokens.at(a)
            if last > first:
                out.append(Clause(start, a, first, last, before, mark))
                before = mark
            elif mark:
                before = mark
            start = b
        return out

    def _clause(self, token: int) -> int:
        return max(0, bisect_right(self.clause_starts, token) - 1)

    # -- quotations ---------------------------------------------------------------------------

    def _direct(self, q: Quote) -> None:
        """Tell a quotation as a direct statement where it is a sentence of its own in the grammar."""
        text, tokens, s = self.text, self.tokens, self.sentence
        first, last = tokens.at(q.inner), tokens.at(q.inner_end)
        before = text[s.start : q.start].rstrip()
        words = last - first
        opening = tokens.words[first][0]
        at_start = not before or (before[-1] in "—–-" and len(before) < 3)
        cue = self._cue_of(q)
        led_in = before[-1:] in ":,—–"
        if not led_in and not at_start:
            # Straight after the cue: he said "…".
            previous = tokens.at(q.start) - 1
            near = [c for c in self.cues if c.last - 1 == previous and c.kind in ("say", "think")]
            led_in = bool(near) and words >= 3
        if at_start or led_in or before[-1:] in '.!?…”"»“':
            if cue is None and not at_start and not before.endswith(":"):
                return
            if opening.islower() and not at_start and not self._broken(q) and not self._stands_alone(q, before):
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

    def _stands_alone(self, q: Quote, before: str) -> bool:
        """Whether a quotation that begins in lower case is all that is said: he said: "…" and no more."""
        if before.endswith(":"):
            return self.sentence.end - q.end < 3
        previous = self.tokens.at(q.start) - 1
        return any(c.last - 1 == previous and c.kind == "say" for c in self.cues) and self.sentence.end - q.end < 3

    def _broken(self, q: Quote) -> bool:
        """Whether a quotation goes on from another of the same sentence ("…", he said, "…")."""
        return any(o.end <= q.start and self.quotes.index(o) in self.used for o in self.quotes)

    def _cue_of(self, q: Quote) -> Cue | None:
        """The cue that attributes a quotation: in the clause after it, else in the text before it."""
        tokens = self.tokens
        after, before = tokens.at(q.end), tokens.at(q.start)
        usable = [c for c in self.cues if c.kind in ("say", "think", "act", "according", "noun")]
        following = [c for c in usable if c.first >= after]
        preceding = [c for c in usable if c.last <= before]
        lead = self.text[self.sentence.start : q.start].rstrip()
        ends_in_colon = lead.endswith(":")
        if ends_in_colon and preceding:
            return preceding[-1]
        if following:
            c = following[0]
            between = self.text[q.end : tokens.starts[c.first]]
            if (
                c.first - after <= 9
                and between.count(",") <= 3
                and ";" not in between
                and not re.search(r"[.!?]\s", between)
            ):
                return c
        if preceding and (lead[-1:] in ",—–" or before - preceding[-1].last <= 12):
            return preceding[-1]
        return None

    def _tell_direct(self, q: Quote, cue: Cue | None) -> None:
        number = self.quotes.index(q)
        self.used.add(number)
        if cue is not None:
            self.spent.add(cue.first)
            who = self.speakers.of_cue(cue, self.sentence, self.inside)
        else:
            who = self._unattributed(q)
        end = q.inner_end
        self.reader.out.append(
            Statement(
                "direct", q.inner, end, cue.text if cue else "", who.name, who.surface, who.country, who.through,
                self.index,
            )
        )  # fmt: skip
        self.speakers.spoke(who)

    def _unattributed(self, q: Quote):
        """Speaker of a quotation without cue: a name and a colon, the next sentence, or who spoke last."""
        before = self.text[self.sentence.start : q.start].rstrip()
        if before.endswith(":"):
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

    # -- reported speech ----------------------------------------------------------------------

    def _indirect(self) -> None:
        """Reported speech: first what an attribution clause frames, then what follows a cue."""
        self.done: list[tuple[int, int]] = []
        for cue in self.cues:
            if cue.kind == "according":
                self._tell(cue, self._according(cue), False)
            elif cue.kind in ("say", "think"):
                if cue.first in self.spent:
                    self._tell(cue, self._before_spent(cue), False)
                elif self._complementiser(cue) is None or self._clause_opens_with_as(cue):
                    self._tell(cue, self._postposed(cue), False)
        for k, cue in enumerate(self.cues):
            spent = cue.kind in ("as", "according") or (cue.first in self.spent and cue.kind != "noun")
            if spent and (cue.kind not in ("say", "think") or self._complementiser(cue) is None):
                continue
            span = self._forward(cue, k)
            if span is None and cue.kind in ("say", "think"):
                span = self._zero(cue, k)
            elif span is None and cue.kind == "act":
                span = self._act(cue, k)
            self._tell(cue, span, True)

    def _clause_opens_with_as(self, cue: Cue) -> bool:
        return self.tokens.keys[self.clauses[self._clause(cue.first)].first] in _AS

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
        if end - start < 10 or self.tokens.at(end) - self.tokens.at(start) < 2 or self._covered(start, end):
            return
        who = self.speakers.of_cue(cue, self.sentence, self.inside, ahead)
        if self._mere_transmission(cue, who):
            return
        if cue.kind == "act" and (not who.certain or who.kind == "state"):
            return
        kind = (
            "mixed"
            if any(q.start >= start - 1 and q.end <= end + 2 and self._marked(q) for q in self.quotes)
            else "indirect"
        )
        self.reader.out.append(
            Statement(kind, start, end, cue.text, who.name, who.surface, who.country, who.through, self.index)
        )
        self.speakers.spoke(who)
        self.done.append((start, end))

    def _marked(self, q: Quote) -> bool:
        words = self.tokens.words[self.tokens.at(q.inner) : self.tokens.at(q.inner_end)]
        return not (len(words) <= 4 and all(w[0].isupper() or w[0].isdigit() for w in words))

    def _covered(self, start: int, end: int) -> bool:
        """Whether most of a span is a quotation already told."""
        told = sum(max(0, min(end, q.end) - max(start, q.start)) for i, q in enumerate(self.quotes) if i in self.used)
        return told > 0.6 * (end - start)

    def _mere_transmission(self, cue: Cue, who) -> bool:
        """Agencies and papers that pass news on make no statement by it."""
        key = self.tokens.keys[cue.first]
        return key in self.grammar.transmit and (who.kind == "outlet" or not who.certain)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        text = self.text
        while start < end and text[start] in _TRIM:
            start += 1
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        while end > start and text[end - 1] in ".!?…" and end >= self.sentence.end:
            end -= 1
        # A span that ends inside the sentence keeps whole quotation marks.
        return start, end

    def _end(self, cue_index: int, start: int) -> int:
        """Where content that begins at ``start`` ends: the sentence, or the next statement of it."""
        tokens, g = self.tokens, self.grammar
        end = self.sentence.end
        for other in self.cues[cue_index + 1 :]:
            at = tokens.starts[other.first]
            if at <= start:
                continue
            if other.kind not in ("say", "act", "think", "according"):
                continue
            ci = self._clause(other.first)
            clause = self.clauses[ci]
            offset = other.first - clause.first
            chained = offset == 0 or (
                offset <= 2 and all(k in g.chains for k in tokens.keys[clause.first : other.first])
            )
            previous = tokens.keys[other.first - 1] if other.first > self.sentence.first else ""
            conjoined = previous in g.chains
            if clause.start > start and chained and other.kind != "according":
                return clause.start
            if conjoined and other.kind != "according" and self._complementiser(other) is not None:
                return tokens.starts[other.first - 1]
            break
        # A semicolon ends what is said unless it goes on with the same conjunction.
        for clause in self.clauses[self._clause(tokens.at(start)) :]:
            if clause.start > start and clause.before == ";":
                return min(end, clause.start)
        return end

    def _complementiser(self, cue: Cue) -> int | None:
        """Token after the complementiser that a cue governs, or None."""
        tokens, g, s = self.tokens, self.grammar, self.sentence
        limit = min(cue.last + (2 if cue.kind == "act" else 8 if cue.kind == "noun" else _FAR), s.last)
        for i in range(cue.last, limit):
            if self.inside[i - s.first]:
                return None
            between = self.text[tokens.ends[i - 1] : tokens.starts[i]]
            if any(c in between for c in ";:.!?"):
                return None
            key = tokens.keys[i]
            if key in g.complementisers:
                if g.language in ("ru", "uk") and "," not in between and i != cue.last:
                    continue
                if g.language == "en" and key != "that" and i > cue.last + 3:
                    continue
                if g.language == "en" and key == "that" and i > cue.last and "," in between and i + 1 < s.last:
                    pass
                if g.language == "sr" and key in ("kako", "sto", "li") and i > cue.last + 3:
                    continue
                return i + 1
            if any(c.first == i and c.kind in ("say", "act", "think") for c in self.cues):
                return None
            if key in g.relative and "," in between:
                return None
        return None

    def _forward(self, cue: Cue, k: int) -> tuple[int, int] | None:
        """said that …; a colon after the cue."""
        tokens, g = self.tokens, self.grammar
        if cue.kind == "according":
            return None
        at = self._complementiser(cue)
        if at is not None and at < self.sentence.last:
            start = tokens.starts[at]
            if tokens.keys[at - 1] not in ("that", "da", "что", "що"):
                start = tokens.starts[at - 1]
            return start, self._end(k, start)
        clause = self.clauses[self._clause(cue.first)]
        if clause.after == ":" and cue.kind in ("say", "think") and cue.first not in self.spent:
            return clause.end + 1, self.sentence.end
        if (
            g.language == "en"
            and cue.kind != "noun"
            and cue.last < self.sentence.last
            and tokens.keys[cue.last] == "to"
            and cue.kind != "act"
        ):
            # told his government to start: an order
            return None
        return None

    def _subject_only(self, first: int, last: int) -> bool:
        """Whether tokens are a subject and nothing else: names, roles, articles, auxiliaries."""
        tokens, g = self.tokens, self.grammar
        if last - first > 14:
            return False
        covered = self.speakers.cover(first, last)
        free = [i for i in range(first, last) if i not in covered]
        keys = tokens.keys
        return sum(
            keys[i] not in g.auxiliaries and keys[i] not in g.determiners and keys[i] not in g.pronouns for i in free
        ) <= max(4, (last - first) // 2)

    def _postposed(self, cue: Cue) -> tuple[int, int] | None:
        """Content, SUBJECT CUE — at the end of the sentence or in its middle."""
        ci = self._clause(cue.first)
        if ci == 0:
            return self._as_opening(cue, ci)
        clause = self.clauses[ci]
        g, tokens = self.grammar, self.tokens
        if clause.before not in (",", "—", "–", "-", "(", "?", "!", "…") or cue.first - clause.first > 14:
            return None
        pre_keys = tokens.keys[clause.first : cue.first]
        if pre_keys and ((pre_keys[0] in g.conjunctions and pre_keys[0] not in _AS) or pre_keys[0] in g.relative):
            return None
        if not self._subject_only(clause.first, cue.first):
            return None
        if g.language == "en" and self._has_object(cue, clause):
            return None
        start = self._content_start(ci)
        head = self.clauses[ci - 1]
        if head.end - start < 3:
            return None
        # An opening adverbial is no content: "After the talks, Vučić said …".
        following = self.clauses[ci + 1] if ci + 1 < len(self.clauses) else None
        if following is None or following.before in (";", ".", ")"):
            return start, clause.start - 1
        key = tokens.keys[following.first]
        before_words = tokens.at(clause.start) - tokens.at(start)
        if key in g.relative or (key in g.adjuncts and before_words > 4):
            return start, clause.start - 1
        if key in g.conjunctions and before_words > 4 and key not in _WHOLE:
            return start, clause.start - 1
        if (
            g.language == "en"
            and before_words >= 8
            and key not in _WHOLE
            and not self._finite(following.first, following.last)
        ):
            return start, clause.start - 1
        if any(c.first == following.first for c in self.cues):
            return start, clause.start - 1
        if (
            g.language != "en"
            and key in g.prepositions
            and before_words > 8
            and following is self.clauses[-1]
            and following.last - following.first <= 6
        ):
            return start, clause.start - 1
        end = self.sentence.end
        for later in self.clauses[ci + 1 :]:
            if later.before == ";":
                end = later.start
                break
        return start, end

    def _as_opening(self, cue: Cue, ci: int) -> tuple[int, int] | None:
        """As X put it, CONTENT; kako kaže X, CONTENT."""
        clause = self.clauses[ci]
        key = self.tokens.keys[clause.first]
        opens = key in _AS
        if opens and clause.after == "," and ci + 1 < len(self.clauses):
            return clause.end + 1, self.sentence.end
        return None

    def _has_object(self, cue: Cue, clause: Clause) -> bool:
        """In English: whether a clause of its own follows the cue, so that what stands before is no content."""
        tokens, g = self.tokens, self.grammar
        i = cue.last
        if i >= clause.last:
            return False
        key = tokens.keys[i]
        if self.text[tokens.ends[i - 1] : tokens.starts[i]].strip():
            return False
        if key in g.adjuncts or key in g.addressees:
            return False
        return self._finite(i, clause.last) and (clause.last - i > 2)

    def _finite(self, first: int, last: int) -> bool:
        """In English: whether tokens hold a finite verb."""
        keys, g = self.tokens.keys, self.grammar
        return any(k in g.finite or (k.endswith("ed") and len(k) > 4) for k in keys[first:last])

    def _content_start(self, ci: int) -> int:
        start = self.sentence.start
        for clause in reversed(self.clauses[:ci]):
            if clause.before == ";":
                start = clause.start
                break
        return start

    def _zero(self, cue: Cue, k: int) -> tuple[int, int] | None:
        """English: he said the price would fall."""
        g, tokens, s = self.grammar, self.tokens, self.sentence
        if g.language != "en":
            return None
        i = cue.last
        clause = self.clauses[self._clause(cue.first)]
        if i >= s.last or self.text[tokens.ends[i - 1] : tokens.starts[i]].strip(" \u00a0"):
            return None
        key = tokens.keys[i]
        if key in g.tell or tokens.keys[cue.first] in g.tell:
            mention = self.speakers.at(i)
            if mention is not None:
                i = mention.last
            elif key in g.addressees or key in g.determiners or key in ("them", "him", "us", "me"):
                i += 1
                while i < clause.last and tokens.keys[i] in g.addressees:
                    i += 1
            if i >= clause.last:
                return None
            key = tokens.keys[i]
            if key == "to":
                return tokens.starts[i], self._end(k, tokens.starts[i])
        # said on Monday the price …: pass over a date
        while i < clause.last and key in g.adjuncts and key not in ("and", "but", "who", "where", "which", "because"):
            if tokens.words[i][0].isupper() or (
                i + 1 < clause.last and (tokens.words[i + 1][0].isupper() or tokens.words[i + 1][0].isdigit())
            ):
                i += 1
                if i < clause.last and tokens.words[i][0].isdigit():
                    i += 1
                key = tokens.keys[i] if i < clause.last else ""
                continue
            return None
        if tokens.keys[cue.first] not in _ZERO and not self._finite(
            i, self.tokens.at(self._end(k, tokens.starts[min(i, s.last - 1)]))
        ):
            return None
        if i >= clause.last or (clause.last - i < 3 and self._clause(cue.first) == len(self.clauses) - 1):
            return None
        start = tokens.starts[i]
        return start, self._end(k, start)

    def _according(self, cue: Cue) -> tuple[int, int] | None:
        """According to X, CONTENT — before, after or inside."""
        ci = self._clause(cue.first)
        clause = self.clauses[ci]
        s = self.sentence
        opening = cue.first - clause.first <= 2
        if opening and (ci == 0 or clause.before == ";"):
            if clause.after in (",", "—", "–") and ci + 1 < len(self.clauses):
                end = next((c.start for c in self.clauses[ci + 1 :] if c.before == ";"), s.end)
                return clause.end + 1, end
            if self.speakers.owned(cue):
                return self.tokens.starts[min(cue.last, s.last - 1)], s.end
            mention = self.speakers.after(cue.last, clause.last)
            if mention is not None and mention.last < clause.last:
                return self.tokens.starts[mention.last], s.end
            if cue.last < clause.last - 2:
                return self.tokens.starts[cue.last], s.end
            return None
        start = self._content_start(ci)
        if opening and ci > 0:
            following = self.clauses[ci + 1] if ci + 1 < len(self.clauses) else None
            if following is None or following.before == ";":
                return start, clause.start - 1
            end = next((c.start for c in self.clauses[ci + 1 :] if c.before == ";"), s.end)
            return start, end
        # "… according to the Serbian leader" without a comma before it
        if clause.last - cue.last <= 8 and cue.first - clause.first > 3:
            return start, self.tokens.starts[cue.first]
        return start, s.end

    def _before_spent(self, cue: Cue) -> tuple[int, int] | None:
        """CONTENT, he said: "…" — a clause told before the quotation that the same cue brings."""
        ci = self._clause(cue.first)
        clause = self.clauses[ci]
        if ci == 0 or clause.before not in (",", "—", "–") or clause.after != ":":
            return None
        start = self._content_start(ci)
        if self.tokens.at(clause.start) - self.tokens.at(start) < 4:
            return None
        return start, clause.start - 1

    def _act(self, cue: Cue, k: int) -> tuple[int, int] | None:
        """thanked X for Y: the predicate is what was said."""
        tokens, g = self.tokens, self.grammar
        clause = self.clauses[self._clause(cue.first)]
        if self.sentence.end - tokens.ends[cue.last - 1] < 12 or (
            cue.last >= clause.last and clause.after not in (",", "")
        ):
            return None
        if cue.last >= clause.last and clause.after != ",":
            return None
        if g.language == "en" and cue.first > self.sentence.first and tokens.keys[cue.first - 1] in g.passive:
            return None
        start = tokens.starts[cue.first]
        return start, self._end(k, start)


def nearest(mentions: list[Mention], token: int) -> Mention | None:
    """The mention that ends last at or before a token."""
    return next((m for m in reversed(mentions) if m.last <= token), None)
