"""The README's tables are the committed results: ``python -m benchmarks.readme`` puts them between their markers.

Each ``benchmarks/results/NAME.md`` stands in README.md between ``<!-- NAME -->`` and ``<!-- /NAME -->``; a test holds
them to be the same.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
README = HERE.parent / "README.md"


def between(text: str, name: str) -> tuple[str, str, str]:
    """What stands before, between and after a pair of markers; ValueError when there is not one pair."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    if text.count(begin) != 1 or text.count(end) != 1:
        raise ValueError(f"README.md needs one pair of markers {begin.strip()} and {end}")
    before, rest = text.split(begin)
    inside, after = rest.split(end)
    return before + begin, inside, end + after


def renew(readme: Path = README, results: Path = RESULTS) -> list[str]:
    """Write every table of results into the README; returns the names of those that changed."""
    text, changed = readme.read_text("utf-8"), []
    for table in sorted(results.glob("*.md")):
        before, inside, after = between(text, table.stem)
        made = table.read_text("utf-8").strip() + "\n"
        if inside != made:
            changed.append(table.stem)
        text = before + made + after
    if changed:
        readme.write_text(text, "utf-8")
    return changed


if __name__ == "__main__":
    print("renewed: " + (", ".join(renew()) or "nothing"))
