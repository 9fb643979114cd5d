"""Who stands straight beside a quotation: its signature, or a person with a verb that no list has.

“We need gas” – Petar Sample
“We need gas!” sighed Petar Sample
"""

from __future__ import annotations

from press.reading.attribution.memory import Who
from press.reading.attribution.sentence.quotations import is_name
from press.reading.attribution.sentence.structure import Structure
from press.reading.attribution.sentence.words import ANY
from press.reading.attribution.turns import labelled
from press.reading.document import Mention
from press.reading.grammar import Cue
from press.reading.wording import wording
from press.text.quotes import Quote

_DASHES = "—–-"
_SPEAKERS = frozenset({"person", "role"})
_AUXILIARIES = 3  # most words between a verb and its subject
_APPOSITION = 8  # most words after the name in a signature


def signature(s: Structure, q: Quote) -> Who | None:
    """Who signs a quotation: a name with nothing before it but a dash, on the same line or the next, and no more."""
    first, last = s.tokens.at(q.end), s.last
    if is_name(s, q) and s.text[q.inner_end - 1] not in ".,!?…":
        return None  # “The Long Road” – Petar Sample: a title
    if first >= last:
        following = s.neighbour(1)
        if following is None:
            return None
        last = following.last
    if first >= last:
        return None
    gap = s.text[q.end : s.starts[first]]
    dashed = any(c in _DASHES for c in gap)
    if gap.strip(" \t\n" + _DASHES) or gap.count("\n") > 2 or ("\n" in gap and not dashed):
        return None
    named, i = _names(s, first, last)
    head = labelled(named)
    if head is None or not _is_subject(head) or (head.kind != "person" and not dashed):
        return None
    apposed = i < last and s.text[s.ends[i - 1] : s.starts[i]].strip() == ","
    if i < last and not (apposed and last - i <= _APPOSITION and not s.has_verb(i, last)):
        return None
    return s.speakers.named(head)


def frame(s: Structure, q: Quote) -> tuple[Cue, Who] | None:
    """The verb and the person that follow a quotation, whatever the verb: “…!” sighed Petar Sample."""
    i = s.tokens.at(q.end)
    if i >= s.last:
        return None
    gap = s.text[q.end : s.starts[i]]
    if gap.strip(" ," + _DASHES) or not (gap.strip() or s.text[q.inner_end - 1] in ",!?…"):
        return None
    named, end = _names(s, i, s.last)
    verb = _skip(s, end) if named else i
    if not _is_verb(s, verb):
        return None
    if named and s.text[q.inner_end - 1] not in ",!?…" and verb + 1 < s.last and not s.gap(verb + 1) & ANY:
        return None  # “…” – Petar Sample visited Moscow
    if not named:
        subject = _skip(s, verb + 1)
        if any(s.gap(k) & ANY for k in range(verb + 1, min(subject + 1, s.last))):
            return None
        named, _ = _names(s, subject, s.last)
    head = labelled(named)
    if head is None or head.kind not in _SPEAKERS or not _is_subject(head):
        return None
    return Cue(verb, verb + 1, "say", s.words[verb]), s.speakers.named(head)


def _names(s: Structure, first: int, last: int) -> tuple[list[Mention], int]:
    """The references that follow each other without a mark from a token on, and where they end."""
    named: list[Mention] = []
    i = first
    while i < last and not (named and s.gap(i) & ANY) and (m := s.speakers.at(i)) is not None:
        named.append(m)
        i = max(i + 1, m.last)
    return named, i


def _skip(s: Structure, i: int) -> int:
    """The token after auxiliaries and adverbs: uzdahnuo *je* Petar Probić."""
    g, last = s.grammar, min(i + _AUXILIARIES, s.last)
    while i < last and (s.keys[i] in g.auxiliaries or s.keys[i] in g.adverbs or s.keys[i] in g.perfect):
        i += 1
    return i


def _is_verb(s: Structure, i: int) -> bool:
    """Whether a token has the form of a finite verb, and is no verb of speech that a list has."""
    if i >= s.last or not s.words[i][0].islower() or i in s.verb_firsts or len(s.keys[i]) < 4:
        return False
    key, g = s.keys[i], s.grammar
    past = tuple(e for endings in wording(g.language).past.values() for e in endings)
    return key.endswith((*g.past_endings, *past)) or s.has_verb(i, i + 1)


def _is_subject(m: Mention) -> bool:
    return m.nominative and not m.possessive and m.kind in ("person", "role", "organisation")
