"""Did what: events of an article by a lexicon of clauses, with participants, status, date, place and numbers."""

from hearsay.events.coding import code_events
from hearsay.events.lexicon import Entry, Lexicon
from hearsay.events.own import Ontology, OwnType, code_own

__all__ = ["Entry", "Lexicon", "Ontology", "OwnType", "code_events", "code_own"]
