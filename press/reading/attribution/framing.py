"""What an attribution clause frames: the clause before it, after it, or around it.

CONTENT, he said. According to X, CONTENT. CONTENT, as X put it, CONTENT. CONTENT, he said; CONTENT.
"""

from __future__ import annotations

from press.reading.attribution.attributing import attribution, is_relative, opens_with_as
from press.reading.attribution.extent import Span, content_start, semicolon
from press.reading.attribution.saying import is_unsaid
from press.reading.attribution.sentence.clauses import Clause
from press.reading.attribution.sentence.cues import CLAUSAL
from press.reading.attribution.sentence.structure import Structure
from press.reading.grammar import Cue

_DASHES = ("—", "–")


# -- a source: according to X ------------------------------------------------------------------


def according(s: Structure, cue: Cue) -> Span | None:
    """What a source is given for, before, after or around it: CONTENT, according to X."""
    clause = s.clause_at(cue.first)
    opens = cue.first - clause.first <= 2
    if s.keys[cue.last - 1] in _relatives(s) or (cue.last < clause.last and s.keys[cue.last] in _relatives(s)):
        return s.starts[min(cue.last, s.last - 1)], semicolon(
            s, clause.start
        )  # …, the ministry, according to which CONTENT
    if opens and (clause.number == 0 or clause.before in (";", ":")):
        return _after_source(s, cue, clause)
    if any(c.last <= cue.first and c.kind in CLAUSAL and s.complementiser(c) for c in s.cues):
        return None  # X said that …, according to Y: what X said
    start = content_start(s, clause)
    if opens and any(c.kind == "say" and attribution(s, c) and not is_unsaid(s, c) for c in s.cues_after(cue)):
        return None  # CONTENT, in the eyes of X, CONTENT, said Y: what Y said
    if opens:
        return _around_source(s, clause, start)
    if clause.last - cue.last <= 8 and cue.first - clause.first > 3:
        return start, s.starts[cue.first]  # CONTENT according to X
    return start, s.end


def _relatives(s: Structure) -> frozenset[str]:
    """Relative pronouns in any case."""
    return s.grammar.relative | s.grammar.oblique_relative


def _after_source(s: Structure, cue: Cue, clause: Clause) -> Span | None:
    """According to X, CONTENT; in his words CONTENT; where no comma stands, after the name."""
    following = s.clause_after(clause)
    if clause.after in (",", *_DASHES) and following is not None:
        head = following if not s.speakers.owned(cue) and is_apposition(s, following) else clause
        return head.end + 1, semicolon(s, head.end)
    if s.speakers.owned(cue):
        return s.starts[min(cue.last, s.last - 1)], s.end
    mention = s.speakers.after(cue.last, clause.last)
    if mention is not None and mention.last < clause.last:
        return s.starts[mention.last], s.end
    if cue.last < clause.last - 2:
        return s.starts[cue.last], s.end
    return None


def _around_source(s: Structure, clause: Clause, start: int) -> Span:
    """CONTENT, according to X, CONTENT; but, according to X, CONTENT."""
    head, following = s.clauses[clause.number - 1], s.clause_after(clause)
    if clause.after == "," and all(k in s.grammar.conjunctions for k in s.keys[head.first : head.last]):
        return clause.end + 1, semicolon(s, clause.end)
    if following is None or following.before in (";", ":") or is_relative(s, following.first):
        return start, head.end
    stop = semicolon(s, clause.end)
    whole = s.has_verb(s.tokens.at(start), head.last) and not _breaks_off(s, head.last)
    if whole and s.speakers.ending_at(clause.last) is not None and not s.has_verb(following.first, s.tokens.at(stop)):
        return start, head.end  # CONTENT, according to X, a scholar at the institute
    return start, stop


def is_apposition(s: Structure, clause: Clause) -> bool:
    """Whether a clause only tells who the person named before it is: …, a scholar at the institute, …"""
    following = s.clause_after(clause)
    if clause.after != "," or following is None:
        return False
    role = s.speakers.at(clause.first)
    if role is not None and role.last >= clause.last and role.kind == "role":
        return True
    g, opening, key = s.grammar, s.keys[clause.first], s.keys[following.first]
    if not g.finite or (opening not in g.determiners and opening not in g.relative):
        return False
    if key in g.relative or key in g.adjuncts or key in g.conjunctions:
        return False
    return opening in g.relative or not s.has_finite(clause.first, clause.last)


# -- an attribution clause: …, he said ---------------------------------------------------------


def postposed(s: Structure, cue: Cue) -> Span | None:
    """What an attribution clause at the end or in the middle of the sentence frames: CONTENT, said X, CONTENT."""
    own = s.clause_at(cue.first)
    if s.clause_before(own) is None:
        return _after_as(s, own)
    clause = attribution(s, cue)
    head = s.clause_before(clause) if clause is not None else None
    if clause is None or head is None:
        return None
    start = content_start(s, clause)
    if head.end - start < 3 or (head.start == start and opens_as_participle(s, head)):
        return None  # After the talks, X said …: an opening adverbial is no content
    if head.start == start and _is_source(s, head):
        return None  # According to the agency, X said …
    if opens_with_as(s, cue) and _is_reported(s, cue):
        return None  # X said that A, as he put it, B: what X said
    following = s.clause_after(own)
    broken = _ends_in_conjunction(s, head)
    resumes = following is not None and (
        broken or _resumes(s, following, s.tokens.at(start), s.tokens.at(clause.start))
    )
    if following is None or not resumes:
        return None if _is_adverbial(s, start, clause) else (start, head.end)
    if _has_own_cue(s, following):
        return None  # his colleague, he added, confirmed that …: what the colleague said
    if broken or (s.grammar.subject_first and _is_adverbial(s, start, clause)):
        start = following.start  # …, because, he said, CONTENT; at that moment, he said, CONTENT
    return start, semicolon(s, following.start)


def _is_source(s: Structure, clause: Clause) -> bool:
    """Whether a clause only names a source: according to the agency; as the agency reports."""
    cue = next((c for c in s.cues if clause.first <= c.first < clause.last), None)
    if cue is None:
        return False
    opens = cue.first - clause.first <= 1 and not s.has_verb(cue.last, clause.last)
    return (cue.kind == "according" and opens) or (cue.kind == "say" and opens_with_as(s, cue))


def _is_reported(s: Structure, cue: Cue) -> bool:
    """Whether a cue stands in what an earlier one reports."""
    return any(c.last <= cue.first and c.kind in CLAUSAL and s.complementiser(c) for c in s.cues)


def _is_adverbial(s: Structure, start: int, clause: Clause) -> bool:
    """Whether all that stands before an attribution is an adverbial: *in their talks*, the presidents confirmed …"""
    g, first = s.grammar, s.tokens.at(start)
    opening = s.keys[first]
    if opening in g.subordinate:
        return s.clause_at(first).number == clause.number - 1
    return opening in g.prepositions and not s.has_verb(first, s.tokens.at(clause.start))


def _ends_in_conjunction(s: Structure, head: Clause) -> bool:
    """Whether a clause ends in the conjunction that begins the next: …, because, he said, …"""
    return s.keys[head.last - 1] in s.grammar.conjunctions


def _has_own_cue(s: Structure, clause: Clause) -> bool:
    """Whether a clause has a verb of speech of its own that governs a clause."""
    return any(clause.first <= c.first < clause.last and c.kind == "say" and s.complementiser(c) for c in s.cues)


def _after_as(s: Structure, clause: Clause) -> Span | None:
    """As X put it, CONTENT; kako kaže X, CONTENT."""
    opens = s.keys[clause.first] in s.grammar.as_words
    if opens and clause.after == "," and s.clause_after(clause) is not None:
        return clause.end + 1, s.end
    return None


def opens_as_participle(s: Structure, clause: Clause) -> bool:
    """Whether a clause only leads in: Asked about the talks, she said …"""
    first, g = s.keys[clause.first], s.grammar
    return first in g.participles or first.endswith(g.gerunds)


def _resumes(s: Structure, following: Clause, first: int, last: int) -> bool:
    """Whether content, tokens ``first`` to ``last``, goes on after the clause that attributes it.

    …, he said, and the talks go on → yes; …, he said, citing reports; …, he said, who was there → no
    """
    g, key = s.grammar, s.keys[following.first]
    words = last - first
    if following.before in (";", ".", ")") or is_relative(s, following.first) or s.words[following.first][0].isdigit():
        return False
    if words <= 4:
        role = s.speakers.at(following.first)
        whole = s.has_verb(first, last) and not _breaks_off(s, last)
        if whole and not g.finite and (key in g.subordinate or key in g.conjunctions) and key not in g.contrasts:
            return False  # Gas je jeftin, kaže X, dok ministar ćuti
        verbless = not s.has_verb(following.first, following.last)
        if whole and verbless and key not in g.infinitive_markers and (key in g.adjuncts or key in g.prepositions):
            return False  # Gas is cheap, he said on Monday, after the talks
        return role is None or role.kind != "role" or not verbless
    if key in g.infinitive_markers or _breaks_off(s, last):
        return True
    if key in g.contrasts:
        return _has_no_cue(s, following) and not (g.finite and s.is_finite(following.first + 1))
    further = key in g.goes_on
    if not further and (key in g.adjuncts or key in g.conjunctions):
        return False
    if following.first in s.order or key.endswith(g.gerunds):
        return False
    if g.finite:
        if _tells_when(s, following):
            return False
        return further or words < 8 or s.has_finite(following.first, following.last)
    if not s.has_verb(following.first, s.tokens.at(semicolon(s, following.start))):
        return False  # …, said X, the head of the office
    adverbial = key in g.prepositions and s.clause_after(following) is None and following.last - following.first <= 6
    return words <= 8 or not adverbial


def _breaks_off(s: Structure, last: int) -> bool:
    """Whether a clause that ends before a token ends in a verb, and so goes on: media which are, as he put it, …"""
    return s.keys[last - 1] in s.grammar.auxiliaries or s.has_verb(last - 1, last)


def _has_no_cue(s: Structure, clause: Clause) -> bool:
    """Whether no verb of speech stands in a clause or after it."""
    return all(c.last <= clause.first for c in s.cues)


def _tells_when(s: Structure, clause: Clause) -> bool:
    """Whether a clause tells how long before or after: a day after he met X."""
    g = s.grammar
    return s.keys[clause.first] in g.determiners and not g.subordinate.isdisjoint(
        s.keys[clause.first + 1 : clause.first + 4]
    )


# -- a further clause of the same speaker --------------------------------------------------------


def before_quotation(s: Structure, cue: Cue) -> Span | None:
    """What is told before the quotation that the same cue brings: CONTENT, he said: “…”"""
    clause = s.clause_at(cue.first)
    head = s.clause_before(clause)
    if head is None or clause.before not in (",", *_DASHES) or clause.after not in (":", ","):
        return None
    if s.grammar.subject_first and cue.first == clause.first:
        return None  # Sample, asked about it, said: “…”
    if not opens_with_as(s, cue) and not s.is_subject(clause.first, cue.first):
        return None  # in 2020 Sample, then a minister, launched the idea and promised: “…”
    start = content_start(s, clause)
    first = s.tokens.at(start)
    if s.tokens.at(clause.start) - first < 4 or s.next_told(start) < clause.start:
        return None
    return None if opens_as_participle(s, s.clause_at(first)) else (start, head.end)


def continuation(s: Structure, cue: Cue) -> Span | None:
    """What the same speaker says after a semicolon or contrast, unless it has a cue of its own.

    …, he said; CONTENT. …, he said, but CONTENT.
    """
    g, keys = s.grammar, s.keys
    clause = s.clause_after(s.clause_at(cue.first))
    if clause is None:
        return None
    opening = keys[clause.first]
    contrast = (
        clause.before == "," and opening in g.conjunctions and opening not in g.goes_on | g.as_words | g.subordinate
    )
    if clause.before != ";" and not contrast and not (cue.kind == "according" and clause.before == ":"):
        return None
    first = clause.first + contrast
    if first + 2 > clause.last or (contrast and g.finite and s.is_finite(first)):
        return None  # …, he said, but declined to elaborate
    start = s.starts[first]
    end = semicolon(s, start + 1)
    last = s.tokens.at(end)
    return None if any(clause.first <= c.first < last for c in s.cues) else (start, end)
