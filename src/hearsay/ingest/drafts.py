"""From the fields of one record, as they came, to a document: with a line for each thing that is not right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from hearsay.errors import IngestError
from hearsay.ingest.dates import iso_date
from hearsay.ingest.document import MAX_CHARS, make_document, whole_characters
from hearsay.ingest.problems import Problem
from hearsay.records import Document, Region

COLUMNS = ("id", "text", "title", "published", "outlet", "url")
"""What a table says of a document; only ``text`` must be there. Other columns are left alone."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What to take when a document does not say it itself, and how long one may be."""

    published: str | None = None
    outlet: str | None = None
    max_chars: int = MAX_CHARS


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of one record before they were checked, and where they stand."""

    where: str
    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    markdown: bool = False
    regions: tuple[Region, ...] | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document and where it came from, for messages about it."""

    where: str
    document: Document
    read_bytes: int = 0
    """Bytes of all input that were read when it was made: how far the work has come."""


@dataclass
class Assembler:
    """Makes documents from drafts. Counts the undated, so that ten thousand of them are not ten thousand lines."""

    defaults: Defaults
    undated: dict[str, int] = field(default_factory=dict)
    UNDATED_LINES = 5

    def assemble(self, source: str, draft: Draft) -> Iterator[Incoming | Problem]:
        """The document of a draft from the file ``source``, after the problems met on the way."""
        for warning in draft.warnings:
            yield Problem("warning", draft.where, warning)
        mended = replace(
            draft,
            text=whole_characters(draft.text),
            id=_mended(draft.id),
            title=_mended(draft.title),
            published=_mended(draft.published),
            outlet=_mended(draft.outlet),
            url=_mended(draft.url),
        )
        if mended != draft:
            yield Problem("warning", draft.where, "half of a surrogate pair, which is no character, read as U+FFFD")
        published = mended.published or self.defaults.published
        if published:
            try:
                published = iso_date(published)
            except ValueError as error:
                yield Problem("error", draft.where, f"published: {error}; coded as a document without a date")
                published = None
        try:
            document = make_document(
                mended.text,
                id=mended.id,
                title=mended.title,
                published=published,
                outlet=mended.outlet or self.defaults.outlet,
                url=mended.url,
                regions=mended.regions,
                markdown=mended.markdown,
                max_chars=self.defaults.max_chars,
            )
        except IngestError as error:
            yield Problem("error", draft.where, str(error))
            return
        if not document.published and not (mended.published or self.defaults.published):
            yield from self._note_undated(source, draft.where)
        yield Incoming(draft.where, document)

    def _note_undated(self, source: str, where: str) -> Iterator[Problem]:
        self.undated[source] = self.undated.get(source, 0) + 1
        if self.undated[source] <= self.UNDATED_LINES:
            yield Problem(
                "warning", where, 'no date of publication, so "on Monday" stays open: give it, or use --published DATE'
            )

    def finish(self, source: str) -> Iterator[Problem]:
        """What is left to say when a file is done."""
        more = self.undated.pop(source, 0) - self.UNDATED_LINES
        if more > 0:
            yield Problem("warning", source, f"{more} more documents without a date of publication")


def draft_of(where: str, record: object, id: str | None = None) -> Draft:
    """A draft from one JSON object or table row. Raises IngestError when it is no such thing, or has no text."""
    if not isinstance(record, Mapping):
        raise IngestError(f"not an object with the fields {', '.join(COLUMNS)} but {_kind(record)}")
    if record.get("text") is None:
        known = ", ".join(sorted(map(str, record))[:8])
        raise IngestError(f"no text (its fields: {known or 'none'}): put the article into the field 'text'")
    values: dict[str, str | None] = {}
    for name in COLUMNS:
        value = record.get(name)
        if isinstance(value, Mapping) and name == "outlet":
            value = value.get("name")  # an outlet given as an actor: {"name": ..., "country": ...}
        if isinstance(value, int) and not isinstance(value, bool) and name in ("id", "published"):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise IngestError(f"field '{name}' is {_kind(value)}: make it a string")
        values[name] = value
    id = (values["id"] or "").strip() or id
    return Draft(where, values["text"] or "", id, values["title"], values["published"], values["outlet"], values["url"])


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number",
             float: "a number", type(None): "null"}  # fmt: skip
    return names.get(type(value), type(value).__name__)


def _mended(value: str | None) -> str | None:
    return None if value is None else whole_characters(value)
