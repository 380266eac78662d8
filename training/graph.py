"""The network as an ONNX graph, written node by node.

Inputs (int64): ``pieces``, ``codes``, ``places`` and ``part`` [N], the word pieces of S sentences, each between [CLS]
and [SEP], with shape codes, places in the sentence, and the number of the sentence; ``first`` [S+W], the places of each
[CLS] and of the first piece of each word. Outputs (float): ``upos``, ``xpos``, ``edits``, ``names`` [W, labels],
``arcs`` [W, S+W], ``dependent`` [W, R], ``governor`` [S+W, R]. Sentences see nothing of each other; nothing is padded.
Labels of arcs need the decoded heads and are left to a graph of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.network import EPSILON, HEADS, WIDTH

OPSET = 17
Array = np.ndarray


@dataclass
class Graph:
    """Collects nodes and weights under names that stay readable in a viewer."""

    state: dict[str, Array]
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    weights: list[onnx.TensorProto] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def weight(self, name: str, value: Array) -> str:
        if name not in self._known:
            self._known.add(name)
            self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, **settings: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=f"{kind}:{name}", **settings))
        return name

    def linear(self, x: str, layer: str, name: str) -> str:
        product = self.node(
            "MatMul", [x, self.weight(f"{layer}.weight", self.state[f"{layer}.weight"].T)], f"{name}.product"
        )
        return self.node("Add", [product, self.weight(f"{layer}.bias", self.state[f"{layer}.bias"])], name)

    def norm(self, x: str, layer: str, name: str) -> str:
        scale = self.weight(f"{layer}.weight", self.state[f"{layer}.weight"])
        bias = self.weight(f"{layer}.bias", self.state[f"{layer}.bias"])
        return self.node("LayerNormalization", [x, scale, bias], name, axis=-1, epsilon=EPSILON)

    def numbers(self, name: str, *values: int) -> str:
        return self.weight(name, np.array(values, np.int64))


def build(state: dict[str, Array], layers: int) -> onnx.ModelProto:
    """The graph of a network's weights."""
    g = Graph(state)
    x = _embed(g)
    states = [_pick(g, x, 0)]
    fence = _fence(g)
    for number in range(layers):
        x = _layer(g, x, number, fence)
        states.append(_pick(g, x, number + 1))
    last = g.node("Gather", ["part", g.numbers("minus", -1)], "last.part")
    g.node("Add", [last, g.numbers("one more", 1)], "sentences")
    tags = _words(g, _mix(g, states, "mix_tags"), "tags")
    names = _words(g, _mix(g, states, "mix_names"), "names_of")
    tree = _mix(g, states, "mix_tree")
    words = _words(g, tree, "tree")
    for head in ("upos", "xpos", "edits"):
        g.linear(tags, head, f"{head}.out")
    g.linear(names, "names", "names.out")
    dependent = g.node("LeakyRelu", [g.linear(words, "arc_dependent", "arc.d")], "arc.dependent", alpha=0.1)
    governor = g.node("LeakyRelu", [g.linear(tree, "arc_governor", "arc.g")], "arc.governor", alpha=0.1)
    turned = g.node("Transpose", [governor], "arc.turned", perm=[1, 0])
    bilinear = g.node("MatMul", [dependent, g.weight("arc_weight", state["arc_weight"])], "arc.bilinear")
    biased = g.node("Add", [bilinear, g.weight("arc_bias", state["arc_bias"])], "arc.biased")
    g.node("MatMul", [biased, turned], "arcs.out")
    g.linear(words, "relation_dependent", "dependent.out")
    g.linear(tree, "relation_governor", "governor.out")
    return _model(g)


def _embed(g: Graph) -> str:
    """Word pieces as int8 rows with a scale each, plus places and codes."""
    table = g.state["words.weight"]
    scale = np.abs(table).max(1, keepdims=True) / 127
    scale[scale == 0] = 1
    rows = g.node("Gather", [g.weight("words.rows", np.round(table / scale).astype(np.int8)), "pieces"], "words.int8")
    scales = g.node("Gather", [g.weight("words.scales", scale.astype(np.float32)), "pieces"], "words.scale")
    cast = g.node("Cast", [rows], "words.cast", to=TensorProto.FLOAT)
    words = g.node("Mul", [cast, scales], "words")
    places = g.node("Gather", [g.weight("positions", g.state["positions.weight"]), "places"], "place")
    codes = g.node("Gather", [g.weight("shapes", g.state["codes.weight"]), "codes"], "shape")
    placed = g.node("Add", [words, places], "placed")
    return g.norm(g.node("Add", [placed, codes], "summed"), "norm", "embedded")


def _fence(g: Graph) -> str:
    """[1, N, N]: 0 where two pieces stand in one sentence, else a number too low to attend."""
    row, column = (g.node("Unsqueeze", ["part", g.numbers(f"at{i}", i)], f"part.{i}") for i in (0, 1))
    same = g.node("Equal", [row, column], "part.same")
    low, zero = (g.weight(n, np.array(v, np.float32)) for n, v in (("low", -1e4), ("zero", 0)))
    return g.node("Unsqueeze", [g.node("Where", [same, zero, low], "fence.flat"), g.numbers("at0", 0)], "fence")


def _layer(g: Graph, x: str, number: int, fence: str) -> str:
    here, size = f"layers.{number}", WIDTH // HEADS
    qkv = g.linear(x, f"{here}.qkv", f"{here}.qkv.out")
    q, k, v = f"{here}.q", f"{here}.k", f"{here}.v"
    g.nodes.append(helper.make_node("Split", [qkv, g.numbers("thirds", WIDTH, WIDTH, WIDTH)], [q, k, v], axis=-1))
    shape = g.numbers("heads", -1, HEADS, size)
    q = g.node("Transpose", [g.node("Reshape", [q, shape], f"{q}.heads")], f"{q}.t", perm=[1, 0, 2])
    k = g.node("Transpose", [g.node("Reshape", [k, shape], f"{k}.heads")], f"{k}.t", perm=[1, 2, 0])
    v = g.node("Transpose", [g.node("Reshape", [v, shape], f"{v}.heads")], f"{v}.t", perm=[1, 0, 2])
    q = g.node("Mul", [q, g.weight("scale", np.array(size**-0.5, np.float32))], f"{q}.scaled")
    similar = g.node("Add", [g.node("MatMul", [q, k], f"{here}.similar"), fence], f"{here}.fenced")
    shares = g.node("Softmax", [similar], f"{here}.shares", axis=-1)
    mixed = g.node("Transpose", [g.node("MatMul", [shares, v], f"{here}.mixed")], f"{here}.mixed.t", perm=[1, 0, 2])
    flat = g.node("Reshape", [mixed, g.numbers("width", -1, WIDTH)], f"{here}.flat")
    out = g.linear(flat, f"{here}.out", f"{here}.out.out")
    x = g.norm(g.node("Add", [x, out], f"{here}.sum1"), f"{here}.norm1", f"{here}.normed1")
    up = _gelu(g, g.linear(x, f"{here}.up", f"{here}.up.out"), f"{here}.gelu")
    down = g.linear(up, f"{here}.down", f"{here}.down.out")
    return g.norm(g.node("Add", [x, down], f"{here}.sum2"), f"{here}.norm2", f"{here}.normed2")


def _gelu(g: Graph, x: str, name: str) -> str:
    """In the form that onnxruntime fuses into one kernel."""
    half = g.node("Div", [x, g.weight("root2", np.array(2**0.5, np.float32))], f"{name}.half")
    one = g.node("Add", [g.node("Erf", [half], f"{name}.erf"), g.weight("one", np.array(1, np.float32))], f"{name}.one")
    return g.node("Mul", [g.node("Mul", [x, one], f"{name}.twice"), g.weight("0.5", np.array(0.5, np.float32))], name)


def _pick(g: Graph, x: str, number: int) -> str:
    return g.node("Gather", [x, "first"], f"state.{number}", axis=0)


def _mix(g: Graph, states: list[str], name: str) -> str:
    raw = g.state[f"{name}.weights"].astype(np.float64)
    shares = np.exp(raw - raw.max()) / np.exp(raw - raw.max()).sum()
    total = ""
    for number, (state, share) in enumerate(zip(states, shares, strict=True)):
        part = g.node("Mul", [state, g.weight(f"{name}.{number}", np.array(share, np.float32))], f"{name}.part{number}")
        total = g.node("Add", [total, part], f"{name}.sum{number}") if total else part
    return total


def _words(g: Graph, x: str, name: str) -> str:
    """Leave out the rows of [CLS], which come first: as many as there are sentences."""
    return g.node("Slice", [x, "sentences", g.numbers("far", 1 << 30), g.numbers("axis", 0)], f"{name}.words")


def _model(g: Graph) -> onnx.ModelProto:
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [size])
        for name, size in (("pieces", "N"), ("codes", "N"), ("places", "N"), ("part", "N"), ("first", "S+W"))
    ]
    shapes: dict[str, list[object]] = {
        "upos": ["W", None], "xpos": ["W", None], "edits": ["W", None], "names": ["W", None],
        "arcs": ["W", "S+W"], "dependent": ["W", None], "governor": ["S+W", None],
    }  # fmt: skip
    outputs = [helper.make_tensor_value_info(f"{n}.out", TensorProto.FLOAT, shape) for n, shape in shapes.items()]
    graph = helper.make_graph(g.nodes, "reader", inputs, outputs, g.weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(model)
    return model
