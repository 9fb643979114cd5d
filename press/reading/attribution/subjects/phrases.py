"""Phrases: the source in a phrase that attributes: according to X, in his words, X's claim that."""

from __future__ import annotations

from press.reading.attribution.memory import Who
from press.reading.attribution.references import STOPS
from press.reading.attribution.subjects.finder import Finder
from press.reading.document import Mention, Sentence
from press.reading.grammar import Cue

_REACH = 12  # words after a phrase in which its source is named
_DESCRIBED = 6  # most words that describe a source


class Phrases:
    """Finds the source of phrases in one document; pronouns in them are read as the finder of subjects reads them."""

    def __init__(self, finder: Finder) -> None:
        self.finder, self.memory, self.references = finder, finder.memory, finder.references
        self.speaker = finder.offices.speaker
        self.text, self.tokens, self.keys = finder.text, finder.tokens, finder.keys
        self.wording = finder.wording

    def of_phrase(self, cue: Cue, sentence: Sentence, outside: list[Mention]) -> Who:
        """The speaker of a phrase; ``outside`` are the sentence's mentions outside its quotations."""
        after = [m for m in outside if cue.last <= m.first < min(cue.last + _REACH, sentence.last)]
        if cue.kind == "noun" and self.keys[cue.first].endswith(self.wording.gerunds or "\0"):
            return self.finder.of_verb(cue, sentence, outside, True)  # navodeći da
        inside = self.references.inside(cue)
        if inside is not None:
            return self.speaker(inside)  # in Petrović's view
        return self._owner(cue, outside) or (
            self._of_noun(cue, sentence, outside, after)
            if cue.kind == "noun"
            else self._according(cue, sentence, outside, after)
        )

    def owned(self, cue: Cue) -> bool:
        """Whether a phrase holds its own pronoun or name: in his words, in Petrović's view."""
        owners = self.wording.owners
        return any(w in owners for w in self.keys[cue.first : cue.last]) or self.references.inside(cue) is not None

    def _owner(self, cue: Cue, outside: list[Mention]) -> Who | None:
        """In his words, according to him."""
        words = self.keys[cue.first : cue.last]
        if cue.kind == "according":
            words += [w for w in self.keys[cue.last : cue.last + 1] if w in self.wording.objective]
        owners = self.wording.owners
        gender = next((owners[w] for w in words if w in owners), "")
        if gender == "p":
            return self.finder.pronouns.several(outside, cue.first)
        if gender == "n":
            return self.finder.pronouns.thing(outside, cue.first)
        return self.finder.by_gender(gender, outside, cue) if gender else None

    def _of_noun(self, cue: Cue, sentence: Sentence, outside: list[Mention], after: list[Mention]) -> Who:
        """The claim of X that; Primer's view that."""
        before = [m for m in outside if m.last <= cue.first]
        links = self.wording.noun_links
        if links and links.isdisjoint(self.keys[cue.last : cue.last + 1]):  # what follows is what is viewed
            before = [m for m in before if m.kind not in ("group", "role")]
        else:
            who = self._named_after(cue, sentence, outside, after)
            if who is not None:
                return who
            before = [m for m in before if m.kind == "person"]
        return self.speaker(before[-1]) if before else self.memory.last()

    def _according(self, cue: Cue, sentence: Sentence, outside: list[Mention], after: list[Mention]) -> Who:
        """According to X; according to people who know the matter."""
        who = self._named_after(cue, sentence, outside, after)
        if who is not None:
            return who
        phrase = self._phrase(cue, sentence)
        if after and not phrase:
            return self.speaker(after[0])
        if cue.last < len(self.keys) and (pronoun := self.finder.grammar.pronouns.get(self.keys[cue.last])) is not None:
            return self.finder.by_gender(str(pronoun.get("gender", "")), outside, cue)
        if not phrase or not self.wording.described_as_written:
            return self.memory.last()
        return Who(phrase, phrase, "", "described", certain=True)

    def _named_after(self, cue: Cue, sentence: Sentence, outside: list[Mention], after: list[Mention]) -> Who | None:
        """The name right after a phrase, behind an office or alone: the head of the office Anna Sample."""
        if not after or self._crosses(cue.last, after[0].first):
            return None
        who = self.speaker(self.finder.apposed(after[0], after, oblique=True))
        if who.kind == "described" and self.wording.described_as_written and (phrase := self._phrase(cue, sentence)):
            return who._replace(name=phrase[0].lower() + phrase[1:], surface=phrase)
        return who

    def _crosses(self, first: int, last: int) -> bool:
        starts = self.tokens.starts
        return last > first and any(c in self.text[starts[first] : starts[last]] for c in ",;:")

    def _phrase(self, cue: Cue, sentence: Sentence) -> str:
        """The words that describe a source after a cue, up to the next mark; '' where they describe none."""
        first, limit = cue.last, min(cue.last + _REACH, sentence.last)
        if first >= limit:
            return ""
        start, end = self.tokens.starts[first], self.tokens.ends[limit - 1]
        stop = next((i for i in range(start, end) if self.text[i] in STOPS), end)
        words = self.text[start:stop].split()
        if words and words[0].lower() in self.wording.nobody:
            return ""  # those claims: whose, the text has said before
        return " ".join(words) if 0 < len(words) <= _DESCRIBED else ""
