"""Adding a table of one's own to a project: checked whole against what is there, then written whole, or not at all."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import WorldError
from hearsay.world.overlay import overlay
from hearsay.world.store import PackagedStore
from hearsay.world.tables import COLUMNS, Row, header_of, read_table


@dataclass(frozen=True, slots=True)
class Added:
    """What :func:`add` did."""

    file: Path
    """The project's table."""
    added: int
    """Rows that are new in it."""
    standing: int
    """Rows of the file that stood there already, word for word."""


def add(file: str | Path, project: str | Path = ".") -> Added:
    """Add a table's rows to ``world/`` in a project's folder, where they win over the packaged knowledge.

    Which table it is, its name says (``actors.tsv``), else its header. Raises WorldError with file, line and remedy
    when a row is wrong by itself or beside what the project has; then nothing is written.
    """
    import shutil
    import tempfile

    path, world = Path(file), Path(project) / "world"
    table = _table(path)
    target = world / f"{table}.tsv"
    rows = list(read_table(path, table))
    standing = [row.cells for row in read_table(target, table)] if target.exists() else []
    fresh = [row for row in rows if row.cells not in standing]
    text = _joined(target, table, fresh)
    with tempfile.TemporaryDirectory() as trial:
        whole = Path(trial) / "world"
        shutil.copytree(world, whole) if world.is_dir() else whole.mkdir()
        (whole / target.name).write_text(text, encoding="utf-8")
        _check(whole, target, path, fresh, text.count("\n") - len(fresh))
    if fresh:
        part = target.with_name(target.name + ".part")
        try:
            world.mkdir(parents=True, exist_ok=True)
            part.write_text(text, encoding="utf-8")
            os.replace(part, target)
        except OSError as error:
            raise WorldError(f"{target}: cannot be written ({error.strerror}); check its permissions") from None
    return Added(target, len(fresh), len(rows) - len(fresh))


def _joined(target: Path, table: str, fresh: list[Row]) -> str:
    """The project's table with new rows at its end: its lines and comments stay, its header grows when it must."""
    columns = [c.rstrip("?") for c in COLUMNS[table]]
    before = target.read_text("utf-8-sig").splitlines() if target.exists() else ["\t".join(columns)]
    place = next(n for n, line in enumerate(before) if line.strip() and not line.startswith("#"))
    header = [c.strip() for c in before[place].split("\t")]
    header += [c for c in columns if c not in header and any(row[c] for row in fresh)]
    before[place] = "\t".join(header)
    return "".join(f"{line}\n" for line in (*before, *("\t".join(r.cells.get(c, "") for c in header) for r in fresh)))


def _table(path: Path) -> str:
    if path.stem in COLUMNS:
        return path.stem
    header = set(header_of(path))
    fitting = [
        name
        for name, columns in COLUMNS.items()
        if {c for c in columns if not c.endswith("?")} <= header <= {c.rstrip("?") for c in columns}
    ]
    if len(fitting) != 1:
        names = ", ".join(f"{name}.tsv" for name in COLUMNS)
        raise WorldError(f"{path}: neither its name nor its header says which table it is; name it one of {names}")
    return fitting[0]


def _check(whole: Path, target: Path, path: Path, fresh: list[Row], before: int) -> None:
    """Load the project as it would be; an error in a new row names its line in the file that is being added."""
    try:
        overlay(whole, PackagedStore())
    except WorldError as error:
        place, _, rest = str(error).replace(str(whole), str(target.parent)).partition(": ")
        number = place.rpartition("line ")[2]
        if place.startswith(f"{target},") and number.isdigit() and int(number) > before:
            place = f"{path}, line {fresh[int(number) - before - 1].line}"
        raise WorldError(f"{place}: {rest}") from None
