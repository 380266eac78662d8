"""What every step of the room asks of an article: which words name countries, and which country a clause is about."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from hearsay.actors.bearings import Bearings
from hearsay.actors.clues import addressed, allied, around_prepositions, dateline, inside_regions
from hearsay.actors.stateside import GEORGIA, stateside
from hearsay.actors.wordlists import listed
from hearsay.reading.tree import Reading, Word
from hearsay.world import Entity, World

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_TITLE_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_LOCATIVE = frozenset((
    "in", "into", "at", "near", "inside", "across", "throughout", "outside", "around", "within", "over", "through",
    "beyond",
))  # fmt: skip
_LOCATIVE_CITY = _LOCATIVE | {
    "from", "to", "of", "for", "on", "off", "towards", "toward", "between", "above", "along", "via",
}  # fmt: skip
_STATE_FORMS = frozenset(("Republic", "Kingdom", "State", "Commonwealth", "Sultanate", "Emirate", "Principality"))
SUPRANATIONAL = frozenset(("UNO", "IGO", "NGO", "EUR", "ISM", "IMG", "MNC"))
"""Codes in place of a country (PLOVER codebook, "Non-state international actors")."""
ARTICLES = frozenset(("the", "a", "an"))


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """A name in the text, words ``first`` to ``last``, with the title words straight before it."""

    first: int
    last: int
    head: int
    """The word of the name that hangs on the rest of the sentence."""
    text: str
    type: str
    """PER, ORG, LOC, NORP, MISC or "" when nothing tells."""
    entities: tuple[Entity, ...]
    title: tuple[int, int] | None = None
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Geo:
    """Words ``first`` to ``last`` stand for a country: by adjective, by name or by seat of government."""

    first: int
    last: int
    country: str
    kind: str
    """nationality, country or seat"""


class Scene:
    """A reading together with the world, and the country clues of its words."""

    def __init__(self, reading: Reading, world: World, home: str | None = None, published_in: str | None = None):
        self.reading = reading
        self.world = world
        published = reading.document.published
        self.on = published if published and _DATE.fullmatch(published) else None
        self.home = home
        """Country of the official body that publishes: its bare "we", "the minister" are its own."""
        self.published_in = published_in
        """Country of the outlet: whose congress or police it means when it does not say."""
        self.stateside = stateside(reading.document, published_in)
        """Whether "Georgia" is the American state here."""
        self.geo: dict[int, Geo] = {}
        self.name_at: dict[int, NamePhrase] = {}
        """The name that covers a word, once :func:`hearsay.actors.runs.find_names` has run."""
        inside = inside_regions(self)
        self._named_whole = around_prepositions(self)
        for word in reading.words:
            if (
                word.index not in self.geo
                and word.index not in inside
                and word.text[0].isupper()
                and word.text.casefold() not in ARTICLES
            ):
                found = self._geo(word.index)
                for i in range(found.first, found.last + 1) if found else ():
                    self.geo[i] = found  # type: ignore[assignment]
        self.bearings = Bearings()
        self.allied = allied(reading)
        """Whether the coalition that the article speaks of is one of states in arms."""
        self.counts = self._count()
        self.dominant = self._most_named()
        self.dateline = dateline(self)
        self.bearings.settle(self.counts, self.dateline, self.published_in)

    # -- countries ----------------------------------------------------------------------------------

    def country_entity(self, name: str) -> Entity | None:
        """The country (or territory) with this very name."""
        return next((e for e in self.world.entities(name) if e.kind == "country"), None)

    def country_of(self, phrase: str) -> tuple[str, str] | None:
        """Country and kind of clue for a phrase: ("IRN", "nationality") for "Iranian"."""
        if self.stateside and phrase.casefold() == GEORGIA:
            return None
        entity = self.country_entity(phrase)
        if entity and entity.country:
            return entity.country, "country"
        form, _, rest = phrase.partition(" of ")
        if rest and form.split()[-1] in _STATE_FORMS and form != "Islamic State":
            entity = self.country_entity(rest)
            if entity and entity.country:
                return entity.country, "country"
        country = self.world.nationality(phrase)
        if country and country not in SUPRANATIONAL:
            return country, "nationality"
        seat = self.world.seat(phrase)
        return (seat, "seat") if seat else None

    def _geo(self, first: int) -> Geo | None:
        words, last = self.reading.words, len(self.reading.words) - 1
        end = self.reading.sentence_of(first).last
        for length in (4, 3, 2, 1):
            stop = first + length - 1
            if stop > min(end, last) or (length > 1 and not words[stop].text[0].isupper()):
                continue
            found = self.country_of(self.reading.text(first, stop))
            if found:
                return Geo(first, stop, *found)
        return None

    def _count(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        self._seen: dict[str, int] = {}
        for i, geo in self.geo.items():
            if i == geo.first and self.reading.sentence_of(i).region != "boilerplate":
                place = geo.kind != "nationality" and self.locative(geo.last, city=False)
                if geo.country in SUPRANATIONAL and self.locative(geo.last, city=True):
                    country = self._host(geo)
                    if country is not None:
                        counts[country] += 1
                        self._seen.setdefault(country, i)
                        self.bearings.see(self.reading.sentence_of(i).index, country, 2.0)
                    continue
                counts[geo.country] += 1
                self._seen.setdefault(geo.country, i)
                if self.reading.sentence_of(i).region != "dateline" and not self._sent_abroad(geo):
                    self.bearings.see(self.reading.sentence_of(i).index, geo.country, 2.0 if place else 1.0)
        for match in _TITLE_WORD.finditer(self.reading.document.title or ""):
            found = self.country_of(match.group()) if match.group()[0].isupper() else None
            if found:
                counts[found[0]] += 1
                self._seen.setdefault(found[0], -1)
        return counts

    def _sent_abroad(self, geo: Geo) -> bool:
        """ "The French ambassador", "a French base": what a state keeps abroad does not say where this is."""
        head = self.reading.words[geo.last].head
        return geo.kind == "nationality" and self.reading.words[head].lemma.casefold() in listed("outpost")

    def _most_named(self) -> str | None:
        ranked = sorted(self.counts.items(), key=lambda item: (-item[1], self._seen[item[0]]))
        return ranked[0][0] if ranked else None

    def _host(self, geo: Geo) -> str | None:
        """The country in which the seat of an international body lies: Belgium for "in Brussels"."""
        places = self.world.places(self.reading.text(geo.first, geo.last))
        return places[0].country if places else None

    def note_places(self, names: list[NamePhrase]) -> None:
        """Count the towns and regions among the names as places of their countries."""
        for name in names:
            region = bool(name.entities) and name.entities[0].kind == "region"
            if name.first not in self.geo and (region or (name.type == "LOC" and not name.entities)):
                country = name.entities[0].country if region else self.place_country(name.text)
                if country is not None:
                    self.counts[country] += 1
                    self._seen.setdefault(country, name.first)
                    weight = 2.0 if self.locative(name.head, city=True) else 1.0
                    self.bearings.see(self.reading.sentence_of(name.first).index, country, weight)
        self.dominant = self._most_named()
        self.bearings.settle(self.counts, self.dateline, self.published_in)

    def place_country(self, name: str) -> str | None:
        """Country of a place: of those of that name in countries the article names, else of a large town."""
        found = self.country_of(name.title() if name.isupper() and len(name) > 3 else name)
        if found:
            return found[0]
        if self.stateside and name.casefold() == GEORGIA:
            return "USA"
        if name.casefold() in listed("region"):
            return None  # there are towns called Asia and Europe
        if name.isupper() and len(name) <= 4:
            return None  # an abbreviation: gazetteers list airport codes as names of towns
        region = next((e for e in self.world.entities(name) if e.kind == "region" and e.country), None)
        if region is not None:
            return region.country
        places = self.world.places(name.title() if name.isupper() and len(name) > 3 else name)
        named = [p for p in places if p.country in self.counts]
        if named:
            return max(named, key=lambda p: (self.counts[p.country or ""], p.population)).country
        if not places or (self.counts and places[0].population < 50_000 and places[0].precision == "city"):
            return None
        return places[0].country

    # -- words ----------------------------------------------------------------------------------------

    def capital(self, index: int) -> bool:
        """Whether a word can be part of a name: capitalised and not a calendar word."""
        word = self.reading.words[index]
        if index in self._named_whole:
            return True
        if word.text.casefold() in ARTICLES or word.upos in ("PRON", "DET", "ADP"):
            return False
        following = self.reading.words[index + 1].text if index + 1 < len(self.reading.words) else ""
        sentence = self.reading.sentence_of(index)
        opens = sentence.region == "headline" and sentence.first == index and not following[:1].isupper()
        if opens and word.text.casefold() in listed("anaphor"):
            return False  # "*Court* jails editor"
        before = self.reading.words[max(0, index - 1)].text
        alone = index == 0 or before.casefold() in ARTICLES or not before[0].isupper()
        if following == "of" and alone and word.text.endswith("s") and word.text.casefold() in listed("representative"):
            return False  # "the Members of the Council" are members, however they are printed
        if not (word.text[0].isupper() and (word.xpos.startswith("NNP") or word.upos == "PROPN")):
            name = self.reading.name_of(index)
            inner = self._inner(index)
            if not (
                word.text[0].isupper()
                and ((name and (inner or self._surely(index))) or (inner and word.upos in ("ADJ", "NOUN", "X", "VERB")))
            ):
                return False
        if word.text.casefold().rstrip(".") not in listed("never-name"):
            return True
        name = self.reading.name_of(index)  # "Sun Li-fang", "April Ryan"
        if name is None or name.type != "PER" or word.text.endswith(".") or name.first != index:
            return False
        beside = self.reading.name_of(name.last + 1) if name.last + 1 < len(self.reading.words) else None
        return name.first < name.last or (beside is not None and beside.type == "PER")

    def _inner(self, index: int) -> bool:
        """Whether a word stands inside its sentence, where a capital says more than behind a mark that opens it."""
        first = self.reading.sentence_of(index).first
        return any(self.reading.words[i].upos != "PUNCT" for i in range(index - 1, first - 1, -1))

    def _surely(self, index: int) -> bool:
        """Whether a word that opens a sentence and is tagged as no name is one all the same: the reader sees a longer
        name there, or it is known."""
        name = self.reading.name_of(index)
        if name is None or name.type == "MISC":
            return False
        return name.last > name.first or bool(self.world.entities(self.reading.words[index].text))

    def case(self, index: int) -> str:
        """The preposition of a noun, or ""."""
        for child in self.reading.children(index, "case"):
            if child.index < index:
                return child.text.casefold()
        return ""

    def locative(self, index: int, city: bool) -> bool:
        """Whether a place name only says where something is, not who acts: the place is a field of its own."""
        word = self.reading.words[index]
        if word.relation not in ("obl", "nmod", "conj", "appos", "root", "dep", "advcl"):
            return False
        if word.relation == "conj" and not self.case(index):
            head = self.reading.head(index)
            return head is not None and self.locative(head.index, city)
        if word.deprel == "nmod:poss":
            return False
        if self.case(index) == "of":
            head = self.reading.head(index)
            return city and not (head is not None and self.world.office(head.text))
        if city and self.case(index) in ("on", "to", "from", "for") and addressed(self, word):
            return False
        return self.case(index) in (_LOCATIVE_CITY if city else _LOCATIVE)

    def clause(self, index: int) -> Word:
        """The predicate whose clause a word stands in."""
        here = self.reading.words[index]
        for head in (here, *self.reading.ancestors(index)):
            here = head
            if head.upos in ("VERB", "AUX") or head.relation in ("root", "ccomp", "advcl", "acl", "parataxis", "xcomp"):
                break
        return here

    def clause_country(self, index: int) -> str | None:
        """Country of a place named as an oblique or modifier in the word's own clause, nearest phrase first."""
        predicate = self.clause(index)
        target = self.reading.child(predicate.index, "obj")
        name = self.name_at.get(target.index) if target is not None else None
        if target is not None and name is not None and name.type == "LOC" and target.index != index:
            geo = self.geo.get(target.index)
            country = self.named_country(target.index) if geo is None or geo.kind == "seat" else None
            if country is not None:
                return country
        for top in dict.fromkeys((index, predicate.index)):
            for child in self.reading.children(top, "obl", "nmod", "advmod"):
                if self.case(child.index) in _LOCATIVE | {"from", "of"}:
                    country = self.named_country(child.index)
                    if country:
                        return country
        return None

    def named_country(self, index: int) -> str | None:
        """Country of a place phrase with this head: itself, or the place that narrows it ("the town of X in Y")."""
        geo = self.geo.get(index)
        if geo:
            return self._host(geo) if geo.country in SUPRANATIONAL else geo.country
        if self.reading.words[index].lemma.casefold() in ("border", "frontier"):
            return None  # what is on a border need not be beyond it
        name = self.reading.name_of(index)
        if self.capital(index):
            phrase = self.reading.text(name.first, name.last) if name else self.reading.words[index].text
            water = phrase.split()[-1].casefold() in listed("water")
            country = None if water else self.place_country(phrase)
            if country:
                return country
        for child in self.reading.children(index, "nmod", "appos", "compound", "amod"):
            if child.relation in ("compound", "amod"):
                if self.reading.words[index].lemma.casefold() in listed("outpost"):
                    continue  # a French base need not stand in France
                geo = self.geo.get(child.index)
                country = geo.country if geo is not None else None
            else:
                country = self.named_country(child.index)
            if country:
                return country
        return None

    def fallback_country(self, index: int, official: bool = False, local: bool = False) -> str | None:
        """The country a bare role takes: of its clause, else the one its surroundings are about.

        See :mod:`.bearings` for how surroundings are weighed (ideas: "clause, then dateline, then dominant").
        """
        sentence = self.reading.sentence_of(index).index
        if official:
            return self.home or self.bearings.country(sentence, "acting")
        return self.clause_country(index) or self.bearings.country(sentence, "places" if local else "all")
