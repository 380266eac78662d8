"""Countries: codes, names, adjectives, capitals."""

from __future__ import annotations

import csv
from pathlib import Path

from hearsay.world.names import normalise
from worldbuild.draft import Draft

SOURCE = "country-codes"


def add(draft: Draft, folder: Path) -> None:
    with (folder / "country-codes" / "country-codes.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            iso3 = line["ISO3166-1-Alpha-3"].strip()
            if not iso3:
                continue
            name = line["CLDR display name"].strip() or line["official_name_en"].strip()
            wikidata = line["wikidata_id"].rpartition("/")[2]
            draft.entity(iso3, name, "country", iso3, "", wikidata, SOURCE)
            for alias in (name, line["official_name_en"], line["UNTERM English Short"], line["UNTERM English Formal"]):
                alias = alias.strip().removeprefix("the ").replace("*", "").strip()
                if alias:
                    draft.alias(alias, iso3, 90, SOURCE)
            if line["Capital"].strip() and line["is_independent"] == "Yes":
                draft.row("seats", [normalise(line["Capital"]), iso3, "", SOURCE])
