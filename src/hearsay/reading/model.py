"""The network at run time: an onnxruntime session and the lists its scores index.

Files in ``weights/``: ``reader.onnx`` (int8), ``splitter.onnx`` (sentences), ``relations.onnx`` (labels of arcs),
``acts.onnx`` (how far a word reads like a political act), ``reader.json`` (label lists and lemmas of odd forms),
``vocabulary.txt`` (word pieces). The training code writes them;
``training/MODEL_CARD.md`` tells data and licence.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.reading.names import Tags
from hearsay.reading.pieces import SPECIAL_CODE, Pieces
from hearsay.reading.splitter import Splitter

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
WEIGHTS = Path(__file__).parent / "weights"
_OUTPUTS = ("upos", "xpos", "edits", "names", "arcs", "dependent", "governor")


@dataclass(frozen=True)
class Scores:
    """What the network says of one window of W words.

    ``arcs`` [W, 1 + W]: row a dependent, column 0 the root, column 1 + i word i; ``dependent`` and ``governor`` [W, R]
    are the two ends of an arc, ``root`` [W, R] the root's end for each word. ``acts`` [W]: the log odds that a word
    tells a political act; [0] without that head.
    """

    upos: Floats
    xpos: Floats
    edits: Floats
    names: Floats
    arcs: Floats
    dependent: Floats
    governor: Floats
    root: Floats
    acts: Floats


class Model:
    """Weights and labels. Holds no state between calls, so threads may share it."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        lists = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        self.upos: tuple[str, ...] = tuple(lists["upos"])
        self.xpos: tuple[str, ...] = tuple(lists["xpos"])
        self.relations: tuple[str, ...] = tuple(lists["relations"])
        self.edits: tuple[str, ...] = tuple(lists["edits"])
        self.names = Tags(lists["names"])
        self.exceptions: dict[str, str] = lists["exceptions"]
        self.pieces = Pieces.load(folder / "vocabulary.txt")
        self.splitter = Splitter(_session(folder / "splitter.onnx", 1))
        self._relations = _session(folder / "relations.onnx", 1)
        head = folder / "acts.onnx"
        self._outputs = [f"{name}.out" for name in _OUTPUTS] + ["acts.out"] * head.exists()
        # A head of its own file is a part of a graph: one protobuf message behind another adds to it (nodes, weights,
        # outputs), so that the head reads the encoder's states where they are made, and the encoder stays as it is.
        parts = [folder / "reader.onnx", *([head] if head.exists() else [])]
        self._encoder = _session(b"".join(part.read_bytes() for part in parts), threads)

    def run(self, sentences: list[tuple[list[tuple[int, ...]], list[int]]]) -> Scores:
        """Scores of one window of sentences, each given as pieces and codes of its words; rows run through all."""
        ids: list[int] = []
        marks: list[int] = []
        places: list[int] = []
        part: list[int] = []
        roots: list[int] = []
        first: list[int] = []
        owner: list[int] = []
        for number, (pieces, codes) in enumerate(sentences):
            roots.append(len(ids))
            begin = len(ids)
            ids.append(self.pieces.start)
            marks.append(SPECIAL_CODE)
            for parts, code in zip(pieces, codes, strict=True):
                first.append(len(ids))
                ids.extend(parts)
                marks.extend([code] * len(parts))
            ids.append(self.pieces.end)
            marks.append(SPECIAL_CODE)
            places.extend(range(len(ids) - begin))
            part.extend([number] * (len(ids) - begin))
            owner.extend([number] * len(pieces))
        given = {
            "pieces": np.array(ids), "codes": np.array(marks), "places": np.array(places), "part": np.array(part),
            "first": np.array(roots + first),
        }  # fmt: skip
        upos, xpos, edits, names, arcs, dependent, governor, *acts = self._encoder.run(self._outputs, given)
        count, mine = len(roots), np.array(owner)
        own_root = np.take_along_axis(arcs, mine[:, None], 1)
        return Scores(
            upos, xpos, edits, names, np.concatenate([own_root, arcs[:, count:]], axis=1),
            dependent, governor[count:], governor[mine], acts[0][:, 0] if acts else np.empty(0, np.float32),
        )  # fmt: skip

    def label(self, scores: Scores, heads: Ints) -> Ints:
        """Index of the relation of every arc; the relation ``root`` is for roots and nothing else."""
        ends = np.where((heads < 0)[:, None], scores.root, scores.governor[heads])
        found: Floats = self._relations.run(None, {"dependent": scores.dependent, "ends": ends})[0]
        root = self.relations.index("root")
        found[:, root] = -np.inf
        labels: Ints = found.argmax(1)
        labels[heads < 0] = root
        return labels


def _session(graph: Path | bytes, threads: int) -> Any:
    """One graph, from its file or its bytes, ready to run with so many threads."""
    import onnxruntime

    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    # Two threads that spin while they wait slow down everything else on the machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    source = graph if isinstance(graph, bytes) else str(graph)
    return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
