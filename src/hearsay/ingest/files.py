"""Paths to documents, one after the other: files, folders of files, standard input.

Nothing is held but the document in hand, so the input may be larger than memory. What cannot be read becomes a
:class:`Problem` in its place, and the reading goes on.
"""

from __future__ import annotations

import io
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from hearsay.errors import IngestError
from hearsay.ingest.decode import decode, refuse_binary
from hearsay.ingest.drafts import Assembler, Defaults, Draft, Incoming
from hearsay.ingest.folders import Found, walk
from hearsay.ingest.heading import front_matter
from hearsay.ingest.kinds import Kind, kind_of, sniff
from hearsay.ingest.pages import read_page
from hearsay.ingest.problems import Problem
from hearsay.ingest.seen import Seen
from hearsay.ingest.tables import read_csv, read_json, read_json_lines
from hearsay.records import Document

STANDARD_INPUT = "-"
_STDIN_NAME = "standard input"
_HEAD = 8192


def read_documents(
    paths: Iterable[str | Path], defaults: Defaults | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Document | Problem]:
    """Documents of the paths in order; a folder's files in the order of their names, ``-`` for standard input.

    A document's id is what its record says, else the file's name without suffix (below a folder: its path from
    there), else its digest. The second document with an id that was met before is an error; the first is kept.
    """
    for item in read_incoming(paths, defaults, stdin=stdin):
        yield item if isinstance(item, Problem) else item.document


def read_incoming(
    paths: Iterable[str | Path], defaults: Defaults | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Incoming | Problem]:
    """The same, each document with the place it came from and how much had been read by then."""
    defaults = defaults or Defaults()
    assembler = Assembler(defaults)
    done = 0
    with closing(Seen()) as seen:
        for path in paths:
            for found in _found(path):
                if isinstance(found, Problem):
                    yield found
                    continue
                position = 0
                for item, position in _drafts(found, defaults, stdin):
                    if isinstance(item, Problem):
                        yield item
                        continue
                    results = list(assembler.assemble(found.name, item))
                    if isinstance(results[-1], Incoming):
                        results[-1] = _unless_met(replace(results[-1], read_bytes=done + position), seen)
                        if isinstance(results[-1], Problem):
                            results = results[-1:]  # what else is wrong with a document that is left out is no matter
                    yield from results
                done += position
                yield from assembler.finish(found.name)


def total_bytes(paths: Iterable[str | Path]) -> int | None:
    """How many bytes there are to read, as far as can be told beforehand; None with standard input or a pipe."""
    total = 0
    for path in paths:
        for found in _found(path):
            if isinstance(found, Problem):
                continue
            if found.path is None or not found.path.is_file():
                return None
            total += found.path.stat().st_size
    return total


def _unless_met(incoming: Incoming, seen: Seen) -> Incoming | Problem:
    before = seen.first_place(incoming.document.id, incoming.where)
    if before is None:
        return incoming
    message = f"id {incoming.document.id!r} was taken by {before}, which is kept: give it another id"
    return Problem("error", incoming.where, message)


def _found(path: str | Path) -> Iterator[Found | Problem]:
    if str(path) == STANDARD_INPUT:
        yield Found(_STDIN_NAME, None, None)
        return
    path = Path(path)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Problem("error", str(path), f"cannot be read ({_reason(error)}): check the path")
        return
    if stat.S_ISDIR(mode):
        yield from walk(path)
    else:
        yield Found(str(path), path, path.stem if stat.S_ISREG(mode) else None)


def _drafts(found: Found, defaults: Defaults, stdin: BinaryIO | None) -> Iterator[tuple[Draft | Problem, int]]:
    """What a file holds, each with the number of bytes that were read by then."""
    try:
        if found.path is None:
            for item in _read(stdin or sys.stdin.buffer, None, found, defaults):
                yield item, 0
            return
        kind = kind_of(found.path)
        with open(found.path, "rb") as stream:
            for item in _read(stream, kind, found, defaults):
                yield item, stream.tell() if stream.seekable() else 0
    except IngestError as error:
        yield Problem("error", found.name, str(error)), 0
    except (OSError, ValueError) as error:
        message = f"cannot be read ({_reason(error)}): check the file and its permissions"
        yield Problem("error", found.name, message), 0


def _read(stream: BinaryIO, kind: Kind | None, found: Found, defaults: Defaults) -> Iterator[Draft | Problem]:
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(io.BytesIO(stream.read()))
    head = buffered.peek(_HEAD)[:_HEAD]
    if not head:
        raise IngestError("empty: nothing to code")
    refuse_binary(head)
    kind = kind or sniff(head)
    if kind == "json lines":
        yield from read_json_lines(buffered, found.name, defaults)
    elif kind == "json":
        yield from read_json(buffered, found.name, defaults, found.id)
    elif kind == "csv":
        yield from read_csv(buffered, found.name, defaults)
    else:
        data = _whole(buffered, defaults, page=kind == "page")
        yield read_page(data, found.name, found.id) if kind == "page" else _read_text(data, kind, found)


def _read_text(data: bytes, kind: Kind, found: Found) -> Draft:
    text, warning = decode(data)
    stated = front_matter(text)[1] if kind == "markdown" else {}
    return Draft(
        found.name,
        text,
        stated.get("id") or found.id,
        stated.get("title"),
        stated.get("published"),
        stated.get("outlet"),
        stated.get("url"),
        markdown=kind == "markdown",
        warnings=(warning,) if warning else (),
    )


def _whole(stream: BinaryIO, defaults: Defaults, *, page: bool) -> bytes:
    """All bytes of a file that holds one document, without reading the rest of one that is far too long."""
    limit = (8 if page else 4) * defaults.max_chars + 4
    data = stream.read(limit + 1)
    if len(data) > limit:
        what = "page" if page else "text"
        raise IngestError(
            f"a {what} of more than {limit // 1_000_000} MB, over the {defaults.max_chars:,} characters of one "
            "document: split it into articles, or raise the limit with --max-chars"
        )
    return data


def _reason(error: Exception) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)[:80]
