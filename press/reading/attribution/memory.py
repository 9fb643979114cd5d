"""Memory: who spoke and who was named so far in a text that is read once from left to right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator
from functools import cached_property
from typing import NamedTuple

from press.reading.actors.known import kind_of
from press.reading.attribution.references import References
from press.reading.document import Mention, Sentence

#: Kinds of mentions that a pronoun or a noun can take up.
_TAKEN_UP = frozenset({"person", "organisation", "outlet", "state"})
_RECENT = 40  # mentions kept in mind, and up to twice as many


class Who(NamedTuple):
    """A speaker: canonical name, the words that name him, and how sure the reading is.

    ``kind`` is that of a mention, or ``described`` where words of the text stand for a name; ``country`` and
    ``gender`` are '' where unknown; ``through`` is the speaker or outlet that passes the words on.
    """

    name: str = ""
    surface: str = ""
    country: str = ""
    kind: str = ""
    through: str = ""
    gender: str = ""
    certain: bool = False

    @property
    def spoken_as(self) -> str:
        """The kind of speaker that the tables tell: a name by its form alone is a person's or a body's."""
        if not self.name:
            return ""
        if self.kind == "described" and all(word[0].isupper() for word in self.name.split()):
            return kind_of(self.name) or "organisation"
        return "person" if self.kind in ("name", "role") else self.kind


NOBODY = Who()


class Memory:
    """Who spoke and who was named; call :meth:`enter` and :meth:`leave` for each sentence in order."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.number = 0  # of the sentence that is read, from 1
        self.sentence: Sentence | None = None
        self.here: list[Mention] = []  # mentions of the sentence
        self.recent: list[tuple[int, Mention]] = []  # of sentences left: its number, and who was named
        self.spoken: list[Who] = []
        self.spoken_at = -1  # number of the sentence in which somebody spoke last
        self.subject: Mention | None = None  # the person whom the narrative was last about
        self.subject_at = -1

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        self.sentence = sentence
        self.here = self.references.around(sentence.first, sentence.last)
        self.number += 1

    def leave(self, told: list[tuple[int, int]]) -> None:
        """End a sentence: remember whom it named; ``told`` are the spans of its statements."""
        if not self.here:
            return
        named = [m for m in self.here if m.name and m.kind in _TAKEN_UP]
        if not named:
            return
        self.recent += [(self.number, m) for m in named[-_RECENT:]]
        if len(self.recent) > 2 * _RECENT:
            del self.recent[:-_RECENT]
        references = self.references
        if self.sentence is not None and references.keys[self.sentence.first] in references.wording.continuing:
            return  # "He would ask X": the subject is no new one
        told = sorted(told)
        begins = [a for a, _ in told]
        for m in named:
            if m.kind == "person" and references.may_be_subject(m):
                i = bisect_right(begins, m.start) - 1
                if i < 0 or m.start >= told[i][1]:
                    self.subject, self.subject_at = m, self.number
                    break

    def spoke(self, who: Who) -> None:
        """Note who made the latest statement."""
        if who.name:
            self.spoken.append(who)
            self.spoken_at = self.number

    def last(self) -> Who:
        """Who spoke last."""
        who = self.spoken[-1] if self.spoken else NOBODY
        return who._replace(certain=False) if who.certain else who

    def about(self) -> Who:
        """Who spoke last, else the first person whom the text has as a subject: whom an interview is with."""
        if self.spoken:
            return self.last()
        m = self._first_person
        return self.who(m)._replace(certain=False) if m is not None else NOBODY

    @cached_property
    def _first_person(self) -> Mention | None:
        references = self.references
        people = (m for m in references.mentions if m.kind == "person" and m.name and references.may_be_subject(m))
        return next(people, None)

    def going_on(self) -> Who | None:
        """Who has spoken in this sentence already."""
        return self.spoken[-1]._replace(certain=True) if self.spoken and self.spoken_at == self.number else None

    def earlier(self, kinds: Container[str], reach: int | None = None) -> Iterator[Mention]:
        """Mentions of some kinds in the sentences left, the latest first; ``reach`` is how many sentences back."""
        for number, m in reversed(self.recent):
            if m.kind in kinds and (reach is None or self.number - number <= reach):
                yield m

    def who(self, m: Mention) -> Who:
        """The speaker that a mention with a name is."""
        return Who(m.name, self.references.text[m.start : m.end], m.country, m.kind, "", m.gender, certain=True)
