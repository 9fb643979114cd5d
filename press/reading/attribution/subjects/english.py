"""English: the subject of a verb, known by its place: before the verb, over an apposition, or behind "said"."""

from __future__ import annotations

from typing import NamedTuple

from press.reading.attribution.antecedents.offices import Offices
from press.reading.attribution.memory import NOBODY, Memory, Who
from press.reading.attribution.references import STOPS
from press.reading.attribution.subjects.finder import Finder
from press.reading.attribution.subjects.inversion import Inversion
from press.reading.attribution.subjects.noun_phrases import NounPhrases
from press.reading.document import Mention, Sentence
from press.reading.grammar import Cue

_QUOTED = 10  # words from "quoted" to "as saying"
_RELATIVE = 7  # words before a relative pronoun in which its noun begins
_ASIDES = 5  # appositions and relative clauses between a subject and its verb
_NEAR = 3  # words between the beginning of a clause and its verb where the subject stands before the clause


class _Verb(NamedTuple):
    """A verb of speech in its clause: tokens ``start``-``end`` stand before it, less auxiliaries and adverbs.

    ``joined``: a conjunction stands before it, "… and warned".
    """

    cue: Cue
    sentence: Sentence
    outside: list[Mention]
    forward: bool
    start: int
    end: int
    joined: bool


class English(Finder):
    """The subject stands right before its verb; behind it in "…, said X"; before a clause that has none."""

    def __init__(self, memory: Memory, offices: Offices) -> None:
        super().__init__(memory, offices)
        self.noun_phrases = NounPhrases(memory, offices)
        self.inversion = Inversion(self.noun_phrases)

    def of_verb(self, cue: Cue, sentence: Sentence, outside: list[Mention], forward: bool) -> Who:
        """The speaker of a verb: the first rule that finds one."""
        start = self.clause_start(cue.first, sentence)
        end = self._before_adverbs(start, cue.first)
        joined = end > start and self.keys[end - 1] in self.grammar.chains
        verb = _Verb(cue, sentence, outside, forward, start, end, joined)
        return (
            self._pronoun(verb)
            or self._quoted(verb)
            or self._relative(verb)
            or self._going_on(verb)
            or self._joined_to_pronoun(verb)
            or (self._without_phrase(verb) if end == start else self._with_phrase(verb))
            or self._named_in_clause(verb)
            or self._before_clause(verb)
            or self._spoke_last(verb)
            or NOBODY
        )

    def may_be_subject(self, m: Mention) -> bool:
        """Whether a mention can be a subject: no preposition governs it."""
        return self.references.may_be_subject(m) and not self.noun_phrases.governed(m, 0)

    # -- rules, in their order ------------------------------------------------------------------

    def _pronoun(self, verb: _Verb) -> Who | None:
        """She said."""
        if verb.end > verb.start and self.is_pronoun(verb.end - 1):
            return self.by_pronoun(verb.end - 1, verb.outside, verb.cue)
        return None

    def _quoted(self, verb: _Verb) -> Who | None:
        """The agency quoted him as saying; none where the words go otherwise."""
        cue, keys = verb.cue, self.keys
        if keys[cue.first] not in self.wording.quoting:
            return None
        limit = min(cue.last + _QUOTED, verb.sentence.last)
        end = next((i for i in range(cue.last, limit) if keys[i] == "as"), limit)
        if end == limit or end == cue.last:
            return None
        if keys[cue.last] in self.wording.objective:
            who: Who | None = self.by_gender(self.wording.owners[keys[cue.last]], verb.outside, cue)
        else:
            named = (m for m in verb.outside if cue.last <= m.first < end and m.kind in ("person", "name"))
            m = next(named, None)
            who = self.offices.speaker(m) if m is not None else self.noun_phrases.described(cue.last, end)
        return who if who is not None and who.name else None

    def _relative(self, verb: _Verb) -> Who | None:
        """Dora Quillfeather, who said."""
        if verb.end > verb.start and self.keys[verb.end - 1] in self.grammar.relative:
            return self._antecedent(verb.end - 1, verb)
        return None

    def _going_on(self, verb: _Verb) -> Who | None:
        """She said … and warned; she said …, adding: who has spoken in the sentence already."""
        adverbial = verb.end == verb.start and self.keys[verb.cue.first].endswith("ing")
        return self.memory.going_on() if verb.joined or adverbial else None

    def _joined_to_pronoun(self, verb: _Verb) -> Who | None:
        """He left and said."""
        if verb.joined and verb.start < verb.end - 1 and self.is_pronoun(verb.start):
            return self.by_pronoun(verb.start, verb.outside, verb.cue)
        return None

    def _without_phrase(self, verb: _Verb) -> Who | None:
        """…, said Dora Quillfeather; Dora Quillfeather, an engineer, said: no phrase stands before the verb."""
        after, sure = self.inversion.subject(verb.cue, verb.outside)
        if after is not None and sure:
            return self.inversion.speaker(after, verb.cue)
        who = self.inversion.described(verb.cue, verb.sentence) or self._over_asides(verb)
        if who is None and after is not None:
            return self.inversion.speaker(after, verb.cue)
        return who

    def _with_phrase(self, verb: _Verb) -> Who | None:
        """The head of the office said; "yesterday said Dora Quillfeather"."""
        if verb.joined:
            return None
        ending = self.references.ending_at(verb.end)
        if ending is not None and (both := self.joined(ending, verb.outside)):
            return both
        who = self.noun_phrases.speaker(verb.start, verb.end, verb.outside)
        if who is not None:
            return who
        after, sure = self.inversion.subject(verb.cue, verb.outside)
        return self.inversion.speaker(after, verb.cue) if after is not None and sure else None

    def _named_in_clause(self, verb: _Verb) -> Who | None:
        """Dora Quillfeather on Monday told: a name before the verb in its clause."""
        first, last = verb.start, verb.cue.first
        names = [m for m in verb.outside if first <= m.first and m.last <= last and not m.possessive]
        head = self.noun_phrases.head(names, last, opening=verb.joined)
        if head is not None:
            return self.offices.speaker(head)
        return self._over_asides(verb) if verb.joined else None

    def _before_clause(self, verb: _Verb) -> Who | None:
        """The name before a clause that has no subject: a relative clause, or a verb in a chain of verbs."""
        start = verb.start
        if self.keys[start] in self.grammar.relative and start > verb.sentence.first:
            return self._antecedent(start, verb)
        if not verb.forward or not (self._chained(verb) or verb.cue.first - start <= _NEAR):
            return None
        names = [m for m in verb.outside if m.last <= start and not m.possessive]
        head = self.noun_phrases.head(names, start, opening=True)
        return self.offices.speaker(head) if head is not None else None

    def _spoke_last(self, verb: _Verb) -> Who | None:
        """Who spoke last, where the clause has hardly room for a subject."""
        near = self._chained(verb) or verb.cue.first - verb.start <= _NEAR + 1
        return self.memory.last() if near and self.memory.spoken else None

    # -- before the verb ------------------------------------------------------------------------

    def _chained(self, verb: _Verb) -> bool:
        """Whether a verb goes on with the subject of another: nothing before it in its clause, or a conjunction."""
        opening = self.keys[verb.start]
        bare = verb.cue.first == verb.start
        return bare or verb.joined or opening in self.grammar.chains or opening in self.wording.openers

    def _before_adverbs(self, first: int, last: int) -> int:
        """Where a noun phrase before a verb ends: auxiliaries and adverbs after it are no part of it."""
        keys, adverbs = self.keys, self.wording.adverbs
        while last > first and (
            keys[last - 1] in adverbs or (keys[last - 1].endswith("ly") and len(keys[last - 1]) > 4)
        ):
            if self.references.ending_at(last) is not None:
                break
            last -= 1
        return last

    def _antecedent(self, at: int, verb: _Verb) -> Who:
        """Whom "who" or "which" stands for: what ends right before it."""
        keys, references, phrases = self.keys, self.references, self.noun_phrases
        named = references.ending_at(at)
        if named is not None and not (named.kind == "role" and not named.name) and not named.possessive:
            return self.offices.speaker(named)
        nearest = range(at - 1, max(verb.sentence.first, at - _RELATIVE) - 1, -1)
        first = next((k for k in nearest if keys[k] in self.wording.articles), -1)
        if first >= 0 and not any(STOPS.intersection(references.gap(k)) for k in range(first + 1, at)):
            return phrases.described(first, at, references.office_ending_at(at)) or NOBODY
        noun = keys[at - 1]
        if noun.endswith(self.wording.noun_plurals) and not references.gap(at).strip():
            return Who(noun, noun, "", "described", certain=True)  # from senators who believe
        earlier = [m for m in verb.outside if m.last <= at and not m.possessive]
        return self.offices.speaker(earlier[-1]) if earlier else self.memory.last()

    def _over_asides(self, verb: _Verb) -> Who | None:
        """The name before appositions and relative clauses that end at a comma: X, a Democrat from Ohio, said."""
        g, keys, phrases, end = self.grammar, self.keys, self.noun_phrases, verb.start
        sentence, outside = verb.sentence, verb.outside
        for step in range(_ASIDES):
            if end <= sentence.first:
                return None
            first = self.clause_start(end - 1, sentence) if end - 1 > sentence.first else sentence.first
            before = self.references.gap(first)
            within = [m for m in outside if first <= m.first and m.last <= end and not m.possessive]
            last = within[-1] if within else None
            aside = keys[first] in g.relative or keys[first] in self.wording.openers or "(" in before
            aside = aside or (keys[first].endswith("ing") and len(keys[first]) > 5) or keys[first][0].isdigit()
            aside = aside or (keys[first] in g.prepositions and last is not None and phrases.governed(last, first))
            if last is not None and last.last == end and not aside:
                person = last.kind in ("person", "name") and not last.role
                if person and not phrases.governed(last, first, far=True):
                    return self.offices.speaker(last)
                if step and last.first - first <= 1 and last.kind != "group" and not phrases.governed(last, first):
                    return self.offices.speaker(last)
            if step and not aside:
                subject = phrases.speaker(first, end, outside)
                if subject is not None and (subject.kind != "described" or first == sentence.first):
                    return subject
            if first > 0 and any(c in before for c in ';:"”“«»!?'):
                return None
            end = first
        return None
