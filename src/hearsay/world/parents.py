"""Bodies that belong to other bodies: an organ without country or sectors of its own has its parent's."""

from __future__ import annotations

from collections.abc import Callable

from hearsay.world.tables import Row

Facts = tuple[str, str]
"""Country and sectors, as cells."""


def inherit(rows: list[Row], known: Callable[[str], Facts | None]) -> dict[str, Facts]:
    """Country and sectors of each actor of a table by id, empty cells filled from its parent, its parent's parent ...

    ``known`` gives those of actors that stand elsewhere. Raises WorldError, naming the row, when a parent is no known
    actor or when parents go round in a circle.
    """
    own = {row["id"]: row for row in rows}
    facts: dict[str, Facts] = {}
    for row in rows:
        line, country, sectors = [row["id"]], row["country"], row["sectors"]
        here = row
        while here["parent"]:
            parent = here["parent"]
            if parent in line:
                raise row.error(
                    f"parent: {' is part of '.join((*line, parent))}, a circle", "take one of these parents out"
                )
            elsewhere = None if parent in own else known(parent)
            if parent not in own and elsewhere is None:
                raise here.error(f"parent {parent!r} is no known actor", "add it to actors.tsv or correct the id")
            above = elsewhere or (own[parent]["country"], own[parent]["sectors"])
            country, sectors = country or above[0], sectors or above[1]
            if parent not in own:
                break
            line.append(parent)
            here = own[parent]
        facts[row["id"]] = (country, sectors)
    return facts
