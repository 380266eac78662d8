"""The files of a folder, by name, from its top to its last folder."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.ingest.kinds import SUFFIXES
from hearsay.ingest.problems import Problem

_PAGE_SUFFIXES = tuple(suffix for suffix, kind in SUFFIXES.items() if kind == "page")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its name for messages, where it is (None: standard input), and the id its one document gets."""

    name: str
    path: Path | None
    id: str | None


def walk(folder: Path) -> Iterator[Found | Problem]:
    """Every file below ``folder`` that is read by its suffix, sorted; hidden ones are left alone.

    Other files are counted and named in one line at the end. Links to folders are not followed: they may go round.
    """
    skipped: Counter[str] = Counter()
    failures: list[OSError] = []
    found_any = False
    for here, folders, names in os.walk(folder, onerror=failures.append):
        names.sort()
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not _page_parts(f, names))
        while failures:
            yield _unreadable(failures.pop(0))
        for name in names:
            if name.startswith("."):
                continue
            path = Path(here, name)
            if path.suffix.lower() in SUFFIXES:
                found_any = True
                yield Found(str(path), path, path.relative_to(folder).with_suffix("").as_posix())
            else:
                skipped[path.suffix.lower() or "no suffix"] += 1
    while failures:
        found_any = True  # the reason was given
        yield _unreadable(failures.pop(0))
    if not found_any:
        yield Problem("error", str(folder), f"no file in this folder can be read: it takes {' '.join(SUFFIXES)}")
    elif skipped:
        kinds = ", ".join(f"{n} with {suffix}" for suffix, n in sorted(skipped.items())[:8])
        yield Problem("warning", str(folder), f"left out, being of other kinds: {kinds}")


def _page_parts(folder: str, names: list[str]) -> bool:
    """Whether a folder holds the pictures and scripts that a browser saved beside a page ("Page_files")."""
    stem = folder.removesuffix("_files")
    return stem != folder and any(stem + suffix in names for suffix in _PAGE_SUFFIXES)


def _unreadable(error: OSError) -> Problem:
    return Problem("error", str(error.filename), f"cannot be read ({error.strerror}): check its permissions")
