"""Country and sectors of named persons as of the article's date.

A known person takes the sectors of the offices known to cover the date, never of others; the article's own titles fill
gaps; whoever is known to have left office is ELI.
"""

from __future__ import annotations

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.linking import offices, role_country
from hearsay.actors.roles import Role
from hearsay.actors.scene import SUPRANATIONAL, Scene
from hearsay.actors.sectors import LOCAL, STATE, role_sectors
from hearsay.actors.wordlists import listed
from hearsay.world import Term

GUESSED = "country of the clause, the dateline or the article"
"""The reason given for a country that nothing but the surroundings tell."""
_OFFICE_ORDER = (
    "head-of-state",
    "head-of-government",
    "leader",
    "foreign-minister",
    "defence-minister",
    "interior-minister",
)
_HEADS = frozenset(("head-of-state", "head-of-government"))
_LEADING = _HEADS | {"leader"}
_FIRST = frozenset(("REB", "UAF", "PRM", "CRM", "PTY"))
"""Sectors that say more of a person in the news than a profession."""
_PROFESSIONS = frozenset(("MED", "EDU", "AGR", "BUS", "JRN", "LAB", "REL"))
_GONE_TO = frozenset(("to", "in", "from", "for", "at", "into"))


def settle_person(scene: Scene, figures: Figures, figure: Figure) -> None:
    """Fill in country, sectors and role of a person."""
    figure.kind = "person"
    titled: list[str] = []
    former: list[str] = []
    past = {r.noun for r in figure.roles if r.status in ("former", "late")}
    left = _left(scene, figure)
    for role in figure.roles:
        found = role_sectors(scene, figures, role)
        (former if role.noun in past or role.office in left else titled).extend(found)
        if figure.country is None and not _descent(scene, figures, role):
            figure.country = role_country(scene, figures, role.country, role.owner_word)
    if figure.entity is not None:
        _settle_known(scene, figure, titled, _was_official(figures, figure, former), figures)
    else:
        figure.sectors = _ordered(titled) or (("ELI",) if _was_official(figures, figure, former) else _ordered(former))
        if figure.country is None and scene.home is not None and STATE.intersection(figure.sectors):
            abroad = [r for r in figure.roles if r.office or r.kind]
            if all(r.country is None and r.abroad for r in abroad):
                figure.country = scene.home  # a body's page tells of its own officials, whatever they travel for
        local = LOCAL | {"REL", "CRM", "AGR"}
        if figure.country is None and (local.intersection(figure.sectors) or STATE.intersection(former)):
            state_roles = [
                r for r in figure.roles if (r.office or r.kind) and not r.abroad and not _of_body(figures, r)
            ]
            if state_roles:
                official = bool(STATE.intersection((*figure.sectors, *former)))
                figure.country = (
                    _by_title(scene, figure, state_roles)
                    or _of_colleagues(figures, figure)
                    or _beside(scene, figures, figure, state_roles[0])
                )
                if figure.country is None:
                    figure.country = scene.fallback_country(state_roles[0].head, official=official)
                    figure.why.append(GUESSED)
    if figure.role is None and figure.roles:
        figure.role = " ".join((*((figure.roles[0].status,) if figure.roles[0].status else ()), *figure.roles[0].words))
    for role in figure.roles:
        figure.rows += [row for row in role.rows if row not in figure.rows]


def _descent(scene: Scene, figures: Figures, role: Role) -> bool:
    """ "The son of Dominican immigrants": where a family is from is not whose citizen or official somebody is."""
    owned = role.owner_word is not None and not figures.has(role.owner_word)
    return role.noun in listed("family") and owned


def _of_colleagues(figures: Figures, figure: Figure) -> str | None:
    """The country of all other lawmakers whose country the article tells, for a lawmaker without one."""
    if figure.sectors[:1] != ("LEG",):
        return None
    others = [f for f in figures.all if f is not figure and f.sectors[:1] == ("LEG",) and GUESSED not in f.why]
    countries = {f.country for f in others if f.type == "PER"} - {None} - set(SUPRANATIONAL)
    if len(countries) != 1:
        return None
    figure.why.append("country of the other lawmakers")
    return countries.pop()


def _by_title(scene: Scene, figure: Figure, roles: list[Role]) -> str | None:
    """The United States for a title that hardly anybody else has, in an article that tells of them: "Fed Chair X"."""
    if "USA" not in scene.counts and scene.published_in != "USA":
        return None
    words = scene.reading.words
    for role in roles:
        text = scene.reading.text(role.first, min(role.last + 4, len(words) - 1)).casefold()
        if " for " not in text and any(title in text for title in listed("american-title")):
            figure.why.append("an American title")
            return "USA"
    return None


def _beside(scene: Scene, figures: Figures, figure: Figure, role: Role) -> str | None:
    """The country of the official named just before in the sentence, over places only gone to or stayed in: "the
    Bolivian president flew to Mexico after the army chief, *General X*, ..."."""
    for i in range(role.head - 1, scene.reading.sentence_of(role.head).first - 1, -1):
        for other in figures.at(i):
            official = other is not figure and other.person and STATE.intersection(other.sectors)
            if official and other.country is not None and other.country not in SUPRANATIONAL:
                if GUESSED in other.why:
                    return None
                figure.why.append(f"country of {other.name!r}, named with it")
                return other.country
        geo = scene.geo.get(i)
        if geo is not None and not (geo.kind != "nationality" and scene.case(geo.last) in _GONE_TO):
            return None
    return None


def _left(scene: Scene, figure: Figure) -> set[str]:
    """Offices that a known person is known to have left: "President Carter" is a courtesy in 2016."""
    if figure.entity is None or scene.on is None:
        return set()
    terms = scene.world.terms(figure.entity.id)
    held = {o for t in scene.world.roles(figure.entity.id, scene.on) for o in offices(scene, t)}
    month = scene.on[:7]  # who left this month may be told of as still in office
    over = [t for t in terms if t.until is not None and t.until[:7] < month and _passed_on(scene, t, scene.on)]
    return {o for t in over for o in offices(scene, t)} - held - {""}


def _passed_on(scene: Scene, term: Term, on: str) -> bool:
    """Whether somebody else is known to lead the state under that title by now: where nobody is, whoever the article
    calls prime minister may be so once more."""
    if term.country is None or term.office not in _HEADS:
        return True
    return bool(scene.world.bearers(term.country, term.title, on))


def _settle_known(scene: Scene, figure: Figure, titled: list[str], former: bool, figures: Figures) -> None:
    assert figure.entity is not None
    terms = scene.world.terms(figure.entity.id)
    current = scene.world.roles(figure.entity.id, scene.on) if scene.on is not None else _latest(scene, figure, terms)
    left = {r.office for r in figure.roles if r.status == "former" and r.office}
    if left.intersection(_LEADING):
        left.update(_LEADING)
    current = tuple(t for t in current if t.office not in left) if scene.on is not None or not left else ()
    ordered = sorted(current, key=_rank)
    sectors = [s for term in ordered for s in term.sectors]
    if ordered:
        figure.role = ordered[0].title + (f"-{ordered[0].status}" if ordered[0].status == "elect" else "")
        figure.rows += [t.row for t in ordered]
        figure.country = ordered[0].country or figure.country
    if not STATE.intersection(sectors) and STATE.intersection(titled):
        sectors = [*titled, *sectors]  # a title in the article says more of the day than a party's post
    if not sectors:
        sectors = [*titled, *figure.entity.sectors]
    serves = next((o for r in figure.roles if r.status == "" for o in _bodies(figures, r)), None)
    if serves is not None and not any(t.country == serves.country for t in ordered):
        figure.country, sectors = serves.country, [*serves.sectors]
        figure.why.append(f"serves {serves.name}")
        figure.role = " ".join(figure.roles[0].words)
    state = [
        t for t in terms if STATE.intersection(t.sectors) and (t.since or t.seen_from or "") <= (scene.on or "9999")
    ]
    # Someone who heads an international body that day has no sector, whatever they were before.
    left_office = former or (scene.on is not None and bool(state) and _over(scene, state[0], scene.on))
    if not sectors and not ordered and not left_office and _will_lead(scene, terms):
        sectors = ["PTY"]
        figure.why.append("to lead a state within three years")
    if left_office and not sectors and not ordered:
        sectors = ["ELI"]
        figure.role = f"former {state[0].title}" if state else figure.role
    if figure.country is None and terms:
        figure.country = terms[0].country
    figure.sectors = _ordered(sectors)


def _will_lead(scene: Scene, terms: tuple[Term, ...]) -> bool:
    """Whether somebody is to hold the highest office soon after the article: a candidate or a party's leader then."""
    if scene.on is None:
        return False
    begins = [t.since or t.seen_from or "" for t in terms if t.office in _LEADING]
    return any(b and scene.on < b and int(b[:4]) - int(scene.on[:4]) <= 3 for b in begins)


def _latest(scene: Scene, figure: Figure, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """For an undated article: the latest term in an office the article names, else in a state, else any."""
    named = {r.office for r in figure.roles if r.office}
    fitting = [t for t in terms if named.intersection(offices(scene, t))]
    state = [t for t in terms if STATE.intersection(t.sectors)]
    return tuple((fitting or state or list(terms))[:1])


def _was_official(figures: Figures, figure: Figure, former: list[str]) -> bool:
    """Whether the article calls someone a former official of a state or an international body."""
    past = (r.owner_word for r in figure.roles if r.status == "former" and r.owner_word is not None)
    owners = (owner for word in past for owner in figures.at(word))
    return bool(STATE.intersection(former)) or any(f.kind in ("igo", "government-body", "country") for f in owners)


def _ordered(sectors: list[str]) -> tuple[str, ...]:
    """Sectors once each, in the order found; a profession after what makes news, CVL, which says least, last."""
    armed = _FIRST.intersection(sectors)
    return tuple(sorted(dict.fromkeys(sectors), key=lambda s: (s == "CVL") + (bool(armed) and s in _PROFESSIONS)))


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


def _bodies(figures: Figures, role: Role) -> list[Figure]:
    """International bodies that a role is held in."""
    owners = figures.at(role.owner_word) if role.owner_word is not None else []
    return [f for f in owners[:1] if f.kind == "igo" and f.country in SUPRANATIONAL]


def _of_body(figures: Figures, role: Role) -> bool:
    """Whether a role belongs to a body that is not a state: it takes no country from its surroundings."""
    owners = figures.at(role.owner_word) if role.owner_word is not None else []
    if not owners or owners[0].type == "PER":
        return False
    return owners[0].kind not in ("country", "person") and owners[0].country is None
