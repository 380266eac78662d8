"""Event types of a project's own in a ledger: they stand beside PLOVER's, and no project is needed to ask for them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay.cli.app import app
from hearsay.errors import UnknownTypeError
from hearsay.export.formats import FORMATS, export_lines, left_out
from hearsay.export.outgoing import outgoing
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.records import Coding, OwnEvent
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
