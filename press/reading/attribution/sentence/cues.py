"""The cues of a sentence: which phrases of speech are cues here, and the complementiser that a cue governs."""

from __future__ import annotations

from collections.abc import Iterable, Set

from press.reading.attribution.sentence.verbs import is_verb
from press.reading.attribution.sentence.words import BREAK, COMMA, Words
from press.reading.grammar import Cue
from press.text.phrases import Hit

#: Cues of which what is said can be a clause.
CLAUSAL = frozenset({"say", "think"})
#: Verbs: cues that have a subject.
VERBS = frozenset({"say", "think", "act"})

FAR = 18  # most words between a cue and the clause it governs
_LONGEST_NAME = 4  # most quoted words that are a name
_ACT_REACH = 2  # the same for a verb that carries the meaning itself


def find(words: Words, hits: Iterable[Hit[str]], inside: bytearray) -> list[Cue]:
    """The phrases of speech that are cues here: outside quotations (``inside``), and verbs only where finite."""
    keys, g, base, end = words.keys, words.grammar, words.first, words.last
    found = []
    for first, last, kind in hits:
        if keys[first] in g.no_cues or inside[first - base] or (last <= end and inside[last - 1 - base]):
            continue
        if last > end or kind == "cataphor":
            here = _here(words, first, last, kind)
            if here is None:
                continue
            first, last, kind = here
        if kind in VERBS and not is_verb(words, first, last):
            if keys[first] not in g.nouns or last - first > 1:
                continue
            kind = "noun"
        found.append(Cue(first, last, kind, words.text[words.starts[first] : words.ends[last - 1]]))
    return found


def _here(words: Words, first: int, last: int, kind: str) -> tuple[int, int, str] | None:
    """What of a phrase counts here: none of the next sentence, and of "about this" amid a sentence only its verb."""
    cues, keys = words.grammar.cues, words.keys
    if last > words.last:
        shorter = cues.at(keys, first, words.last)
        if shorter is None:
            return None
        _, last, kind = shorter
    if kind == "cataphor" and first > words.first + 2:
        return cues.at(keys, last - 1, last)
    return first, last, kind


def complementiser(words: Words, cue: Cue, inside: bytearray, verbs: Set[int]) -> int | None:
    """Token after the complementiser that a cue governs (said on Monday *that* …), None where it governs none.

    ``inside`` marks the quoted tokens of the sentence, ``verbs`` holds the first tokens of its verbs of speech.
    """
    keys, g, gap, first = words.keys, words.grammar, words.gap, words.first
    if cue.last - cue.first > 1 and keys[cue.last - 1] in g.complementisers:
        return cue.last  # the phrase holds it: holds that
    reach = _ACT_REACH if cue.kind == "act" else g.noun_reach if cue.kind == "noun" else FAR
    crossed = False  # whether a comma stands between
    named = noun = 0  # where quoted words begin, where another noun of speech stands
    for i in range(cue.last, min(cue.last + reach, words.last)):
        if inside[i - first]:
            named = named or i  # told the daily "Sample" that …: a few quoted words are a name
            if i > cue.last and i - named < _LONGEST_NAME:
                continue
            return None
        marks, key = gap(i), keys[i]
        if marks & BREAK:
            return None
        if key in g.noun_forms and i > cue.last:
            noun = i
        if key in g.complementisers:
            if noun and any(m.last <= i for m in words.speakers.around(noun + 1, i)):
                return None  # answered the call of X that …: what X calls for
            if crossed and not marks & COMMA:
                return None  # …, he said, and the aim is that …
            if _governs(words, cue, i, marks, verbs):
                return i + 1
            continue
        if g.zero_complementiser and i > cue.last and words.is_finite(i):
            return None  # said the bill would …: a clause without complementiser
        if i in verbs or key in g.refusals or (key in g.relative and marks & COMMA):
            return None
        if marks & COMMA:
            crossed = True
    return None


def _governs(words: Words, cue: Cue, i: int, marks: int, verbs: Set[int]) -> bool:
    """Whether a cue governs the complementiser at token ``i``, which stands after ``marks``."""
    keys, g = words.keys, words.grammar
    comma = bool(marks & COMMA)
    if g.comma_before_complementiser and not comma and i != cue.last:
        return False
    if keys[i] in g.as_words and comma and not verbs.isdisjoint(range(i + 1, i + 4)):
        return False  # rekao je, kako prenosi agencija, X
    far = i > cue.last + 1
    if keys[i] in g.near_complementisers and (
        (far and keys[cue.first] not in g.tell) or (comma and (far or not g.finite))
    ):
        return False
    return not (g.prepositions_govern_clauses and keys[i - 1] in g.prepositions)  # asked for that
