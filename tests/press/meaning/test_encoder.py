"""The shipped model: what its card says, alone and in batches, from many threads; and what happens without it."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from press.meaning import encoder
from press.vocabulary import ROOT
from tests.conftest import ROOT as PROJECT

TEXTS = [
    "Freedonia will not impose sanctions on Sylvania",
    "Слободија неће увести санкције Силванији",
    "thanked them for everything",
    "Сильвания предала союзников, и это позор",
    "Peace.",
]


@pytest.fixture(scope="module")
def model():
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    assert encoder.missing() == ""
    return encoder


def test_the_model_is_not_larger_than_the_project_takes() -> None:
    sizes = [(ROOT / "data" / "model" / name).stat().st_size for name in encoder.FILES]
    assert max(sizes) < 50_000_000
    assert sum(sizes) < 60_000_000


def test_scores_are_those_of_the_card(model) -> None:
    rows = [json.loads(line) for line in (encoder.FOLDER / "scored.jsonl").open(encoding="utf8")]
    assert len(rows) == 50
    told = model.read([row["text"] for row in rows], [row["spans"] for row in rows])
    np.testing.assert_allclose(told.tone, [row["tone"] for row in rows], atol=0.02)
    np.testing.assert_allclose(told.vectors[:, :8], [row["vector"] for row in rows], atol=0.02)
    for stance, row in zip(told.stance, rows, strict=True):
        np.testing.assert_allclose(stance, np.array(row["stance"]).reshape(-1, 4), atol=0.02)
    right = sum(row["label"] == ("negative", "neutral", "positive")[int(np.argmax(row["tone"]))] for row in rows)
    assert right > 30


def test_shapes_and_probabilities(model) -> None:
    told = model.read(TEXTS, [[[(0, 9)], [(35, 43)]], [[(0, 9)]], [], [[(0, 9)]], []])
    assert told.vectors.shape == (5, encoder.WIDTH)
    np.testing.assert_allclose(np.linalg.norm(told.vectors, axis=1), 1, atol=1e-4)
    np.testing.assert_allclose(told.tone.sum(axis=1), 1, atol=1e-4)
    assert (
        [len(x) for x in told.stance]
        == [len(x) for x in told.event]
        == [len(x) for x in told.course]
        == [2, 1, 0, 1, 0]
    )
    np.testing.assert_allclose(told.stance[0].sum(axis=1), 1, atol=1e-4)
    assert told.event[0].shape == (2, len(model.types()))
    assert told.course[0].shape == (2, 2)
    assert model.read([]).vectors.shape == (0, encoder.WIDTH)


def test_the_event_types_are_those_of_the_vocabulary(model) -> None:
    from press.reading.events import events

    assert model.types() == tuple(events.types())


def test_a_text_is_read_alike_alone_and_among_others(model) -> None:
    among = model.read([*TEXTS, "a longer text, of many words, " * 20])
    alone = np.stack([model.read([text]).vectors[0] for text in TEXTS])
    np.testing.assert_allclose(among.vectors[: len(TEXTS)], alone, atol=1e-3)


def test_the_same_in_another_language_lies_closer_than_something_else(model) -> None:
    v = model.read(TEXTS).vectors
    assert v[0] @ v[1] > max(v[0] @ v[2], v[0] @ v[3], v[0] @ v[4]) + 0.1


def test_many_threads_read_alike(model) -> None:
    wanted = model.read(TEXTS).vectors
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _: model.read(TEXTS).vectors, range(24)):
            np.testing.assert_allclose(found, wanted, atol=1e-3)


def _in_child() -> None:
    assert encoder.read(TEXTS[:1]).vectors.shape == (1, encoder.WIDTH)


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_a_forked_process_reads_as_well(model) -> None:
    model.read(TEXTS)
    child = multiprocessing.get_context("fork").Process(target=_in_child)
    child.start()
    child.join(60)
    assert child.exitcode == 0


def test_without_files_it_says_what_is_missing(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(encoder, "FOLDER", tmp_path)
    monkeypatch.setattr(encoder, "_engine", None)
    monkeypatch.setattr(encoder, "_RUNTIME", ())
    assert not encoder.available()
    with pytest.raises(encoder.ModelError, match=r"has no encoder\.onnx, base\.bin, tuned\.bin, tokenizer\.json"):
        encoder.read(["Peace."])


def test_without_the_runtime_it_says_so(monkeypatch) -> None:
    monkeypatch.setattr(encoder, "_RUNTIME", ("onnxruntime_that_nobody_has",))
    monkeypatch.setattr(encoder, "_engine", None)
    assert not encoder.available()
    with pytest.raises(encoder.ModelError, match="onnxruntime_that_nobody_has is not installed"):
        encoder.read(["Peace."])


def test_a_damaged_file_is_named(model, monkeypatch, tmp_path: Path) -> None:
    for name in encoder.FILES:
        (tmp_path / name).write_bytes(b"no model")
    monkeypatch.setattr(encoder, "FOLDER", tmp_path)
    monkeypatch.setattr(encoder, "_engine", None)
    with pytest.raises(encoder.ModelError, match="is no model that can be read"):
        encoder.read(["Peace."])


def test_nothing_is_loaded_before_it_is_asked() -> None:
    script = "import sys; from press.meaning import encoder; encoder.available(); print('onnxruntime' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert out.stdout.strip() == "False"
