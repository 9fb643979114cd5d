"""Fine-tuning for all tasks at once, on the CPU.

The embedding and the lower layers stay as they are: what they give for a text is computed once and kept. What is
learned is measured by its losses: cross-entropy of tone and of stance, binary cross-entropy of whether an event proposed is
reported, planned, background; for the vectors their distance from what they were before, and for judged pairs
whether they say the same. On a processor that has instructions for it the layers compute in bfloat16.

A run can be stopped at any time and goes on from its last checkpoint.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from press.atomic import replacing
from training.encoder.batches import Batch, Item, batch, in_order, shuffled
from training.encoder.network import Network, Scores
from training.encoder.pairs import Pair

_SAVED_EVERY = 60.0  # seconds


@dataclass(frozen=True)
class Settings:
    """How is learned; ``tasks`` are the weights of the losses."""

    frozen: int = 4
    passes: float = 3.0
    rate: float = 1e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    smoothing: float = 0.05
    seed: int = 1
    tasks: dict[str, float] = field(
        default_factory=lambda: {"tone": 1.0, "stance": 1.0, "event": 1.0, "course": 0.5, "stay": 1.0, "same": 0.5}
    )


def half() -> bool:
    """Whether the processor computes in bfloat16 faster than in float32."""
    return bool(torch.cpu._is_avx512_bf16_supported())


def precision() -> torch.autocast:
    """The precision that layers compute in."""
    return torch.autocast("cpu", torch.bfloat16, enabled=half())


class Prepared:
    """Items with what the frozen layers give for them, and with their vectors before any learning."""

    def __init__(self, network: Network, members: Sequence[Item], frozen: int) -> None:
        self.items = list(members)
        self.lengths = [len(m.encoded.ids) for m in self.items]
        self.states: list[Tensor] = [torch.empty(0)] * len(self.items)
        means = torch.empty(len(self.items), network.position.shape[1])
        network.eval()
        with torch.no_grad(), precision():
            for part in in_order(self.lengths):
                b = batch([self.items[i] for i in part])
                low = network.states(b.ids, b.mask, 0, frozen)
                high = network.states(low, b.mask, frozen)
                means[part] = (b.spans[:, :1].to(high.dtype) @ high)[:, 0].float()
                for i, state in zip(part, low, strict=True):
                    self.states[i] = state[: self.lengths[i]].half()
        #: Mean (tokens averaged) of each text by the untouched encoder, float32 (items, width).
        self.means = means

    def batch(self, part: Sequence[int]) -> tuple[Batch, Tensor]:
        """Some items side by side, and the states (texts, tokens, width) that the learning layers begin with."""
        b = batch([self.items[i] for i in part])
        states = torch.zeros(*b.ids.shape, self.means.shape[1])
        for row, i in enumerate(part):
            states[row, : self.lengths[i]] = self.states[i].float()
        return b, states


def _cross_entropy(told: Tensor, label: Tensor, settings: Settings, weight: Tensor | None = None) -> Tensor:
    """Mean over what is labelled, 0 where nothing is."""
    known = label >= 0
    if not known.any():
        return told.sum() * 0.0
    return F.cross_entropy(told[known].float(), label[known], weight=weight, label_smoothing=settings.smoothing)


def _binary(told: Tensor, label: Tensor) -> Tensor:
    known = label >= 0
    if not known.any():
        return told.sum() * 0.0
    return F.binary_cross_entropy_with_logits(told[known].float(), label[known].float())


def losses(told: Scores, b: Batch, before: Tensor, tone_weight: Tensor, settings: Settings) -> dict[str, Tensor]:
    """Loss of each task; ``before`` are the texts' vectors before learning."""
    event = told.event.gather(-1, b.type.clamp(min=0)[..., None])[..., 0]
    return {
        "tone": _cross_entropy(told.tone, b.tone, settings, tone_weight),
        "stance": _cross_entropy(told.stance, b.stance, settings),
        "event": _binary(event, b.reported),
        "course": _binary(told.course[..., 0], b.planned) + _binary(told.course[..., 1], b.background),
        "stay": (1 - (told.vector * before).sum(-1)).mean(),
    }


_NEAR, _SCALE = 0.4, 12.0  # cosine at which two statements are as likely the same as not, and how sharp that is


def pair_loss(told: Scores, same: Tensor) -> Tensor:
    """Binary cross-entropy of pairs (2i, 2i + 1); of pairs that say the same, each against the others of the batch as well."""
    a, b = told.vector[0::2], told.vector[1::2]
    judged = F.binary_cross_entropy_with_logits(((a * b).sum(-1) - _NEAR) * _SCALE, same)
    likeness = a @ b.T * _SCALE
    pulled = same > 0
    if not pulled.any():
        return judged
    target = torch.arange(len(a))[pulled]
    return judged + F.cross_entropy(likeness[pulled], target) + F.cross_entropy(likeness.T[pulled], target)


class Run:
    """One fine-tuning of a network; its state is kept in ``folder`` where one is given."""

    def __init__(
        self,
        network: Network,
        prepared: Prepared,
        train: Sequence[int],
        pairs: Sequence[Pair],
        settings: Settings,
        folder: Path | None = None,
    ) -> None:
        self.network, self.prepared, self.settings = network, prepared, settings
        self.train, self.pairs, self.folder = list(train), list(pairs), folder
        network.heads.centre.copy_(prepared.means.mean(0))
        self.before = F.normalize(prepared.means - prepared.means.mean(0), dim=-1)
        tones = torch.tensor([t for i in self.train if (t := prepared.items[i].example.tone) is not None])
        counts = torch.bincount(tones, minlength=3).clamp(min=1)
        self.tone_weight = (len(tones) / 3 / counts).float()
        for layer in network.layers[: settings.frozen]:
            layer.requires_grad_(False)
        network.norm.requires_grad_(False)
        body = [p for layer in network.layers[settings.frozen :] for p in layer.parameters()]
        heads = [p for p in network.heads.parameters() if p.requires_grad]
        self.optimiser = torch.optim.AdamW(
            [{"params": body, "peak": settings.rate}, {"params": heads, "peak": settings.head_rate}],
            weight_decay=settings.decay,
        )
        self.step = 0
        self.seen: dict[str, float] = {}

    def plan(self) -> list[list[int]]:
        """All batches of the run, the same each time."""
        random = np.random.default_rng(self.settings.seed)
        lengths = [self.prepared.lengths[i] for i in self.train]
        whole: list[list[int]] = []
        passes = self.settings.passes
        while passes > 0:
            parts = shuffled(lengths, random)
            whole += parts[: round(len(parts) * min(1.0, passes))]
            passes -= 1
        return [[self.train[k] for k in part] for part in whole]

    def _rate(self, steps: int) -> None:
        """Rates rise over the first tenth of the steps and fall to nothing."""
        done = self.step / max(1, steps)
        share = min(1.0, done / 0.1) if done < 0.1 else (1 - done) / 0.9
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * max(share, 0.01)

    def _pairs(self, random: np.random.Generator) -> Tensor:
        chosen = random.choice(len(self.pairs), min(12, len(self.pairs)), replace=False)
        b, states = self.prepared.batch([i for k in chosen for i in (self.pairs[k].a, self.pairs[k].b)])
        with precision():
            told = self.network.heads(self.network.states(states, b.mask, self.settings.frozen), b.spans)
        return pair_loss(told, torch.tensor([float(self.pairs[k].same) for k in chosen]))

    def go(self, seconds: float = float("inf")) -> bool:
        """Learn until all is done, or for some time; returns whether all is done."""
        plan = self.plan()
        self.load()
        began = saved = time.monotonic()
        self.network.train()
        weights = self.settings.tasks
        while self.step < len(plan):
            torch.manual_seed(self.settings.seed * 1_000_003 + self.step)
            self._rate(len(plan))
            part = plan[self.step]
            b, states = self.prepared.batch(part)
            with precision():
                told = self.network.heads(self.network.states(states, b.mask, self.settings.frozen), b.spans)
            parts = losses(told, b, self.before[part], self.tone_weight, self.settings)
            if self.pairs and weights["same"] and self.step % 4 == 0:
                parts["same"] = self._pairs(np.random.default_rng([self.settings.seed, self.step]))
            loss = torch.stack([weights[name] * value for name, value in parts.items()]).sum()
            self.optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimiser.step()
            self.step += 1
            for name, value in parts.items():
                self.seen[name] = 0.98 * self.seen.get(name, value.item()) + 0.02 * value.item()
            now = time.monotonic()
            if now - saved > _SAVED_EVERY or self.step == len(plan):
                saved = now
                self.save()
                print(
                    f"step {self.step} of {len(plan)}, {time.process_time():.0f} s:",
                    {k: round(v, 3) for k, v in self.seen.items()},
                    flush=True,
                )
            if now - began > seconds:
                self.save()
                break
        self.network.eval()
        return self.step >= len(plan)

    def _learned(self) -> dict[str, Tensor]:
        names = {n for n, p in self.network.named_parameters() if p.requires_grad} | {"heads.centre"}
        return {n: v for n, v in self.network.state_dict().items() if n in names}

    def save(self) -> None:
        """Keep what is learned so far, and where the run stands."""
        if self.folder is None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        state: dict[str, Any] = {
            "settings": repr(self.settings), "texts": len(self.train), "step": self.step,
            "network": self._learned(), "optimiser": self.optimiser.state_dict(),
        }  # fmt: skip
        with replacing(self.folder / "run.pt") as file:
            torch.save(state, file)

    def load(self) -> None:
        """Go on where a run with the same settings and as many texts stopped."""
        path = self.folder / "run.pt" if self.folder else None
        if path is None or not os.path.exists(path):
            return
        state = torch.load(path, weights_only=True)
        if (state["settings"], state["texts"]) != (repr(self.settings), len(self.train)):
            return
        self.network.load_state_dict(state["network"], strict=False)
        self.optimiser.load_state_dict(state["optimiser"])
        self.step = state["step"]


def scores(network: Network, prepared: Prepared, chosen: Sequence[int], frozen: int) -> list[Scores]:
    """What a network says of some items: for each the scores of its text and of its spans (the first the text)."""
    out: list[Scores | None] = [None] * len(chosen)
    network.eval()
    with torch.no_grad(), precision():
        for part in in_order([prepared.lengths[i] for i in chosen]):
            b, states = prepared.batch([chosen[k] for k in part])
            told = network.heads(network.states(states, b.mask, frozen), b.spans)
            for row, k in enumerate(part):
                out[k] = Scores(*(value[row].float() for value in told))
    return [s for s in out if s is not None]
