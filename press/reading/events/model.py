"""The model: which candidates are events, by logistic regressions over their features.

One looks at each candidate alone, a second at it beside the others of its article (stacking; Wolpert 1992). Their
weights are data, ``data/vocabulary/event_weights.toml``, fitted to labels by ``training/events.py``.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from math import exp

from press.reading.events.candidates import Candidate
from press.vocabulary import read

#: Events that one sentence may report at most.
MOST_IN_SENTENCE = 2
_HOPELESS = 0.05  # probability below which a candidate is not looked at again
_NOBODY = (0.0, -1, 0.0)


class Weights(dict[str, float]):
    """Weights of a regression; a feature that has none counts nothing."""

    def __missing__(self, name: str) -> float:
        return 0.0


@cache
def weights(model: str) -> Weights:
    """The weights of ``alone``, ``company`` or ``background``; of ``threshold`` the least probabilities."""
    return Weights(read("event_weights")[model])


def logistic(total: float) -> float:
    """Probability from log-odds."""
    total = 30.0 if total > 30.0 else -30.0 if total < -30.0 else total
    return 1 / (1 + exp(-total))


def _probabilities(found: list[Candidate], model: str) -> list[float]:
    """Probability of each candidate by a logistic regression; a sentence's own features are summed once."""
    learned = weights(model)
    weight = learned.__getitem__
    sums: dict[int, float] = {}
    out = []
    for c in found:
        total = sums.get(c.place.number)
        if total is None:
            total = sums[c.place.number] = learned["bias"] + sum(map(weight, c.sentence))
        total += sum(map(weight, c.own))
        if c.company:
            total += sum([learned[name] * value for name, value in c.company.items()])
        out.append(logistic(total))
    return out


def choose(found: list[Candidate]) -> list[Candidate]:
    """The candidates of one article that are events, likeliest first."""
    likely = [(p, c) for p, c in zip(_probabilities(found, "alone"), found, strict=True) if p >= _HOPELESS]
    found = [c for _, c in likely]
    company(found, [p for p, _ in likely])
    ranked = sorted(zip(_probabilities(found, "company"), found, strict=True), key=lambda pc: (-pc[0], pc[1].start))
    least = weights("threshold")
    chosen: list[Candidate] = []
    in_sentence: dict[int, int] = defaultdict(int)
    for n, (probability, c) in enumerate(ranked):
        if probability < (least["next"] if n else least["first"]):
            break
        if in_sentence[c.start] < MOST_IN_SENTENCE:
            in_sentence[c.start] += 1
            chosen.append(c)
    return chosen


def company(found: list[Candidate], alone: list[float]) -> None:
    """Add to each candidate how likely the others are: an article has few events, and a statement is news
    where nothing else is.

    Parameters
    ----------
    found : candidates of one article
    alone : probability of each, told from itself
    """
    best: dict[tuple[str, object], tuple[float, int, float]] = {}  # highest, whose it is, next
    for i, (p, c) in enumerate(zip(alone, found, strict=True)):
        rooms: list[tuple[str, object]] = [("sentence", c.place.number), ("type", c.type)]
        if c.type == "statement":
            rooms.append(("statements", ""))
        else:
            rooms += [("others in the sentence", c.place.number), ("events", "")]
            if not c.place.order:
                rooms.append(("lead", ""))
        for room in rooms:
            highest, whose, following = best.get(room, _NOBODY)
            best[room] = (p, i, highest) if p > highest else (highest, whose, max(p, following))

    def most(room: tuple[str, object], but: int) -> float:
        highest, whose, following = best.get(room, _NOBODY)
        return highest if whose != but else following

    for i, c in enumerate(found):
        f, of = c.company, "statement:" if c.type == "statement" else ""
        f["better_in_sentence"] = float(most(("sentence", c.place.number), i) > alone[i])
        f["better_of_type"] = float(most(("type", c.type), i) > alone[i])
        f[of + "best_in_sentence"] = most(("others in the sentence", c.place.number), i)
        f[of + "best_in_lead"] = most(("lead", ""), i)
        f[of + "best_event"] = most(("events", ""), i)
        f[of + "best_statement"] = most(("statements", ""), i)
