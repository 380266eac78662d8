"""The README's short table: what a reader asks first, taken from the committed results.

Each row names a file of ``benchmarks/results`` and where in it the value stands, so that no figure is written by hand.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROWS = (
    ("Acts found in whole articles (trigger), F1", "accuracy", ("articles", "figures", "trigger")),
    ("… with the right type, F1", "accuracy", ("articles", "figures", "+ type")),
    (
        "… and the countries of both sides, F1",
        "accuracy",
        ("articles", "figures", "+ actor/recipient country"),
    ),
    ("Events once all their mentions are merged, F1", "accuracy", ("articles", "figures", "event")),
    ("Who vouches for a mention, right", "accuracy", ("articles", "figures", "accuracy of source")),
    ("Actual, planned, possible or negated, right", "accuracy", ("articles", "figures", "accuracy of status")),
    ("Date, right", "accuracy", ("articles", "figures", "accuracy of date")),
    (
        "Reported words with their speaker, in whole articles, F1",
        "accuracy",
        ("article reports", "figures", "+ source overlaps"),
    ),
    (
        "The same in US political news (PolNeAR), F1",
        "accuracy",
        ("polnear dev", "figures", "+ source overlaps"),
    ),
    ("Type of PLOVER's own sentences, found", "accuracy", ("plover sentences", "figures", "recall type")),
    ("Types coded in them, right", "accuracy", ("plover sentences", "figures", "precision type")),
)
"""What the row says, the file, and the path to a figure with ``value``, ``low`` and ``high``."""


def at(results: Path, name: str, path: tuple[str, ...]) -> Any:
    """The value at a path of keys in ``results/NAME.json``; KeyError names the file and the path."""
    value = json.loads((results / f"{name}.json").read_text("utf-8"))
    for key in path:
        if key not in value:
            raise KeyError(f"{name}.json has no {' / '.join(path)}: measure it again")
        value = value[key]
    return value


def by_hand(results: Path) -> tuple[str, str]:
    """Share of strictly right events in the newest sample read by hand, and its interval."""
    samples = json.loads((results / "handread.json").read_text("utf-8"))
    newest = [sample for sample in samples.values() if isinstance(sample, dict)][-1]
    low, high = newest["interval"]
    return f"{newest['strictly right']:.2f}", f"{low:.2f} to {high:.2f}"


def merging(results: Path) -> str:
    """B-cubed F1 of the half of ECB+ that no setting was chosen on."""
    halves = at(results, "merging", ("halves",))
    half = next(h for h in halves if (h["half"], h["participants"], h["compared"]) == ("reporting", "known", "all"))
    return f"{half['b_cubed'][2]:.2f}"


def summary(results: Path) -> str:
    """The table as Markdown."""
    lines = ["| what | measured | 95% interval |", "| --- | ---: | --- |"]
    for about, name, path in ROWS:
        figure = at(results, name, path)
        lines.append(f"| {about} | {figure['value']:.2f} | {figure['low']:.2f} to {figure['high']:.2f} |")
    share, interval = by_hand(results)
    lines.append(f"| Events in election news, read by hand: right in every respect | {share} | {interval} |")
    lines.append(f"| Accounts of one event across documents (ECB+), B-cubed F1 | {merging(results)} |  |")
    one, two = (at(results, "speed", (f"line, {n}",)) for n in ("1 process", "2 processes"))
    lines.append(f"| Articles a second, on one core and on two | {one['articles/s']:.0f}, {two['articles/s']:.0f} |  |")
    lines.append(f"| Memory of a worker | {one['peak MB a worker']:.0f} MB |  |")
    return "\n".join(lines)
