"""Optional, off by default: the tone of statements by a transformer that the user already has.

    PRESS_TRANSFORMER=/folder/of/a/model python -m press parse …

Set ``PRESS_TRANSFORMER`` to the folder of a sequence-classification model with the classes negative, neutral and
positive, or to the name of one in the user's own Hugging Face cache, and install ``transformers`` and ``torch``
(they are no requirement of this project). Loading is left to ``transformers``, from local files only: nothing is
downloaded, no code of the model's own is run, and weights are read as safetensors, never as pickles. Score and
label then come from the model; the words that explain a score, and the stances, stay those of
:mod:`press.reading.tone.sentiment`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import Any

from press.reading.document import Document, Statement
from press.reading.tone.sentiment import Tone
from press.vocabulary import TONES

_BATCH, _LONGEST = 32, 256  # statements at a time; word pieces of a statement


class TransformerError(RuntimeError):
    """The model asked for cannot be used; the message says why."""


def order(names: dict[int, str]) -> list[int]:
    """Indices of a model's classes in the order negative, neutral, positive.

    Classes are known by their names ("NEG", "Neutral", "positive"); the names LABEL_0 to LABEL_2 are taken to be
    in this order.

    Raises
    ------
    TransformerError
        Where the model has other classes.
    """
    if sorted(names.values()) == ["LABEL_0", "LABEL_1", "LABEL_2"]:
        return [i for i, _ in sorted(names.items(), key=lambda item: item[1])]
    out = []
    for wanted in TONES:
        found = [i for i, name in names.items() if name.lower().startswith(wanted[:3])]
        if len(found) != 1 or len(names) != 3:
            raise TransformerError(f"a model of the classes {', '.join(TONES)} is needed, not {sorted(names.values())}")
        out.append(found[0])
    return out


class Scorer:
    """A sequence-classification model read from local files."""

    def __init__(self, path: str) -> None:
        try:
            import torch
            import transformers
        except ImportError as error:
            raise TransformerError(f"PRESS_TRANSFORMER is set, but {error.name} is not installed") from error
        self._torch: Any = torch
        try:
            self._tokenizer = transformers.AutoTokenizer.from_pretrained(path, local_files_only=True)
            self._model = transformers.AutoModelForSequenceClassification.from_pretrained(
                path, local_files_only=True, use_safetensors=True
            )
        except (OSError, ValueError) as error:
            raise TransformerError(f"{path}: {error}") from error
        self._model.eval()
        self._order = order({int(i): str(name) for i, name in self._model.config.id2label.items()})

    def probabilities(self, texts: Sequence[str]) -> list[tuple[float, float, float]]:
        """Probabilities of negative, neutral and positive for each text."""
        out: list[tuple[float, float, float]] = []
        for i in range(0, len(texts), _BATCH):
            batch = self._tokenizer(
                list(texts[i : i + _BATCH]), padding=True, truncation=True, max_length=_LONGEST, return_tensors="pt"
            )
            with self._torch.no_grad():
                rows = self._model(**batch).logits.softmax(-1).tolist()
            out += [(row[self._order[0]], row[self._order[1]], row[self._order[2]]) for row in rows]
        return out


@cache
def _scorer(path: str) -> Scorer:
    return Scorer(path)


def asked_for() -> str:
    """The model that the user asks for, '' for none."""
    return os.environ.get("PRESS_TRANSFORMER", "")


def rescore(
    document: Document, statements: Sequence[Statement], tones: Sequence[Tone], scorer: Scorer | None = None
) -> list[Tone]:
    """Tones with score and label by the model; reasons and stances as they were."""
    if not statements:
        return list(tones)
    scorer = scorer or _scorer(asked_for())
    out = []
    rows = scorer.probabilities([document.quote(s) for s in statements])
    for tone, row in zip(tones, rows, strict=True):
        label = TONES[max(range(3), key=row.__getitem__)]
        out.append(tone._replace(score=row[2] - row[0], label=label))
    return out
