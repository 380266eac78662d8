"""What points back at whoever was spoken of: "the group", "his country", "these organisations", "he was the man"."""

from __future__ import annotations

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.naming import country_figure
from hearsay.actors.recent import recent
from hearsay.actors.roles import Role, read_role
from hearsay.actors.scene import Scene
from hearsay.actors.wordlists import listed

_ORGANISED = frozenset(("REB", "UAF", "PTY", "PRM", "SOC", "CRM"))
"""Sectors of groups of people that "the group" may mean."""
_SEVERAL = frozenset(("these", "those"))
_SAME = frozenset(("only", "one", "same", "first", "last"))
"""Words that make a predicate name who is meant: "he was the *only* man convicted"."""


def predicated(scene: Scene, figures: Figures, role: Role) -> Figure | None:
    """ "He was the only man convicted": the predicate of a person is that person."""
    reading = scene.reading
    if role.plural or role.kind != "person" or not reading.children(role.head, "cop"):
        return None
    pointed = role.definite or _SAME.intersection(role.words)
    if not pointed or not reading.children(role.head, "acl", "nmod") or role.country:
        return None
    if any(w.lemma in ("not", "never") for w in reading.children(role.head, "advmod")):
        return None
    for subject in reading.children(role.head, "nsubj"):
        for figure in figures.at(subject.index)[:1]:
            return figure if figure.person or figure.kind == "described" else None
    return None


def said_to_be(scene: Scene, head: int) -> str | None:
    """Country that the predicate of a subject gives it: "the bomber was a *Jordanian*"."""
    reading = scene.reading
    after = max(reading.subtree(head)) + 1
    if (
        reading.words[head].relation == "nsubj"
        and after + 2 < len(reading.words)
        and reading.words[after].lemma == "be"
    ):
        geo = scene.geo.get(after + 2 if reading.words[after + 1].upos == "DET" else after + 1)
        noun = geo is not None and (reading.words[geo.last].head <= geo.last or reading.words[geo.last].upos == "PROPN")
        if (
            geo is not None
            and geo.kind == "nationality"
            and reading.words[after + 1].upos == "DET"
            and (noun or reading.words[min(geo.last + 1, len(reading.words) - 1)].upos not in ("NOUN", "ADJ", "PROPN"))
        ):
            return geo.country
    predicate = reading.head(head)
    if predicate is None or reading.words[head].relation != "nsubj" or not reading.children(predicate.index, "cop"):
        return None
    geo = scene.geo.get(predicate.index)
    if geo is not None and geo.kind == "nationality":
        return geo.country
    if predicate.text.casefold() not in listed("people") and predicate.lemma not in ("national", "citizen"):
        return None
    adjectives = (scene.geo.get(c.index) for c in reading.children(predicate.index, "amod", "compound"))
    return next((g.country for g in adjectives if g is not None and g.kind == "nationality"), None)


def same_arms(scene: Scene, figures: Figures, role: Role) -> str | None:
    """Country of "the army" after "Israeli forces shot a woman": the one whose forces were just spoken of."""
    if role.plural or not role.definite or role.owner_word is not None:
        return None
    for _, figure in recent(scene, figures, role.head):
        if figure.sectors[:1] == ("MIL",) and figure.country is not None and len(figure.country) == 3:
            return figure.country
    return None


def stationed(scene: Scene, head: int, country: str) -> bool:
    """Whether the country of a noun is only where it is: "troops *in Syria*"."""
    places = (c.index for c in scene.reading.children(head, "nmod") if scene.locative(c.index, city=False))
    return any(scene.named_country(place) == country for place in places)


def sent_by(scene: Scene, figures: Figures, head: int) -> str | None:
    """Country of who moves forces: "France sent *soldiers* to Mali", "began the withdrawal of *troops* from Panama"."""
    reading = scene.reading
    word = reading.words[head]
    if word.relation == "nmod" and scene.case(head) == "of" and word.head >= 0:
        move = reading.words[word.head]
        if move.lemma.casefold() not in listed("moving-noun") or move.relation != "obj":
            return None
        word = move
    elif (
        word.relation != "obj"
        or word.head < 0
        or reading.words[word.head].lemma.casefold() not in listed("moving-verb")
    ):
        return None
    subject = reading.child(word.head, "nsubj") if word.head >= 0 else None
    for figure in figures.at(subject.index) if subject is not None else ():
        if (
            figure.country is not None
            and len(figure.country) == 3
            and figure.kind in ("country", "person", "described")
        ):
            return figure.country
    return None


def pointed_at_several(scene: Scene, role: Role) -> bool:
    """Whether a plural is said to be those just spoken of: "these organisations"."""
    return scene.reading.words[role.first].text.casefold() in _SEVERAL and role.country is None


def owned_by_several(scene: Scene, figures: Figures, role: Role) -> Figure | None:
    """Whose people "officials from these organisations" are."""
    if role.owner_word is None or figures.has(role.owner_word):
        return None
    owner = read_role(scene, role.owner_word)
    if owner is None or not owner.plural or not pointed_at_several(scene, owner):
        return None
    return same_several(scene, figures, owner)


def same_several(scene: Scene, figures: Figures, role: Role) -> Figure | None:
    """The figure last described by the same plural noun."""
    lemma = scene.reading.words[role.head].lemma.casefold()
    for head, figure in recent(scene, figures, role.head, near=6):
        several = figure.plural or scene.reading.words[head].xpos in ("NNS", "NNPS")
        if several and not figure.person and scene.reading.words[head].lemma.casefold() == lemma:
            return figure
    return None


def earlier_body(
    scene: Scene, figures: Figures, role: Role, kinds: tuple[str, ...], country: str | None
) -> Figure | None:
    """ "The group", "the insurgent group", "the rights group": the last body of that kind, whose sectors or name have
    what the words before the noun say."""
    marks: set[str] = set()
    unknown: set[str] = set()
    for word in role.words[:-1]:
        agent = scene.world.agent(word)
        if word in listed("epithet"):
            continue
        if agent is None:
            unknown.add(word)
        else:
            marks.update(agent.sectors)
    told = bool(marks or unknown) or "government-body" not in kinds  # "the firm" may be any, "the council" one
    alike = None if told else _called_alike(scene, figures, role, kinds)
    if alike is not None:
        return alike
    for figure in _by_weight(scene, figures, role.head, 12 if unknown else 6):
        if unknown and not unknown.issubset(word for name in figure.names for word in name.casefold().split()):
            continue
        if marks and not marks.intersection(figure.sectors):
            continue
        if (figure.kind in kinds or unknown) and (country is None or unknown or figure.country in (None, country)):
            armed = {"COP", "MIL"} if role.noun == "force" else set()
            if armed and not armed.intersection(figure.sectors):
                continue
            if figure.kind == "group" and not armed and not _ORGANISED.intersection(figure.sectors):
                continue
            return figure
    return None


def _called_alike(scene: Scene, figures: Figures, role: Role, kinds: tuple[str, ...]) -> Figure | None:
    """ "The council" after "a military council", when the last body whose name does not have the noun came before."""
    lemma = scene.reading.words[role.head].lemma.casefold()
    for head, figure in recent(scene, figures, role.head, near=4):
        word = scene.reading.words[head]
        if word.upos == "NOUN" and word.lemma.casefold() == lemma and word.xpos == "NN":
            return figure if figure.kind in ("group", "described") else None
        if figure.kind in kinds and any(lemma in name.casefold().split() for name in figure.names):
            return None
    return None


def _by_weight(scene: Scene, figures: Figures, head: int, near: int) -> list[Figure]:
    """Figures spoken of before, the nearest first; who is named again and again counts as nearer."""
    here = scene.reading.sentence_of(head).index
    weights: dict[int, float] = {}
    known: dict[int, Figure] = {}
    for index, figure in recent(scene, figures, head, near):
        if figure.order not in known:
            known[figure.order] = figure
            often = sum(place.head < head for place in figure.places)
            weights[figure.order] = 0.7 ** (here - scene.reading.sentence_of(index).index) * (1 + 0.15 * min(often, 8))
    return sorted(known.values(), key=lambda f: -weights[f.order])


def _spoken_of(scene: Scene, figures: Figures, head: int) -> Figure | None:
    """The state that "the country" means: near mentions of states, their people and bodies, who speaks or acts in the
    clause above all, and what the article is about."""
    reading = scene.reading
    here = reading.sentence_of(head)
    above = {c.index for a in reading.ancestors(head) for c in reading.children(a.index, "nsubj") if c.index < head}
    doers = [c.index for c in reading.children(scene.clause(head).index, "nsubj")]
    owned = reading.words[head].relation in ("obj", "obl", "nmod") and reading.words[head].deprel != "nmod:poss"
    others = {f.country for i in doers for f in figures.at(i) if f.kind == "country" or "MIL" in f.sectors}
    weights: dict[str, float] = {}
    for index, figure in recent(scene, figures, head):
        if owned and figure.country in others:
            continue  # "the United States suspended aid to *the country*": to another
        if figure.country is None or scene.world.entity(figure.country) is None or figure.kind == "media":
            continue
        weight = 1.0 if figure.kind == "country" else 0.6
        weight *= 0.6 ** (here.index - reading.sentence_of(index).index)
        weights[figure.country] = max(weights.get(figure.country, 0.0), weight + 0.5 * (index in above))
    for country in weights:
        weights[country] += scene.bearings.share(country)
    best = max(weights, key=lambda c: (weights[c], c), default=None)
    return country_figure(scene, figures, best) if best is not None else None


def own_country(scene: Scene, figures: Figures, role: Role, country: str | None) -> Figure | None:
    """ "his country", "the country": the owner's state, or the state last named."""
    if scene.locative(role.head, city=False) or not role.definite:
        return None
    if country is not None:
        return country_figure(scene, figures, country) if len(country) == 3 and scene.world.entity(country) else None
    realms = listed("realm").get(role.noun.split()[-1])
    spoken = None if realms is not None else _spoken_of(scene, figures, role.head)
    if spoken is not None:
        return spoken
    for _, figure in recent(scene, figures, role.head):
        if figure.kind == "country" and (realms is None or figure.country in realms.split("|")):
            return figure
    for _, figure in recent(scene, figures, role.head):
        if realms is not None and figure.country is not None and figure.country in realms.split("|"):
            return country_figure(scene, figures, figure.country)
    if realms is not None and scene.dominant not in realms.split("|"):
        return None
    return (
        country_figure(scene, figures, scene.dominant)
        if scene.dominant and scene.world.entity(scene.dominant)
        else None
    )
