"""The corridor: a document goes in, a coding comes out, room by room. Nothing else happens here.

    Document -> reading -> Reading -> actors -> Cast -> attribution -> Attribution -> events -> Coding

Each step is a pure function of what stands to its left and of three things loaded once: the reader (a model),
the world (knowledge) and the lexicon (what words do). So one :class:`Coder` may serve many threads.
"""

from __future__ import annotations

from pathlib import Path

from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.contradictions import contradictions
from hearsay.errors import HearsayError
from hearsay.events import Lexicon, Ontology, code_events, code_own
from hearsay.reading import Reader, Reading, default_reader
from hearsay.reading.coverage import unread
from hearsay.records import Coding, Document
from hearsay.world import World


class Coder:
    """Reads and codes documents. Costly to make (loads the model once), safe to share between threads."""

    def __init__(
        self,
        reader: Reader | None = None,
        world: World | None = None,
        lexicon: Lexicon | None = None,
        ontology: Ontology | None = None,
    ):
        self.reader = reader if reader is not None else default_reader()
        self.world = world if world is not None else World.default()
        self.lexicon = lexicon if lexicon is not None else Lexicon.default()
        self.ontology = ontology

    @classmethod
    def of_project(cls, folder: str | Path, reader: Reader | None = None) -> Coder:
        """A coder with a project's own tables: ``lexicon/``, ``world/`` and ``ontology/`` in its folder, each optional.

        Raises HearsayError when the folder holds none of them, LexiconError or WorldError for a bad row.
        """
        path = Path(folder)
        parts = {name: path / name for name in ("lexicon", "world", "ontology") if (path / name).is_dir()}
        if not parts:
            raise HearsayError(f"{path}: no project; make a folder there with lexicon/, ontology/ or world/ in it")
        lexicon = Lexicon.load(parts["lexicon"]) if "lexicon" in parts else Lexicon.default()
        world = World.load(parts["world"]) if "world" in parts else None
        ontology = Ontology.load(parts["ontology"], path / "lexicon") if "ontology" in parts else None
        return cls(reader, world, lexicon, ontology)

    @property
    def vocabulary(self) -> Lexicon:
        """The lexicon, with the entries of a project's own types when there are any."""
        return self.lexicon if self.ontology is None else self.ontology.lexicon

    def read(self, document: Document) -> Reading:
        """The linguistic reading alone."""
        return self.reader.read(document)

    def code(self, document: Document) -> Coding:
        """Everything Hearsay says about a document."""
        reading = self.reader.read(document)
        cast = find_cast(reading, self.world)
        attribution = attribute(reading, cast, self.world)
        events = code_events(reading, cast, attribution, self.world, self.lexicon)
        own = code_own(reading, cast, attribution, self.world, self.ontology) if self.ontology else ()
        return Coding(
            document=document,
            actors=cast.records(reading.span),
            events=events,
            reports=attribution.reports,
            notes=(*unread(reading), *attribution.notes, *contradictions(document, events)),
            own=own,
        )
