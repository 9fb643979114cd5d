"""Writes ``data/model``: the graph with its weights, and the card with sentences that a test scores again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from press.atomic import replacing
from press.meaning.inputs import matrix
from press.reading.events.events import types
from press.vocabulary import TONES
from training.encoder import graph
from training.encoder.batches import Item
from training.encoder.network import Network
from training.encoder.weights import Packed

#: Texts by which the reach of the layers' inputs is found, and sentences kept for the test.
CALIBRATED, KEPT = 500, 50
MOST_BYTES, MOST_OF_A_FILE = 60_000_000, 50_000_000


def kept(items: Sequence[Item]) -> list[Item]:
    """Invented statements spread over languages and tones, the same each time."""
    chosen = [m for m in items if m.example.place.source == "invented" and m.example.tone is not None]
    return chosen[:: max(1, len(chosen) // KEPT)][:KEPT]


def ship(network: Network, embedding: Packed, frozen: int, items: Sequence[Item], folder: Path) -> str:
    """Write the model's files beside its tokenizer; returns how near they come to the network, in a sentence.

    Raises
    ------
    ValueError
        Where they are larger than the project takes.
    """
    spread = items[:: max(1, len(items) // CALIBRATED)]
    reaches = graph.reach(network, [m.encoded for m in spread])
    built = graph.build(network, embedding, reaches, frozen)
    path = graph.write(built, folder, list(types()), network.position.shape[1])
    sizes = [p.stat().st_size for p in folder.iterdir()]
    if sum(sizes) > MOST_BYTES or max(sizes) > MOST_OF_A_FILE:
        raise ValueError(f"{folder}: {sum(sizes) / 1e6:.1f} MB, the largest file {max(sizes) / 1e6:.1f} MB")
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    likeness, tones, rows = [], [], []
    for item in kept(items):
        ids, mask, spans = matrix([item.encoded])
        vector, tone, stance = session.run(["vector", "tone", "stance"], {"ids": ids, "mask": mask, "spans": spans})
        with torch.no_grad():
            told = network(*map(torch.from_numpy, (ids, mask, spans)))
        likeness.append(float(vector[0] @ told.vector[0].numpy()))
        tones.append(float(np.abs(tone[0] - told.tone[0].softmax(-1).numpy()).max()))
        example = item.example
        rows.append({
            "text": example.text, "spans": example.spans, "label": TONES[example.tone or 0],
            "tone": [round(float(x), 4) for x in tone[0]], "vector": [round(float(x), 4) for x in vector[0][:8]],
            "stance": [[round(float(x), 4) for x in row] for row in stance[0, 1 : 1 + len(example.spans)]],
        })  # fmt: skip
    with replacing(folder / "scored.jsonl") as file:
        file.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf8"))
    return (
        f"{sum(sizes) / 1e6:.1f} MB; against the network in float32: cosine of vectors {np.mean(likeness):.4f} "
        f"(least {min(likeness):.4f}), probabilities of tone differ by {np.mean(tones):.3f} (most {max(tones):.3f})"
    )
