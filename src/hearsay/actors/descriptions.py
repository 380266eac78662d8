"""Actors that the article describes: "the new Iranian leader", "Hamas' leader", "rebel fighters", "the movement".

A description goes to a named figure when office, country and article agree, else to an earlier figure described alike,
else it becomes a figure of its own that keeps its head phrase as name.
"""

from __future__ import annotations

from hearsay.actors.earlier import (
    earlier_body,
    own_country,
    owned_by_several,
    pointed_at_several,
    predicated,
    said_to_be,
    same_arms,
    same_several,
    sent_by,
    stationed,
)
from hearsay.actors.figures import Figure, Figures
from hearsay.actors.holding import named_holder
from hearsay.actors.linking import role_country
from hearsay.actors.naming import country_figure
from hearsay.actors.phrases import head_phrase
from hearsay.actors.recent import announced_body, of_two, pair, recent, several, two_states
from hearsay.actors.roles import Role, read_role
from hearsay.actors.scene import Scene
from hearsay.actors.sectors import STATE, coalition, role_sectors
from hearsay.actors.wordlists import listed


def describe(scene: Scene, figures: Figures, role: Role) -> None:
    """Give a role phrase at its head word to a figure, old or new."""
    first, last = head_phrase(scene, role.head)

    def put(*found: Figure) -> None:
        for figure in found:
            figures.place(figure, role.head, first, last, "description")

    noun = role.noun.split()[-1]
    if role.noun == "force" and len(role.words) == 1 and not scene.reading.children(role.head, "det"):
        return  # "the use of force" is nobody's name
    same = predicated(scene, figures, role)
    if same is not None:
        put(same)
        return
    country = role_country(scene, figures, role.country, role.owner_word) or said_to_be(scene, role.head)
    if noun in listed("neighbour") and not role.plural:
        beneath = scene.reading.children(role.head, "appos", "flat", "nmod")
        called = [c.index for c in beneath if c.deprel != "nmod:poss" and not scene.case(c.index)]
        named = (f for i in called for f in figures.at(i))
        state = next((f for f in named if f.kind == "country"), None)
        beside = scene.geo.get(role.head + 1)
        if state is None and beside is not None and beside.kind == "country":
            state = country_figure(scene, figures, beside.country)
        if state is not None:
            put(state)
            return
    if noun == "sides" and len(role.countries) > 1:
        put(*(country_figure(scene, figures, c) for c in role.countries))
        return
    armies = two_states(scene, figures, role) if "MIL" in role.sectors and of_two(scene, role) else []
    if armies:
        put(*(_group(scene, figures, role, f.country, role.sectors) for f in armies))
        return
    couple = pair(scene, figures, role, noun)
    if couple:
        put(*couple)
        return
    adjective = any(scene.geo[i].kind == "nationality" for i in range(first, role.head) if i in scene.geo)
    if noun == "nation" and adjective and country is not None:
        put(_group(scene, figures, role, country, ("CVL",)))
        return
    if (noun in ("country", "nation", "state", "territory", "enclave") or noun in listed("realm")) and not role.plural:
        found = own_country(scene, figures, role, country)
        if found is not None:
            put(found)
        return
    if role.plural and pointed_at_several(scene, role):
        others = same_several(scene, figures, role)
        if others is not None:
            put(others)
            return
    if noun in listed("anaphor") and not role.plural and role.definite and len(role.words) <= 3:
        earlier = earlier_body(scene, figures, role, tuple(listed("anaphor")[noun].split("|")), country)
        if earlier is not None:
            put(earlier)
            return
    headed = announced_body(scene, figures, role) if noun in listed("anaphor") else None
    if headed is not None:
        put(headed)
        return
    if not role.actor:
        members = scene.world.agent(_members(scene, role))
        if noun in listed("anaphor") and members is not None and not role.plural:
            sectors = ("CVL",) if STATE.intersection(members.sectors) else members.sectors
            put(_group(scene, figures, role, country or scene.fallback_country(role.head, local=True), sectors))
        return
    if len(role.countries) > 1 and role.plural:
        put(*(_one(scene, figures, role, c) for c in role.countries))
        return
    holders = several(scene, figures, role) if country is None else []
    if holders:
        put(*holders)
        return
    put(_one(scene, figures, role, country))


def _one(scene: Scene, figures: Figures, role: Role, country: str | None) -> Figure:
    if role.noun in listed("neighbours") and role.country is None and (role.kind or role.owner_word is not None):
        return _group(scene, figures, role, None, role_sectors(scene, figures, role))  # "our allies" are others
    if coalition(scene, role):
        return _group(scene, figures, role, "IGO", ("MIL",))
    sectors = role_sectors(scene, figures, role)
    body = owned_by_several(scene, figures, role)
    if body is not None and country is None:
        return _group(scene, figures, role, body.country, body.sectors)
    if country is None and scene.home is not None and role.office and not role.plural and role.definite:
        minister = named_holder(scene, figures, role, scene.home)
        if minister is not None:
            return minister
    if (not role.plural or len(role.countries) > 1) and role.status not in ("former", "late"):
        named = named_holder(scene, figures, role, country)
        if named is not None:
            return named
    if country is None and role.definite and len(role.words) == 1:
        same = _same_noun(scene, figures, role)
        if same is not None:
            return same
    if (
        country is None
        and role.plural
        and role.definite
        and "REB" in sectors
        and role.words == (role.noun,)
        and role.owner_word is None
    ):
        rebels = _rebels(scene, figures, role)
        if rebels is not None:
            return rebels
    if "MIL" in sectors and not role.abroad and (country is None or stationed(scene, role.head, country)):
        country = sent_by(scene, figures, role.head) or country
    if country is None and sectors[:1] == ("MIL",):
        country = same_arms(scene, figures, role)
    if country is None and sectors[:1] == ("JUD",) and role.definite and role.owner_word is None:
        country = _court(scene, figures, role)
    if country is None:
        owners = figures.at(role.owner_word) if role.owner_word is not None else []
        local = not (STATE | {"PTY"}).intersection(sectors)
        ours = scene.home if role.office and "GOV" in sectors and not role.plural and not role.abroad else None
        placed = _needs_country(scene, role, sectors) and not _of_strangers(scene, figures, role)
        placed = placed and not any(f.person for f in owners)
        country = (ours or scene.fallback_country(role.head, local=local)) if placed else None
        if (
            country is None
            and not role.abroad
            and {"CVL", "JRN", "REL"}.intersection(sectors)
            and _victims(scene, role)
            and not _anybody(scene, role)
        ):
            country = scene.fallback_country(role.head, local=True)
    return _group(scene, figures, role, country, sectors)


def _members(scene: Scene, role: Role) -> str:
    """Whose group "a *lawyers'* group" is: the plural before the noun, or ""."""
    words = scene.reading.words
    owner = words[role.owner_word] if role.owner_word is not None and not role.definite else None
    return owner.text.casefold() if owner is not None and owner.xpos == "NNS" and owner.index < role.head else ""


def _needs_country(scene: Scene, role: Role, sectors: tuple[str, ...]) -> bool:
    """Whether a bare role takes the country of its surroundings: state roles, and people who live or act there."""
    noun = role.noun.split()[-1]
    if _anybody(scene, role):
        return False
    lemma = scene.reading.words[role.head].lemma.casefold()
    if lemma in listed("weapon") or lemma in listed("commentator"):
        return False  # "drones hit the town", "analysts say": whose they are, nobody says
    if role.abroad or "REF" in sectors or noun in listed("people") or noun in listed("family"):
        return False
    if noun in listed("employed"):
        return False
    if noun in listed("scattered") and not {"COP", "MIL", "OPP", "EDU", "LAB"}.intersection(sectors):
        return role.definite and noun not in ("governments", "states", "nations", "powers")
    return bool(STATE.intersection(sectors)) or bool(
        {"CRM", "CVL", "REB", "UAF", "PRM", "OPP", "PTY", "LAB", "AGR", "EDU", "MED"}.intersection(sectors)
    )


def _rebels(scene: Scene, figures: Figures, role: Role) -> Figure | None:
    """ "The rebels": the one armed movement named around here."""
    near = dict.fromkeys(f for _, f in recent(scene, figures, role.head, near=8) if f.kind == "armed-group")
    return next(iter(near)) if len(near) == 1 else None


def _court(scene: Scene, figures: Figures, role: Role) -> str | None:
    """The country of "the judges": that of the court named last."""
    near = (f for _, f in recent(scene, figures, role.head, near=3) if f.type == "ORG" and "JUD" in f.sectors)
    return next((f.country for f in near if f.country is not None), None)


def _of_strangers(scene: Scene, figures: Figures, role: Role) -> bool:
    """ "Staff of these charities": of a body that is no state's, and so of no country that stands near."""
    if role.owner_word is None or figures.has(role.owner_word):
        return False
    word = scene.reading.words[role.owner_word]
    if word.upos != "NOUN" or word.lemma.casefold() not in listed("anaphor"):
        return False
    owner = read_role(scene, role.owner_word)
    return owner is not None and owner.country is None and not STATE.intersection(owner.sectors)


def _anybody(scene: Scene, role: Role) -> bool:
    """ "Any activist" is no one in particular, and of no country that stands near."""
    return any(w.text.casefold() in ("any", "every", "each", "no") for w in scene.reading.children(role.head, "det"))


def _victims(scene: Scene, role: Role) -> bool:
    """People to whom something is done, or who are counted: they are where the story is."""
    word = scene.reading.words[role.head]
    victims = word.lemma.casefold() in ("victim", "casualty", "survivor", "resident", "civilian")
    return victims or word.deprel in ("obj", "nsubj:pass") or role.number is not None


def _same_noun(scene: Scene, figures: Figures, role: Role) -> Figure | None:
    """ "the team" after "the Kenyan team": the last figure described by the same noun, of a known country if any is."""
    lemma = scene.reading.words[role.head].lemma.casefold()
    alike = [
        figure
        for _, figure in recent(scene, figures, role.head, near=30)
        if figure.kind in ("group", "described")
        and figure.roles
        and scene.reading.words[figure.roles[0].head].lemma.casefold() == lemma
    ]
    return next((f for f in alike if f.country is not None), alike[0] if alike else None)


def _group(scene: Scene, figures: Figures, role: Role, country: str | None, sectors: tuple[str, ...]) -> Figure:
    """The figure described alike, or a new one."""
    noun = scene.reading.words[role.head].lemma.casefold() or role.noun
    owners = figures.at(role.owner_word) if role.owner_word is not None else []
    owner = owners[0].order if owners and owners[0].kind != "country" else None
    for figure in figures.all:
        if (
            figure.roles
            and figure.kind in ("group", "described")
            and (figure.country, figure.sectors) == (country, sectors)
        ):
            mine = figure.roles[0]
            if scene.reading.words[mine.head].lemma.casefold() == noun and _owner_order(figures, mine) == owner:
                return figure
    first, last = head_phrase(scene, role.head)
    figure = figures.new(
        _plain_name(scene, first, last), "group" if role.plural or role.kind != "person" else "described"
    )
    figure.country, figure.sectors, figure.fixed, figure.plural = country, sectors, True, role.plural
    figure.gender = listed("gendered").get(noun, "")
    figure.roles.append(role)
    figure.rows += role.rows
    figure.role = " ".join((*((role.status,) if role.status else ()), *role.words)) if role.office else None
    if role.status in ("former",) and STATE.intersection(sectors):
        figure.sectors = ("ELI",)
    figure.why.append(f"described as {figure.name!r}")
    return figure


def _owner_order(figures: Figures, role: Role) -> int | None:
    owners = figures.at(role.owner_word) if role.owner_word is not None else []
    return owners[0].order if owners and owners[0].kind != "country" else None


def _plain_name(scene: Scene, first: int, last: int) -> str:
    """The phrase without a numeral or determiner in front: "two Kenyan soldiers" is "Kenyan soldiers"."""
    words = scene.reading.words
    size = first + 3 <= last and words[first].upos == "NUM" and words[first + 1].text in ("-", "–")
    first += 3 if size and words[first + 2].text in ("member", "man", "person", "strong") else 0
    while first < last:
        counting = words[first].text.casefold() in listed("counting") and words[first + 1].upos in (
            "NUM",
            "ADJ",
            "ADP",
            "SCONJ",
        )
        dozen = words[first].text.casefold() in ("dozen", "least", "record") and words[first + 1].upos != "ADP"
        if words[first].upos not in ("NUM", "DET", "PUNCT") and not counting and not dozen:
            break
        first += 1
    return scene.reading.text(first, last)
