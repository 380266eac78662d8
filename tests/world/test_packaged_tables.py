"""The packaged tables hang together: sorted, nothing dangles, nothing stands twice, every source is credited."""

from collections import Counter

import pytest

from hearsay.world.names import normalise
from hearsay.world.store import TABLES, PackagedStore
from hearsay.world.tables import KINDS, SECTORS, SPECIAL_COUNTRIES

SINGLE = ("head-of-state", "foreign-minister", "defence-minister", "interior-minister", "supreme-leader")
"""Offices that one person holds at a time; some states have two heads of government."""
CROWDED = 0.05
"""Share of such terms in which a second holder may stand: sources differ by weeks at changes, rarely by years."""


@pytest.fixture(scope="module")
def store() -> PackagedStore:
    return PackagedStore()


@pytest.fixture(scope="module")
def entities(store: PackagedStore) -> dict[str, list[str]]:
    return {row[0]: row for row in store.table("entities")}


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_and_whole(store: PackagedStore, name: str) -> None:
    rows = list(store.table(name))
    assert rows == sorted(rows, key=lambda row: [cell.encode() for cell in row])
    assert {len(row) for row in rows} == {len(TABLES[name])}
    assert len({tuple(row) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "name", ["entities", "nationalities", "seats", "titles", "agents", "places", "outlets", "domains"]
)
def test_keys_are_unique(store: PackagedStore, name: str) -> None:
    counts = Counter(row[0] for row in store.table(name))
    assert [key for key, count in counts.items() if count > 1] == []


def test_an_alias_stands_once_for_an_entity(store: PackagedStore) -> None:
    counts = Counter((row[0], row[1]) for row in store.table("aliases"))
    assert [pair for pair, count in counts.items() if count > 1] == []


def test_no_reference_dangles(store: PackagedStore, entities: dict[str, list[str]]) -> None:
    pointing = {
        "aliases": [row[1] for row in store.table("aliases")],
        "surnames": [id for row in store.table("surnames") for id in row[2].split(" ")],
        "terms": [row[0] for row in store.table("terms")],
        "offices": [id for row in store.table("offices") for id in row[1].split(" ")],
        "outlets": [row[0] for row in store.table("outlets")],
        "domains": [row[1] for row in store.table("domains")],
    }
    for table, ids in pointing.items():
        assert [id for id in ids if id not in entities] == [], table
    places = {row[0] for row in store.table("places")}
    assert [row for row in store.table("place_names") if not set(row[1].split(" ")) <= places] == []


def test_countries_sectors_and_kinds_are_known(store: PackagedStore, entities: dict[str, list[str]]) -> None:
    countries = {id for id in entities if len(id) == 3} | set(SPECIAL_COUNTRIES) | {""}
    columns = {
        "entities": (3, 4),
        "terms": (3, 4),
        "titles": (None, 3),
        "agents": (4, 2),
        "seats": (1, None),
        "nationalities": (1, None),
    }
    for table, (country, sectors) in columns.items():
        for row in store.table(table):
            assert country is None or row[country] in countries, (table, row)
            assert sectors is None or not set(filter(None, row[sectors].split("|"))) - set(SECTORS), (table, row)
    assert {row[2] for row in entities.values()} <= set(KINDS)


def test_every_row_names_a_credited_source(store: PackagedStore) -> None:
    known = {row[0] for row in store.table("sources")}
    for table, columns in TABLES.items():
        if "source" in columns and table != "sources":
            assert {row[-1] for row in store.table(table)} <= known, table


def test_keys_are_normalised(store: PackagedStore) -> None:
    for table in ("aliases", "surnames", "nationalities", "seats", "titles", "agents", "place_names"):
        assert [row[0] for row in store.table(table) if normalise(row[0]) != row[0]] == [], table


def test_terms_end_after_they_begin(store: PackagedStore) -> None:
    for row in store.table("terms"):
        begin, end = row[5] or row[8], row[6] or row[9]
        assert not begin or not end or end >= begin[: len(end)], row


def test_no_curated_actor_stands_twice(store: PackagedStore, entities: dict[str, list[str]]) -> None:
    """Two curated actors of one kind and country that share a printed name would be one actor under two ids."""
    bearers: dict[tuple[str, ...], set[str]] = {}
    for key, id, _, exact in store.table("aliases"):
        if entities[id][-1] == "curated":
            bearers.setdefault((key, exact, *entities[id][2:4]), set()).add(id)
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == {}


def test_holders_of_one_office_seldom_overlap(store: PackagedStore) -> None:
    """Sources disagree on some holders of offices that one person holds; more of them would be a misreading."""
    offices: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for person, office, _, country, _, since, until, status, first, last, _ in store.table("terms"):
        bounds = _day(since or first, "-01-01"), _day(until or last, "-12-31")
        if office in SINGLE and not status and all(bounds):
            offices.setdefault((country, office), []).append((*bounds, person))
    crowded = [
        (a, b)
        for terms in offices.values()
        for number, a in enumerate(sorted(terms))
        for b in sorted(terms)[number + 1 :]
        if a[2] != b[2] and b[0] < a[1]
    ]
    total = sum(len(terms) for terms in offices.values())
    assert total > 1800
    assert len(crowded) / total < CROWDED


def _day(date: str, rest: str) -> str:
    return date + rest[len(date) - 10 :] if date and len(date) < 10 else date
