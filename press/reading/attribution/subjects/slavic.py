"""Slavic: the subject of a verb in Serbian, Russian and Ukrainian, known by its case and by the verb's gender."""

from __future__ import annotations

from typing import NamedTuple

from press.reading.attribution.grammar import Cue
from press.reading.attribution.memory import Who
from press.reading.attribution.subjects.finder import CLAUSE, Finder, parts
from press.reading.document import Mention, Sentence

_NEAR = 9  # words after a verb in which its subject stands
_BESIDE = 3  # words around a verb in which a pronoun or its clause's beginning is near
_ANTECEDENTS = frozenset({"person", "organisation", "role", "outlet"})


class _Verb(NamedTuple):
    """A verb of speech in its clause, tokens ``start``-``end``; ``gender`` is what its form tells of the subject."""

    cue: Cue
    sentence: Sentence
    outside: list[Mention]
    forward: bool
    start: int
    end: int
    gender: str


class Slavic(Finder):
    """The subject is in the nominative, before the verb or after it, agrees with it, and is often left out."""

    def of_verb(self, cue: Cue, sentence: Sentence, outside: list[Mention], forward: bool) -> Who:
        """The speaker of a verb: the first rule that finds one."""
        start, end = self.clause_start(cue.first, sentence), self._clause_end(cue.last, sentence)
        verb = _Verb(cue, sentence, outside, forward, start, end, self._gender(self.keys[cue.first]))
        return (
            self._quoted(verb)
            or self._adverbial(verb)
            or self._pronoun(verb)
            or self._beside(verb)
            or self._relative(verb)
            or self._over_apposition(verb)
            or self._place(verb)
            or self._left_out(verb)
        )

    def may_be_subject(self, m: Mention) -> bool:
        """Whether a mention can be a subject: its case tells."""
        return self.references.may_be_subject(m)

    # -- rules, in their order ------------------------------------------------------------------

    def _quoted(self, verb: _Verb) -> Who | None:
        """Приводит слова лидера агентство: who is quoted, in whatever case."""
        cue, keys = verb.cue, self.keys
        if self.wording.quoting.isdisjoint(keys[cue.first : cue.last]):
            return None
        for m in verb.outside:
            if cue.last <= m.first < cue.last + 4 and m.kind in ("person", "role"):
                return self.offices.speaker(m)
        owners = self.wording.owners
        gender = next((owners[k] for k in keys[cue.first : cue.last + 1] if k in owners), "")
        return self.by_gender(gender, verb.outside, cue) if gender else None

    def _adverbial(self, verb: _Verb) -> Who | None:
        """…, dodavši da: whoever the sentence has speak, else its subject."""
        if not self.keys[verb.cue.first].endswith(self.wording.gerunds):
            return None
        who = self.memory.going_on()
        if who is not None:
            return who
        before = [m for m in verb.outside if m.last <= verb.cue.first and m.kind != "outlet"]
        subjects = [m for m in before if self.may_be_subject(m)]
        people = [m for m in subjects if m.kind == "person"]
        return self.offices.speaker((people or subjects)[-1]) if subjects else None

    def _pronoun(self, verb: _Verb) -> Who | None:
        """On je rekao; rekao je on."""
        cue, keys, pronouns = verb.cue, self.keys, self.grammar.pronouns
        before = range(cue.first - 1, max(verb.start, cue.first - 1 - _BESIDE) - 1, -1)
        after = range(cue.last, min(verb.end, cue.last + _BESIDE))
        for token in (*before, *after):
            if keys[token] in pronouns and self.is_pronoun(token):
                return self.by_pronoun(token, verb.outside, cue, verb.gender)
        return None

    def _beside(self, verb: _Verb) -> Who | None:
        """Who is named in the clause, before the verb or near after it; who agrees with the verb comes first."""
        cue, gender, end = verb.cue, verb.gender, self._content(verb)
        mentions = [m for m in verb.outside if verb.start <= m.first < end and self._may_be_subject(m, gender)]
        before = [m for m in mentions if m.last <= cue.first]
        after = [m for m in mentions if cue.last <= m.first <= cue.last + _NEAR]
        agreeing_before = [m for m in before if _agrees(m, gender)]
        agreeing_after = [m for m in after if _agrees(m, gender)]
        if not any(m.kind in ("person", "role") for m in before):
            for m in agreeing_after:
                if m.kind == "person":
                    return self.offices.speaker(m)  # рассказал агентству посол …
        if before:
            chosen = agreeing_before[-1] if agreeing_before else (after or before[-1:])[0]
        elif after:
            chosen = (agreeing_after or after)[0]
        else:
            return None
        return self.offices.speaker(self.apposed(chosen, verb.outside), gender)

    def _relative(self, verb: _Verb) -> Who | None:
        """X, koji je rekao: who stands before the relative pronoun."""
        start, relative = verb.start, self.grammar.relative
        if verb.cue.first - start > _BESIDE or relative.isdisjoint(self.keys[start : verb.cue.first]):
            return None
        before = [m for m in verb.outside if m.last <= start and m.kind in _ANTECEDENTS]
        return self.offices.speaker(before[-1]) if before else None

    def _over_apposition(self, verb: _Verb) -> Who | None:
        """Vučić, predsednik Srbije, rekao je: an apposition or a relative clause between subject and verb."""
        if not verb.forward or verb.cue.first - verb.start > _BESIDE:
            return None
        for m in verb.outside:
            if m.last <= verb.start and self.may_be_subject(m) and _agrees(m, verb.gender):
                return self.offices.speaker(self.apposed(m, verb.outside), verb.gender)
        return None

    def _place(self, verb: _Verb) -> Who | None:
        """В МИД заявили, iz Komisije poručuju, u saopštenju ambasade navodi se: the institution nearest to the verb."""
        cue, keys = verb.cue, self.keys
        if not keys[cue.first].endswith(self.wording.plural_verbs) and self.wording.impersonal.isdisjoint(
            keys[cue.first : cue.first + 2][-1:]
        ):
            return None
        bodies = [
            m
            for m in self.references.around(verb.start, self._content(verb))
            if m.kind in ("organisation", "outlet", "state")
        ]
        for m in sorted(bodies, key=lambda m: (m.kind == "state", abs(m.first - cue.first))):
            begins = m.first - verb.start <= 2 or 0 <= m.first - cue.last <= 2
            if begins and not self.wording.places.isdisjoint(keys[max(0, m.first - 2) : m.first]):
                return self.offices.speaker(m)
        return None

    def _left_out(self, verb: _Verb) -> Who:
        """Dodao je da …: a verb without a subject."""
        who = self.by_gender(verb.gender, verb.outside, verb.cue)
        return who._replace(certain=bool(who.name))

    # -- what the rules look at -----------------------------------------------------------------

    def _gender(self, key: str) -> str:
        """Gender that a past tense shows: rekao m, rekla f; сказал m, сказала f."""
        for gender, endings in self.wording.past.items():
            if key.endswith(endings):
                return gender
        return ""

    def _may_be_subject(self, m: Mention, gender: str) -> bool:
        """Whether a mention can be the subject; napisala je ambasada: a feminine verb tells what the case does not."""
        if self.references.may_be_subject(m):
            return True
        if gender != "f" or m.kind not in ("organisation", "role"):
            return False
        feminine = self.keys[m.first].endswith(self.wording.feminine_nouns)
        return feminine and self.references.may_be_subject(m._replace(nominative=True))

    def _content(self, verb: _Verb) -> int:
        """Where what is said begins in the clause of a verb: what follows "that" names no speaker."""
        that, first = self.grammar.complementisers, verb.cue.last
        if self.keys[first - 1] in that:
            return first
        return next((i for i in range(first, verb.end) if self.keys[i] in that), verb.end)

    def _clause_end(self, token: int, sentence: Sentence) -> int:
        """Token after the clause that goes on from a token: before the next mark."""
        starts, ends, text = self.tokens.starts, self.tokens.ends, self.text
        last = min(token + CLAUSE, sentence.last)
        for i in range(token, min(last, sentence.last - 1)):
            if parts(text[ends[i - 1] : starts[i]]):
                return i
        return last


def _agrees(m: Mention, gender: str) -> bool:
    return not gender or not m.gender or m.gender == gender or m.kind != "person"
