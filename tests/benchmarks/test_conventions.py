"""PolNeAR's edge of a content, and its nesting."""

from __future__ import annotations

import pytest

from benchmarks.accuracy.conventions import converted, outermost


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


def test_of_speech_within_speech_the_outer_report_stands_alone() -> None:
    text = "The minister said the general claimed that rebels shelled the town."
    (report,) = outermost([{"id": "d", "text": text}])
    assert (report["source_text"], report["cue_text"], report["content_text"]) == (
        "The minister", ["said"], ["the general claimed that rebels shelled the town"],
    )  # fmt: skip
