"""Article text on a screen: a hostile page must not move the cursor, ring bells or turn the reading direction."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner belong to words of Persian and Indic scripts, and to emoji."""

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def printable(text: str) -> str:
    """The text on one line, without control and format characters; white space becomes single spaces."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(c for c in text if c.isspace() or c in _JOINERS or unicodedata.category(c) not in _HIDDEN)
    return " ".join(text.split())


def shortened(text: str, width: int) -> str:
    """The printable text, cut at a word with an ellipsis when it is longer than ``width`` characters."""
    line = printable(text)
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[width // 2 :] else cut).rstrip(" ,;:") + "…"
