"""The room's door: from a reading to its cast.

Names first, since everything else leans on them; then what titles and appositions say of them; links to known actors,
bodies before the persons who speak for them; adjectives; and last, word by word, descriptions and pronouns.
"""

from __future__ import annotations

from hearsay.actors.cast import ActorMention, Cast, Member
from hearsay.actors.descriptions import describe
from hearsay.actors.figures import Figure, Figures
from hearsay.actors.linking import link_body, link_person, role_country
from hearsay.actors.naming import country_figure, gather
from hearsay.actors.phrases import head_phrase
from hearsay.actors.pronouns import Pronouns
from hearsay.actors.quotes import Quotes
from hearsay.actors.roles import Role, read_role
from hearsay.actors.runs import find_names
from hearsay.actors.scene import Geo, NamePhrase, Scene
from hearsay.actors.sectors import role_sectors, settle_body, settle_person
from hearsay.actors.titles import roles_of
from hearsay.actors.wordlists import nouns, pronouns
from hearsay.actors.wordlists import words as word_list
from hearsay.reading.tree import Reading, Word
from hearsay.records import Actor
from hearsay.world import World


def find_cast(reading: Reading, world: World) -> Cast:
    """Every mention of a person, body, country or group, grouped and linked as of ``document.published``."""
    outlet = _outlet(reading, world)
    official = outlet is not None and "GOV" in outlet.sector and "JRN" not in outlet.sector
    scene = Scene(reading, world, home=outlet.country if outlet is not None and official else None)
    figures = Figures()
    names = find_names(scene)
    gather(scene, figures, names)
    claimed = _titles(scene, figures, names)
    _settle(scene, figures)
    _unite(figures)
    _read_on(scene, figures, claimed)
    return _freeze(scene, figures, outlet)


def _titles(scene: Scene, figures: Figures, names: list[NamePhrase]) -> dict[int, tuple[Figure, NamePhrase]]:
    """Hang role phrases on the named figures; returns the nouns that stand for a name in the tree."""
    claimed: dict[int, tuple[Figure, NamePhrase]] = {}
    for name in names:
        found = figures.at(name.head)
        if not found or found[0].kind == "country":
            continue
        figure = found[0]
        for role, stands in roles_of(scene, name):
            if all((r.words, r.country, r.owner_word) != (role.words, role.country, role.owner_word) for r in figure.roles):
                figure.roles.append(role)
            if stands or scene.reading.words[role.head].head in range(name.first, name.last + 1):
                claimed[role.head] = (figure, name)
        if name.title is not None:
            span = range(name.title[0], name.last + 1)
            for i in range(name.title[0], name.title[1] + 1):
                if scene.reading.words[i].head not in span and scene.reading.words[i].upos in ("PROPN", "NOUN"):
                    claimed.setdefault(i, (figure, name))
        country = _own_nationality(scene, name)
        if country is not None and figure.country is None:
            figure.country = country
    return claimed


def _own_nationality(scene: Scene, name: NamePhrase) -> str | None:
    """ "The Iranian Pezeshkian": a nationality straight before a name."""
    geo = scene.geo.get(name.first - 1)
    if geo is None or name.first == 0 or geo.kind == "seat" or geo.first > 0 and geo.last != name.first - 1:
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
    for figure in [f for f in figures.all if f.entity is None and f.type == "LOC" and f.kind in ("unknown", "organisation")]:
        for place in figure.places:
            figures.drop(figure, place)
        figures.all.remove(figure)


def _personal(scene: Scene, figure: Figure) -> bool:
    if any(r.kind == "person" for r in figure.roles):
        return figure.type not in ("ORG", "LOC")
    known = scene.world.entities(figure.name)
    return figure.type == "PER" and not (known and known[0].kind != "person")


def _known_person(scene: Scene, figure: Figure) -> bool:
    for name in figure.names:
        entities = scene.world.entities(name)
        if entities and entities[0].kind == "person":
            return True
    return " " not in figure.name and figure.type in ("", "MISC") and bool(scene.world.surname(figure.name))


def _unite(figures: Figures) -> None:
    """Figures linked to the same entry are one."""
    seen: dict[str, Figure] = {}
    for figure in list(figures.all):
        if figure.entity is None:
            continue
        kept = seen.setdefault(figure.entity.id, figure)
        if kept is not figure:
            figures.merge(kept, figure)


def _outlet(reading: Reading, world: World) -> Actor | None:
    name = reading.document.outlet
    if not name:
        return None
    outlet = world.outlet(name)
    if outlet is not None:
        e = outlet.entity
        return Actor(name=e.name, country=e.country, sector=e.sectors, id=e.id, wikidata=e.wikidata)
    for entity in world.entities(name)[:1]:
        return Actor(name=name, country=entity.country, sector=entity.sectors, id=entity.id, wikidata=entity.wikidata)
    agent = world.agent(name)
    sectors = agent.sectors if agent is not None else ()
    words = name.split()
    for begin in range(len(words)):
        for end in range(len(words), begin, -1):
            part = " ".join(words[begin:end])
            country = world.nationality(part) or next((e.country for e in world.entities(part) if e.kind == "country"), None)
            if country is not None:
                return Actor(name=name, country=country, sector=sectors or (("GOV",) if _official(words) else ()))
    return Actor(name=name, sector=sectors)


def _official(words: list[str]) -> bool:
    return bool({w.casefold() for w in words} & {"government", "department", "ministry", "command", "embassy", "office", "army"})


# -- word by word --------------------------------------------------------------------------------------------


def _read_on(scene: Scene, figures: Figures, claimed: dict[int, tuple[Figure, NamePhrase]]) -> None:
    resolver = Pronouns(scene, figures, Quotes(scene.reading))
    forms = pronouns()
    later: list[Word] = []
    persons = {"man": "he", "woman": "she", "gentleman": "he", "lady": "she"}
    for word in scene.reading.words:
        form = forms.get(word.text.casefold()) if word.upos in ("PRON", "DET", "SCONJ") else None
        if form is not None and form.kind in ("i", "we"):
            later.append(word)
        elif form is not None:
            for figure in resolver.resolve(word, form):
                figures.place(figure, word.index, word.index, word.index, "pronoun")
        elif word.index in claimed:
            figure, name = claimed[word.index]
            if word.head in range(name.first, name.last + 1):
                continue
            figures.place(figure, word.index, name.first, name.last, "name")
        elif word.text in persons and word.index not in scene.name_at and _pointed_at(scene, word):
            first, last = head_phrase(scene, word.index)
            found = resolver.person(word, persons[word.text])
            for figure in found:
                figures.place(figure, word.index, first, last, "description")
            if not found:
                _noun(scene, figures, word)
        else:
            _noun(scene, figures, word)
    for word in later:
        for figure in resolver.resolve(word, forms[word.text.casefold()]):
            figures.place(figure, word.index, word.index, word.index, "pronoun")


def _pointed_at(scene: Scene, word: Word) -> bool:
    determiner = scene.reading.child(word.index, "det")
    plain = not scene.reading.children(word.index, "acl", "nmod") and not scene.reading.children(word.index, "appos")
    return determiner is not None and determiner.text.casefold() in ("the", "this", "that") and plain


def _noun(scene: Scene, figures: Figures, word: Word) -> None:
    geo = scene.geo.get(word.index)
    name = scene.name_at.get(word.index)
    if geo is not None and (name is None or (name.first, name.last) == (geo.first, geo.last)):
        if geo.kind == "nationality" and word.index == geo.last:
            _nationality(scene, figures, word, geo)
        return
    if name is not None or word.upos not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return
    if _counted(scene, word):
        _people(scene, figures, word)
        return
    if word.upos in ("ADJ", "NUM") and word.relation not in ("nsubj", "obj", "obl", "conj", "iobj"):
        return
    if word.relation in ("compound", "amod") and not scene.reading.children(word.index, "amod", "compound"):
        _compound(scene, figures, word)
        return
    if word.text.casefold() in nouns("quantity") and _partitive(scene, figures, word):
        return
    role = read_role(scene, word.index)
    if role is not None and (role.actor or _points(role)):
        describe(scene, figures, role)


def _counted(scene: Scene, word: Word) -> bool:
    """ "killed 12", "hundreds protested": a bare number of people."""
    if scene.reading.children(word.index, "nmod", "acl"):
        return False
    verb = scene.reading.head(word.index)
    if verb is None or verb.upos != "VERB":
        return False
    if word.upos == "NUM" and word.deprel in ("obj", "nsubj:pass", "nsubj"):
        return verb.lemma.casefold() in word_list("harm_verbs")
    return word.text.casefold() in ("hundreds", "thousands", "dozens", "scores") and word.relation == "nsubj"


def _people(scene: Scene, figures: Figures, word: Word) -> None:
    country = scene.fallback_country(word.index, local=True)
    for figure in figures.all:
        if figure.name == "people" and figure.country == country and figure.kind == "group":
            break
    else:
        figure = figures.new("people", "group")
        figure.country, figure.sectors, figure.plural, figure.fixed = country, ("CVL",), True, True
        figure.why.append("a number of people")
    figures.place(figure, word.index, word.index, word.index, "description")


def _partitive(scene: Scene, figures: Figures, word: Word) -> bool:
    """ "A group of lawmakers" are lawmakers: the noun after "of" says who they are."""
    for child in scene.reading.children(word.index, "nmod"):
        if child.index > word.index and scene.case(child.index) == "of":
            if not figures.has(child.index):
                _noun(scene, figures, child)
            first, last = head_phrase(scene, word.index)
            for figure in figures.at(child.index):
                if figure.kind in ("group", "described") or figure.person:
                    figures.place(figure, word.index, first, last, "description")
            return figures.has(word.index)
    return False


def _points(role: Role) -> bool:
    noun = role.noun.split()[-1]
    return noun in nouns("anaphor") or noun in nouns("pair") or noun == "side"


def _compound(scene: Scene, figures: Figures, word: Word) -> None:
    """A group or body before a noun that is no actor acts in it: "police raid", "government forces" only the latter not."""
    head = scene.reading.head(word.index)
    if head is None or head.upos == "PROPN" or word.upos == "ADJ":
        return
    outer = read_role(scene, head.index)
    if outer is not None and outer.actor:
        return
    role = read_role(scene, word.index)
    if role is not None and role.actor and role.sectors and (role.plural or role.kind in ("group", "body")):
        describe(scene, figures, role)


def _nationality(scene: Scene, figures: Figures, word: Word, geo: Geo) -> None:
    """ "Iranians" are people; "Israeli" in "Israeli strikes" is Israel; in "Israeli settlers" it is nobody by itself."""
    adjective = word.relation in ("amod", "compound", "flat", "nmod", "advmod") and word.deprel != "nmod:poss"
    if adjective and not scene.case(word.index) and not word.xpos.endswith("S"):
        head = scene.reading.head(word.index)
        if head is None:
            return
        role = read_role(scene, head.index)
        if scene.name_at.get(head.index) is not None or (role is not None and (role.actor or _points(role))):
            return
        figures.place(country_figure(scene, figures, geo.country), word.index, geo.first, geo.last, "adjective")
        return
    if word.upos == "ADJ" and word.xpos == "JJ" and not scene.reading.children(word.index, "det") and word.relation != "conj":
        return
    for figure in figures.all:
        if figure.kind == "group" and figure.country == geo.country and figure.sectors == ("CVL",) and figure.type == "NORP":
            break
    else:
        figure = figures.new(scene.reading.text(geo.first, geo.last), "group")
        figure.country, figure.sectors, figure.plural, figure.type, figure.fixed = geo.country, ("CVL",), True, "NORP", True
        figure.why.append("people of a nationality")
    first = head_phrase(scene, word.index)[0]
    figures.place(figure, word.index, min(first, geo.first), geo.last, "description")


# -- the cast --------------------------------------------------------------------------------------------------


def _freeze(scene: Scene, figures: Figures, outlet: Actor | None) -> Cast:
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
                kind="person" if figure.kind == "described" else figure.kind, rows=tuple(figure.rows), why=tuple(figure.why),
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
        return Actor(name=name)
    country = role_country(scene, figures, role.country, role.owner_word)
    sectors = role_sectors(scene, figures, role)
    for modifier in reversed(role.words[:-1]) if not sectors else ():
        agent = scene.world.agent(modifier)
        if agent is not None and agent.sectors:
            sectors = agent.sectors
            break
    return Actor(name=name, country=country, sector=sectors)
