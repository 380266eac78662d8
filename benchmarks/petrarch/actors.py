"""The invented actors of the unit sentences (Arnor, Gondor) as a project's own table, from their dictionary."""

from __future__ import annotations

import re
from pathlib import Path

from hearsay.world import World

_LINE = re.compile(r"^(?P<name>[A-Z][A-Z_ .'-]*?)\s*\[(?P<code>[A-Z]{3,})\]")
_PARTS = ("GOV", "MIL", "REB", "OPP", "JUD", "LEG", "COP", "CVL", "ELI")


def write(dictionary: Path, folder: Path, world: World) -> None:
    """Write ``actors.tsv`` with every actor whose country code the world does not know."""
    names: dict[str, list[str]] = {}
    code = ""
    for line in dictionary.read_text("utf-8").splitlines():
        if line.startswith("+") and code:
            names[code].append(_plain(line[1:]))
        elif (found := _LINE.match(line)) is not None:
            code = found["code"] if _invented(found["code"][:3], world) else ""
            if code:
                names.setdefault(code, []).append(_plain(found["name"]))
        elif line.strip():
            code = ""
    lines = ["id\tname\tkind\tcountry\tsectors\taliases"]
    for each in sorted({code[:3] for code in names} - names.keys()):
        names[each] = [each.title()]
    for each, called in sorted(names.items()):
        kind, sector = ("country", "GOV") if len(each) == 3 else ("organisation", _sector(each))
        lines.append("\t".join((each, called[0], kind, each[:3], sector, "|".join(called[1:]))))
    (folder / "actors.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _invented(code: str, world: World) -> bool:
    return world.entity(code) is None and code not in ("IGO", "IMG", "NGO", "MNC", "ISM", "EUR", "UNO")


def _plain(name: str) -> str:
    return " ".join(re.split(r"\s*[\[#;]", name)[0].replace("_", " ").split()).title()


def _sector(code: str) -> str:
    return next((code[3:6] for part in _PARTS if code[3:6] == part), "GOV")
