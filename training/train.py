"""The learning loop: disturbed sentences each epoch, summed losses, checkpoints that a run can resume from.

A run folder holds ``labels.json``, ``exceptions.json``, ``log.jsonl`` (one line an epoch), ``last.pt`` (to resume) and
``best.pt`` (averaged weights of the best mean LAS on the development parts).
"""

from __future__ import annotations

import copy
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from hearsay.reading.pieces import Pieces
from training.batches import IGNORED, Batch, Encoder, batches, disturb, tensors
from training.corpora import load
from training.labels import Labels, lemma_exceptions
from training.network import Network, load_pretrained, pretrained_folder
from training.score import mask_arcs, score


@dataclass(frozen=True)
class Settings:
    """What a run depends on besides its data."""

    epochs: int = 8
    seed: int = 1
    batch: int = 2000
    rate_encoder: float = 3e-4
    rate_heads: float = 1e-3
    warm_up: float = 0.08
    average: float = 0.998
    layers: int = 6
    threads: int = 2


def losses(network: Network, b: Batch) -> Tensor:
    """Sum of the heads' mean cross-entropies on one batch."""
    with torch.autocast("cpu", torch.bfloat16):
        s = network(b.pieces, b.codes, b.lengths, b.first)
        gold = b.heads.clamp(min=0)[:, :, None].expand(-1, -1, s.governor.shape[2])
        relations = network.relations(s.dependent, s.governor.gather(1, gold))

    def entropy(scores: Tensor, target: Tensor) -> Tensor:
        summed = functional.cross_entropy(
            scores.float().flatten(0, 1), target.flatten(), ignore_index=IGNORED, reduction="sum"
        )
        return summed / (target != IGNORED).sum().clamp(min=1)

    total = (
        entropy(s.upos, b.upos) + entropy(s.xpos, b.xpos) + entropy(s.edits, b.edits) + entropy(relations, b.relations)
    )
    total = total + entropy(mask_arcs(s.arcs, b.real), b.heads)
    told = b.real & ~b.names.all(-1)
    shares = s.names.float()[told].log_softmax(-1)
    return total - shares.masked_fill(~b.names[told], -1e4).logsumexp(-1).mean()


class Average:
    """A running mean of the weights, which scores better than the weights themselves and is what gets exported."""

    def __init__(self, network: Network, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.network = copy.deepcopy(network)

    @torch.no_grad()
    def add(self, network: Network) -> None:
        self.steps += 1
        weight = 1 - min(self.decay, self.steps / (10 + self.steps))
        for mean, now in zip(self.network.parameters(), network.parameters(), strict=True):
            if now.requires_grad:
                mean.lerp_(now, weight)


def train(data: Path, out: Path, settings: Settings, left_out: Path | None = None) -> None:
    """Train in ``out``, going on from its last checkpoint when there is one."""
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    out.mkdir(parents=True, exist_ok=True)
    folder = pretrained_folder()
    pieces = Pieces.load(folder / "vocab.txt")
    documents, development = load(data, "train", left_out), load(data, "dev")
    labels = Labels.count(documents)
    labels.save(out / "labels.json")
    exceptions = json.dumps(lemma_exceptions(documents, labels), ensure_ascii=False, indent=0)
    (out / "exceptions.json").write_text(exceptions + "\n", encoding="utf-8")
    encoder = Encoder(pieces, labels)
    encoded = encoder.documents(documents)
    held = {c: encoder.documents(d for d in development if d.corpus == c) for c in ("gum", "ewt")}
    network = Network(labels, 30522, settings.layers)
    load_pretrained(network, folder / "model.safetensors")
    average = Average(network, settings.average)
    optimiser = torch.optim.AdamW(_groups(network, settings), betas=(0.9, 0.98), weight_decay=0.01)
    steps = settings.epochs * len(batches(encoded, settings.batch, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step / steps, settings.warm_up))
    epoch, best = 0, 0.0
    if (out / "last.pt").exists():
        saved = torch.load(out / "last.pt", weights_only=True)
        network.load_state_dict(saved["network"])
        average.network.load_state_dict(saved["average"])
        average.steps = saved["steps"]
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        epoch, best = saved["epoch"], saved["best"]
    network.train()
    while epoch < settings.epochs:
        began, total = time.monotonic(), 0.0
        chance = random.Random(f"{settings.seed}-{epoch}")
        torch.manual_seed(settings.seed * 1000 + epoch)
        parts = batches([disturb(e, chance) for e in encoded], settings.batch, chance)
        for number, part in enumerate(parts):
            loss = losses(network, tensors(part, pieces, pieces.hidden, chance))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            average.add(network)
            total += loss.item()
            if number % 50 == 49:
                spent = time.monotonic() - began
                print(
                    f"epoch {epoch + 1} step {number + 1}/{len(parts)} loss {total / (number + 1):.3f} {spent:.0f} s",
                    flush=True,
                )
        epoch += 1
        scores = {corpus: score(average.network, sentences, pieces, labels) for corpus, sentences in held.items()}
        mean = sum(s["las"] for s in scores.values()) / len(scores)
        line = {
            "epoch": epoch,
            "loss": round(total / len(parts), 4),
            "seconds": round(time.monotonic() - began),
            "dev": scores,
        }
        with (out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        if mean > best:
            best = mean
            torch.save(average.network.state_dict(), out / "best.pt")
        state = {
            "network": network.state_dict(), "average": average.network.state_dict(), "steps": average.steps,
            "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(), "epoch": epoch, "best": best,
        }  # fmt: skip
        torch.save(state, out / "last.pt")


def _groups(network: Network, settings: Settings) -> list[dict[str, object]]:
    encoder = ("positions.", "norm.", "layers.")
    pairs = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    inner = [p for name, p in pairs if name.startswith(encoder)]
    outer = [p for name, p in pairs if not name.startswith(encoder)]
    return [{"params": inner, "lr": settings.rate_encoder}, {"params": outer, "lr": settings.rate_heads}]


def _rate(share: float, warm_up: float) -> float:
    return share / warm_up if share < warm_up else max(0.0, (1 - share) / (1 - warm_up))
