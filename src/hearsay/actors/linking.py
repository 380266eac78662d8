"""Which known actor a named figure is, if any.

Candidates come from the alias and surname index; each gets a score from a few features, every one of which can be said
in words: kind of alias, office and country given in the article, term that covers the date, countries the article
names. Below the threshold the answer is "unknown": a bare surname is never linked without support (design principle 2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.naming import tokens
from hearsay.actors.roles import read_role
from hearsay.actors.scene import SUPRANATIONAL, Scene
from hearsay.actors.wordlists import given_names, listed, spellings
from hearsay.world import Entity, Term

THRESHOLD = 1.5
_INITIALS = re.compile(r"\b([A-Z]\.?) (?=[A-Z]\b)")
_LEADERS = frozenset(("head-of-state", "head-of-government"))
_HIGH = frozenset(("head-of-state", "head-of-government", "foreign-minister", "leader", "defence-minister"))


def link_body(scene: Scene, figure: Figure) -> None:
    """Link a figure that is no person: an organisation, a group, a medium, a territory."""
    candidates = _candidates(scene, figure)
    bodies = [e for e in candidates if e.kind != "person"]
    if not bodies or (figure.type != "ORG" and candidates and candidates[0].kind == "person"):
        return
    scored = sorted(
        ((_body_score(scene, figure, e), -n, e) for n, e in enumerate(bodies)), key=lambda s: (-s[0], -s[1])
    )
    score, _, best = scored[0]
    linked = score >= THRESHOLD
    if linked:
        settle(figure, best, f"known as {best.name}")
    for other in [entity for _, _, entity in scored[linked : linked + 1]]:
        figure.runner_up = _candidate(other, ("known by that name",))


def link_person(scene: Scene, figures: Figures, figure: Figure) -> None:
    """Link a person by name, office, country and date."""
    full = [e for e in _candidates(scene, figure) if e.kind == "person"]
    surnames: list[Entity] = []
    if len(tokens(figure.name)) == 1 and figure.name.casefold() not in listed("compass"):
        surnames = [e for e in scene.world.surname(figure.name) if e not in full]
    leaders = [e for e in surnames if any(t.office in _LEADERS for t in scene.world.terms(e.id))]
    alone = len(full) + len(leaders) == 1 and figure.name.casefold() not in given_names()
    ranked: list[tuple[float, int, Entity, list[str]]] = []
    for rank, entity in enumerate([*full, *surnames]):
        score, reasons = _person_score(scene, figures, figure, entity, surname=rank >= len(full), alone=alone)
        ranked.append((score, -rank, entity, reasons))
    ranked.sort(key=lambda r: r[:2], reverse=True)
    linked = bool(ranked) and ranked[0][0] >= THRESHOLD
    if linked:
        settle(figure, ranked[0][2], "; ".join(ranked[0][3]))
    for _, _, other, reasons in ranked[linked : linked + 1]:
        figure.runner_up = _candidate(other, reasons)


def _candidate(entity: Entity, reasons: Iterable[str]) -> str:
    country = f" of {entity.country}" if entity.country else ""
    return f"{entity.name}{country} ({'; '.join(reasons)})"


def settle(figure: Figure, entity: Entity, reason: str) -> None:
    figure.entity, figure.kind, figure.country = entity, entity.kind, entity.country
    figure.rows.append(entity.row)
    figure.why.append(reason)


def _candidates(scene: Scene, figure: Figure) -> list[Entity]:
    found: dict[str, Entity] = {}
    longest = max(len(tokens(n)) for n in figure.names)
    for name in sorted(figure.names, key=lambda n: (-len(tokens(n)), figure.names.index(n))):
        if longest > 1 and len(tokens(name)) == 1 and name.casefold() in listed("paper"):
            continue  # "the Times" is here the paper named in full, not the best known of that name
        for entity in scene.world.entities(name):
            found.setdefault(entity.id, entity)
    words = figure.name.split()
    if not found:
        found.update((e.id, e) for e in known_without_initials(scene, figure.name))
    if not found and len(words) > 1 and figure.type in ("PER", ""):
        for spelling in _respelled(words):
            for entity in scene.world.entities(spelling):
                if entity.kind == "person":
                    found.setdefault(entity.id, entity)
    if not found and len(words) > 3 and figure.type in ("PER", ""):
        for part in (words[:-1], words[1:]):
            for entity in scene.world.entities(" ".join(part)):
                if entity.kind == "person":
                    found.setdefault(entity.id, entity)
    return list(found.values())


def known_without_initials(scene: Scene, name: str) -> list[Entity]:
    """Persons known by a name once its initials are closed up ("J. D. Vance") or left out ("John F. Kerry")."""
    words = name.split()
    plain = " ".join(w for i, w in enumerate(words) if not (0 < i < len(words) - 1 and len(w.rstrip(".")) == 1))
    forms = [f for f in (_INITIALS.sub(r"\1", name), plain) if f != name and " " in f]
    return [entity for form in forms for entity in scene.world.entities(form) if entity.kind == "person"]


def _respelled(words: list[str]) -> Iterator[str]:
    """A name with one of its parts in the other usual transliterations: "Mohamed" for "Mohammed"."""
    for i, word in enumerate(words):
        for other in spellings(word.casefold()):
            yield " ".join((*words[:i], other, *words[i + 1 :]))


def _body_score(scene: Scene, figure: Figure, entity: Entity) -> float:
    score = 2.0 if any(len(tokens(n)) > 1 for n in figure.names) else 1.5
    if entity.country is not None and len(entity.country) == 3:
        wanted = figure.country
        if wanted is not None:
            score += 1.5 if wanted == entity.country else -2.0
        if entity.country in scene.counts:
            score += 1.0 if entity.country == scene.dominant else 0.5
        elif entity.country == scene.published_in and entity.kind == "government-body":
            score += 0.5
        elif scene.counts and entity.country not in SUPRANATIONAL and wanted != entity.country:
            abbreviation = figure.name.isupper() and len(figure.name) <= 5
            score -= {"party": 1.0, "media": 0.0, "armed-group": 0.5 * abbreviation}.get(entity.kind, 0.5)
    if entity.kind in ("company", "region") and figure.type == "PER":
        score -= 1.0
    return score


def _person_score(
    scene: Scene, figures: Figures, figure: Figure, entity: Entity, surname: bool, alone: bool
) -> tuple[float, list[str]]:
    terms = scene.world.terms(entity.id)
    current = scene.world.roles(entity.id, scene.on)
    known = {t.country for t in terms if t.country} | ({entity.country} if entity.country else set())
    score, reasons = (0.0, ["surname"]) if surname else (2.0, ["full name"])
    if not surname and len(tokens(figure.name)) == 1:
        score, reasons = 1.0, ["name of one word"]
    if current:
        score += 1.0 if not any(t.office in _HIGH for t in current) else 1.5
        reasons.append(f"{current[0].title} on {scene.on}")
    if figure.country is not None and known and all(r.country is None for r in figure.roles):
        score += 1.5 if figure.country in known else -3.0
        reasons.append(f"{'of' if figure.country in known else 'not of'} {figure.country}")
    for role in figure.roles:
        country = role_country(scene, figures, role.country, role.owner_word)
        if country is not None and known:
            score += 1.5 if country in known else -3.0
            reasons.append(f"{'of' if country in known else 'not of'} {country}")
        if role.office and any(role.office in offices(scene, t) for t in terms):
            score += 1.5 if any(role.office in offices(scene, t) for t in current) or scene.on is None else 0.75
            reasons.append(f"called {' '.join(role.words)}")
    if scene.counts and known:
        supported = [c for c in known if c in scene.counts]
        if supported:
            score += 1.0 if scene.dominant in supported else 0.5
            if surname and not current and any(t.office in _LEADERS for t in terms):
                score += 0.5
                reasons.append("once head of state or government")
        else:
            # A namesake who held a lesser office in a land the article does not name needs more than the name.
            lesser = scene.on is not None and not current and not any(t.office in _HIGH for t in terms)
            score -= 1.0 if lesser else 0.5
    elsewhere = bool(scene.counts) and not known.intersection(scene.counts)
    sole = alone and len(scene.world.surname(figure.name)) == 1
    if surname and (sole if elsewhere else alone and not scene.counts) and any(t.office in _LEADERS for t in terms):
        score += 1.5
        reasons.append("the only head of state or government of that name")
    elif surname and sole and any(t.office in _LEADERS for t in terms):
        score += 0.5
        reasons.append("the only one of that name")
    if scene.on is not None and terms:
        score += _plausible(terms, scene.on, surname)
    if figure.type in ("ORG", "LOC"):
        score -= 2.0
    gender = given_names().get(entity.name.split()[0].casefold(), "")
    if surname and figure.gender and gender and gender != figure.gender:
        score -= 3.0
        reasons.append(f"not {figure.gender}")
    return score, reasons


def offices(scene: Scene, term: Term) -> tuple[str, ...]:
    """The office of a term as its row says and as its title says: a "Secretary of State for Foreign Affairs" that is
    listed as a minister is a foreign minister too.
    """
    title = scene.world.office(term.title) if term.title else None
    return (term.office, title.office) if title is not None else (term.office,)


def role_country(
    scene: Scene, figures: Figures, country: str | None, owner_word: int | None, depth: int = 0
) -> str | None:
    """Country of a role: an international body's that it belongs to, else what its words say, else its owner's."""
    owners = figures.at(owner_word) if owner_word is not None else []
    if owners and owners[0].kind == "igo" and owners[0].country is not None:
        return owners[0].country
    if owners and owners[0].kind == "armed-group" and owners[0].country in SUPRANATIONAL:
        return owners[0].country
    if country is not None or owner_word is None:
        return country
    name = scene.name_at.get(owner_word)
    unplaced = name is not None and name.type == "LOC" and owners and owners[0].country is None
    if owners and not unplaced:
        return owners[0].country
    if name is not None:
        return scene.place_country(name.text) if name.type == "LOC" else None
    if depth < 2 and scene.reading.words[owner_word].upos == "NOUN":
        owner = read_role(scene, owner_word)
        if owner is not None:
            return role_country(scene, figures, owner.country, owner.owner_word, depth + 1)
    return None


def _plausible(terms: tuple[Term, ...], on: str, surname: bool) -> float:
    """A penalty for offices held only long before or well after the article; who led a state is called by the full
    name long after."""
    begins = [t.since or t.seen_from for t in terms if t.since or t.seen_from]
    ends = [t.until or t.seen_to for t in terms]
    year = int(on[:4])
    if begins and min(int(b[:4]) for b in begins if b) > year + 8:
        return -1.5
    if all(ends) and max(int(e[:4]) for e in ends if e) < year - 30:
        return -1.0 if surname or not any(t.office in _HIGH for t in terms) else -0.3
    return 0.0
