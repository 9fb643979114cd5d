"""Whether a cue with its speaker tells what somebody said: a question, a refusal, a credit or a policy does not."""

from __future__ import annotations

from press.reading.attribution.attributing import is_relative
from press.reading.attribution.sentence.structure import Structure
from press.reading.attribution.sentence.words import ANY, COMMA
from press.reading.attribution.speakers import Who
from press.reading.grammar import Cue
from press.text.quotes import OPENING
from press.vocabulary import TARGETS

_SHARE = 10  # most words between a share and the verb
_REFUSAL = 4  # most words between a refusal and what is refused: odbio je juče da kaže


def is_said(s: Structure, cue: Cue, who: Who) -> bool:
    """Whether a cue with such a speaker tells what somebody said or thinks."""
    if cue.kind == "according" and not s.grammar.yours.isdisjoint(s.keys[cue.first : cue.last]):
        return False  # what, in your view, …: a question
    if passes_on(s, cue, who) or is_unsaid(s, cue) or _is_question(s, cue, who) or _is_nobodys(s, cue):
        return False
    if (cue.kind == "act" and not who.certain) or (cue.kind == "think" and not who.name):
        return False
    if cue.kind in ("act", "think") and _is_share(s, cue):
        return False
    owned = s.words[cue.first - 1].endswith(("'s", "’s")) if cue.first > s.first else False
    if cue.kind == "noun" and not who.certain and cue.last - cue.first == 1 and not owned:
        return False  # the fear that …: nobody's
    if _only_describes(s, cue, who):
        return False
    demands = s.grammar.comma_before_complementiser and s.complementiser(cue) is not None  # хочет, чтобы X …
    policy = who.name in TARGETS and s.keys[cue.first] in s.grammar.policies  # Serbia wants to join
    return demands or not policy


def passes_on(s: Structure, cue: Cue, who: Who) -> bool:
    """Whether an agency or paper only passes on what others tell: it makes no statement by that.

    …, the agency reports → yes; the agency reports that the talks failed: what the agency tells itself → no
    """
    keys, g = s.keys, s.grammar
    if cue.kind == "according":
        return who.kind == "outlet" and any(_has_subject(s, c) for c in s.cues_after(cue) if c.kind == "say")
    if keys[cue.first] not in g.transmit:
        return False
    earlier = [c for c in s.cues if c.first < cue.first and c.kind == "say"]
    if any(c.first in s.spent or s.complementiser(c) for c in earlier):
        return True  # “…”, he said, the agency reports; X said that …, the agency reports
    if (at := s.complementiser(cue)) is not None:
        # the agency reports that X said …: what X said; that the talks failed: what it tells itself
        return who.kind != "person" and any(c.first >= at and _reports(s, c) for c in s.cues_after(cue)[:1])
    if who.kind == "outlet" or not who.certain or not g.media.isdisjoint(who.surface.lower().split()):
        return True
    i = cue.last  # … reports the channel "Sample": an outlet that no list knows
    if i >= s.last or s.gap(i) & COMMA:
        return False
    return keys[i] in g.media or any(c in OPENING for c in s.text[s.ends[i - 1] : s.starts[i]])


def _reports(s: Structure, cue: Cue) -> bool:
    """Whether a verb of speech has a clause of its own or carries the meaning."""
    return cue.kind == "act" or (
        cue.kind == "say" and (s.complementiser(cue) is not None or s.grammar.zero_complementiser)
    )


def _has_subject(s: Structure, cue: Cue) -> bool:
    """Whether nothing but a subject stands before a verb of speech in its clause."""
    clause = s.clause_at(cue.first)
    before = clause.first, cue.first
    return cue.first > clause.first and s.is_subject(*before) and not (s.grammar.finite and s.has_verb(*before))


def is_unsaid(s: Structure, cue: Cue) -> bool:
    """Whether a verb of speech tells what somebody did not say, or would not: did not say whether; nije htela da kaže."""
    g, keys = s.grammar, s.keys
    if cue.kind == "think":
        at = s.complementiser(cue)
        hit = g.cues.at(keys, at, s.last) if at is not None and at < s.last else None
        return (
            hit is not None
            and hit.value == "say"
            and not g.negations.isdisjoint(keys[max(s.first, cue.first - 3) : cue.first])
        )
    if cue.kind not in ("say", "act") or keys[cue.first] in g.denials or cue.last - cue.first > 1:
        return False
    first, i = s.clause_at(cue.first).first, cue.first - 1
    while i > first and (keys[i] in g.adverbs or keys[i] in g.auxiliaries) and keys[i] not in g.negations:
        i -= 1
    if i < first:
        return False
    if keys[i] in g.negations or keys[i].endswith("n't"):
        return True
    if keys[i] not in g.infinitive_markers:
        return False
    near = keys[max(first, i - _REFUSAL) : i]
    return not (g.refusals.isdisjoint(near) and g.negations.isdisjoint(near))


def _is_question(s: Structure, cue: Cue, who: Who) -> bool:
    """Whether a journalist asks: no statement."""
    g = s.grammar
    if s.keys[cue.first] not in g.questions:
        return False
    clause = s.clause_at(cue.first)
    asks = who.kind == "outlet" or not who.certain or is_relative(s, clause.first)
    return asks or not g.journalists.isdisjoint(s.keys[clause.first : clause.last])


def _is_share(s: Structure, cue: Cue) -> bool:
    """Whether a share of the people has an attitude: 80 % of Serbs are against sanctions."""
    first = s.clause_at(cue.first).first
    for i in range(max(first, cue.first - _SHARE), cue.first):
        if s.words[i][0].isdigit():
            unit = (
                s.text[s.ends[i] : s.ends[i] + 2].lstrip()[:1] == "%"
                or s.keys[min(i + 1, s.last - 1)] in s.grammar.shares
            )
            if unit:
                return True
    return False


def _is_nobodys(s: Structure, cue: Cue) -> bool:
    """Whether an impersonal passive names nobody: potvrđeno je da …; but potvrđeno je iz ministarstva da …"""
    if s.keys[cue.last - 1] not in s.grammar.impersonal:
        return False
    clause = s.clause_at(cue.first)
    return s.speakers.after(clause.first, s.complementiser(cue) or clause.last) is None


def _only_describes(s: Structure, cue: Cue, who: Who) -> bool:
    """Whether a relative clause only describes somebody: supporters who reject the vote, a text that calls for peace."""
    g, keys = s.grammar, s.keys
    if cue.kind not in ("act", "think") or s.complementiser(cue) is not None:
        return False
    if cue.kind == "think" and keys[s.clause_at(cue.first).first] in g.oblique_relative:
        return True
    clausal = (
        g.zero_complementiser
        and keys[cue.first] not in g.nominal
        and s.has_finite(cue.last, s.clause_at(cue.first).last)
    )
    if who.kind == "person" or (cue.kind == "think" and clausal):
        return False  # senators who believe the plan is late
    i = cue.first - 1
    while (
        i > s.first
        and not s.gap(i + 1) & ANY
        and (keys[i] in g.adverbs or keys[i] in g.auxiliaries or keys[i] in g.perfect)
    ):
        i -= 1
    restrictive = cue.kind == "think" or not (g.finite and s.gap(i) & COMMA)
    return keys[i] in g.relative and not s.gap(i + 1) & ANY and restrictive
