"""Attribution clauses: which clause only tells who says what stands around it: …, *he said*; …, *kako kaže X*, …"""

from __future__ import annotations

from press.reading.attribution.sentence.clauses import Clause
from press.reading.attribution.sentence.structure import Structure
from press.reading.attribution.sentence.words import ANY
from press.reading.grammar import Cue

_FURTHEST_SUBJECT = 14  # most words of an attribution clause before its verb
_LONGEST_APPOSITION = 20  # words
_MARKS = (",", "—", "–", "-", "(", "?", "!", "…")


def attribution(s: Structure, cue: Cue) -> Clause | None:
    """The clause in which an attribution with this verb begins, None where the verb attributes nothing before it.

    CONTENT, *said X*; CONTENT, *X said*; CONTENT, *X*, a scholar, said
    """
    clause = s.clause_at(cue.first)
    key = s.keys[cue.first]
    if (s.complementiser(cue) is not None and not opens_with_as(s, cue)) or key in s.grammar.governing:
        return None
    if key.endswith((*s.grammar.gerunds, *s.grammar.participle_endings)) or (
        clause.after == ":" and cue.last == clause.last and cue.first not in s.spent
    ):
        return None  # …, adding a word of thanks; X, who opened the talks, said: CONTENT
    if _is_attribution(s, cue, clause):
        return clause
    return _parted_subject(s, cue, clause)


def opens_with_as(s: Structure, cue: Cue) -> bool:
    """Whether the clause of a cue is one of manner: as X put it."""
    return s.keys[s.clause_at(cue.first).first] in s.grammar.as_words


def is_relative(s: Structure, first: int) -> bool:
    """Whether a clause whose first token this is only tells more of a noun before it: which he signed, о чем сообщил X."""
    g, keys = s.grammar, s.keys
    at = first + (keys[first] in g.prepositions and first + 1 < s.last)
    return keys[at] in g.relative or keys[at] in g.oblique_relative


def _is_attribution(s: Structure, cue: Cue, clause: Clause) -> bool:
    """Whether a clause after another is a verb of speech and its subject, and nothing that is said."""
    g, keys = s.grammar, s.keys
    if clause.before not in _MARKS or cue.first - clause.first > _FURTHEST_SUBJECT:
        return False
    opening = keys[clause.first] if clause.first < cue.first else ""
    if opening in g.as_words:
        if opening in g.complementisers and not _is_person(s, clause.first + 1, cue.first):
            return False  # как рассказал X; but how the talks went, X told
    elif opening and (
        opening in g.subordinate
        or opening in g.conjunctions
        or opening in g.complementisers
        or is_relative(s, clause.first)
    ):
        return False
    if any(i in s.verb_firsts for i in range(clause.first, cue.first)):
        return False  # some say they would like …
    phrase = cue.last - cue.first > 1 and keys[cue.last - 1] not in g.infinitive_markers
    if cue.kind == "think" and not phrase and keys[cue.first] not in g.parenthetical:
        return False  # …, which the ministry wants
    if not s.is_subject(clause.first, cue.first):
        return False
    if g.subject_first and _has_no_subject(s, cue, clause):
        inverted = cue.first == clause.first and _is_inverted(s, cue, clause)
        if not inverted:
            return False
    return not (g.zero_complementiser and _has_clause(s, cue, clause))


def _has_no_subject(s: Structure, cue: Cue, clause: Clause) -> bool:
    """Whether nothing but auxiliaries and adverbs stands before a verb in its clause."""
    g = s.grammar
    return all(key in g.perfect or key in g.adverbs for key in s.keys[clause.first : cue.first])


def _parted_subject(s: Structure, cue: Cue, clause: Clause) -> Clause | None:
    """The clause in which a subject that its apposition parts from the verb begins: …, *X*, a scholar, said."""
    if (
        clause.number < 3
        or clause.before != ","
        or not all(s.keys[i] in s.grammar.perfect for i in range(clause.first, cue.first))
    ):
        return None
    if s.grammar.zero_complementiser and _has_clause(s, cue, clause):
        return None
    second, first = s.clauses[clause.number - 1], s.clauses[clause.number - 2]
    if first.before != "," or second.before != ",":
        return None
    if not (_is_name(s, first) or _is_name(s, second)) or s.has_verb(first.first, second.last):
        return None
    return first if second.last - first.first <= _LONGEST_APPOSITION else None


def _is_name(s: Structure, clause: Clause) -> bool:
    """Whether a clause is a person's name or office and no more."""
    mention = s.speakers.at(clause.first)
    return mention is not None and mention.last >= clause.last and mention.kind in ("person", "role")


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
    last = clause.last
    if s.keys[cue.first] in g.tell and cue.first > clause.first:
        # told the channel on Sunday and thanked Moscow: whom, and a further verb
        last = next((j for j in range(i, last) if s.keys[j] in g.chains), last)
    return clause.last - i > 2 and s.has_finite(i, last)
