"""A head for acts: how far a word reads like a political act, from the reader's last states.

    python -m training.acts --data DATA [--to src/hearsay/reading/weights]

A logistic regression with a ridge on the encoder's state at the word, over two kinds of judged words: those of the
synthetic sentences in ``acts_examples.tsv`` (written for this: the same words as acts of every type and as figures of
speech, talk of campaigns, sport, business, crime, habits, opinions), and words of EWT and GUM that the event coder's
lexicon takes for acts (``acts_treebanks.tsv``: offsets and verdicts, no text). No set that events are scored on takes
part.

What is written, ``acts.onnx``, is a part of a graph: nodes, weights and an output that read the state of the last layer
in ``reader.onnx`` when the bytes of both are put together (protobuf adds one message to another). It belongs to the
reader it was trained on: train it again after ``training export``. Needs onnx and onnxruntime, no PyTorch.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from hearsay.ingest import make_document
from hearsay.reading.model import WEIGHTS, Model
from hearsay.reading.reader import NeuralReader
from training.corpora import KEPT_FOR_EVALUATION, read_json_lines, read_lines

HERE = Path(__file__).parent
STATE = "state.6"
"""Of the encoder's last layer: one row for each sentence's [CLS], then one a word."""
RIDGE = 300.0
SYNTHETIC = 0.3
"""Weight of a synthetic sentence beside one of the treebanks."""
Array = np.ndarray
_MARK = re.compile(r"\{([^{}:]+):([A-Z]+|-)\}")


@dataclass(frozen=True)
class Judged:
    """A word (by its offset) of a text, and whether it tells an act."""

    begin: int
    act: bool


def examples(path: Path = HERE / "acts_examples.tsv") -> list[tuple[str, list[Judged]]]:
    """Sentences without their marks, and the words that were marked ``{word:TYPE}`` or ``{word:-}``."""
    found = []
    for _, marked in list(csv.reader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))[1:]:
        text, words, last = "", [], 0
        for mark in _MARK.finditer(marked):
            text += marked[last : mark.start()]
            words.append(Judged(len(text), mark[2] != "-"))
            text += mark[1]
            last = mark.end()
        found.append((text + marked[last:], words))
    return found


def treebanks(data: Path, path: Path = HERE / "acts_treebanks.tsv") -> list[tuple[str, list[Judged]]]:
    """Texts of EWT and GUM with the judged words of each. Raises ValueError for a text kept for evaluation."""
    words: dict[str, list[Judged]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            words[row["document"]].append(Judged(int(row["begin"]), row["verdict"] == "act"))
    if kept := words.keys() & set(KEPT_FOR_EVALUATION):
        raise ValueError(f"kept for evaluation, not to be trained on: {', '.join(sorted(kept))}")
    texts = _ewt(data / "ewt" / "en_ewt-ud-train.conllu.gz")
    for part in ("train", "dev"):
        texts |= {r["id"]: r["text"] for r in read_json_lines(data / "gum" / f"gum_{part}.jsonl.gz")}
    return [(texts[name], found) for name, found in words.items()]


def _ewt(path: Path) -> dict[str, str]:
    """Running texts of EWT's documents, paragraphs apart by a blank line."""
    texts: dict[str, list[str]] = {}
    name = ""
    for line in read_lines(path):
        if line.startswith("# newdoc id = "):
            name = line.removeprefix("# newdoc id = ").strip()
            texts[name] = []
        elif line.startswith("# newpar"):
            texts[name].append("\n\n")
        elif line.startswith("# text = "):
            texts[name].append(line.removeprefix("# text = ").strip())
    return {name: " ".join(parts).replace(" \n\n ", "\n\n").strip() for name, parts in texts.items()}


class States:
    """The shipped reader, with the encoder's last states of every word kept."""

    def __init__(self, folder: Path) -> None:
        model = Model(folder)
        graph = onnx.load(str(folder / "reader.onnx"))
        graph.graph.output.append(helper.make_tensor_value_info(STATE, TensorProto.FLOAT, ["S+W", None]))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(graph.SerializeToString(), options, ["CPUExecutionProvider"])
        self._kept: list[Array] = []
        model._encoder = self
        model._outputs = model._outputs[:7]
        self._reader = NeuralReader(model)

    def run(self, names: list[str], given: dict[str, Array]) -> list[Array]:
        """Stands in for the encoder's session."""
        *found, states = self._session.run([*names, STATE], given)
        self._kept.append(states[len(states) - len(found[0]) :])
        return found

    def of(self, text: str, words: list[Judged]) -> Array:
        """One row for each of the judged words. Raises ValueError where no word begins at an offset."""
        self._kept.clear()
        reading = self._reader.read(make_document(text, id="d"))
        rows = {word.begin: word.index for word in reading.words}
        if missing := [w.begin for w in words if w.begin not in rows]:
            raise ValueError(f"no word begins at {missing[0]} of {text[:60]!r}")
        states = np.concatenate(self._kept)
        return states[[rows[w.begin] for w in words]].astype(np.float64)


def fit(x: Array, y: Array, weight: Array, ridge: float, steps: int = 50) -> Array:
    """Weights of a logistic regression of weighted rows by Newton's method; the constant, first, is not shrunk."""
    x = np.concatenate([np.ones((len(x), 1)), x], axis=1)
    found, shrink = np.zeros(x.shape[1]), np.full(x.shape[1], ridge)
    shrink[0] = 1e-6
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ found))
        gradient = x.T @ (weight * (p - y)) + shrink * found
        step = np.linalg.solve((x.T * (weight * p * (1 - p))) @ x + np.diag(shrink), gradient)
        found -= step
        if np.abs(step).max() < 1e-9:
            break
    return found


def train(data: Path, folder: Path) -> tuple[Array, float, int]:
    """Weights of the states, the constant, and how many words were learned from."""
    states = States(folder)
    sets = [(SYNTHETIC, *pair) for pair in examples()] + [(1.0, *pair) for pair in treebanks(data)]
    x = np.concatenate([states.of(text, words) for _, text, words in sets])
    y = np.array([float(w.act) for _, _, words in sets for w in words])
    weight = np.array([share for share, _, words in sets for _ in words])
    mean, spread = x.mean(0), x.std(0) + 1e-6
    constant, *slopes = fit((x - mean) / spread, y, weight, RIDGE)
    scaled = np.array(slopes) / spread
    return scaled, float(constant - mean @ scaled), len(y)


def fragment(weights: Array, constant: float) -> onnx.ModelProto:
    """The part of a graph that gives ``acts.out`` [W, 1]; it is no graph without the reader's before it."""
    nodes = [
        helper.make_node("Slice", [STATE, "sentences", "far", "axis"], ["acts.words"], name="Slice:acts.words"),
        helper.make_node("MatMul", ["acts.words", "acts.weight"], ["acts.product"], name="MatMul:acts.product"),
        helper.make_node("Add", ["acts.product", "acts.bias"], ["acts.out"], name="Add:acts.out"),
    ]
    tables = [
        numpy_helper.from_array(weights.astype(np.float32)[:, None], "acts.weight"),
        numpy_helper.from_array(np.array([constant], np.float32), "acts.bias"),
    ]
    output = helper.make_tensor_value_info("acts.out", TensorProto.FLOAT, ["W", 1])
    return onnx.ModelProto(graph=onnx.GraphProto(node=nodes, initializer=tables, output=[output]))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.acts", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with gum/ and ewt/")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="folder of reader.onnx, and of what is written")
    chosen = parser.parse_args()
    weights, constant, count = train(chosen.data, chosen.to)
    (chosen.to / "acts.onnx").write_bytes(fragment(weights, constant).SerializeToString(deterministic=True))
    print(f"{count} judged words; wrote {chosen.to / 'acts.onnx'}")


if __name__ == "__main__":
    main()
