"""Which named person a role phrase means: "the Iranian president", "the movement's leader", "the minister"."""

from __future__ import annotations

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.linking import offices as term_offices
from hearsay.actors.recent import LEADING
from hearsay.actors.roles import Role
from hearsay.actors.scene import Scene
from hearsay.actors.wordlists import listed


def named_holder(scene: Scene, figures: Figures, role: Role, country: str | None) -> Figure | None:
    """The named person that holds the role, nearest mention first."""
    if role.kind not in ("person", "") and not role.office:
        return None
    best: tuple[float, int] | None = None
    chosen: Figure | None = None
    owner = owner_figure(figures, role)
    for figure in figures.all:
        if not figure.person or not figure.names:
            continue
        fit = _fits(scene, figures, figure, role, country, owner)
        if fit <= 0:
            continue
        before = [p.head for p in figure.places if p.head < role.head]
        distance = role.head - before[-1] if before else 10_000
        if not before and not role.country:
            continue
        key = (fit - min(distance, 2000) / 2000, -figure.order)
        if best is None or key > best:
            best, chosen = key, figure
    return chosen


def owner_figure(figures: Figures, role: Role) -> Figure | None:
    owners = figures.at(role.owner_word) if role.owner_word is not None else []
    return owners[0] if owners else None


def _fits(
    scene: Scene, figures: Figures, figure: Figure, role: Role, country: str | None, owner: Figure | None
) -> float:
    """How well a named person fits a role phrase: 0 not at all."""
    body = owner is not None and owner.kind not in ("country", "person")
    if country is not None and figure.country not in (None, country):
        return 0.0
    alone = (
        country is None and not role.definite and not (role.office and scene.reading.words[role.head].upos == "PROPN")
    )
    if alone:
        return 0.0
    offices = {r.office for r in figure.roles if r.office and not _bodily(figures, r)}
    noun_words = {r.noun.split()[-1] for r in figure.roles}
    if figure.entity is not None:
        held = scene.world.roles(figure.entity.id, scene.on) if scene.on else scene.world.terms(figure.entity.id)
        for term in held:
            offices.update(term_offices(scene, term))
            noun_words.update(w.casefold() for w in term.title.split()[-1:])
    noun = role.noun.split()[-1]
    if body:
        owned = [r for r in figure.roles if (found := owner_figure(figures, r)) is not None and found is owner]
        if any(r.noun.split()[-1] == noun or (r.office and r.office == role.office) for r in owned):
            return 3.0
        if noun in listed("leader") and any(r.noun.split()[-1] in listed("leader") for r in owned):
            return 2.5
        return 0.0
    if role.office and role.office in offices and (len(role.words) > 1 or noun in noun_words or role.office in LEADING):
        return (3.0 if country is not None else 2.0) + (0.5 if noun in noun_words else 0.0)
    if noun in ("leader", "leadership", "ruler", "strongman") and (offices & LEADING or noun in noun_words):
        return 2.0 if country is not None or role.definite else 0.0
    if noun in noun_words and role.definite and len(role.words) == 1:
        return 1.5
    return 0.0


def _bodily(figures: Figures, role: Role) -> bool:
    """Whether a role is held in a body that is no state ("University president")."""
    owner = owner_figure(figures, role)
    return owner is not None and owner.kind not in ("country", "person")
