"""What a ledger is exported as, read back by the formats' own rules; and read again to compare."""

import csv
import io
import json
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hearsay.errors import LedgerError
from hearsay.export import gdelt, icews, polecat
from hearsay.export.countries import fips_of, iso_of_fips
from hearsay.export.foreign import plover_type, read_rivals
from hearsay.export.formats import FORMATS, export, export_lines
from hearsay.export.outgoing import Outgoing, outgoing
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.ledger.records import LedgerEvent
from hearsay.ledger.rivals import Difference


@pytest.fixture
def written(ledger: Ledger, tmp_path: Path):
    """Writes a format and gives the text."""

    def write(name: str, **conditions: object) -> str:
        path = tmp_path / f"out.{name}"
        export(ledger, name, path, EventFilter.model_validate(conditions))
        assert not path.with_name(path.name + ".part").exists()
        return path.read_text("utf-8")

    return write


def attack(ledger: Ledger) -> LedgerEvent:
    return ledger.events(EventFilter(type=("ASSAULT",)))[0]


def rows(text: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Rows of a tab-separated text, each with all columns; cells without content left out."""
    lines = [line.split("\t") for line in text.splitlines()]
    assert all(len(line) == len(columns) for line in lines)
    return [{name: cell for name, cell in zip(columns, line, strict=True) if cell} for line in lines]


def test_plover_lines_hold_what_plover_has_places_for(ledger: Ledger, written):
    first = json.loads(written("plover", type=("ASSAULT",)))
    assert first == {
        "id": attack(ledger).id, "date": "2024-07-13",
        "actor": [{"entity_text": "Houthis", "code": "YEM", "sector": "REB", "identifier_text": "yem-houthis"}],
        "recipient": [{"entity_text": "Yemen", "code": "YEM", "sector": "GOV", "identifier_text": "yem-gov"}],
        "event": "ASSAULT", "mode": "drone", "quad_code": 4, "event_scale": -9.5, "event_text": "attacked",
        "event_loc": {"extracted_place": "Aden", "resolved_place": "Aden", "country_code": "YEM", "city": "Aden",
                      "resolution": 5},
        "size": {"dead": 12}, "text": "Houthis attacked Yemen in Aden killing 12.",
        "text_info": {"start": 25, "end": 67},
        "cite_info": {"corpus": "Gulf Sentinel", "url": "https://gulf.example/1", "title": "Talks & fire",
                      "language": "en", "publication": "2024-07-15", "citation": "gulf-1"},
        "comment": "Gulf Sentinel says",
    }  # fmt: skip


def test_polecat_has_forty_columns(ledger: Ledger, written):
    header, row = rows(written("polecat", type=("ASSAULT",)), polecat.COLUMNS)
    assert len(header) == 40
    assert row == {
        "Event ID": attack(ledger).id, "Event Date": "2024-07-13", "Event Type": "ASSAULT", "Event Mode": "drone",
        "Intensity": "-9.5", "Quad Code": "MATERIAL CONFLICT", "Actor Name": "Houthis", "Actor Country": "Yemen",
        "Actor COW": "679", "Primary Actor Sector": "REB", "Actor Sectors": "REB", "Actor Name Raw": "Houthis",
        "Recipient Name": "Yemen", "Recipient Country": "Yemen", "Recipient COW": "679",
        "Primary Recipient Sector": "GOV", "Recipient Sectors": "GOV", "Recipient Name Raw": "Yemen",
        "Placename": "Aden", "City": "Aden", "Country": "Yemen", "Feature Type": "PPL", "Source": "Gulf Sentinel",
        "Publication Date": "2024-07-15", "Language": "en", "Version": "hearsay",
    }  # fmt: skip


def test_icews_has_twenty_columns(written):
    header, row = rows(written("icews", type=("CONSULT",)), icews.COLUMNS)
    assert len(header) == 20
    assert {name: cell for name, cell in row.items() if name != "Event ID"} == {
        "Event Date": "2024-07-14", "Source Name": "Iran", "Source Sectors": "GOV", "Source Country": "Iran",
        "Event Text": "CONSULT", "CAMEO Code": "040", "Intensity": "1.0", "Target Name": "Oman",
        "Target Sectors": "GOV", "Target Country": "Oman", "Story ID": "gulf-1", "Publisher": "Gulf Sentinel",
    }  # fmt: skip


def test_gdelt_events_have_sixty_one_columns_and_fips_codes(written):
    (row,) = rows(written("gdelt", type=("ASSAULT",)), gdelt.EVENT_COLUMNS)
    assert len(gdelt.EVENT_COLUMNS) == 61
    assert {name: cell for name, cell in row.items() if name != "GLOBALEVENTID"} == {
        "SQLDATE": "20240713", "MonthYear": "202407", "Year": "2024", "FractionDate": "2024.5288",
        "Actor1Code": "YEMREB", "Actor1Name": "HOUTHIS", "Actor1CountryCode": "YEM", "Actor1Type1Code": "REB",
        "Actor2Code": "YEMGOV", "Actor2Name": "YEMEN", "Actor2CountryCode": "YEM", "Actor2Type1Code": "GOV",
        "IsRootEvent": "1", "EventCode": "190", "EventBaseCode": "190", "EventRootCode": "19", "QuadClass": "4",
        "GoldsteinScale": "-10.0", "NumMentions": "1", "NumSources": "1", "NumArticles": "1", "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Aden, Yemen", "ActionGeo_CountryCode": "YM", "ActionGeo_ADM1Code": "YM",
        "DATEADDED": "20240715000000", "SOURCEURL": "https://gulf.example/1",
    }  # fmt: skip


def test_gdelt_mentions_have_sixteen_columns(written):
    found = rows(written("gdelt-mentions", type=("CONSULT",)), gdelt.MENTION_COLUMNS)
    assert len(gdelt.MENTION_COLUMNS) == 16
    assert len({row.pop("GLOBALEVENTID") for row in found}) == 1
    assert found == [
        {"EventTimeDate": "20240714000000", "MentionTimeDate": "20240715000000", "MentionType": "1",
         "MentionSourceName": "Gulf Sentinel", "MentionIdentifier": "https://gulf.example/1",
         "ActionCharOffset": "15", "InRawText": "1", "Confidence": "80", "MentionDocLen": "67"},
        {"EventTimeDate": "20240714000000", "MentionTimeDate": "20240716000000", "MentionType": "2",
         "MentionSourceName": "Lowland Observer", "MentionIdentifier": "low-1", "ActionCharOffset": "18",
         "InRawText": "1", "Confidence": "80", "MentionDocLen": "27"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("iso", "fips"), [("IRN", "IR"), ("GBR", "UK"), ("CHN", "CH"), ("CHE", "SZ"), ("DEU", "GM"), ("UKR", "UP"),
                      ("PSE", "GZ"), ("NLD", "NL"), ("SRB", "RI"), ("XKX", ""), ("IGO", "")],
)  # fmt: skip
def test_fips_codes_lead_to_countries_and_back(iso: str, fips: str):
    assert fips_of(iso) == fips
    assert iso_of_fips(fips) == (iso if fips else None)


def test_csv_and_parquet_hold_the_same_rows(ledger: Ledger, written, tmp_path: Path):
    from pyarrow import parquet

    read = list(csv.DictReader(io.StringIO(written("csv"))))
    assert export(ledger, "parquet", tmp_path / "out.parquet") == 2
    stored = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert read == [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in stored]
    assert stored == ledger.events(order="date").to_arrow().to_pylist()


def test_a_cell_that_looks_like_a_formula_is_made_harmless(ledger: Ledger, written):
    from tests.ledger.made import act, told

    ledger.add(told("Night Gazette", "2024-07-17", act("=cmd()", "AID", "Oman"), id="n"))
    (row,) = csv.DictReader(io.StringIO(written("csv", type=("AID",))))
    assert row["actor"] == "'=cmd()"


def test_jsonl_is_the_ledger_s_own_record(ledger: Ledger, written):
    assert LedgerEvent.model_validate_json(written("jsonl", type=("ASSAULT",))) == attack(ledger)


def test_follow_the_money_takes_every_entity(written):
    from followthemoney import model

    entities = [model.get_proxy(json.loads(line)) for line in written("ftm").splitlines()]
    for entity in entities:
        entity.schema.validate(entity.to_dict())
    counted = {name: sum(e.schema.name == name for e in entities) for name in {e.schema.name for e in entities}}
    assert counted == {"Event": 2, "LegalEntity": 4, "UnknownLink": 2, "Article": 3, "Documentation": 3}


def test_ftm_entities_name_each_other(written):
    entities = [json.loads(line) for line in written("ftm").splitlines()]
    known = {entity["id"] for entity in entities}
    named = {
        value
        for entity in entities
        for name in ("involved", "subject", "object", "document", "entity")
        for value in entity["properties"].get(name, ())
    }
    assert named < known
    (event,) = (e for e in entities if e["schema"] == "Event" and "ASSAULT" in e["properties"]["keywords"])
    assert event["properties"]["country"] == ["ye"]


def test_annotations_quote_the_text_they_point_at(ledger: Ledger, written):
    annotations = [json.loads(line) for line in written("annotation").splitlines()]
    assert len(annotations) == 3
    for annotation in annotations:
        quoted, position = annotation["target"]["selector"]
        source = annotation["target"]["source"]
        text = ledger.document("low-1" if source.startswith("urn:") else "gulf-1").document.text
        assert text[position["start"] : position["end"]] == quoted["exact"]
        assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text
    assert annotations[1]["body"][1:] == [
        {"type": "TextualBody", "purpose": "tagging", "value": "CONSULT"},
        {"type": "TextualBody", "purpose": "describing", "value": "according to IRNA"},
    ]


def test_graphml_is_a_graph_whose_edges_have_ends(ledger: Ledger, written):
    from tests.ledger.made import act, told

    ledger.add(told("Night Gazette", "2024-07-17", act('<Guards & "Co"\x07>', "AID", "Oman"), id="n"))
    tree = ElementTree.fromstring(written("graphml"))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = {node.get("id") for node in tree.iter(f"{space}node")}
    edges = [(edge.get("source"), edge.get("target")) for edge in tree.iter(f"{space}edge")]
    assert sorted(nodes) == ['<guards & "co">|', "irn-gov", "omn-gov", "yem-gov", "yem-houthis"]
    assert edges == [("yem-houthis", "yem-gov"), ("irn-gov", "omn-gov"), ('<guards & "co">|', "omn-gov")]


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
def test_no_line_of_a_format_is_broken_by_hostile_text(ledger: Ledger, written, name: str):
    from tests.ledger.made import act, told

    lines = len(written(name).splitlines())
    ledger.add(told("Night\tGazette\n", "2024-07-17", act("Gua\trds", "AID", "Oman"), id="n\tn", title="a\nb\tc"))
    added = len(written(name).splitlines()) - lines
    assert added == (6 if name == "ftm" else 2 if name == "graphml" else 1)


def test_an_export_keeps_one_batch_in_memory(ledger: Ledger):
    with ledger.reading() as connection:
        (first, _) = outgoing(connection, EventFilter())

    def many(number: int) -> Iterator[Outgoing]:
        return (first for _ in range(number))

    peaks = []
    for number in (200, 4000):
        tracemalloc.start()
        for name in FORMATS:
            if name != "parquet":
                for _ in export_lines(many(number), name):
                    pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0] + 200_000


def test_a_format_or_folder_that_does_not_exist_is_an_error(ledger: Ledger, tmp_path: Path):
    with pytest.raises(LedgerError, match="there is no format 'xml': choose one of plover, polecat"):
        export(ledger, "xml", tmp_path / "out")
    for name in ("csv", "parquet"):
        with pytest.raises(LedgerError, match=r"cannot be written .*: choose another --output"):
            export(ledger, name, tmp_path / "nowhere" / "out")


@pytest.mark.parametrize("dataset", ["polecat", "gdelt", "icews"])
def test_what_was_exported_compares_as_the_same(ledger: Ledger, tmp_path: Path, dataset: str):
    export(ledger, dataset, tmp_path / "out")
    problems: list[str] = []
    for _ in range(2):
        assert ledger.take_rivals(dataset, read_rivals(dataset, tmp_path / "out", problems.append)) == 2
    found = ledger.compare(dataset)
    assert (found.both, found.differ, found.only_ledger, found.only_rival, problems) == (2, 0, 0, 0, [])
    assert (found.since, found.until) == ("2024-07-13", "2024-07-14")


def test_comparing_tells_what_differs(ledger: Ledger, tmp_path: Path):
    export(ledger, "gdelt", tmp_path / "out")
    attacked, met = (tmp_path / "out").read_text().splitlines()
    other = attacked.replace("\t190\t190\t19\t", "\t112\t112\t11\t").replace("YEMREB", "YEMREB")
    (tmp_path / "rival").write_text(f"{other}\n{met.replace('IRN', 'FRA')}\n")
    ledger.take_rivals("gdelt", read_rivals("gdelt", tmp_path / "rival", print))
    found = ledger.compare("gdelt")
    ids = {event.event: event.id for event in ledger.events()}
    assert (found.both, found.differ, found.only_ledger, found.only_rival) == (0, 1, 1, 1)
    assert found.differences == (
        Difference(kind="differ", date="2024-07-13", actor="YEM", recipient="YEM", ledger=("ASSAULT",),
                   rival=("ACCUSE",), events=(ids["ASSAULT"],)),
        Difference(kind="only rival", date="2024-07-14", actor="FRA", recipient="OMN", ledger=(), rival=("CONSULT",),
                   events=()),
        Difference(kind="only ledger", date="2024-07-14", actor="IRN", recipient="OMN", ledger=("CONSULT",),
                   rival=(), events=(ids["CONSULT"],)),
    )  # fmt: skip


def test_malformed_rows_are_named_and_the_rest_goes_on(ledger: Ledger, tmp_path: Path):
    path = tmp_path / "rival.tsv"
    export(ledger, "icews", path)
    header, attacked, met = path.read_text().splitlines()
    bad = [attacked.replace("\t190\t", "\tfoo\t"), "1\t2", attacked.replace("2024-07-13", "13 July"), "", met]
    path.write_text("\n".join([header, *bad]) + "\n")
    problems: list[str] = []
    assert [row.cameo for row in read_rivals("icews", path, problems.append)] == ["040"]
    assert problems == [
        f"{path}:2: 'foo' is no CAMEO code (two to four digits, as 010): correct or delete the line; it was left out",
        f"{path}:3: 2 columns instead of 20: correct or delete the line; it was left out",
        f"{path}:4: '13 July' is no date (YYYY-MM-DD): correct or delete the line; it was left out",
    ]


def test_a_file_of_another_dataset_is_an_error(ledger: Ledger, tmp_path: Path):
    export(ledger, "icews", tmp_path / "out")
    with pytest.raises(LedgerError, match="out:1: not the header of polecat: its 40 columns, tab-separated"):
        list(read_rivals("polecat", tmp_path / "out", print))
    with pytest.raises(LedgerError, match="nowhere: cannot be read"):
        list(read_rivals("gdelt", tmp_path / "nowhere", print))


@pytest.mark.parametrize(
    ("cameo", "type"),
    [("010", None), ("040", "CONSULT"), ("0814", "RETREAT"), ("0811", "CONCEDE"), ("190", "ASSAULT"),
     ("1712", "ASSAULT"), ("1711", "COERCE"), ("175", "ASSAULT"), ("111", "ACCUSE")],
)  # fmt: skip
def test_cameo_codes_have_the_type_of_the_longest_code_they_begin_with(cameo: str, type: str | None):
    assert plover_type(cameo) == type


def test_a_timeline_is_drawn_the_same_each_time(ledger: Ledger, tmp_path: Path):
    from hearsay.export.picture import draw_timeline

    for form, begins in (("png", b"\x89PNG"), ("svg", b"<?xml")):
        for name in ("one", "two"):
            draw_timeline(ledger.timeline(by="day"), tmp_path / name, form)
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
        assert (tmp_path / "one").read_bytes().startswith(begins)
    with pytest.raises(LedgerError, match="nothing to draw"):
        draw_timeline((), tmp_path / "one", "png")


def test_a_picture_without_matplotlib_says_what_to_install(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from hearsay.export.picture import draw_timeline

    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(LedgerError, match=r"pip install 'hearsay\[picture\]'"):
        draw_timeline(ledger.timeline(), tmp_path / "out.png", "png")
