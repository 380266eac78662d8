"""How alike two mentions of one type are: features with weights, so that a merge can be explained.

The pair's score is the sum of the weights; above zero speaks for one event. The weights were chosen on half of the open
gold articles and checked on the other half (``data/merging.tsv`` holds them, one a line).

``VETO`` says the two cannot be one event: they have different doers, different victims, different days.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hearsay.actors.cast import Cast
from hearsay.events.candidate import Candidate, Participant
from hearsay.events.numbers import casualty_entry
from hearsay.events.surroundings import below, case_of, event_nouns
from hearsay.events.tables import read_table, word_set
from hearsay.reading.tree import Reading, Word
from hearsay.records import Actor

VETO = float("-inf")
_SPEECH = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"))
_SYMMETRIC = frozenset(("CONSULT", "COOPERATE", "AGREE"))
_CONTENT = 30
_FAR = 10
"""A toll that is more than so many times another is of something else: a day's dead and those of the whole war."""
_DEFINITE = word_set("likeness: definite")
_INDEFINITE = word_set("likeness: indefinite")
_GENERIC = word_set("likeness: generic")


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against a merge."""

    name: str
    weight: float


@dataclass(frozen=True)
class Likeness:
    """A pair's features; ``score`` is their sum."""

    features: tuple[Feature, ...]

    @property
    def score(self) -> float:
        return sum(f.weight for f in self.features)


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_table("merging.tsv")}


def likeness(reading: Reading, cast: Cast, a: Candidate, b: Candidate) -> Likeness:
    """Compare two candidates of one type; the order does not matter."""
    if b.trigger < a.trigger:
        a, b = b, a
    names = ["speech" if a.event in _SPEECH else "deed"]
    if a.event in _SYMMETRIC:
        left, right = (*a.actors, *a.recipients), (*b.actors, *b.recipients)
        names.append("parties " + _relation(cast, left, right))
    else:
        names.append("actor " + _relation(cast, a.actors, b.actors))
        recipients = "recipient " + _relation(cast, a.recipients, b.recipients)
        names.append(recipients + ", speech" if recipients == "recipient unlike" and a.event in _SPEECH else recipients)
    if any(_weights().get(n) == VETO for n in names):
        return Likeness(tuple(Feature(n, _weights().get(n, 0.0)) for n in names))
    names += [n for n in (_sides(cast, a, b), _dates(a, b), _places(a, b), _numbers(a, b), _status(a, b)) if n]
    words = _words(reading, a, b)
    names += words
    if _suffered_in(reading, a, b) or _suffered_in(reading, b, a):
        names.append("suffered in that act")
    if "recipient unlike" in names and _joined(reading, a, b):
        names.append("joined acts on others")
    if "trigger same" not in words and (mode := _modes(a, b)) is not None:
        names.append(mode)
        if mode == "mode differs" and _told_together(reading, a, b):
            names.append("joined acts of two kinds")
    if a.event in _SPEECH:
        names += _topics(reading, a, b)
    return Likeness(tuple(Feature(n, _weights().get(n, 0.0)) for n in names))


# -- participants ---------------------------------------------------------------------------------------


def _relation(cast: Cast, left: tuple[Participant, ...], right: tuple[Participant, ...]) -> str:
    """How two sides agree.

    both empty, one empty, same, within (all of one side), shared (some in common), kin (may be the same), apart
    (known to be different), unlike (different words that need not be different people).
    """
    if not left or not right:
        return "both empty" if not left and not right else "one empty"
    pairs = [(kinship(cast, p, q), p, q) for p in left for q in right]
    best = max(k for k, _, _ in pairs)
    if best == 2:
        matched_left = sum(any(k == 2 for k, p, _ in pairs if p is x) for x in left)
        matched_right = sum(any(k == 2 for k, _, q in pairs if q is x) for x in right)
        if matched_left == len(left) and matched_right == len(right):
            return "same"
        return "within" if matched_left == len(left) or matched_right == len(right) else "shared"
    if best == 1:
        return "kin"
    told = all((_known(cast, p) or _stated(p)) and (_known(cast, q) or _stated(q)) for _, p, q in pairs)
    return "apart" if told else "unlike"


def _sides(cast: Cast, a: Candidate, b: Candidate) -> str | None:
    """A clash of two sides is not the same as what one of them did to the other."""
    for x, y in ((a, b), (b, a)):
        if len(x.actors) > 1 and not x.recipients and y.recipients and y.actors:
            opposed = [p for p in x.actors if any(kinship(cast, p, q) for q in y.recipients)]
            if opposed and len(opposed) < len(x.actors):
                return "one-sided and two-sided"
    return None


def kinship(cast: Cast, p: Participant, q: Participant) -> int:
    """2 for the same actor, 1 for two that may stand for one another, 0 for different ones."""
    if p.member is not None and p.member == q.member:
        return 2
    if same_actor(p.actor, q.actor):
        return 2
    if p.actor.country != q.actor.country and p.actor.country and q.actor.country:
        return 0
    if _is_person(cast, p) and _is_person(cast, q):
        return 0
    if _is_generic(p.actor) or _is_generic(q.actor):
        return 1 if "CVL" in (*p.actor.sector, *q.actor.sector) or _is_generic(p.actor) == _is_generic(q.actor) else 0
    if p.actor.country is None or q.actor.country is None:
        return 1 if _last_word(p.actor) == _last_word(q.actor) else 0
    if _is_country(cast, p) or _is_country(cast, q):
        other = q.actor if _is_country(cast, p) else p.actor
        if other.sector[:1] == ("GOV",) and _last_word(other) in ("regime", "government", "authorities"):
            return 2
        if other.sector[:1] == ("MIL",) and not (_known(cast, p) and _known(cast, q)):
            return 2
        return 1 if not other.sector or other.sector[0] in ("GOV", "MIL", "COP", "SPY", "UAF") else 0
    return 1 if p.actor.sector[:1] == q.actor.sector[:1] and p.actor.sector else 0


def same_actor(a: Actor, b: Actor) -> bool:
    """One id, or one name and country."""
    if a.id is not None and b.id is not None:
        return a.id == b.id
    if a.name is None or b.name is None:
        return False
    return a.name.casefold() == b.name.casefold() and (a.country == b.country or a.country is None or b.country is None)


def _known(cast: Cast, p: Participant) -> bool:
    """An actor by its name: a person, a country, a body; not "police vehicles" or "the only individual"."""
    if p.member is None or p.member >= len(cast.members):
        return p.actor.id is not None
    return any(m.form == "name" for m in cast.members[p.member].mentions) or p.actor.id is not None


def _stated(p: Participant) -> bool:
    """Somebody whose description says whose they are: "U.S. officials", "Iraqi forces"."""
    named = any(word[0].isupper() for word in (p.actor.name or "").split())
    return named and p.actor.country is not None and p.actor.sector[:1] in (("GOV",), ("MIL",), ("REB",))


def _is_person(cast: Cast, p: Participant) -> bool:
    return p.member is not None and p.member < len(cast.members) and cast.members[p.member].kind == "person"


def _is_country(cast: Cast, p: Participant) -> bool:
    return p.member is not None and p.member < len(cast.members) and cast.members[p.member].kind == "country"


def _is_generic(actor: Actor) -> bool:
    return _last_word(actor) in _GENERIC


def _last_word(actor: Actor) -> str:
    return (actor.name or "").rpartition(" ")[2].casefold()


# -- circumstances --------------------------------------------------------------------------------------


def _dates(a: Candidate, b: Candidate) -> str | None:
    x, y = a.when.date, b.when.date
    if x is None or y is None:
        return None
    if x == y:
        return "date same day" if len(x) == 10 else "date same"
    return "date within" if x.startswith(y) or y.startswith(x) else "date apart"


def _places(a: Candidate, b: Candidate) -> str | None:
    x, y = a.place, b.place
    if x is None or y is None:
        return None
    if x.name.casefold() == y.name.casefold() or (x.geonames is not None and x.geonames == y.geonames):
        return "place same" if x.precision != "country" else "place same country"
    if x.geonames is not None and y.geonames is not None:
        if x.country != y.country and x.country and y.country:
            return "place apart"
        if x.precision == "city" and y.precision == "city":
            return "place apart"
    return "place compatible" if x.country == y.country else None


def _numbers(a: Candidate, b: Candidate) -> str | None:
    verdict = None
    for x in a.numbers:
        for y in b.numbers:
            if x.kind == y.kind and x.best is not None and y.best is not None:
                if x.best == y.best and x.best > 1:
                    return "numbers same"
                low, high = sorted((x.best, y.best))
                if high > _FAR * low + _FAR:
                    return "numbers far apart"
                verdict = "numbers differ"
    return verdict


def _status(a: Candidate, b: Candidate) -> str | None:
    x, y = a.stance.status, b.stance.status
    if x == y:
        return None if x == "actual" else "status same"
    if "negated" in (x, y):
        return "status denied"
    return "status differs, speech" if a.event in _SPEECH else "status differs"


def _modes(a: Candidate, b: Candidate) -> str | None:
    if not a.mode or not b.mode:
        return None
    return "mode same" if set(a.mode) & set(b.mode) else "mode differs"


# -- words ----------------------------------------------------------------------------------------------


def _words(reading: Reading, a: Candidate, b: Candidate) -> list[str]:
    """Trigger words, determiners and distance; ``b`` is the later mention."""
    names = []
    first, second = reading.words[a.trigger], reading.words[b.trigger]
    if first.lemma.casefold() == second.lemma.casefold():
        names.append("trigger same")
    elif _stem(first.lemma) == _stem(second.lemma):
        names.append("trigger related")
    if second.upos == "NOUN":
        modifiers = {w.text.lower() for w in reading.children(b.trigger) if w.relation in ("det", "amod", "nmod")}
        bare = not b.actors or not b.recipients
        if modifiers & _INDEFINITE and b.stance.status == "actual":
            names.append("later indefinite")
        elif modifiers & _DEFINITE and bare and second.lemma.lower() in event_nouns():
            # "The *2021* coup" is none that was told before.
            dated = b.when.precision in ("year", "month") and a.when.date is None
            names.append("later definite" if dated else "later back-reference")
        elif modifiers & _DEFINITE:
            names.append("later definite")
    here, there = reading.sentence_of(a.trigger), reading.sentence_of(b.trigger)
    if here.index == there.index:
        linked = second.head == first.index or first.head == second.index or a.clause == b.clause
        names.append("sentence same, linked" if linked else "sentence same")
        if (_is_effect(second) and not b.actors) != (_is_effect(first) and not a.actors):
            names.append("effect in the sentence")
    elif there.paragraph == here.paragraph:
        names.append("paragraph same")
        if there.index - here.index == 1 and _is_effect(second) and not b.actors:
            names.append("effect in the next sentence")
    elif there.paragraph - here.paragraph > 4:
        names.append("far")
    if here.region != there.region and "headline" in (here.region, there.region):
        names.append("headline")
    return names


def _told_together(reading: Reading, a: Candidate, b: Candidate) -> bool:
    """Two verbs of one clause: "has *cut ties* with France and *expelled* its troops" is two acts (GUIDELINES, 7)."""
    first, second = reading.words[a.trigger], reading.words[b.trigger]
    return (second.relation == "conj" and second.head == first.index) and (first.upos, second.upos) == ("VERB", "VERB")


def _joined(reading: Reading, a: Candidate, b: Candidate) -> bool:
    """Two acts of one sentence, told by different words, neither as the other's effect: "attacks on ships, as well as
    *targeting* towns"."""
    first, second = reading.words[a.trigger], reading.words[b.trigger]
    together = reading.sentence_of(a.trigger).index == reading.sentence_of(b.trigger).index
    return together and first.lemma != second.lemma and not (_is_effect(first) or _is_effect(second))


def _suffered_in(reading: Reading, effect: Candidate, act: Candidate) -> bool:
    """ "the officer killed in the *bombing*", where another mention is of a bombing: the deaths are of that act."""
    if effect.event != "ASSAULT" or not _is_effect(reading.words[effect.trigger]):
        return False
    told = _stem(reading.words[act.trigger].lemma)
    return any(
        w.relation == "obl" and w.lemma.lower() in event_nouns() and _stem(w.lemma) == told
        and case_of(reading, w.index) in ("in", "during") and w.index != act.trigger
        for w in reading.children(effect.trigger)
    )  # fmt: skip


def _is_effect(word: Word) -> bool:
    """A word that tells what an attack did to people: "killed", "injured", "dead"."""
    return casualty_entry(word) is not None


def _topics(reading: Reading, a: Candidate, b: Candidate) -> list[str]:
    """Whether two speech acts say something of the same things, by the content words below their triggers."""
    first, second = _content(reading, a), _content(reading, b)
    if not first or not second:
        return []
    if first & second:
        return ["topic shared"]
    return ["topic differs, request" if a.event == "REQUEST" else "topic differs"]


def _content(reading: Reading, c: Candidate) -> set[str]:
    taken = {i for p in (*c.actors, *c.recipients) for i in range(p.first, p.last + 1)}
    under = below(reading, c.trigger)[:_CONTENT]
    return {
        reading.words[i].lemma.lower()
        for i in under
        if reading.words[i].upos in ("NOUN", "PROPN", "VERB", "ADJ") and i not in taken and not c.first <= i <= c.last
    }


def _stem(lemma: str) -> str:
    """A rough stem: "bomb", "bomber" and "bombing" are one family."""
    low = lemma.casefold()
    for ending in ("ation", "ings", "ing", "ment", "ers", "er", "ion", "ed", "es", "s", "e"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low[: len(low) - len(ending)]
    return low
