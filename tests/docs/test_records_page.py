"""Every record and every field stands in docs/records.md, under its own heading, and nothing else does."""

import re
from pathlib import Path

import pytest

from hearsay import records
from hearsay.export.flat import COLUMNS
from hearsay.ledger import records as ledger_records

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "records.md").read_text("utf-8")
RECORDS = [
    r
    for module in (records, ledger_records)
    for r in vars(module).values()
    if isinstance(r, type) and issubclass(r, records.Record) and r.__module__ == module.__name__
]


def section(name: str) -> str:
    found = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/records.md has no section {name!r}"
    return found[1]


@pytest.mark.parametrize("record", [r for r in RECORDS if r is not records.Record], ids=lambda r: r.__name__)
def test_each_field_of_each_record_is_described(record: type[records.Record]):
    described = re.findall(r"^\| `(\w+)` \|", section(record.__name__), re.MULTILINE)
    inherited = set() if record is not records.Source else set(records.Actor.model_fields)
    expected = [field.alias or name for name, field in record.model_fields.items() if name not in inherited]
    assert described == expected


def test_each_value_of_a_closed_list_is_described():
    for values in (records.Status, records.EventType, records.RegionKind, records.ReportKind, records.DatePrecision,
                   records.PlacePrecision, records.NumberKind, records.Ownership):  # fmt: skip
        for value in values.__args__:
            assert f"`{value}`" in PAGE, f"docs/records.md does not mention {value!r}"


@pytest.mark.parametrize("kind", COLUMNS)
def test_each_column_of_each_table_is_named_in_its_order(kind: str):
    paragraph = re.search(rf"^\*\*{kind.title()}\*\*: (.*?)\n\n", section("CSV") + "\n\n", re.MULTILINE | re.DOTALL)
    assert paragraph
    assert tuple(re.findall(r"`(\w+)`", paragraph[1])) == COLUMNS[kind]
