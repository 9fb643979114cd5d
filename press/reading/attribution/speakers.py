"""Speakers: the subject beside a cue, and whom a pronoun, an office or a dropped subject stands for.

The text is read once from left to right; what is kept is who spoke last and who was named, most recent
last. A pronoun or an office goes to the nearest earlier person that agrees in gender and office, the
last speaker first (centering: the subject of speech is the likeliest to be taken up again; Grosz, Joshi &
Weinstein, "Centering", Computational Linguistics 21(2), 1995).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import cache, cached_property
from typing import Any, NamedTuple

from press.reading.actors import english, known, offices
from press.reading.attribution.grammar import Cue, Grammar
from press.reading.document import Document, Mention, Sentence
from press.vocabulary import read

_NEAR = 9  # words after a Slavic verb in which its subject stands
#: Kinds of mentions that a pronoun or a noun can take up.
_TAKEN_UP = frozenset({"person", "organisation", "outlet", "state"})
_RECENT = 40  # persons kept in mind
_APPOSITION = 12  # words that an apposition is read for
_CLAUSE_MARKS = frozenset(',;:()—–"“”«»!?')
_STOPS = frozenset(',.;:!?()—–"“”«»„\n')
_BODY_REACH = 400  # words back in which an institution is taken up by its noun
_WINDOW = 150  # words around a cue in which its subject may stand
_REACH = 6  # sentences back that a pronoun looks for its person


class Who(NamedTuple):
    """A speaker: canonical name, the words that name him, and how sure the reading is."""

    name: str = ""
    surface: str = ""
    country: str = ""
    kind: str = ""
    through: str = ""
    gender: str = ""
    certain: bool = False


NOBODY = Who()


class Speakers:
    """Who speaks in a document; call :meth:`enter` and :meth:`leave` for each sentence in order."""

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document, self.grammar = document, grammar
        self.text, self.tokens = document.text, document.tokens
        self.references = document.references
        self.firsts = [m.first for m in self.references]
        self.recent: list[tuple[int, Mention]] = []
        self.spoken: list[Who] = []
        self.last_at = -1
        self.sentence_number = 0
        self.subject_of_previous: Mention | None = None
        self.subject_at = -1
        self.here: list[Mention] = []
        self.sentence: Sentence | None = None
        self.words = words(grammar.language)
        self.main_states: list[str] | None = None

    # -- reading along ------------------------------------------------------------------------

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        self.sentence = sentence
        self.here = self.around(sentence.first, sentence.last)
        self.sentence_number += 1

    def leave(self, told: list[tuple[int, int]]) -> None:
        """End a sentence: remember whom it named; ``told`` are the spans of its statements."""
        if not self.here:
            return
        persons = [m for m in self.here if m.name and m.kind in _TAKEN_UP]
        if not persons:
            return
        self.recent += [(self.sentence_number, m) for m in persons[-_RECENT:]]
        if len(self.recent) > 2 * _RECENT:
            del self.recent[:-_RECENT]
        opening = self.tokens.keys[self.sentence.first] if self.sentence is not None else ""
        if self.grammar.language == "en" and opening in self.grammar.pronouns:
            return  # "He would ask X": the subject is no new one
        told = sorted(told)
        begins = [a for a, _ in told]
        for m in persons:
            if m.kind == "person" and self._subject(m):
                i = bisect_right(begins, m.start) - 1
                if i < 0 or m.start >= told[i][1]:
                    self.subject_of_previous = m
                    self.subject_at = self.sentence_number
                    break

    def spoke(self, who: Who) -> None:
        """Note who made the latest statement."""
        if who.name:
            self.spoken.append(who)
            self.last_at = self.sentence_number

    def last(self) -> Who:
        """Who spoke last."""
        who = self.spoken[-1] if self.spoken else NOBODY
        return who._replace(certain=False) if who.certain else who

    # -- mentions of the sentence --------------------------------------------------------------

    def at(self, token: int) -> Mention | None:
        """The reference that begins at a token."""
        i = bisect_left(self.firsts, token)
        return self.references[i] if i < len(self.references) and self.firsts[i] == token else None

    def ending_at(self, token: int) -> Mention | None:
        """The reference that ends right before a token."""
        i = bisect_left(self.firsts, token)
        return next((m for m in reversed(self.references[max(0, i - 4) : i]) if m.last == token), None)

    def around(self, first: int, last: int) -> list[Mention]:
        """References that begin from one token up to another."""
        return self.references[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def owned(self, cue: Cue) -> bool:
        """Whether a phrase of attribution holds its own pronoun or name: in his words, in Petrović's view."""
        return any(w in _POSSESSIVE_GENDER for w in cue.text.lower().split()) or self._inside(cue) is not None

    def _inside(self, cue: Cue) -> Mention | None:
        return next((m for m in self.around(cue.first, cue.last) if m.last <= cue.last), None)

    def after(self, token: int, limit: int) -> Mention | None:
        """The first reference from a token on, before another."""
        i = bisect_left(self.firsts, token)
        if i < len(self.references) and self.references[i].first < limit:
            return self.references[i]
        return None

    def before(self, offset: int, sentence: Sentence) -> Mention | None:
        """The last reference of the sentence that ends before a character."""
        near = self.around(max(sentence.first, self.tokens.at(offset) - _WINDOW), self.tokens.at(offset))
        return next((m for m in reversed(near) if m.end <= offset), None)

    def cover(self, first: int, last: int) -> set[int]:
        """Tokens of a range that references explain."""
        out: set[int] = set()
        i = bisect_left(self.firsts, first)
        while i < len(self.references) and self.references[i].first < last:
            out.update(range(self.references[i].first, min(last, self.references[i].last)))
            i += 1
        return out

    def named(self, m: Mention, gender: str = "") -> Who:
        """The speaker that a mention stands for; ``gender`` is what the verb tells of it."""
        if m.kind == "role" and not m.name:
            return self._by_role(m._replace(gender=m.gender or gender))
        return Who(m.name, self.text[m.start : m.end], m.country, m.kind, "", m.gender, certain=True)

    # -- the subject of a cue -------------------------------------------------------------------

    def of_cue(self, cue: Cue, sentence: Sentence, inside: bytearray, forward: bool = False) -> Who:
        """The speaker of a cue in a sentence; ``inside`` marks the sentence's quoted tokens.

        ``forward`` tells that what is said follows the cue, so that a subject may stand far before it.
        """
        # Far from its cue no subject stands: the window keeps a sentence of any length linear.
        outside = self.around(max(sentence.first, cue.first - _WINDOW), min(sentence.last, cue.last + _WINDOW))
        if 1 in inside:
            outside = [m for m in outside if not inside[min(m.first - sentence.first, len(inside) - 1)]]
        if cue.kind in ("according", "noun"):
            return self._of_phrase(cue, sentence, outside)
        if self.grammar.language == "en":
            return self._english(cue, sentence, outside, forward)
        return self._slavic(cue, sentence, outside, forward)

    def _of_phrase(self, cue: Cue, sentence: Sentence, outside: list[Mention]) -> Who:
        """The name after "according to", or the pronoun inside the phrase."""
        key = self.tokens.keys
        limit = min(cue.last + 12, sentence.last)
        candidates = [m for m in outside if cue.last <= m.first < limit]
        words = cue.text.lower().split()
        inner = self._inside(cue)
        if inner is not None:
            return self.named(inner)
        if cue.kind == "according" and key[cue.last : cue.last + 1]:
            words = [*words, *(w for w in key[cue.last : cue.last + 1] if w in _OBJECTIVE)]
        owner = next((_POSSESSIVE_GENDER[w] for w in words if w in _POSSESSIVE_GENDER), "")
        if owner:
            if owner in ("p", "n"):
                return self._plural()
            return self._pronoun(owner, outside, cue)
        if (
            cue.kind == "noun"
            and self.grammar.language == "en"
            and key[cue.last : cue.last + 1] not in (["of"], ["by"], ["from"])
        ):
            # Primer's view that …: what follows is what is viewed
            before = [m for m in outside if m.last <= cue.first and m.kind not in ("group", "role")]
            return self.named(before[-1]) if before else self.last()
        if candidates and not self._crosses(cue.last, candidates[0].first):
            head = self._apposed(candidates[0], candidates, oblique=True)
            # "the head of the office, X" or "X's lawyer"
            who = self.named(head)
            if who.kind == "described" and (phrase := self._phrase(cue.last, limit)):
                return who._replace(name=phrase[0].lower() + phrase[1:], surface=phrase)
            return who
        if cue.kind == "noun":
            before = [m for m in outside if m.last <= cue.first and m.kind == "person"]
            return self.named(before[-1]) if before else self.last()
        surface = self._phrase(cue.last, limit)
        if candidates and not surface:
            return self.named(candidates[0])
        if key[cue.last : cue.last + 1] and key[cue.last] in self.grammar.pronouns:
            return self._pronoun(str(self.grammar.pronouns[key[cue.last]].get("gender", "")), outside, cue)
        if not surface or (self.grammar.language != "en" and surface[0].islower() and self.spoken):
            return self.last()
        return Who(surface, surface, "", "described", certain=True)

    def _crosses(self, first: int, last: int) -> bool:
        return (
            any(c in self.text[self.tokens.starts[first] : self.tokens.starts[last]] for c in ",;:")
            if last > first
            else False
        )

    def _phrase(self, first: int, limit: int) -> str:
        """The words of a described source: up to the next mark of punctuation."""
        if first >= limit:
            return ""
        start = self.tokens.starts[first]
        end = self.tokens.ends[limit - 1]
        stop = next((i for i in range(start, end) if self.text[i] in ',;:.!?()—–\n"“”«»„'), end)
        words = self.text[start:stop].split()
        if words and words[0].lower() in self.words.get("nobody", ()):
            return ""  # those claims: whose, the text has said before
        if words and words[0].lower() in ("the",):
            words = words[1:]
        return " ".join(words) if 0 < len(words) <= 6 else ""

    def _english(self, cue: Cue, sentence: Sentence, outside: list[Mention], forward: bool) -> Who:
        """The subject of an English cue: the noun phrase before the verb, over an apposition, or after "said"."""
        keys, g, w = self.tokens.keys, self.grammar, self.words
        start = self._clause_start(cue.first, sentence)
        end = self._before_adverbs(start, cue.first)
        spoken_here = self.spoken and self.last_at == self.sentence_number
        if end > start and keys[end - 1] in g.pronouns and not g.pronouns[keys[end - 1]].get("relative"):
            return self._by_pronoun(keys[end - 1], end - 1, outside, cue)
        if keys[cue.first] in w["quoting"]:
            quoted = self._quoted(cue, sentence, outside)
            if quoted.name:
                return quoted
        if end > start and keys[end - 1] in g.relative:
            return self._antecedent(end - 1, sentence, outside)
        joined = end > start and keys[end - 1] in g.chains  # "… and warned"
        if (joined or (end == start and keys[cue.first].endswith("ing"))) and spoken_here:
            return self.last()._replace(certain=True)
        if joined and keys[start] in g.pronouns and start < end - 1 and not g.pronouns[keys[start]].get("relative"):
            return self._by_pronoun(keys[start], start, outside, cue)
        inverted = self._after_verb(cue, outside)
        if end == start:
            if inverted is not None and inverted[1]:
                return self._inverted(inverted[0], cue)
            phrase = self._described_after(cue, sentence)
            if phrase is not None:
                return phrase
            over = self._over_apposition(start, sentence, outside)
            if over is not None:
                return over
            if inverted is not None:
                return self._inverted(inverted[0], cue)
        elif not joined:
            subject = self._subject_phrase(start, end, outside)
            if subject is not None:
                return subject
            if inverted is not None and inverted[1]:
                return self._inverted(inverted[0], cue)
        before = [m for m in outside if start <= m.first and m.last <= cue.first and not m.possessive]
        head = self._head(before, cue.first, first=joined)
        if head is not None:
            return self.named(head)
        over = self._over_apposition(start, sentence, outside) if joined else None
        if over is not None:
            return over
        # A clause without subject: a relative clause, or the cue is chained.
        earlier = [m for m in outside if m.last <= start and not m.possessive]
        chained = cue.first == start or joined or keys[start] in g.chains or keys[start] in w["openers"]
        if keys[start] in g.relative and start > sentence.first:
            return self._antecedent(start, sentence, outside)
        if earlier and forward and (chained or cue.first - start <= 3):
            head = self._head(earlier, start, first=True)
            if head is not None:
                return self.named(head)
        if self.spoken and (chained or cue.first - start <= 4):
            return self.last()
        return NOBODY

    def _quoted(self, cue: Cue, sentence: Sentence, outside: list[Mention]) -> Who:
        """Who speaks in "the agency quoted him as saying"; nobody where the words go otherwise."""
        keys = self.tokens.keys
        limit = min(cue.last + 10, sentence.last)
        end = next((i for i in range(cue.last, limit) if keys[i] == "as"), limit)
        if end == limit or end == cue.last:
            return NOBODY
        if keys[cue.last] in _OBJECTIVE:
            return self._pronoun(_POSSESSIVE_GENDER[keys[cue.last]], outside, cue)
        named = next((m for m in outside if cue.last <= m.first < end and m.kind in ("person", "name")), None)
        return self.named(named) if named is not None else self._described(cue.last, end) or NOBODY

    def _by_pronoun(self, key: str, at: int, outside: list[Mention], cue: Cue) -> Who:
        if key == "they":
            return self._plural()
        if key == "it":
            return self._thing(outside, at)
        return self._pronoun(str(self.grammar.pronouns[key].get("gender", "")), outside, cue)

    def _before_adverbs(self, first: int, last: int) -> int:
        """Where a noun phrase before a verb ends: auxiliaries and adverbs after it are no part of it."""
        keys, adverbs = self.tokens.keys, self.words["adverbs"]
        while last > first and (
            keys[last - 1] in adverbs or (keys[last - 1].endswith("ly") and len(keys[last - 1]) > 4)
        ):
            if self.ending_at(last) is not None:
                break
            last -= 1
        return last

    def _after_verb(self, cue: Cue, outside: list[Mention]) -> tuple[Mention, bool] | None:
        """The subject of "said Vučić", and whether what follows it shows that it is the subject."""
        g, keys, tokens = self.grammar, self.tokens.keys, self.tokens
        if cue.kind not in ("say", "think") or keys[cue.last - 1] in g.complementisers:
            return None
        if keys[cue.first] in g.tell and self._gap(cue.first).strip()[-1:] not in ('"', "”", "’", "'"):
            return None
        after = next((m for m in outside if m.first >= cue.last), None)
        if after is None or after.first - cue.last > 4 or after.possessive:
            return None
        between = keys[cue.last : after.first]
        if any(k in g.complementisers or k in g.prepositions or k in g.pronouns for k in between):
            return None
        if _STOPS.intersection(self.text[tokens.ends[cue.last - 1] : tokens.starts[after.first]]) - {"."}:
            # said its founder, Anna Sample,
            apposed = self._gap(after.first).strip() == "," and self._gap(after.last).strip()[:1] in (",", ".")
            return (after, True) if apposed and 0 < len(between) < 5 and keys[cue.last] in g.determiners else None
        if after.kind == "role":
            # said spokeswoman Anna Sample
            named = next((m for m in outside if m.first == after.last and m.name), None)
            after = named or after
        following = keys[after.last : after.last + 1]
        gap = self.text[after.end : tokens.starts[after.last]] if following else "."
        sure = not following or bool(_STOPS.intersection(gap)) or following[0] in g.adjuncts
        if not sure and after.kind == "role":
            return None
        return after, sure

    def _inverted(self, m: Mention, cue: Cue) -> Who:
        """The subject that follows its verb: added the agency."""
        if m.kind == "role" and not m.name:
            return self._described(cue.last, m.last, m) or self.named(m)
        return self.named(m)

    def _described_after(self, cue: Cue, sentence: Sentence) -> Who | None:
        """The described source after a verb: "…", said one of the people, granted anonymity."""
        keys, w = self.tokens.keys, self.words
        if (
            cue.kind != "say"
            or keys[cue.first] in self.grammar.tell
            or cue.last >= sentence.last
            or keys[cue.last] not in w["articles"]
            or self._gap(cue.last).strip()
        ):
            return None
        end = cue.last + 1
        while end < sentence.last and end - cue.last < _APPOSITION and not _STOPS.intersection(self._gap(end)):
            if keys[end] in w["openers"] or keys[end] in self.grammar.finite:
                return None
            end += 1
        return self._described(cue.last, end, self._office_ending(end))

    def _office_ending(self, end: int) -> Mention | None:
        m = self.ending_at(end)
        return m if m is not None and m.kind == "role" and not m.name else None

    def _antecedent(self, at: int, sentence: Sentence, outside: list[Mention]) -> Who:
        """Whom "who" or "which" stands for: what ends right before it."""
        keys, w = self.tokens.keys, self.words
        named = self.ending_at(at)
        if named is not None and not (named.kind == "role" and not named.name) and not named.possessive:
            return self.named(named)
        first = next((k for k in range(at - 1, max(sentence.first, at - 7) - 1, -1) if keys[k] in w["articles"]), -1)
        if first >= 0 and not any(_STOPS.intersection(self._gap(k)) for k in range(first + 1, at)):
            return self._described(first, at, self._office_ending(at)) or NOBODY
        noun = keys[at - 1]
        if noun.endswith("s") and not self._gap(at).strip():
            return Who(noun, noun, "", "described", certain=True)  # from senators who believe
        earlier = [m for m in outside if m.last <= at and not m.possessive]
        return self.named(earlier[-1]) if earlier else self.last()

    def _over_apposition(self, end: int, sentence: Sentence, outside: list[Mention]) -> Who | None:
        """The name before an apposition or a relative clause that ends at a comma: X, a Democrat from Ohio, said."""
        g, keys = self.grammar, self.tokens.keys
        for step in range(5):
            if end <= sentence.first:
                return None
            first = self._clause_start(end - 1, sentence) if end - 1 > sentence.first else sentence.first
            before = self._gap(first)
            within = [m for m in outside if first <= m.first and m.last <= end and not m.possessive]
            last = within[-1] if within else None
            aside = keys[first] in g.relative or keys[first] in self.words["openers"] or "(" in before
            aside = aside or (keys[first].endswith("ing") and len(keys[first]) > 5)
            if last is not None and last.last == end and not aside:
                person = last.kind in ("person", "name") and not last.role
                if person and not self._governed(last, first, far=True):
                    return self.named(last)
                if step and last.first - first <= 1 and last.kind != "group" and not self._governed(last, first):
                    return self.named(last)
            if step and not aside:
                subject = self._subject_phrase(first, end, outside)
                if subject is not None and (subject.kind != "described" or first == sentence.first):
                    return subject
            if first > 0 and any(c in before for c in ';:"”“«»!?'):
                return None
            end = first
        return None

    def _subject_phrase(self, first: int, last: int, outside: list[Mention]) -> Who | None:
        """The speaker by the noun phrase that ends right before a verb; the words from ``first`` may hold more."""
        keys, g = self.tokens.keys, self.grammar
        if keys[first] in g.pronouns and keys[first + 1 : first + 2] == ["and"] and self.spoken:
            return self.last()._replace(certain=True)  # He and X said
        ending = next((m for m in reversed(outside) if m.last == last and m.first >= first), None)
        within = [m for m in outside if first <= m.first and m.last <= last]
        if ending is not None and ending.kind == "person" and ending.known and "office" in keys[first : first + 3]:
            return Who(
                f"Office of {ending.name}",
                self.text[self.tokens.starts[first] : ending.end],
                ending.country,
                "organisation",
                certain=True,
            )
        if ending is not None and not (ending.kind == "role" and not ending.name):
            if not self._governed(ending, first, far=True) and not ending.possessive:
                return self.named(ending)
            head = self._head([m for m in within if not m.possessive], last)
            if head is not None and head is not ending and not self._governed(head, first):
                return self.named(head)
            if not self._governed(ending, first):
                return self.named(ending)
        if ending is None:
            # "the spokesman for the Kremlin", "Christo Grozev of the group": the head stands before a preposition
            for m in within:
                if (
                    m.last < last
                    and keys[m.last] in g.prepositions
                    and not m.possessive
                    and not self._governed(m, first)
                ):
                    if m.kind in ("person", "name", "organisation", "outlet"):
                        return self.named(m)
                    break
        return self._described(first, last, ending)

    def _governed(self, m: Mention, first: int, far: bool = False) -> bool:
        """Whether a preposition governs a mention; ``far`` looks over nouns beside it: of the group Bellingcat."""
        keys, g, w = self.tokens.keys, self.grammar, self.words
        office = self.ending_at(m.first) if m.kind in ("person", "name") else None
        # Secretary of State Anna Sample: the preposition is the office's own
        j = (office.first if office is not None and office.kind == "role" else m.first) - 1
        steps = 0
        while j >= first and steps < 4:
            if _STOPS.intersection(self.text[self.tokens.ends[j] : self.tokens.starts[j + 1]]) - {"."}:
                return False
            if keys[j] in g.prepositions:
                return True
            title = keys[j] in w["before_names"]
            noun = far and m.kind in ("organisation", "outlet", "state", "name") and keys[j] not in g.finite
            if not title and not noun:
                return False
            j -= 1
            steps += 1
        return False

    def _clause_start(self, token: int, sentence: Sentence) -> int:
        """First token of the clause of a token: after the last comma or other mark outside the name before it."""
        i = token - 1
        starts, ends, text = self.tokens.starts, self.tokens.ends, self.text
        while i >= sentence.first:
            between = text[ends[i] : starts[i + 1]]
            if between != " " and not _CLAUSE_MARKS.isdisjoint(between):
                return i + 1
            i -= 1
            if token - i > 40:
                break
        return max(i + 1, sentence.first)

    def _head(self, candidates: list[Mention], cue: int, first: bool = False) -> Mention | None:
        """The subject among the names of a clause: none that follows a preposition."""
        good = [m for m in candidates if not self._governed(m, 0)]
        good = [m for m in good if m.kind != "group" or len(good) == 1]
        if not good:
            return None
        if first:
            return good[0]
        near = [m for m in good if not self._governed(m, 0, far=True)]
        last = (near or good)[-1]
        if cue - last.last > 8 and last.kind in ("state", "outlet"):
            return None
        return last

    def _described(self, first: int, last: int, head: Mention | None = None) -> Who | None:
        """A described source such as "European officials", "a spokesman for the company", "the senator".

        ``head`` is the office that ends the phrase, where the vocabulary knows it.
        """
        g, tokens, w = self.grammar, self.tokens, self.words
        keys = tokens.keys
        # "on Thursday a spokesman": the phrase begins at its article
        if keys[first] in g.prepositions or keys[first] in g.conjunctions or keys[first] in g.adjuncts:
            begins = [k for k in range(first + 2, last) if keys[k] in w["articles"]]
            if not begins:
                return self.named(head) if head is not None else None
            first = begins[0]
        if not 0 < last - first <= 12:
            return self.named(head) if head is not None else None
        for k in range(last - 1, first, -1):
            # "economists at the time", "Russia on Monday"
            if keys[k] in w["time_prepositions"] and (keys[last - 1] in w["times"] or keys[last - 1][0].isdigit()):
                ending = self.ending_at(k)
                if ending is not None and not (ending.kind == "role" and not ending.name):
                    return self.named(ending)
                last = k
        owner = next((m for m in self.around(first, last) if m.possessive and m.first <= first + 1), None)
        noun = keys[last - 1]
        definite = keys[first] == "the"
        if head is None and (noun in g.prepositions or (noun in g.determiners and noun not in w["people"])):
            return None
        if any(k in w["adverbs"] or k in g.relative or k in g.pronouns for k in keys[first:last]):
            return self.named(head) if head is not None else None
        if last - first == 1 and noun in w["nobody"]:
            return None
        surface = self.text[tokens.starts[first] : tokens.ends[last - 1]]
        if definite or (head is not None and last - first == head.last - head.first):
            taken_up = self._taken_up(noun, first)
            if taken_up is not None:
                return taken_up._replace(surface=surface)
            if head is not None:
                who = self._by_role(head)
                if who.kind != "described":
                    return who
        if owner is not None and owner.kind == "person" and owner.known and noun == "office":
            return Who(f"Office of {owner.name}", surface, owner.country, "organisation", certain=True)
        if owner is not None and head is not None and owner.last == head.first and not definite:
            who = self.named(head)  # Washington's special envoy
            if who.kind != "described":
                return who
        if head is not None and head.country and keys[first] not in w["articles"]:
            who = self._by_role(head)
            if who.kind != "described":
                return who
        proper = tokens.words[first][0].isupper() and self._proper(first, last, owner)
        name = surface if proper else surface[0].lower() + surface[1:]
        return Who(name, surface, head.country if head is not None else "", "described", certain=True)

    def _proper(self, first: int, last: int, owner: Mention | None) -> bool:
        """Whether the capital that a described source begins with is a name's and not the sentence's."""
        words = self.tokens.words
        if self.tokens.keys[first] in self.words["articles"] | self.words["common"] | self.grammar.determiners:
            return False
        if owner is not None and owner.first == first:
            return True
        named = self.at(first)
        if named is not None and (
            named.kind in ("person", "name", "state", "outlet", "group") or words[first].isupper()
        ):
            return True
        if words[first].isupper() or (last - first > 1 and words[first + 1][0].isupper()):
            return True
        if self.sentence is None or self.sentence.first != first:
            return True
        # At the head of a sentence anything is capitalised: a name is where it is so elsewhere, or is no known noun.
        return last - first == 1 and not self._small(self.tokens.keys[first])

    @cached_property
    def _written_small(self) -> set[str]:
        return {k for k, word in zip(self.tokens.keys, self.tokens.words, strict=True) if word[0].islower()}

    def _small(self, key: str) -> bool:
        """Whether the text or the vocabulary has a word in small letters."""
        return (
            key in self.words["people"]
            or key in self.words["common"]
            or key in english.plural_roles()
            or key in self._written_small
        )

    @cached_property
    def introduced(self) -> dict[str, list[tuple[int, int]]]:
        """By word: where a person whom the vocabulary does not know is introduced by it, as (token, reference)."""
        keys, g = self.tokens.keys, self.grammar
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for n, m in enumerate(self.references):
            if m.known or m.kind not in ("person", "name"):
                continue
            before = self._gap(m.first)
            i = m.first - 1
            if i >= 0 and not _STOPS.intersection(self._gap(i + 1)) - {"."} and keys[i] not in g.determiners:
                found[self.words["titles"].get(keys[i], keys[i])].append((m.first, n))
            if before.strip() == "," and self._gap(m.last).lstrip()[:1] == ",":
                # a spokeswoman for the campaign, Anna Sample, said
                start = m.first - 1
                while start > 0 and m.first - start < _APPOSITION and not _STOPS.intersection(self._gap(start)):
                    start -= 1
                self._introduce(found, start, m.first, m.first, n)
            elif self._gap(m.last).lstrip()[:1] in (",", "("):
                self._introduce(found, m.last, m.last + _APPOSITION, m.first, n)
        return found

    def _introduce(self, found: dict[str, list[tuple[int, int]]], first: int, last: int, at: int, n: int) -> None:
        """Note the noun that heads an apposition: the word before its preposition or its end."""
        keys, g = self.tokens.keys, self.grammar
        end = first
        while end < min(last, len(keys)) and keys[end] not in g.prepositions and keys[end] not in g.relative:
            if end > first and _STOPS.intersection(self._gap(end)):
                break
            end += 1
        if end > first:
            noun = keys[end - 1]
            found[self.words["titles"].get(noun, noun)].append((at, n))

    def _gap(self, token: int) -> str:
        """What stands between a token and the one before it."""
        starts, ends = self.tokens.starts, self.tokens.ends
        start = ends[token - 1] if token > 0 else 0
        return self.text[start : starts[token] if token < len(starts) else len(self.text)]

    def _taken_up(self, noun: str, first: int) -> Who | None:
        """Whom "the official", "the committee", "the senator" takes up: who was described or introduced by the word."""
        singular = noun.removesuffix("s") if noun.endswith("s") and not noun.endswith("ss") else noun
        for who in reversed(self.spoken[-8:]):
            if who.kind == "described" and who.name.lower().split()[-1].removesuffix("s") == singular:
                return who._replace(certain=True)
        if noun != singular:
            return None
        for m in reversed(self.around(first - _BODY_REACH, first)):
            if m.kind in ("organisation", "outlet") and not m.role and noun in m.name.lower().split():
                return self.named(m)
        names = self.introduced.get(noun) or self.introduced.get(self.words["titles"].get(noun, ""))
        if names:
            at = bisect_left(names, (first,)) - 1
            if at >= 0:
                return self.named(self.references[names[at][1]])
        return None

    def _slavic(self, cue: Cue, sentence: Sentence, outside: list[Mention], forward: bool) -> Who:
        tokens, g = self.tokens, self.grammar
        keys = tokens.keys
        start = self._clause_start(cue.first, sentence)
        end = self._clause_end(cue.last, sentence)
        gender = self._verb_gender(keys[cue.first])
        if not self.words["quoting"].isdisjoint(keys[cue.first : cue.last]):
            # приводит слова лидера агентство: who is quoted, in whatever case
            quoted = next(
                (m for m in outside if cue.last <= m.first < cue.last + 4 and m.kind in ("person", "role")), None
            )
            if quoted is not None:
                return self.named(quoted)
            owner = next((_POSSESSIVE_GENDER[k] for k in keys[cue.first : cue.last + 1] if k in _POSSESSIVE_GENDER), "")
            if owner:
                return self._pronoun(owner, outside, cue)
        if keys[cue.first].endswith(_GERUNDS[g.language]):
            # "…, adding that": whoever the sentence has speak, else its subject
            if self.spoken and self.last_at == self.sentence_number:
                return self.last()._replace(certain=True)
            subjects = [m for m in outside if m.last <= cue.first and self._subject(m) and m.kind != "outlet"]
            people = [m for m in subjects if m.kind == "person"]
            if subjects:
                return self.named((people or subjects)[-1])
        for i in (
            *range(cue.first - 1, max(start, cue.first - 4) - 1, -1),
            *range(cue.last, min(end, cue.last + 3)),
        ):
            if keys[i] in g.pronouns and not g.pronouns[keys[i]].get("relative"):
                data = g.pronouns[keys[i]]
                if data.get("number") == "p":
                    return self._plural()
                return self._pronoun(str(data.get("gender", "")) or gender, outside, cue)
        # What follows "that" is what was said, and names no speaker.
        if keys[cue.last - 1] in g.complementisers:
            end = cue.last
        end = next((i for i in range(cue.last, min(end, len(keys))) if keys[i] in g.complementisers), end)
        before = [m for m in outside if start <= m.first and m.last <= cue.first and self._subject(m, gender)]
        after = [m for m in outside if cue.last <= m.first < end and self._subject(m, gender)]
        near_after = [m for m in after if m.first - cue.last <= _NEAR]
        people = [m for m in near_after if m.kind == "person" and self._agrees(m, gender)]
        if people and not any(m.kind in ("person", "role") for m in before):
            return self.named(people[0])  # рассказал агентству посол …
        if before:
            agreeing = [m for m in before if self._agrees(m, gender)]
            chosen = (agreeing or before)[-1]
            if near_after and not agreeing:
                chosen = near_after[0]
            return self.named(self._apposed(chosen, outside), gender=gender)
        if near_after:
            agreeing = [m for m in near_after if self._agrees(m, gender)]
            return self.named(self._apposed((agreeing or near_after)[0], outside), gender=gender)
        # An apposition or a relative clause between subject and verb: Vučić, predsednik Srbije, rekao je …
        earlier = [m for m in outside if m.last <= start and self._subject(m) and self._agrees(m, gender)]
        chained = cue.first - start <= 3
        if chained and any(keys[k] in g.relative for k in range(start, cue.first)):
            antecedent = [
                m for m in outside if m.last <= start and m.kind in ("person", "organisation", "role", "outlet")
            ]
            if antecedent:
                return self.named(antecedent[-1])
        if earlier and chained and forward:
            return self.named(self._apposed(earlier[0], outside), gender=gender)
        if keys[cue.first].endswith(_PLURALS[g.language]) or keys[cue.first : cue.first + 2][-1:] == ["se"]:
            # В МИД заявили, iz Komisije poručuju, u saopštenju ambasade navodi se: nobody is the subject
            place = self._place(start, cue, end)
            if place is not None:
                return self.named(place)
        who = self._pronoun(gender, outside, cue)
        return who._replace(certain=bool(who.name))

    def _place(self, first: int, cue: Cue, last: int) -> Mention | None:
        """The institution in which something is said: the one after в, u, iz, nearest to the verb."""
        around = [m for m in self.around(first, last) if m.kind in ("organisation", "outlet", "state")]
        near = sorted(around, key=lambda m: (m.kind == "state", abs(m.first - cue.first)))
        for m in near:
            before = self.tokens.keys[max(0, m.first - 2) : m.first]
            begins = m.first - first <= 2 or 0 <= m.first - cue.last <= 2
            if begins and not self.words["places"].isdisjoint(before):
                return m
        return None

    def _clause_end(self, token: int, sentence: Sentence) -> int:
        i = token
        starts, ends, text = self.tokens.starts, self.tokens.ends, self.text
        while i < sentence.last and i - token < 40:
            if i + 1 >= sentence.last:
                return sentence.last
            if i >= token and not _CLAUSE_MARKS.isdisjoint(text[ends[i - 1] : starts[i]]):
                return i
            i += 1
        return min(i, sentence.last)

    def _subject(self, m: Mention, gender: str = "") -> bool:
        """Whether a mention can be the subject by its form and is not governed by a preposition."""
        # napisala je ambasada: a feminine verb tells the nominative of a noun in -a
        feminine = gender == "f" and m.kind in ("organisation", "role") and self.tokens.keys[m.first][-1] in "aая"
        fits = m.nominative or feminine
        return fits and not m.possessive and m.kind != "group" and not self._oblique(m)

    def _oblique(self, m: Mention) -> bool:
        """Whether a preposition governs a mention."""
        keys, j = self.tokens.keys, m.first - 1
        if j < 0 or keys[j] not in self.grammar.prepositions:
            return False
        return not any(c in self.text[self.tokens.ends[j] : self.tokens.starts[j + 1]] for c in ",.;:")

    def _agrees(self, m: Mention, gender: str) -> bool:
        return not gender or not m.gender or m.gender == gender or m.kind != "person"

    def _apposed(self, m: Mention, outside: list[Mention], oblique: bool = False) -> Mention:
        """The person named right after a role or an institution: inženjer Petar Primer; ``oblique`` in any case."""
        if m.kind == "person":
            return m
        following = next(
            (
                o
                for o in outside
                if m.last <= o.first <= m.last + 3 and o.kind == "person" and (o.nominative or oblique) and not o.role
            ),
            None,
        )
        if following is not None:
            between = self.text[m.end : following.start]
            if not any(c in between for c in ",;:.()—–") and (m.kind in ("role", "organisation")):
                return following
        outlet = next((o for o in outside if o.kind == "outlet" and m.last <= o.first <= m.last + 1), None)
        if outlet is not None and m.role == "outlet_noun":
            return outlet
        return m

    def _verb_gender(self, key: str) -> str:
        """Gender that a past tense shows: rekao m, rekla f; сказал m, сказала f; сказав m."""
        language = self.grammar.language
        for ending, gender in _PAST[language]:
            if key.endswith(ending):
                return gender
        return ""

    # -- pronouns, offices, dropped subjects ------------------------------------------------------

    def _candidates(self, outside: list[Mention], before: int) -> list[Mention]:
        """Persons named so far, the nearest first."""
        here = [m for m in outside if m.kind == "person" and m.name and m.last <= before]
        older = [m for n, m in reversed(self.recent) if m.kind == "person" and self.sentence_number - n <= _REACH]
        return [*reversed(here), *older]

    def _pronoun(self, gender: str, outside: list[Mention], cue: Cue) -> Who:
        def fits(other: str) -> bool:
            return not gender or not other or other == gender

        here = [
            m
            for m in outside
            if m.kind == "person" and m.name and m.last <= cue.first and fits(m.gender) and self._subject(m)
        ]
        if here and self.grammar.language == "en":
            here = [m for m in here if self._head([m], cue.first) is not None]
        previous = self.subject_of_previous
        if previous is not None and self.subject_at > self.last_at and fits(previous.gender) and not here:
            return self.named(previous)
        if self.spoken and self.sentence_number - self.last_at <= 2:
            last = self.spoken[-1]
            if last.kind == "person" and fits(last.gender):
                return last._replace(certain=True)
            if not gender and self.grammar.language != "en":
                return last._replace(certain=True)
        if here:
            return self.named(here[0])
        if previous is not None and fits(previous.gender):
            return self.named(previous)
        for who in reversed(self.spoken[-4:]):
            if who.kind == "person" and fits(who.gender):
                return who._replace(certain=True)
        for m in self._candidates(outside, cue.first):
            if fits(m.gender):
                return self.named(m)
        return self.last()

    def _plural(self) -> Who:
        """Whom "they" stands for: the last organisation or group that spoke or was named."""
        if self.spoken and self.spoken[-1].kind != "person":
            return self.spoken[-1]._replace(certain=True)
        for _, m in reversed(self.recent):
            if m.kind in ("organisation", "outlet"):
                return self.named(m)
        return self.last()

    def _thing(self, outside: list[Mention], before: int) -> Who:
        """Whom "it" stands for."""
        here = [m for m in outside if m.kind in ("organisation", "outlet", "state") and m.last <= before]
        if self.spoken and self.spoken[-1].kind in ("organisation", "outlet", "described", "state"):
            return self.spoken[-1]._replace(certain=True)
        if here:
            return self.named(here[-1])
        for _, m in reversed(self.recent):
            if m.kind in ("organisation", "outlet"):
                return self.named(m)
        return self.last()

    def _by_role(self, role: Mention) -> Who:
        """The person that an office stands for where the words do not say of which country."""
        wanted = set(role.role.split("/"))
        day = self.document.published
        surface = self.text[role.start : role.end]
        english = self.grammar.language == "en"
        proper = english and role.country and not self._small(self.tokens.keys[role.first])
        name = surface if proper else surface[0].lower() + surface[1:]
        if self.grammar.language != "en" and not wanted & _THINGS.keys():
            name = offices.described(role.role.split("/")[0], role.country)
        described = Who(name, surface, role.country, "described", certain=True)
        if self.grammar.language == "en" and self.tokens.keys[role.last - 1].endswith("s") and not surface.isupper():
            return described  # experts, officials, unofficial reports
        things = wanted & _THINGS.keys()
        if things:
            thing = self._by_thing(min(things), surface)
            if wanted == things:
                return thing
            wanted -= things
            for office in sorted(wanted):
                found = offices.holders_of(office, thing.name, day)
                if len(found) == 1:
                    return self._person(found[0], surface)

        def fits(who: Who) -> bool:
            return not role.gender or not who.gender or who.gender == role.gender

        spoken = [w for w in reversed(self.spoken[-6:]) if w.kind == "person" and fits(w)]
        if wanted & _GENERIC and spoken and not role.country:
            return spoken[0]._replace(surface=surface, certain=True)
        candidates = list(spoken)
        if self.subject_of_previous is not None:
            candidates.append(self.named(self.subject_of_previous))
        here = [m for m in reversed(self.here) if m.kind == "person" and m.last <= role.first and m.name]
        seen = [m for _, m in reversed(self.recent) if m.kind == "person"]
        candidates.extend(self.named(m) for m in [*here, *seen])
        for who in candidates:
            if fits(who) and holds(who.name, wanted, role.country, day):
                return who._replace(surface=surface, certain=True)
        if role.country:
            compatriots = [
                w for w in candidates if w.country == role.country and fits(w) and w.name not in offices.roles_of()
            ]
            return compatriots[0]._replace(surface=surface, certain=True) if compatriots else described
        name = self._holder(wanted)
        if name:
            return self._person(name, surface)
        unknown = [w for w in candidates if fits(w) and w.name not in offices.roles_of()]
        return unknown[0]._replace(surface=surface, certain=True) if unknown else described

    def _person(self, name: str, surface: str) -> Who:
        """A person of the vocabulary as a speaker."""
        person = known.persons().get(name)
        if person is None:
            return Who(name, surface, kind="person", certain=True)
        return Who(name, surface, person.country, "person", gender=person.gender, certain=True)

    def _holder(self, wanted: set[str]) -> str:
        """Who holds an office in the state that the text speaks of most, and nobody else can be meant."""
        if self.main_states is None:
            names = Counter(m.country for m in self.references if m.country)
            self.main_states = [c for c, _ in names.most_common(2)]
        for state in self.main_states:
            for role in sorted(wanted & _OFFICES):
                found = offices.holders(role, state, self.document.published)
                if len(found) == 1:
                    return found[0]
        return ""

    def _by_thing(self, thing: str, surface: str) -> Who:
        """The outlet or institution that "the paper", "the company", "the document" stands for."""
        kinds = _THINGS[thing]
        if self.spoken and self.spoken[-1].kind in kinds and self.sentence_number - self.last_at <= 3:
            return self.spoken[-1]._replace(surface=surface, certain=True)
        here = [m for m in self.here if m.kind in kinds and m.end <= self.text.find(surface, m.end)]
        for m in [*here[:1], *(m for _, m in reversed(self.recent))]:
            if m.kind in kinds and m.name:
                return self.named(m)._replace(surface=surface)
        kind = "outlet" if thing == "outlet_noun" else "described"
        return Who(surface[0].lower() + surface[1:], surface, "", kind, certain=True)


@cache
def words(language: str) -> dict[str, Any]:
    """The lists of ``[speakers]`` in a language's vocabulary."""
    data = read(f"languages/{language}").get("speakers", {})
    return {k: frozenset(v) if isinstance(v, list) else v for k, v in data.items()}


#: What nouns that take up a name stand for.
_THINGS = {"outlet_noun": ("outlet",), "body_noun": ("organisation",), "document_noun": ("organisation",)}
#: Words that anybody may be described by; they take up who spoke last.
_GENERIC = frozenset(
    {
        "politician",
        "official",
        "diplomat",
        "analyst",
        "journalist",
        "activist",
        "deputy",
        "cleric",
        "military",
        "adviser",
        "envoy",
    }
)
_OFFICES = frozenset(
    {
        "president",
        "prime_minister",
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "energy_minister",
        "ambassador",
    }
)


def holds(name: str, wanted: set[str], country: str, day) -> bool:
    """Whether a person of the vocabulary holds one of the roles, or one that such a role covers."""
    for role, of, start, end in offices.roles_of().get(name, ()):
        if country and of != country:
            continue
        if day is not None and not start <= day < end:
            continue
        if role in wanted or wanted & offices.covers(role):
            return True
    return False


_POSSESSIVE_GENDER = {
    "him": "m", "them": "p", "нему": "m", "ней": "f", "ним": "p", "njoj": "f", "njemu": "m",
    "his": "m", "her": "f", "their": "p", "its": "n",
    "njegovim": "m", "njegovom": "m", "njegovoj": "m", "njenim": "f", "njenom": "f", "njenoj": "f", "njihovim": "p",
    "његовим": "m", "његовом": "m", "његовој": "m", "њеним": "f", "њеном": "f",
    "его": "m", "ее": "f", "её": "f", "их": "p", "його": "m", "її": "f", "їхніми": "p", "їхню": "p",
}  # fmt: skip
#: Endings of verbs in the plural, which may have no subject: saopštili, poručuju.
_PLURALS = {
    "en": (),
    "sr": ("li", "ju", "aju", "uju", "u"),
    "ru": ("ли", "лись", "ют", "ят", "ут"),
    "uk": ("ли", "лися", "ють", "ять", "уть"),
}
#: Endings of gerunds among the cues: navodeći, отметив, додавши.
_GERUNDS = {
    "en": (),
    "sr": ("ci", "vsi"),
    "ru": ("в", "вши", "вшись", "ая", "яя", "оря"),
    "uk": ("вши", "вшись", "ючи", "ачи"),
}
_OBJECTIVE = frozenset({"him", "her", "them"})
_PAST = {
    "en": (),
    "sr": (
        ("ao", "m"),
        ("eo", "m"),
        ("io", "m"),
        ("uo", "m"),
        ("la", "f"),
        ("li", ""),
        ("vši", ""),
        ("vsi", ""),
    ),
    "ru": (("ла", "f"), ("лась", "f"), ("ло", ""), ("ли", ""), ("лся", "m"), ("л", "m")),
    "uk": (("ла", "f"), ("лася", "f"), ("ло", ""), ("ли", ""), ("вся", "m"), ("в", "m")),
}
