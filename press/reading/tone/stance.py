"""Stance: the tone of a statement toward each party it speaks about.

For each party named in a statement or close to it, a small multinomial logistic model decides between no
stance, negative, neutral and positive. It looks at where and how the party is named, the tone words before and
after its name by concept, the tone of the whole, the verb that reports, and who speaks. Its weights
(``data/vocabulary/tone/stance.tsv``) are learned by ``python -m training.sentiment``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import exp
from typing import NamedTuple

from press.reading.document import Statement
from press.reading.tone.lexicon import Word, squash
from press.reading.tone.parties import Parties, Party, party_of
from press.reading.tone.weights import Group, Weights

_BEFORE, _AFTER = 30, 15  # words around a statement in which a party is looked for
_NEAR = 6  # words between a party and the tone words that are about it


class Stance(NamedTuple):
    """A stance toward a party: ``score`` −1 to 1 and its label."""

    score: float
    label: str


#: Features that share a value, and the value.
Feature = tuple[Group, float]
_OTHERS, _SHARE, _TIMES = Group("others named"), Group("share in article"), Group("times named")
_TONE_NEAR = Group("tone near")


@lru_cache(maxsize=50_000)
def _asked(
    name: str, home: str, country: str, counterpart: bool, inside: bool, alone: bool, kind: str,
    before: bool, after: bool, title: bool, own: bool, begins: bool,
) -> tuple[Group, Group, Group]:  # fmt: skip
    """Features of a party for itself, with a good tone, and with a bad one."""
    side = "own" if name == home else "counterpart" if counterpart else "other"
    where = "in" if inside else "out"
    base = [f"{where} {side}", f"{home or country} on {name}", f"party {name}", where]
    if alone:
        base.append(f"{where} {side} alone")
    flags = [f"kind {kind}"]
    flags += [x for x, true in (("named before", before), ("named after", after), ("in title", title)) if true]
    flags += [x for x, true in ((f"we {side}", own), ("begins", begins)) if true]
    return Group(*base, *flags), Group(*(f"{x}: good" for x in base)), Group(*(f"{x}: bad" for x in base))


@lru_cache(maxsize=20_000)
def _beside(concept: str, turned: bool, before: bool) -> Group:
    return Group(f"{concept}{' turned' if turned else ''} {'before' if before else 'after'}")


def candidates(
    parties: Parties, statement: Statement, words: list[Word], first: int, last: int, mood: Sequence[float]
) -> Iterator[tuple[str, list[Feature]]]:
    """Parties that a statement may take a stance toward, each with what the model looks at.

    They are those named in it, the speaker's own, and the other one that the article names most. ``mood`` is the
    tone of the statement: the probabilities of negative, neutral and positive.
    """
    inside = [p for p in parties.between(first, last) if p.name]
    here: dict[str, list[Party]] = {}
    for p in inside:
        here.setdefault(p.name, []).append(p)
    home = party_of(statement.country)
    counterpart = parties.most if parties.most != home else parties.second
    asked = {home, counterpart, *here}
    asked.discard("")
    if not asked:
        return
    bad, _, good = mood
    before = {p.name for p in parties.between(first - _BEFORE, first)}
    after = {p.name for p in parties.between(last, last + _AFTER)}
    own = parties.own(first, last)
    for name in sorted(asked):
        mine = here.get(name, [])
        others = len(here) - bool(mine)
        plain, with_good, with_bad = _asked(
            name, home, statement.country, name == counterpart, bool(mine), not others, statement.kind,
            name in before, name in after, name in parties.title, own, bool(mine) and mine[0].first - first < 3,
        )  # fmt: skip
        f: list[Feature] = [(plain, 1.0), (with_good, good), (with_bad, bad)]
        if others:
            f.append((_OTHERS, min(others, 2)))
        f.append((_SHARE, parties.counts[name] / (1 + parties.total)))
        if mine:
            f.append((_TIMES, min(len(mine), 2)))
            _near(f, words, mine, inside)
        yield name, f


def _near(f: list[Feature], words: list[Word], mine: list[Party], inside: list[Party]) -> None:
    """Adds the tone words about a party: those closer to its name than to another party's."""
    near = 0.0
    places = [(p.first, p.last) for p in mine]
    alone = len(mine) == len(inside)
    for first, last, concept, weight, turned in words:
        if not weight:
            continue
        distance, at = 999, 0
        for begin, end in places:
            gap = begin - last if begin >= last else first - end
            if gap < distance:
                distance, at = gap, begin
        near += weight / (1 + max(distance, 0) / 4)
        if distance <= _NEAR and (alone or distance <= min([max(p.first - last, first - p.last, 0) for p in inside])):
            f.append((_beside(concept, turned, last <= at), 1.0))
    f.append((_TONE_NEAR, squash(near)))


@cache
def _weights() -> Weights:
    return Weights("stance")


def stances(
    parties: Parties, statement: Statement, words: list[Word], first: int, last: int, mood: Sequence[float]
) -> dict[str, Stance]:
    """Stance of a statement toward each party it speaks about."""
    weights = _weights()
    least = weights.rows["(least)"][0]
    out: dict[str, Stance] = {}
    for name, features in candidates(parties, statement, words, first, last, mood):
        none, bad, middle, good = weights.bias
        for group, value in features:
            for_none, for_bad, for_middle, for_good = group.row or weights.of(group)
            none += value * for_none
            bad += value * for_bad
            middle += value * for_middle
            good += value * for_good
        none, bad, middle, good = exp(none), exp(bad), exp(middle), exp(good)
        some = bad + middle + good
        if some >= least * (none + some):
            label = "positive" if good >= max(bad, middle) else "negative" if bad > middle else "neutral"
            out[name] = Stance((good - bad) / some, label)
    return out
