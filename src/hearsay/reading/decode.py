"""From scores of arcs to trees.

Greedy heads are kept wherever they form a tree with one root; elsewhere the best tree is found with the algorithm of
Chu, Liu and Edmonds. One root a sentence is had by a penalty on root arcs larger than any score.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_NEVER = np.float32(-1e9)
_ONE_ROOT = np.float32(1e5)


def heads_of(arcs: Floats, starts: Ints) -> tuple[Ints, Floats]:
    """Head (-1 for the root) and its probability for every word of a window.

    ``arcs`` [W, 1 + W]: row a dependent, column 0 the root, column 1 + i word i. ``starts``: first words of sentences.
    """
    count = len(arcs)
    sentence = np.zeros(count, np.int64)
    sentence[starts[1:]] = 1
    sentence = np.cumsum(sentence)
    allowed = np.empty((count, count + 1), bool)
    allowed[:, 0] = True
    np.equal(sentence[:, None], sentence[None, :], out=allowed[:, 1:])
    np.fill_diagonal(allowed[:, 1:], False)
    scores: Floats = np.where(allowed, arcs, _NEVER)
    shares = scores - scores.max(1, keepdims=True)
    np.exp(shares, out=shares)
    shares /= shares.sum(1, keepdims=True)
    heads = scores.argmax(1) - 1
    for first, last in _not_trees(heads, sentence, starts):
        part = np.concatenate([scores[first:last, :1], scores[first:last, 1 + first : 1 + last]], axis=1)
        found = best_tree(part)
        heads[first:last] = np.where(found < 0, -1, found + first)
    return heads, shares[np.arange(count), heads + 1]


def _not_trees(heads: Ints, sentence: Ints, starts: Ints) -> list[tuple[int, int]]:
    """Sentences whose greedy heads have a cycle, or not exactly one root."""
    count = len(heads)
    itself = np.arange(count)
    above = np.where(heads < 0, itself, heads)
    for _ in range(max(1, count.bit_length())):
        above = above[above]
    cyclic = heads[above] >= 0
    roots = np.bincount(sentence[heads < 0], minlength=len(starts))
    bad = roots != 1
    bad[sentence[cyclic]] = True
    ends = np.append(starts[1:], count)
    return [(int(starts[i]), int(ends[i])) for i in np.flatnonzero(bad)]


def best_tree(scores: Floats) -> Ints:
    """Heads of the maximum spanning tree with one root; ``scores`` [n, 1 + n] as in :func:`heads_of`."""
    count = len(scores)
    full = np.full((count + 1, count + 1), _NEVER, np.float64)
    full[1:] = scores
    full[1:, 0] -= _ONE_ROOT
    np.fill_diagonal(full, _NEVER)
    return _edmonds(full)[1:] - 1


def _edmonds(scores: NDArray[np.float64]) -> Ints:
    """Heads under node 0; ``scores[dependent, head]``. Contracts one cycle after another, then opens them again."""
    heads: Ints = scores.argmax(1).astype(np.int64)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    into = scores[np.ix_(cycle, outside)] - kept[:, None] + kept.sum()
    enter = into.argmax(0)
    out = scores[np.ix_(outside, cycle)]
    leave = out.argmax(1)
    size = len(outside) + 1
    small = np.full((size, size), _NEVER, np.float64)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out.max(1)
    small[0] = _NEVER
    solved = _edmonds(small)
    for place, node in enumerate(outside[1:], start=1):
        head = int(solved[place])
        heads[node] = cycle[leave[place]] if head == size - 1 else outside[head]
    source = int(solved[-1])
    heads[cycle[enter[source]]] = outside[source]
    return heads


def _cycle(heads: Ints) -> Ints | None:
    """Nodes of one cycle, or None; node 0 is its own head and no cycle."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return np.array(path[path.index(node) :], np.int64)
        for seen in path:
            state[seen] = 2
    return None
