"""Word by word through the article: descriptions, adjectives and pronouns, each against what stands before it."""

from __future__ import annotations

from hearsay.actors.descriptions import describe
from hearsay.actors.figures import Figure, Figures
from hearsay.actors.naming import country_figure
from hearsay.actors.phrases import head_phrase
from hearsay.actors.pronouns import Pronouns
from hearsay.actors.quotes import Quotes
from hearsay.actors.recent import recent
from hearsay.actors.roles import Role, left_edge, read_role
from hearsay.actors.scene import Geo, NamePhrase, Scene
from hearsay.actors.wordlists import listed, pronouns
from hearsay.reading.tree import Word

_PERSONS = {"man": "he", "woman": "she", "gentleman": "he", "lady": "she"}


def read_on(scene: Scene, figures: Figures, claimed: dict[int, tuple[Figure, NamePhrase]]) -> None:
    resolver = Pronouns(scene, figures, Quotes(scene.reading))
    forms = pronouns()
    later: list[Word] = []
    for word in scene.reading.words:
        form = forms.get(word.text.casefold()) if word.upos in ("PRON", "DET", "SCONJ") else None
        if form is not None and form.kind in ("i", "we"):
            later.append(word)
        elif form is not None:
            for figure in resolver.resolve(word, form):
                figures.place(figure, word.index, word.index, word.index, "pronoun")
                part = word.head if word.deprel == "nmod" and scene.case(word.index) == "of" else -1
                if part >= 0 and _portion(scene.reading.words[part]) and not figures.has(part):
                    figures.place(figure, part, part, part, "pronoun")
        elif _partisan(scene, figures, word):
            continue
        elif word.index in claimed:
            figure, name = claimed[word.index]
            if word.head in range(name.first, name.last + 1):
                continue
            figures.place(figure, word.index, name.first, name.last, "name")
        elif word.text in _PERSONS and word.index not in scene.name_at and _pointed_at(scene, word):
            first, last = head_phrase(scene, word.index)
            found = resolver.man(word, _PERSONS[word.text])
            for figure in found:
                figures.place(figure, word.index, first, last, "description")
            if not found:
                _noun(scene, figures, word)
        else:
            _noun(scene, figures, word)
    for word in later:
        for figure in resolver.resolve(word, forms[word.text.casefold()]):
            figures.place(figure, word.index, word.index, word.index, "pronoun")


def _partisan(scene: Scene, figures: Figures, word: Word) -> bool:
    """ "The Republican said": the politician of that party's state just spoken of, first one called so."""
    name = scene.name_at.get(word.index)
    party = next((f for f in figures.at(word.index) if f.kind == "party"), None)
    alone = name is not None and name.first == name.last and word.relation in ("nsubj", "obj", "obl")
    verb = scene.reading.head(word.index)
    singular = not word.text.endswith("s") and verb is not None and verb.upos == "VERB"
    if party is None or not alone or not singular or scene.reading.child(word.index, "det") is None:
        return False
    near = [f for _, f in recent(scene, figures, word.index, near=4) if f.person and f.country == party.country]
    near = [f for f in near if {"PTY", "LEG", "GOV", "ELI"}.intersection(f.sectors)]
    called = [f for f in near if any(word.text.casefold() in r.words for r in f.roles)]
    if not called and not near:
        return False
    place = next(p for p in party.places if p.head == word.index)
    figures.drop(party, place)
    party.places.remove(place)
    figures.place((called or near)[0], word.index, word.index, word.index, "description")
    return True


def _portion(word: Word) -> bool:
    """ "Three of them", "some of them"."""
    return word.upos in ("NUM", "DET") or word.text.casefold() in listed("quantity")


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
    if word.text.endswith(".") and word.text.casefold().rstrip(".") in listed("honorific"):
        return
    if _counted(scene, word):
        _people(scene, figures, word)
        return
    if word.upos in ("ADJ", "NUM") and word.relation not in ("nsubj", "obj", "obl", "conj", "iobj"):
        return
    if word.relation in ("compound", "amod") and not scene.reading.children(word.index, "amod", "compound"):
        _compound(scene, figures, word)
        return
    if word.text.casefold() in listed("quantity") and _partitive(scene, figures, word):
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
        return verb.lemma.casefold() in listed("harm-verb")
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
    return noun in listed("anaphor") or noun in listed("pair") or noun == "side"


def _compound(scene: Scene, figures: Figures, word: Word) -> None:
    """A group or body before a noun that is no actor acts in it: "police raid", but not "police officers"."""
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
    """ "Kenyans" are people; "Kenyan" in "Kenyan strikes" is Kenya; in "Kenyan settlers" it is nobody by itself."""
    top = word
    while top.relation == "conj" and top.index != top.head:
        top = scene.reading.words[top.head]
    if top.index not in scene.geo or top.relation not in ("amod", "compound"):
        top = word
    adjective = top.relation in ("amod", "compound", "flat", "nmod", "advmod") and top.deprel != "nmod:poss"
    if adjective and not scene.case(word.index) and not word.xpos.endswith("S"):
        head = scene.reading.head(top.index)
        if head is None:
            return
        following = min(geo.last + 1, len(scene.reading.words) - 1)
        if scene.reading.words[following].upos == "NOUN" and left_edge(scene, following) <= geo.first:
            head = scene.reading.words[following]
        role = read_role(scene, head.index)
        if scene.name_at.get(head.index) is not None or (role is not None and (role.actor or _points(role))):
            return
        if head.lemma.casefold() in listed("people-thing") or head.text.casefold() in listed("people-thing"):
            people = _nationals(figures, geo.country, scene.reading.text(geo.first, geo.last) + " people")
            figures.place(people, word.index, geo.first, geo.last, "adjective")
            return
        figures.place(country_figure(scene, figures, geo.country), word.index, geo.first, geo.last, "adjective")
        return
    several = word.text.endswith("s") or word.xpos.endswith("S") or word.text.endswith(("men", "people", "women"))
    if not several and word.relation != "conj" and not scene.reading.children(word.index, "det", "nummod"):
        return
    figure = _nationals(figures, _home_of(scene, word, geo), scene.reading.text(geo.first, geo.last))
    first = head_phrase(scene, word.index)[0]
    figures.place(figure, word.index, min(first, geo.first), geo.last, "description")


def _nationals(figures: Figures, country: str, name: str) -> Figure:
    """The people of a country, one figure for the whole article."""
    for figure in figures.all:
        alike = (figure.kind, figure.country, figure.sectors, figure.type) == ("group", country, ("CVL",), "NORP")
        if alike:
            return figure
    figure = figures.new(name, "group")
    figure.country, figure.sectors, figure.plural, figure.type, figure.fixed = country, ("CVL",), True, "NORP", True
    figure.why.append("people of a nationality")
    return figure


def _home_of(scene: Scene, word: Word, geo: Geo) -> str:
    """ "Ethnic Albanians in Serbia", "the Albanians of Serbia" are people of Serbia; "Iraqis in Jordan" are not."""
    ethnic = any(w.text.casefold() == "ethnic" for w in scene.reading.children(word.index, "amod"))
    for child in scene.reading.children(word.index, "nmod"):
        if scene.case(child.index) == "of" or (ethnic and scene.case(child.index) in ("in", "from")):
            country = scene.named_country(child.index)
            if country is not None:
                return country
    return (scene.clause_country(word.index) or geo.country) if ethnic else geo.country
