"""The cast while it is being put together: figures gather mentions, names, roles and reasons."""

from __future__ import annotations

from dataclasses import dataclass, field

from hearsay.actors.cast import Form
from hearsay.actors.roles import Role
from hearsay.world import Entity


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands in the text."""

    head: int
    first: int
    last: int
    form: Form


@dataclass(eq=False, slots=True)
class Figure:
    """One actor in the making. Compared by identity."""

    order: int
    name: str
    kind: str = "unknown"
    names: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    entity: Entity | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    plural: bool = False
    gender: str = ""
    type: str = ""
    """The type of its names: PER, ORG, LOC, NORP, MISC or ""."""
    fixed: bool = False
    """Country and sectors are settled; nothing later changes them."""
    rows: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    runner_up: str | None = None
    """The known actor that came next, or that did not come near enough."""

    @property
    def person(self) -> bool:
        return self.kind == "person"


class Figures:
    """All figures, and which of them stand at a word."""

    def __init__(self) -> None:
        self.all: list[Figure] = []
        self._made = 0
        self._at: dict[int, list[tuple[Figure, Place]]] = {}

    def new(self, name: str, kind: str = "unknown") -> Figure:
        figure = Figure(self._made, name, kind)
        self._made += 1
        self.all.append(figure)
        return figure

    def place(self, figure: Figure, head: int, first: int, last: int, form: Form) -> None:
        """Record a mention, once for each figure and head word."""
        here = self._at.setdefault(head, [])
        if all(other is not figure for other, _ in here):
            place = Place(head, first, last, form)
            here.append((figure, place))
            figure.places.append(place)

    def at(self, head: int) -> list[Figure]:
        return [figure for figure, _ in self._at.get(head, ())]

    def has(self, head: int) -> bool:
        return head in self._at

    def drop(self, figure: Figure, place: Place) -> None:
        """Take a mention back from a word; the figure keeps its own list."""
        here = self._at.get(place.head, [])
        here[:] = [(f, p) for f, p in here if f is not figure]
        if not here:
            self._at.pop(place.head, None)

    def merge(self, kept: Figure, gone: Figure) -> None:
        """Move everything of one figure to another."""
        for place in gone.places:
            here = self._at[place.head]
            here[:] = [(kept if f is gone else f, p) for f, p in here]
        kept.places = sorted([*kept.places, *gone.places], key=lambda p: p.head)
        kept.names += [n for n in gone.names if n not in kept.names]
        kept.roles += gone.roles
        kept.gender = kept.gender or gone.gender
        if len(gone.name) > len(kept.name) and kept.kind not in ("country",):
            kept.name = gone.name
        self.all.remove(gone)

    def standing(self) -> list[tuple[int, Figure]]:
        """Every word with its figures, those of one word in the order in which the phrase names them."""
        return [(head, figure) for head in sorted(self._at) for figure, _ in self._at[head]]
