"""The encoder: texts in, vectors and scores out.

A small multilingual transformer (``data/model``; its card says what it is and how good), run by ONNX Runtime on the
CPU, offline. It is loaded when it is first asked, once for all threads of a process. Without its files, or where ``onnxruntime`` or
``tokenizers`` are not installed, :func:`available` says no, and :func:`read` raises.

Texts are read in batches of like length, so that the memory of a call does not grow with their number, and of a long text only
its beginning (:mod:`press.meaning.inputs`).
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from press.meaning.inputs import Encoded, Span, encode, matrix
from press.vocabulary import ROOT

FOLDER = Path(os.environ.get("PRESS_MODEL", ROOT / "data" / "model"))
FILES = ("encoder.onnx", "base.bin", "tuned.bin", "tokenizer.json")
WIDTH = 384
THREADS = 2
_PIECES = 512  # word pieces of a batch, padding included
_RUNTIME = ("onnxruntime", "tokenizers")


class ModelError(RuntimeError):
    """The model cannot be used; the message says why."""


class Readings(NamedTuple):
    """What the model says of texts, in their order.

    ``vectors`` float32 (texts, 384) of unit length: texts that say the same lie close, whatever their language;
    ``tone`` (texts, 3) probabilities of TONES; for the spans of each text ``stance`` (spans, 4), probabilities of none and of TONES
    toward the party that the span names; ``event`` (spans, types), probabilities that the sentence reports an event of each of
    :func:`types` there; ``course`` (spans, 2), that this is planned, and that it is background.
    """

    vectors: np.ndarray
    tone: np.ndarray
    stance: list[np.ndarray]
    event: list[np.ndarray]
    course: list[np.ndarray]


class _Engine(NamedTuple):
    tokenizer: Any
    session: Any
    types: tuple[str, ...]


_engine: _Engine | None = None
_lock = threading.Lock()
_inherited: list[_Engine | None] = []


def _begin_anew() -> None:
    """A forked process has none of its parent's threads, and loads the model for itself.

    The parent's is kept, for to end it would wait for those threads.
    """
    global _engine, _lock
    _inherited.append(_engine)
    _engine, _lock = None, threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)


def missing() -> str:
    """What the model lacks to be used, '' where it is all there. Loads nothing."""
    for package in _RUNTIME:
        if find_spec(package) is None:
            return f"the package {package} is not installed"
    absent = [name for name in FILES if not (FOLDER / name).is_file()]
    return f"{FOLDER} has no {', '.join(absent)}" if absent else ""


def available() -> bool:
    """Whether the model can be used: its files and its runtime are there."""
    return not missing()


def _load() -> _Engine:
    global _engine
    if _engine is not None:
        return _engine
    with _lock:
        if _engine is None:
            if lack := missing():
                raise ModelError(f"the model cannot be used: {lack}")
            import onnxruntime
            from tokenizers import Tokenizer

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = THREADS
            options.inter_op_num_threads = 1
            # Threads that wait do not turn; and no plan of its memory is kept for every length of text.
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            options.enable_mem_pattern = False
            options.log_severity_level = 3
            try:
                tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
                session = onnxruntime.InferenceSession(
                    str(FOLDER / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
                )
            except Exception as error:  # both libraries raise their own kinds, some of them Exception itself
                raise ModelError(f"{FOLDER}: is no model that can be read: {error}") from error
            types = session.get_modelmeta().custom_metadata_map["types"].split()
            _engine = _Engine(tokenizer, session, tuple(types))
    return _engine


def types() -> tuple[str, ...]:
    """The event types, in the order of :attr:`Readings.event`."""
    return _load().types


def _batches(texts: Sequence[Encoded]) -> Iterator[list[int]]:
    """Indices of texts of like length, as many as keep to :data:`_PIECES`."""
    part: list[int] = []
    for i in sorted(range(len(texts)), key=lambda k: len(texts[k].ids)):
        if part and (len(part) + 1) * len(texts[i].ids) > _PIECES:
            yield part
            part = []
        part.append(i)
    if part:
        yield part


def read(texts: Sequence[str], spans: Sequence[Sequence[Span]] | None = None) -> Readings:
    """Read texts with the model.

    Parameters
    ----------
    texts : sequence of str
        Statements without the words that name who speaks, or sentences.
    spans : sequence of sequences of spans, optional
        For each text the spans that scores are wanted of; a span is one or several stretches of characters, (start, end).

    Returns
    -------
    Readings

    Raises
    ------
    ModelError
        Where the model is not there or cannot be read.

    Notes
    -----
    May be called from several threads. What is said of a text does not depend on the texts beside it.
    """
    engine = _load()
    asked: Sequence[Sequence[Span]] = [()] * len(texts) if spans is None else spans
    encoded = encode(engine.tokenizer, texts, asked)
    vectors, tone = np.zeros((len(texts), WIDTH), np.float32), np.zeros((len(texts), 3), np.float32)
    nothing = np.zeros((0, 0), np.float32)
    stance, event, course = [nothing] * len(texts), [nothing] * len(texts), [nothing] * len(texts)
    names = ("vector", "tone", "stance", "event", "course")
    for part in _batches(encoded):
        ids, mask, weights = matrix([encoded[i] for i in part])
        told = dict(zip(names, engine.session.run(names, {"ids": ids, "mask": mask, "spans": weights}), strict=True))
        vectors[part], tone[part] = told["vector"], told["tone"]
        for row, i in enumerate(part):
            inside = slice(1, 1 + len(asked[i]))  # the first is the text itself
            stance[i], event[i], course[i] = (told[name][row, inside] for name in names[2:])
    return Readings(vectors, tone, stance, event, course)
