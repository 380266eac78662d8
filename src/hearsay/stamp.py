"""Which coder made a coding: the version of Hearsay and a digest of everything that decides beside the code.

    hearsay 0.1.0+3f9c0a81

The digest covers the weights of the reader, the word lists of every room, the tables of the world, and a project's own
tables. Two codings with one stamp come from the same knowledge; another stamp is a reason to code again.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from hearsay import __version__

_PACKAGE = Path(__file__).parent
_ROOMS = ("reading", "world", "actors", "attribution", "events")
_PARTS = ("lexicon", "world", "ontology")
_DIGITS = 8


@cache
def coder_stamp(project: Path | None = None) -> str:
    """The stamp of the coder that comes with Hearsay, or of one with the tables in a project's folder."""
    digest = hashlib.sha256()
    for room in _ROOMS:
        _take_in(digest, _PACKAGE / room)
    if project is not None:
        for part in _PARTS:
            _take_in(digest, project / part)
    return f"hearsay {__version__}+{digest.hexdigest()[:_DIGITS]}"


def _take_in(digest: hashlib._Hash, folder: Path) -> None:
    """Every file below a folder that is no program, by its name and content."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            digest.update(f"{path.relative_to(folder)}\n".encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
