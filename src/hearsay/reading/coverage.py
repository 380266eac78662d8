"""Whether the whole text was read: a reader has limits, and nobody should take silence for an empty page."""

from __future__ import annotations

from hearsay.reading.tree import Reading
from hearsay.records import Note


def unread(reading: Reading) -> tuple[Note, ...]:
    """A note when letters or digits stand behind the last word read, none otherwise."""
    text = reading.document.text
    end = reading.words[-1].end if reading.words else 0
    if not any(character.isalnum() for character in text[end:]):
        return ()
    message = f"only the first {end:,} of {len(text):,} characters were read; split the text into articles"
    return (Note(kind="unread", message=message, spans=((end, len(text)),)),)
