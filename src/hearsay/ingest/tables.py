"""JSON Lines, JSON and CSV, read record by record: a file may be far larger than memory."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from hearsay.errors import IngestError
from hearsay.ingest.decode import decode, utf16_of
from hearsay.ingest.drafts import COLUMNS, Defaults, Draft, draft_of
from hearsay.ingest.problems import Problem

_BYTES_PER_CHAR = 8
"""Room for a line: a character escaped in JSON takes six bytes, and the other fields want some."""


def read_json_lines(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Draft | Problem]:
    """One draft a line; a line that cannot be read is a problem, and the next one is read."""
    for number, line in _lines(stream, source, defaults):
        where = f"{source}:{number}"
        if isinstance(line, Problem):
            yield line
            continue
        if not line.strip():
            continue
        try:
            text, warning = decode(line)
            draft = draft_of(where, _loads(text.rstrip("\r\n")))
        except IngestError as error:
            yield Problem("error", where, str(error))
        else:
            yield _warned(draft, warning)


def read_json(stream: BinaryIO, source: str, defaults: Defaults, id: str | None) -> Iterator[Draft | Problem]:
    """One object, or a list of objects. Read whole: for many documents JSON Lines is the form."""
    limit = _BYTES_PER_CHAR * defaults.max_chars
    data = stream.read(limit + 1)
    if len(data) > limit:
        yield Problem("error", source, f"larger than {limit:,} bytes, which JSON is read whole: make it JSON Lines")
        return
    try:
        text, warning = decode(data)
        value = _loads(text)
    except IngestError as error:
        yield Problem("error", source, str(error))
        return
    several = isinstance(value, list)
    for number, record in enumerate(value if isinstance(value, list) else [value], start=1):
        where = f"{source}:record {number}" if several else source
        try:
            yield _warned(draft_of(where, record, id=None if several else id), warning if number == 1 else None)
        except IngestError as error:
            yield Problem("error", where, str(error))


def read_csv(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Draft | Problem]:
    """One draft a row. The first row names the columns; the mark between them is a comma, semicolon or tab."""
    # The limit is the csv module's only setting that is global; it is raised, never lowered.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * defaults.max_chars))
    problems: list[Problem] = []
    lines = _decoded(stream, source, defaults, problems)
    header_line = next(lines, "")
    if problems or not header_line.strip():
        yield problems[0] if problems else Problem("error", source, "the file is empty: nothing to code")
        return
    mark = max(",;\t", key=header_line.count)
    header = [name.strip().lower() for name in next(csv.reader([header_line], delimiter=mark))]
    if "text" not in header:
        found = ", ".join(header[:8])
        yield Problem("error", source, f"no column 'text' in the first row ({found}): name them {', '.join(COLUMNS)}")
        return
    rows = csv.reader(lines, delimiter=mark, strict=True)
    while True:
        where = f"{source}:{rows.line_num + 2}"
        try:
            row = next(rows)
        except StopIteration:
            yield from problems
            return
        except csv.Error as error:
            yield from problems
            problems.clear()
            reason = str(error).replace("\t", "\\t")
            yield Problem("error", where, f"not a row of CSV ({reason}): check its quotation marks")
            if "limit" in reason:
                return  # what follows is the rest of a cell that was never closed
            continue
        yield from problems
        problems.clear()
        if not row:
            continue
        if len(row) > len(header):
            yield Problem(
                "error", where, f"{len(row)} cells for {len(header)} columns: quote text that holds a {mark!r}"
            )
            continue
        try:
            record = {name: cell for name, cell in zip(header, row, strict=False) if name in COLUMNS and cell}
            yield draft_of(where, record)
        except IngestError as error:
            yield Problem("error", where, str(error))


def _loads(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        what = error.msg.removesuffix(" at")
        raise IngestError(f"not valid JSON ({what} at {at}): mend it or take it out") from None
    except (RecursionError, ValueError) as error:  # nested too deep, or a number of thousands of digits
        raise IngestError(f"not JSON that can be read ({str(error)[:60]}): mend it or take it out") from None


def _warned(draft: Draft, warning: str | None) -> Draft:
    return replace(draft, warnings=(warning,)) if warning else draft


def _lines(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[tuple[int, bytes | Problem]]:
    """Numbered lines of a stream, in UTF-8 when it was UTF-16; a line that is too long comes as a problem."""
    limit = _BYTES_PER_CHAR * defaults.max_chars
    number = 0
    head = stream.readline(limit)
    if utf16_of(head):
        # readline stops in the middle of UTF-16's two-byte line end, so the head goes back in front.
        text = io.TextIOWrapper(io.BufferedReader(_Chained(head, stream)), "utf-16", newline="\n")
        try:
            while line := text.readline(limit):
                number += 1
                yield number, line.encode("utf-8", errors="surrogatepass")
        except UnicodeError:
            yield number + 1, Problem("error", f"{source}:{number + 1}", "broken UTF-16: save the file as UTF-8")
        return
    while head:
        number += 1
        if len(head) >= limit and not head.endswith(b"\n"):
            while head and not head.endswith(b"\n"):
                head = stream.readline(limit)
            where = f"{source}:{number}"
            yield number, Problem("error", where, f"a line longer than {limit:,} bytes: split it into articles")
        else:
            yield number, head
        head = stream.readline(limit)


def _decoded(stream: BinaryIO, source: str, defaults: Defaults, problems: list[Problem]) -> Iterator[str]:
    """Lines as text, for a reader that can only take lines; what goes wrong is left in ``problems``."""
    for number, line in _lines(stream, source, defaults):
        if isinstance(line, Problem):
            problems.append(line)
            continue
        try:
            text, warning = decode(line)
        except IngestError as error:
            problems.append(Problem("error", f"{source}:{number}", str(error)))
            continue
        if warning:
            problems.append(Problem("warning", f"{source}:{number}", warning))
        yield text


class _Chained(io.RawIOBase):
    """Some bytes that were read already, then the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO):
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)
