"""Those spoken of just before, and phrases that point back at several of them: "both countries", "the ministers"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.linking import offices as term_offices
from hearsay.actors.roles import Role
from hearsay.actors.scene import Scene
from hearsay.actors.wordlists import listed

LEADING = frozenset(("head-of-state", "head-of-government", "leader", "monarch"))
_NEAR = 3
"""Sentences back within which a definite description looks for its figure."""


def recent(scene: Scene, figures: Figures, before: int, near: int = _NEAR) -> list[tuple[int, Figure]]:
    """Mentions before a word, the latest first, no further back than ``near`` sentences."""
    here = scene.reading.sentence_of(before).index
    first = scene.reading.sentences[max(0, here - near)].first
    found: list[tuple[int, Figure]] = []
    for head in range(before - 1, first - 1, -1):
        found += [(head, figure) for figure in figures.at(head)]
    return found


def of_two(scene: Scene, role: Role) -> bool:
    """ "Both armies", "the two militaries", "soldiers on both sides"."""
    sides = (c for c in scene.reading.children(role.head, "nmod") if c.lemma.casefold() == "side")
    if role.plural and role.country is None and any(_both(scene, c.index) for c in sides):
        return True
    before = {scene.reading.words[i].text.casefold() for i in range(role.first, role.head)}
    return role.plural and role.country is None and ("both" in before or (role.number == 2 and role.definite))


def _both(scene: Scene, head: int) -> bool:
    return any(w.text.casefold() == "both" for w in scene.reading.children(head, "det", "amod", "nummod"))


def two_sides(scene: Scene, figures: Figures, role: Role) -> list[Figure]:
    """ "Both sides": an armed movement spoken of and its foe, else two states, without who calls on them."""
    here = scene.reading.sentence_of(role.head)
    above = [c.index for a in scene.reading.ancestors(role.head) for c in scene.reading.children(a.index, "nsubj")]
    above += [c.index for i in above for c in scene.reading.children(i, "conj")]
    callers = {f.order for i in above if i < role.head for f in figures.at(i)}
    weights: Counter[int] = Counter()
    known: dict[int, Figure] = {}
    for _, figure in recent(scene, figures, role.head, near=here.index):
        if figure.order not in callers and figure.country is not None:
            known[figure.order] = figure
            weights[figure.order] += 1
    ranked = sorted(known.values(), key=lambda f: (-weights[f.order], f.order))
    rebels = next((f for f in ranked if f.kind == "armed-group" and weights[f.order] > 1), None)
    if rebels is None:
        return two_states(scene, figures, role, callers)
    army = [f for f in ranked if f.kind == "group" and f.sectors[:1] == ("MIL",) and f.country == rebels.country]
    states = [f for f in ranked if f.kind in ("country", "armed-group") and f is not rebels]
    foe = next(iter((*army, *states)), None)
    return sorted((rebels, foe), key=lambda f: f.order) if foe is not None else []


def two_states(scene: Scene, figures: Figures, role: Role, without: Container[int] = ()) -> list[Figure]:
    """The two states most often named, of those named so far; a nearer one counts more."""
    weights: dict[str, float] = {}
    states: dict[str, Figure] = {}
    here = scene.reading.sentence_of(role.head).index
    for head, figure in recent(scene, figures, role.head, near=here):
        if figure.kind == "country" and figure.country is not None and figure.order not in without:
            states.setdefault(figure.country, figure)
            near = 0.9 ** (here - scene.reading.sentence_of(head).index)
            weights.setdefault(figure.country, scene.counts[figure.country] + near)
    ranked = sorted(states, key=lambda c: (-weights[c], states[c].order))[:2]
    return sorted((states[c] for c in ranked), key=lambda f: f.order) if len(ranked) == 2 else []


def pair(scene: Scene, figures: Figures, role: Role, noun: str) -> list[Figure]:
    """ "the two leaders", "both countries", "either side": the last two figures of that kind."""
    kinds = listed("pair").get(noun, "").split("|")
    before = [scene.reading.words[i].text.casefold() for i in range(role.first, role.head)]
    if noun == "side" and ({"either", "both", "neither"}.intersection(before)):
        kinds = listed("pair")["sides"].split("|")
    bare = noun == "sides" and role.definite and role.number is None and len(role.words) == 1  # "the sides agreed"
    several = {"both", "either", "neither"}.intersection(before)
    if kinds == [""] or role.country or (role.number != 2 and not bare and not several):
        return []
    if role.number == 2 and not role.definite:
        return []
    if kinds == ["country"] and noun in ("side", "sides"):
        return two_sides(scene, figures, role)
    if kinds == ["country"]:
        states = two_states(scene, figures, role)
        if states:
            return states
    found: list[Figure] = []
    heads = [c.index for c in scene.reading.children(scene.clause(role.head).index, "nsubj")]
    hosts = [f for i in heads if i != role.head for f in figures.at(i)]
    near = [f for _, f in recent(scene, figures, role.head, near=8) if f not in hosts]
    if hosts and noun == "leaders":
        near = [f for f in near if "leader" in _held(scene, f)]
    for figure in near:
        if figure.kind in kinds and figure not in found:
            found.append(figure)
        if len(found) == 2:
            return found[::-1]
    return []


def several(scene: Scene, figures: Figures, role: Role) -> list[Figure]:
    """ "The ministers" after two are named: those just spoken of who hold such an office, each of another state, or two
    close by.
    """
    pointed = role.plural and role.office and role.owner_word is None and role.number in (None, 2, 3)
    lemma = scene.reading.words[role.head].lemma.casefold()
    if pointed and not role.definite and scene.reading.sentence_of(role.head).index == 0:
        return _announced(scene, figures, role, lemma)
    if not pointed or not role.definite:
        return []
    found: list[Figure] = []
    for _, figure in recent(scene, figures, role.head, near=8):
        if figure.person and figure not in found and lemma in _held(scene, figure):
            found.append(figure)
    states = {figure.country for figure in found}
    near = len(found) == 2 and {f for _, f in recent(scene, figures, role.head)}.issuperset(found)
    told = 2 <= len(found) <= (role.number or 3) and (len(states) == len(found) or near)
    return found[::-1] if told else []


def _announced(scene: Scene, figures: Figures, role: Role, lemma: str) -> list[Figure]:
    """ "Envoys spoke of the drought": a lead tells of those whom the next sentences name, each of another state."""
    here = scene.reading.sentence_of(role.head).index
    last = scene.reading.sentences[min(here + 2, len(scene.reading.sentences) - 1)].last
    found: list[Figure] = []
    for head in range(role.head + 1, last + 1):
        for figure in figures.at(head):
            if figure.person and figure.names and figure not in found and lemma in _held(scene, figure):
                found.append(figure)
    return found if 2 <= len(found) <= 3 and len({f.country for f in found}) == len(found) else []


def announced_body(scene: Scene, figures: Figures, role: Role) -> Figure | None:
    """ "Court issues warrant": a headline's bare body is the first of the next sentences whose name ends so."""
    here = scene.reading.sentence_of(role.head)
    if here.region != "headline" or role.plural or role.owner_word is not None or len(role.words) > 1:
        return None
    last = scene.reading.sentences[min(here.index + 3, len(scene.reading.sentences) - 1)].last
    for head in range(here.last + 1, last + 1):
        for figure in figures.at(head):
            if figure.names and not figure.person and figure.name.casefold().split()[-1] == role.noun:
                return figure
    return None


def _held(scene: Scene, figure: Figure) -> set[str]:
    """Nouns for somebody by the offices held: a foreign secretary is a "minister", a president a "leader"."""
    held = {r.noun.split()[-1] for r in figure.roles if r.status != "former"}
    offices = {r.office for r in figure.roles if r.status != "former"}
    if figure.entity is not None:
        known = scene.world.roles(figure.entity.id, scene.on) if scene.on else scene.world.terms(figure.entity.id)
        offices.update(office for term in known for office in term_offices(scene, term))
        titles = (term.title.casefold() for term in known if term.title and " of " not in term.title)
        held.update(title.split()[-1] for title in titles if not title.endswith("minister"))
    held |= {"leader" for office in offices if office in LEADING}
    return held | {"minister" for office in offices if office.endswith("-minister")}
