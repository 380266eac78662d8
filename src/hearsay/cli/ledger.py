"""The commands that keep a ledger: add, remove, recode, status, check, backup."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli import work
from hearsay.cli.interrupt import Interrupts
from hearsay.cli.messages import Messages
from hearsay.cli.run import FAILED, exit_statuses
from hearsay.cli.updating import Updating
from hearsay.errors import LedgerError
from hearsay.export.printable import printable
from hearsay.ingest import Defaults, Incoming, Problem, read_incoming, total_bytes
from hearsay.records import Coding, Document

if TYPE_CHECKING:
    from hearsay.ledger.ledger import Ledger
    from hearsay.ledger.records import LedgerStatus, Recoded
    from hearsay.pipeline import Coder

Db = Annotated[
    str,
    typer.Option("--db", metavar="LEDGER", envvar="HEARSAY_DB", help="The ledger: a file, or a postgresql:// URL."),
]
Names = Annotated[
    list[str], typer.Argument(metavar="DOCUMENT...", help="Ids or digests of documents.", show_default=False)
]
Project = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", file_okay=False, exists=True, help="A project's own tables: lexicon/, ontology/ or world/."
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes to work in.")]
DEFAULT = "hearsay.db"
MANY = 500
"""Documents after which the database looks anew at how values are spread."""


@dataclass(frozen=True, slots=True)
class StoreStep:
    """Code a document; the coding as JSON, to be stored by the one process that writes."""

    def __call__(self, coder: Coder, document: Document) -> str:
        return coder.code(document).model_dump_json(by_alias=True)


def add(paths: list[str], defaults: Defaults, db: str, jobs: int, project: Path | None) -> None:
    """Code and store every document of the paths that the ledger does not hold; exit status 1 when one failed."""
    from hearsay.ledger.ledger import Ledger

    messages, interrupts = Messages(bar=True, total_bytes=total_bytes(paths)), Interrupts()
    tally: Counter[str] = Counter()
    load = partial(work.load_project, project) if project is not None else None
    with (
        exit_statuses(), Updating(db) as progress, Ledger.open(db, progress=progress) as ledger, interrupts.open(),
        messages,
    ):  # fmt: skip
        fresh = _fresh(read_incoming(paths, defaults), ledger, tally)
        try:
            for item in work.work_through(fresh, StoreStep(), jobs=jobs, coder=load):
                if isinstance(item, Problem):
                    messages.problem(item)
                    continue
                with interrupts.held():
                    _store(ledger, item.text, _stamp(project), tally)
                    messages.coded(item.incoming)
        except KeyboardInterrupt:
            messages.say(f"interrupted: {_counted(tally)}; what was added stands, the same command goes on from there")
            raise
        if tally["new"] >= MANY:
            ledger.analyze()
    sys.stdout.write(f"{_counted(tally)}\n")
    if messages.failed:
        raise typer.Exit(FAILED)


def _fresh(items: Iterator[Incoming | Problem], ledger: Ledger, tally: Counter[str]) -> Iterator[Incoming | Problem]:
    """What the ledger does not hold yet: only this is worth coding."""
    for item in items:
        if isinstance(item, Incoming) and ledger.holds(item.document):
            tally["known"] += 1
        else:
            yield item


def _store(ledger: Ledger, coding: str, coder: str, tally: Counter[str]) -> None:
    added = ledger.add(Coding.model_validate_json(coding), coder)
    tally[added.outcome] += 1
    tally["copies"] += added.copy_of is not None
    if added.outcome != "known":
        tally["events"] += added.events
        tally["quotes"] += added.quotes


def _stamp(project: Path | None) -> str:
    from hearsay.stamp import coder_stamp

    return coder_stamp(project)


def _counted(tally: Counter[str]) -> str:
    parts = [f"added {_number(tally['new'] + tally['corrected'], 'document')}"]
    for name, words in (("corrected", "corrected"), ("copies", "copies"), ("known", "known already")):
        if tally[name]:
            parts.append(f"{tally[name]} {words}")
    parts += [_number(tally["events"], "event"), _number(tally["quotes"], "quotation")]
    return ", ".join(parts)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def remove(names: Names, db: Db = DEFAULT) -> None:
    """Remove documents from the ledger, with all that they alone told."""
    from hearsay.ledger.ledger import Ledger

    with exit_statuses(), Updating(db) as progress, Ledger.open(db, create=False, progress=progress) as ledger:
        for name in names:
            stored = ledger.remove(name)
            _write([f"removed {_titled(stored.document)}"])


def recode(
    db: Db = DEFAULT,
    project: Project = None,
    jobs: Jobs = 1,
    drop_own: Annotated[
        bool, typer.Option("--drop-own", help="Give up events of own types that no project given here defines.")
    ] = False,
) -> None:
    """Code again what another version coded, and show what changed; the older codings are kept."""
    from hearsay.ledger.ledger import Ledger

    load = partial(work.load_project, project) if project is not None else None
    with exit_statuses(), Updating(db) as progress, Ledger.open(db, create=False, progress=progress) as ledger:
        stamp = _stamp(project)
        keys = ledger.due(stamp)
        if not keys:
            _write([f"every document was coded by {stamp}"])
            return
        if not drop_own:
            _know_own_types(ledger, db, project)
        # The bar counts documents, where that of `add` counts bytes read.
        messages, interrupts, done, changed = Messages(bar=True, total_bytes=len(keys)), Interrupts(), 0, 0
        stored = (Incoming(db, ledger.document_to_code(key), count) for count, key in enumerate(keys, 1))
        with interrupts.open(), messages:
            try:
                for item in work.work_through(stored, StoreStep(), jobs=jobs, coder=load):
                    if isinstance(item, Problem):
                        messages.problem(item)
                        continue
                    with interrupts.held():
                        coding = Coding.model_validate_json(item.text)
                        recoded = ledger.replace_coding(keys[item.incoming.read_bytes - 1], coding, stamp)
                        done, changed = done + 1, changed + bool(recoded.changes)
                        _write(_differences(recoded))
                        messages.coded(item.incoming)
            except KeyboardInterrupt:
                messages.say(f"interrupted after {_number(done, 'document')}; the same command goes on from there")
                raise
        _write([f"coded {_number(done, 'document')} again, {changed} changed"])
        if messages.failed:
            raise typer.Exit(FAILED)


def _know_own_types(ledger: Ledger, db: str, project: Path | None) -> None:
    """LedgerError when coding again would lose events of own types, since nothing given here defines them."""
    held = ledger.own_types()
    ontology = work.load_project(project).ontology if held and project is not None else None
    lost = sorted(held.keys() - (ontology.types.keys() if ontology else set()))
    if lost:
        raise LedgerError(
            f"{db}: holds events of own types that {'this project does' if project else 'no project here'} "
            f"{'not define' if project else 'defines'} ({', '.join(lost)}): give theirs with --project FOLDER, or "
            "--drop-own to give them up"
        )


def _differences(recoded: Recoded) -> Iterator[str]:
    if recoded.changes:
        yield f"{recoded.document} {recoded.digest[:12]}"
    for change in recoded.changes:
        yield f"  {'-' if change.kind == 'gone' else '+'} {change.text}"


def status(db: Db = DEFAULT) -> None:
    """Say how much the ledger holds and in what state it is."""
    from hearsay.ledger.ledger import Ledger

    with exit_statuses(), Ledger.open(db, read_only=True) as ledger:
        _write(_lines(ledger.status()))


def _lines(found: LedgerStatus) -> Iterator[str]:
    first, last = found.first_published, found.last_published
    published = f", published {first} to {last}" if first else ""
    yield f"{found.url}: tables of version {found.schema_version}"
    yield f"documents: {found.documents}{published}; {found.copies} of them copies of others"
    if found.superseded:
        yield f"corrected: {_number(found.superseded, 'older version')} kept beside"
    yield f"events: {found.events}, told in {_number(found.accounts, 'account')} with {found.mentions} mentions"
    if found.own_types:
        yield "of a project's own types: " + ", ".join(f"{type} {number}" for type, number in found.own_types.items())
    yield f"quotations: {found.quotes}"
    yield f"actors: {found.actors}"
    yield f"judgements: {found.judgements}"
    for coder, number in found.coders:
        yield f"coded by {coder}: {_number(number, 'document')}"
    if found.bytes is not None:
        yield f"size: {found.bytes / 1_000_000:.1f} MB"


def check(db: Db = DEFAULT) -> None:
    """Verify every span, key and count of the ledger; exit status 1 when something is wrong."""
    from hearsay.ledger.ledger import Ledger

    with exit_statuses(), Updating(db) as progress, Ledger.open(db, create=False, progress=progress) as ledger:
        faults = ledger.check()
        _write(f"{fault.where}: {fault.what}: {fault.remedy}" for fault in faults)
        if faults:
            raise typer.Exit(FAILED)
        held = ledger.status()
        _write([f"all is well: {_number(held.documents, 'document')}, {_number(held.events, 'event')}"])


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The copy; must not exist yet.")], db: Db = DEFAULT
) -> None:
    """Copy a ledger to a file while it is in use."""
    from hearsay.ledger.ledger import Ledger

    with exit_statuses(), Ledger.open(db, read_only=True) as ledger:
        ledger.backup(target)
        _write([f"{target}: a whole copy of {db}"])


def _titled(document: Document) -> str:
    return " ".join(filter(None, (document.id, document.published, document.title and f"“{document.title}”")))


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line[: len(line) - len(line.lstrip())]}{printable(line.strip())}\n")
