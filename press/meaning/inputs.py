"""Texts as the model reads them: ids of word pieces, and which of them each span of characters covers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: Characters of a text that are looked at, and word pieces that are read; what comes after is passed over.
MOST_CHARACTERS, MOST_PIECES = 1_200, 160
#: What the encoder was trained to see before a text (Wang et al. 2024).
PREFIX = "query: "
PADDING = 1

#: Characters of a text, begin and end, one or several stretches (the names of one party).
Span = Sequence[tuple[int, int]]


class Text(NamedTuple):
    """A text with the spans that are asked about."""

    text: str
    spans: tuple[Span, ...]


def statement(words: str, spans: Sequence[Span], cue: str) -> Text:
    """A statement as the model reads it: the cue that reports it, and its words; never who speaks.

    Parameters
    ----------
    words : str
        What is said.
    spans : sequence of spans
        Characters of ``words``, for each party asked about all its names.
    cue : str
        The word that attributes ("warned", "сомневается"), '' where there is none. It tells what the words alone do not: "fears
        that", "is glad that".
    """
    before = f"{cue}: " if cue else ""
    moved = tuple(tuple((a + len(before), b + len(before)) for a, b in span) for span in spans)
    return Text(before + words, moved)


class Encoded(NamedTuple):
    """A text: ``ids`` of its pieces with begin and end; ``spans`` the places of the pieces of each span, the first the whole text.

    A span none of whose characters are read has no places.
    """

    ids: list[int]
    spans: list[list[int]]


def encode(tokenizer: Tokenizer, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> list[Encoded]:
    """Texts and the spans of each as ids and places."""
    out = []
    for text, asked in zip(texts, spans, strict=True):
        # One by one: a batch would start threads of the library's own, as many as there are cores.
        encoding = tokenizer.encode(PREFIX + text[:MOST_CHARACTERS])
        ids = encoding.ids
        if len(ids) > MOST_PIECES:
            ids = ids[: MOST_PIECES - 1] + ids[-1:]
        # Begin and end have no characters; the pieces between have them in order.
        starts = [a - len(PREFIX) for a, _ in encoding.offsets[1 : len(ids) - 1]]
        ends = [b - len(PREFIX) for _, b in encoding.offsets[1 : len(ids) - 1]]
        places = [[*range(len(ids))]]
        for span in asked:
            covered = {i for a, b in span for i in range(bisect_right(ends, a), bisect_left(starts, b))}
            places.append([i + 1 for i in sorted(covered)])
        out.append(Encoded(ids, places))
    return out


def matrix(texts: Sequence[Encoded]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Texts side by side.

    Returns
    -------
    ids : int64 (texts, pieces)
    mask : float32 (texts, pieces), 1 where a piece stands
    spans : float32 (texts, spans, pieces), each row the weights of the pieces of a span, which sum to one, or to
        nothing where it has none
    """
    width, most = max(len(t.ids) for t in texts), max(len(t.spans) for t in texts)
    ids = np.full((len(texts), width), PADDING, np.int64)
    mask = np.zeros((len(texts), width), np.float32)
    spans = np.zeros((len(texts), most, width), np.float32)
    for i, text in enumerate(texts):
        ids[i, : len(text.ids)] = text.ids
        mask[i, : len(text.ids)] = 1
        for j, places in enumerate(text.spans):
            spans[i, j, places] = 1 / max(1, len(places))
    return ids, mask, spans
