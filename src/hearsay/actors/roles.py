"""What a noun phrase says about whoever it names: office, sectors, country and body it belongs to, status, number.

The same reading serves a title ("Iranian President"), an apposition ("the Secretary of State"), a description ("Hamas'
leader") and a group ("rebel fighters").
"""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.actors.belongings import belonging, joined_countries, modifiers
from hearsay.actors.scene import ARTICLES, Scene
from hearsay.actors.wordlists import listed

_HYPHENS = ("-", "‐", "‑", "–")
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both", "either", "such", "said"))
_ADDRESS = frozenset(("mr", "mrs", "ms", "madam", "madame", "mister"))
"""Words of address that make a title point at one person: "Mr. President"."""
_LEFT = frozenset(("amod", "compound", "nummod", "nmod", "det", "flat", "advmod", "obl", "goeswith", "dep"))


@dataclass(frozen=True, slots=True)
class Role:
    """A role phrase, read. ``country`` is only what its own words say; fallbacks come later."""

    head: int
    first: int
    last: int
    noun: str
    """Lower-case head noun, with "of ..." when that belongs to a title."""
    words: tuple[str, ...]
    """Lower-case words of the phrase without articles, owner and numerals."""
    office: str
    sectors: tuple[str, ...]
    status: str
    kind: str
    """person, group, body or "" (not an actor noun)"""
    country: str | None
    owner_word: int | None
    """Head of the possessor, when there is one: "his" in "his country", "Hamas" in "Hamas' leader"."""
    countries: tuple[str, ...]
    """More than one country at one head: "the US and British foreign ministers"."""
    plural: bool
    definite: bool
    number: int | None
    led: bool
    """Led by or set against someone: "the US-led coalition", "the counter-ISIL coalition"."""
    abroad: bool
    """Marked as from elsewhere ("foreign", "international"): takes no country from its surroundings."""
    rows: tuple[str, ...]

    @property
    def actor(self) -> bool:
        return bool(self.kind or self.office)


def left_edge(scene: Scene, head: int) -> int:
    """First word of the phrase before a noun, articles included; it stops at commas, verbs and prepositions."""
    reading = scene.reading
    inside: set[int] = _strayed(scene, head)
    for child in reading.children(head):
        if child.index < head and (child.relation in _LEFT or child.deprel == "nmod:poss"):
            inside.update(reading.subtree(child.index))
    first = head
    for i in range(head - 1, reading.sentence_of(head).first - 1, -1):
        word = reading.words[i]
        quote = word.upos == "PUNCT" and (word.text in _HYPHENS or word.text in ("“", '"', "'", "‘"))
        if i not in inside and not (quote and i + 1 == first and i - 1 in inside):
            break
        if (
            (word.upos == "PUNCT" and not quote)
            or word.upos in ("ADP", "SCONJ", "AUX")
            or word.xpos in ("VBD", "VBZ", "VBP", "VB")
        ):
            break
        first = i
    while first < head and (
        reading.words[first].upos in ("PUNCT", "CCONJ", "PART") or not reading.words[first].text[0].isalnum()
    ):
        first += 1
    return first


def _strayed(scene: Scene, head: int) -> set[int]:
    """A nationality straight before a noun belongs to it, wherever the tree hangs it: "sent the *Bolivian* people
    greetings"."""
    geo = scene.geo.get(head - 1)
    if geo is None or geo.kind != "nationality" or scene.reading.words[head].upos != "NOUN":
        return set()
    word = scene.reading.words[geo.last]
    astray = word.upos == "ADJ" and word.relation in ("amod", "compound") and word.head > head
    return set(range(geo.first, geo.last + 1)) if astray else set()


def read_role(scene: Scene, head: int, adjacent: bool = False) -> Role | None:
    """Read the noun phrase of a common noun or a capitalised title; None when it is no noun.

    ``adjacent`` takes all adjectives, nouns and countries straight before the noun, whatever the tree says: titles
    before names are where trees go wrong most.
    """
    reading = scene.reading
    word = reading.words[head]
    if word.upos not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "VERB"):
        return None
    if _hyphened(scene, head - 2) == head:
        return None  # the end of "secretary-general"
    first = left_edge(scene, head)
    while adjacent and first > reading.sentence_of(head).first and _title_word(scene, first - 1):
        first -= 1
    left = [reading.words[i] for i in range(first, head)]
    kept, countries, owner_word = modifiers(scene, head, left)
    countries = (*_named_before(scene, first), *countries) if len(countries) > 1 else countries
    number, status, addressed = None, "", False
    phrase: list[str] = []
    for modifier in kept:
        text = modifier.text.casefold()
        if modifier.upos == "NUM":
            number = number if number is not None else _count(text)
        elif text.rstrip(".") in _ADDRESS:
            addressed = True
        elif text in listed("status"):
            status = status or listed("status")[text]
        elif modifier.upos != "PUNCT" and text not in ARTICLES and text not in _DEFINITE:
            phrase.append(text)
    noun = word.text.casefold()
    if "-" in noun and noun.rpartition("-")[2] in listed("status"):
        noun, _, tail = noun.rpartition("-")
        status = status or listed("status")[tail]
    last = _hyphened(scene, head)
    if last > head:
        noun = f"{noun}-{reading.words[last].text.casefold()}"
    nouned = {
        w.text.casefold() for w in kept if w.upos in ("NOUN", "PROPN") and w.text.casefold() not in listed("status")
    }
    office, sectors, kind, rows, last, used, beyond = _sort(scene, head, (*phrase, noun), nouned, last)
    if (*phrase, noun) in (("deputy",), ("deputies",)) and _anyones(scene, owner_word):
        office, sectors = "", ()  # "his deputy" is next to him, "a deputy" a member of parliament
    if sectors == ("PTY",) and _parties(scene, head, noun, phrase):
        sectors = ()
    if noun == "major" and phrase and word.text.islower() and not listed("ranked").keys() & set(phrase):
        office, sectors, kind = "", (), ""  # "a psychology major" studies it
    unused = {w.text.casefold() for w in left} - set((*phrase, noun)[len(phrase) + 1 - used :])
    everywhere = unused if office or kind == "body" else {w.text.casefold() for w in left}
    abroad = bool(everywhere & listed("foreign").keys()) or _region(scene, head, last)
    for child in reading.children(head, "nmod", "appos"):
        if child.index > head and child.text.casefold() in listed("status"):
            status = status or listed("status")[child.text.casefold()]
    right_country, right_word = belonging(scene, head, last, human=bool(kind or office))
    owned = owner_word is not None and (reading.words[owner_word].upos, reading.words[owner_word].deprel) == (
        "NOUN",
        "nmod:poss",
    )
    country = beyond or (countries[0] if countries else None if owned else right_country)
    owner_word = right_word if owner_word is None else owner_word
    texts = [w.text.casefold() for w in left]
    led = "led" in texts or any(t.startswith(("anti-", "counter-")) or t.endswith("-led") for t in texts)
    plural = (
        word.xpos in ("NNS", "NNPS")
        or (kind == "group" and word.xpos != "NN")
        or noun in ("police", "people", "troops")
    )
    if plural and not countries and right_word is not None:
        countries = joined_countries(scene, right_word)
    if plural and not countries and country is not None and (kind or office):
        origins = (c.index for c in reading.children(head, "nmod") if scene.case(c.index) == "from")
        countries = next((joined for i in origins if (joined := joined_countries(scene, i))), ())
    if word.relation == "conj" and country is None and not left and kind and owner_word is None:
        # "French ships and submarines", "Kenyan leaders and people": bare, the second shares what the first has.
        first_role = read_role(scene, word.head)
        alike = noun in listed("people")
        if first_role is not None and (alike or (sectors and first_role.sectors == sectors)):
            country, countries = first_role.country, first_role.countries
    determiner = next((w.text.casefold() for w in left if w.upos in ("DET", "PRON")), "")
    indefinite = bool(left) and left[0].text.casefold() in ("a", "an", "another")  # "a lawyers' group"
    return Role(
        head, first, last, noun, (*phrase, noun), office, sectors, status, kind, country, owner_word, countries, plural,
        determiner in _DEFINITE or bool(countries) or addressed or (owner_word is not None and not indefinite),
        number, led, abroad, rows,
    )  # fmt: skip


def _named_before(scene: Scene, first: int) -> tuple[str, ...]:
    """Nationalities in a row before a comma: France of "the *French*, German and British ministers"."""
    found: list[str] = []
    while first >= 2 and scene.reading.words[first - 1].text == ",":
        geo = scene.geo.get(first - 2)
        if geo is None or geo.kind != "nationality":
            break
        found.insert(0, geo.country)
        first = geo.first
    return tuple(found)


def _anyones(scene: Scene, owner_word: int | None) -> bool:
    """Whether an owner is a person: "his", "Diallo's"."""
    if owner_word is None:
        return False
    word, name = scene.reading.words[owner_word], scene.name_at.get(owner_word)
    return word.upos == "PRON" or (name is not None and name.type == "PER")


def _hyphened(scene: Scene, head: int) -> int:
    """Last word of an office written with a hyphen that begins at a word, "secretary-general"; else the word."""
    words = scene.reading.words
    if head < 0 or head + 2 >= len(words) or words[head + 1].text not in _HYPHENS:
        return head
    if words[head].end != words[head + 1].begin or words[head + 1].end != words[head + 2].begin:
        return head
    office = scene.world.office(f"{words[head].text}-{words[head + 2].text}")
    return head + 2 if office is not None and "-" in office.title else head


def _parties(scene: Scene, head: int, noun: str, phrase: list[str]) -> bool:
    """ "The warring parties", "both parties", "the parties to the talks" are sides, not political parties."""
    if noun not in ("party", "parties"):
        return False
    before = {w.text.casefold() for w in scene.reading.children(head, "det", "nummod", "amod")}
    to = any(scene.case(child.index) == "to" for child in scene.reading.children(head, "nmod"))
    return to or bool((before | set(phrase)) & listed("side-word").keys())


def _region(scene: Scene, head: int, last: int) -> bool:
    """ "governments of the region": the phrase after the noun says that it is not of one country."""
    for child in scene.reading.children(head, "nmod"):
        above = child.text.casefold() in listed("region")
        if above and child.index > last and scene.case(child.index) in ("of", "in", "from", "across"):
            return True
    after = [w.text.casefold() for w in scene.reading.words[last + 1 : last + 5]]
    return bool(after) and after[0] in ("in", "of", "from") and bool({"countries", "nations"}.intersection(after[1:3]))


def _title_word(scene: Scene, index: int) -> bool:
    word = scene.reading.words[index]
    if index in scene.geo or word.upos == "ADJ" or word.text.casefold() in listed("status"):
        return True
    return word.upos in ("NOUN", "PROPN") and word.xpos != "NNS" and index + 1 < len(scene.reading.words)


def _sort(
    scene: Scene, head: int, phrase: tuple[str, ...], nouned: set[str], last: int
) -> tuple[str, tuple[str, ...], str, tuple[str, ...], int, int, str | None]:
    """Office, sectors, kind, rows, last word, how many words that used, and the noun's own country code (NGO, IGO);
    the longest wording first."""
    world, reading = scene.world, scene.reading
    joined = " ".join(phrase[-5:])
    agent = world.agent(joined)
    tail = next(
        (c for c in reading.children(head, "nmod") if c.index > head and scene.case(c.index) in ("of", "for", "to")),
        None,
    )
    if tail is not None and tail.index - head <= 4:
        end = max(reading.subtree(tail.index))
        for stop in dict.fromkeys((min(end, head + 5), tail.index)):
            text = f"{joined} {reading.text(head + 1, stop)}".casefold()
            title = world.office(text)
            if title is not None and (" of " in title.title or " for " in title.title or " to " in title.title):
                return title.office, title.sectors, "person", (title.row,), stop, len(phrase), None
    lemma = reading.words[head].lemma.casefold()
    for begin in range(max(0, len(phrase) - 5), len(phrase)):
        title = world.office(" ".join(phrase[begin:]))
        if title is None and lemma != phrase[-1] and lemma:
            title = world.office(" ".join((*phrase[begin:-1], lemma)))
        if title is None:
            continue
        if set(phrase[:begin]) & nouned:
            return "", title.sectors, "person", (title.row,), last, len(phrase) - begin, None
        agent_words = len(agent.lemma_phrase.split()) if agent is not None else 0
        if agent is None or agent_words <= len(phrase) - begin:
            return title.office, title.sectors, "person", (title.row,), last, len(phrase) - begin, None
        break
    if agent is not None:
        sectors = () if agent.country == "NGO" else agent.sectors
        return "", sectors, agent.kind, (agent.row,), last, len(agent.lemma_phrase.split()), agent.country
    noun = phrase[-1]
    if noun in listed("representative") or noun in listed("family") or noun in listed("people"):
        word = reading.words[head]
        return (
            "",
            (),
            "group" if word.xpos in ("NNS", "NNPS") or noun in listed("collective") else "person",
            (),
            last,
            1,
            None,
        )
    return "", (), "", (), last, 1, None


def _count(text: str) -> int | None:
    words = {
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "both": 2,
    }
    return int(text) if text.isdigit() else words.get(text)
