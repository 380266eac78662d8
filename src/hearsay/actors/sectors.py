"""Sectors that a role phrase gives (PLOVER codebook, "Sector Codes").

They come from the office or agent noun, or from the body that a leader, spokesman, official or member belongs to.
"""

from __future__ import annotations

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.roles import Role, read_role
from hearsay.actors.scene import SUPRANATIONAL, Scene
from hearsay.actors.wordlists import listed

STATE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))
_OF_STATES = frozenset(("head-of-state", "head-of-government", "minister", "governor"))
_CONGREGATION = frozenset(("leader", "leaders", "community", "communities", "group", "groups", "elder", "elders"))
"""Nouns that an adjective of faith makes a matter of religion."""
LOCAL = STATE | {"PTY", "REB", "PRM", "OPP", "LAB", "UAF"}
"""Sectors of bodies and persons that belong to the country they are told about unless the text says otherwise."""


def role_sectors(scene: Scene, figures: Figures, role: Role) -> tuple[str, ...]:
    """Sectors that a role phrase gives."""
    owner = _owner(scene, figures, role)
    if role.noun in listed("family") and role.owner_word is not None:
        return ("CVL",)
    if role.noun in _CONGREGATION and not {"REB", "PTY", "OPP", "UAF"}.intersection(role.sectors):
        before = {w.text.casefold() for w in scene.reading.words[role.first : role.head]}
        if listed("faith").keys() & before:
            return ("REL",)
    representative = role.noun.split()[-1] in listed("representative")
    if owner is not None and owner.kind != "country" and owner.kind != "person":
        if owner.country in SUPRANATIONAL and owner.country != "IMG":
            own = {"MIL", "COP", "LEG", "JUD"}.intersection(role.sectors) or (role.office and "MIL" in owner.sectors)
            return role.sectors if own else owner.sectors
        if "MIL" in owner.sectors and role.sectors == ("COP",):
            return ("MIL", "COP")  # an army's own police
        if owner.kind == "organisation" and not owner.sectors and role.office in _OF_STATES:
            return ()  # the president of a society rules nothing
        labour = owner.kind == "company" and "LAB" in role.sectors
        if (representative and not labour) or not role.sectors or {"REB", "UAF"}.intersection(owner.sectors):
            return owner.sectors or role.sectors
    if owner is not None and owner.person and representative and {"REB", "UAF", "CRM"}.intersection(owner.sectors):
        return owner.sectors
    if role.noun in listed("armed") and {"opposition", "rebel", "separatist", "insurgent"}.intersection(role.words):
        return ("REB",)
    if representative and not {"REB", "UAF", "MIL", "COP"}.intersection(role.sectors):
        agents = [scene.world.agent(word) for word in reversed(role.words[:-1])]
        told = [agent.sectors for agent in agents if agent is not None and agent.sectors]
        if told:
            return next((sectors for sectors in told if sectors != ("CVL",)), told[0])
        common = _common_owner(scene, figures, role) if owner is None else None
        if common is not None:
            return common
        if (
            not role.sectors
            and role.noun in listed("official")
            and (role.country or (owner and owner.kind == "country"))
        ):
            return ("GOV",)
    if role.sectors == ("COP",) and role.noun in ("officer", "officers") and len(role.words) == 1:
        return ("MIL",) if _of_an_army(scene, role.head) else role.sectors
    if role.sectors:
        return role.sectors
    if representative and role.owner_word is not None and _governed(scene, role.owner_word):
        return ("GOV",)
    if role.noun in listed("family"):
        return ("CVL",)
    return ()


def _of_an_army(scene: Scene, head: int) -> bool:
    """Whether an "officer" is one of an army: the sentences around tell of forces and the article of no police."""
    reading = scene.reading
    here = reading.sentence_of(head).index
    near = reading.sentences[max(0, here - 2) : here + 2]
    around = {reading.words[i].lemma.casefold() for s in near for i in range(s.first, s.last + 1)}
    everywhere = {w.text.casefold() for w in reading.words}
    return bool(around & listed("soldierly").keys()) and not everywhere & listed("policing").keys()


def coalition(scene: Scene, role: Role) -> bool:
    """ "the US-led coalition", "coalition forces": several states in arms (GUIDELINES, "Who is who": IGO, MIL)."""
    if role.noun == "coalition":
        political = {"ruling", "governing", "opposition", "party", "political", "government"} & set(role.words)
        bare = scene.allied and not political and role.country is None and role.owner_word is None
        return bool(listed("allied").keys() & set(role.words)) or role.led or bare
    return role.noun in ("forces", "troops", "aircraft", "jets", "warplanes") and "coalition" in role.words


def _governed(scene: Scene, owner: int) -> bool:
    """Whether a common noun names a part of a state that has a government: "the region's leader"."""
    word = scene.reading.words[owner]
    return word.upos == "NOUN" and word.lemma.casefold() in listed("governed")


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
