"""Cross-validation by article: what is reached on articles and sentences that a run has not seen."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

from press.vocabulary import TONES
from training.encoder import measure
from training.encoder.batches import Item
from training.encoder.learn import Prepared, Run, Settings, scores
from training.encoder.measure import Answer, Told
from training.encoder.network import Network, Scores
from training.encoder.pairs import Pair

FOLDS = 5


def fold(group: str) -> int:
    """The part of a group, by a hash of its name."""
    return int(hashlib.md5(f"{group} encoder".encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


class Data(NamedTuple):
    """All that is learned from: examples with labels, after them the texts of ``pairs``; ``labelled`` is how many the first are."""

    items: list[Item]
    pairs: list[Pair]
    labelled: int


def answer(item: Item, told: Scores) -> Answer:
    """What a network says of an example, as probabilities."""
    example, last = item.example, 1 + len(item.example.spans)
    if example.tone is not None:
        return Answer(told.tone.softmax(-1).numpy(), told.stance[1:last].softmax(-1).numpy())
    types = [e.type for e in example.events]
    course = torch.sigmoid(told.course[1:last]).numpy()
    event = torch.sigmoid(told.event[range(1, last), types]).numpy()
    return Answer(event=event, planned=course[:, 0], background=course[:, 1])


def by_frozen_vectors(prepared: Prepared, train: Sequence[int], test: Sequence[int]) -> Told:
    """The tone by a logistic regression on the vectors before any learning: what fine-tuning must beat."""
    tone = [i for i in train if prepared.items[i].example.tone is not None]
    asked = [i for i in test if prepared.items[i].example.tone is not None]
    x = torch.nn.functional.normalize(prepared.means, dim=-1).numpy()
    x = x - x[tone].mean(0)
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    model = LogisticRegression(C=1.0, max_iter=3000, class_weight="balanced")
    model.fit(x[tone], [prepared.items[i].example.tone for i in tone])
    if list(model.classes_) != list(range(len(TONES))):
        raise ValueError("a tone has no examples to learn from")
    told = model.predict_proba(x[asked])
    return [(prepared.items[i].example, Answer(p)) for i, p in zip(asked, told, strict=True)]


def cosines(network: Network, prepared: Prepared, pairs: Sequence[Pair], frozen: int) -> np.ndarray:
    """Cosine of the two texts of each pair."""
    told = scores(network, prepared, [i for p in pairs for i in (p.a, p.b)], frozen)
    both = torch.stack([s.vector for s in told]).view(len(pairs), 2, -1)
    return (both[:, 0] * both[:, 1]).sum(-1).numpy()


def pair_report(cosine: np.ndarray, pairs: Sequence[Pair]) -> str:
    """Average precision of pairs across languages and within one, and the recall at a precision of 0.9."""
    same, across = np.array([p.same for p in pairs]), np.array([p.across for p in pairs])
    lines = []
    for name, part in (("across languages", across), ("within a language", ~across)):
        average, recall, least = measure.same(cosine[part], same[part])
        lines.append(
            f"  same, {name}: average precision {average:.3f}, recall {recall:.2f} at precision 0.9 (cosine from {least:.2f}) of {part.sum()}"
        )
    return "\n".join(lines)


def check(make: Network, data: Data, settings: Settings, folder: Path, minutes: float, folds: Sequence[int]) -> bool:
    """Cross-validate over some of the folds and print what is reached; returns whether the time sufficed."""
    pretrained = {name: value.clone() for name, value in make.state_dict().items()}
    prepared = Prepared(make, data.items, settings.frozen)
    tuned: list[tuple] = []
    frozen: list[tuple] = []
    judged: list[Pair] = []
    before: list[np.ndarray] = []
    after: list[np.ndarray] = []
    ends = time.monotonic() + 60 * minutes
    for k in folds:
        part = [fold(item.example.place.group) == k for item in data.items[: data.labelled]]
        train, test = [i for i, held in enumerate(part) if not held], [i for i, held in enumerate(part) if held]
        pairs = [p for p in data.pairs if fold(p.group) == k]
        make.load_state_dict(pretrained)
        run = Run(make, prepared, train, [p for p in data.pairs if fold(p.group) != k], settings, folder / f"fold-{k}")
        before.append(cosines(make, prepared, pairs, settings.frozen))
        if not run.go(ends - time.monotonic()):
            print(f"fold {k}: time is over at step {run.step}; the next call goes on from there")
            return False
        told = scores(make, prepared, test, settings.frozen)
        tuned += [(data.items[i].example, answer(data.items[i], s)) for i, s in zip(test, told, strict=True)]
        frozen += by_frozen_vectors(prepared, train, test)
        after.append(cosines(make, prepared, pairs, settings.frozen))
        judged += pairs
    print("Vectors as they were, logistic regression", measure.report(frozen), sep="\n")
    print(pair_report(np.concatenate(before), judged))
    print("Fine-tuned", measure.report(tuned), sep="\n")
    print(pair_report(np.concatenate(after), judged))
    return True
