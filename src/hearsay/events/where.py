"""Where an event happened: the place named in its own clause, resolved against the world's places.

Preferred is the nearest place to the trigger and, equally near, the narrower one. None when the clause names none:
neither the dateline nor the actors' country is a place of the event (GUIDELINES, "When, where, whether").
Ambiguous names go to the country that the words beside them name, else that of a participant, else the article's
dominant country, else the most populous place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hearsay.actors.cast import Cast
from hearsay.events.candidate import Candidate
from hearsay.events.surroundings import anchors, case_of
from hearsay.events.tables import read_table, word_set
from hearsay.reading.tree import Reading, Word
from hearsay.records import Place
from hearsay.world import Place as Known
from hearsay.world import World

_BREADTH = {"unknown": 0, "city": 0, "region": 1, "country": 2}
_STRUCK = frozenset(("on", "against"))
_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj"))
_COMING = word_set("where: coming")
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """A place name in the text: its words, how far from the trigger, how well its preposition fits."""

    first: int
    last: int
    step: int
    fit: int


@cache
def _words() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in read_table("place_words.tsv"):
        table.setdefault(row["kind"], {})[row["word"]] = row["value"]
    return table


@cache
def _regions() -> dict[str, tuple[str | None, str]]:
    return {row["name"].casefold(): (row["country"] or None, row["precision"]) for row in read_table("regions.tsv")}


def locate(reading: Reading, cast: Cast, world: World, candidate: Candidate) -> Place | None:
    """The place of a candidate, or None when its clause names none."""
    best: tuple[tuple[int, int, int, int], Place] | None = None
    for found in _places(reading, candidate):
        place = _resolve(reading, cast, world, candidate, found)
        if place is not None:
            rank = (found.step, _BREADTH[place.precision], -found.fit, found.first)
            if best is None or rank < best[0]:
                best = (rank, place)
    return None if best is None else best[1]


# -- finding --------------------------------------------------------------------------------------------


def _places(reading: Reading, candidate: Candidate) -> Iterator[_Found]:
    """Names in place position around the trigger, each once."""
    seen: set[int] = set()
    taken = (*candidate.actors, *candidate.recipients)
    struck = (
        {i for p in candidate.recipients for i in range(p.first, p.last + 1)} if candidate.event == "ASSAULT" else set()
    )
    for anchor in anchors(reading, candidate):
        for word, fit in _positions(reading, candidate, anchor.word):
            if word.index in seen:
                continue
            seen.add(word.index)
            if any(p.first <= word.index <= p.last for p in taken) and word.index not in struck and fit < 2:
                continue
            name = _name_at(reading, word)
            if name is not None:
                yield _Found(*name, anchor.step + anchor.shared, fit)


def _positions(reading: Reading, candidate: Candidate, top: int) -> Iterator[tuple[Word, int]]:
    """Nouns below a word that can name its place, with the fit of their position (3 best)."""
    stack = [(child, 0) for child in reading.children(top)]
    event_noun = reading.words[top].upos in ("NOUN", "PROPN")
    while stack:
        word, depth = stack.pop()
        if word.relation in _CLAUSES and not (word.relation == "conj" and word.upos == "PROPN"):
            continue
        fit = _fit(reading, candidate, word, top, depth, event_noun)
        if fit:
            yield word, fit
        if depth < _DEPTH and _leads_on(reading, word):
            stack += [(child, depth + 1) for child in reading.children(word.index)]


def _fit(reading: Reading, candidate: Candidate, word: Word, top: int, depth: int, event_noun: bool) -> int:
    if word.upos not in ("PROPN", "NOUN"):
        return 0
    head = reading.words[top]
    case = case_of(reading, word.index)
    if word.relation in ("obl", "nmod") and word.deprel != "nmod:poss":
        if case in _words()["at"]:
            return int(_words()["at"][case])
        if case in _words()["to"] and depth == 0 and (head.lemma in _COMING or candidate.event == "CONSULT"):
            return int(_words()["to"][case])
        if case in _STRUCK and depth == 0 and candidate.event == "ASSAULT":
            return 1
        if case == "of" and depth == 0 and candidate.event == "ASSAULT":
            return 1
        if case == "of" and reading.words[word.head].lemma.lower() in _words()["area"]:
            return 3
        return 0
    if word.relation == "compound" and depth == 0 and event_noun:
        return 2
    if word.deprel == "nmod:poss" and reading.words[word.head].lemma.lower() in _words()["area"]:
        return 2
    if word.relation == "obj" and depth == 0 and (head.lemma in _COMING or candidate.event == "ASSAULT"):
        return 1
    if word.relation == "conj" and word.upos == "PROPN" and depth > 0:
        return 1
    return 1 if word.relation == "appos" and word.upos == "PROPN" and depth > 0 else 0


def _leads_on(reading: Reading, word: Word) -> bool:
    """Whether a noun's place is the act's: "attacked a station in Baghdad", not "the president of Iraq"."""
    if word.relation in ("obj", "obl", "nmod", "nsubj", "compound", "appos", "conj") and word.deprel != "obl:agent":
        if word.relation == "nsubj" and word.deprel != "nsubj:pass":
            return False
        case = case_of(reading, word.index)
        name = reading.name_of(word.index)
        return case not in ("by", "with", "about", "over", "like", "than") and (name is None or name.type != "PER")
    return False


def _name_at(reading: Reading, word: Word) -> tuple[int, int] | None:
    """Words of the place name that a noun carries or heads: "Basra", "the city of Basra" gives "Basra"."""
    name = reading.name_of(word.index)
    if name is not None:
        if name.type not in ("LOC", "ORG", "MISC") or (
            name.type != "LOC" and not _is_site(reading, name.first, name.last)
        ):
            return None
        return name.first, name.last
    if word.upos != "PROPN":
        return None
    first = last = word.index
    while (
        first - 1 >= 0
        and reading.words[first - 1].upos == "PROPN"
        and reading.words[first - 1].head in (word.index, first)
    ):
        first -= 1
    while (
        last + 1 < len(reading.words)
        and reading.words[last + 1].head == word.index
        and reading.words[last + 1].relation == "flat"
    ):
        last += 1
    return first, last


def _is_site(reading: Reading, first: int, last: int) -> bool:
    words = [reading.words[i].text.lower() for i in range(first, last + 1)]
    return any(word in _words()["site"] for word in words) or reading.text(first, last).casefold() in _regions()


# -- resolving ------------------------------------------------------------------------------------------


def _resolve(reading: Reading, cast: Cast, world: World, candidate: Candidate, found: _Found) -> Place | None:
    first, last, part = found.first, found.last, False
    while (
        first < last
        and reading.words[first].text.lower() in _words()["side"]
        and not world.places(reading.text(first, last))
    ):
        first, part = first + 1, True
    text = reading.text(first, last)
    beside = _country_beside(reading, world, first, last)
    region = _regions().get(text.casefold())
    if region is not None:
        return _record(reading, first, last, text, region[0] or beside, None, region[1])
    known = world.places(text)
    seat = world.seat(text)
    wanted = [c for c in (beside, seat) if c] + _countries(candidate) + [c for c in (cast.dominant_country,) if c]
    place = _choose(known, wanted, beside)
    if place is not None:
        before = reading.words[first - 1] if first else None
        part = part or (
            before is not None and before.text.lower() in _words()["side"] and before.head in range(first, last + 1)
        )
        if part and place.precision == "country" and before is not None:
            begin = first - 1 if first > found.first or before.text.lower() in _words()["side"] else first
            return _record(reading, begin, last, reading.text(begin, last), place.country, None, "region")
        return _record(reading, first, last, text, place.country, place, place.precision)
    if known and seat is None:
        return None
    name = reading.name_of(first)
    if (
        seat is not None
        or _is_site(reading, first, last)
        or (name is not None and name.type == "LOC" and found.fit >= 2)
    ):
        country = beside or seat or (wanted[0] if wanted else None)
        return _record(reading, found.first, last, reading.text(found.first, last), country, None, "unknown")
    return None


def _choose(known: tuple[Known, ...], wanted: list[str], beside: str | None) -> Known | None:
    """The place whose country ranks first among those wanted; else the most populous, a country before a town."""
    if not known:
        return None
    if beside is not None and not any(p.country == beside for p in known):
        return None
    for place in known:
        if place.precision == "country":
            towns = [p for p in known if p.country == beside and p.precision != "country"] if beside else []
            return _same_country_town(known, place) or (towns[0] if towns else place)
    for country in wanted:
        for place in known:
            if place.country == country:
                return place
    return known[0]


def _same_country_town(known: tuple[Known, ...], country: Known) -> Known | None:
    """Gaza is a town and a name of its country: the narrower reading of the same ground."""
    for place in known:
        if place.precision != "country" and place.country == country.country and place.name != country.name:
            return place
    return None


def _country_beside(reading: Reading, world: World, first: int, last: int) -> str | None:
    """The country in "Basra, Iraq", "the Iraqi city of Basra", "Bala Baluk in Afghanistan"."""
    for word in reading.children(last):
        if word.relation in ("appos", "nmod", "obl", "conj", "list") and word.index > last and word.relation != "conj":
            country = _as_country(reading, world, word)
            if country is not None:
                return country
    inside = range(first, last + 1)
    for index in inside:
        head = reading.head(index)
        if head is None or head.index in inside:
            continue
        if head.lemma.lower() in _words()["area"]:
            for word in reading.children(head.index, "amod", "nmod:poss", "compound"):
                if word.index not in inside:
                    country = world.nationality(word.text) or _as_country(reading, world, word)
                    if country is not None:
                        return country
    if last + 2 < len(reading.words) and reading.words[last + 1].text == ",":
        return _as_country(reading, world, reading.words[last + 2])
    return None


def _as_country(reading: Reading, world: World, word: Word) -> str | None:
    name = reading.name_of(word.index)
    text = reading.text(name.first, name.last) if name is not None else word.text
    if word.upos != "PROPN" and name is None:
        return None
    for place in world.places(text):
        if place.precision in ("country", "region"):
            return place.country
    return None


def _countries(candidate: Candidate) -> list[str]:
    """Countries of the participants, recipients first: an act happens where its victims are."""
    codes = [p.actor.country for p in (*candidate.recipients, *candidate.actors)]
    return list(dict.fromkeys(c for c in codes if c is not None and len(c) == 3))


def _record(
    reading: Reading, first: int, last: int, name: str, country: str | None, known: Known | None, precision: str
) -> Place:
    if name[:4].lower() == "the ":
        first, name = first + 1, name[4:]
    span = reading.span(first, last)
    return Place(
        name=name,
        country=country,
        geonames=known.geonames if known is not None and known.geonames > 0 else None,
        latitude=known.latitude if known is not None else None,
        longitude=known.longitude if known is not None else None,
        precision=precision,  # type: ignore[arg-type]
        span=span,
        text=reading.document.text[span[0] : span[1]],
    )
