"""Country and sectors of named bodies: from their entry, else from what the words of the name say."""

from __future__ import annotations

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.linking import role_country
from hearsay.actors.scene import SUPRANATIONAL, Scene
from hearsay.actors.sectors import LOCAL, STATE, role_sectors
from hearsay.actors.settling import GUESSED
from hearsay.actors.wordlists import listed
from hearsay.world import normalise

_ALLIANCE = frozenset(("coalition", "global", "international", "military", "forces", "the", "us"))
"""Words of a name that says no more than that it is a coalition."""
_ABROAD = frozenset(("international", "world", "global", "european", "african", "asian", "arab"))


def settle_body(scene: Scene, figures: Figures, figure: Figure) -> None:
    """Fill in country and sectors of a named body: from its entry, else from the words of its name."""
    if figure.entity is not None:
        figure.country, figure.sectors = figure.entity.country, figure.entity.sectors
        if figure.kind == "country" and not figure.sectors:
            figure.sectors = ("GOV",)
        return
    place = figure.places[0]
    geo, last = scene.geo.get(place.last), scene.reading.words[place.last].text
    people = geo is not None and last.endswith("s") and scene.world.nationality(last[:-1]) == geo.country
    if people or (figure.type == "NORP" and scene.reading.words[place.last].text.endswith("s")):
        figure.kind, figure.plural, figure.sectors = "group", True, ("CVL",)
    _parent(scene, figure, place.first, place.last)
    if figure.fixed:
        return
    named = figure.name.casefold().replace("-", " ").split()
    against = named[-1] == "coalition" and {"counter", "anti", "led", "global"}.intersection(named)
    if against or (scene.allied and set(named) <= _ALLIANCE):
        figure.country, figure.sectors, figure.kind, figure.fixed = "IGO", ("MIL",), "igo", True
        figure.why.append("a coalition of states in arms")
        return
    agent = _institution(scene, figure)
    figure.sectors = agent or figure.sectors
    if figure.type == "ORG" or agent:
        figure.kind = _kind(figure.sectors)
    for role in figure.roles:
        told = role_sectors(scene, figures, role)
        armed = {"REB", "UAF", "PRM"}.intersection(told) and "MIL" in figure.sectors  # "the rebel group Army of ..."
        figure.sectors = told if armed else figure.sectors or told
        figure.country = figure.country or role_country(scene, figures, role.country, role.owner_word)
        figure.rows += [row for row in role.rows if row not in figure.rows]
    figure.country = figure.country or name_country(scene, figures, figure, place.first, place.last, place.head)
    abroad = figure.name.split()[0].casefold() in _ABROAD
    if figure.country is None and LOCAL.intersection(figure.sectors) and figure.type == "ORG" and not abroad:
        figure.country = scene.fallback_country(place.head, official=bool(STATE.intersection(figure.sectors)))
        figure.why.append(GUESSED)


def _parent(scene: Scene, figure: Figure, first: int, last: int) -> None:
    """An organ of a known international body ("UN Human Rights Council") takes its country code and sectors; a known
    group behind a nationality ("Pakistani Taliban") keeps its sectors and takes that country."""
    geo = scene.geo.get(first)
    if geo is not None and geo.last < last:
        begins = range(geo.last + 1, last + 1)
        for entity in (e for begin in begins for e in scene.world.entities(scene.reading.text(begin, last))[:1]):
            if entity.kind in ("armed-group", "party"):
                figure.country, figure.sectors, figure.kind, figure.fixed = (
                    geo.country,
                    entity.sectors,
                    entity.kind,
                    True,
                )
                figure.rows.append(entity.row)
                return
    for begin in range(first + 1, last) if geo is None else ():
        for entity in scene.world.entities(scene.reading.text(begin, last))[:1]:
            if entity.kind == "government-body" and entity.country not in (None, *SUPRANATIONAL):
                figure.country, figure.sectors, figure.kind, figure.fixed = (
                    entity.country,
                    entity.sectors,
                    entity.kind,
                    True,
                )
                figure.rows.append(entity.row)  # "the Quillby-run State Department"
                return
    for stop in range(last - 1, first - 1, -1):
        for entity in scene.world.entities(scene.reading.text(first, stop)):
            if entity.kind == "igo" and entity.country in SUPRANATIONAL:
                figure.country, figure.sectors, figure.kind, figure.fixed = entity.country, entity.sectors, "igo", True
                figure.rows.append(entity.row)
                figure.why.append(f"organ of {entity.name}")
                return


def _kind(sectors: tuple[str, ...]) -> str:
    first = sectors[0] if sectors else ""
    kinds = {"PTY": "party", "JRN": "media", "REB": "armed-group", "BUS": "company", "SOC": "ngo"}
    return "government-body" if first in STATE else kinds.get(first, "organisation")


def _institution(scene: Scene, figure: Figure) -> tuple[str, ...]:
    """Sectors of the institution's noun in a name: the last word, or the word before "of" or "for"."""
    words = figure.name.replace("’s", "").replace("'s", "").split()
    if words[0].casefold() == "union" and len(words) > 2 and words[1].casefold() == "of":
        members = scene.world.agent(words[-1].casefold())
        return (
            ("LAB",)
            if members is not None and {"LAB", "JRN", "MED", "EDU", "AGR"}.intersection(members.sectors)
            else ()
        )
    for i, word in enumerate(words):
        if word.casefold() in ("of", "for", "on") and i:
            words = words[:i]
            break
    if words[-1].casefold() in ("coalition", "movement", "alliance", "network", "union") and len(words) > 1:
        members = scene.world.agent(words[-2].casefold())
        if words[-2].casefold() in listed("citizenry"):
            return ("CVL", "OPP")
        if members is not None and members.kind == "group" and members.sectors:
            return members.sectors
    if words[-1].casefold() == "office" and len(words) > 1:
        title = scene.world.office(" ".join(words[:-1]))
        if title is not None and title.sectors:
            return title.sectors
    agent = scene.world.agent(" ".join(words[-4:]))
    if agent is not None and agent.country is not None:
        figure.country = figure.country or agent.country
        if agent.country == "NGO":
            figure.kind = "ngo"
            return ()
    if agent is not None and (agent.kind in ("body", "group") or words[-1].casefold() in listed("body")):
        return agent.sectors
    return ()


def name_country(scene: Scene, figures: Figures, figure: Figure, first: int, last: int, head: int) -> str | None:
    """Country that the words of a name give: a country or nationality in it, a place in it, its possessor."""
    for i in range(first, last + 1):
        geo = scene.geo.get(i)
        if geo is not None:
            return geo.country
    for child in scene.reading.children(head, "nmod:poss", "amod", "compound", "appos"):
        geo = scene.geo.get(child.index)
        if geo is not None and not first <= child.index <= last:
            return geo.country
        owners = figures.at(child.index)
        if child.deprel == "nmod:poss" and owners and owners[0].country:
            return owners[0].country
    for child in scene.reading.children(head, "nmod"):
        country = scene.named_country(child.index) if scene.case(child.index) in ("of", "in", "at") else None
        if country is not None:
            return country
    if "MIL" in figure.sectors:
        return None
    institution = figure.type == "ORG" or bool(figure.sectors)
    for i in range(first, last + 1) if last > first and institution else ():
        for stop in range(min(last, i + 1), i - 1, -1):
            country = (
                _place_in_name(scene, scene.reading.text(i, stop)) if scene.reading.words[i].text[0].isupper() else None
            )
            if country is not None:
                return country
    return None


def _place_in_name(scene: Scene, text: str) -> str | None:
    """Country of a large town or a region inside a name, under the very name it has in the table."""
    if len(text) <= 3 or text.casefold() in listed("body") or text.casefold() in listed("compass"):
        return None
    places = scene.world.places(text)
    if not places or (places[0].population < 100_000 and places[0].precision != "region"):
        return None
    country = scene.place_country(text) if normalise(places[0].name) == normalise(text) else None
    return country if country in scene.counts or not scene.counts else None
