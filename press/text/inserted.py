"""The author's words inside a speech: — Мы ждём его, — сказал Пробников. — И скоро.

They are a clause that begins in lower case, with a verb of saying among its first words, after a dash or a comma.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from press.text.sections import is_abbreviated
from press.text.words import Tokens

_NEAR, _FAR = (
    5,
    9,
)  # first words of a clause among which its verb of saying stands, without a comma before it and with one
PARTS = frozenset(",!?…")  # marks that part the author's words from the speech
_NAME, _VERB = 4, 3  # most words of a name before its verb, and of a verb with its auxiliaries
_BROUGHT = 12  # last words before a colon among which the verb stands that brings a speech
_LONGEST = 400  # characters of the author's words
#: What may end a clause of the author: a line, a stop, a dash.
_END = re.compile(r"[\n.!?…—–-](?:(?<=\n)|(?<=[.!?…])[.!?…]*+[\"”’»“)]*+(?=\s|\Z)|(?<=[\s,.!?…:;»”“\"][—–-])(?=\s))")
_BREAKS = re.compile(r"[,.;:!?…()—–\n\"“”„«»]")
_DASH_NEXT = re.compile(r"\s*([—–-])(?=\s)")
_COMMA = re.compile(r",(?=\s)")


class Author(Protocol):
    """What is known of the author's words, by the tokens of a text from ``first`` to ``last`` (exclusive)."""

    def says(self, first: int, last: int) -> bool:
        """Whether a verb of saying begins among the tokens."""
        ...

    def frames(self, first: int, last: int) -> bool:
        """Whether they may begin a clause that says who speaks."""
        ...

    def act(self, first: int, last: int, plainly: bool) -> bool:
        """Whether they begin with any verb and a name; ``plainly``: after a comma or a stop."""
        ...


class Clause(NamedTuple):
    """The author's words up to ``end``; the speech goes on after the dash at ``then``, or not at all (−1)."""

    end: int
    then: int


class Insertions:
    """Finds the author's words in a text. All searches look at a bounded number of characters."""

    def __init__(self, text: str, tokens: Tokens, language: str, author: Author) -> None:
        self.text, self.tokens, self.language, self.author = text, tokens, language, author

    def after(self, mark: int, limit: int, near: int = 0) -> Clause | None:
        """The author's words that a dash or comma opens, before a limit.

        A verb of saying is among the first ``near`` words; of their own accord more after a comma than without one.
        """
        text, tokens = self.text, self.tokens
        first = tokens.at(mark + 1)
        if first == len(tokens.words) or tokens.starts[first] >= limit:
            return None
        start = tokens.starts[first]
        if text[mark + 1 : start].strip():
            return None
        if not tokens.words[first][0].islower():
            return self._name_first(first, min(limit, start + _LONGEST)) if text[mark] != "," else None
        last = first + 1
        plainly = self.before(mark, max(0, mark - 9)) in PARTS
        near = near or (_FAR if plainly else _NEAR)
        while last < min(first + near, len(tokens.words)):
            if _BREAKS.search(text, tokens.ends[last - 1], tokens.starts[last]):
                break
            last += 1
        tells = self.author.frames(first, last) or (text[mark] != "," and self.author.act(first, last, plainly))
        return self._to_end(start, min(limit, start + _LONGEST)) if tells else None

    def _name_first(self, first: int, limit: int) -> Clause | None:
        """The author's words that are a name, its verb and no more: – Gas is here – Petar Sample said."""
        words = self.tokens.words
        verb = first
        while verb < min(first + _NAME, len(words)) and words[verb][0].isupper():
            verb += 1
        clause = self._to_end(self.tokens.starts[first], limit)
        last = self.tokens.at(clause.end)
        short = first < verb < last <= verb + _VERB
        return clause if short and self.author.frames(verb, last) else None

    def _to_end(self, start: int, limit: int) -> Clause:
        text = self.text
        for m in _END.finditer(text, start, limit):
            at = m.start()
            if text[at] == "\n":
                return Clause(at, -1)
            if text[at] in "—–-":
                return Clause(at, at)
            then = _DASH_NEXT.match(text, m.end(), limit)
            if then is not None:
                return Clause(m.end(), then.start(1))
            following = text[m.end() : m.end() + 2].strip()
            if not following[:1].islower() and not is_abbreviated(text, at, self.language):
                return Clause(m.end(), -1)
        return Clause(limit, -1)

    def comma(self, begin: int, end: int) -> int:
        """The first comma that the author's words follow (…, said Sample), −1 where there is none."""
        for m in _COMMA.finditer(self.text, begin, end):
            if self.after(m.start(), end, 2) is not None:
                return m.start()
        return -1

    def begin(self, at: int) -> bool:
        """Whether a sentence that begins at a character begins with a verb of saying, so that it is the author's."""
        first = self.tokens.at(at)
        return self.author.says(first, first + 1)

    def hold_name(self, dash: int, clause: Clause) -> bool:
        """Whether the author's words hold a name."""
        first, last = self.tokens.at(dash), self.tokens.at(clause.end)
        return any(word[0].isupper() for word in self.tokens.words[first:last])

    def bring(self, begin: int, end: int) -> bool:
        """Whether the characters ``begin`` to ``end`` bring a speech: they end with a verb of saying and a colon."""
        last = self.tokens.at(end)
        first = max(self.tokens.at(begin), last - _BROUGHT)
        return self.before(end, begin) == ":" and self.author.says(first, last)

    def before(self, at: int, begin: int) -> str:
        """The last character before a place, over spaces; '' where there is none since ``begin``."""
        return self.text[max(begin, at - 9) : at].rstrip()[-1:]
