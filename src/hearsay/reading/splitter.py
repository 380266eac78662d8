"""Where sentences start inside a paragraph: a small network over the words around each place.

Each word is the sum of three table rows: its first piece, its last piece, its shape code. Rows of six words before and four after a
place go through one hidden layer. Plain numpy, about a million words a second; the encoder then reads
sentence by sentence.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.reading.pieces import CODES

BEFORE, AFTER = 6, 4
SPAN = BEFORE + AFTER
OUTSIDE_CODE = CODES
"""Code of the places outside the paragraph; their piece is number 0."""
_AT_ONCE = 4096

Ints = NDArray[np.int64]


def contexts(values: Ints, outside: int) -> Ints:
    """[words, SPAN]: for each word of one paragraph the values from BEFORE words before it to AFTER - 1 after it."""
    padded = np.concatenate([np.full(BEFORE, outside), values, np.full(AFTER - 1, outside)])
    windows: Any = np.lib.stride_tricks.sliding_window_view(padded, SPAN)
    result: Ints = windows
    return result


class Splitter:
    """Scores of sentence starts. Holds no state between calls."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as tables:
            self._first: NDArray[np.int8] = tables["first"]
            self._last: NDArray[np.int8] = tables["last"]
            self._scales: NDArray[np.float32] = tables["scales"]
            self._codes: NDArray[np.float32] = tables["codes"]
            self._hidden: NDArray[np.float32] = tables["hidden"]
            self._hidden_bias: NDArray[np.float32] = tables["hidden_bias"]
            self._out: NDArray[np.float32] = tables["out"]
            self._bias: NDArray[np.float32] = tables["bias"]

    def starts(self, pieces: list[tuple[int, ...]], codes: list[int]) -> list[int]:
        """Places of the words that start a sentence in one paragraph; the first is always 0."""
        found = [0]
        for begin in range(0, len(pieces), _AT_ONCE):
            end = min(begin + _AT_ONCE, len(pieces))
            low, high = max(begin - BEFORE, 0), min(end + AFTER, len(pieces))
            scores = self.scores(pieces[low:high], codes[low:high])[begin - low : end - low]
            found.extend(int(i) + begin for i in np.flatnonzero(scores > 0) if i + begin)
        return found

    def scores(self, pieces: list[tuple[int, ...]], codes: list[int]) -> NDArray[np.float32]:
        """One score a word: above 0 where a sentence starts."""
        first = np.array([p[0] for p in pieces])
        last = np.array([p[-1] for p in pieces])
        rows = self._first[first] * self._scales[0] + self._last[last] * self._scales[1] + self._codes[np.array(codes)]
        width = rows.shape[1]
        outside = self._first[0] * self._scales[0] + self._last[0] * self._scales[1] + self._codes[OUTSIDE_CODE]
        before, after = np.tile(outside, (BEFORE, 1)), np.tile(outside, (AFTER - 1, 1))
        padded = np.concatenate([before, rows, after]).astype(np.float32)
        windows = np.lib.stride_tricks.sliding_window_view(padded, (SPAN, width)).reshape(len(pieces), SPAN * width)
        hidden = np.maximum(windows @ self._hidden + self._hidden_bias, 0)
        scores: NDArray[np.float32] = hidden @ self._out + self._bias
        return scores
