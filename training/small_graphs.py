"""Two small ONNX graphs beside the encoder: the sentence splitter, and the layer that labels arcs."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from hearsay.reading.splitter import SPAN
from training.graph import OPSET, Array


def build_relations(state: dict[str, Array]) -> onnx.ModelProto:
    """``dependent`` and ``ends`` [W, R], the two ends of each word's arc, to ``scores`` [W, labels]."""
    nodes = [
        helper.make_node("Add", ["dependent", "ends"], ["sum"]),
        helper.make_node("LeakyRelu", ["sum"], ["hidden"], alpha=0.1),
        helper.make_node("Gemm", ["hidden", "weight", "bias"], ["scores"], transB=1),
    ]
    weights = {"weight": state["relation_out.weight"], "bias": state["relation_out.bias"]}
    inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["W", None]) for name in ("dependent", "ends")]
    return _model("relations", nodes, weights, inputs, ["W", None])


def build_splitter(tables: dict[str, Array]) -> onnx.ModelProto:
    """``first``, ``last`` and ``codes`` [n + SPAN - 1], words and what stands outside, to ``scores`` [1, 1, n]."""
    nodes = []
    for name in ("first", "last"):
        nodes += [
            helper.make_node("Gather", [f"table.{name}", name], [f"{name}.int8"]),
            helper.make_node("Cast", [f"{name}.int8"], [f"{name}.float"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}.float", f"scale.{name}"], [f"{name}.row"]),
        ]
    nodes += [
        helper.make_node("Gather", ["table.codes", "codes"], ["codes.row"]),
        helper.make_node("Add", ["first.row", "last.row"], ["pieces.row"]),
        helper.make_node("Add", ["pieces.row", "codes.row"], ["row"]),
        helper.make_node("Transpose", ["row"], ["turned"], perm=[1, 0]),
        helper.make_node("Unsqueeze", ["turned", "axis"], ["batch"]),
        helper.make_node("Conv", ["batch", "kernel", "kernel.bias"], ["hidden"]),
        helper.make_node("Relu", ["hidden"], ["active"]),
        helper.make_node("Conv", ["active", "out", "out.bias"], ["scores"]),
    ]
    width, hidden = tables["first"].shape[1], tables["hidden"].shape[1]
    weights = {
        "table.first": tables["first"],
        "table.last": tables["last"],
        "table.codes": tables["codes"],
        "scale.first": tables["scales"][0],
        "scale.last": tables["scales"][1],
        "axis": np.array([0], np.int64),
        "kernel": tables["hidden"].reshape(SPAN, width, hidden).transpose(2, 1, 0),
        "kernel.bias": tables["hidden_bias"],
        "out": tables["out"].reshape(1, hidden, 1),
        "out.bias": tables["bias"],
    }
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["n"]) for name in ("first", "last", "codes")]
    return _model("splitter", nodes, weights, inputs, [1, 1, None])


def _model(
    name: str,
    nodes: list[onnx.NodeProto],
    weights: dict[str, Array],
    inputs: list[onnx.ValueInfoProto],
    shape: list[object],
) -> onnx.ModelProto:
    tensors = [numpy_helper.from_array(np.ascontiguousarray(value), key) for key, value in weights.items()]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, shape)]
    graph = helper.make_graph(nodes, name, inputs, outputs, tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(model)
    return model
