"""What is done with each document, as small values that can be sent to another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hearsay.cli.screen import Screen
from hearsay.export.lines import RecordKind
from hearsay.records import Document

if TYPE_CHECKING:
    from hearsay.pipeline import Coder

CodeFormat = Literal["table", "json", "jsonl", "csv"]
ExplainFormat = Literal["text", "html"]
QuotesFormat = Literal["table", "jsonl", "csv"]
ReadFormat = Literal["table", "conllu"]


@dataclass(frozen=True, slots=True)
class CodeStep:
    """Code a document and write its records in one of the forms."""

    format: CodeFormat
    records: RecordKind
    screen: Screen
    min_confidence: float = 0.0

    def __call__(self, coder: Coder, document: Document) -> str:
        coding = coder.code(document)
        if self.min_confidence:
            sure = tuple(event for event in coding.events if event.confidence >= self.min_confidence)
            coding = coding.model_copy(update={"events": sure})
        match self.format:
            case "table":
                from hearsay.cli.tables import table

                return table(coding, self.records, self.screen)
            case "csv":
                from hearsay.export.flat import csv_rows

                return csv_rows(coding, self.records)
            case "jsonl" | "json":
                from hearsay.export.lines import json_lines

                lines = json_lines(coding, self.records)
                # Not splitlines(): JSON strings may hold other line ends as they are.
                return lines if self.format == "jsonl" else ",\n".join(lines.removesuffix("\n").split("\n"))


@dataclass(frozen=True, slots=True)
class ExplainStep:
    """Code a document and say why."""

    format: ExplainFormat
    screen: Screen

    def __call__(self, coder: Coder, document: Document) -> str:
        coding = coder.code(document)
        if self.format == "html":
            from hearsay.explain import article

            return article(coding)
        from hearsay.explain import explanation

        return explanation(coding, width=self.screen.width, colour=self.screen.colour)


@dataclass(frozen=True, slots=True)
class QuotesStep:
    """Code a document and write who said what in it, all speakers or one."""

    format: QuotesFormat
    speaker: str | None
    screen: Screen

    def __call__(self, coder: Coder, document: Document) -> str:
        from hearsay.export.spoken import spoken_by

        coding = coder.code(document)
        reports = spoken_by(coding.reports, self.speaker)
        match self.format:
            case "table":
                from hearsay.cli.speakers import speakers_table

                return speakers_table(document, reports, self.screen)
            case "csv":
                from hearsay.export.flat import csv_rows

                return csv_rows(coding.model_copy(update={"reports": reports}), "reports")
            case "jsonl":
                return "".join(report.model_dump_json(by_alias=True) + "\n" for report in reports)


@dataclass(frozen=True, slots=True)
class ReadStep:
    """Read a document: words and trees."""

    format: ReadFormat
    screen: Screen

    def __call__(self, coder: Coder, document: Document) -> str:
        reading = coder.read(document)
        if self.format == "conllu":
            from hearsay.export.conllu import conllu

            return conllu(reading)
        from hearsay.cli.trees import words_table

        return words_table(reading, self.screen)
