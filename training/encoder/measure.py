"""How right a model is on examples that it has not learned from.

What is told of an example is an :class:`Answer`, whoever tells it; the measures are those of :mod:`press.evaluation.measures`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from press.evaluation.measures import macro_f1
from press.vocabulary import LANGUAGES, TONES
from training.encoder.examples import Example

LEAST = np.arange(0.1, 0.9, 0.05)


class Answer(NamedTuple):
    """What is told of an example: probabilities of ``tone`` (3), of the ``stance`` toward each party (spans, 4), that each ``event`` proposed is reported, ``planned``, ``background`` (spans)."""

    tone: np.ndarray | None = None
    stance: np.ndarray | None = None
    event: np.ndarray | None = None
    planned: np.ndarray | None = None
    background: np.ndarray | None = None


Told = Sequence[tuple[Example, Answer]]


def tone(told: Told) -> float:
    """Macro-F1 of the tone."""
    return macro_f1(
        (TONES[e.tone], TONES[int(a.tone.argmax())]) for e, a in told if e.tone is not None and a.tone is not None
    )


def _best(right: np.ndarray, found: np.ndarray, gold: int) -> tuple[float, float, float, float]:
    f1 = 2 * right / np.maximum(1, found + gold)
    k = int(f1.argmax())
    return right[k] / max(1, found[k]), right[k] / max(1, gold), float(f1[k]), float(LEAST[k])


def stance(told: Told) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of (party, class), parties that nothing proposes counted as missed, and the least probability of a stance that gives the best F1."""
    right, found, gold = np.zeros(len(LEAST)), np.zeros(len(LEAST)), 0
    for e, a in told:
        if e.tone is None or a.stance is None:
            continue
        gold += e.missed + sum(s > 0 for s in e.stances)
        for label, p in zip(e.stances, a.stance, strict=True):
            given = 1 - p[0] >= LEAST
            found += given
            right += given & (label == 1 + int(p[1:].argmax()))
    return _best(right, found, gold)


def event(told: Told) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of the events proposed, and the least probability that gives the best F1."""
    right, found, gold = np.zeros(len(LEAST)), np.zeros(len(LEAST)), 0
    for e, a in told:
        if a.event is None:
            continue
        gold += sum(v.reported for v in e.events)
        for v, p in zip(e.events, a.event, strict=True):
            found += p >= LEAST
            right += (p >= LEAST) & v.reported
    return _best(right, found, gold)


def course(told: Told, name: str) -> tuple[float, int]:
    """F1 of "planned" or "background" over events reported, and how many are so."""
    right = given = gold = 0
    for e, a in told:
        p = getattr(a, name)
        for k, v in enumerate(e.events if p is not None else ()):
            label = getattr(v, name)
            if label is not None:
                gold += label
                given += bool(p[k] > 0.5)
                right += bool(p[k] > 0.5) and label
    return 2 * right / max(1, given + gold), gold


def report(told: Told) -> str:
    """All measures, by source."""
    lines = []
    for source in dict.fromkeys(e.place.source for e, _ in told):
        part = [(e, a) for e, a in told if e.place.source == source]
        by_language = {k: [(e, a) for e, a in part if e.place.language == k] for k in LANGUAGES}
        lines.append(f"{source}: {len(part)} texts")
        if any(a.tone is not None for _, a in part):
            said = [x for x in part if x[0].tone is not None]
            each = " ".join(f"{k} {tone(v):.2f}" for k, v in by_language.items())
            lines.append(f"  tone       macro-F1 {tone(part):.3f} of {len(said)}; {each}")
        if any(a.stance is not None for _, a in part):
            lines.append("  stance     precision {:.3f} recall {:.3f} F1 {:.3f} from {:.2f}".format(*stance(part)))
        if any(a.event is not None for _, a in part):
            lines.append("  events     precision {:.3f} recall {:.3f} F1 {:.3f} from {:.2f}".format(*event(part)))
        for name in ("planned", "background"):
            f1, gold = course(part, name)
            if gold:
                lines.append(f"  {name:10} F1 {f1:.3f} of {gold}")
    return "\n".join(lines)


def same(cosines: np.ndarray, labels: np.ndarray, precision: float = 0.9) -> tuple[float, float, float]:
    """Of pairs by their cosine: average precision, and the recall with its threshold where precision is at least ``precision``."""
    order = np.argsort(-cosines)
    right = np.cumsum(labels[order])
    share = right / np.arange(1, len(order) + 1)
    average = float((share * labels[order]).sum() / max(1, labels.sum()))
    good = np.flatnonzero(share >= precision)
    if not len(good):
        return average, 0.0, 1.0
    k = good[-1]
    return average, float(right[k] / max(1, labels.sum())), float(cosines[order[k]])
