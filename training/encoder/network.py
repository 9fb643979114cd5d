"""The network in PyTorch: the encoder, and the heads that read its states.

A text is read once. From the mean over its tokens come its vector and its tone; from the mean over the tokens of a
span (the names of a party, the word that proposes an event), beside that over the text, come the stance toward the
party, and whether the event is reported, planned, background.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.encoder.weights import Pretrained


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019): attention and feed-forward, each with its norm after it."""

    def __init__(self, width: int, heads: int, feed_forward: int, eps: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.attended = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps)
        self.inner = nn.Linear(width, feed_forward)
        self.outer = nn.Linear(feed_forward, width)
        self.output_norm = nn.LayerNorm(width, eps)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """States (texts, tokens, width) of the next layer; ``mask`` (texts, 1, 1, tokens) is 1 for tokens."""
        texts, tokens, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(texts, tokens, self.heads, -1).transpose(1, 2)

        # Written out: the backward pass of PyTorch's own takes half of a step's time on short texts.
        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        likeness = query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5
        attention = (likeness + (1 - mask) * -1e4).softmax(-1).to(value.dtype) @ value
        attention = attention.transpose(1, 2).reshape(texts, tokens, width)
        x = self.attention_norm(x + self.dropout(self.attended(attention)))
        return self.output_norm(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


#: Where the weights of a layer stand in the shipped model.
_NAMES = {
    "query": "q", "key": "k", "value": "v", "attended": "ao", "attention_norm": "aln", "inner": "fi", "outer": "fo", "output_norm": "oln",
}  # fmt: skip


class Scores(NamedTuple):
    """What the heads say; all but the vector as log-odds.

    ``vector`` (texts, width) of unit length; ``tone`` (texts, 3); ``stance`` (texts, spans, 4): none and the three classes;
    ``event`` (texts, spans, types): reported; ``course`` (texts, spans, 2): planned, background.
    """

    vector: Tensor
    tone: Tensor
    stance: Tensor
    event: Tensor
    course: Tensor


class Heads(nn.Module):
    """What is said of a text and its spans from the last layer's states."""

    def __init__(self, width: int, types: int) -> None:
        super().__init__()
        #: Mean of many texts' vectors: all point into one direction, and differ by what is left without it.
        self.centre = nn.Parameter(torch.zeros(width), requires_grad=False)
        self.tone = nn.Linear(width, 3)
        self.about = nn.Linear(2 * width, width)
        self.stance = nn.Linear(width, 4)
        self.event = nn.Linear(width, types)
        self.course = nn.Linear(width, 2)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, spans: Tensor) -> Scores:
        """From states (texts, tokens, width); ``spans`` (texts, spans, tokens) has rows that sum to one, the first the text."""
        inside = spans.to(x.dtype) @ x
        mean = inside[:, 0]
        both = torch.cat([inside, mean[:, None].expand_as(inside)], -1)
        about = self.dropout(F.gelu(self.about(self.dropout(both))))
        return Scores(
            F.normalize(mean.float() - self.centre, dim=-1),
            self.tone(self.dropout(mean)),
            self.stance(about),
            self.event(about),
            self.course(about),
        )


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, pretrained: Pretrained, chosen: np.ndarray, types: int) -> None:
        super().__init__()
        c, t = pretrained.config, pretrained.tensors
        width = int(c["width"])
        self.embedding = nn.Embedding.from_pretrained(torch.from_numpy(pretrained.embedding.rows(chosen).matrix()))
        self.position = nn.Parameter(torch.from_numpy(t["emb.pos"] + t["emb.type"][0]), requires_grad=False)
        self.norm = nn.LayerNorm(width, c["eps"])
        self.layers = nn.ModuleList(
            Layer(width, int(c["heads"]), int(c["feed_forward"]), c["eps"]) for _ in range(int(c["layers"]))
        )
        self.heads = Heads(width, types)
        with torch.no_grad():
            for module, name in [(self.norm, "emb.ln")] + [
                (getattr(layer, part), f"l{i}.{short}")
                for i, layer in enumerate(self.layers)
                for part, short in _NAMES.items()
            ]:
                module.weight.copy_(torch.from_numpy(t[name + ".w"]))
                module.bias.copy_(torch.from_numpy(t[name + ".b"]))

    def states(self, x: Tensor, mask: Tensor, first: int = 0, last: int | None = None) -> Tensor:
        """States (texts, tokens, width) after some of the layers.

        ``x`` holds ids (texts, tokens), or the states that the layers before ``first`` gave; ``mask`` (texts, tokens).
        """
        if not x.is_floating_point():
            x = self.norm(self.embedding(x) + self.position[: x.shape[1]])
        whole = mask[:, None, None, :].to(self.position.dtype)
        for layer in self.layers[first:last]:
            x = layer(x, whole)
        return x

    def forward(self, ids: Tensor, mask: Tensor, spans: Tensor) -> Scores:
        """Read texts: ids and mask (texts, tokens), spans (texts, spans, tokens)."""
        return self.heads(self.states(ids, mask), spans)
