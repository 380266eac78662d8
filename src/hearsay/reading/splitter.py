"""Where sentences start inside a paragraph: a small network over the words around each place.

Each word is the sum of three table rows: its first piece, its last piece, its shape code. Rows of six words before and
four after a place go through one hidden layer. The encoder then reads sentence by sentence.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.reading.pieces import CODES

BEFORE, AFTER = 6, 4
SPAN = BEFORE + AFTER
"""A place is judged by the words from BEFORE words before it to AFTER - 1 after it."""
OUTSIDE_PIECE, OUTSIDE_CODE = 0, CODES
"""What stands for words outside the paragraph."""
UNMARKED = 1.0
"""What the score of a start has to pass after a letter or digit; elsewhere 0."""
_AT_ONCE = 4096

Ints = NDArray[np.int64]


def padded(values: list[int], outside: int) -> Ints:
    """The values of one paragraph's words with those outside around them."""
    return np.array([outside] * BEFORE + values + [outside] * (AFTER - 1), np.int64)


class Splitter:
    """Scores of sentence starts, from an onnxruntime session. Holds no state between calls."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def starts(self, pieces: list[tuple[int, ...]], codes: list[int], texts: list[str]) -> list[int]:
        """Places of the words that start a sentence in one paragraph; the first is always 0.

        Where no mark ends the word before, the network has to be surer: part of what it learnt from are web forums.
        """
        found = [0]
        for begin in range(0, len(pieces), _AT_ONCE):
            end = min(begin + _AT_ONCE, len(pieces))
            low, high = max(begin - BEFORE, 0), min(end + AFTER, len(pieces))
            scores = self._scores(pieces[low:high], codes[low:high])[begin - low : end - low]
            for i in (np.flatnonzero(scores > 0) + begin).tolist():
                if i and (scores[i - begin] > UNMARKED or not texts[i - 1][-1:].isalnum()):
                    found.append(i)
        return found

    def _scores(self, pieces: list[tuple[int, ...]], codes: list[int]) -> NDArray[np.float32]:
        given = {
            "first": padded([p[0] for p in pieces], OUTSIDE_PIECE),
            "last": padded([p[-1] for p in pieces], OUTSIDE_PIECE),
            "codes": padded(codes, OUTSIDE_CODE),
        }
        scores: NDArray[np.float32] = self._session.run(None, given)[0][0, 0]
        return scores
