"""Finder: what finds the subject of a verb of speech, and what all finders share."""

from __future__ import annotations

from abc import ABC, abstractmethod

from press.reading.attribution.antecedents.offices import Offices
from press.reading.attribution.antecedents.pronouns import Pronouns
from press.reading.attribution.grammar import Cue
from press.reading.attribution.memory import Memory, Who
from press.reading.document import Mention, Sentence

#: Marks that end a clause.
CLAUSE_MARKS = frozenset(',;:()—–"“”«»!?')
#: Words that a clause is looked for in.
CLAUSE = 40


def parts(between: str) -> bool:
    """Whether what stands between two words parts clauses; a hyphen between spaces is a dash."""
    return not CLAUSE_MARKS.isdisjoint(between) or " - " in between


class Finder(ABC):
    """Finds subjects in one document. A language has its own finder where it tells the subject in its own way.

    A finder is a list of rules in the order in which they are tried. A rule looks at one verb and returns the
    speaker, or None where it does not apply.
    """

    def __init__(self, memory: Memory, offices: Offices) -> None:
        self.memory, self.references, self.offices = memory, memory.references, offices
        self.pronouns = Pronouns(memory)
        self.text, self.tokens, self.keys = self.references.text, self.references.tokens, self.references.keys
        self.grammar, self.wording = self.references.grammar, self.references.wording

    @abstractmethod
    def of_verb(self, cue: Cue, sentence: Sentence, outside: list[Mention], forward: bool) -> Who:
        """The speaker of a verb in a sentence.

        ``outside`` are the sentence's mentions outside its quotations; ``forward`` tells that what is said
        follows the cue, so that a subject may stand far before it.
        """

    @abstractmethod
    def may_be_subject(self, m: Mention) -> bool:
        """Whether a mention can be the subject of a verb behind it."""

    def by_pronoun(self, token: int, outside: list[Mention], cue: Cue, gender: str = "") -> Who:
        """Whom a pronoun in the text stands for; ``gender`` is what the verb tells where the pronoun does not."""
        data = self.grammar.pronouns[self.keys[token]]
        if data.get("number") == "p":
            return self.pronouns.several()
        if data.get("gender") == "n":
            return self.pronouns.thing(outside, token)
        return self.by_gender(str(data.get("gender", "")) or gender, outside, cue)

    def by_gender(self, gender: str, outside: list[Mention], cue: Cue) -> Who:
        """Whom a pronoun of a gender stands for, or a verb that tells no more than a gender."""
        return self.pronouns.person(gender, outside, cue.first, self.may_be_subject)

    def is_pronoun(self, token: int) -> bool:
        """Whether a token is a pronoun that stands for a speaker; "who" and "which" are none."""
        data = self.grammar.pronouns.get(self.keys[token])
        return data is not None and not data.get("relative")

    def apposed(self, m: Mention, outside: list[Mention], oblique: bool = False) -> Mention:
        """The name right after a role or an institution: inženjer Petar Primer; ``oblique`` in any case."""
        if m.kind in ("role", "organisation"):
            for o in outside:
                if m.last <= o.first <= m.last + 3 and o.kind == "person" and (o.nominative or oblique) and not o.role:
                    if not any(c in self.text[m.end : o.start] for c in ",;:.()—–"):
                        return o
                    break
        if m.role == "outlet_noun":
            return next((o for o in outside if o.kind == "outlet" and m.last <= o.first <= m.last + 1), m)
        return m

    def clause_start(self, token: int, sentence: Sentence) -> int:
        """First token of the clause of a token: after the last comma or other mark before it."""
        i = token - 1
        starts, ends, text = self.tokens.starts, self.tokens.ends, self.text
        while i >= sentence.first:
            between = text[ends[i] : starts[i + 1]]
            if between != " " and parts(between):
                return i + 1
            i -= 1
            if token - i > CLAUSE:
                break
        return max(i + 1, sentence.first)
