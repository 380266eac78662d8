"""Cutting a run of capitalised words into nationalities, titles and names."""

from __future__ import annotations

from hearsay.actors.name_types import name_phrase
from hearsay.actors.scene import NamePhrase, Scene
from hearsay.actors.wordlists import listed
from hearsay.world import normalise

_PARTICLES = frozenset(
    ("al", "el", "ul", "ur", "ibn", "bin", "bint", "abu", "de", "del", "della", "da", "dos", "das", "di", "du", "van",
     "von", "der", "den", "ter", "la", "le", "y", "e", "as", "ad", "an", "ash", "at")
)  # fmt: skip
_CONNECTORS = frozenset(("of", "for", "and", "&", "the", "'s", "’s", "'", "’", "on", "to", "against", "in", ","))
_HYPHENS = frozenset(("-", "‐", "‑", "–"))
_ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "dr"))
_LONGEST = 9


class Cutter:
    """Cuts runs of capitalised words into titles and names."""

    def __init__(self, scene: Scene):
        self.scene = scene
        self.words = scene.reading.words
        self.titles: set[int] = set()
        """Words taken as titles."""
        self.capital = [scene.capital(i) for i in range(len(self.words))]

    # -- runs -----------------------------------------------------------------------------------------

    def starts(self, i: int) -> bool:
        if self._tells(i):
            return False
        if self.capital[i] or i in self.scene.geo:
            return True
        return (
            self.words[i].text in ("al", "el", "as", "ash", "ad")
            and i + 2 < len(self.words)
            and self._hyphen(i + 1)
            and self.capital[i + 2]
        )

    def run_end(self, first: int) -> int:
        """Last word of the run: connecting words and particles count only when a capitalised word follows."""
        end = self.scene.reading.sentence_of(first).last
        last = i = first
        while i < end:
            i += 1
            text = self.words[i].text.casefold()
            if self._tells(i):
                break
            if self.capital[i] or i in self.scene.geo or self._suffix(i):
                last = i
            elif not self._joins(i, text) or i - last > 3:
                break
        return last

    def _tells(self, i: int) -> bool:
        """The verb of a headline that capitalises every word: "Kim *Endorses* Lee"."""
        word = self.words[i]
        finite = word.upos in ("VERB", "AUX") and word.xpos in ("VBZ", "VBD", "VBP")
        return finite and i not in self.scene.geo and self.scene.reading.name_of(i) is None

    def _joins(self, i: int, text: str) -> bool:
        if text == ",":
            return self._list_comma(i)
        return text in _CONNECTORS or text in _PARTICLES or self._hyphen(i)

    def _suffix(self, i: int) -> bool:
        """The second half of a hyphenated given name: "un" in "Kim Jong-un"."""
        word = self.words[i]
        tagged = word.xpos.startswith("NNP") or word.upos == "PROPN" or self.scene.reading.name_of(i) is not None
        attached = i > 1 and self._hyphen(i - 1) and self.words[i - 1].end == word.begin and self.capital[i - 2]
        return attached and tagged and word.text.isalpha() and i - 2 not in self.scene.geo

    def _hyphen(self, i: int) -> bool:
        return self.words[i].text in _HYPHENS and self.words[i - 1].end == self.words[i].begin

    def _list_comma(self, i: int) -> bool:
        """Commas stand inside names like "Trade, Energy and Tourism Council": only known names use them."""
        following = i + 2 if i + 2 < len(self.words) and self.words[i + 1].text in ("and", "&") else i + 1
        return following < len(self.words) and self.capital[following]

    def _simple_end(self, first: int, last: int) -> int:
        """Last word of the run before any connecting word; hyphens and particles are inside."""
        end = first
        for i in range(first + 1, last + 1):
            text = self.words[i].text.casefold()
            if self.capital[i] or i in self.scene.geo or self._suffix(i):
                end = i
            elif not (text in _PARTICLES or self._hyphen(i)):
                break
        return end

    # -- cutting --------------------------------------------------------------------------------------

    def cut(self, first: int, last: int) -> list[NamePhrase]:
        names: list[NamePhrase] = []
        title: tuple[int, int] | None = None
        i = first
        while i <= last:
            if not self.starts(i):
                i, title = i + 1, None
                continue
            simple = self._simple_end(i, last)
            known = self._known(i, last)
            geo = self.scene.geo.get(i)
            titled = self._title(i, last)
            body = self._body_before_title(i, titled) if titled is not None and known < titled else None
            if body is not None:
                names.append(name_phrase(self.scene, i, body, None))
                i, title = body + 1, None
                continue
            if self._body_of_title(i, known, last):
                names.append(name_phrase(self.scene, i, known, None))
                i, title = known + 1, None
                continue
            if titled == i and title is not None and title[1] == i - 1 and self._addressed(title, i, last):
                names.append(name_phrase(self.scene, i, i, title))
                i, title = i + 1, None
                continue
            if titled is not None and known < titled:
                title = (title[0] if title and title[1] == i - 1 else i, titled)
                self.titles.update(range(i, titled + 1))
                i = titled + 1
                continue
            if geo is not None and geo.first == i and known <= geo.last and self._apart(geo.last, simple):
                last_word = self._lower_body(i, geo.last, None) if geo.kind == "seat" else geo.last
                names.append(name_phrase(self.scene, i, last_word, None))
                i, title = last_word + 1, None
                continue
            end = (
                known
                if known > simple or (known > i and self._known_whole(i, known, simple))
                else self._end(i, simple, last)
            )
            end = self._lower_body(i, end, title)
            names.append(name_phrase(self.scene, i, end, title))
            i, title = end + 1, None
        return names

    def _addressed(self, title: tuple[int, int], i: int, last: int) -> bool:
        """ "Mr King", "Mrs Bishop": a surname that is a title's word too, when no name follows it."""
        address = {w.text.casefold().rstrip(".") for w in self.words[title[0] : title[1] + 1]}
        surname = self.words[i].text.casefold() in listed("also-surname")
        return surname and address <= _ADDRESS and not (i < last and self.capital[i + 1])

    def _body_before_title(self, first: int, titled: int) -> int | None:
        """Last word of a body named inside a title: "State Department" in "State Department Spokesperson"."""
        for stop in range(titled - 1, first, -1):
            if self._bodily(first, stop) and self._title(stop + 1, titled) == titled:
                return stop
        return None

    def _body_of_title(self, first: int, known: int, last: int) -> bool:
        """Whether a known body ends where a title begins: "*U.N.* Secretary-General"."""
        if not first <= known < last or not self.capital[known + 1]:
            return False
        titled = self._title(known + 1, last)
        entities = self.scene.world.entities(self.scene.reading.text(first, known))
        return titled is not None and bool(entities) and entities[0].kind in ("igo", "ngo", "government-body")

    def _lower_body(self, first: int, end: int, title: tuple[int, int] | None) -> int:
        """An institution's noun printed small belongs to the name: "Interior ministry", "Oslo city council"."""
        following = end + 1
        if (
            title is not None
            or end == self.scene.reading.sentence_of(end).last
            or self.words[end].text.casefold() in listed("body")
        ):
            return end
        if self.words[following].text in listed("body-kind"):
            following += 1
        text = self.words[following].text if following < len(self.words) else ""
        name = self.scene.reading.name_of(end)
        person = name is not None and name.type == "PER"
        if not text.islower() or listed("body").get(text) != "lower" or person or self.words[following].xpos == "NNS":
            return end
        known = self.scene.world.entities(self.scene.reading.text(first, end))
        geo = self.scene.geo.get(first)
        country = geo is not None and geo.last == end and geo.kind != "seat"
        return end if country or known else following

    def _known_whole(self, first: int, known: int, simple: int) -> bool:
        """A known name of several words ends there unless an institution's noun closes the run, or it is a person's and
        one more name follows."""
        if known == simple:
            return True
        entities = self.scene.world.entities(self.scene.reading.text(first, known))
        longer = (
            simple == known + 1 and bool(entities) and entities[0].kind == "person" and simple not in self.scene.geo
        )
        return not (self._body(simple) or (longer and self._title(simple, simple) is None))

    def _known(self, first: int, last: int) -> int:
        """Last word of the longest known name that begins at a word; ``first - 1`` when there is none."""
        if self.words[first].text.casefold().rstrip(".") in _ADDRESS:
            return first - 1  # "Mr" is no part of a name
        for stop in range(min(last, first + _LONGEST), first - 1, -1):
            if not (self.capital[stop] or stop in self.scene.geo or self._suffix(stop)):
                continue
            for end in range(self._small_body(stop), stop - 1, -1):
                found = self.scene.world.entities(self.scene.reading.text(first, end))
                comma = any(self.words[i].text == "," for i in range(first, end))
                if found and not (comma and (found[0].kind == "person" or end - first <= 2)):
                    return end
        return first - 1

    def _small_body(self, stop: int) -> int:
        """Last word of an institution's noun printed small behind a name, else the name's: "Kurdistan regional
        government"."""
        small = stop + 1
        if small < len(self.words) and self.words[small].text in listed("body-kind"):
            small += 1
        return small if small < len(self.words) and self.words[small].text in listed("body") else stop

    def _title(self, first: int, last: int) -> int | None:
        """Last word of a title that begins at a word and is followed by a name or stands alone."""
        simple = self._simple_end(first, last)
        if simple > first and self._body(simple):
            return None
        for stop in range(min(last, first + 6), simple, -1):
            title = self.scene.world.office(self.scene.reading.text(first, stop)) if self.capital[stop] else None
            if title is not None and normalise(title.title) == normalise(self.scene.reading.text(first, stop)):
                return stop
        for stop in range(min(last, first + 5), first - 1, -1):
            if not self.capital[stop] or (
                stop > simple and self.words[simple + 1].text.casefold() not in ("of", "for", "to")
            ):
                continue
            text = self.scene.reading.text(first, stop)
            if self._possessive(stop) and stop + 2 <= last and self._body(stop + 2):
                return None
            if self._office(first, stop, simple, text) or (
                stop == first and text.casefold().rstrip(".") in listed("honorific")
            ):
                return stop
            if stop - first >= 1 and stop == first + 1 and self._is_role(text):
                return stop
        return None

    def _office(self, first: int, stop: int, simple: int, text: str) -> bool:
        """Whether words are a title. Beyond a connecting word it must be known whole, or end in a country or a body."""
        title = self.scene.world.office(text)
        if title is None or stop <= simple:
            return title is not None
        begin = simple + 2 if self.words[simple + 2].text.casefold() != "the" else simple + 3
        if begin > stop or any(self.words[i].text in (",", "'s", "’s", "and", "&") for i in range(first, stop + 1)):
            return False
        if normalise(title.title) == normalise(text):
            return True
        geo = self.scene.geo.get(begin)
        if geo is not None:
            return geo.last == stop
        return any(e.kind != "person" for e in self.scene.world.entities(self.scene.reading.text(begin, stop)))

    def is_title(self, first: int, last: int) -> bool:
        text = self.scene.reading.text(first, last)
        return self.scene.world.office(text) is not None or text.casefold().rstrip(".") in listed("honorific")

    def _is_role(self, text: str) -> bool:
        agent = self.scene.world.agent(text)
        return agent is not None and agent.kind == "person" and len(agent.lemma_phrase.split()) == len(text.split())

    def _apart(self, geo_last: int, simple: int) -> bool:
        """Whether what follows a country word in the run is a name of its own (a person, a titled person)."""
        following = geo_last + 1
        if following > simple or not self.capital[following]:
            return True
        if self._title(following, simple) is not None and not self._body(simple):
            return True
        name = self.scene.reading.name_of(following)
        if name is not None and name.first == following and name.type == "PER":
            return True
        entities = self.scene.world.entities(self.scene.reading.text(following, simple))
        return bool(entities) and entities[0].kind == "person"

    def _possessive(self, i: int) -> bool:
        return i + 1 < len(self.words) and self.words[i + 1].text in ("'s", "’s", "'", "’")

    def _body(self, i: int) -> bool:
        return self.words[i].text.casefold() in listed("body")

    def _end(self, first: int, simple: int, last: int) -> int:
        """Where an unknown name ends: before a title in the run; past "of" when it follows an institution's noun."""
        for i in range(first + 1, simple + 1):
            titled = self._title(i, simple) if self.capital[i] else None
            if titled is not None and titled < simple and not self._body(simple):
                return i - 1
            person = self.scene.reading.name_of(i)
            begins = person is not None and person.type == "PER" and person.first == i < simple
            if begins and (self._body(i - 1) or self.words[i - 1].text.casefold() in listed("region")):
                return i - 1
            if titled == simple and not self._one_person(first, simple) and self._bodily(first, i - 1):
                return i - 1
        end = simple
        while end < last:
            following = end + 1
            text = self.words[following].text.casefold()
            skip = 2 if self.words[min(following + 1, last)].text.casefold() == "the" else 1
            begin = following + skip
            if begin > last or not self.capital[begin]:
                break
            possessive = self._possessive(end) and (
                self.words[end].text.casefold() in listed("possessor")
                or (self._body(begin) and self.scene.world.office(self.scene.reading.text(first, end)) is not None)
            )
            if (
                (text in ("of", "for", "on") and (self._body(end) or (end > simple and text == "of")))
                or possessive
                or (text in ("and", "&") and self._paired(first, begin))
            ):
                end = self._simple_end(begin, last)
            else:
                break
        return end

    def _one_person(self, first: int, last: int) -> bool:
        name = self.scene.reading.name_of(last)
        return name is not None and name.type == "PER" and name.first <= first

    def _bodily(self, first: int, last: int) -> bool:
        """Whether words name a body: a title after them is not part of the name ("State Department Spokesperson")."""
        entities = self.scene.world.entities(self.scene.reading.text(first, last))
        return self._body(last) or any(e.kind != "person" for e in entities)

    def _paired(self, first: int, second: int) -> bool:
        """Whether "and" joins two words inside one institution's name ("Ministry of Trade and Industry")."""
        word = self.words[second]
        inside = any(self.words[i].text.casefold() in ("of", "for", "on") for i in range(first, second))
        own = self.scene.world.entities(word.text) or second in self.scene.geo
        return (
            inside
            and word.relation == "conj"
            and first <= word.head < second
            and not own
            and self._title(second, second) is None
        )
