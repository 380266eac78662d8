"""The figures as tables: for the terminal, as JSON, and as Markdown between markers in other files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.accuracy.scores import Figure
from benchmarks.accuracy.sets import GoldSet

Results = Sequence[tuple[GoldSet, Sequence[Figure]]]


def key(gold: GoldSet, figure: Figure) -> str:
    """The name of a figure in floors and results: ``articles / type``."""
    return f"{gold.name} / {figure.name}"


def terminal(results: Results, aims: Mapping[str, float]) -> str:
    """All figures, one a line, with intervals, counts and aims."""
    lines = []
    for gold, figures in results:
        lines.append(f"\n{gold.name}: {gold.about} ({len(gold.gold)} documents)")
        for figure in figures:
            if figure.precision is None:
                parts, counts = "", f"{figure.right} of {figure.gold}"
            else:
                parts = f"P {figure.precision:.3f}  R {figure.recall:.3f}  "
                counts = f"{figure.right} right, {figure.predicted} coded, {figure.gold} gold"
            aim = aims.get(key(gold, figure))
            lines.append(
                f"  {figure.name:26} {figure.value:.3f} [{figure.low:.3f}-{figure.high:.3f}]  {parts:18}({counts})"
                + (f"  aim {aim:.2f} {'reached' if figure.value >= aim else 'missed'}" if aim else "")
            )
    return "\n".join(lines)


def data(results: Results) -> dict[str, Any]:
    """What ``benchmarks/results/accuracy.json`` holds."""
    return {
        gold.name: {
            "about": gold.about,
            "documents": len(gold.gold),
            "figures": {figure.name: _rounded(figure) for figure in figures},
        }
        for gold, figures in results
    }


def _rounded(figure: Figure) -> dict[str, Any]:
    values = {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(figure).items() if k != "name"}
    return values | {} if figure.precision is None else values | {
        "precision": round(figure.precision, 4), "recall": round(figure.recall or 0.0, 4),
    }  # fmt: skip


def markdown(results: Results, aims: Mapping[str, float]) -> str:
    """One table a set, ready to stand in docs/figures.md."""
    parts = []
    for gold, figures in results:
        unit = {"events": "articles", "reports": "articles", "gsr": "sentences"}[gold.kind]
        parts.append(f"**{gold.name[0].upper()}{gold.name[1:]}**: {gold.about} ({len(gold.gold)} {unit})\n")
        parts.append("| figure | value | 95% interval | precision | recall | n | aim |")
        parts.append("| --- | ---: | --- | ---: | ---: | ---: | --- |")
        for figure in figures:
            aim = aims.get(key(gold, figure))
            split = ["", ""] if figure.precision is None else [f"{figure.precision:.2f}", f"{figure.recall:.2f}"]
            reached = "" if aim is None else f"{aim:.2f}, {'reached' if figure.value >= aim else '**missed**'}"
            kind = "" if figure.precision is None else " F1"
            cells = [figure.name + kind, f"{figure.value:.3f}", f"{figure.low:.2f} to {figure.high:.2f}", *split]
            parts.append("| " + " | ".join([*cells, str(figure.gold), reached]) + " |")
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def write_json(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", "utf-8")
