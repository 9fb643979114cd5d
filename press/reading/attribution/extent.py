"""Extents: where a reported clause begins and ends."""

from __future__ import annotations

from bisect import bisect_left

from press.reading.attribution.attributing import attribution, is_relative
from press.reading.attribution.sentence.clauses import Clause
from press.reading.attribution.sentence.structure import Structure
from press.reading.grammar import Cue

#: Characters from … to.
Span = tuple[int, int]

_EDGES = " \t\r\n\u00a0,;:—–-"  # what stands around a clause and is no part of it


def trim(s: Structure, start: int, end: int) -> Span:
    """A span without the marks around it, but with the one that opens a quotation at its start."""
    text = s.text
    while start < end and text[start] in _EDGES:
        start += 1
    i = bisect_left(s.quotes, start - 1, key=lambda q: q.start)
    if i < len(s.quotes) and s.quotes[i].inner == start and s.quotes[i].end <= end:
        start = s.quotes[i].start
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    while end > start and text[end - 1] in ".!?…" and end >= s.end:
        end -= 1
    return start, end


def content_start(s: Structure, clause: Clause) -> int:
    """Where what is said before a clause begins: the sentence, or the last semicolon or colon."""
    i = bisect_left(s.breaks, clause.start)
    return s.breaks[i - 1] if i else s.start


def semicolon(s: Structure, start: int) -> int:
    """The first semicolon between clauses from a character on, or the end of the sentence."""
    i = bisect_left(s.semicolons, start)
    return s.semicolons[i] if i < len(s.semicolons) else s.end


def content_end(s: Structure, cue: Cue, start: int) -> int:
    """Where what a cue reports from ``start`` on ends: the sentence, or the next statement of it.

    Anna Sample said *that it was late*, and she told reporters that …
    """
    limit = min(_relative_end(s, cue, start), _comment(s, start), _credit(s, cue, start), _other_side(s, start))
    if cue.kind == "noun" and cue.first - s.first <= 2 and s.grammar.comma_before_complementiser:
        limit = min(limit, s.clause_at(s.tokens.at(start)).end)  # Слова X о том, что CONTENT, удивили Y
    quoted = s.next_told(start)
    if quoted < limit and ":" in s.text[quoted - 2 : quoted]:
        limit = quoted  # …: "…" is told by itself
    for other in s.cues_after(cue):
        at = s.starts[other.first]
        if at <= start:
            continue
        if other.kind == "noun":
            if _adds(s, other):
                limit = min(limit, s.clause_at(other.first).start)
                break
            continue
        if other.kind == "according" or at >= limit:
            break
        begins = _statement_start(s, cue, other, start)
        if begins is not None:
            return begins
        if not s.grammar.zero_complementiser:
            limit = min(limit, _chained(s, cue, start))
            break  # every clause has its complementiser: verbs further on are inside what is said
    return min(limit, semicolon(s, start + 1))


def _adds(s: Structure, cue: Cue) -> bool:
    """Whether a Slavic adverbial participle or phrase adds a statement: …, *добавив, что* …; …, *uz obrazloženje da* …"""
    clause = s.clause_at(cue.first)
    if s.grammar.finite or cue.first != clause.first or clause.before != "," or s.complementiser(cue) is None:
        return False
    return cue.last - cue.first > 1 or s.keys[cue.first].endswith(s.grammar.gerunds)


def _statement_start(s: Structure, cue: Cue, other: Cue, start: int) -> int | None:
    """Where the statement of a further cue begins after what a cue reports, None if it is inside of that."""
    keys, g = s.keys, s.grammar
    clause = s.clause_at(other.first)
    before = keys[clause.first : other.first]
    if clause.start > start:
        if not before and (head := _apposed_subject(s, other, clause)) is not None:
            return head  # …, and a spokesman, Bob Sample, said that …
        if len(before) <= 2 and all(k in g.chains for k in before):
            return clause.start  # …, and added that …
    i = other.first - 1
    while i > clause.first and (keys[i] in g.perfect or keys[i] in g.adverbs):
        i -= 1
    if i >= clause.first and keys[i] in g.chains and _has_same_subject(s, cue, other, clause):
        return s.starts[i]  # … and has vowed to …
    if (
        clause.start > start
        and before
        and before[0] in g.conjunctions
        and _reports_clause(s, cue, other, clause)
        and s.is_subject(clause.first + 1, other.first)
    ):
        return clause.start  # …, and she told reporters that …
    return None


def _reports_clause(s: Structure, cue: Cue, other: Cue, clause: Clause) -> bool:
    """Whether a further cue has a clause of its own to report."""
    return s.complementiser(other) is not None or (other.kind == "say" and _has_same_subject(s, cue, other, clause))


def _apposed_subject(s: Structure, cue: Cue, clause: Clause) -> int | None:
    """Where the subject begins, after a conjunction, that an apposition parts from its verb of speech.

    …, *and a spokesman*, Bob Sample, said that …
    """
    if clause.number < 2 or s.complementiser(cue) is None:
        return None
    head = s.clauses[clause.number - 2]
    opens = s.keys[head.first] in s.grammar.conjunctions and head.before == ","
    return head.start if opens and s.is_subject(head.first + 1, head.last) else None


def _has_same_subject(s: Structure, cue: Cue, other: Cue, clause: Clause) -> bool:
    """Whether a conjoined verb of speech has the subject of the cue before it: said … and added that …"""
    if s.complementiser(other) is not None:
        return True
    keys, g = s.keys, s.grammar
    if not g.zero_complementiser:
        return False
    verb = keys[other.first]
    if verb in g.commissive and other.last < clause.last and keys[other.last] in g.infinitive_markers:
        return True
    if other.kind == "act":
        endings = g.participle_endings
        return cue.kind == "act" or (verb.endswith(endings) and keys[cue.first].endswith(endings))
    return s.has_finite(other.last, clause.last)


def _comment(s: Structure, start: int) -> int:
    """Where a writer's comment begins after ``start``: …, a point that his rival called absurd."""
    keys, g = s.keys, s.grammar
    if not g.indefinite:
        return s.end
    for c in s.clauses[s.clause_at(s.tokens.at(start)).number + 1 :]:
        opens = c.before == "," and keys[c.first] in g.indefinite
        if opens and not g.plain_complementisers.isdisjoint(keys[c.first + 2 : c.first + 6]):
            return c.start
    return s.end


def _chained(s: Structure, cue: Cue, start: int) -> int:
    """Where a further verb of the same form and subject reports a clause of its own: rekao je da … *i dodao da* …"""
    g, keys = s.grammar, s.keys
    forms = {keys[c.first][-1] for c in s.cues[: s.order[cue.first] + 1] if c.kind != "noun"}
    for other in s.cues_after(cue):
        i = other.first
        if s.starts[i] <= start or other.kind == "noun" or (cue.kind != "noun" and keys[i][-1] not in forms):
            continue
        first = i
        while first > cue.last and (keys[first - 1] in g.chains or keys[first - 1] in g.auxiliaries):
            first -= 1
        if cue.kind == "noun" and i == s.clause_at(i).first and s.complementiser(other) is not None:
            return s.starts[i]  # X je, upitan za izjavu Y da …, rekao da …
        if first < i and keys[first] in g.chains and s.complementiser(other) is not None:
            return s.starts[first]
    return s.end


def _other_side(s: Structure, start: int) -> int:
    """Where the sentence turns to what somebody else says: …, *while X called it* …; …, *dok je X nazvao* …"""
    g = s.grammar
    for c in s.clauses[s.clause_at(s.tokens.at(start)).number + 1 :]:
        if c.before != "," or s.keys[c.first] not in g.meanwhile:
            continue
        verb = next((v.first for v in s.cues if c.first <= v.first < c.last and v.first in s.verb_firsts), 0)
        subject = s.speakers.after(c.first, verb) if verb else None
        if subject is not None and subject.nominative and not subject.possessive:
            return c.start
    return s.end


def _credit(s: Structure, cue: Cue, start: int) -> int:
    """Where an attribution at the end of the sentence begins: he said that CONTENT, *the agency reported*."""
    for other in reversed(s.cues_after(cue)):
        if s.starts[other.first] <= start or other.kind not in ("say", "according"):
            continue
        clause = s.clause_at(other.first)
        following = s.clause_after(clause)
        if (
            following is not None
            and not is_relative(s, following.first)
            and s.keys[following.first] not in s.grammar.adjuncts
        ):
            break  # something else is told after it
        if other.kind == "according":
            return clause.start if other.first - clause.first <= 2 and clause.start > start else s.end
        begins = attribution(s, other)
        if begins is not None:
            return begins.start if begins.start > start else s.end
    return s.end


def _relative_end(s: Structure, cue: Cue, start: int) -> int:
    """Where a relative clause that reports speech ends, if the main verb is still to come.

    The opposition, which accuses the ruling party *of theft*, lost the vote.
    """
    g = s.grammar
    clause = s.clause_at(cue.first)
    if (
        not g.finite
        or not clause.number
        or s.keys[clause.first] not in g.relative
        or cue.first - clause.first > 3
        or s.has_finite(s.first, clause.first)
    ):
        return s.end
    return next((c.end for c in s.clauses[clause.number :] if c.end > start and c.after == ","), s.end)
