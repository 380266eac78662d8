"""Country and sectors of a figure as of the article's date (PLOVER codebook, "Sector Codes").

A known person takes the sectors of the offices known to cover the date, never of others; the article's own titles fill
gaps; whoever is known to have left office is ELI. Everyone else takes them from the words: the office or agent noun, or
the body that a leader, spokesman, official or member belongs to.
"""

from __future__ import annotations

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.linking import role_country
from hearsay.actors.roles import Role, read_role
from hearsay.actors.scene import Scene
from hearsay.actors.wordlists import nouns
from hearsay.actors.wordlists import words as word_list
from hearsay.world import Term

SUPRANATIONAL = frozenset(("UNO", "IGO", "NGO", "EUR", "ISM", "IMG", "MNC"))
STATE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))
_LOCAL = STATE | {"PTY", "REB", "PRM", "OPP", "LAB", "UAF"}
"""Sectors of bodies and persons that belong to the country they are told about unless the text says otherwise."""
_ARMED = frozenset(("forces", "fighters", "troops", "commanders", "commander", "fighter", "gunmen", "soldiers"))
_ALLIED = frozenset(
    ("global", "international", "military", "multinational", "allied", "counter", "anti", "nato", "western", "arab", "led",
     "american-led", "us-led", "saudi-led")
)  # fmt: skip
_OFFICE_ORDER = ("head-of-state", "head-of-government", "leader", "foreign-minister", "defence-minister", "interior-minister")


def settle_person(scene: Scene, figures: Figures, figure: Figure) -> None:
    """Fill in country, sectors and role of a person."""
    figure.kind = "person"
    titled: list[str] = []
    former: list[str] = []
    past = {r.noun for r in figure.roles if r.status in ("former", "late")}
    for role in figure.roles:
        found = role_sectors(scene, figures, role)
        (former if role.noun in past else titled).extend(found)
        if figure.country is None:
            figure.country = role_country(scene, figures, role.country, role.owner_word)
    if figure.entity is not None:
        _settle_known(scene, figure, titled, bool(STATE.intersection(former)))
    else:
        figure.sectors = tuple(dict.fromkeys(titled)) or (("ELI",) if STATE.intersection(former) else tuple(dict.fromkeys(former)))
        local = _LOCAL | {"REL", "CRM", "AGR"}
        if figure.country is None and (local.intersection(figure.sectors) or STATE.intersection(former)):
            state_roles = [r for r in figure.roles if (r.office or r.kind) and not r.abroad and not _of_body(figures, r)]
            if state_roles:
                official = bool(STATE.intersection((*figure.sectors, *former)))
                figure.country = scene.fallback_country(state_roles[0].head, official=official)
                figure.why.append("country of the clause, the dateline or the article")
    if figure.role is None and figure.roles:
        figure.role = " ".join((*((figure.roles[0].status,) if figure.roles[0].status else ()), *figure.roles[0].words))
    for role in figure.roles:
        figure.rows += [row for row in role.rows if row not in figure.rows]


def _settle_known(scene: Scene, figure: Figure, titled: list[str], former: bool) -> None:
    assert figure.entity is not None
    terms = scene.world.terms(figure.entity.id)
    current = scene.world.roles(figure.entity.id, scene.on) if scene.on is not None else terms[:1]
    left = {r.office for r in figure.roles if r.status in ("former", "late") and r.office}
    current = tuple(t for t in current if t.office not in left)
    ordered = sorted(current, key=_rank)
    sectors = [s for term in ordered for s in term.sectors]
    if ordered:
        figure.role = ordered[0].title + (f"-{ordered[0].status}" if ordered[0].status == "elect" else "")
        figure.rows += [t.row for t in ordered]
        figure.country = ordered[0].country or figure.country
    if not sectors:
        sectors = [*titled, *figure.entity.sectors]
    if not sectors and (former or (scene.on is not None and terms and all(_over(scene, t, scene.on) for t in terms))):
        sectors = ["ELI"]
        figure.role = f"former {terms[0].title}" if terms else figure.role
    if figure.country is None and terms:
        figure.country = terms[0].country
    figure.sectors = tuple(dict.fromkeys(sectors))


def _rank(term: Term) -> tuple[int, str]:
    office = _OFFICE_ORDER.index(term.office) if term.office in _OFFICE_ORDER else len(_OFFICE_ORDER)
    return office, term.row


def _over(scene: Scene, term: Term, on: str) -> bool:
    """Whether a term is known to be over: its end is printed, or someone else is known to hold the office."""
    if term.until is not None:
        return term.until[: len(on)] <= on[: len(term.until)]
    if term.office not in _OFFICE_ORDER or term.country is None or (term.seen_to or "") > on:
        return False
    return any(person.id != term.person for person, _ in scene.world.holders(term.country, term.office, on))


def _of_body(figures: Figures, role: Role) -> bool:
    """Whether a role belongs to a body that is not a state: it takes no country from its surroundings."""
    owners = figures.at(role.owner_word) if role.owner_word is not None else []
    return bool(owners) and owners[0].kind not in ("country", "person") and owners[0].country is None


def role_sectors(scene: Scene, figures: Figures, role: Role) -> tuple[str, ...]:
    """Sectors that a role phrase gives."""
    owner = _owner(scene, figures, role)
    representative = role.noun.split()[-1] in nouns("representative")
    if owner is not None and owner.kind != "country" and owner.kind != "person":
        if owner.country in SUPRANATIONAL and owner.country != "IMG":
            return role.sectors if {"MIL", "COP"}.intersection(role.sectors) else owner.sectors
        if representative or not role.sectors or {"REB", "UAF"}.intersection(owner.sectors):
            return owner.sectors or role.sectors
    if owner is not None and owner.person and representative and {"REB", "UAF", "CRM"}.intersection(owner.sectors):
        return owner.sectors
    if role.noun in _ARMED and (not role.sectors or {"OPP", "PTY", "CVL"}.intersection(role.sectors)):
        if {"opposition", "rebel", "anti-government", "separatist", "insurgent"}.intersection(role.words):
            return ("REB",)
    if representative:
        for word in reversed(role.words[:-1]):
            agent = scene.world.agent(word)
            if agent is not None and agent.sectors:
                return agent.sectors
        common = _common_owner(scene, figures, role) if owner is None else None
        if common is not None:
            return common
        if not role.sectors and role.noun in nouns("official") and (role.country or (owner and owner.kind == "country")):
            return ("GOV",)
    if role.sectors:
        return role.sectors
    if role.noun in nouns("family"):
        return ("CVL",)
    return ()


def coalition(role: Role) -> bool:
    """ "the US-led coalition", "coalition forces": several states in arms (GUIDELINES, "Who is who": IGO, MIL)."""
    if role.noun == "coalition":
        return bool(_ALLIED.intersection(role.words)) or role.led
    return role.noun in ("forces", "troops", "aircraft", "jets", "warplanes") and "coalition" in role.words


def _owner(scene: Scene, figures: Figures, role: Role) -> Figure | None:
    if role.owner_word is None:
        return None
    owners = figures.at(role.owner_word)
    return owners[0] if owners else None


def _common_owner(scene: Scene, figures: Figures, role: Role) -> tuple[str, ...] | None:
    """Sectors of an owner that is a common noun: "head of the army", "the party's leader"."""
    if role.owner_word is None or scene.reading.words[role.owner_word].upos == "PRON" or role.owner_word == role.head:
        return None
    owner = read_role(scene, role.owner_word)
    return owner.sectors if owner is not None and owner.sectors else None


def settle_body(scene: Scene, figures: Figures, figure: Figure) -> None:
    """Fill in country and sectors of a named body: from its entry, else from the words of its name."""
    if figure.entity is not None:
        figure.country, figure.sectors = figure.entity.country, figure.entity.sectors
        if figure.kind == "country" and not figure.sectors:
            figure.sectors = ("GOV",)
        return
    place = figure.places[0]
    _parent(scene, figure, place.first, place.last)
    if figure.fixed:
        return
    agent = _institution(scene, figure)
    figure.sectors = agent or figure.sectors
    if figure.type == "ORG" or agent:
        figure.kind = _kind(figure.sectors)
    for role in figure.roles:
        figure.sectors = figure.sectors or role_sectors(scene, figures, role)
        figure.country = figure.country or role_country(scene, figures, role.country, role.owner_word)
        figure.rows += [row for row in role.rows if row not in figure.rows]
    figure.country = figure.country or name_country(scene, figures, figure, place.first, place.last, place.head)
    abroad = figure.name.split()[0].casefold() in ("international", "world", "global", "european", "african", "asian", "arab")
    if figure.country is None and _LOCAL.intersection(figure.sectors) and figure.type == "ORG" and not abroad:
        figure.country = scene.fallback_country(place.head, official=bool(STATE.intersection(figure.sectors)))
        figure.why.append("country of the clause, the dateline or the article")


def _parent(scene: Scene, figure: Figure, first: int, last: int) -> None:
    """An organ of a known international body ("UN Human Rights Council") takes its country code and sectors; a known
    group behind a nationality ("Pakistani Taliban") keeps its sectors and takes that country."""
    geo = scene.geo.get(first)
    if geo is not None and geo.last < last:
        for entity in scene.world.entities(scene.reading.text(geo.last + 1, last)):
            if entity.kind in ("armed-group", "party"):
                figure.country, figure.sectors, figure.kind, figure.fixed = geo.country, entity.sectors, entity.kind, True
                figure.rows.append(entity.row)
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
    for i, word in enumerate(words):
        if word.casefold() in ("of", "for", "on") and i:
            words = words[:i]
            break
    agent = scene.world.agent(" ".join(words[-4:]))
    if agent is not None and agent.country is not None:
        figure.country = figure.country or agent.country
    if agent is not None and (agent.kind in ("body", "group") or words[-1].casefold() in word_list("bodies")):
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
    located = scene.named_country(head) if scene.reading.children(head, "nmod") else None
    if located is not None or "MIL" in figure.sectors:
        return located
    if last > first:
        for i in range(first, last + 1):
            word = scene.reading.words[i]
            if word.text[0].isupper() and word.text.casefold() not in word_list("bodies") and len(word.text) > 3:
                places = scene.world.places(word.text)
                if places and (places[0].population >= 100_000 or places[0].precision == "region"):
                    return scene.place_country(word.text)
    return None
