"""From the figures to the cast that the other rooms read."""

from __future__ import annotations

from hearsay.actors.cast import ActorMention, Cast, Member
from hearsay.actors.figures import Figure, Figures
from hearsay.actors.linking import role_country
from hearsay.actors.phrases import head_phrase
from hearsay.actors.roles import read_role
from hearsay.actors.scene import Scene
from hearsay.actors.sectors import role_sectors
from hearsay.records import Actor


def freeze(scene: Scene, figures: Figures, outlet: Actor | None) -> Cast:
    order = [f for f in figures.all if f.places]
    order.sort(key=lambda f: (min(p.head for p in f.places), f.order))
    index = {figure.order: number for number, figure in enumerate(order)}
    members: list[Member] = []
    found: dict[tuple[int, int], ActorMention] = {}
    for number, figure in enumerate(order):
        mentions = []
        for place in sorted(figure.places, key=lambda p: (p.head, p.first)):
            mention = ActorMention(place.head, place.first, place.last, place.form, index[figure.order])
            mentions.append(mention)
            found[place.head, figure.order] = mention
        members.append(
            Member(
                index=number, actor=actor_of(figure), mentions=tuple(mentions),
                kind="person" if figure.kind == "described" else figure.kind,
                rows=tuple(figure.rows), why=tuple(figure.why), runner_up=figure.runner_up,
            )
        )  # fmt: skip
    at: dict[int, tuple[ActorMention, ...]] = {}
    for head, figure in figures.standing():
        if (head, figure.order) in found:
            at[head] = (*at.get(head, ()), found[head, figure.order])
    return Cast(
        document=scene.reading.document,
        members=tuple(members),
        outlet=outlet,
        dominant_country=scene.dominant,
        describe=lambda word: _describe(scene, figures, word),
        describe_span=lambda word: head_phrase(scene, word),
        near=lambda word: scene.fallback_country(word, local=True),
        _at=at,
    )


def actor_of(figure: Figure) -> Actor:
    entity = figure.entity
    name = entity.name if entity is not None and figure.kind == "country" else figure.name
    return Actor(
        name=name,
        country=figure.country,
        sector=figure.sectors,
        id=entity.id if entity is not None else None,
        role=figure.role,
        wikidata=entity.wikidata if entity is not None else None,
    )


def _describe(scene: Scene, figures: Figures, word: int) -> Actor:
    """Any noun as an actor that keeps its words; country from its own modifiers, sectors by agent noun."""
    first, last = head_phrase(scene, word)
    role = read_role(scene, word)
    name = scene.reading.text(first, last)
    if role is None:
        return Actor(name=name, country=_whereabouts(scene, word))
    country = role_country(scene, figures, role.country, role.owner_word) or _whereabouts(scene, word)
    sectors = role_sectors(scene, figures, role)
    for modifier in reversed(role.words[:-1]) if not sectors else ():
        agent = scene.world.agent(modifier)
        if agent is not None and agent.sectors:
            sectors = agent.sectors
            break
    return Actor(name=name, country=country, sector=sectors)


def _whereabouts(scene: Scene, word: int) -> str | None:
    """Country of a town that is itself the one acted on ("attacks on Aleppo"), or that a thing is said to stand in."""
    name = scene.name_at.get(word)
    if name is not None:
        return scene.place_country(name.text) if name.type == "LOC" else None
    for child in scene.reading.children(word, "nmod"):
        if child.index > word and scene.case(child.index) in ("in", "near", "inside", "at"):
            country = scene.named_country(child.index)
            if country is not None:
                return country
    return None
