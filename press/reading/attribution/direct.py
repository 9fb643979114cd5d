"""Direct speech: which quotations are statements, the cue that attributes each, and who speaks without one."""

from __future__ import annotations

import re
from collections.abc import Container

from press.reading.attribution import beside
from press.reading.attribution.memory import Who
from press.reading.attribution.sentence.cues import CLAUSAL
from press.reading.attribution.sentence.quotations import follows_chant, mark_before
from press.reading.attribution.sentence.structure import Structure
from press.reading.attribution.turns import labelled
from press.reading.grammar import Cue
from press.text.quotes import Quote

#: Cues that can attribute a quotation.
_ATTRIBUTING = frozenset({"say", "think", "act", "according", "noun"})
_DASHES = "—–-"
#: Marks that lead in to a quotation, and marks that end a sentence or quotation before it.
_LEADS_IN = ":,—–-"
_ENDS = '.!?…”"»“'
_NEAR_AFTER, _NEAR_BEFORE = 9, 12  # most words from a quotation to the cue that attributes it
_QUESTION_ENDS = re.compile(r"[!?]\s")


def read(s: Structure) -> None:
    """Tell the quotations of a sentence that are statements of their own."""
    before: tuple[Cue | None, Who | None] = None, None
    for q in s.speech:
        if q.start < s.start:
            continue  # told in the sentence where it began
        mark = mark_before(s, q)
        cue, who = _attributed(s, q, mark)
        if cue is None and s.told and s.told[-1].turn == q.turn >= 0:
            cue, who = before  # the speech goes on behind the author's words
        signed = cue is None and who is not None and s.tokens.at(q.inner_end) - s.tokens.at(q.inner) > 1
        if not (signed or is_statement(s, q, mark, cue)):
            continue
        s.told.append(q)
        if cue is not None:
            s.spent.add(cue.first)
        if who is None:
            who = s.speaker(cue) if cue is not None else unattributed(s, q, mark)
        s.report("direct", q.inner, q.inner_end, cue, who)
        before = cue, who


def _attributed(s: Structure, q: Quote, mark: str) -> tuple[Cue | None, Who | None]:
    """The cue that attributes a quotation, and who speaks where that stands straight beside it."""
    if follows_chant(s, q):
        verb = s.tokens.at(q.start) - 1
        chant = Cue(verb, verb + 1, "say", s.words[verb])
        return chant, _crowd(s, chant)
    cue = cue_of(s, q, mark)
    if cue is not None and mark == ":" and cue.first < s.tokens.at(q.start):
        return cue, None
    framed = beside.frame(s, q)
    if framed is not None:
        return framed
    return cue, beside.signature(s, q) if cue is None and mark != ":" else None


def _crowd(s: Structure, cue: Cue) -> Who:
    """Who chants: the subject of the verb, else whom the sentence begins with: Demonstrators marched, chanting “…”."""
    who = s.speaker(cue)
    first = s.first + (s.keys[s.first] in s.grammar.determiners)
    mention = s.speakers.at(first)
    return s.speakers.named(mention) if not who.name and mention is not None else who


def cue_of(s: Structure, q: Quote, mark: str) -> Cue | None:
    """The cue that attributes a quotation after ``mark``: in the clause after it, else in the text before it."""
    after, before = s.tokens.at(q.end), s.tokens.at(q.start)
    preceding = next((c for c in reversed(s.cues) if c.last <= before and c.kind in _ATTRIBUTING), None)
    if preceding and mark == ":":
        return preceding
    following = next((c for c in s.cues if c.first >= after and c.kind in _ATTRIBUTING), None)
    if following and following.first - after <= _NEAR_AFTER:
        between = s.text[q.end : s.starts[following.first]]
        if between.count(",") <= 3 and ";" not in between and not _QUESTION_ENDS.search(between):
            return following
    if preceding and ((mark and mark in ",—–-") or before - preceding.last <= _NEAR_BEFORE):
        return preceding
    return None


def is_statement(s: Structure, q: Quote, mark: str, cue: Cue | None) -> bool:
    """Whether a quotation after ``mark`` is a sentence of its own in the grammar, not part of the writer's.

    He said: “We agree.” → yes; he calls it a “road to nowhere” → no
    """
    words = s.tokens.at(q.inner_end) - s.tokens.at(q.inner)
    if not mark or (mark in _DASHES and q.start - s.start < 5):
        return cue is not None or _is_sentence(s, q, words)
    if cue is not None and follows_chant(s, q):
        return True
    if mark == "," and words < 5 and _is_enumerated(s, q):
        return False
    if not (mark in _LEADS_IN or mark in _ENDS or (words >= 3 and _follows_cue(s, q, CLAUSAL))):
        return False
    if cue is None and (mark != ":" or (words < 2 and q.turn < 0)):
        return False
    small = s.words[s.tokens.at(q.inner)][0].islower()
    return not small or bool(s.told) or _is_all_that_is_said(s, q, mark)


def _is_sentence(s: Structure, q: Quote, words: int) -> bool:
    """Whether a quotation that opens the sentence, without a cue, is a sentence: it ends as one or is the whole."""
    if q.turn >= 0:
        return True  # a line of a dialogue
    if words < 2 or (words < 5 and s.text[q.inner_end - 1] not in ".!?…,"):
        return False
    return words >= 6 or q.end + 1 >= s.end or s.tokens.at(q.end) >= s.last


def _is_enumerated(s: Structure, q: Quote) -> bool:
    """Whether a quotation follows another in a list: from "A", "B" and "C"."""
    return s.text[max(s.start, q.start - 3) : q.start].rstrip(" ,")[-1:] in tuple('»”“"')


def _follows_cue(s: Structure, q: Quote, kinds: Container[str]) -> bool:
    """Whether a quotation stands straight after a cue: he said “…”."""
    first = s.tokens.at(q.start)
    return any(c.last == first and c.kind in kinds for c in s.cues)


def _is_all_that_is_said(s: Structure, q: Quote, mark: str) -> bool:
    """Whether a quotation that begins in lower case is all that is said: he said: "…" and no more."""
    return s.end - q.end < 3 and (mark == ":" or _follows_cue(s, q, ("say",)))


def unattributed(s: Structure, q: Quote, mark: str) -> Who:
    """Speaker of a quotation without cue: a name and a colon, the next sentence, or who spoke last."""
    if mark == ":":
        label = s.speakers.around(s.first, s.tokens.at(q.start)) if q.turn >= 0 else []
        mention = labelled(label) or s.speakers.before(q.start, s.sentence)
        if mention is not None:
            return s.speakers.named(mention)
    following = s.neighbour(1)
    if following is not None and following.start - q.end < 4 and following.paragraph == s.sentence.paragraph:
        for hit in s.grammar.cues.scan(s.keys, following.first, min(following.first + 7, following.last)):
            if hit.value == "say":
                cue = Cue(hit.first, hit.last, "say", s.words[hit.first])
                return s.speakers.of_cue(cue, following, bytearray(following.last - following.first))
    return s.speakers.about() if q.turn >= 0 else s.speakers.last()
