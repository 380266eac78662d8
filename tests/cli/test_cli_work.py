"""Work in several processes: the same bytes in the same order, whatever happens to one of them."""

import json
from collections.abc import Iterator

import pytest

from hearsay.cli.screen import Screen
from hearsay.cli.steps import CodeStep
from hearsay.cli.work import Piece, work_through
from hearsay.errors import ReaderError
from hearsay.ingest import Incoming, Problem, make_document
from tests.hand_made import SmallCoder, no_coder

STEP = CodeStep("jsonl", "events", Screen(100, False))


def items(*texts: str) -> Iterator[Incoming | Problem]:
    for number, text in enumerate(texts, start=1):
        yield Incoming(f"docs.jsonl:{number}", make_document(text, id=f"d{number}"))


def outcome(texts: list[str], jobs: int) -> list[str]:
    work = work_through(items(*texts), STEP, jobs=jobs, coder=SmallCoder)
    return [item.text if isinstance(item, Piece) else item.line() for item in work]


def test_any_number_of_processes_gives_the_same_bytes():
    texts = [f"{'Iran met Oman. ' * (n % 3)}Then Iran attacked Oman." for n in range(12)] + ["(FAILS)"]
    assert outcome(texts, 1) == outcome(texts, 2)


def test_problems_keep_their_place():
    def mixed() -> Iterator[Incoming | Problem]:
        yield from items("Iran met Oman.")
        yield Problem("error", "b.txt", "empty")
        yield Incoming("c.txt", make_document("Oman met Iran.", id="c"))

    kinds = [type(item).__name__ for item in work_through(mixed(), STEP, jobs=2, coder=SmallCoder)]
    assert kinds == ["Piece", "Problem", "Piece"]


def test_a_process_that_dies_costs_its_own_document_alone():
    made = outcome(["Iran met Oman.", "(DIES)", "Oman met Iran.", "Iran attacked Oman."], 2)
    assert [json.loads(line)["id"] for line in (made[0], *made[2:])] == ["d1-e1", "d3-e1", "d4-e1"]
    assert made[1].startswith("error: docs.jsonl:2 (id d2): the process that coded it was killed")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_coder_that_cannot_be_loaded_ends_the_work(jobs: int):
    with pytest.raises(ReaderError, match="weights are missing"):
        list(work_through(items("Iran met Oman."), STEP, jobs=jobs, coder=no_coder))


def test_only_a_few_documents_are_under_way_at_once():
    taken = 0

    def endless() -> Iterator[Incoming | Problem]:
        nonlocal taken
        while True:
            taken += 1
            yield Incoming(f"{taken}", make_document("Iran met Oman.", id=f"d{taken}"))

    work = work_through(endless(), STEP, jobs=2, coder=SmallCoder)
    for _ in range(3):
        next(work)
    assert taken <= 3 + 2 * 3
    work.close()
