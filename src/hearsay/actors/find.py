"""The room's door: from a reading to its cast.

Names first, since everything else leans on them; then what titles and appositions say of them; links to known actors,
bodies before the persons who speak for them; adjectives; and last, word by word, descriptions and pronouns.
"""

from __future__ import annotations

from hearsay.actors.bearings import ACTOR
from hearsay.actors.bodies import settle_body
from hearsay.actors.cast import Cast
from hearsay.actors.figures import Figure, Figures
from hearsay.actors.finish import freeze
from hearsay.actors.linking import known_without_initials, link_body, link_person
from hearsay.actors.linking import settle as link
from hearsay.actors.naming import gather
from hearsay.actors.outlet import official, outlet_actor
from hearsay.actors.party_tags import COUNTRY as TAGGED
from hearsay.actors.party_tags import party_tag
from hearsay.actors.runs import find_names
from hearsay.actors.scene import SUPRANATIONAL, NamePhrase, Scene
from hearsay.actors.sectors import STATE
from hearsay.actors.settling import GUESSED, settle_person
from hearsay.actors.titles import roles_of
from hearsay.actors.walk import read_on
from hearsay.actors.wordlists import listed
from hearsay.reading.tree import Reading
from hearsay.world import World


def find_cast(reading: Reading, world: World) -> Cast:
    """Every mention of a person, body, country or group, grouped and linked as of ``document.published``."""
    outlet = outlet_actor(reading, world)
    land = outlet.country if outlet is not None and outlet.country not in SUPRANATIONAL else None
    scene = Scene(reading, world, home=outlet.country if outlet and official(outlet) else None, published_in=land)
    figures = Figures()
    names = find_names(scene)
    gather(scene, figures, names)
    claimed = _titles(scene, figures, names)
    _settle(scene, figures)
    _unite(figures)
    _note_actors(scene, figures)
    read_on(scene, figures, claimed)
    _lend(scene, figures)
    return freeze(scene, figures, outlet)


def _titles(scene: Scene, figures: Figures, names: list[NamePhrase]) -> dict[int, tuple[Figure, NamePhrase]]:
    """Hang role phrases on the named figures; returns the nouns that stand for a name in the tree."""
    claimed: dict[int, tuple[Figure, NamePhrase]] = {}
    for name in names:
        found = figures.at(name.head)
        if not found or found[0].kind == "country":
            continue
        figure = found[0]
        for role, stands in roles_of(scene, name):
            if all(
                (r.words, r.country, r.owner_word) != (role.words, role.country, role.owner_word) for r in figure.roles
            ):
                figure.roles.append(role)
            if stands or scene.reading.words[role.head].head in range(name.first, name.last + 1):
                claimed[role.head] = (figure, name)
        if name.title is not None:
            span = range(name.title[0], name.last + 1)
            for i in range(name.title[0], name.title[1] + 1):
                if scene.reading.words[i].head not in span and scene.reading.words[i].upos in ("PROPN", "NOUN"):
                    claimed.setdefault(i, (figure, name))
        country = _own_nationality(scene, name)
        if country is None and party_tag(scene, name):
            country = TAGGED
        if country is not None and figure.country is None:
            figure.country = country
    return claimed


def _own_nationality(scene: Scene, name: NamePhrase) -> str | None:
    """ "The Finnish Niinisto", "Oslo's mayor X": a nationality straight before a name, or a place that owns it."""
    for child in scene.reading.children(name.head, "nmod:poss"):
        if child.index < name.first:
            return scene.named_country(child.index)
    start = name.title[0] if name.title is not None else name.first
    if start >= 2 and scene.reading.words[start - 1].text in ("'s", "’s", "'", "’"):
        return scene.named_country(start - 2)
    above = scene.reading.head(name.head)
    compound = scene.reading.words[name.head].relation == "compound"
    if name.type == "PER" and compound and above is not None and above.index > name.last:
        return None  # "Filipino Quillby staffers" are Filipino, Quillby need not be
    geo = scene.geo.get(name.first - 1)
    if geo is None or name.first == 0 or geo.kind == "seat" or (geo.first > 0 and geo.last != name.first - 1):
        return None
    if geo.kind == "country" and scene.case(geo.last):
        return None
    return geo.country if scene.reading.words[geo.last].relation in ("amod", "compound", "flat", "nmod") else None


def _settle(scene: Scene, figures: Figures) -> None:
    named = [f for f in figures.all if f.kind != "country"]
    persons: list[Figure] = []
    for figure in named:
        if _personal(scene, figure):
            persons.append(figure)
            continue
        link_body(scene, figure)
        if figure.entity is None and figure.type != "ORG" and _known_person(scene, figure):
            persons.append(figure)
        else:
            settle_body(scene, figures, figure)
    for figure in persons:
        link_person(scene, figures, figure)
        if figure.entity is None and figure.type not in ("PER",) and not figure.roles:
            settle_body(scene, figures, figure)
        else:
            settle_person(scene, figures, figure)
    for figure in [f for f in figures.all if f.entity is None and f.kind in ("unknown", "organisation") and _nobody(f)]:
        for place in figure.places:
            figures.drop(figure, place)
        figures.all.remove(figure)


def _nobody(figure: Figure) -> bool:
    """A place, or a thing that an occasion's word alone names: "the Resolution"."""
    return figure.type == "LOC" or figure.name.casefold() in listed("occasion").keys() | listed("nobody").keys()


def _personal(scene: Scene, figure: Figure) -> bool:
    if any(r.kind == "person" for r in figure.roles):
        return figure.type not in ("ORG", "LOC")
    known = scene.world.entities(figure.name)
    return figure.type == "PER" and not (known and known[0].kind != "person")


def _known_person(scene: Scene, figure: Figure) -> bool:
    for name in figure.names:
        entities = scene.world.entities(name)
        if (entities and entities[0].kind == "person") or known_without_initials(scene, name):
            return True
    return " " not in figure.name and figure.type in ("", "MISC") and bool(scene.world.surname(figure.name))


def _note_actors(scene: Scene, figures: Figures) -> None:
    """Known actors tell where an article is as places do: "the RSF" is of Sudan."""
    for figure in figures.all:
        of_state = figure.country is not None and figure.country not in SUPRANATIONAL
        if figure.kind in ("country", "media") or not of_state or not (figure.entity is not None or figure.roles):
            continue
        for place in figure.places:
            if place.head not in scene.geo:
                sentence = scene.reading.sentence_of(place.head).index
                scene.bearings.see(sentence, figure.country or "", ACTOR)
    scene.bearings.settle(scene.counts, scene.dateline, scene.published_in)


def _lend(scene: Scene, figures: Figures) -> None:
    """ "His deputy, X", "the government's negotiator, Y": whose country was only guessed has that of the owner, who is
    known once pronouns and descriptions are; so have relatives of whom the article tells no country ("his wife, Z",
    "families of the hostages")."""
    for figure in figures.all:
        if figure.person and figure.sectors[:1] == ("MIL",) and len(figure.sectors) > 1 and "REB" in figure.sectors:
            figure.sectors = ("REB", *(s for s in figure.sectors if s not in ("REB", "MIL")))  # "its commander"
        if figure.entity is not None or not (figure.person or figure.kind in ("group", "described")):
            continue
        _aide(figures, figure)
        guessed = figure.person and GUESSED in figure.why
        kin = [r for r in figure.roles if r.noun in listed("family") or (r.noun in listed("aide") and not r.sectors)]
        if not guessed and (figure.country is not None or not kin):
            continue
        said = [(r.owner_word, r in kin) for r in (figure.roles if guessed else kin) if r.owner_word is not None]
        owners = (
            owner
            for word, family in said
            for owner in figures.at(word)
            if not (family and figure.person and owner.kind == "group")  # "the son of Dominican immigrants"
        )
        owner = next((o for o in owners if o.country is not None and o is not figure), None)
        if owner is not None and not guessed and (owner.country or "") not in SUPRANATIONAL:
            _kin(scene, figures, figure, owner)
        elif owner is not None and guessed and owner.country != figure.country:
            figure.country = owner.country
            figure.why[figure.why.index(GUESSED)] = f"country of {owner.name!r}"


def _aide(figures: Figures, figure: Figure) -> None:
    """ "The opposition leader's aide X" is of the opposition: an aide's title says nothing of whose aide it is."""
    roles = [r for r in figure.roles if r.noun in listed("aide") and r.owner_word is not None]
    if not figure.person or not roles or len(roles) < len(figure.roles):
        return
    owner = next((o for r in roles for o in figures.at(r.owner_word or 0) if o.person and o is not figure), None)
    if owner is not None and owner.sectors and not STATE.intersection(owner.sectors) and owner.sectors != ("ELI",):
        figure.sectors = owner.sectors


def _kin(scene: Scene, figures: Figures, figure: Figure, owner: Figure) -> None:
    """A relative: known when the given name stands alone and the owner's family name makes it a known one ("Raul
    Castro, whose brother Fidel"), else of the owner's country."""
    if figure.person and " " not in figure.name and owner.person and " " in owner.name:
        full = f"{figure.name} {owner.name.split()[-1]}"
        known = next((e for e in scene.world.entities(full) if e.kind == "person"), None)
        if known is not None and known.country == owner.country:
            link(figure, known, f"{full}, of the family of {owner.name}")
            settle_person(scene, figures, figure)
            return
    if figure.person and owner.person and not figure.sectors:
        figure.sectors = owner.sectors  # "his deputy, X"
    figure.country = owner.country
    figure.why.append(f"country of {owner.name!r}")


def _unite(figures: Figures) -> None:
    """Figures linked to the same entry are one."""
    seen: dict[str, Figure] = {}
    for figure in list(figures.all):
        if figure.entity is None:
            continue
        kept = seen.setdefault(figure.entity.id, figure)
        if kept is not figure:
            figures.merge(kept, figure)
