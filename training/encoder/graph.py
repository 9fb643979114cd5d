"""The network as an ONNX graph for ONNX Runtime, written node by node.

Weights of the layers are int8, one scale an output, and their inputs uint8 on a scale fixed beforehand: what is
said of a text does not depend on the texts beside it. With 7 of the weights' 8 bits, sums of products cannot overflow
on processors that multiply in pairs without VNNI, so that all give the same. A few inputs of a layer reach twenty times as
far as the others and would take nearly all steps of the scale; so each is divided by a number that its weights are
multiplied by (SmoothQuant, Xiao et al. 2023). The embedding keeps the four bits in which it came, and is unpacked in
the graph. Heads are float32.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from press.meaning.inputs import MOST_PIECES, Encoded, matrix
from training.encoder.network import Layer, Network
from training.encoder.weights import BLOCK, Packed

OPSET = 20
LIMIT = 63  # of a weight's whole numbers
SMOOTHING = 0.7  # how much of an input's reach goes over to its weights (Xiao's alpha)


class Reach(NamedTuple):
    """The least and the greatest value of each input of a linear part."""

    low: np.ndarray
    high: np.ndarray


#: Names of the graph's outputs: see :class:`press.meaning.encoder.Readings`.
OUTPUTS = ("vector", "tone", "stance", "event", "course")


class Graph:
    """Nodes and constants on their way to a model; each method adds nodes and returns the name of their result.

    Constants of more than :data:`SMALL` bytes go to the file named by ``place`` when they are added.
    """

    SMALL = 1024

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.places: dict[str, str] = {}
        self.place = ""
        self._known: dict[bytes, str] = {}

    def add(self, kind: str, *inputs: str, outputs: int = 1, **attributes: object) -> str:
        """A node; the name of its first output, further ones end in .1, .2."""
        name = f"{kind}_{len(self.nodes)}"
        names = [name, *(f"{name}.{i}" for i in range(1, outputs))]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return name

    def constant(self, value: np.ndarray | np.generic) -> str:
        """A constant; the same value is kept once."""
        value = np.ascontiguousarray(value)
        key = repr((value.dtype, value.shape)).encode() + value.tobytes()
        if key not in self._known:
            name = self._known[key] = f"c{len(self.constants)}"
            self.constants.append(numpy_helper.from_array(value, name))
            if value.nbytes > self.SMALL:
                self.places[name] = self.place
        return self._known[key]

    def numbers(self, *values: int) -> str:
        """A list of whole numbers."""
        return self.constant(np.array(values, np.int64))

    def number(self, value: float) -> str:
        """A single float32."""
        return self.constant(np.float32(value))

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """x · weightᵀ + bias in float32; weight is (out, in)."""
        return self.add("Add", self.add("MatMul", x, self.constant(weight.T)), self.constant(bias))

    def quantised(self, x: str, weight: np.ndarray, bias: np.ndarray, reach: Reach) -> str:
        """The same with weights and inputs in 8 bits; ``reach`` is how far each input goes."""
        most = np.maximum(np.maximum(-reach.low, reach.high), 1e-3)
        largest = np.maximum(np.abs(weight).max(axis=0), 1e-4)
        even = (most**SMOOTHING / largest ** (1 - SMOOTHING)).astype(np.float32)
        low, high = min(0.0, (reach.low / even).min()), max(0.0, (reach.high / even).max())
        step = np.float32((high - low) / 255)
        zero = self.constant(np.uint8(np.rint(-low / step)))
        weight = weight * even
        scale = (np.abs(weight).max(axis=1) / LIMIT).astype(np.float32)
        whole = np.rint(weight / scale[:, None]).astype(np.int8)
        q = self.add("QuantizeLinear", self.add("Mul", x, self.constant(1 / even)), self.constant(step), zero)
        return self.add(
            "MatMulIntegerToFloat", q, self.constant(whole.T), self.constant(step), self.constant(scale), zero, "", self.constant(bias),
            domain="com.microsoft",
        )  # fmt: skip

    def norm(self, x: str, weight: np.ndarray, bias: np.ndarray, eps: float) -> str:
        """Layer normalisation over the last axis."""
        return self.add("LayerNormalization", x, self.constant(weight), self.constant(bias), epsilon=eps)

    def embedding(self, ids: str, packed: Packed) -> str:
        """Rows of a matrix in 4 bits, unpacked to float32 (texts, pieces, width)."""
        rows, blocks, half = packed.halves.shape
        halves = self.add("Gather", self.constant(packed.halves.reshape(rows, -1)), ids)
        halves = self.add("Reshape", halves, self.numbers(0, 0, blocks, half))
        low = self.add("BitwiseAnd", halves, self.constant(np.uint8(15)))
        high = self.add("BitShift", halves, self.constant(np.uint8(4)), direction="RIGHT")
        whole = self.add("Cast", self.add("Concat", low, high, axis=3), to=TensorProto.FLOAT)
        scales = self.add("Cast", self.add("Gather", self.constant(packed.scales), ids), to=TensorProto.FLOAT)
        scales = self.add("Unsqueeze", scales, self.numbers(3))
        values = self.add("Mul", self.add("Sub", whole, self.number(8)), scales)
        return self.add("Reshape", values, self.numbers(0, 0, blocks * BLOCK))

    def layer(self, x: str, mask: str, layer: Layer, reach: dict[str, Reach]) -> str:
        """A layer of the encoder; ``mask`` (texts, 1, 1, pieces) is added to the attention; ``reach`` by part."""
        t = {name: p.detach().numpy() for name, p in layer.named_parameters()}
        width = len(t["query.bias"])
        # The scale of attention goes into the query, and the three are one product.
        small = np.float32((width / layer.heads) ** -0.5)
        weight = np.concatenate([t["query.weight"] * small, t["key.weight"], t["value.weight"]])
        bias = np.concatenate([t["query.bias"] * small, t["key.bias"], t["value.bias"]])
        three = self.add("Split", self.quantised(x, weight, bias, reach["query"]), outputs=3, axis=2, num_outputs=3)
        shape = self.numbers(0, 0, layer.heads, width // layer.heads)
        query, key, value = (
            self.add("Transpose", self.add("Reshape", part, shape), perm=perm)
            for part, perm in ((three, [0, 2, 1, 3]), (f"{three}.1", [0, 2, 3, 1]), (f"{three}.2", [0, 2, 1, 3]))
        )
        likeness = self.add("Softmax", self.add("Add", self.add("MatMul", query, key), mask), axis=-1)
        seen = self.add("Transpose", self.add("MatMul", likeness, value), perm=[0, 2, 1, 3])
        seen = self.add("Reshape", seen, self.numbers(0, 0, width))
        seen = self.quantised(seen, t["attended.weight"], t["attended.bias"], reach["attended"])
        eps = layer.attention_norm.eps
        x = self.norm(self.add("Add", x, seen), t["attention_norm.weight"], t["attention_norm.bias"], eps)
        inner = self.add("Gelu", self.quantised(x, t["inner.weight"], t["inner.bias"], reach["inner"]))
        outer = self.quantised(inner, t["outer.weight"], t["outer.bias"], reach["outer"])
        return self.norm(self.add("Add", x, outer), t["output_norm.weight"], t["output_norm.bias"], eps)

    def output(self, x: str, name: str) -> None:
        """Call a result by the name that the outside knows."""
        self.nodes.append(helper.make_node("Identity", [x], [name]))


_PARTS = ("query", "attended", "inner", "outer")


def reach(network: Network, texts: Sequence[Encoded]) -> dict[tuple[int, str], Reach]:
    """How far the inputs of each linear part go on some texts, by layer and name of the part."""
    out: dict[tuple[int, str], Reach] = {}

    def watch(key: tuple[int, str]) -> Callable[..., None]:
        def see(_: object, inputs: tuple[torch.Tensor], __: object) -> None:
            values = inputs[0].flatten(0, -2)
            low, high = values.amin(0).numpy(), values.amax(0).numpy()
            if key in out:
                low, high = np.minimum(low, out[key].low), np.maximum(high, out[key].high)
            out[key] = Reach(low, high)

        return see

    hooks = [
        getattr(layer, part).register_forward_hook(watch((i, part)))
        for i, layer in enumerate(network.layers)
        for part in _PARTS
    ]
    network.eval()
    with torch.no_grad():
        for text in texts:
            ids, mask, _ = map(torch.from_numpy, matrix([text]))
            network.states(ids, mask)
    for hook in hooks:
        hook.remove()
    return out


def build(network: Network, embedding: Packed, reaches: dict[tuple[int, str], Reach], frozen: int) -> Graph:
    """The graph of a network whose embedding is ``embedding``; constants up to the layer ``frozen`` go to base.bin, others to tuned.bin."""
    g = Graph()
    g.place = "base.bin"
    n = network
    x = g.embedding("ids", embedding)
    length = g.add("Slice", g.add("Shape", "ids"), g.numbers(1), g.numbers(2))
    places = g.constant(n.position.detach().numpy()[:MOST_PIECES])
    x = g.add("Add", x, g.add("Slice", places, g.numbers(0), length, g.numbers(0)))
    x = g.norm(x, n.norm.weight.detach().numpy(), n.norm.bias.detach().numpy(), n.norm.eps)
    mask = g.add("Mul", g.add("Sub", g.number(1), "mask"), g.number(-1e4))
    mask = g.add("Unsqueeze", mask, g.numbers(1, 2))
    for i, layer in enumerate(n.layers):
        if i == frozen:
            g.place = "tuned.bin"
        x = g.layer(x, mask, layer, {part: reaches[i, part] for part in _PARTS})
    h = {name: p.detach().numpy() for name, p in n.heads.named_parameters()}
    inside = g.add("MatMul", "spans", x)
    first = g.add("Slice", inside, g.numbers(0), g.numbers(1), g.numbers(1))
    mean = g.add("Squeeze", first, g.numbers(1))
    vector = g.add("Sub", mean, g.constant(h["centre"]))
    g.output(g.add("LpNormalization", vector, axis=-1, p=2), "vector")
    g.output(g.add("Softmax", g.linear(mean, h["tone.weight"], h["tone.bias"])), "tone")
    beside = g.add("Expand", first, g.add("Shape", inside))
    both = g.add("Concat", inside, beside, axis=2)
    about = g.add("Gelu", g.linear(both, h["about.weight"], h["about.bias"]))
    g.output(g.add("Softmax", g.linear(about, h["stance.weight"], h["stance.bias"])), "stance")
    g.output(g.add("Sigmoid", g.linear(about, h["event.weight"], h["event.bias"])), "event")
    g.output(g.add("Sigmoid", g.linear(about, h["course.weight"], h["course.bias"])), "course")
    return g


def write(g: Graph, folder: Path, types: Sequence[str], width: int) -> Path:
    """Write the graph as ``encoder.onnx`` with its large constants in the files beside it; returns its path."""
    files: dict[str, bytearray] = {place: bytearray() for place in g.places.values()}
    for tensor in g.constants:
        if tensor.name not in g.places:
            continue
        place = g.places[tensor.name]
        data = files[place]
        data += bytes(-len(data) % 4096)  # files are mapped by pages
        tensor.data_location = TensorProto.EXTERNAL
        for key, value in (("location", place), ("offset", len(data)), ("length", len(tensor.raw_data))):
            tensor.external_data.add(key=key, value=str(value))
        data += tensor.raw_data
        tensor.ClearField("raw_data")
    floats, texts, pieces, spans = TensorProto.FLOAT, "texts", "pieces", "spans"
    shapes = {
        "vector": (texts, width), "tone": (texts, 3), "stance": (texts, spans, 4), "event": (texts, spans, len(types)), "course": (texts, spans, 2),
    }  # fmt: skip
    graph = helper.make_graph(
        g.nodes,
        "encoder",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, (texts, pieces)),
            helper.make_tensor_value_info("mask", floats, (texts, pieces)),
            helper.make_tensor_value_info("spans", floats, (texts, spans, pieces)),
        ],
        [helper.make_tensor_value_info(name, floats, shapes[name]) for name in OUTPUTS],
        initializer=g.constants,
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)], ir_version=10
    )
    model.metadata_props.add(key="types", value=" ".join(types))
    folder.mkdir(parents=True, exist_ok=True)
    for place, data in files.items():
        (folder / place).write_bytes(data)
    path = folder / "encoder.onnx"
    path.write_bytes(model.SerializeToString())
    return path
