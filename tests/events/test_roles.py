"""Who does what to whom in short sentences, read by the shipped reader."""

from __future__ import annotations

import pytest

from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.events import Lexicon, code_events
from hearsay.ingest import make_document
from hearsay.reading.reader import NeuralReader
from hearsay.world import World


@pytest.fixture(scope="module")
def reader() -> NeuralReader:
    return NeuralReader.load()


def told(reader: NeuralReader, text: str) -> list[tuple[str, str, list[str | None], list[str | None]]]:
    """Type, trigger and the countries of actors and recipients of every event."""
    world = World.default()
    reading = reader.read(make_document(text, id="d", published="2024-07-15"))
    cast = find_cast(reading, world)
    events = code_events(reading, cast, attribute(reading, cast, world), world, Lexicon.default())
    return [
        (e.event, e.mentions[0].trigger_text, [a.country for a in e.actor], [a.country for a in e.recipient])
        for e in events
    ]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "The foreign secretary Boris Johnson pressed for Russia to open the border.",
            [("REQUEST", "pressed for", ["GBR"], ["RUS"])],
        ),
        (
            "Russia's foreign minister, Sergei Lavrov, and John Kerry spoke by phone late on Tuesday.",
            [("CONSULT", "spoke", ["RUS", "USA"], [])],
        ),
        ("Anti-government protests broke out in Egypt.", [("PROTEST", "protests", [], ["EGY"])]),
        ("Thousands took part in anti-Israel protests in London.", [("PROTEST", "protests", ["GBR"], ["ISR"])]),
        ("The 2012 Syria anti-government protests continued.", [("PROTEST", "protests", ["SYR"], ["SYR"])]),
        (
            "Suicide bombers attacked a police post in Baghdad.",
            [("ASSAULT", "attacked", ["IRQ"], ["IRQ"])],
        ),
        (
            "More than 30 people were killed in an Israeli air strike in Gaza.",
            [("ASSAULT", "strike", ["ISR"], ["PSE"])],
        ),
        (
            "Turkey called for Syria to withdraw its troops.",
            [("REQUEST", "called for", ["TUR"], ["SYR"])],
        ),
        ("The Houthis fired a missile aimed at Israel.", [("ASSAULT", "fired", ["YEM"], ["ISR"])]),
        ("Iran launched missiles targeting Israel.", [("ASSAULT", "launched", ["IRN"], ["ISR"])]),
        ("Japan urged restraint by China.", [("REQUEST", "urged", ["JPN"], ["CHN"])]),
        (
            "Germany condemned the attack by Russia.",
            [("ACCUSE", "condemned", ["DEU"], ["RUS"]), ("ASSAULT", "attack", ["RUS"], [])],
        ),
        ("Gunmen killed a judge in Basra.", [("ASSAULT", "killed", ["IRQ"], ["IRQ"])]),
    ],
)
def test_participants_are_found(reader: NeuralReader, text: str, events: list[tuple[object, ...]]) -> None:
    assert told(reader, text) == events


@pytest.mark.parametrize(
    "text",
    [
        "Hillary Clinton called half of Trump's supporters deplorables.",
        "The army is charged with securing the border with Egypt.",
        "Putin hails from Leningrad.",
        "Macron beats Le Pen by 46 percent in France.",
    ],
)
def test_figures_of_speech_and_counts_are_no_events(reader: NeuralReader, text: str) -> None:
    assert told(reader, text) == []


def test_a_hedged_number_leaves_its_hedge_out_of_the_span(reader: NeuralReader) -> None:
    world = World.default()
    reading = reader.read(make_document("At least sixty people were killed when Russia shelled Kharkiv.", id="d"))
    cast = find_cast(reading, world)
    events = code_events(reading, cast, attribute(reading, cast, world), world, Lexicon.default())
    assert events[0].mentions[0].recipient_text == ("sixty people",)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The Iraqi cleric Ali al-Hakim called on his followers in Iraq to listen to the voices of the young.", ()),
        ("Israel barred the mayor of Dublin from entering the country.", ()),
        ("Israel demanded a specific time frame from Iran.", ("change",)),
        ("Turkey asked Iran for help.", ("assist",)),
    ],
)
def test_a_request_or_refusal_has_the_mode_that_its_topic_shows(
    reader: NeuralReader, text: str, mode: tuple[str, ...]
) -> None:
    world = World.default()
    reading = reader.read(make_document(text, id="d"))
    cast = find_cast(reading, world)
    events = code_events(reading, cast, attribute(reading, cast, world), world, Lexicon.default())
    assert [e.mode for e in events][:1] == [mode]
