"""Inversion: the English subject that stands behind its verb, "…", said Anna Sample."""

from __future__ import annotations

from press.reading.attribution.memory import Who
from press.reading.attribution.references import STOPS, SURE_STOPS
from press.reading.attribution.subjects.noun_phrases import NounPhrases
from press.reading.document import Mention, Sentence
from press.reading.grammar import Cue

_PHRASE = 12  # words of a noun phrase behind a verb
_NEAR = 4  # words between a verb and the subject behind it
_CLOSING = frozenset({'"', "”", "’", "'"})


class Inversion:
    """Finds what stands behind the verbs of one document."""

    def __init__(self, noun_phrases: NounPhrases) -> None:
        self.noun_phrases, self.references = noun_phrases, noun_phrases.references
        self.grammar, self.wording = noun_phrases.grammar, noun_phrases.wording
        self.text, self.tokens, self.keys = noun_phrases.text, noun_phrases.tokens, noun_phrases.keys

    def subject(self, cue: Cue, outside: list[Mention]) -> tuple[Mention | None, bool]:
        """The mention behind a verb that may be its subject, and whether what follows it shows that it is."""
        g, keys, gap = self.grammar, self.keys, self.references.gap
        if (
            cue.kind not in ("say", "think")
            or keys[cue.last - 1] in g.complementisers
            or keys[cue.first].endswith("ing")
        ):
            return None, False
        if keys[cue.first] in g.tell and gap(cue.first).strip()[-1:] not in _CLOSING:
            return None, False
        after = next((m for m in outside if m.first >= cue.last), None)
        if after is None or after.first - cue.last > _NEAR or after.possessive:
            return None, False
        between = keys[cue.last : after.first]
        if any(k in g.complementisers or k in g.prepositions or k in g.pronouns for k in between):
            return None, False
        if SURE_STOPS.intersection(self.text[self.tokens.ends[cue.last - 1] : self.tokens.starts[after.first]]):
            # said its founder, Anna Sample,
            apposed = gap(after.first).strip() == "," and gap(after.last).strip()[:1] in (",", ".")
            founder = apposed and 0 < len(between) <= _NEAR and keys[cue.last] in g.determiners
            return (after, True) if founder else (None, False)
        if after.kind == "role":
            # said spokeswoman Anna Sample
            after = next((m for m in outside if m.first == after.last and m.name), after)
        following = keys[after.last : after.last + 1]
        sure = not following or bool(STOPS.intersection(gap(after.last))) or following[0] in g.adjuncts
        return (after, sure) if sure or after.kind != "role" else (None, False)

    def speaker(self, m: Mention, cue: Cue) -> Who:
        """The speaker by the subject behind a verb: added the agency."""
        if m.kind == "role" and not m.name:
            who = self.noun_phrases.described(cue.last, m.last, m)
            if who is not None:
                return who
        return self.noun_phrases.offices.speaker(m)

    def described(self, cue: Cue, sentence: Sentence) -> Who | None:
        """The described source behind a verb: "…", said one of the people, granted anonymity."""
        keys, gap, limit = self.keys, self.references.gap, sentence.last
        if (
            cue.kind != "say"
            or keys[cue.first] in self.grammar.tell
            or cue.last >= limit
            or keys[cue.last] not in self.wording.articles
            or gap(cue.last).strip()
        ):
            return None
        end = cue.last + 1
        while end < limit and end - cue.last < _PHRASE and not STOPS.intersection(gap(end)):
            if keys[end] in self.wording.openers or keys[end] in self.grammar.finite:
                return None
            end += 1
        return self.noun_phrases.described(cue.last, end, self.references.office_ending_at(end))
