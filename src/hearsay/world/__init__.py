"""What Hearsay knows of the world: countries, offices and their holders, groups, media, places.

Data and look-ups only; nothing here reads an article. Serves ``actors``, ``attribution`` and ``events``.
"""

from hearsay.world.adding import Added, add
from hearsay.world.inquiry import Known, office, show
from hearsay.world.names import normalise
from hearsay.world.rows import AgentNoun, Entity, OfficeTitle, Outlet, Place, Provenance, Term
from hearsay.world.world import World

__all__ = [
    "Added",
    "AgentNoun",
    "Entity",
    "Known",
    "OfficeTitle",
    "Outlet",
    "Place",
    "Provenance",
    "Term",
    "World",
    "add",
    "normalise",
    "office",
    "show",
]
