"""Event types of a project's own in a ledger: they stand beside PLOVER's, and no project is needed to ask for them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay.cli.app import app
from hearsay.errors import LedgerError, UnknownTypeError
from hearsay.export.formats import FORMATS, export_lines, left_out
from hearsay.export.outgoing import outgoing
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.review_records import Correction
from hearsay.ledger.rivals import Rival, store_rivals
from hearsay.records import Coding, Document, OwnEvent
from tests.ledger.made import act, told

WANTED = EventFilter(type=("nationalise",))


def own(coding: Coding, name: str = "nationalise") -> Coding:
    """The coding with its last event as one of an own type that is like COERCE."""
    shared = OwnEvent.model_fields.keys() - {"id", "event", "like"}
    last = coding.events[-1]
    event = OwnEvent(id=f"{last.id}o", event=name, like="COERCE", **{field: getattr(last, field) for field in shared})
    return coding.model_copy(update={"events": coding.events[:-1], "own": (event,)})


def articles() -> tuple[Coding, Coding]:
    """Two articles of one seizure, the first of a meeting as well."""
    seizure = act("Yemen", "ASSAULT", "France", date="2024-07-14")
    return (
        own(told("The Star", "2024-07-15", act("Iran", "CONSULT", "Oman", date="2024-07-14"), seizure, id="star")),
        own(told("Gulf Sentinel", "2024-07-16", seizure, id="gulf")),
    )


@pytest.fixture
def seized(ledger: Ledger) -> Ledger:
    for coding in articles():
        ledger.add(coding, "made")
    return ledger


def test_own_events_are_merged_and_asked_for_as_others(seized: Ledger):
    assert [(event.event, event.reports) for event in seized.events()] == [("nationalise", 2), ("CONSULT", 1)]
    (event,) = seized.events(EventFilter(type=("Nationalise",)))
    assert (event.quad_code, event.scale, event.cameo) == (4, -7.0, None)
    full = seized.event(event.id)
    assert [(account.event, account.outlet) for account in full.accounts] == [
        ("nationalise", "The Star"), ("nationalise", "Gulf Sentinel"),
    ]  # fmt: skip
    assert [edge.events for edge in seized.network(WANTED)] == [1]
    assert [part.reports for part in seized.timeline(WANTED)] == [2]
    assert seized.facets()["type"] == (("CONSULT", 1), ("nationalise", 1))
    assert (seized.count(WANTED), seized.own_types(), seized.status().own_types) == (
        1, {"nationalise": 1}, {"nationalise": 1},
    )  # fmt: skip
    assert seized.check() == ()


def test_own_events_are_reviewed_and_no_gold_standard_holds_them(seized: Ledger):
    queue = seized.draw("mentions", "random", WANTED, share=0, seed="a")
    assert (queue.size, queue.population) == (2, 2)
    first, second = seized.task(queue.number, "Ada"), seized.task(queue.number, "Bob")
    assert first is not None
    assert second is not None
    with pytest.raises(LedgerError, match="'expel' is no event type: neither PLOVER's nor one of a project's own"):
        seized.review(first.item, "fix", "Ada", Correction(type="expel"))
    accepted = seized.review(first.item, "accept", "Ada", queue=queue.number, seen=first.seen)
    assert accepted.coded is not None
    assert accepted.coded.type == "nationalise"
    assert list(seized.gold()) == []
    fixed = seized.review(second.item, "fix", "Bob", Correction(type="COERCE"), queue=queue.number)
    assert fixed.fix == Correction(type="COERCE")
    (sample,) = seized.results().samples
    assert [(row.type, row.act.right, row.act.of) for row in sample.precision] == [
        (None, 1, 2), ("nationalise", 1, 2),
    ]  # fmt: skip
    assert [[event["event"] for event in article["events"]] for article, _ in seized.gold()] == [["COERCE"]]
    talks = seized.draw("mentions", "random", EventFilter(type=("CONSULT",)), share=0, seed="a")
    task = seized.task(talks.number, "Ada")
    assert task is not None
    assert seized.review(task.item, "fix", "Ada", Correction(type="nationalise")).fix.type == "nationalise"
    pairs = seized.draw("pairs", "random", WANTED, share=0, seed="a")
    assert pairs.size == 1


def test_reviews_of_own_events_outlast_a_coding_anew(seized: Ledger):
    queue = seized.draw("mentions", "random", WANTED, share=0, seed="a")
    task = seized.task(queue.number, "Ada")
    assert task is not None
    seized.review(task.item, "accept", "Ada", queue=queue.number)
    codings = {coding.document.id: coding for coding in articles()}

    def less_sure(document: Document) -> Coding:
        coding = codings[document.id]
        (event,) = coding.own
        return coding.model_copy(update={"own": (event.model_copy(update={"confidence": 0.5}),)})

    assert len(list(seized.recode(less_sure, "made 2"))) == 2
    (kept,) = seized.reviews()
    assert kept.item != task.item
    assert seized.mention(kept.item)[1].event == "nationalise"


def test_own_events_are_compared_as_the_type_that_they_are_like(seized: Ledger):
    def rival(id: str, type: str, day: int) -> Rival:
        return Rival(id=id, day=day, type=type, cameo=None, actor=None, actor_country="YEM", recipient=None,
                     recipient_country="FRA", place_country=None, publisher=None)  # fmt: skip

    day = date(2024, 7, 14).toordinal()
    with seized.engine.begin() as connection:
        store_rivals(connection, "gdelt", [rival("1", "COERCE", day)])
    same = seized.compare("gdelt", WANTED)
    assert (same.both, same.differ, same.only_ledger, same.only_rival) == (1, 0, 0, 0)
    with seized.engine.begin() as connection:
        store_rivals(connection, "gdelt", [rival("1", "ASSAULT", day)])
    other = seized.compare("gdelt", WANTED)
    assert [(found.kind, found.ledger, found.rival) for found in other.differences] == [
        ("differ", ("nationalise (COERCE)",), ("ASSAULT",)),
    ]  # fmt: skip


def test_a_type_that_is_none_is_an_error_that_names_those_there_are(seized: Ledger):
    for ask in (seized.events, seized.count, seized.network, seized.places, seized.timeline, seized.facets):
        with pytest.raises(UnknownTypeError, match=r"^expel: no PLOVER type .* its own types are nationalise$"):
            ask(EventFilter(type=("CONSULT", "expel")))


def test_an_own_type_that_is_told_no_more_is_gone(seized: Ledger):
    star, _ = articles()
    seized.remove("gulf")
    (recoded,) = seized.recode(lambda _: star.model_copy(update={"own": ()}), "made 2")
    assert [(change.kind, change.text.partition(" ")[0]) for change in recoded.changes] == [("gone", "nationalise")]
    assert seized.own_types() == {}
    seized.add(own(told("Gulf Sentinel", "2024-07-16", act("Iran", "AID", "Oman"), id="new"), "grant"))
    assert (seized.own_types(), seized.check()) == ({"grant": 1}, ())


def test_a_ledger_that_kept_own_events_with_the_coding_alone_is_whole(ledger: Ledger):
    star, _ = articles()
    ledger.add(star.model_copy(update={"own": ()}))
    with ledger.engine.begin() as connection:
        from hearsay.ledger import schema
        from hearsay.ledger.packing import pack

        connection.execute(schema.coding.update().values(record=pack(star)))
    assert ledger.check() == ()
    assert ledger.coding("star") == star


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"parquet"}))
def test_formats_carry_own_types_or_say_what_they_leave_out(seized: Ledger, name: str):
    carries = name in ("jsonl", "csv", "ftm", "annotation", "graphml")
    with seized.reading() as connection:
        text = "".join(export_lines(outgoing(connection, EventFilter(), FORMATS[name].own), name))
        assert left_out(connection, name, EventFilter()) == ({} if carries else {"nationalise": 1})
        assert left_out(connection, name, EventFilter(type=("CONSULT",))) == {}
    assert ("nationalise" in text) is carries
    assert "Iran" in text or "IRN" in text or name == "gdelt-mentions"


def test_commands_say_what_becomes_of_own_types(tmp_path: Path, open_ledger: Callable[..., Ledger], place: str):
    ledger = open_ledger()
    for coding in articles():
        ledger.add(coding, "made")
    run = CliRunner().invoke
    shown = run(app, ["events", "--db", place, "--type", "NATIONALISE", "--format", "csv"])
    assert shown.stdout.count("nationalise") == 1
    exported = run(app, ["export", "icews", "--db", place, "--output", str(tmp_path / "out.tsv")])
    assert "icews holds PLOVER's types alone; left out of a project's own: nationalise 1" in exported.stderr
    assert len((tmp_path / "out.tsv").read_text().splitlines()) == 2
    refused = run(app, ["recode", "--db", place])
    assert refused.exit_code == 1
    assert "own types that no project here defines (nationalise): give theirs with --project FOLDER" in refused.stderr
    assert ledger.own_types() == {"nationalise": 1}
    unknown = run(app, ["events", "--db", place, "--type", "nationalize"])
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "none of this ledger's own: its own types are nationalise" in unknown.stderr
