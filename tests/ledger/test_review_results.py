"""What reviewing has shown: precision of random samples alone, agreement of people, and a gold standard."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from sqlalchemy import select, update
from typer.testing import CliRunner

from hearsay.cli.app import app
from hearsay.ledger.agreement import wilson
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.review_records import Correction, Rate
from hearsay.ledger.review_tables import review
from hearsay.records import Actor, Coding, Document, EventType
from tests.ledger.conftest import NOON
from tests.ledger.made import act, told
from tests.ledger.test_reviewing import A1, A2, ARTICLES, B, C, full

__all__ = ["full"]

OMAN = Actor(name="Oman", country="OMN", sector=("GOV",))


def rate(right: int, of: int) -> Rate:
    low, high = wilson(right, of)
    return Rate(right=right, of=of, share=right / of, low=low, high=high)


def decide(ledger: Ledger, queue: int, reviewer: str, verdicts: dict[str, str | Correction]) -> None:
    while (task := ledger.task(queue, reviewer)) is not None and task.item in verdicts:
        said = verdicts[task.item]
        if isinstance(said, Correction):
            ledger.review(task.item, "fix", reviewer, said, queue=queue)
        else:
            ledger.review(task.item, said, reviewer, queue=queue)  # type: ignore[arg-type]


ADA: dict[str, str | Correction] = {
    A1: "accept", A2: "reject", B: Correction(type="THREATEN"), C: Correction(recipient=(OMAN,)),
}  # fmt: skip


def test_precision_is_told_of_a_random_sample_by_type(full: Ledger):
    full.draw(order="random", size=4, share=0, seed="s")
    decide(full, 1, "Ada", ADA)
    results = full.results()
    (sample,) = results.samples
    assert (sample.population, sample.reviewed, sample.skipped, results.biased) == (4, 4, 0, 0)
    assert {row.type: (row.act, row.whole) for row in sample.precision} == {
        None: (rate(2, 4), rate(1, 4)), "ACCUSE": (rate(0, 1), rate(0, 1)), "AID": (rate(1, 1), rate(0, 1)),
        "ASSAULT": (rate(0, 1), rate(0, 1)), "CONSULT": (rate(1, 1), rate(1, 1)),
    }  # fmt: skip
    assert dict(sample.fields) == {
        "type": rate(2, 3), "actor": rate(3, 3), "recipient": rate(2, 3), "status": rate(3, 3), "source": rate(3, 3),
        "mode": rate(2, 2), "date": rate(3, 3), "place": rate(3, 3),
    }  # fmt: skip


def test_reviews_of_before_modes_dates_and_places_were_judged_say_nothing_of_them(full: Ledger):
    numbers = [full.review(A1, "accept", name).number for name in ("Ada", "Ben")]
    with full.engine.begin() as connection:
        told = connection.execute(select(review.c.key, review.c.coded)).all()
        for key, coded in told:
            old = {name: value for name, value in json.loads(coded).items() if name != "judged"}
            connection.execute(update(review).where(review.c.key == key).values(coded=json.dumps(old)))
    fields = {row.field: row.items for row in full.agreement()}
    assert [key for key, _ in told] == numbers
    assert (fields["source"], fields["date"], fields["mode"], fields["place"]) == (1, 0, 0, 0)


def test_what_was_looked_at_for_being_doubtful_tells_no_precision(full: Ledger):
    full.draw(size=3, share=0)
    decide(full, 1, "Ada", ADA)
    results = full.results()
    assert (results.samples, results.biased, results.items) == ((), 3, 3)


def test_a_sample_counts_as_far_as_it_was_gone_through_without_a_gap(full: Ledger):
    full.draw(order="random", size=4, share=0, seed="s")
    order = []
    while (task := full.task(1, "Ada")) is not None:
        order.append(task.item)
        full.review(task.item, "skip", "Ada", queue=1)
    for number in range(1, 5):
        full.take_back(number)
    full.leave("Ada")
    full.review(order[3], "accept", "Ada")
    assert full.results().samples[0].reviewed == 0, "only what was drawn last was looked at"
    full.review(order[0], "skip", "Ada", queue=1)
    full.review(order[1], "reject", "Ada", queue=1)
    (sample,) = full.results().samples
    assert (sample.reviewed, sample.skipped, sample.precision[0].act) == (1, 1, rate(0, 1))
    full.add(told("Nobody", "2024-07-18", act("Iran", "AID", "Oman"), id="late"))
    full.review(order[2], "accept", "Ada", queue=1)
    assert full.results().samples[0].reviewed == 3


def test_a_sample_ends_where_its_texts_were_coded_anew(full: Ledger):
    full.draw(order="random", size=4, share=0, seed="s")
    first = full.task(1, "Ada")
    assert first is not None
    full.review(first.item, "accept", "Ada", queue=1)
    list(full.recode(coder_of(dict.fromkeys(get_args(EventType), "SANCTION")), "made 2"))
    assert full.task(1, "Ada") is None
    assert [(sample.queue, sample.reviewed) for sample in full.results().samples] == [(1, 1)]
    full.draw(order="random", size=4, share=0, seed="s")
    decide(full, 2, "Ada", dict.fromkeys(items(full), "accept"))
    assert [(sample.queue, sample.reviewed) for sample in full.results().samples] == [(2, 4), (1, 1)]


def test_what_a_new_coding_says_alike_stays_reviewed(full: Ledger):
    full.draw(size=4, share=0)
    for item in (A1, A2):
        full.review(item, "accept", "Ada", queue=1)
    held = full.task(1, "Ben")
    assert held is not None
    list(full.recode(coder_of({"ASSAULT": "COERCE"}), "made 2"))
    event = next(event for event in full.events(EventFilter(type=("CONSULT",))))
    assert [(r.verdict, r.item) for r in full.reviews(event=event.id)] == [("accept", f"{event.id}.1")]
    assert event.id != A1.rpartition(".")[0]
    assert full.count(EventFilter(reviewed=("accepted",))) == 1
    assert [r.item for r in full.reviews()][1] == A2, "what it says otherwise keeps the old name"
    moved = full.task(1, "Ada")
    assert moved is not None
    assert moved.item in items(full)
    full.review(moved.item, "accept", "Ada", queue=1, seen=moved.seen)
    assert full.check() == ()


def coder_of(types: dict[EventType, EventType]) -> Callable[[Document], Coding]:
    """Codes as before, but some types as others."""

    def code(document: Document) -> Coding:
        coding = next(coding for coding in ARTICLES if coding.document == document)
        events = (event.model_copy(update={"event": types.get(event.event, event.event)}) for event in coding.events)
        return coding.model_copy(update={"events": tuple(events)})

    return code


def items(ledger: Ledger) -> list[str]:
    """All items of the current codings."""
    return [f"{account.id}.1" for event in ledger.events() for account in ledger.event(event.id).accounts]


def test_agreement_is_told_of_what_two_people_decided(full: Ledger):
    full.draw(size=4, share=1)
    decide(full, 1, "Ada", ADA)
    decide(full, 1, "Ben", {**ADA, B: "accept", C: "skip"})
    found = {row.field: (row.items, row.agreed) for row in full.agreement()}
    assert found == {
        "verdict": (3, pytest.approx(2 / 3)), "type": (3, pytest.approx(2 / 3)), "actor": (2, 1.0),
        "recipient": (2, 1.0), "status": (2, 1.0), "source": (2, 1.0), "mode": (2, 1.0), "date": (2, 1.0),
        "place": (2, 1.0), "same event": (0, None),
    }  # fmt: skip
    alphas = {row.field: row.alpha for row in full.agreement()}
    # By hand: coincidences of accept 3, fix 1, reject 2 of 6 values, two of which do not match.
    assert alphas["verdict"] == pytest.approx(1 - 5 * 2 / (36 - (9 + 1 + 4)))
    assert alphas["status"] is None


GOLD = {
    "id": "a", "corpus": "reviewed", "licence": "unknown", "published": "2024-07-15",
    "outlet": {"name": "Gulf Sentinel", "country": None}, "title": None, "url": None,
    "text": "Saba said Iran met Oman. Houthis attacked Yemen.", "reports": [],
    "events": [
        {"id": "e1", "event": "CONSULT", "mode": [], "context": [],
         "actor": [{"name": "Iran", "country": "IRN", "sector": ["GOV"]}],
         "recipient": [{"name": "Oman", "country": "OMN", "sector": ["GOV"]}],
         "date": "2024-07-14", "place": None, "status": "planned",
         "mentions": [{"trigger": [15, 18], "actor": [[10, 14]], "recipient": [[19, 23]], "sources": []}]},
    ],
}  # fmt: skip


def test_gold_holds_what_was_accepted_or_fixed(full: Ledger):
    full.review(A1, "fix", "Ada", Correction(status="planned", source=()))
    full.review(A2, "reject", "Ada")
    full.review(B, "skip", "Ada")
    ((article, count),) = full.gold()
    assert article == GOLD
    assert count.model_dump() == {"articles": 1, "events": 1, "mentions": 1, "rejected": 1, "disputed": 0}


def test_gold_holds_corrected_modes_dates_and_places_in_its_own_form(full: Ledger):
    fix = Correction(mode=("visit",), date="2024-07", place="Muscat [OMN]", status="planned", source=())
    full.review(A1, "fix", "Ada", fix)
    full.review(A2, "reject", "Ada")
    ((article, _),) = full.gold()
    (event,) = GOLD["events"]  # type: ignore[misc]
    place = {"name": "Muscat", "country": "OMN"}
    assert article == {**GOLD, "events": [{**event, "mode": ["visit"], "date": "2024-07", "place": place}]}
    full.review(A1, "fix", "Ada", Correction(date="", status="planned", source=()))
    ((article, _),) = full.gold()
    assert article == {**GOLD, "events": [{**event, "date": None}]}


def test_gold_of_whole_articles_and_by_the_preferred_word(full: Ledger):
    full.review(A1, "accept", "Ada")
    full.review(A1, "reject", "Ben")
    full.review(C, "fix", "Ada", Correction(actor=(OMAN,)))
    assert [(article["id"], len(article["events"]), count.disputed) for article, count in full.gold()] == [
        ("a", 1, 1), ("c", 1, 0),
    ]  # fmt: skip
    ((article, _),) = full.gold(whole=True)
    (event,) = article["events"]
    assert (event["actor"], event["mentions"][0]["actor"]) == (
        [{"name": "Oman", "country": "OMN", "sector": ["GOV"]}], [],
    )  # fmt: skip
    assert [len(article["events"]) for article, _ in full.gold(prefer="Ben")] == [0, 1]


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "hearsay.db")
    with Ledger.open(path) as ledger:
        for coding in ARTICLES:
            ledger.add(coding)
    return path


run = CliRunner().invoke


def test_the_command_line_says_how_reviewing_stands(db: str):
    assert run(app, ["review", "status", "--db", db]).output == (
        "nothing was reviewed yet: run `hearsay serve` and look at Review\n"
    )
    with Ledger.open(db, clock=lambda: NOON) as ledger:
        ledger.draw(order="random", size=4, share=0, seed="s", wanted=EventFilter(min_reports=1))
        decide(ledger, 1, "Ada", ADA)
    lines = run(app, ["review", "status", "--db", db]).output.splitlines()
    assert lines[:4] == [
        "queue 1: 4 mentions, random: 4 decided, 4 by enough people",
        "4 decisions on 4 items by Ada 4: fix 2, accept 1, reject 1",
        "of 4 mentions drawn at random from 4 on 2024-08-01 that meet the conditions of their queue:",
        "  all types: event and type right 2/4 = 50% (15% to 85%); all fields right 1/4 = 25% (5% to 70%)",
    ]
    whole = json.loads(run(app, ["review", "status", "--db", db, "--format", "json"]).output)
    assert (whole["queues"][0]["size"], whole["results"]["items"]) == (4, 4)


def test_the_command_line_exports_gold_or_says_that_there_is_none(db: str, tmp_path: Path):
    gold = tmp_path / "gold.jsonl"
    refused = run(app, ["review", "export", "--gold", str(gold), "--db", db])
    assert (refused.exit_code, sorted(path.name for path in tmp_path.glob("gold*"))) == (1, [])
    assert "nobody has accepted, fixed or rejected anything: look at Review in `hearsay serve`" in refused.output
    with Ledger.open(db) as ledger:
        ledger.review(A1, "fix", "Ada", Correction(status="planned", source=()))
    done = run(app, ["review", "export", "--gold", str(gold), "--db", db])
    assert done.exit_code == 0
    assert f"1 article with 1 event in 1 mention written to {gold}; 0 rejected" in done.output
    assert json.loads(gold.read_text("utf-8")) == GOLD
    refused = run(app, ["review", "export", "--gold", str(gold), "--db", db, "--whole"])
    assert "no article was decided whole" in refused.output
    assert json.loads(gold.read_text("utf-8")) == GOLD, "a file that stood there stays"


def test_events_are_listed_by_what_people_said(db: str):
    with Ledger.open(db) as ledger:
        ledger.review(A1, "accept", "Ada")
        ledger.review(B, "reject", "Ada")

    def types(*options: str) -> list[str]:
        lines = run(app, ["events", "--db", db, "-f", "jsonl", *options]).output.splitlines()
        return sorted(json.loads(line)["event"] for line in lines)

    assert types("--reviewed", "accepted") == ["CONSULT"]
    assert types("--rejected") == types("--reviewed", "REJECTED") == ["ACCUSE"]
    assert types("--not-rejected") == ["AID", "ASSAULT", "CONSULT"]
    assert types("--reviewed", "open") == ["AID", "ASSAULT"]
    wrong = run(app, ["events", "--db", db, "--reviewed", "praised"])
    assert (wrong.exit_code, "--reviewed" in wrong.output) == (2, True)
