"""Training of the sentence splitter: where sentences start inside paragraphs of GUM and EWT."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from hearsay.reading.pieces import CODES, GAPS, SHAPES, Pieces, shape_of
from hearsay.reading.splitter import OUTSIDE_CODE, OUTSIDE_PIECE, SPAN, Ints, padded
from training.corpora import load
from training.network import WIDTH, pretrained_folder
from training.tokens import DocumentOf

ROW, HIDDEN = 32, 96
EPOCHS, BATCH, RATE = 12, 2048, 2e-3


class Net(nn.Module):
    def __init__(self, words: Tensor) -> None:
        super().__init__()
        self.words = nn.Parameter(words, requires_grad=False)
        self.first = nn.Linear(WIDTH, ROW, bias=False)
        self.last = nn.Linear(WIDTH, ROW, bias=False)
        self.codes = nn.Embedding(CODES + 1, ROW)
        self.hidden = nn.Linear(SPAN * ROW, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(0.2)

    def forward(self, first: Tensor, last: Tensor, codes: Tensor) -> Tensor:
        rows = self.first(self.words[first]) + self.last(self.words[last]) + self.codes(codes)
        return self.out(self.drop(functional.relu(self.hidden(self.drop(rows.flatten(1)))))).squeeze(-1)


class Examples:
    """All places inside paragraphs: contexts of pieces and codes, and whether a sentence starts there."""

    def __init__(self, documents: list[DocumentOf], pieces: Pieces) -> None:
        first, last, codes, starts = [], [], [], []
        for document in documents:
            for paragraph in _paragraphs(document):
                parts = [pieces.of(form) for form, _, _ in paragraph]
                first.append(contexts([p[0] for p in parts], OUTSIDE_PIECE))
                last.append(contexts([p[-1] for p in parts], OUTSIDE_PIECE))
                marks = [shape_of(form) * GAPS + gap for form, gap, _ in paragraph]
                codes.append(contexts(marks, OUTSIDE_CODE))
                starts.append(np.array([start if i else -1 for i, (_, _, start) in enumerate(paragraph)]))
        self.first, self.last, self.codes, self.starts = (
            torch.from_numpy(np.concatenate(part).astype(np.int64)) for part in (first, last, codes, starts)
        )
        inner = self.starts >= 0
        self.first, self.last, self.codes, self.starts = (
            part[inner] for part in (self.first, self.last, self.codes, self.starts)
        )


def contexts(values: list[int], outside: int) -> Ints:
    """[words, SPAN]: what the splitter sees of each place."""
    windows: Ints = np.lib.stride_tricks.sliding_window_view(padded(values, outside), SPAN)
    return windows


def _paragraphs(document: DocumentOf) -> list[list[tuple[str, int, int]]]:
    """Paragraphs of (form, gap, 1 where a sentence starts)."""
    found: list[list[tuple[str, int, int]]] = []
    for sentence in document.sentences:
        if sentence.paragraph or not found:
            found.append([])
        for i, token in enumerate(sentence.tokens):
            gap = 2 if not found[-1] else 1 if token.spaced else 0
            found[-1].append((token.form, gap, int(i == 0)))
    return found


def train_splitter(data: Path, out: Path, seed: int = 1) -> None:
    """Train and write ``splitter.npz`` and ``splitter.json`` (scores on the development parts) into ``out``."""
    torch.manual_seed(seed)
    folder = pretrained_folder()
    pieces = Pieces.load(folder / "vocab.txt")
    words = load_file(folder / "model.safetensors")["embeddings.word_embeddings.weight"]
    parsed = [d for d in load(data, "train") if d.corpus in ("gum", "ewt")]
    examples = Examples(parsed, pieces)
    net = Net(words)
    optimiser = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=RATE, weight_decay=0.02)
    count = len(examples.starts)
    steps = EPOCHS * (count // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / (steps + 1))
    lower = torch.tensor(
        [
            (code % GAPS) if code < len(SHAPES) * GAPS and code // GAPS in (1, 2, 3, 4) else code
            for code in range(CODES + 1)
        ]
    )
    net.train()
    for _ in range(EPOCHS):
        order = torch.randperm(count)
        for begin in range(0, count - BATCH, BATCH):
            at = order[begin : begin + BATCH]
            codes = examples.codes[at]
            flat = torch.rand(len(at), 1) < 0.04
            codes = torch.where(flat, lower[codes], codes)
            loss = functional.binary_cross_entropy_with_logits(
                net(examples.first[at], examples.last[at], codes), examples.starts[at].float()
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    net.eval()
    scores = {}
    development = load(data, "dev")
    for name, chosen in (
        ("gum", [d for d in development if d.corpus == "gum"]),
        ("gum news", [d for d in development if d.corpus == "gum" and d.genre == "news"]),
        ("ewt", [d for d in development if d.corpus == "ewt"]),
    ):
        held = Examples(chosen, pieces)
        with torch.inference_mode():
            told = net(held.first, held.last, held.codes) > 0
        hit = int((told & (held.starts == 1)).sum())
        scores[name] = round(200 * hit / max(int(told.sum() + (held.starts == 1).sum()), 1), 2)
    print(json.dumps(scores))
    out.mkdir(parents=True, exist_ok=True)
    (out / "splitter.json").write_text(
        json.dumps({"seed": seed, "F1 of starts inside paragraphs, dev": scores}) + "\n", encoding="utf-8"
    )
    write(net, out / "splitter.npz")


def write(net: Net, path: Path) -> None:
    """Tables in int8 with one scale each; the words' rows are multiplied out, so the encoder's table is not needed."""
    tables = {name: (net.words @ getattr(net, name).weight.T).detach().numpy() for name in ("first", "last")}
    scales = {name: np.abs(table).max() / 127 for name, table in tables.items()}
    np.savez_compressed(
        path,
        first=np.round(tables["first"] / scales["first"]).astype(np.int8),
        last=np.round(tables["last"] / scales["last"]).astype(np.int8),
        scales=np.array([scales["first"], scales["last"]], np.float32),
        codes=net.codes.weight.detach().numpy(),
        hidden=net.hidden.weight.detach().numpy().T.copy(),
        hidden_bias=net.hidden.bias.detach().numpy(),
        out=net.out.weight.detach().numpy()[0],
        bias=net.out.bias.detach().numpy(),
    )
