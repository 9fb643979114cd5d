"""References: the mentions of a text by their tokens, and what stands about a word."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from press.reading.actors.english import plural_roles
from press.reading.document import Document, Mention, Sentence
from press.reading.grammar import Cue, Grammar
from press.reading.wording import wording

#: Marks that end a phrase; and those that do so for certain, as an abbreviation has a full stop, too.
STOPS = frozenset(',.;:!?()—–"“”«»„\n')
SURE_STOPS = STOPS - {"."}
_WINDOW = 150  # words around a cue in which its subject may stand


class References:
    """The references of a document in the order of the text, looked up by token."""

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document, self.grammar = document, grammar
        self.wording = wording(grammar.language)
        self.text, self.tokens, self.keys = document.text, document.tokens, document.tokens.keys
        self.mentions = document.references
        self.firsts = [m.first for m in self.mentions]

    # -- by token -------------------------------------------------------------------------------

    def at(self, token: int) -> Mention | None:
        """The reference that begins at a token."""
        i = bisect_left(self.firsts, token)
        return self.mentions[i] if i < len(self.mentions) and self.firsts[i] == token else None

    def ending_at(self, token: int) -> Mention | None:
        """The reference that ends right before a token."""
        i = bisect_left(self.firsts, token)
        return next((m for m in reversed(self.mentions[max(0, i - 4) : i]) if m.last == token), None)

    def office_ending_at(self, token: int) -> Mention | None:
        """The office that ends right before a token and whose holder the text must tell."""
        m = self.ending_at(token)
        return m if m is not None and m.kind == "role" and not m.name else None

    def around(self, first: int, last: int) -> list[Mention]:
        """References that begin from one token up to another."""
        return self.mentions[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def after(self, token: int, limit: int) -> Mention | None:
        """The first reference from a token on, before another."""
        i = bisect_left(self.firsts, token)
        return self.mentions[i] if i < len(self.mentions) and self.firsts[i] < limit else None

    def before(self, offset: int, sentence: Sentence) -> Mention | None:
        """The last reference of the sentence that ends before a character."""
        last = self.tokens.at(offset)
        near = self.around(max(sentence.first, last - _WINDOW), last)
        return next((m for m in reversed(near) if m.end <= offset), None)

    def inside(self, cue: Cue) -> Mention | None:
        """The first reference that stands inside a cue: in Petrović's view."""
        return next((m for m in self.around(cue.first, cue.last) if m.last <= cue.last), None)

    def outside(self, quoted: bytearray, cue: Cue, sentence: Sentence) -> list[Mention]:
        """References near a cue in its sentence outside its quotations; ``quoted`` marks the tokens inside."""
        # Far from its cue no subject stands: the window keeps a sentence of any length linear.
        first = sentence.first
        near = self.around(max(first, cue.first - _WINDOW), min(sentence.last, cue.last + _WINDOW))
        if 1 not in quoted:
            return near
        return [m for m in near if not quoted[min(m.first - first, len(quoted) - 1)]]

    def cover(self, first: int, last: int) -> set[int]:
        """Tokens of a range that references explain."""
        out: set[int] = set()
        for m in self.around(first, last):
            out.update(range(m.first, min(last, m.last)))
        return out

    # -- what stands about a word ---------------------------------------------------------------

    def gap(self, token: int) -> str:
        """What stands between a token and the one before it."""
        starts, ends = self.tokens.starts, self.tokens.ends
        start = ends[token - 1] if token > 0 else 0
        return self.text[start : starts[token] if token < len(starts) else len(self.text)]

    def may_be_subject(self, m: Mention) -> bool:
        """Whether a mention can be a subject by its form, and no preposition stands right before it."""
        return m.nominative and not m.possessive and m.kind != "group" and not self.oblique(m)

    def oblique(self, m: Mention) -> bool:
        """Whether a preposition stands right before a mention."""
        before = m.first - 1
        if before < 0 or self.keys[before] not in self.grammar.prepositions:
            return False
        return not any(c in self.gap(m.first) for c in ",.;:")

    def common_noun(self, key: str) -> bool:
        """Whether the text or the vocabulary has a word in small letters."""
        return (
            key in self.wording.people
            or key in self.wording.common
            or key in plural_roles()
            or key in self._written_small
        )

    @cached_property
    def _written_small(self) -> set[str]:
        return {k for k, word in zip(self.keys, self.tokens.words, strict=True) if word[0].islower()}
