"""Exports: the exact lines, the flat rows, the schema, CoNLL-U."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.export import COLUMNS, csv_header, csv_rows, json_lines
from hearsay.export.conllu import conllu
from hearsay.export.printable import printable, shortened
from hearsay.ingest import make_document
from hearsay.reading.conllu import reading_from_conllu
from hearsay.records import Coding, Document, Number, OwnEvent, Place
from hearsay.schema import RECORDS, schema, schema_text
from tests.hand_made import coding_of, reading_of

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schema"
TEXT = "IRNA said Iran met Oman on Monday. Then Iran attacked Oman in Muscat, killing at least 30."


@pytest.fixture
def full() -> Coding:
    """A coding with something in every field."""
    document = make_document(
        TEXT, id="talks", title="Talks", published="2024-07-15", outlet="Star", url="https://s.example"
    )
    coding = coding_of(document)
    begin = TEXT.index("Muscat")
    place = Place(name="Muscat", country="OMN", geonames=287286, latitude=23.58, longitude=58.41, precision="city",
                  span=(begin, begin + 6), text="Muscat")  # fmt: skip
    begin = TEXT.index("at least")
    number = Number(kind="killed", low=30, best=None, high=None, span=(begin, begin + 11), text="at least 30")
    attack = coding.events[1].model_copy(
        update={
            "place": place,
            "numbers": (number,),
            "context": ("military",),
            "date_span": (27, 33),
            "date_text": "Monday",
        }
    )
    shared = OwnEvent.model_fields.keys() - {"id", "event", "like"}
    own = OwnEvent(id="talks#o1", event="raid", like="ASSAULT", **{name: getattr(attack, name) for name in shared})
    made = Coding(**{**dict(coding), "events": (coding.events[0], attack), "own": (own,)})
    made.check()
    return made


def test_the_flat_row_of_an_event(full: Coding):
    rows = list(csv.DictReader(io.StringIO(csv_header("events") + csv_rows(full, "events"))))
    assert {name: cell for name, cell in rows[1].items() if cell} == {
        "id": "talks-e2", "document": "talks", "published": "2024-07-15", "outlet": "Star", "event": "ASSAULT",
        "mode": "aerial", "context": "military", "actor": "Iran", "actor_country": "IRN", "actor_sector": "GOV",
        "recipient": "Oman", "recipient_country": "OMN", "recipient_sector": "GOV", "date": "2024-07-15",
        "date_precision": "day", "place": "Muscat", "place_country": "OMN", "latitude": "23.58", "longitude": "58.41",
        "place_precision": "city", "status": "actual", "killed": "30-", "quad_code": "4", "scale": "-9.5",
        "cameo": "195", "confidence": "0.75", "sources": "-", "mentions": "1", "trigger": "attacked",
        "trigger_begin": "45", "trigger_end": "53",
        "sentence": "Then Iran attacked Oman in Muscat, killing at least 30.", "rule": "small.v",
    }  # fmt: skip


def test_the_flat_row_of_a_report(full: Coding):
    (row,) = csv.DictReader(io.StringIO(csv_header("reports") + csv_rows(full, "reports")))
    assert {name: cell for name, cell in row.items() if cell} == {
        "id": "talks-r1", "document": "talks", "published": "2024-07-15", "outlet": "Star", "source": "IRNA",
        "source_country": "IRN", "source_sector": "JRN; GOV", "source_text": "IRNA", "source_begin": "0",
        "source_end": "4", "cue": "said", "cue_class": "assertion", "kind": "indirect", "negated": "false",
        "region": "body", "content": "Iran met Oman", "content_begin": "10", "content_end": "23",
        "sentence": "IRNA said Iran met Oman on Monday.",
    }  # fmt: skip


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_row_fills_the_columns(full: Coding, kind: str):
    header, *rows = csv.reader(io.StringIO(csv_header(kind) + csv_rows(full, kind)))
    assert header == list(COLUMNS[kind])
    assert {len(row) for row in rows} == {len(header)}


def test_article_text_is_no_formula():
    coding = coding_of(make_document("=HYPERLINK(1) Iran met Oman.", id="-x", title="@t"))
    (document,) = csv.DictReader(io.StringIO(csv_header("documents") + csv_rows(coding, "documents")))
    assert (document["id"], document["title"], document["text"][:3]) == ("'-x", "'@t", "'=H")


@pytest.mark.parametrize("name", RECORDS)
def test_the_published_schema_is_that_of_the_records(name: str):
    assert (SCHEMAS / f"{name}.json").read_text("utf-8") == schema_text(name), (
        "run: for r in event report actor document own coding; do hearsay schema $r > docs/schema/$r.json; done"
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [("event", "events"), ("report", "reports"), ("actor", "actors"), ("document", "documents"), ("own", "own")],
)
def test_what_is_written_fits_the_schema_and_reads_back(full: Coding, name: str, kind: str):
    validator = jsonschema.Draft202012Validator(schema(name))
    lines = json_lines(full, kind).splitlines()
    assert lines
    for line in lines:
        validator.validate(json.loads(line))
        assert RECORDS[name].model_validate_json(line).model_dump_json(by_alias=True) == line


def test_the_schema_refuses_what_is_no_record(full: Coding):
    validator = jsonschema.Draft202012Validator(schema("event"))
    event = json.loads(json_lines(full, "events").splitlines()[0])
    assert not validator.is_valid(event | {"event": "PARTY"})
    assert not validator.is_valid(event | {"surplus": 1})


@given(st.text(min_size=1).filter(str.strip))
def test_json_gives_any_text_back(text: str):
    coding = Coding(document=make_document(text, id="x"))
    (line,) = json_lines(coding, "documents").removesuffix("\n").split("\n")
    assert Document.model_validate_json(line) == coding.document


def test_a_reading_survives_conllu():
    reading = reading_of(make_document("Iran met Oman. It went well!", id="x"))
    again = reading_from_conllu(reading.document, conllu(reading), reading.names)
    assert [(w.span, w.upos, w.lemma, w.head, w.deprel) for w in again.words] == [
        (w.span, w.upos, w.lemma, w.head, w.deprel) for w in reading.words
    ]


def test_conllu_tells_places_names_and_spaces():
    reading = reading_of(make_document("Iran met Oman.", id="x"))
    assert conllu(reading) == (
        "# newdoc id = x\n# newpar\n# region = body\n# sent_id = 1\n# text = Iran met Oman.\n"
        "1\tIran\tiran\tPROPN\tNNP\t_\t0\troot\t_\tName=B-LOC|Score=1.000|Span=0:4\n"
        "2\tmet\tmet\tX\tXX\t_\t1\tdep\t_\tScore=1.000|Span=5:8\n"
        "3\tOman\toman\tPROPN\tNNP\t_\t1\tdep\t_\tName=B-LOC|Score=1.000|SpaceAfter=No|Span=9:13\n"
        "4\t.\t.\tX\tXX\t_\t1\tdep\t_\tScore=1.000|Span=13:14\n\n"
    )


@given(st.text())
def test_printable_text_is_one_safe_line(text: str):
    line = printable(text)
    assert not set(line) & {"\x1b", "\n", "\r", "\x07", "\u202e", "\x9b", "\x00"}
    assert printable(line) == line


def test_long_text_is_cut_at_a_word():
    assert shortened("The ministers met again", 16) == "The ministers…"
    assert shortened("word", 4) == "word"
