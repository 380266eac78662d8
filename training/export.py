"""From a checkpoint to the files that the package ships.

``reader.onnx`` (int8 weights per channel, activations quantised as they come), ``splitter.onnx``, ``relations.onnx``
(labels of arcs, once heads are known), ``reader.json`` (label lists and lemmas of odd forms), ``vocabulary.txt``.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.graph import build
from training.labels import Labels
from training.network import pretrained_folder
from training.small_graphs import build_relations, build_splitter


def export(run: Path, splitter: Path, checkpoint: str, to: Path) -> None:
    """Write the shipped files into ``to`` from ``run/checkpoint`` and from the splitter's run."""
    state = torch.load(run / checkpoint, weights_only=True)
    state = {name: value.float().numpy() for name, value in state.get("network", state).items()}
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        onnx.save(build(state, layers), plain)
        quantize_dynamic(
            plain,
            to / "reader.onnx",
            per_channel=True,
            # Seven bits a weight: eight overflow in the kernels of CPUs without VNNI, and win nothing in accuracy.
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=[f"MatMul:{name}" for name in ("names.out.product",)],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    onnx.save(build_relations(state), to / "relations.onnx")
    with np.load(splitter / "splitter.npz") as tables:
        onnx.save(build_splitter(dict(tables)), to / "splitter.onnx")
    labels = asdict(Labels.load(run / "labels.json"))
    exceptions = json.loads((run / "exceptions.json").read_text(encoding="utf-8"))
    text = json.dumps(labels | {"exceptions": exceptions}, ensure_ascii=False, indent=0)
    (to / "reader.json").write_text(text + "\n", encoding="utf-8")
    shutil.copyfile(pretrained_folder() / "vocab.txt", to / "vocabulary.txt")
