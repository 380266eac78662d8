"""One figure for all ways in which the article prints a name.

Countries gather their names and seats. Other names go to an earlier figure when they are printed alike, are known by
the same entry, stand in brackets behind it, are its initials, its surname, or its last word after "the".
"""

from __future__ import annotations

from functools import lru_cache

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.scene import ARTICLES, NamePhrase, Scene
from hearsay.actors.wordlists import listed
from hearsay.world import normalise

_BODIES = {"EUR": "European Union", "UNO": "United Nations"}
"""International bodies whose seats stand for them."""
_PARTICLES = frozenset(("al", "el", "as", "ad", "an", "ash", "ul", "ur", "jr", "sr"))


def gather(scene: Scene, figures: Figures, names: list[NamePhrase]) -> None:
    """Make the figures of all names; adjectives of nationality are left to the adjectives' step."""
    countries: dict[str, Figure] = {}
    for name in names:
        geo = scene.geo.get(name.first)
        if geo is not None and (geo.first, geo.last) == (name.first, name.last):
            namesake = _namesake(figures, name)
            if namesake is not None:
                figures.place(namesake, name.head, name.first, name.last, "name")
            elif geo.kind != "nationality":
                _country_name(scene, figures, countries, name, geo.country, geo.kind)
            continue
        adjective = scene.reading.words[name.head].relation in ("amod", "compound") and not scene.case(name.head)
        if name.type == "NORP" and adjective and not name.entities:
            continue
        side = _side(scene, name, countries)
        if side is not None:
            figures.place(side, name.head, name.first, name.last, "name")
            continue
        figure = _match(scene, figures, name)
        if figure is None:
            figure = figures.new(name.text)
            figure.type = name.type
            figure.why.append(f"named {name.text!r}")
        if name.text not in figure.names:
            figure.names.append(name.text)
        figure.gender = figure.gender or name.gender
        if name.type and not figure.type:
            figure.type = name.type
        if len(tokens(name.text)) > len(tokens(figure.name)) or (
            name.type != "PER" and len(name.text) > len(figure.name)
        ):
            figure.name = name.text
        figures.place(figure, name.head, name.first, name.last, "name")


def country_figure(scene: Scene, figures: Figures, country: str) -> Figure:
    """The figure of a state, made when the article has not named it."""
    for figure in figures.all:
        if (
            figure.kind == "country"
            and figure.country == country
            and figure.entity is not None
            and figure.entity.id == country
        ):
            return figure
    entity = scene.world.entity(country)
    if entity is None and country in _BODIES:
        entity = next((e for e in scene.world.entities(_BODIES[country]) if e.kind == "igo"), None)
        known = next((f for f in figures.all if entity is not None and f.name == entity.name), None)
        if known is not None:
            return known
    figure = figures.new(entity.name if entity is not None else country, "country")
    figure.entity, figure.country, figure.fixed = entity, country, True
    figure.sectors = ("GOV",)
    if entity is not None:
        figure.rows.append(entity.row)
        figure.names.append(entity.name)
    return figure


def _country_name(
    scene: Scene, figures: Figures, countries: dict[str, Figure], name: NamePhrase, country: str, kind: str
) -> None:
    if scene.locative(name.head, city=kind == "seat") or _after_town(scene, name) or _in_dateline(scene, name):
        return
    if kind == "seat" and scene.reading.words[name.head].relation in ("compound", "appos", "flat", "list"):
        return
    figure = countries.setdefault(country, country_figure(scene, figures, country))
    if kind == "seat":
        figure.why.append(f"{name.text!r} stands for its government")
    figures.place(figure, name.head, name.first, name.last, "name")


def _namesake(figures: Figures, name: NamePhrase) -> Figure | None:
    """A person named before whose surname is a country's or a capital's: "Paris" after "Valeska Paris"."""
    if " " in name.text:
        return None
    mine = tokens(name.text)
    for figure in figures.all:
        if figure.type == "PER" and len(tokens(figure.name)) > 1 and tokens(figure.name)[-1:] == mine:
            return figure
    return None


def _after_town(scene: Scene, name: NamePhrase) -> bool:
    """ "Istanbul, Turkey": the country only says where the town is."""
    words = scene.reading.words
    if name.first < 2 or words[name.first - 1].text != "," or not words[name.first - 2].text[0].isupper():
        return False
    town = words[name.first - 2]
    before = scene.geo.get(town.index)
    if before is not None and before.kind != "seat":
        return False
    word = words[name.head]
    return word.head == town.index or (
        word.relation in ("appos", "nmod", "list", "flat") and bool(scene.world.places(town.text))
    )


def _in_dateline(scene: Scene, name: NamePhrase) -> bool:
    return scene.reading.sentence_of(name.first).region == "dateline"


def _side(scene: Scene, name: NamePhrase, countries: dict[str, Figure]) -> Figure | None:
    """ "the North" after "North Korea": the country whose name begins with that word."""
    if " " in name.text or name.text not in ("North", "South", "East", "West"):
        return None
    found = [f for f in countries.values() if f.name.startswith(name.text + " ")]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def tokens(name: str) -> tuple[str, ...]:
    """Words by which names are compared, without articles and particles."""
    found = normalise(name).split()
    return tuple(t for t in found if t not in _PARTICLES) or tuple(found)


def _match(scene: Scene, figures: Figures, name: NamePhrase) -> Figure | None:
    mine = tokens(name.text)
    bracket = _bracketed(scene, figures, name)
    if bracket is not None:
        return bracket
    ids = {e.id for e in name.entities[:1]}
    best: tuple[int, int] | None = None
    chosen: Figure | None = None
    for figure in figures.all:
        if figure.kind == "country" or (name.gender and figure.gender and name.gender != figure.gender):
            continue  # "Mrs Clinton" is not the Clinton called Bill
        strength = 0
        full = [other for other in figure.names if len(tokens(other)) > 1]
        own = full if full and len(mine) > 1 and name.type == figure.type == "PER" else figure.names
        for other in own:  # "Raul Castro" is not the "Castro" who was called Fidel before
            strength = max(strength, _alike(scene, name, mine, other, figure))
        if not strength and ids and _same_entity(scene, figure, ids):
            strength = 3
        if strength:
            key = (strength, len(figure.places))
            if best is None or key > best:
                best, chosen = key, figure
    return chosen


def _same_entity(scene: Scene, figure: Figure, ids: set[str]) -> bool:
    return any({e.id for e in scene.world.entities(n)[:1]} & ids for n in figure.names)


def _alike(scene: Scene, name: NamePhrase, mine: tuple[str, ...], other: str, figure: Figure) -> int:
    """How strongly two names agree: 4 the same, 3 misspelt or initials, 2 surname or last word, 1 first word, 0 not."""
    theirs = tokens(other)
    if mine == theirs:
        return 4
    short, long = (mine, theirs) if len(mine) < len(theirs) else (theirs, mine)
    persons = name.type in ("PER", "") and figure.type in ("PER", "")
    institution = long[-1] in listed("body") or any(t in listed("body") for t in long[:-1] if "of" in long)
    if len(mine) == len(theirs):
        return 3 if persons and not institution and len(mine) > 1 and _misspelt(mine, theirs) else 0
    if len(mine) == 1 and name.text.isupper() and len(name.text) > 2 and name.text.casefold() == _initials(other):
        return 3
    if not institution and persons:
        if _within(short, long) and short[-1] == long[-1]:
            return 2
        first_name = len(short) == 1 and short[0] == long[0] and len(mine) == 1 and not name.entities
        return 1 if first_name and figure.type == "PER" else 0
    before = scene.reading.words[name.first - 1].text.casefold() if name.first else ""
    if len(mine) == 1 and mine[0] == theirs[-1] and mine[0] in listed("body") and not name.entities:
        return 2
    if len(mine) == 1 and mine[0] == theirs[-1] and mine[0] in listed("paper") and before == "the":
        return 2
    if len(mine) < len(theirs) and institution:
        pointed = before in ARTICLES or before in ("this", "that", "our", "its", "their")
        if _within(short, long) and short[-1] == long[-1] and pointed and not name.entities:
            return 2
        return 2 if mine == theirs[:-1] and not name.entities and name.type != "LOC" else 0
    return 0


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(token in rest for token in short)


def _initials(name: str) -> str:
    letters = [w[0] for w in name.replace("-", " ").replace("’s", "").replace("'s", "").split() if w[0].isupper()]
    return "".join(letters).casefold()


def _misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two full names that share all words but one, and that one within two letters."""
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(different) != 1:
        return False
    x, y = different[0]
    return min(len(x), len(y)) >= 4 and _distance(x, y) <= (1 if min(len(x), len(y)) < 6 else 2)


def _distance(a: str, b: str) -> int:
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def _bracketed(scene: Scene, figures: Figures, name: NamePhrase) -> Figure | None:
    """The figure whose name stands straight before this one's bracket: "Korean Central News Agency (KCNA)"."""
    words = scene.reading.words
    if name.first < 2 or words[name.first - 1].text not in ("(", "["):
        return None
    if name.last + 1 >= len(words) or words[name.last + 1].text not in (")", "]"):
        return None
    before = scene.name_at.get(name.first - 2)
    if before is None or not (name.text.isupper() or name.text.casefold() == _initials(before.text)):
        return None
    found = figures.at(before.head)
    return found[0] if found else None
