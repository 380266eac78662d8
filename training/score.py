"""Scores of the network on a development part, with gold words and gold sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from hearsay.reading.pieces import Pieces
from training.batches import Encoded, batches, tensors
from training.labels import Labels
from training.network import Network

Stretch = tuple[int, int, str]


def mask_arcs(arcs: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    """Leave each word the root and the other words of its sentence."""
    words = real.shape[1]
    allowed = real[:, None, :] & ~torch.eye(words, dtype=torch.bool)
    allowed = torch.cat([torch.ones(len(real), words, 1, dtype=torch.bool), allowed], 2)
    return arcs.float().masked_fill(~allowed, -1e4)


def stretches(tags: Sequence[str]) -> set[Stretch]:
    """Names in a run of BIO tags; a stray I- starts a name."""
    found: set[Stretch] = set()
    begin, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            found.add((begin, i - 1, kind))
            kind = ""
        if tag != "O" and not kind:
            begin, kind = i, tag[2:]
    return found


@dataclass
class Tally:
    hit: int = 0
    predicted: int = 0
    wanted: int = 0

    def add(self, predicted: set[Stretch], wanted: set[Stretch]) -> None:
        self.hit += len(predicted & wanted)
        self.predicted += len(predicted)
        self.wanted += len(wanted)

    @property
    def f1(self) -> float:
        return 2 * self.hit / max(self.predicted + self.wanted, 1)


@torch.inference_mode()
def score(network: Network, sentences: Sequence[Encoded], pieces: Pieces, labels: Labels) -> dict[str, float]:
    """Shares right in percent: greedy heads (UAS, LAS), tags, lemma edits; F1 of names PER, ORG, LOC."""
    network.eval()
    right = dict.fromkeys(("upos", "xpos", "edits", "uas", "las"), 0)
    words, names = 0, Tally()
    for batch in batches(sentences, 3000, None):
        b = tensors(batch, pieces)
        with torch.autocast("cpu", torch.bfloat16):
            s = network(b.pieces, b.codes, b.lengths, b.first)
            heads = mask_arcs(s.arcs, b.real).argmax(-1)
            index = heads[:, :, None].expand(-1, -1, s.governor.shape[2])
            relations = network.relations(s.dependent, s.governor.gather(1, index)).argmax(-1)
        words += int(b.real.sum())
        for key in ("upos", "xpos", "edits"):
            right[key] += int(((getattr(s, key).argmax(-1) == getattr(b, key)) & b.real).sum())
        right["uas"] += int(((heads == b.heads) & b.real).sum())
        right["las"] += int(((heads == b.heads) & (relations == b.relations) & b.real).sum())
        guess = s.names.argmax(-1)
        for row, sentence in enumerate(batch):
            count = len(sentence.pieces)
            wanted = [labels.names[int(np.argmax(r))] if r.sum() == 1 else "O" for r in sentence.names]
            told = [labels.names[t] for t in guess[row, :count].tolist()]
            names.add(*({n for n in stretches(tags) if n[2] in ("PER", "ORG", "LOC")} for tags in (told, wanted)))
    network.train()
    result = {key: round(100 * value / max(words, 1), 2) for key, value in right.items()}
    return result | {"names": round(100 * names.f1, 2)}
