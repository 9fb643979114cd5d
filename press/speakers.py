"""Speakers: the subject beside a cue, and whom a pronoun, an office or a dropped subject stands for.

The text is read once from left to right; what is kept is who spoke last and who was named, most recent
last. A pronoun or an office goes to the nearest earlier person that agrees in gender and office, the
last speaker first (centering: the subject of speech is the likeliest to be taken up again; Grosz, Joshi &
Weinstein, "Centering", Computational Linguistics 21(2), 1995).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from . import actors
from .document import Document, Mention, Sentence

if TYPE_CHECKING:
    from .statements import Cue, Grammar

_RECENT = 40  # persons kept in mind
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
        self.main_states: list[str] | None = None

    # -- reading along ------------------------------------------------------------------------

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        lo, hi = bisect_left(self.firsts, sentence.first), bisect_left(self.firsts, sentence.last)
        self.here = self.references[lo:hi]
        self.sentence_number += 1

    def leave(self, told: list[tuple[int, int]]) -> None:
        """End a sentence: remember whom it named; ``told`` are the spans of its statements."""
        persons = [m for m in self.here if m.kind in ("person", "organisation", "outlet", "state") and m.name]
        for m in persons:
            self.recent.append((self.sentence_number, m))
        if len(self.recent) > 2 * _RECENT:
            del self.recent[:-_RECENT]
        subjects = [
            m for m in persons
            if m.kind == "person" and self._subject(m) and not any(a <= m.start < b for a, b in told)
        ]  # fmt: skip
        if subjects:
            self.subject_of_previous = subjects[0]
            self.subject_at = self.sentence_number

    def spoke(self, who: Who) -> None:
        """Note who made the latest statement."""
        if who.name:
            self.spoken.append(who)
            self.last_at = self.sentence_number

    def last(self) -> Who:
        """Who spoke last."""
        return self.spoken[-1]._replace(certain=False) if self.spoken else NOBODY

    # -- mentions of the sentence --------------------------------------------------------------

    def at(self, token: int) -> Mention | None:
        """The reference that begins at a token."""
        i = bisect_left(self.firsts, token)
        return self.references[i] if i < len(self.references) and self.firsts[i] == token else None

    def ending_at(self, token: int) -> Mention | None:
        """The reference that ends right before a token."""
        return next((m for m in reversed(self.here) if m.last == token), None)

    def owned(self, cue: Cue) -> bool:
        """Whether a phrase of attribution holds its own pronoun or name: in his words, in Petrović's view."""
        return any(w in _POSSESSIVE_GENDER for w in cue.text.lower().split()) or self._inside(cue) is not None

    def _inside(self, cue: Cue) -> Mention | None:
        return next((m for m in self.here if cue.first <= m.first and m.last <= cue.last), None)

    def after(self, token: int, limit: int) -> Mention | None:
        """The first reference from a token on, before another."""
        i = bisect_left(self.firsts, token)
        if i < len(self.references) and self.references[i].first < limit:
            return self.references[i]
        return None

    def before(self, offset: int, sentence: Sentence) -> Mention | None:
        """The last reference of the sentence that ends before a character."""
        return next((m for m in reversed(self.here) if m.end <= offset), None)

    def cover(self, first: int, last: int) -> set[int]:
        """Tokens of a range that references explain."""
        out: set[int] = set()
        i = bisect_left(self.firsts, first)
        while i < len(self.references) and self.references[i].first < last:
            out.update(range(self.references[i].first, min(last, self.references[i].last)))
            i += 1
        return out

    def named(self, m: Mention, certain: bool = True) -> Who:
        """The speaker that a mention stands for."""
        if m.kind == "role" and not m.name:
            return self._by_role(m)
        return Who(m.name, self.text[m.start : m.end], m.country, m.kind, "", m.gender, certain)

    # -- the subject of a cue -------------------------------------------------------------------

    def of_cue(self, cue: Cue, sentence: Sentence, inside: bytearray, forward: bool = False) -> Who:
        """The speaker of a cue in a sentence; ``inside`` marks the sentence's quoted tokens.

        ``forward`` tells that what is said follows the cue, so that a subject may stand far before it.
        """
        outside = [
            m for m in (self.here if sentence.first <= (self.here[0].first if self.here else -1) < sentence.last else self._of(sentence))
            if not inside[min(m.first - sentence.first, len(inside) - 1)]
        ]  # fmt: skip
        if cue.kind in ("according", "noun"):
            return self._of_phrase(cue, sentence, outside)
        if self.grammar.language == "en":
            return self._english(cue, sentence, outside, forward)
        return self._slavic(cue, sentence, outside, forward)

    def _of(self, sentence: Sentence) -> list[Mention]:
        lo, hi = bisect_left(self.firsts, sentence.first), bisect_left(self.firsts, sentence.last)
        return self.references[lo:hi]

    def _of_phrase(self, cue: Cue, sentence: Sentence, outside: list[Mention]) -> Who:
        """The name after "according to", or the pronoun inside the phrase."""
        key = self.tokens.keys
        limit = min(cue.last + 12, sentence.last)
        candidates = [m for m in outside if cue.last <= m.first < limit]
        words = cue.text.lower().split()
        inner = self._inside(cue)
        if inner is not None:
            return self.named(inner)
        owner = next((_POSSESSIVE_GENDER[w] for w in words if w in _POSSESSIVE_GENDER), "")
        if owner:
            if owner in ("p", "n"):
                return self._plural(outside, cue.first)
            return self._pronoun(owner, sentence, outside, cue)
        if candidates and not self._crosses(cue.last, candidates[0].first):
            head = candidates[0]
            # "the head of the office, X" or "X's lawyer"
            return self.named(head)
        if cue.kind == "noun":
            before = [m for m in outside if m.last <= cue.first and m.kind == "person"]
            return self.named(before[-1]) if before else self.last()
        if candidates:
            return self.named(candidates[0])
        surface = self._phrase(cue.last, limit)
        if key[cue.last : cue.last + 1] and key[cue.last] in self.grammar.pronouns:
            return self._pronoun(str(self.grammar.pronouns[key[cue.last]].get("gender", "")), sentence, outside, cue)
        return Who(surface, surface, "", "described", certain=bool(surface)) if surface else self.last()

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
        if words and words[0].lower() in ("the",):
            words = words[1:]
        return " ".join(words) if 0 < len(words) <= 6 else ""

    def _english(self, cue: Cue, sentence: Sentence, outside: list[Mention], forward: bool) -> Who:
        tokens, g = self.tokens, self.grammar
        keys = tokens.keys
        start = self._clause_start(cue.first, sentence)
        # A pronoun right before the cue.
        i = cue.first - 1
        steps = 0
        while i >= start and steps < 5:
            if keys[i] in g.pronouns and not g.pronouns[keys[i]].get("relative"):
                if self._quiet(i + 1, cue.first):
                    gender = str(g.pronouns[keys[i]].get("gender", ""))
                    if keys[i] == "they":
                        return self._plural(outside, i)
                    if keys[i] == "it":
                        return self._thing(outside, i)
                    return self._pronoun(gender, sentence, outside, cue)
                break
            i -= 1
            steps += 1
        before = [m for m in outside if start <= m.first and m.last <= cue.first and not m.possessive]
        subject = self._head(before, cue.first)
        if subject is not None:
            return self.named(subject)
        # said the minister / said Vučić
        after = next((m for m in outside if m.first >= cue.last), None)
        if cue.kind in ("say", "think") and after is not None and after.first - cue.last <= 3 and not after.possessive:
            between = keys[cue.last : after.first]
            if (
                all(k in ("the", "a", "an", "mr", "mrs", "ms", "former", "then") or k in g.determiners for k in between)
                and keys[cue.first] not in g.tell
            ):
                plain = self.text[tokens.ends[cue.last - 1] : tokens.starts[after.first]]
                if not any(c in plain for c in ",.;:"):
                    following = keys[after.last : after.last + 1]
                    if (
                        cue.first == start
                        or not following
                        or self.text[tokens.ends[after.last - 1] : tokens.ends[after.last - 1] + 1] in ',.;:"”’'
                        or following[0] in g.adjuncts
                    ):
                        return self.named(after)
        described = self._described(start, cue.first)
        if described is not None:
            return described
        # A clause without subject: an apposition or relative clause stands between, or the cue is chained.
        earlier = [m for m in outside if m.last <= start and not m.possessive]
        chained = cue.first == start or keys[start] in g.chains or keys[start] in ("who", "which", "as", "adding")
        if earlier and keys[start] in g.relative:
            return self.named(earlier[-1])
        if earlier and forward and (chained or cue.first - start <= 3):
            head = self._head(earlier, start, first=True)
            if head is not None:
                return self.named(head)
        if self.spoken and (chained or cue.first - start <= 4):
            return self.last()
        return NOBODY

    def _clause_start(self, token: int, sentence: Sentence) -> int:
        """First token of the clause of a token: after the last comma or other mark outside the name before it."""
        i = token - 1
        starts, ends, text = self.tokens.starts, self.tokens.ends, self.text
        while i >= sentence.first:
            between = text[ends[i] : starts[i + 1]]
            if any(c in between for c in ',;:()—–"“”«»!?') and ", Jr" not in between:
                return i + 1
            i -= 1
            if token - i > 40:
                break
        return max(i + 1, sentence.first)

    def _quiet(self, first: int, last: int) -> bool:
        """Whether between subject and verb stand only adverbs and auxiliaries."""
        return last - first <= 3

    def _head(self, candidates: list[Mention], cue: int, first: bool = False) -> Mention | None:
        """The subject among the names of a clause: none that follows a preposition."""
        keys, g = self.tokens.keys, self.grammar
        good = []
        for m in candidates:
            j = m.first - 1
            while (
                j >= 0
                and keys[j]
                in (
                    "the",
                    "a",
                    "an",
                    "his",
                    "her",
                    "their",
                    "its",
                    "former",
                    "then",
                    "new",
                    "outgoing",
                    "late",
                    "mr",
                    "mrs",
                    "ms",
                )
                and m.first - j <= 3
            ):
                j -= 1
            contiguous = (
                j >= 0
                and j + 1 <= m.first
                and not any(c in self.text[self.tokens.ends[j] : self.tokens.starts[j + 1]] for c in ',.;:"”“')
            )
            if contiguous and keys[j] in g.prepositions:
                continue
            good.append(m)
        good = [m for m in good if m.kind not in ("group",) or len(good) == 1]
        people = [m for m in good if m.kind in ("person", "name", "role", "organisation", "outlet", "state", "group")]
        if not people:
            return None
        if first:
            return people[0]
        last = people[-1]
        if cue - last.last > 8 and last.kind in ("state", "outlet"):
            return None
        return last

    def _described(self, first: int, last: int) -> Who | None:
        """A described source such as "European officials", "a spokesman for the company"."""
        if not 0 < last - first <= 9:
            return None
        g, tokens = self.grammar, self.tokens
        # auxiliaries and adverbs between the noun and the cue are no part of it
        end = last
        while end > first and (tokens.keys[end - 1] in _AUXILIARIES or tokens.keys[end - 1].endswith("ly")):
            end -= 1
        if end == first or tokens.keys[first] in g.prepositions or tokens.keys[first] in g.conjunctions:
            return None
        if tokens.keys[end - 1] in g.prepositions or tokens.keys[end - 1] in g.determiners:
            return None
        if any(k in _AUXILIARIES or k in g.relative or k in g.pronouns for k in tokens.keys[first:end]):
            return None
        words = tokens.words[first:end]
        if len(words) == 1 and tokens.keys[first] in _NOBODY:
            return None
        if words[0].lower() == "the":
            words = words[1:]
        if not words:
            return None
        surface = self.text[tokens.starts[end - len(words)] : tokens.ends[end - 1]]
        known = surface[0].isupper() and len(words) > 1 and words[1][0].isupper()
        name = (
            surface
            if known or surface.isupper() or (len(words) == 1 and first > 0 and surface[0].isupper())
            else surface[0].lower() + surface[1:]
        )
        return Who(name, surface, "", "described", certain=True)

    def _slavic(self, cue: Cue, sentence: Sentence, outside: list[Mention], forward: bool) -> Who:
        tokens, g = self.tokens, self.grammar
        keys = tokens.keys
        start = self._clause_start(cue.first, sentence)
        end = self._clause_end(cue.last, sentence)
        gender = self._verb_gender(keys[cue.first])
        for i in (
            *range(cue.first - 1, max(start, cue.first - 4) - 1, -1),
            *range(cue.last, min(end, cue.last + 3)),
        ):
            if keys[i] in g.pronouns and not g.pronouns[keys[i]].get("relative"):
                data = g.pronouns[keys[i]]
                if data.get("number") == "p":
                    return self._plural(outside, i)
                return self._pronoun(str(data.get("gender", "")) or gender, sentence, outside, cue)
        before = [m for m in outside if start <= m.first and m.last <= cue.first and self._subject(m)]
        after = [m for m in outside if cue.last <= m.first < end and self._subject(m)]
        near_after = [m for m in after if m.first - cue.last <= 5 and not self._oblique(m)]
        if before:
            agreeing = [m for m in before if self._agrees(m, gender)]
            chosen = (agreeing or before)[-1]
            if near_after and not agreeing:
                chosen = near_after[0]
            return self.named(self._apposed(chosen, outside))
        if near_after:
            agreeing = [m for m in near_after if self._agrees(m, gender)]
            return self.named(self._apposed((agreeing or near_after)[0], outside))
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
            return self.named(earlier[0])
        who = self._pronoun(gender, sentence, outside, cue)
        return who._replace(certain=bool(who.name))

    def _clause_end(self, token: int, sentence: Sentence) -> int:
        i = token
        starts, ends, text = self.tokens.starts, self.tokens.ends, self.text
        while i < sentence.last and i - token < 40:
            if i + 1 >= sentence.last:
                return sentence.last
            if i >= token and any(c in text[ends[i - 1] : starts[i]] for c in ",;:()—–!?"):
                return i
            i += 1
        return min(i, sentence.last)

    def _subject(self, m: Mention) -> bool:
        """Whether a mention can be the subject by its form and is not governed by a preposition."""
        return m.nominative and not m.possessive and m.kind not in ("group",) and not self._oblique(m)

    def _oblique(self, m: Mention) -> bool:
        """Whether a preposition governs a mention."""
        keys, j = self.tokens.keys, m.first - 1
        if j < 0 or keys[j] not in self.grammar.prepositions:
            return False
        return not any(c in self.text[self.tokens.ends[j] : self.tokens.starts[j + 1]] for c in ",.;:")

    def _agrees(self, m: Mention, gender: str) -> bool:
        return not gender or not m.gender or m.gender == gender or m.kind != "person"

    def _apposed(self, m: Mention, outside: list[Mention]) -> Mention:
        """The person named right after a role or an institution: ministar odbrane Miloš Vučević."""
        if m.kind == "person":
            return m
        following = next(
            (
                o
                for o in outside
                if m.last <= o.first <= m.last + 3 and o.kind == "person" and o.nominative and not o.role
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

    def _pronoun(self, gender: str, sentence: Sentence, outside: list[Mention], cue: Cue) -> Who:
        fits = lambda g: not gender or not g or g == gender  # noqa: E731
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
            if last.kind in ("person", "role", "described", "") and fits(last.gender) and last.kind == "person":
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

    def _plural(self, outside: list[Mention], before: int) -> Who:
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
        if wanted & _THINGS.keys():
            return self._by_thing(next(iter(wanted & _THINGS.keys())), surface)
        described = Who(surface[0].lower() + surface[1:], surface, role.country, "described", certain=True)
        if self.grammar.language == "en" and self.tokens.keys[role.last - 1].endswith("s") and not surface.isupper():
            return described  # experts, officials
        fits = lambda w: not role.gender or not w.gender or w.gender == role.gender  # noqa: E731
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
                w for w in candidates if w.country == role.country and fits(w) and w.name not in actors.roles_of()
            ]
            return compatriots[0]._replace(surface=surface, certain=True) if compatriots else described
        name = self._holder(wanted)
        if name:
            person = actors.persons().get(name)
            return Who(
                name,
                surface,
                person.country if person else "",
                "person",
                "",
                person.gender if person else "",
                True,
            )
        unknown = [w for w in candidates if fits(w) and w.name not in actors.roles_of()]
        return unknown[0]._replace(surface=surface, certain=True) if unknown else described

    def _holder(self, wanted: set[str]) -> str:
        """Who holds an office in the state that the text speaks of most, and nobody else can be meant."""
        if self.main_states is None:
            names = Counter(m.country for m in self.references if m.country)
            self.main_states = [c for c, _ in names.most_common(2)]
        for state in self.main_states:
            for role in sorted(wanted & _OFFICES):
                found = actors.holders(role, state, self.document.published)
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
    for role, of, start, end in actors.roles_of().get(name, ()):
        if country and of != country:
            continue
        if day is not None and not start <= day < end:
            continue
        if role in wanted or wanted & actors.covers(role):
            return True
    return False


_POSSESSIVE_GENDER = {
    "his": "m", "her": "f", "their": "p", "its": "n",
    "njegovim": "m", "njegovom": "m", "njegovoj": "m", "njenim": "f", "njenom": "f", "njenoj": "f", "njihovim": "p",
    "његовим": "m", "његовом": "m", "његовој": "m", "њеним": "f", "њеном": "f",
    "его": "m", "ее": "f", "её": "f", "их": "p", "його": "m", "її": "f", "їхніми": "p", "їхню": "p", "njemu": "m", "njoj": "f",
}  # fmt: skip
_NOBODY = frozenset(
    [
        "now",
        "here",
        "there",
        "so",
        "thus",
        "what",
        "this",
        "that",
        "these",
        "those",
        "and",
        "but",
        "then",
        "also",
        "which",
        "who",
        "it",
        "one",
        "some",
        "many",
        "all",
    ]
)
_AUXILIARIES = frozenset(
    [
        "now",
        "has",
        "have",
        "had",
        "is",
        "was",
        "were",
        "are",
        "also",
        "then",
        "later",
        "once",
        "again",
        "earlier",
        "already",
        "recently",
        "further",
        "did",
        "does",
        "do",
        "will",
        "would",
        "still",
        "even",
        "himself",
        "herself",
    ]
)
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
