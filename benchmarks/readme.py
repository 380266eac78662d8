"""The tables in the documents are the committed results: ``python -m benchmarks.readme`` puts them there.

Each ``benchmarks/results/NAME.md`` stands in docs/figures.md between ``<!-- NAME -->`` and ``<!-- /NAME -->``, and
README.md shows a summary of them (`benchmarks.summary`); a test holds them to be the same.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.summary import summary

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
README = HERE.parent / "README.md"
FIGURES = HERE.parent / "docs" / "figures.md"


def between(text: str, name: str, page: str = "README.md") -> tuple[str, str, str]:
    """What stands before, between and after a pair of markers; ValueError when there is not one pair."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    if text.count(begin) != 1 or text.count(end) != 1:
        raise ValueError(f"{page} needs one pair of markers {begin.strip()} and {end}")
    before, rest = text.split(begin)
    inside, after = rest.split(end)
    return before + begin, inside, end + after


def put(page: Path, tables: dict[str, str]) -> list[str]:
    """Write tables between their markers on a page; returns the names of those that changed."""
    text, changed = page.read_text("utf-8"), []
    for name, table in tables.items():
        before, inside, after = between(text, name, page.name)
        made = table.strip() + "\n"
        if inside != made:
            changed.append(name)
        text = before + made + after
    if changed:
        page.write_text(text, "utf-8")
    return changed


def renew(readme: Path = README, figures: Path = FIGURES, results: Path = RESULTS) -> list[str]:
    """Write every table of results into its page; returns the names of those that changed."""
    tables = {table.stem: table.read_text("utf-8") for table in sorted(results.glob("*.md"))}
    return put(figures, tables) + put(readme, {"summary": summary(results)})


if __name__ == "__main__":
    print("renewed: " + (", ".join(renew()) or "nothing"))
