"""Rebuild the packaged knowledge: ``python -m worldbuild RAW_FOLDER [--out FOLDER]``. Same input, same bytes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from worldbuild import bodies, closing, congress, countries, curated, holders, ministers, nouns, phoenix, places, titles, words
from worldbuild.draft import Draft
from worldbuild.persons import People

HERE = Path(__file__).parent


def build(draft: Draft, raw: Path) -> None:
    """Add every source, the surest first: what is there already is only added to."""
    curated.add(draft, HERE / "curated")
    countries.add(draft, raw)
    people = People(draft)
    people.known()
    holders.add(draft, raw, people)
    ministers.add_british(draft, raw, people)
    congress.add(draft, raw, people)
    ministers.add_foreign(draft, raw, people)
    ministers.add_cabinets(draft, raw, people)
    phoenix.add_persons(draft, raw, people)
    places.add(draft, raw)
    titles.add(draft)
    nouns.add(draft, raw)
    bodies.add_organisations(draft, raw)
    bodies.add_media(draft, raw)
    phoenix.add_groups(draft, raw)
    bodies.add_parties(draft, raw, people)
    phoenix.add_organisations(draft, raw)
    bodies.add_aliases(draft, raw)
    closing.close_terms(draft)
    closing.rank_people(draft)
    for line in (HERE / "sources.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        draft.row("sources", line.split("\t"))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m worldbuild", description=__doc__)
    parser.add_argument("raw", type=Path, help="folder with the raw extracts, one folder a source")
    parser.add_argument("--out", type=Path, default=HERE.parent / "src" / "hearsay" / "world" / "data")
    options = parser.parse_args()
    draft = Draft(common_words=words.common(options.raw))
    build(draft, options.raw)
    problems = draft.check()
    for problem in problems:
        print(problem, file=sys.stderr)
    for overlap in closing.overlaps(draft):
        print("overlap:", overlap)
    for table, count in draft.write(options.out).items():
        print(f"{table:15}{count:8}")
    for reason, count in sorted(draft.dropped.items()):
        print(f"dropped {count:8}  {reason}")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
