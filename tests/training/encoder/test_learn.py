"""Fine-tuning of a tiny network, made of random numbers, and the graph that is made of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnxruntime")
pytest.importorskip("onnx")

import onnxruntime
import torch

from press.meaning.inputs import Encoded, matrix
from training.encoder import graph
from training.encoder.batches import Item, in_order, shuffled
from training.encoder.examples import Course, Example, Place
from training.encoder.learn import Prepared, Run, Settings, scores
from training.encoder.network import _NAMES, Network
from training.encoder.pairs import Pair
from training.encoder.weights import Packed, Pretrained

WIDTH, FEED, PIECES, TYPES = 64, 128, 40, 3


def pretrained() -> Pretrained:
    random = np.random.default_rng(3)

    def some(*shape: int) -> np.ndarray:
        return random.normal(0, 0.1, shape).astype(np.float32)

    sizes = {"fi": (FEED, WIDTH), "fo": (WIDTH, FEED)}
    tensors = {
        "emb.pos": some(200, WIDTH),
        "emb.type": some(2, WIDTH),
        "emb.ln.w": some(WIDTH) + 1,
        "emb.ln.b": some(WIDTH),
    }
    for i in range(3):
        for name in _NAMES.values():
            out, into = sizes.get(name, (WIDTH, WIDTH))
            tensors[f"l{i}.{name}.w"] = some(WIDTH) + 1 if name.endswith("ln") else some(out, into)
            tensors[f"l{i}.{name}.b"] = some(out)
    packed = Packed(some(PIECES, 2).astype(np.float16), random.integers(0, 256, (PIECES, 2, 16), np.uint8))
    config = {"width": WIDTH, "layers": 3, "heads": 2, "feed_forward": FEED, "positions": 200, "eps": 1e-12}
    return Pretrained(config, [f"p{i}" for i in range(PIECES)], some(PIECES), packed, tensors)


def network() -> Network:
    torch.manual_seed(1)
    return Network(pretrained(), np.arange(PIECES), TYPES)


def items() -> list[Item]:
    """Statements whose tone is told by one piece, and the stance by the piece of the span; sentences whose event is."""
    random = np.random.default_rng(5)
    out = []
    for k in range(90):
        ids = [0, *random.integers(10, PIECES, random.integers(3, 9)).tolist(), 2]
        tone, stance = k % 3, (k // 3) % 4
        ids[1], ids[2] = 4 + tone, 4 + stance
        encoded = Encoded(ids, [list(range(len(ids))), [2]])
        place = Place(f"x {k}", "invented", "en")
        if k % 5:
            out.append(Item(Example(place, "words", (((0, 1),),), tone, (stance,)), encoded))
        else:
            event = Course(0, tone == 0, *((stance == 1, stance == 2) if tone == 0 else ()))
            out.append(Item(Example(place, "words", (((0, 1),),), events=(event,)), encoded))
    return out


SETTINGS = Settings(frozen=1, passes=12, rate=1e-3, head_rate=1e-2)
PAIRS = [Pair(0, 1, True, True, "a"), Pair(2, 3, False, True, "a")]


def finished(folder: Path | None, *seconds: float) -> Network:
    made = network()
    prepared = Prepared(made, items(), SETTINGS.frozen)
    for time in seconds:
        Run(made, prepared, range(90), PAIRS, SETTINGS, folder).go(time)
    return made


def test_it_learns_what_the_pieces_say() -> None:
    made = finished(None, float("inf"))
    prepared = Prepared(network(), items(), SETTINGS.frozen)
    told = scores(made, prepared, range(90), SETTINGS.frozen)
    tones = [
        (m.example.tone, int(s.tone.argmax())) for m, s in zip(items(), told, strict=True) if m.example.tone is not None
    ]
    assert np.mean([a == b for a, b in tones]) > 0.8


def test_frozen_layers_stay() -> None:
    made, before = finished(None, float("inf")), network()
    for name, value in before.state_dict().items():
        if name.startswith(("layers.0.", "embedding", "norm", "position")):
            assert torch.equal(value, made.state_dict()[name]), name
    assert not torch.equal(before.layers[1].inner.weight, made.layers[1].inner.weight)


def test_a_run_that_was_stopped_ends_as_one_that_was_not(tmp_path) -> None:
    whole = finished(None, float("inf")).state_dict()
    stopped = finished(tmp_path, 0.0, 0.0, float("inf")).state_dict()
    for name, value in whole.items():
        torch.testing.assert_close(stopped[name], value, rtol=1e-3, atol=1e-4, msg=name)


def test_a_run_with_other_settings_begins_anew(tmp_path) -> None:
    made = finished(tmp_path, 0.0)
    other = Run(made, Prepared(made, items(), 1), range(90), [], Settings(frozen=1, passes=1), tmp_path)
    other.load()
    assert other.step == 0


def test_the_graph_says_what_the_network_says(tmp_path) -> None:
    made = finished(None, float("inf"))
    encoded = [m.encoded for m in items()]
    built = graph.build(made, pretrained().embedding, graph.reach(made, encoded), SETTINGS.frozen)
    path = graph.write(built, tmp_path, ["a", "b", "c"], WIDTH)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    assert session.get_modelmeta().custom_metadata_map["types"] == "a b c"
    ids, mask, spans = matrix(encoded)
    vector, tone, stance, event, course = session.run(list(graph.OUTPUTS), {"ids": ids, "mask": mask, "spans": spans})
    with torch.no_grad():
        told = made(*map(torch.from_numpy, (ids, mask, spans)))
    assert (vector * told.vector.numpy()).sum(1).min() > 0.98
    np.testing.assert_allclose(tone, told.tone.softmax(-1), atol=0.1)
    np.testing.assert_allclose(stance, told.stance.softmax(-1), atol=0.15)
    np.testing.assert_allclose(event, told.event.sigmoid(), atol=0.15)
    np.testing.assert_allclose(course, told.course.sigmoid(), atol=0.15)


def test_batches_hold_each_item_once() -> None:
    lengths = [3, 9, 4, 4, 7, 1]
    assert [lengths[i] for part in in_order(lengths, 2) for i in part] == sorted(lengths, reverse=True)
    parts = shuffled(lengths, np.random.default_rng(1), 2)
    assert sorted(i for part in parts for i in part) == list(range(6))


def test_half_bytes_are_unpacked_low_before_high() -> None:
    halves = np.zeros((1, 1, 16), np.uint8)
    halves[0, 0, 0] = 0x9F  # 15 in the first place, 9 in the seventeenth
    values = Packed(np.full((1, 1), 0.5, np.float16), halves).matrix()
    assert values.shape == (1, 32)
    assert (values[0, 0], values[0, 16], values[0, 1]) == (3.5, 0.5, -4.0)
