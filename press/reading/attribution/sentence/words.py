"""The words of one sentence, the marks between them, and what their forms tell."""

from __future__ import annotations

from functools import lru_cache

from press.reading.attribution.speakers import Speakers
from press.reading.document import Document, Sentence
from press.reading.grammar import Grammar

# What stands between two words, as bits: any mark, a comma, a mark that ends a clause, and one after which a
# capital letter tells nothing.
ANY, COMMA, BREAK, OPENS = 1, 2, 4, 8

_LONGEST_GAP = 40  # characters between two words that are looked at
_LONGEST_SUBJECT = 14  # words


@lru_cache(maxsize=4096)
def _marks(gap: str) -> int:
    """The marks between two words, as bits."""
    found = ANY if gap.strip() else 0
    for c in gap:
        if c == ",":
            found |= COMMA
        elif c in ";:.!?":
            found |= BREAK | (OPENS if c != ";" else 0)
        elif c in "\"'”’»“—–-":
            found |= OPENS
    return found


class Words:
    """The words of a sentence: characters ``start``-``end`` and tokens ``first``-``last`` of its text.

    Tokens are counted from the beginning of the text, and so are characters.
    """

    __slots__ = (
        "end", "ends", "first", "grammar", "keys", "last", "sentence", "speakers", "start", "starts", "text", "tokens",
        "words",
    )  # fmt: skip

    def __init__(self, document: Document, grammar: Grammar, speakers: Speakers, sentence: Sentence) -> None:
        self.text, self.grammar, self.speakers, self.sentence = document.text, grammar, speakers, sentence
        self.tokens = tokens = document.tokens
        self.words, self.keys, self.starts, self.ends = tokens
        self.start, self.end, self.first, self.last = sentence[:4]

    def gap(self, token: int) -> int:
        """The marks before a token, as bits."""
        return _marks(self.text[self.ends[token - 1] : self.starts[token]][:_LONGEST_GAP])

    def is_finite(self, token: int) -> bool:
        """Whether a token is a finite verb by its form and the word before it.

        Asked only of languages whose finite verbs are listed (``grammar.finite``).
        """
        key, g = self.keys[token], self.grammar
        if key in g.finite and token > self.first and self.words[token].istitle() and not self.gap(token) & OPENS:
            return False  # the month of May, a man called Will
        if key in g.finite or (key in g.pronouns and len(key) < len(self.words[token])):
            return True  # he's: the possessive of a pronoun is a verb
        if not key.endswith(g.past_endings) or len(key) < 5 or token == 0:
            return False
        if token + 1 < self.last and self.keys[token + 1] in g.agents:
            return False  # an interview reported by the agency
        previous = self.keys[token - 1]
        return previous not in g.prepositions and previous not in g.determiners

    def has_finite(self, first: int, last: int) -> bool:
        """Whether tokens hold a finite verb; asked as :meth:`is_finite`."""
        is_finite = self.is_finite
        return any(is_finite(i) for i in range(first, last))

    def has_verb(self, first: int, last: int) -> bool:
        """Whether tokens hold what looks like a finite verb, in any language."""
        g = self.grammar
        if g.finite:
            return self.has_finite(first, last)
        return any(
            key in g.verb_words or (len(key) > 3 and key.endswith(g.verb_endings)) for key in self.keys[first:last]
        )

    def follows_name(self, token: int) -> bool:
        """Whether a name or office that is no possessive ends right before a token."""
        mention = self.speakers.ending_at(token)
        return mention is not None and not mention.possessive

    def is_subject(self, first: int, last: int) -> bool:
        """Whether tokens are a subject and nothing else: names, roles, articles, auxiliaries."""
        if last - first > _LONGEST_SUBJECT:
            return False
        keys, g = self.keys, self.grammar
        covered = self.speakers.cover(first, last)
        free = [keys[i] for i in range(first, last) if i not in covered]
        words = sum(k not in g.auxiliaries and k not in g.determiners and k not in g.pronouns for k in free)
        return words <= max(4, (last - first) // 2)
