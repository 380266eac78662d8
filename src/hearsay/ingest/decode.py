"""Bytes to text: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252 with a word of warning."""

from __future__ import annotations

import codecs
import re

from hearsay.errors import IngestError

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a ZIP archive, Word or Excel file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"Obj\x01", "an Avro file"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def refuse_binary(head: bytes) -> None:
    """Raise IngestError when the first bytes of a file cannot be text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise IngestError(f"this is {what}, not text: save or export it as text, HTML, CSV or JSON Lines")
    if b"\0" in head and not head.startswith(_UTF16):
        raise IngestError("this is a binary file, or UTF-16 without its mark: save it as text in UTF-8")


def utf16_of(head: bytes) -> bool:
    """Whether a file begins with the mark of UTF-16."""
    return head.startswith(_UTF16)


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, and a warning when its encoding had to be guessed. Line ends are kept as they are.

    A text in UTF-8 with a few broken bytes stays UTF-8, each broken run shown as U+FFFD: reading it as
    Windows-1252 would garble every other accent. Raises IngestError when it is neither.
    """
    if data.startswith(_UTF16):
        try:
            return data.decode("utf-16"), None
        except UnicodeDecodeError:
            raise IngestError("begins like UTF-16 but is cut off or broken: save it as UTF-8") from None
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), None
    except UnicodeDecodeError as error:
        lenient = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")
        broken = lenient.count("\N{REPLACEMENT CHARACTER}")
        intact = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", data))
        if intact > 2 * broken:
            return lenient, f"{broken} broken characters in UTF-8, read as U+FFFD: check how the file was made"
        try:
            return data.decode("cp1252"), "not UTF-8, read as Windows-1252: save it as UTF-8 if accents look wrong"
        except UnicodeDecodeError:
            raise IngestError(
                f"neither UTF-8 (byte {error.start}) nor UTF-16 nor Windows-1252: save it as UTF-8"
            ) from None
