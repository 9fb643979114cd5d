"""What an attribution clause frames: the clause before it, after it, or around it.

CONTENT, he said. According to X, CONTENT. CONTENT, as X put it, CONTENT. CONTENT, he said; CONTENT.
"""

from __future__ import annotations

from press.reading.attribution.extent import Span, content_start, semicolon
from press.reading.attribution.grammar import Cue
from press.reading.attribution.sentence.clauses import Clause
from press.reading.attribution.sentence.cues import CLAUSAL
from press.reading.attribution.sentence.structure import Structure
from press.reading.attribution.sentence.words import ANY

_DASHES = ("—", "–")
_FURTHEST_SUBJECT = 14  # most words of an attribution clause before its verb


# -- a source: according to X ------------------------------------------------------------------


def according(s: Structure, cue: Cue) -> Span | None:
    """What a source is given for, before, after or around it: CONTENT, according to X."""
    clause = s.clause_at(cue.first)
    opens = cue.first - clause.first <= 2
    if opens and (clause.number == 0 or clause.before == ";"):
        return _after_source(s, cue, clause)
    if any(c.last <= cue.first and c.kind in CLAUSAL and s.complementiser(c) for c in s.cues):
        return None  # X said that …, according to Y: what X said
    start = content_start(s, clause)
    if opens:
        return _around_source(s, clause, start)
    if clause.last - cue.last <= 8 and cue.first - clause.first > 3:
        return start, s.starts[cue.first]  # CONTENT according to X
    return start, s.end


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
    if following is None or following.before == ";":
        return start, head.end
    return start, semicolon(s, clause.end)


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
    clause = s.clause_at(cue.first)
    head = s.clause_before(clause)
    if head is None:
        return _after_as(s, clause)
    if not _is_attribution(s, cue, clause):
        return None
    start = content_start(s, clause)
    if head.end - start < 3 or (head.start == start and opens_as_participle(s, head)):
        return None  # After the talks, X said …: an opening adverbial is no content
    following = s.clause_after(clause)
    if following is None or not _resumes(s, following, s.tokens.at(clause.start) - s.tokens.at(start)):
        return start, head.end
    return start, semicolon(s, following.start)


def opens_with_as(s: Structure, cue: Cue) -> bool:
    """Whether the clause of a cue is one of manner: as X put it."""
    return s.keys[s.clause_at(cue.first).first] in s.grammar.as_words


def _after_as(s: Structure, clause: Clause) -> Span | None:
    """As X put it, CONTENT; kako kaže X, CONTENT."""
    opens = s.keys[clause.first] in s.grammar.as_words
    if opens and clause.after == "," and s.clause_after(clause) is not None:
        return clause.end + 1, s.end
    return None


def _is_attribution(s: Structure, cue: Cue, clause: Clause) -> bool:
    """Whether a clause after another is a verb of speech and its subject, and nothing that is said."""
    g, keys = s.grammar, s.keys
    if clause.before not in (",", "—", "–", "-", "(", "?", "!", "…") or cue.first - clause.first > _FURTHEST_SUBJECT:
        return False
    opening = keys[clause.first] if clause.first < cue.first else ""
    if opening in g.as_words:
        if opening in g.complementisers and not _is_person(s, clause.first + 1, cue.first):
            return False  # как рассказал X; but how the talks went, X told
    elif opening in g.subordinate or opening in g.conjunctions or opening in g.relative or opening in g.complementisers:
        return False
    if any(i in s.verb_firsts for i in range(clause.first, cue.first)):
        return False  # some say they would like …
    if not s.is_subject(clause.first, cue.first):
        return False
    if g.subject_first and cue.first == clause.first and not _is_inverted(s, cue, clause):
        return False
    return not (g.zero_complementiser and _has_clause(s, cue, clause))


def _is_person(s: Structure, first: int, last: int) -> bool:
    """Whether tokens are nothing but persons, pronouns and auxiliaries."""
    g, i = s.grammar, first
    while i < last:
        mention = s.speakers.at(i)
        if mention is not None and mention.kind == "person":
            i = mention.last
        elif s.keys[i] in g.pronouns or s.keys[i] in g.auxiliaries:
            i += 1
        else:
            return False
    return True


def _is_inverted(s: Structure, cue: Cue, clause: Clause) -> bool:
    """Whether the subject follows a verb that opens its clause: …, said a spokesman."""
    g, i = s.grammar, cue.last
    if s.keys[cue.first] not in g.inverted or i >= clause.last:
        return cue.last - cue.first > 1 and i >= clause.last
    return s.words[i][0].isupper() or s.keys[i] in g.determiners or s.speakers.at(i) is not None


def _has_clause(s: Structure, cue: Cue, clause: Clause) -> bool:
    """Whether a clause without complementiser follows the cue, so that what stands before is no content."""
    g, i = s.grammar, cue.last
    if i >= clause.last or s.gap(i) & ANY or s.keys[i] in g.adjuncts:
        return False
    if s.keys[i] in g.addressees:
        i += 1
    return clause.last - i > 2 and s.has_finite(i, clause.last)


def opens_as_participle(s: Structure, clause: Clause) -> bool:
    """Whether a clause only leads in: Asked about the talks, she said …"""
    first, g = s.keys[clause.first], s.grammar
    return first in g.participles or first.endswith(g.gerunds)


def _resumes(s: Structure, following: Clause, words: int) -> bool:
    """Whether content of so many words goes on after the clause that attributes it: CONTENT, he said, CONTENT.

    …, he said, and the talks go on → yes; …, he said, citing reports; …, he said, who was there → no
    """
    g, key = s.grammar, s.keys[following.first]
    if following.before in (";", ".", ")") or key in g.relative:
        return False
    if words <= 4:
        return True
    further = key in g.goes_on
    if not further and (key in g.adjuncts or key in g.conjunctions):
        return False
    if following.first in s.order or key.endswith(g.gerunds):
        return False
    if g.finite:
        return further or words < 8 or s.has_finite(following.first, following.last)
    adverbial = key in g.prepositions and s.clause_after(following) is None and following.last - following.first <= 6
    return words <= 8 or not adverbial


# -- a further clause of the same speaker --------------------------------------------------------


def before_quotation(s: Structure, cue: Cue) -> Span | None:
    """What is told before the quotation that the same cue brings: CONTENT, he said: “…”"""
    clause = s.clause_at(cue.first)
    head = s.clause_before(clause)
    if head is None or clause.before not in (",", *_DASHES) or clause.after not in (":", ","):
        return None
    if s.grammar.subject_first and cue.first == clause.first:
        return None  # Sample, asked about it, said: “…”
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
    contrast = clause.before == "," and keys[clause.first] in g.conjunctions and keys[clause.first] not in g.goes_on
    if clause.before != ";" and not contrast:
        return None
    first = clause.first + contrast
    if first + 2 > clause.last or (contrast and g.finite and s.is_finite(first)):
        return None  # …, he said, but declined to elaborate
    start = s.starts[first]
    end = semicolon(s, start + 1)
    last = s.tokens.at(end)
    return None if any(clause.first <= c.first < last for c in s.cues) else (start, end)
