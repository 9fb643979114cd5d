"""What a cue governs: the clause after its complementiser or colon, a clause without one, or its own predicate.

Said that CONTENT. Said: CONTENT. Said CONTENT. Vowed TO …; THANKED X FOR Y.
"""

from __future__ import annotations

from press.reading.attribution.attributing import is_relative
from press.reading.attribution.extent import Span, content_end
from press.reading.attribution.sentence.clauses import Clause
from press.reading.attribution.sentence.cues import CLAUSAL
from press.reading.attribution.sentence.structure import Structure
from press.reading.attribution.sentence.words import ANY
from press.reading.grammar import Cue

_FURTHEST_INFINITIVE = 10  # most words between a noun and the infinitive that it governs
_FURTHEST_ATTITUDE = 4  # words from a verb of speech within which the noun of an attitude stands
_LONGEST_ADDRESSEE = 7  # words between a verb of telling and the order


def complement(s: Structure, cue: Cue) -> Span | None:
    """The clause after the complementiser or colon of a cue: said that …; said: …"""
    at = s.complementiser(cue)
    if at is not None and s.keys[cue.first] in s.grammar.denials:
        return s.starts[cue.first], content_end(s, cue, s.starts[at])  # denied that …: not what it was
    if at is None and cue.kind == "noun":
        return _call(s, cue)
    if (
        at is not None
        and cue.kind == "act"
        and s.keys[at - 1] in s.grammar.near_complementisers
        and not s.grammar.finite
    ):
        return None  # zamera Srbiji što …: the predicate tells it
    if at is not None and at < s.last:
        start = s.starts[at if s.keys[at - 1] in s.grammar.plain_complementisers else at - 1]
        return start, content_end(s, cue, start)
    clause = s.clause_at(cue.first)
    leads = clause.after == ":" and (cue.kind == "say" or cue.last == clause.last)
    if leads and cue.kind in CLAUSAL and cue.first not in s.spent and not _leads_to_source(s, clause):
        return clause.end + 1, s.end
    return None


def _leads_to_source(s: Structure, clause: Clause) -> bool:
    """Whether a source of its own opens what follows a clause: активисты возражают: по их словам, …"""
    following = s.clause_after(clause)
    i = s.order.get(following.first) if following is not None else None
    return i is not None and s.cues[i].kind == "according"


def _call(s: Structure, cue: Cue) -> Span | None:
    """What a noun calls for in an infinitive: the call of X *to impose sanctions*; призыв X *ввести санкции*."""
    g, keys = s.grammar, s.keys
    if keys[cue.last - 1] not in g.calls:
        return None
    limit = min(cue.last + _FURTHEST_INFINITIVE, s.clause_at(cue.first).last)
    for i in range(cue.last, limit):
        marked = keys[i] in g.infinitive_markers and i + 1 < limit and s.words[i + 1][0].islower()
        if marked and g.finite and keys[i + 1] not in g.determiners:
            return s.starts[i], content_end(s, cue, s.starts[i])
        if not g.finite and g.infinitives and keys[i].endswith(g.infinitives) and s.speakers.at(i) is None:
            return s.starts[i], content_end(s, cue, s.starts[i])
        if i in s.verb_firsts or (g.finite and s.is_finite(i)):
            return None
    return None


# -- a clause without complementiser -------------------------------------------------------------


def bare_clause(s: Structure, cue: Cue) -> Span | None:
    """The clause, infinitive or object that follows a cue without complementiser: he said *the price would fall*.

    Only in languages that leave the complementiser out.
    """
    keys, g = s.keys, s.grammar
    if not g.zero_complementiser:
        return None
    clause, verb, i = s.clause_at(cue.first), keys[cue.first], cue.last
    if i >= s.last or s.gap(i) & ANY or keys[clause.first] in g.subordinate:
        return None
    if verb in g.tell:
        i, order = _past_addressee(s, i, clause.last)
        if order:
            return s.starts[i], content_end(s, cue, s.starts[i])
        if i >= clause.last:
            return None
    if keys[i] in g.infinitive_markers and verb in g.commissive:
        return s.starts[i], content_end(s, cue, s.starts[i])
    if keys[i - 1] in g.infinitive_markers:  # intends to …
        return s.starts[i - 1], content_end(s, cue, s.starts[i])
    begins = _past_adjunct(s, i, clause.last)
    return None if begins is None else _clause_or_object(s, cue, clause, begins)


def _clause_or_object(s: Structure, cue: Cue, clause: Clause, first: int) -> Span | None:
    """What follows a cue from a token on, if it is a clause, or an object that the verb takes as what is said."""
    verb, g = s.keys[cue.first], s.grammar
    start = s.starts[min(first, s.last - 1)]
    stop = content_end(s, cue, start)
    takes_object = verb in g.nominal and s.keys[first] not in g.prepositions
    if verb in g.denials:
        return None  # denied any part: the predicate tells it
    if verb not in g.zero and not takes_object and not s.has_finite(first, s.tokens.at(stop)):
        return None
    short = clause.last - first < 3 and not takes_object and s.clause_after(clause) is None
    return None if first >= clause.last or short else (start, stop)


def _past_addressee(s: Structure, first: int, last: int) -> tuple[int, bool]:
    """The token after whom somebody tells something, and whether an order begins there: told him *to go*."""
    keys, g, i = s.keys, s.grammar, first
    for j in range(i, min(i + _LONGEST_ADDRESSEE, last)):
        if j > i and keys[j] in g.infinitive_markers:
            return (j if keys[i - 1] in g.ordering else i), True
        if s.is_finite(j) or (j > i and s.gap(j) & ANY):
            break
    mention = s.speakers.at(i)
    if mention is not None:
        return mention.last, False
    if i + 1 < last and s.is_finite(i + 1):
        return i, False  # promised he would …: the subject of the clause
    if keys[i] in g.addressees or keys[i] in g.determiners or keys[i] in g.objects:
        i += 1
        while i < last and keys[i] in g.addressees:
            i += 1
    return i, i < last and keys[i] in g.infinitive_markers


def _past_adjunct(s: Structure, i: int, last: int) -> int | None:
    """The token after a date or place between cue and clause (said on Monday …), None where that goes on."""
    words, keys, g = s.words, s.keys, s.grammar
    while i < last and keys[i] in g.adjuncts and keys[i] not in g.openers:
        following = words[i + 1] if i + 1 < last else ""
        if following and keys[i + 1] in g.times:
            i += 2
        elif words[i][0].isupper() or following[:1].isupper() or following[:1].isdigit():
            i += 1
            if i < last and words[i][0].isdigit():
                i += 1
        elif keys[i] in g.determiners or (following and keys[i + 1] in g.superlatives):
            break  # said at least forty …, said this would …
        else:
            return None
    return i


def attitude(s: Structure, cue: Cue) -> Span | None:
    """The attitude that is told as the object of a verb of speech: confirmed *their intention to go on*."""
    g, keys = s.grammar, s.keys
    last = s.clause_at(cue.first).last
    start = cue.last
    while start < last and (keys[start] in g.auxiliaries or keys[start] in g.pronouns) and not s.gap(start) & ANY:
        start += 1
    noun = next((i for i in range(start, min(start + _FURTHEST_ATTITUDE, last)) if keys[i] in g.attitudes), None)
    if noun is None or s.gap(start) & ANY or noun + 2 > last:
        return None
    return s.starts[start], content_end(s, cue, s.starts[start])


# -- the predicate itself ------------------------------------------------------------------------


def carries_meaning(s: Structure, cue: Cue) -> bool:
    """Whether the predicate itself is what was said: thanked X; in Slavic languages also deems X a friend."""
    g = s.grammar
    if cue.kind == "noun":
        return False
    return cue.kind == "act" or (cue.kind == "think" and g.predicative_thought) or s.keys[cue.first] in g.acts


def predicate(s: Structure, cue: Cue) -> Span | None:
    """A predicate that is what was said: *thanked X for Y*."""
    clause = s.clause_at(cue.first)
    if s.end - s.ends[cue.last - 1] < 5 or (cue.last >= clause.last and not _is_continued(s, clause)):
        return None
    if cue.first > s.first and s.keys[cue.first - 1] in s.grammar.passive:
        return None
    fronted = _is_fronted(s, cue, clause)
    if not fronted and _has_only_subject(s, cue, clause):
        fronted = clause.first < cue.first and not _opens_lightly(s, clause)
        if not fronted:
            return None  # To su tražili partneri
    start = clause.start if fronted else s.starts[cue.first]
    return start, min(content_end(s, cue, s.starts[cue.first]), _aside(s, clause))


def _is_continued(s: Structure, clause: Clause) -> bool:
    """Whether a clause that governs goes on after a predicate: Nada se, da …; but not: Nada se, kaže on, …"""
    following = s.clause_after(clause)
    return clause.after == "," and following is not None and s.keys[following.first] in s.grammar.complementisers


def _aside(s: Structure, clause: Clause) -> int:
    """Where the writer tells more of what somebody condemned or praised: condemned the deal, *which X signed*."""
    more = s.clause_after(clause)
    last = more is not None and s.clause_after(more) is None
    return more.start if more is not None and last and s.keys[more.first] in s.grammar.asides else s.end


def _is_fronted(s: Structure, cue: Cue, clause: Clause) -> bool:
    """Whether the object opens the clause, before subject and verb: Takve priče Ana naziva lažima; Te priče nazvala je lažima."""
    keys, g = s.keys, s.grammar
    first, opening = clause.first, keys[clause.first]
    if g.subject_first or first == cue.first or opening in g.conjunctions or opening in g.auxiliaries:
        return False
    if is_relative(s, first) or opening in g.pronouns or opening in g.complementisers:
        return False
    subject = next((i for i in range(first, cue.first) if _is_subject(s, i)), None)
    if subject is not None:
        mention = s.speakers.at(first)
        named = mention is not None and mention.last >= subject  # the office of the subject
        return subject > first and opening not in g.prepositions and not named
    if opening in g.prepositions:
        return False
    # Without a subject: an object, if what stands there has the form of one.
    return cue.first - first >= 2 and s.speakers.at(first) is None and opening.endswith(g.object_endings)


def _opens_lightly(s: Structure, clause: Clause) -> bool:
    """Whether a clause opens with a conjunction, an auxiliary or a relative pronoun, and no object."""
    g, opening = s.grammar, s.keys[clause.first]
    return (
        opening in g.conjunctions
        or opening in g.auxiliaries
        or opening in g.subordinate
        or is_relative(s, clause.first)
    )


def _has_only_subject(s: Structure, cue: Cue, clause: Clause) -> bool:
    """Whether nothing but its subject follows a verb that none precedes: To su tražili partneri."""
    g = s.grammar
    if g.subject_first or any(_is_subject(s, i) for i in range(clause.first, cue.first)):
        return False
    subject = s.speakers.after(cue.last, clause.last)
    if subject is None or not subject.nominative:
        return False
    covered = s.speakers.cover(cue.last, clause.last)
    rest = (s.keys[i] for i in range(cue.last, clause.last) if i not in covered)
    return all(key in g.auxiliaries or key in g.chains for key in rest)


def _is_subject(s: Structure, token: int) -> bool:
    """Whether a pronoun or the name of a possible subject begins at a token."""
    if s.keys[token] in s.grammar.pronouns:
        return True
    mention = s.speakers.at(token)
    return mention is not None and mention.nominative
