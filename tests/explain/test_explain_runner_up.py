"""The explanation says which words decided who an actor is, and who came next."""

from hearsay.explain import explanation, page
from hearsay.ingest import make_document
from hearsay.records import Coding
from tests.hand_made import coding_of

WHY = ("named 'Iran'", "of the region")
NEXT = "Iran (the poet) of <b>OMN</b> (surname)"


def told() -> Coding:
    coding = coding_of(make_document("Iran attacked Oman.", id="d"))
    first, *others = coding.actors
    known = first.model_copy(update={"rows": ("entities:IRN",), "why": WHY, "runner_up": NEXT})
    return coding.model_copy(update={"actors": (known, *others)})


def test_the_terminal_tells_words_and_runner_up_beside_the_actor() -> None:
    told_lines = " ".join(explanation(told(), width=200).split())
    assert (
        "known from entities:IRN because named 'Iran'; of the region next Iran (the poet) of <b>OMN</b> (surname)"
        in (told_lines)
    )


def test_the_page_tells_them_with_the_event_and_in_the_cast_and_is_safe() -> None:
    made = page([told()])
    assert made.count("named &#x27;Iran&#x27;; of the region<br>next: Iran (the poet) of &lt;b&gt;OMN&lt;/b&gt;") == 2
    assert "<b>OMN" not in made
