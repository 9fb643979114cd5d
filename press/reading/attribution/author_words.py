"""The author's words inside a speech: — …, — said Sample. — …"""

from __future__ import annotations

from press.reading.grammar import Grammar
from press.reading.wording import wording
from press.text.words import Tokens

_VERB = 4  # fewest letters of a verb that is known by its ending


class AuthorWords:
    """The author's words inside a speech, as :mod:`press.text.inserted` asks for them: — …, — said Sample. — …"""

    def __init__(self, grammar: Grammar, tokens: Tokens) -> None:
        self.grammar, self.keys, self.words = grammar, tokens.keys, tokens.words
        past = wording(grammar.language).past.values()
        self.verb_endings = (*grammar.past_endings, *(e for endings in past for e in endings))
        self.never_first = (
            grammar.conjunctions | grammar.complementisers | grammar.relative | grammar.subordinate
        ) - grammar.as_words

    def says(self, first: int, last: int) -> bool:
        """Whether a verb of saying, or a phrase such as "according to", begins among the tokens."""
        return self._cue(first, last) is not None

    def frames(self, first: int, last: int) -> bool:
        """Whether the tokens may begin a clause that says who speaks, and not what is said."""
        if self.keys[first] in self.never_first:
            return False
        cue = self._cue(first, last)
        return cue is not None and self.grammar.complementisers.isdisjoint(self.keys[cue + 1 : cue + 4])

    def act(self, first: int, last: int, plainly: bool) -> bool:
        """Whether the tokens begin with a past tense, of whatever verb, and a name: sighed Sample.

        Where they do not begin ``plainly``, after a comma or a stop, an auxiliary stands between: uzdahnuo je Probić.
        """
        g, keys = self.grammar, self.keys
        if len(keys[first]) < _VERB or not keys[first].endswith(self.verb_endings):
            return False
        i = first + 1
        while i < last and (keys[i] in g.auxiliaries or keys[i] in g.perfect):
            i += 1
        return i < last and self.words[i][0].isupper() and (plainly or i > first + 1)

    def _cue(self, first: int, last: int) -> int | None:
        """The first finite verb of saying that is not in the first person; one of thought or action must begin the clause."""
        g, keys = self.grammar, self.keys
        for i in range(first, min(last, len(keys))):
            hit = g.cues.at(keys, i)
            if hit is None or keys[i] in g.no_cues or keys[i].endswith(g.first_person_endings):
                continue
            if hit.value not in ("say", "according") and not (hit.value in ("think", "act") and i <= first + 1):
                continue
            if g.not_finite and keys[i].endswith(g.not_finite) and keys[i] not in g.listed:
                continue
            if g.first_person.isdisjoint(keys[first : i + 3]):
                return i
        return None
