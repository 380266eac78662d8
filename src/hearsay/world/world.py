"""The knowledge base: look-ups by name, nationality, seat, office, date, place."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from hearsay.world.names import loose, normalise, printed
from hearsay.world.overlay import overlay
from hearsay.world.rows import AgentNoun, Entity, OfficeTitle, Outlet, Place, Provenance, Term
from hearsay.world.store import PackagedStore, RowStore, Store
from hearsay.world.titles import split_status


class World:
    """Look-ups over the packaged tables and, before them, a project's own rows.

    Immutable and safe to share between threads; results are cached. Unknown is a value: a look-up that finds nothing
    returns ``None`` or ``()``, it never guesses.
    """

    def __init__(self, packaged: PackagedStore, own: RowStore | None = None):
        self._packaged = packaged
        self._stores: tuple[Store, ...] = (packaged,) if own is None else (own, packaged)
        for name in _CACHED:
            setattr(self, name, lru_cache(maxsize=8192)(getattr(self, name)))

    @classmethod
    def load(cls, folder: Path | None = None) -> World:
        """The packaged knowledge, with the tables of a project's folder laid over it (see ``hearsay.world.tables``).

        Raises WorldError, naming file, line and remedy, when a table of the folder is broken; nothing is loaded by
        half.
        """
        packaged = PackagedStore()
        return cls(packaged, None if folder is None else overlay(folder, packaged))

    @classmethod
    def default(cls) -> World:
        """The packaged knowledge, loaded once."""
        return _default()

    # -- entities -----------------------------------------------------------------------------------

    def entities(self, name: str) -> tuple[Entity, ...]:
        """Everything known by this name, a project's own rows first, then the most prominent.

        Names are compared by :func:`normalise`; names that are also common words must be capitalised ("Turkey"),
        acronyms
        that are words must stand as printed ("US", "WHO").
        """
        key, form = normalise(name), printed(name)
        found: dict[str, Entity] = {}
        for store in self._stores:
            rows = [r for r in store.find("aliases", key) if _fits(r[3], form)]
            for row in sorted(rows, key=lambda r: (-int(r[2]), r[1])):
                entity = self.entity(row[1])
                if entity is not None:
                    found.setdefault(entity.id, entity)
        return tuple(found.values()) or self._transliterated(key)

    def _transliterated(self, key: str) -> tuple[Entity, ...]:
        """Persons whose name is this one in another transliteration: "Muhammad Bashir" for "Mohammed al-Bashir"."""
        spelling = loose(key)
        people = [row[1] for row in self._packaged.find("aliases", spelling)] if spelling != key else []
        people += [id for row in self._packaged.find("spellings", spelling) for id in row[1].split(" ")]
        known = (self.entity(id) for id in dict.fromkeys(people))
        return tuple(person for person in known if person is not None and person.kind == "person")

    def entity(self, id: str) -> Entity | None:
        """The entity with this id."""
        for store in self._stores:
            for row in store.find("entities", id):
                return Entity(row[0], row[1], row[2], row[3] or None, _codes(row[4]), row[5] or None, f"entities:{id}")
        return None

    def surname(self, surname: str) -> tuple[Entity, ...]:
        """Persons with this last name, the most prominent first; a surname that is a common word must be
        capitalised."""
        key, form = normalise(surname), printed(surname)
        rows = [row for store in self._stores for row in store.find("surnames", key) if _fits(row[1], form)]
        people = (self.entity(id) for id in dict.fromkeys(id for row in rows for id in row[2].split(" ")))
        return tuple(person for person in people if person is not None)

    def nationality(self, words: str) -> str | None:
        """Country of an adjective or demonym: "Iranian", "Frenchmen", "Britons", "Palestinian"."""
        return self._country("nationalities", words)

    def seat(self, name: str) -> str | None:
        """Country whose government a place name may stand for: "Tehran", "the Kremlin", "Downing Street"."""
        return self._country("seats", name)

    def _country(self, table: str, words: str) -> str | None:
        key, form = normalise(words), printed(words)
        for store in self._stores:
            for row in store.find(table, key):
                if _fits(row[2], form):
                    return row[1]
        return None

    # -- offices ------------------------------------------------------------------------------------

    def terms(self, person_id: str) -> tuple[Term, ...]:
        """All known terms of a person, latest first."""
        terms = []
        for store in self._stores:
            for row in store.find("terms", person_id):
                person, office, title, country, sectors, since, until, status, seen_from, seen_to = row[:10]
                key = f"terms:{person}/{office}/{country}/{since or seen_from}"
                terms.append(
                    Term(
                        person, office, title, country or None, _codes(sectors), since or None, until or None, status,
                        seen_from or None, seen_to or None, key,
                    )
                )  # fmt: skip
        return tuple(
            sorted(terms, key=lambda t: (t.since or t.seen_from or "", t.until or t.seen_to or ""), reverse=True)
        )

    def roles(self, person_id: str, on: str | None) -> tuple[Term, ...]:
        """Terms known to cover a date, offices of state before those of a party, then latest first; ``()`` outside the
        known bounds or without a date."""
        terms = () if on is None else (t for t in self.terms(person_id) if t.covers(on))
        return tuple(sorted(terms, key=lambda t: 0 if t.office in _HEADS else 2 if t.office in _MINOR else 1))

    def holders(self, country: str, office: str, on: str) -> tuple[tuple[Entity, Term], ...]:
        """Who is known to have held a country's office on a date; several when sources disagree or a day is shared."""
        rows = [row for store in self._stores for row in store.find("offices", f"{country}/{office}")]
        found = []
        for id in dict.fromkeys(id for row in rows for id in row[1].split(" ")):
            person = self.entity(id)
            for term in self.roles(id, on):
                if person is not None and term.country == country and term.office == office:
                    found.append((person, term))
        return tuple(sorted(found, key=lambda pair: (pair[1].status, pair[1].since or "", pair[0].id)))

    def bearers(self, country: str, title: str, on: str) -> tuple[tuple[Entity, Term], ...]:
        """Who bore a title in a country on a date: ``bearers("IRN", "president", ...)`` is the president though Iran's
        head of state is the Supreme Leader. Heads of state and of government are told apart by the words of the title.
        """
        named = self.office(title)
        if named is None:
            return ()
        if named.office not in _HEADS:
            return self.holders(country, named.office, on)
        wanted = normalise(named.title)
        found = [pair for office in _HEADS for pair in self.holders(country, office, on)]
        return tuple({p.id: (p, t) for p, t in reversed(found) if _says(t.title, wanted)}.values())[::-1]

    def office(self, title: str) -> OfficeTitle | None:
        """The office a title names, words like "former", "acting", "-elect" taken off and kept as status.

        "foreign minister of Iran" is read as far as the preposition when the whole is not known.
        """
        status, words = split_status(normalise(title).split())
        for end in range(len(words), 0, -1):
            if end < len(words) and words[end] not in _AFTER_TITLE:
                continue
            for store in self._stores:
                for row in store.find("titles", " ".join(words[:end])):
                    return OfficeTitle(row[1], row[2], _codes(row[3]), status, f"titles:{row[0]}")
        return None

    def offices(self, country: str | None = None) -> tuple[str, ...]:
        """Keys of the offices that somebody is known to have held, in a country or anywhere, in alphabetical order."""
        keys = (key.partition("/") for store in self._stores for key in store.keys("offices"))
        return tuple(sorted({office for state, _, office in keys if country in (None, state)}))

    # -- common nouns, places, media ------------------------------------------------------------------

    def agent(self, phrase: str) -> AgentNoun | None:
        """The agent noun a phrase ends in, the longest known first: "heavily armed riot police" is "riot police"."""
        words = normalise(phrase).split()
        for begin in range(max(0, len(words) - 5), len(words)):
            for store in self._stores:
                for row in store.find("agents", " ".join(words[begin:])):
                    return AgentNoun(row[1], _codes(row[2]), row[3], row[4] or None, f"agents:{row[0]}")
        return None

    def places(self, name: str) -> tuple[Place, ...]:
        """Places of this name, countries and divisions included, the most populous first; ``()`` for lower-case
        words."""
        form = printed(name)
        if form[:1].islower():
            return ()
        found = []
        for row in self._packaged.find("place_names", normalise(name)):
            if not _fits(row[2], form):
                continue
            for id in row[1].split(" "):
                found += [_place(cells) for cells in self._packaged.find("places", id)]
        return tuple(sorted(dict.fromkeys(found), key=lambda p: (-p.population, p.geonames)))

    def outlet(self, name_or_domain: str) -> Outlet | None:
        """The news medium of this name or internet domain ("IRNA", "www.irna.ir")."""
        domain = name_or_domain.strip().casefold().removeprefix("https://").removeprefix("http://").partition("/")[0]
        domain = domain.removeprefix("www.")
        while "." in domain:
            for store in self._stores:
                for row in store.find("domains", domain):
                    return self._outlet(row[1])
            domain = domain.partition(".")[2]
        for entity in self.entities(name_or_domain):
            outlet = self._outlet(entity.id)
            if outlet is not None:
                return outlet
        return None

    def _outlet(self, id: str) -> Outlet | None:
        entity = self.entity(id)
        for store in self._stores:
            for row in store.find("outlets", id):
                if entity is not None:
                    return Outlet(entity, row[1], row[2], _codes(row[3]), row[4] == "yes", f"outlets:{id}")
        return None

    # -- provenance -----------------------------------------------------------------------------------

    def sources_of(self, id: str) -> tuple[str, ...]:
        """Names of the sources of an entity's row and terms, in the order of the rows."""
        rows = [row[-1] for s in self._stores for table in ("entities", "terms") for row in s.find(table, id)]
        return tuple(dict.fromkeys(rows))

    def source(self, name: str) -> Provenance | None:
        """Licence and credit of a source named in a row's ``source`` column."""
        for row in self._packaged.find("sources", name):
            return Provenance(*row)
        return None


_CACHED = ("entities", "entity", "surname", "terms", "office", "agent", "places", "nationality", "seat")
_MINOR = ("party-leader", "official", "spouse")
_HEADS = ("head-of-state", "head-of-government", "supreme-leader")
_AFTER_TITLE = frozenset(("of", "for", "to", "in", "at", "and", "on", "from"))


@cache
def _default() -> World:
    return World.load()


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _fits(exact: str, form: str) -> bool:
    """Whether a printed form meets a row's ``exact`` cell: empty, ``^`` (a capital first) or the forms allowed."""
    return not exact or form in exact.split("|") or (exact.startswith("^") and form[:1].isupper())


def _says(title: str, wanted: str) -> bool:
    """Whether a printed title is the wanted one, perhaps with words around it ("Acting President", "Sultan and Prime
    Minister"); "vice president" is no president, and a premier is a prime minister."""
    key = normalise(title).replace("premier", "prime minister")
    wanted = wanted.replace("premier", "prime minister")
    return f" {wanted} " in f" {key} " and not any(f"{mark} {wanted}" in key for mark in ("vice", "deputy"))


def _place(row: list[str]) -> Place:
    return Place(
        int(row[0]), row[1], row[2] or None, row[3] or None, float(row[4]) if row[4] else None,
        float(row[5]) if row[5] else None, int(row[6]), row[7], f"places:{row[0]}",
    )  # fmt: skip
