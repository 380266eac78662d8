"""Numbers that stand for a coded act: quad class, PLOVER score, CAMEO code, Goldstein value.

References: PLOVER manual, "Numeric conflict/cooperation scores" and the quad category of each type (sanctions are
material conflict); Goldstein 1992 as adapted to CAMEO. Where the numbers come from stands in ``data/NOTICE.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.events.tables import read_table


@cache
def _scores() -> dict[tuple[str, str], float]:
    return {(row["event"], row["mode"]): float(row["score"]) for row in read_table("plover_scores.tsv")}


@cache
def _quads() -> dict[str, int]:
    return {row["event"]: int(row["quad"]) for row in read_table("plover_scores.tsv") if row["quad"]}


@cache
def _goldstein() -> dict[str, float]:
    return {row["cameo"]: float(row["goldstein"]) for row in read_table("cameo_goldstein.tsv")}


@cache
def _codes() -> dict[tuple[str, str], str]:
    return {(row["event"], row["mode"]): row["cameo"] for row in read_table("plover_cameo.tsv")}


def quad_code(event: str) -> int:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    return _quads()[event]


def plover_scale(event: str, modes: Sequence[str] = ()) -> float:
    """The conflict-cooperation score of a type and its modes, -10 to 10: of several modes the one farthest from 0."""
    scores = [_scores()[event, mode] for mode in modes if (event, mode) in _scores()]
    return max(scores, key=abs) if scores else _scores()[event, ""]


def default_cameo(event: str, modes: Sequence[str] = ()) -> str:
    """The CAMEO code of a type and its first mode that has one."""
    for mode in modes:
        if (event, mode) in _codes():
            return _codes()[event, mode]
    return _codes()[event, ""]


def goldstein(cameo: str | None) -> float | None:
    """The Goldstein value of a CAMEO code; for a code without one, that of the code it is a part of."""
    while cameo and len(cameo) >= 2:
        if cameo in _goldstein():
            return _goldstein()[cameo]
        cameo = cameo[:-1]
    return None
