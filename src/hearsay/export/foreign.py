"""Files of POLECAT, GDELT 2.0 and ICEWS, read row by row for comparison with a ledger."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import get_args

from hearsay.errors import LedgerError
from hearsay.export import gdelt, icews, polecat
from hearsay.export.countries import iso_of_fips, iso_of_name
from hearsay.ledger.rivals import Rival
from hearsay.records import EventType

DATASETS = ("polecat", "gdelt", "icews")


def read_rivals(dataset: str, path: Path, problem: Callable[[str], None]) -> Iterator[Rival]:
    """The events of a file. What is wrong with a malformed row is told to ``problem``; the rest goes on.

    LedgerError for a dataset that is none, a file that cannot be read or whose header is another's.
    """
    if dataset not in DATASETS:
        raise LedgerError(f"there is no dataset {dataset!r}: choose one of {', '.join(DATASETS)}")
    columns, read = {
        "polecat": (polecat.COLUMNS, _polecat), "gdelt": (gdelt.EVENT_COLUMNS, _gdelt),
        "icews": (icews.COLUMNS, _icews),
    }[dataset]  # fmt: skip
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        with path.open(encoding="utf-8", errors="replace", newline="") as source:
            rows = _rows(source, path, dataset, columns)
            for line, row in rows:
                try:
                    yield read(row)
                except (ValueError, KeyError) as error:
                    problem(f"{path}:{line}: {error}: correct or delete the line; it was left out")
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({error.strerror}): give another file") from None


def _rows(
    source: Iterator[str], path: Path, dataset: str, columns: tuple[str, ...]
) -> Iterator[tuple[int, dict[str, str]]]:
    for number, text in enumerate(source, 1):
        cells = text.rstrip("\r\n").split("\t")
        if number == 1 and dataset != "gdelt":
            if cells[: len(columns)] != list(columns):
                raise LedgerError(f"{path}:1: not the header of {dataset}: its {len(columns)} columns, tab-separated")
            continue
        if not text.strip():
            continue
        yield (
            number,
            {"": f"{len(cells)} columns instead of {len(columns)}"}
            if len(cells) != len(columns)
            else dict(zip(columns, (cell.strip().strip('"') for cell in cells), strict=True)),
        )


def plover_type(cameo: str) -> str | None:
    """The PLOVER type of a CAMEO code, None for a code that has none."""
    while cameo:
        if cameo in _types():
            return _types()[cameo]
        cameo = cameo[:-1]
    return None


@cache
def _types() -> dict[str, str]:
    text = (files("hearsay.export") / "data" / "cameo_plover.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    return {row[0]: row[1] for row in rows}


def _whole(row: dict[str, str]) -> None:
    if "" in row:
        raise ValueError(row[""])


def _polecat(row: dict[str, str]) -> Rival:
    _whole(row)
    kind = row["Event Type"].upper()
    if kind not in get_args(EventType):
        raise ValueError(f"{row['Event Type']!r} is no PLOVER type")
    return Rival(
        id=_given(row["Event ID"], "an event id"), day=_day(row["Event Date"]), type=kind, cameo=None,
        actor=row["Actor Name"] or None, actor_country=_country(row["Actor Country"]),
        recipient=row["Recipient Name"] or None, recipient_country=_country(row["Recipient Country"]),
        place_country=_country(row["Country"]), publisher=row["Source"] or None,
    )  # fmt: skip


def _icews(row: dict[str, str]) -> Rival:
    _whole(row)
    cameo, day = _cameo(row["CAMEO Code"]), row["Event Date"]
    return Rival(
        # An id is unique only together with the date.
        id=f"{_given(row['Event ID'], 'an event id')} {day}", day=_day(day), type=plover_type(cameo), cameo=cameo,
        actor=row["Source Name"] or None, actor_country=_country(row["Source Country"]),
        recipient=row["Target Name"] or None, recipient_country=_country(row["Target Country"]),
        place_country=_country(row["Country"]), publisher=row["Publisher"] or None,
    )  # fmt: skip


def _gdelt(row: dict[str, str]) -> Rival:
    _whole(row)
    cameo = _cameo(row["EventCode"])
    return Rival(
        id=_given(row["GLOBALEVENTID"], "an event id"), day=_day(row["SQLDATE"]), type=plover_type(cameo),
        cameo=cameo, actor=row["Actor1Name"] or None, actor_country=row["Actor1CountryCode"] or None,
        recipient=row["Actor2Name"] or None, recipient_country=row["Actor2CountryCode"] or None,
        place_country=iso_of_fips(row["ActionGeo_CountryCode"]), publisher=row["SOURCEURL"] or None,
    )  # fmt: skip


def _given(text: str, what: str) -> str:
    if not text:
        raise ValueError(f"{what} is missing")
    return text


def _day(text: str) -> int:
    """The ordinal of 2024-07-15 or 20240715; of a date that is only as precise as a month or year its first day."""
    digits = text.replace("-", "")
    if not digits.isdecimal() or len(digits) not in (4, 6, 8):
        raise ValueError(f"{text!r} is no date (YYYY-MM-DD)")
    digits += {4: "0101", 6: "01", 8: ""}[len(digits)]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).toordinal()
    except ValueError:
        raise ValueError(f"{text!r} is no date (YYYY-MM-DD)") from None


def _cameo(text: str) -> str:
    if not (text.isalnum() and text[:2].isdecimal() and 2 <= len(text) <= 4):
        raise ValueError(f"{text!r} is no CAMEO code (two to four digits, as 010)")
    return text


def _country(names: str) -> str | None:
    """The first of several countries, as code or English name; None for one that is not known."""
    return iso_of_name(names.split(";")[0])
