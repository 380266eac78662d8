"""Reports by speaker: whose words are asked for."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.records import Report, Source


def spoken_by(reports: Iterable[Report], speaker: str | None = None) -> tuple[Report, ...]:
    """The reports of speakers whose name, or whose words in the text, hold ``speaker`` as words, in any case.

    "Lopez" finds "Maria Lopez" and not "Lopezville"; a report by several speakers is theirs all. Without ``speaker``
    all reports. Who only relays ("told Reuters") is no speaker.
    """
    if speaker is None:
        return tuple(reports)
    wanted = _words(speaker)
    return tuple(r for r in reports if any(_holds(words, wanted) for words in _names(r)))


def chain(report: Report) -> tuple[Source, ...]:
    """Who tells the words, outermost first, the speaker last; empty when no one is named."""
    return (*report.via, *((report.source,) if report.source is not None else ()))


def _names(report: Report) -> list[list[str]]:
    speakers = (report.source, *report.also) if report.source is not None else report.also
    texts = [t for s in speakers for t in (s.name, s.text)]
    return [_words(text) for text in (*texts, report.source_text) if text]


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()


def _holds(words: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    return bool(size) and any(words[i : i + size] == wanted for i in range(len(words) - size + 1))
