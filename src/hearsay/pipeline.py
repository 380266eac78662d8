"""The corridor: a document goes in, a coding comes out, room by room. Nothing else happens here.

    Document -> reading -> Reading -> actors -> Cast -> attribution -> Attribution -> events -> Coding

Each step is a pure function of what stands to its left and of three things loaded once: the reader (a model),
the world (knowledge) and the lexicon (what words do). So one :class:`Coder` may serve many threads.
"""

from __future__ import annotations

from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.contradictions import contradictions
from hearsay.events import Lexicon, code_events
from hearsay.reading import Reader, Reading, default_reader
from hearsay.reading.coverage import unread
from hearsay.records import Coding, Document
from hearsay.world import World


class Coder:
    """Reads and codes documents. Costly to make (loads the model once), safe to share between threads."""

    def __init__(self, reader: Reader | None = None, world: World | None = None, lexicon: Lexicon | None = None):
        self.reader = reader if reader is not None else default_reader()
        self.world = world if world is not None else World.default()
        self.lexicon = lexicon if lexicon is not None else Lexicon.default()

    def read(self, document: Document) -> Reading:
        """The linguistic reading alone."""
        return self.reader.read(document)

    def code(self, document: Document) -> Coding:
        """Everything Hearsay says about a document."""
        reading = self.reader.read(document)
        cast = find_cast(reading, self.world)
        attribution = attribute(reading, cast, self.world)
        events = code_events(reading, cast, attribution, self.world, self.lexicon)
        return Coding(
            document=document,
            actors=cast.records(reading.span),
            events=events,
            reports=attribution.reports,
            notes=(*unread(reading), *attribution.notes, *contradictions(document, events)),
        )
