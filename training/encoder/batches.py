"""Examples as numbers: ids of word pieces, the tokens of spans, labels; and batches of them, sorted by length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from press.meaning.inputs import Encoded, encode, matrix
from training.encoder.examples import Example

TEXTS = 32  # of a batch


class Batch(NamedTuple):
    """Texts to learn from at once: ``ids``, ``mask`` (texts, tokens); ``spans`` (texts, 1 + spans, tokens), the first of a text the text itself.

    Labels of nothing are −1: ``tone`` (texts); ``stance``, ``type``, ``reported``, ``planned``, ``background`` (texts, 1 + spans).
    """

    ids: Tensor
    mask: Tensor
    spans: Tensor
    tone: Tensor
    stance: Tensor
    type: Tensor
    reported: Tensor
    planned: Tensor
    background: Tensor


class Item(NamedTuple):
    """An example with its ids and spans."""

    example: Example
    encoded: Encoded


def items(examples: Iterable[Example], tokenizer: Tokenizer) -> list[Item]:
    """Examples made ready, in their order."""
    listed = list(examples)
    encoded = encode(tokenizer, [e.text for e in listed], [e.spans for e in listed])
    return [Item(e, c) for e, c in zip(listed, encoded, strict=True)]


def _label(value: bool | None) -> int:
    return -1 if value is None else int(value)


def batch(members: Sequence[Item]) -> Batch:
    """Some items side by side."""
    ids, mask, spans = map(torch.from_numpy, matrix([m.encoded for m in members]))
    labels = np.full((5, *spans.shape[:2]), -1)
    for i, (example, _) in enumerate(members):
        for j, stance in enumerate(example.stances, 1):
            labels[0, i, j] = stance
        for j, event in enumerate(example.events, 1):
            labels[1:, i, j] = event.type, event.reported, _label(event.planned), _label(event.background)
    tone = [-1 if m.example.tone is None else m.example.tone for m in members]
    return Batch(ids, mask, spans, torch.tensor(tone), *torch.from_numpy(labels))


def in_order(lengths: Sequence[int], size: int = TEXTS) -> list[list[int]]:
    """Indices in parts of like length, the longest first: what does not fit in memory is seen at once."""
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    return [order[i : i + size] for i in range(0, len(order), size)]


def shuffled(lengths: Sequence[int], random: np.random.Generator, size: int = TEXTS) -> list[list[int]]:
    """Parts of nearly like length in random order: sorted within pools of fifty batches."""
    order = random.permutation(len(lengths))
    parts = []
    for i in range(0, len(order), 50 * size):
        pool = sorted(order[i : i + 50 * size], key=lambda k: lengths[k])
        parts += [pool[k : k + size] for k in range(0, len(pool), size)]
    random.shuffle(parts)
    return parts
