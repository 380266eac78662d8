"""A timeline as a picture, with matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from hearsay.errors import LedgerError
from hearsay.ledger.records import Bin

_QUADS = (
    ("verbal cooperation", "#92c5de"), ("material cooperation", "#2166ac"), ("verbal conflict", "#fdae61"),
    ("material conflict", "#b2182b"),
)  # fmt: skip
"""Colours that stay apart for colour-blind eyes."""


def draw_timeline(bins: Sequence[Bin], path: Path, form: Literal["png", "svg"]) -> None:
    """Draw events over time as stacked bars by quad class. The same bins give the same bytes.

    LedgerError without matplotlib, without events, or when the file cannot be written.
    """
    figure = _figure()
    if not bins:
        raise LedgerError("timeline: no event with a date meets these conditions: there is nothing to draw")
    axes = figure.subplots()
    days = [date.fromisoformat(part.begin + "-01-01"[: 10 - len(part.begin)]).toordinal() for part in bins]
    gaps = [later - earlier for earlier, later in pairwise(days)]
    width = 0.85 * min(gaps, default=1)
    base = [0] * len(bins)
    for quad, (label, colour) in enumerate(_QUADS):
        heights = [part.quads[quad] for part in bins]
        axes.bar(days, heights, width, bottom=base, label=label, color=colour, align="edge")
        base = [low + height for low, height in zip(base, heights, strict=True)]
    step = max(1, len(bins) // 10)
    axes.set_xticks(days[::step], [part.begin for part in bins[::step]], rotation=45, ha="right")
    axes.set_ylabel("events")
    axes.legend(frameon=False, ncols=4, loc="lower center", bbox_to_anchor=(0.5, 1))
    axes.yaxis.get_major_locator().set_params(integer=True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    try:
        figure.savefig(path, format=form, metadata={"Date": None} if form == "svg" else {"Software": "hearsay"})
    except OSError as error:
        raise LedgerError(f"{path}: cannot be written ({error.strerror}): choose another --output") from None


def _figure() -> Any:
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ModuleNotFoundError:
        raise LedgerError("timeline: a picture needs matplotlib: pip install 'hearsay[picture]'") from None
    # Ids in SVG come from this, not from chance.
    matplotlib.rcParams["svg.hashsalt"] = "hearsay"
    return Figure(figsize=(9, 4.5), dpi=150, layout="constrained")
