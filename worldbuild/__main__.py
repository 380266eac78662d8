"""Rebuild the packaged knowledge: ``python -m worldbuild RAW_FOLDER [--out FOLDER]``. Same input, same bytes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from worldbuild import congress, countries, curated, holders, ministers, nouns, phoenix, places, titles, words
from worldbuild.draft import Draft
from worldbuild.persons import People

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m worldbuild", description=__doc__)
    parser.add_argument("raw", type=Path, help="folder with the raw extracts, one folder a source")
    parser.add_argument("--out", type=Path, default=HERE.parent / "src" / "hearsay" / "world" / "data")
    options = parser.parse_args()
    draft = Draft(common_words=words.common(options.raw))
    curated.add(draft, HERE / "curated")
    countries.add(draft, options.raw)
    people = People(draft)
    people.known()
    holders.add(draft, options.raw, people)
    ministers.add_british(draft, options.raw, people)
    congress.add(draft, options.raw, people)
    ministers.add_foreign(draft, options.raw, people)
    ministers.add_cabinets(draft, options.raw, people)
    phoenix.add_persons(draft, options.raw, people)
    places.add(draft, options.raw)
    titles.add(draft)
    nouns.add(draft, options.raw)
    phoenix.add_groups(draft, options.raw)
    phoenix.add_organisations(draft, options.raw)
    problems = draft.check()
    for problem in problems:
        print(problem, file=sys.stderr)
    for table, count in draft.write(options.out).items():
        print(f"{table:15}{count:8}")
    for reason, count in sorted(draft.dropped.items()):
        print(f"dropped {count:8}  {reason}")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
