"""Agent nouns and office titles: from the PLOVER and PETRARCH agent files, the curated tables, and their plurals."""

from __future__ import annotations

import re
from pathlib import Path

from hearsay.world.names import normalise
from hearsay.world.tables import SECTORS
from worldbuild.draft import Draft

BODY_SECTORS = frozenset(SECTORS) - {"CVL", "UNK", "GOV"}
"""Sectors that an organisation may carry by itself."""
_SECTOR = {"HLH": "MED", "HRI": "SOC", "ENV": "SOC", "PPL": "CVL", "MUS": "REL", "CHR": "REL", "HIN": "REL",
"JEW": "REL",
           "BUD": "REL", "CTH": "REL", "PRO": "REL", "MAR": "REL"}  # fmt: skip
_COUNTRY = {"NGO", "IGO", "IMG"}
_PEOPLE = ("MAN", "WOMAN", "PERSON")
_MINISTRY = ("MINISTER", "MINISTRY")
_BLOCKED = frozenset(
    " ".join(phrase.split())
    for phrase in """
    a cabinet meeting|assemblage|branokker|carrier|retired|echelon|governance|kanidurgu|tinginist|doc|
    manafacture|actor|aerospace|airway|anglican|authorities and people|believer|business interests|
    capital|capital city|central jail of|christian democratic|city|community|continent|council of state|
    crusader|cutpurse|deputy|diet|disputed region|driver|fighting position|general public|group|guard command|
    heavy machine gun|hebrew|house|individuals|industry|infiltration unit|intelligence|intelligence activity|
    intelligence information|intelligence operation|intergovernmental|inter governmental|islamic|jewish|land|
    lead|leading bank|major|member|merchandiser|military conflict|military led|military presence|monger|
    mortar position|native|naturalized|naval|neighborhood|neighbourhood|ordinary|phalanx|power|prison|private|
    privateer|province|rabble|rebel base|rebellion|region|religion|research|revolt|revolution|savages|
    scientific research|sea rover|security check|settlement|small town|special operations|sukhoi pak fa|
    supporters|the border|the poor|the west|town|transport compan|uprising|village|vip|war machine|
    weapons storage facility|woman|women|children|political entity|low level insurgency|hardline islamic|
    diplomatic building|quarter|record|post|premises|human rights|civil authority|underground|operation|service|
    policy|law|election|budget|agriculture
    """.split("|")  # noqa: SIM905
)
_BODIES = frozenset(
    """army navy ministry department agency bureau office court tribunal parliament party government company corporation
    bank council commission committee embassy consulate university school college hospital force police station base
    church
    mosque monastery newspaper daily regiment battalion brigade division academy institute institution organization
    organisation administration authority secretariat board service system center centre union federation firm airline
    newspaper radio television network channel ship vessel tanker aircraft jet plane drone helicopter bomber missile
    launcher tank warship frigate destroyer submarine warplane legislature assembly congress senate duma bundestag junta
    regime cabinet cartel clinic judiciary presidency chancellery directorate headquarters command garrison gunship
    raptor
    hornet conglomerate prison exchange society movement front wing industry post treasury""".split()  # noqa: SIM905
)
_GROUPS = frozenset(
    """police troops forces people clergy militia gang mob crowd personnel staff group team crew family media press
    authorities
    insurgency resistance opposition faction coalition squad band guerrillas mujahideen infantry military guard cavalry
    artillery leadership public population delegation patrol alliance gendarmerie services youth tribe clan""".split()  # noqa: SIM905
)
_IRREGULAR = {"man": "men", "woman": "women", "person": "people", "child": "children", "thief": "thieves",
"baby": "babies",
              "mujahideen": "mujahideen", "aircraft": "aircraft", "staff": "staff", "wife": "wives"}  # fmt: skip


def plural(noun: str) -> str:
    """The plural of a phrase by its last word, or by the word before "of"."""
    head, joint, rest = noun.partition(" of ")
    words = head.split(" ")
    words[-1] = _plural_word(words[-1])
    return " ".join(words) + joint + rest


def _plural_word(word: str) -> str:
    for singular, many in _IRREGULAR.items():
        if word == singular or (
            singular in ("man", "woman") and word.endswith(singular) and word not in ("human", "german")
        ):
            return word[: -len(singular)] + many
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def add(draft: Draft, raw: Path) -> None:
    """Rows of both agent files that the curated tables do not have, then plurals for all."""
    for source, path in (
        ("plover-agents", raw / "plover-agents" / "PLOVER_agents.txt"),
        ("phoenix-agents", raw / "petrarch" / "Phoenix.agents.txt"),
    ):
        for line in path.read_text(encoding="utf-8").splitlines():
            _line(draft, line, source)
    agents = draft.other["agents"]
    for cells in list(agents.values()):
        key, phrase, sectors, kind, country, source = cells
        if kind == "group" and phrase.split(" ")[-1] in _GROUPS and phrase.split(" ")[-1].endswith(("s", "people")):
            continue
        many = plural(phrase)
        if normalise(many) not in {normalise(phrase), key}:
            draft.row(
                "agents", [normalise(many), phrase, sectors, "body" if kind == "body" else "group", country, source]
            )


def _line(draft: Draft, line: str, source: str) -> None:
    found = re.match(r"\s*([^#!\[{][^\[{]*?)\s*(?:\{.*\})?\s*\[([^\]]*)\]", line)
    if not found or line.lstrip().startswith("#"):
        return
    raw_name, code = found.groups()
    codes = [c for c in re.findall("[A-Z]{3}", code) if c not in ("NON", "JNK", "RAD", "DEV")]
    countries = [c for c in codes if c in _COUNTRY]
    sectors = list(dict.fromkeys(_SECTOR.get(c, c) for c in codes if c not in _COUNTRY))
    if "~" not in code or any(s not in SECTORS for s in sectors) or not (sectors or countries):
        draft.drop("agent of no sector")
        return
    for name in _expand(raw_name.strip().upper()):
        phrase = _singular(" ".join(name.replace("_", " ").split()).lower())
        key = normalise(phrase)
        if (
            key in _BLOCKED
            or len(key) < 3
            or not re.fullmatch(r"[a-z' -]+", phrase)
            or key.endswith((" of", " in", "minist"))
        ):
            draft.drop("agent that is no agent")
            continue
        kind = _kind(phrase)
        draft.row("agents", [key, phrase, "|".join(sectors), kind, countries[0] if countries else "", source])


def _expand(name: str) -> list[str]:
    if "!PERSON!" in name:
        return [name.replace("!PERSON!", p) for p in _PEOPLE]
    if "!MINIST!" in name:
        return [name.replace("!MINIST!", p) for p in _MINISTRY]
    if name.endswith("MINIST") or "MINIST_OF" in name or "MINIST " in name:
        return [re.sub(r"MINIST(?![A-Z])", p, name) for p in _MINISTRY]
    return [name]


def _singular(phrase: str) -> str:
    last = phrase.split(" ")[-1]
    if (
        " of " in phrase
        or last in _GROUPS
        or last in ("sas", "press", "congress", "authorities", "affairs", "services", "forces")
    ):
        return phrase
    for singular, many in _IRREGULAR.items():
        if last == many and many != singular:
            return phrase[: -len(many)] + singular
    if last.endswith("men") and len(last) > 4:
        return phrase[:-2] + "an"
    if last.endswith("s") and not last.endswith(("ss", "us", "is", "ics")) and len(last) > 4:
        return phrase[:-3] + "y" if last.endswith("ies") else phrase[:-1]
    return phrase


def _kind(phrase: str) -> str:
    head = phrase.partition(" of ")[0].split(" ")[-1]
    if head in _GROUPS:
        return "group"
    return "body" if head in _BODIES or (phrase.split(" ")[-1] in _BODIES and " of " not in phrase) else "person"
