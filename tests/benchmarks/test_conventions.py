"""PolNeAR's edge of a content."""

from __future__ import annotations

import pytest

from benchmarks.accuracy.conventions import converted


@pytest.mark.parametrize(
    ("text", "begin", "cue", "expected"),
    [
        ("He said that it rained", 13, [[3, 7]], "that it rained"),
        ("He said it rained", 8, [[3, 7]], "it rained"),
        ("He said, that, it rained", 15, [[3, 7]], "that, it rained"),
        ("He knew that it rained", 13, [[3, 12]], "it rained"),
        ("A thatched roof", 11, [[0, 1]], "roof"),
    ],
)
def test_an_introducing_that_is_taken_in(text: str, begin: int, cue: list[list[int]], expected: str) -> None:
    (report,) = converted([{"document": "d", "cue": cue, "content": [[begin, len(text)]]}], {"d": text})
    ((first, last),) = report["content"]
    assert text[first:last] == expected
