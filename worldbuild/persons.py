"""Who is who across sources: one id for "Hasan Fereidun RUHANI" and "Hassan Rouhani", two for different people."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from hearsay.world.names import normalise
from worldbuild.draft import Draft

_PROMINENT = """USA RUS CHN ISR GBR FRA DEU UKR IRN IRQ SYR PSE TUR JPN IND PAK AFG KOR PRK SAU EGY ITA ESP CAN AUS
BRA MEX VEN
ZAF NGA LBN LBY YEM SDN ETH KEN POL GRC NLD BEL IRL CUB COL ARG IDN PHL THA MMR TWN HKG""".split()  # noqa: SIM905
_NICKNAMES = {
    "william": "bill", "anthony": "tony", "joseph": "joe", "james": "jim", "robert": "bob", "richard": "dick",
    "michael": "mike",
    "edward": "ed", "albert": "al", "charles": "chuck", "david": "dave", "elizabeth": "liz", "mary": "liz",
    "christopher": "chris",
    "daniel": "dan", "donald": "don", "gregory": "greg", "jacob": "jake", "jeffrey": "jeff", "kenneth": "ken",
    "leonard": "len",
    "nicholas": "nick", "patrick": "pat", "peter": "pete", "philip": "phil", "ronald": "ron", "samuel": "sam",
    "stephen": "steve",
    "steven": "steve", "theodore": "ted", "thomas": "tom", "timothy": "tim", "antony": "tony", "benjamin": "ben",
    "andrew": "andy", "alexander": "alex", "frederick": "fred", "geoffrey": "geoff", "lawrence": "larry",
    "matthew": "matt",
    "susan": "sue", "deborah": "debbie", "rebecca": "becky", "pamela": "pam", "katherine": "kate", "catherine": "cathy",
}  # fmt: skip

_HALF_NAMES = frozenset("abd abdul abdel abdal abdallah abu jean maria muhammad mohammad mohammed mohamed".split())  # noqa: SIM905
"""First names that seldom stand alone before a surname."""


def prominence(country: str) -> int:
    """0 to 9: how often a state's people are in the news; orders people of one name, nothing else."""
    return max(0, 9 - _PROMINENT.index(country) // 5) if country in _PROMINENT else 0


def skeleton(name: str) -> str:
    """Letters that transliterations share: "Ruhani", "Rouhani", "Rohani" are all "rhn"."""
    key = normalise(name).replace(" ", "")
    key = re.sub(r"^(al|el|ul)(?=.{3})", "", key)
    for many, one in (("kh", "h"), ("gh", "g"), ("q", "k"), ("dh", "d"), ("ph", "f"), ("tch", "ch"), ("sch", "sh"),
    ("ck", "k"),
                      ("z", "s"), ("w", "v"), ("j", "j"), ("x", "ks"), ("ts", "c"), ("tz", "c")):  # fmt: skip
        key = key.replace(many, one)
    return re.sub(r"(.)\1+", r"\1", key[:1] + re.sub("[aeiouy]", "", key[1:]))


@dataclass
class Printed:
    """A name as a source prints it, cut into given names and surname."""

    given: list[str]
    surname: list[str]
    rest: list[str]
    """Names after the surname (Spanish second surnames, Arabic tribal names)."""
    eastern: bool
    """The surname stands first."""

    @property
    def full(self) -> str:
        return " ".join([*self.given, *self.surname, *self.rest])

    @property
    def short(self) -> str:
        if self.eastern:
            return self.full
        first = 2 if self.given and normalise(self.given[0]) in _HALF_NAMES else 1
        return " ".join([*self.given[:first], *self.surname]) if self.given else self.full

    def forms(self) -> list[str]:
        """Ways a newspaper may print it."""
        forms = [self.full, self.short]
        if not self.eastern:
            forms.append(" ".join([*self.given, *self.surname]))
            forms.append(" ".join([*self.given[:1], *self.surname, *self.rest]))
            nickname = _NICKNAMES.get(normalise(self.given[0])) if self.given else None
            if nickname:
                forms.append(" ".join([nickname.capitalize(), *self.surname]))
        return [f for f in dict.fromkeys(forms) if len(f.split()) > 1]


def capitals(printed: str, cased: str) -> Printed | None:
    """Cut a Factbook name, whose surname stands in capitals; ``cased`` is the same name in ordinary case."""
    loud, quiet = printed.split(), cased.split()
    if len(loud) != len(quiet):
        quiet = [w.title() if w.isupper() else w for w in loud]
    marks = [_loud(w) for w in loud]
    if True not in marks:
        return None
    first = marks.index(True)
    last = first
    while last + 1 < len(marks) and marks[last + 1]:
        last += 1
    quiet = [w.strip(",;") for w in quiet]
    given = [w for w in quiet[:first] if w.casefold() not in ("jr.", "sr.")]
    rest = [w for w in quiet[last + 1 :] if w.casefold() not in ("jr.", "sr.", "jr", "sr", "dr.")]
    return Printed(given, quiet[first : last + 1], rest, first == 0 and bool(rest))


def plain(name: str) -> Printed:
    """Cut an ordinary Western name: the last word is the surname, with its particles."""
    words = [
        w for w in name.replace(",", " ").split() if w.casefold().strip(".") not in ("jr", "sr", "ii", "iii", "iv")
    ]
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return Printed(words[:start], words[start:], [], False)


_PARTICLES = frozenset(
    "de del della di da dos du la le van von der den ten ter bin ibn al el abu ould ben st st. san o".split()  # noqa: SIM905
)


def _loud(word: str) -> bool:
    letters = re.sub(r"^(?:al|el|ad|as|ar|an|ash|at|ud|ul|bin|ibn|d|Mc|Mac|de|De|Di|O)[-'’]?(?=[A-Z]{2})", "", word)
    letters = re.sub(r"[^A-Za-zÀ-ÿ]", "", letters)
    return len(letters) > 1 and letters.isupper() and letters not in ("II", "III", "IV", "VI", "VII", "XVI", "JR", "SR")


@dataclass
class People:
    """Finds the person behind a printed name, or makes a new one."""

    draft: Draft
    by_surname: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    given: dict[str, set[str]] = field(default_factory=dict)
    by_term: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    indexed: set[str] = field(default_factory=set)
    by_token: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    tokens: dict[str, list[frozenset[str]]] = field(default_factory=dict)

    def index(self, id: str, country: str, names: list[Printed]) -> None:
        for name in names:
            for part in {skeleton(" ".join(name.surname)), skeleton(name.surname[-1])}:
                people = self.by_surname.setdefault((country, part), [])
                if id not in people:
                    people.append(id)
            given = name.rest if name.eastern else name.given
            self.given.setdefault(id, set()).update(_given(given))
            self._index_tokens(id, country, name.full)
        self.indexed.add(id)

    def _index_tokens(self, id: str, country: str, name: str) -> None:
        tokens = _tokens(name)
        if len(tokens) > 1 and tokens not in self.tokens.setdefault(id, []):
            self.tokens[id].append(tokens)
            for token in tokens:
                self.by_token.setdefault((country, token), {})[id] = None

    def known(self) -> None:
        """Index every person the draft holds already."""
        names: dict[str, list[str]] = {}
        for (_, id), row in self.draft.aliases.items():
            names.setdefault(id, []).append(row[0])
        for id, cells in list(self.draft.entities.items()):
            if cells[2] == "person" and id not in self.indexed:
                eastern = cells[3] in ("CHN", "KOR", "PRK", "TWN", "VNM", "HKG", "KHM")
                printed = []
                for name in [cells[1], *names.get(id, [])]:
                    words = name.split()
                    if len(words) > 1:
                        printed.append(Printed([], words[:1], words[1:], True) if eastern else plain(name))
                self.index(id, cells[3], printed)

    def person(self, name: Printed, country: str, weight: int, source: str, *, office: str = "", since: str = "",
               wikidata: str = "") -> str:  # fmt: skip
        """The id of this person of this country."""
        id = self._find(name, country, office, since) or self._new(name, country, source, wikidata)
        if wikidata and not self.draft.entities[id][5]:
            self.draft.entities[id][5] = wikidata
        for form in name.forms():
            self.draft.alias(form, id, weight)
        for surname in {" ".join(name.surname), " ".join([*name.surname, *name.rest]) if not name.eastern else "",
                        re.sub(r"^(al|el)[- ]", "", " ".join(name.surname), flags=re.I)} - {""}:  # fmt: skip
            self.draft.surname(surname, id, weight)
        self.index(id, country, [name])
        if since and office:
            people = self.by_term.setdefault((country, office, since), [])
            if id not in people:
                people.append(id)
        return id

    def _find(self, name: Printed, country: str, office: str, since: str) -> str | None:
        for form in name.forms():
            for _, id in self.draft.aliases_of(normalise(form)):
                if self.draft.entities[id][2] == "person" and self.draft.entities[id][3] == country:
                    return id
        parts = dict.fromkeys((skeleton(" ".join(name.surname)), skeleton(name.surname[-1]), skeleton(name.surname[0])))
        candidates = dict.fromkeys(id for part in parts for id in self.by_surname.get((country, part), []))
        given = _given(name.rest if name.eastern else name.given)
        for id in candidates:
            theirs = self.given.get(id, set())
            if given and any(_alike(g, t) for g in given for t in theirs):
                return id
        contained = self._contained(name, country)
        if contained is not None:
            return contained
        if len(since) == 10:
            mine = skeleton(" ".join(name.surname))
            for id in self.by_term.get((country, office, since), []):
                names = [skeleton(part) for part in id.removeprefix("person:").split("-")]
                if id in candidates or any(SequenceMatcher(None, mine, n).ratio() >= 0.6 for n in names):
                    return id
        return None

    def _contained(self, name: Printed, country: str) -> str | None:
        """A person one of whose names holds all words of this one, or the other way round; bare common names don't
        count."""
        mine = _tokens(name.full)
        if len(mine) < 2:
            return None
        found = [
            id
            for id in dict.fromkeys(i for token in sorted(mine) for i in self.by_token.get((country, token), ()))
            if any(_telling(min(mine, t, key=len)) and (mine <= t or t <= mine) for t in self.tokens[id])
        ]
        return found[0] if len(found) == 1 else None

    def _new(self, name: Printed, country: str, source: str, wikidata: str) -> str:
        base = "person:" + normalise(name.short).replace(" ", "-")
        id = base if base not in self.draft.entities else f"{base}-{country.lower()}"
        number = 2
        while id in self.draft.entities:
            id, number = f"{base}-{country.lower()}-{number}", number + 1
        self.draft.entity(id, name.short, "person", country, "", wikidata, source)
        return id


_COMMON = frozenset(
    """mohammed muhammad mohammad mohamed ahmed ahmad ali abdullah abdallah hassan hasan hussein husayn ibrahim
    mahmoud mustafa omar
    khalid salem saleh said abdul abdel abd bin ibn al el jose juan maria luis carlos manuel antonio francisco jean
    pierre kim lee
    singh khan kumar john david michael james robert william peter paul george mary de la da dos van der""".split()  # noqa: SIM905
)


def _given(names: list[str]) -> set[str]:
    return {skeleton(n)[:4] for n in names if normalise(n) not in _PARTICLES}


def _tokens(name: str) -> frozenset[str]:
    return frozenset(t for t in normalise(name).split() if len(t) > 2)


def _telling(tokens: frozenset[str]) -> bool:
    return len(tokens) >= 2 and len(tokens - _COMMON) >= (1 if len(tokens) > 2 else 2)


def _alike(a: str, b: str) -> bool:
    return len(a) > 1 and len(b) > 1 and (a == b or a.startswith(b) or b.startswith(a))
