"""Other systems beside ours: figures read at their source or measured by us, each with what makes it unlike ours."""

from __future__ import annotations

from pathlib import Path

from benchmarks.accuracy.table import Results


def markdown(results: Results) -> str:
    """One row for each rival's figure, ours on the same kind of data beside it."""
    ours = {(gold.name, figure.name): figure for gold, figures in results for figure in figures}
    rows = [line.split("\t") for line in Path(__file__).with_name("rivals.tsv").read_text("utf-8").splitlines()]
    lines = [
        "| what | Hearsay (95% interval) | other system | theirs | where | unlike ours in |",
        "| --- | --- | --- | ---: | --- | --- |",
    ]
    for set_, name, measure, system, value, source, caveat in rows[1:]:
        figure = ours[set_, name]
        own = f"{figure.value:.3f} ({figure.low:.2f} to {figure.high:.2f})"
        lines.append(f"| {measure} | {own} | {system} | {value} | {source} | {caveat} |")
    return "\n".join(lines) + "\n"
