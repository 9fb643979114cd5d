"""Finder: what finds the subject of a verb of speech, and what all finders share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import pairwise

from press.reading.attribution.antecedents.offices import Offices
from press.reading.attribution.antecedents.pronouns import Pronouns
from press.reading.attribution.memory import Memory, Who
from press.reading.document import Mention, Sentence
from press.reading.grammar import Cue

#: Marks that end a clause.
CLAUSE_MARKS = frozenset(',;:()—–"“”«»!?')
#: Marks that also stand around names.
QUOTES = frozenset("\"“”„«»'‘’")
_NAME = 6  # words of a name in marks
_JOINED = frozenset({"person", "state", "organisation"})
#: Words that a clause is looked for in.
CLAUSE = 40


class Finder(ABC):
    """Finds subjects in one document. A language has its own finder where it tells the subject in its own way.

    A finder is a list of rules in the order in which they are tried. A rule looks at one verb and returns the
    speaker, or None where it does not apply.
    """

    def __init__(self, memory: Memory, offices: Offices) -> None:
        self.memory, self.references, self.offices = memory, memory.references, offices
        self.pronouns = Pronouns(memory, offices)
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
            return self.pronouns.several(outside, token)
        if data.get("gender") == "n":
            return self.pronouns.thing(outside, token)
        return self.by_gender(str(data.get("gender", "")) or gender, outside, cue)

    def by_gender(self, gender: str, outside: list[Mention], cue: Cue) -> Who:
        """Whom a pronoun of a gender stands for, or a verb that tells no more than a gender."""
        if gender == "p":
            return self.pronouns.several(outside, cue.first)
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

    def parts(self, token: int) -> bool:
        """Whether a mark before a token ends a clause there; marks around a name do not: РИА «Новости»."""
        between = self.text[self.tokens.ends[token - 1] : self.tokens.starts[token]]
        if between == " ":
            return False
        if " - " in between:
            return True  # a hyphen between spaces is a dash
        if CLAUSE_MARKS.isdisjoint(between):
            return False
        if not QUOTES.issuperset(between.replace(" ", "")):
            return True
        near = self.references.around(token - _NAME, token + 1)
        named = any(m.first <= token <= m.last and m.kind in ("outlet", "organisation") for m in near)
        return not named and not self._in_marks(token)

    def _in_marks(self, token: int) -> bool:
        """Whether a mark before a token stands around one capitalised word: on the network „Iks“."""
        starts, ends, text = self.tokens.starts, self.tokens.ends, self.text
        for word in (token, token - 1):
            around = text[ends[word - 1] : starts[word]].strip() if word else ""
            if len(around) == 1 and around in QUOTES and text[ends[word] : ends[word] + 1] in QUOTES:
                return text[starts[word]].isupper()
        return False

    def joined(self, m: Mention, outside: list[Mention]) -> Who | None:
        """Two who say one thing: Marko Testić i Ivan Probić, where the mention is one of them."""
        for a, b in pairwise(outside):
            beside = b.first == a.last + 1 and self.keys[a.last] in self.wording.joins
            if m in (a, b) and beside and a.kind == b.kind and a.kind in _JOINED and "" != a.name != b.name != "":
                first, second = self.memory.who(a), self.memory.who(b)
                surface = self.text[a.start : b.end]
                return first._replace(name=f"{first.name} and {second.name}", surface=surface, kind="group", gender="")
        return None

    def clause_start(self, token: int, sentence: Sentence) -> int:
        """First token of the clause of a token: after the last comma or other mark before it."""
        i = token - 1
        while i >= sentence.first:
            if self.parts(i + 1):
                return i + 1
            i -= 1
            if token - i > CLAUSE:
                break
        return max(i + 1, sentence.first)
