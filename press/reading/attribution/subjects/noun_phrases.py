"""Noun phrases: the speaker that an English noun phrase names or describes, "a spokesman for the company"."""

from __future__ import annotations

from press.reading.attribution.antecedents.nouns import Nouns
from press.reading.attribution.antecedents.offices import NOT_HELD, Offices
from press.reading.attribution.memory import Memory, Who
from press.reading.attribution.references import SURE_STOPS
from press.reading.document import Mention

_LONGEST = 12  # words of a phrase that describes a source
_FAR = 8  # words before its verb in which a state or an outlet is the subject
_TITLES = 4  # words between a preposition and the name that it governs
_NAMES = frozenset({"person", "name"})
_HEADS = frozenset({"person", "name", "organisation", "outlet"})
_CAPITALISED = frozenset({"person", "name", "state", "outlet", "group"})
_BODIES = frozenset({"organisation", "outlet", "state", "name"})


class NounPhrases:
    """Reads the noun phrases of one document, given by their tokens ``first``-``last``."""

    def __init__(self, memory: Memory, offices: Offices) -> None:
        self.memory, self.references, self.offices = memory, memory.references, offices
        self.nouns = Nouns(memory)
        self.text, self.tokens, self.keys = self.references.text, self.references.tokens, self.references.keys
        self.grammar, self.wording = self.references.grammar, self.references.wording

    def speaker(self, first: int, last: int, outside: list[Mention]) -> Who | None:
        """The speaker by the phrase that ends right before a verb; the words from ``first`` may hold more."""
        keys = self.keys
        if keys[first] in self.grammar.pronouns and keys[first + 1 : first + 2] == ["and"] and self.memory.spoken:
            return self.memory.last()._replace(certain=True)  # He and X said
        opening = self.references.at(first)
        if opening is not None and opening.kind in _NAMES and not opening.possessive and opening.last < last:
            following = keys[opening.last]  # Anna Sample of the ministry
        else:
            following = ""
        if opening is not None and following in self.grammar.prepositions:
            return self.offices.speaker(opening)
        within = [m for m in outside if first <= m.first and m.last <= last]
        ending = next((m for m in reversed(within) if m.last == last), None)
        if ending is None:
            return self._before_preposition(first, last, within) or self.described(first, last)
        if ending.kind == "person" and ending.known and "office" in keys[first : first + 3]:
            return _office_of(ending, self.text[self.tokens.starts[first] : ending.end])
        if ending.kind == "role" and not ending.name:
            return self.described(first, last, ending)
        if not self.governed(ending, first, far=True) and not ending.possessive:
            return self.offices.speaker(ending)
        head = self.head([m for m in within if not m.possessive], last)
        if head is not None and head is not ending and not self.governed(head, first):
            return self.offices.speaker(head)
        if not self.governed(ending, first):
            return self.offices.speaker(ending)
        return self.described(first, last, ending)

    def _before_preposition(self, first: int, last: int, within: list[Mention]) -> Who | None:
        """The spokesman for the Kremlin, Anna Sample of the group: the head stands before a preposition."""
        for m in within:
            governs = m.last < last and self.keys[m.last] in self.grammar.prepositions
            if governs and not m.possessive and not self.governed(m, first):
                return self.offices.speaker(m) if m.kind in _HEADS else None
        return None

    def head(self, names: list[Mention], verb: int, opening: bool = False) -> Mention | None:
        """The subject among the names of a clause: none that follows a preposition; ``opening``: the first of them."""
        good = [m for m in names if not self.governed(m, 0)]
        good = [m for m in good if m.kind != "group" or len(good) == 1]
        if not good:
            return None
        if opening:
            return good[0]
        near = [m for m in good if not self.governed(m, 0, far=True)]
        last = (near or good)[-1]
        return None if verb - last.last > _FAR and last.kind in ("state", "outlet") else last

    def governed(self, m: Mention, first: int, far: bool = False) -> bool:
        """Whether a preposition governs a mention; ``far`` looks over nouns beside it: of the group Bellingcat."""
        keys, g = self.keys, self.grammar
        office = self.references.ending_at(m.first) if m.kind in _NAMES else None
        # Secretary of State Anna Sample: the preposition is the office's own
        begin = office.first if office is not None and office.kind == "role" else m.first
        for j in range(begin - 1, max(first, begin - _TITLES) - 1, -1):
            if SURE_STOPS.intersection(self.references.gap(j + 1)):
                return False
            if keys[j] in self.wording.governing:
                return True
            if keys[j] in g.prepositions:
                return m.kind not in _NAMES or j == first or keys[j - 1] not in self.wording.offices_of
            noun = far and m.kind in _BODIES and keys[j] not in g.finite
            if not noun and keys[j] not in self.wording.before_names:
                return False
        return False

    # -- described sources ----------------------------------------------------------------------

    def described(self, first: int, last: int, head: Mention | None = None) -> Who | None:
        """A source such as "European officials", "a spokesman for the company", "the senator".

        ``head`` is the mention that ends the phrase: an office of the vocabulary, or a name behind a preposition.
        """
        keys, g, w = self.keys, self.grammar, self.wording
        named = self.offices.speaker
        # "on Thursday a spokesman": the phrase begins at its article
        if keys[first] in g.prepositions or keys[first] in g.conjunctions or keys[first] in g.adjuncts:
            first = next((k for k in range(first + 2, last) if keys[k] in w.articles), last)
        if not 0 < last - first <= _LONGEST:
            return named(head) if head is not None else None
        last, ending = self._before_time(first, last)
        if ending is not None:
            return named(ending)
        noun = keys[last - 1]
        if head is None and (noun in g.prepositions or (noun in g.determiners and noun not in w.people)):
            return None
        earlier = self._subject_of_earlier_verb(first, last)
        if earlier is not None:
            return named(earlier)
        if not self._is_noun_phrase(first, last):
            return named(head) if head is not None and not self.governed(head, first) else None
        if any(k in w.adverbs or k in g.relative or k in g.pronouns for k in keys[first:last]):
            return named(head) if head is not None else None
        if last - first == 1 and noun in w.nobody:
            return None
        surface = self.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]
        owner = next((m for m in self.references.around(first, last) if m.possessive and m.first <= first + 1), None)
        return self._known(first, last, head, owner, surface) or self._unknown(first, last, head, owner, surface)

    def _subject_of_earlier_verb(self, first: int, last: int) -> Mention | None:
        """The name that has another verb between itself and the one of speech: the Assembly adopted a text calling for."""
        keys, g = self.keys, self.grammar
        subject = self.references.at(first) or (self.references.at(first + 1) if keys[first] in g.determiners else None)
        if subject is None or not subject.name or subject.possessive or subject.kind == "group" or subject.last >= last:
            return None
        verb = next((k for k in range(subject.last, last) if not self._is_adverb(keys[k])), last)
        return subject if verb < last - 1 and (keys[verb] in g.finite or keys[verb].endswith("ed")) else None

    def _is_adverb(self, key: str) -> bool:
        return key in self.wording.adverbs or (key.endswith("ly") and len(key) > 4)

    def _is_noun_phrase(self, first: int, last: int) -> bool:
        """Whether words may describe somebody: no shares and numbers, no clause, no "I'd", nothing left open."""
        keys, g, w = self.keys, self.grammar, self.wording
        if (
            keys[last - 1] in g.conjunctions
            or keys[first] in g.complementisers
            or keys[first] in w.nobody - w.articles - w.people
        ):
            return False
        if any(k in w.no_describing for k in keys[first:last]):
            return False
        if "%" in self.text[self.tokens.starts[first] : self.tokens.ends[last - 1] + 1]:
            return False
        return not any(k.partition("'")[2] in w.contracted for k in keys[first:last])

    def _before_time(self, first: int, last: int) -> tuple[int, Mention | None]:
        """Where a phrase ends before a time, and the name that ends there: economists at the time, Russia on Monday."""
        keys, w = self.keys, self.wording
        for k in range(last - 1, first, -1):
            if keys[k] in w.time_prepositions and (keys[last - 1] in w.times or keys[last - 1][0].isdigit()):
                ending = self.references.ending_at(k)
                if ending is not None and not (ending.kind == "role" and not ending.name):
                    return last, ending
                last = k
        return last, None

    def _known(self, first: int, last: int, head: Mention | None, owner: Mention | None, surface: str) -> Who | None:
        """Whom a described source is known to be: the senator, Anna Sample's office, Washington's special envoy."""
        keys, noun = self.keys, self.keys[last - 1]
        definite = keys[first] in self.wording.definite
        whole = head is not None and last - first == head.last - head.first
        if definite or whole:
            taken_up = self.nouns.taken_up(noun, first)
            if taken_up is not None:
                return taken_up._replace(surface=surface)
        if owner is not None and owner.kind == "person" and owner.known and noun == "office":
            return _office_of(owner, surface)
        if head is None:
            return None
        owned = owner is not None and owner.last == head.first and not definite
        of_country = bool(head.country) and keys[first] not in self.wording.articles
        if not (definite or whole or owned or of_country):
            return None
        if definite and head.role.startswith(NOT_HELD) and self.memory.subject is not None:
            return self.memory.who(self.memory.subject)  # the future prime minister: whom the text is about
        who = self.offices.speaker(head) if owned else self.offices.holder(head)
        return who if who.kind != "described" else None

    def _unknown(self, first: int, last: int, head: Mention | None, owner: Mention | None, surface: str) -> Who:
        """The words themselves as a name, small but where their capital is a name's."""
        proper = self.tokens.words[first][0].isupper() and self._proper(first, last, owner)
        name = surface if proper else surface[0].lower() + surface[1:]
        return Who(name, surface, head.country if head is not None else "", "described", certain=True)

    def _proper(self, first: int, last: int, owner: Mention | None) -> bool:
        """Whether the capital that a described source begins with is a name's and not the sentence's."""
        words, key, sentence = self.tokens.words, self.keys[first], self.memory.sentence
        if key in self.wording.articles or key in self.wording.common or key in self.grammar.determiners:
            return False
        if owner is not None and owner.first == first:
            return True
        if words[first].isupper() or (last - first > 1 and words[first + 1][0].isupper()):
            return True
        named = self.references.at(first)
        if (named is not None and named.kind in _CAPITALISED) or sentence is None or sentence.first != first:
            return True
        # At the head of a sentence anything is capitalised: a name is where it is so elsewhere, or is no known noun.
        return last - first == 1 and not self.references.common_noun(key)


def _office_of(person: Mention, surface: str) -> Who:
    name = surface.removeprefix("the ").removeprefix("The ") if person.role else f"Office of {person.name}"
    return Who(name, surface, person.country, "organisation", certain=True)
