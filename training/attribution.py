"""A trained head for attributions: for each word, whether it belongs to a source, a cue or a content.

    python -m training.attribution train --data DATA --run runs/reader --out runs/attribution [--frozen]

Three independent answers a word (a word may be content of one report and cue of another), from the reader's encoder:
its states as they are (``--frozen``: what could ship at no cost in speed) or fine-tuned (a second encoder).
Trained on the attribution relations of GUM's training part, whose source clauses are cut to speaker and cue by the
gold tree, and on the synthetic sentences of ``attribution_examples.txt``; PolNeAR takes no part.
``benchmarks.accuracy.head`` compares it with the rules.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from hearsay.reading.pieces import Pieces
from hearsay.reading.tokenise import words_of
from training.batches import Batch, Encoded, Encoder, batches, tensors
from training.corpora import KEPT_FOR_EVALUATION, read_json_lines, read_treebank
from training.labels import Labels
from training.network import WIDTH, Network, pretrained_folder
from training.tokens import SentenceOf, Token

ROLES = ("source", "cue", "content")
MIDDLE = 3
"""Number of the encoder's layer whose states stand beside those of the last."""
LONGEST_SENTENCE = 250
"""Word pieces; longer ones are left out of training."""
COPIES = 6
"""How often each synthetic sentence is filled in."""
_MARK = re.compile(r"<(/?)([scx])>")
_SLOT = re.compile(r"\{(\w+)\}")
_VERBAL = ("VERB", "AUX")


@dataclass
class Marked:
    """A sentence and, for each word, which of :data:`ROLES` it has."""

    sentence: SentenceOf
    roles: list[tuple[bool, bool, bool]]


def from_gum(folder: Path, part: str) -> list[Marked]:
    """Sentences of GUM with the roles that its attribution relations give; credits of images are left out."""
    treebank = {d.id: d for d in read_treebank(folder / "gum" / f"gum_{part}.conllu.gz", "gum")}
    found: list[Marked] = []
    for record in read_json_lines(folder / "gum" / f"gum_{part}.jsonl.gz"):
        if record["id"] in KEPT_FOR_EVALUATION:
            continue
        document = treebank[record["id"]]
        offset = 0
        for sentence in document.sentences:
            spans = record["tokens"][offset : offset + len(sentence.tokens)]
            offset += len(sentence.tokens)
            found.append(Marked(sentence, _roles(sentence.tokens, spans, record["attribution"])))
    return found


def _roles(
    tokens: Sequence[Token], spans: Sequence[Sequence[Any]], relations: Sequence[dict[str, Any]]
) -> list[tuple[bool, bool, bool]]:
    source, cue, content = ([False] * len(tokens) for _ in ROLES)
    for relation in relations:
        clause = [i for i, s in enumerate(spans) if any(b <= s[0] < e for b, e in relation["source"])]
        told = [i for i, s in enumerate(spans) if any(b <= s[0] < e for b, e in relation["content"])]
        if relation["polarity"] != "positive":
            continue
        heads = [i for i in clause if tokens[i].upos in _VERBAL and tokens[i].head not in clause]
        heads = heads or [i for i in clause if tokens[i].upos == "VERB"][:1]
        lower = [tokens[i].form.lower() for i in clause]
        if lower[:1] == ["according"]:
            cue[clause[0]] = cue[clause[1] if len(clause) > 1 else clause[0]] = True
            for i in clause[2:]:
                source[i] = tokens[i].upos != "PUNCT"
        elif heads:
            cue[heads[0]] = True
            for i in clause:
                if tokens[i].head == heads[0] and tokens[i].deprel.startswith("nsubj"):
                    for j in clause:
                        source[j] = source[j] or _under(tokens, j, i)
        elif clause:
            continue  # "Image: ...": no words report there
        for i in told:
            content[i] = True
    return list(zip(source, cue, content, strict=True))


def _under(tokens: Sequence[Token], word: int, top: int) -> bool:
    for _ in range(len(tokens)):
        if word == top:
            return True
        word = tokens[word].head
        if word < 0:
            return False
    return False


def synthetic(path: Path, chance: random.Random) -> list[Marked]:
    """The sentences of ``attribution_examples.txt``, each filled in several times."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    slots = {line[1:].split(": ")[0]: line.split(": ", 1)[1].split("|") for line in lines if line.startswith("%")}
    found = []
    for pattern in (line for line in lines if not line.startswith("%")):
        for _ in range(COPIES):
            filled = _SLOT.sub(lambda slot: chance.choice(slots[slot.group(1)]), pattern)
            found.append(_parsed(filled))
    return found


def _parsed(marked: str) -> Marked:
    text, spans, opened = "", [], {}
    last = 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark.group(1):
            spans.append((mark.group(2), opened.pop(mark.group(2)), len(text)))
        else:
            opened[mark.group(2)] = len(text)
    text += marked[last:]
    text = text[:1].upper() + text[1:]
    tokens, roles = [], []
    before = 0
    for begin, end in words_of(text, 0, len(text)):
        tokens.append(Token(text[begin:end], text[begin:end].lower(), "X", "X", -1, "dep", begin > before))
        before = end
        roles.append(tuple(any(kind == k and b <= begin < e for kind, b, e in spans) for k in "scx"))
    return Marked(SentenceOf("synthetic", tokens, False, parsed=False), roles)  # type: ignore[arg-type]


class Head(nn.Module):
    """A small network for three answers a word on two of the reader's layers, the last and one in the middle."""

    def __init__(self, reader: Network, frozen: bool) -> None:
        super().__init__()
        self.reader, self.frozen = reader, frozen
        self.inner = nn.Linear(2 * WIDTH, 256)
        self.out = nn.Linear(256, len(ROLES))
        self.drop = nn.Dropout(0.3)
        for parameter in reader.parameters():
            parameter.requires_grad_(False)
        if not frozen:
            for parameter in reader.layers.parameters():
                parameter.requires_grad_(True)

    def answers(self, states: Tensor) -> Tensor:
        return self.out(self.drop(functional.gelu(self.inner(self.drop(states)))))  # type: ignore[no-any-return]

    def states(self, b: Batch) -> Tensor:
        """States at the words' first pieces, [batch, words, 2 * width]."""
        reader = self.reader
        length = b.pieces.shape[1]
        x = reader.words(b.pieces) + reader.positions.weight[:length] + reader.codes(b.codes)
        x = reader.drop_little(reader.norm(x))
        mask = (torch.arange(length) < b.lengths[:, None])[:, None, None, :]
        places = b.first[:, :, None].expand(-1, -1, WIDTH)
        kept = []
        for number, layer in enumerate(reader.layers):
            x = layer(x, mask)
            if number in (MIDDLE, len(reader.layers) - 1):
                kept.append(x.gather(1, places))
        return torch.cat(kept, -1)


def load_reader(run: Path) -> tuple[Network, Labels, Pieces]:
    """The reader of a run, its labels and its vocabulary."""
    labels = Labels.load(run / "labels.json")
    network = Network(labels, 30522)
    network.load_state_dict(torch.load(run / "best.pt", weights_only=True))
    return network, labels, Pieces.load(pretrained_folder() / "vocab.txt")


def train(data: Path, run: Path, out: Path, frozen: bool, epochs: int = 4, seed: int = 1) -> None:
    """Learn, print the development part's F1 after each epoch (the last when frozen), and save ``head.pt``."""
    torch.set_num_threads(2)
    torch.manual_seed(seed)
    network, labels, pieces = load_reader(run)
    encoder = Encoder(pieces, labels)
    examples = synthetic(Path(__file__).with_name("attribution_examples.txt"), random.Random(seed))
    pairs = [(encoder.sentence(m.sentence), m.roles) for m in from_gum(data, "train") + examples]
    encoded = [e for e, _ in pairs if e.length <= LONGEST_SENTENCE]
    roles = {id(e): torch.tensor(r, dtype=torch.float) for e, r in pairs}
    head = Head(network, frozen)
    head.train()
    out.mkdir(parents=True, exist_ok=True)
    if frozen:
        _learn_frozen(head, encoded, roles, pieces, seed)
    else:
        for epoch, loss in _learn(head, encoded, roles, pieces, epochs, seed):
            print(f"epoch {epoch}: loss {loss:.4f}; {development(head, data, encoder, pieces)}", flush=True)
    print(development(head, data, encoder, pieces), flush=True)
    kept = {k: v for k, v in head.state_dict().items() if not frozen or not k.startswith("reader.")}
    torch.save({"frozen": frozen, "head": kept}, out / "head.pt")


def _learn_frozen(
    head: Head, encoded: Sequence[Encoded], roles: dict[int, Tensor], pieces: Pieces, seed: int, rounds: int = 30
) -> None:
    """Read all sentences once, then learn on words drawn at random."""
    head.reader.eval()
    states, wanted = [], []
    with torch.inference_mode():
        for part in batches(encoded, 3000, None):
            b = tensors(part, pieces)
            read = head.states(b)
            for row, sentence in enumerate(part):
                states.append(read[row, : len(sentence.pieces)].half())
                wanted.append(roles[id(sentence)])
    everything, answers = torch.cat(states).clone(), torch.cat(wanted).clone()
    parameters = [*head.inner.parameters(), *head.out.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=1e-3, weight_decay=0.01)
    chance = torch.Generator().manual_seed(seed)
    for _ in range(rounds):
        for rows in torch.randperm(len(everything), generator=chance).split(2048):
            scores = head.answers(everything[rows].float())
            loss = functional.binary_cross_entropy_with_logits(scores, answers[rows])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()


def _learn(
    head: Head, encoded: Sequence[Encoded], roles: dict[int, Tensor], pieces: Pieces, epochs: int, seed: int
) -> Iterator[tuple[int, float]]:
    groups = [
        {"params": [*head.inner.parameters(), *head.out.parameters()], "lr": 1e-3},
        {"params": list(head.reader.layers.parameters()), "lr": 1e-4},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * len(batches(encoded, 2000, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, s / 40) * max(0.0, 1 - s / steps))
    for epoch in range(epochs):
        head.train()
        total = 0.0
        parts = batches(encoded, 2000, random.Random(f"{seed}-{epoch}"))
        for part in parts:
            b = tensors(part, pieces)
            with torch.autocast("cpu", torch.bfloat16):
                scores = head.answers(head.states(b)).float()
            wanted = torch.zeros_like(scores)
            for row, sentence in enumerate(part):
                wanted[row, : len(sentence.pieces)] = roles[id(sentence)]
            loss = functional.binary_cross_entropy_with_logits(scores[b.real], wanted[b.real])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        yield epoch + 1, total / len(parts)


@torch.inference_mode()
def probabilities(head: Head, sentences: Sequence[Encoded], pieces: Pieces) -> list[Tensor]:
    """For each sentence [words, roles]."""
    head.eval()
    found: dict[int, Tensor] = {}
    for part in batches(sentences, 3000, None):
        b = tensors(part, pieces)
        scores = head.answers(head.states(b)).sigmoid()
        for row, sentence in enumerate(part):
            found[id(sentence)] = scores[row, : len(sentence.pieces)]
    return [found[id(s)] for s in sentences]


def development(head: Head, data: Path, encoder: Encoder, pieces: Pieces) -> str:
    """F1 of each role by words on GUM's development part."""
    marked = from_gum(data, "dev")
    encoded = [encoder.sentence(m.sentence) for m in marked]
    counts = torch.zeros(3, len(ROLES))
    for told, one in zip(probabilities(head, encoded, pieces), marked, strict=True):
        wanted = torch.tensor(one.roles)
        guess = told > 0.5
        counts += torch.stack([(guess & wanted).sum(0), guess.sum(0), wanted.sum(0)])
    f1 = 2 * counts[0] / (counts[1] + counts[2]).clamp(min=1)
    return ", ".join(f"{role} {value:.3f}" for role, value in zip(ROLES, f1.tolist(), strict=True))


def load_head(run: Path, out: Path) -> tuple[Head, Encoder, Pieces]:
    """A trained head, ready to tell :func:`probabilities`."""
    network, labels, pieces = load_reader(run)
    saved = torch.load(out / "head.pt", weights_only=True)
    head = Head(network, saved["frozen"])
    head.load_state_dict(saved["head"], strict=not saved["frozen"])
    return head, Encoder(pieces, labels), pieces


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("command", choices=["train"])
    parser.add_argument("--data", type=Path, required=True, help="folder with gum/")
    parser.add_argument("--run", type=Path, required=True, help="folder of the reader's run")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--frozen", action="store_true", help="keep the reader's encoder as it is")
    parser.add_argument("--epochs", type=int, default=4)
    chosen = parser.parse_args()
    train(chosen.data, chosen.run, chosen.out, chosen.frozen, chosen.epochs)


if __name__ == "__main__":
    main()
