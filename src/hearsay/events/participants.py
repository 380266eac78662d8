"""Who fills the roles of an event: actors of the cast, their owners, or described people and things."""

from __future__ import annotations

from hearsay.actors.cast import ActorMention
from hearsay.attribution.stance import Stance
from hearsay.events.candidate import Participant
from hearsay.events.clauses import Clause, Filler, coordinated
from hearsay.events.lexicon import Side
from hearsay.events.matching import Match, Matcher
from hearsay.events.wordforms import forms
from hearsay.records import Actor
from hearsay.world import World

_FIRST_PERSON = frozenset(["i", "we", "us", "me", "our", "my", "ourselves", "myself"])
_OWNER_ROLES = ("poss", "by", "of", "mod", "agent", "from", "with", "to", "against")
_DOERS = frozenset(["agent", "by", "poss", "mod", "matrix", "subject"])
_VICTIM_TYPES = frozenset(["ASSAULT", "COERCE", "AID", "SANCTION", "RETREAT", "PROTEST", "MOBILIZE"])
_TOPIC_ROLES = ("to", "with", "against", "patient", "on", "for", "from", "of", "between", "comp", "in", "by", "poss")
_QUANTIFIERS = frozenset(["at", "least", "most", "more", "less", "fewer", "than", "over", "nearly", "about", "some"])
"""Words before a number that are no part of the head phrase: "at least *sixty people*"."""
_ENTRY = frozenset(["enter", "entry", "entrance", "access", "visa", "visit", "travel", "return", "admission", "asylum"])
"""Words of coming into a country."""
_AIMING = frozenset(["aim", "direct", "point", "target"])
"""Verbs that tell where a weapon is to strike."""
_STATES = frozenset(["country", "nation", "state", "government", "power"])
_DEPTH = 4

Found = list[tuple[Participant, str]]
"""Participants with the relations that lead to them."""


POLITICAL = frozenset(
    ["GOV", "MIL", "COP", "JUD", "LEG", "SPY", "ELI", "PTY", "OPP", "REB", "UAF", "PRM", "SEP", "RAD", "IGO", "REF"]
)
"""Sectors of those who have or seek power, and of those who flee it."""
_BODIES = frozenset(["UNO", "IGO", "EUR", "IMG", "NGO", "ISM"])


def relevant(actor: Actor) -> bool:
    """An actor of a known country or sector."""
    return bool(actor.country or actor.sector)


def political(actor: Actor) -> bool:
    """An actor that has or seeks power: officials, armed groups, parties, international bodies, refugees."""
    return actor.country in _BODIES or bool(POLITICAL.intersection(actor.sector))


class Casting:
    """Finds the participants of matches."""

    def __init__(self, matcher: Matcher, world: World) -> None:
        self.matcher, self._world = matcher, world
        self.reading, self.cast = matcher.reading, matcher.cast
        classes = matcher.lexicon.classes
        self._people = classes.get("people", frozenset())
        self._targets = classes.get("targets", frozenset())
        self._arms = classes.get("munitions", frozenset()) | classes.get("explosives", frozenset())
        self._arms -= self._people
        self._commentators = classes.get("commentators", frozenset())

    def side(self, match: Match, side: Side, stance: Stance, depth: int = 0) -> Found:
        """Participants of one side of a match's frame: the first alternative that yields any."""
        for alternative in side:
            found: Found = []
            for role in alternative:
                if role in ("act", "doer", "unless", "entered"):
                    embedded = {"act": self._embedded, "doer": self._doer, "unless": self._unless}.get(
                        role, self._entered
                    )
                    found.extend(embedded(match, stance, depth))
                    continue
                if role == "speaker":
                    found.extend((p, "speaker") for p in self._speaker(match.word, stance))
                    continue
                for filler in self._aimed(match) if role == "aimed" else self.matcher.fillers(match.clause, role):
                    found.extend(
                        (p, f"{filler.via}{'/' + via if via else ''}")
                        for p, via in self.word(filler.word, match, role, stance, depth)
                    )
            if found:
                return self.named(unique(found))
        return []

    def named(self, found: Found) -> Found:
        """Without "and other countries" beside those that are named."""
        rest = [f for f in found if f[0].actor.country is not None or not self._others(f[0])]
        return rest or found

    def _others(self, participant: Participant) -> bool:
        words = self.reading.words[participant.first : participant.last + 1]
        before = self.reading.words[max(0, participant.first - 1)].text.lower()
        return words[-1].lemma.lower() in _STATES and "other" in (before, *(w.text.lower() for w in words))

    def _aimed(self, match: Match) -> list[Filler]:
        """What a weapon is pointed at: "fired a missile aimed at *Israel*"."""
        found: list[Filler] = []
        for patient in match.clause.fill("patient"):
            for child in self.reading.children(patient.word, "acl"):
                if _AIMING.intersection(forms(child)):
                    clause = self.matcher.clauses.at(child.index, "verb")
                    roles = ("at", "toward", "towards", "against", *(() if clause.passive else ("patient",)))
                    found.extend(f for role in roles for f in clause.fill(role))
        return found

    def _embedded(self, match: Match, stance: Stance, depth: int) -> Found:
        """Recipients of the embedded act: "offered to hand over to *Britain* two suspects"."""
        if depth > _DEPTH:
            return []
        act = self.matcher.act(match.clause, match.entry)
        found: Found = []
        if act is not None:
            found = self.side(act, act.entry.recipients, stance, depth + 1)
            if not found and act.entry.event in ("CONSULT", "COOPERATE", "AGREE", "RETREAT"):
                found = self.side(act, act.entry.actors, stance, depth + 1)
        if any(relevant(p.actor) for p, _ in found):
            return found
        return self._within(self.matcher.topic_words(match.clause, match.entry), match) or found

    def _doer(self, match: Match, stance: Stance, depth: int) -> Found:
        """Who is to do what is asked: the subject of the complement ("demanded that *Hamas* renounce violence")."""
        found: Found = self._urged(match)
        for index in self.matcher.topic_words(match.clause, match.entry):
            if self.reading.words[index].upos not in ("VERB", "ADJ") or depth > _DEPTH:
                continue
            clause = self.matcher.clauses.at(index, "verb")
            own = {f.word for f in match.clause.fill("agent")}
            for filler in clause.fill("patient" if clause.passive else "agent"):
                if filler.word not in own:
                    found.extend(self.word(filler.word, match, "agent", stance, depth + 1))
        return found

    def _unless(self, match: Match, stance: Stance, depth: int) -> Found:
        """Who could avert what is threatened: "threatened a strike unless *Israel* withdrew"."""
        clauses = [f.word for mark in ("unless", "if", "until") for f in match.clause.fill(f"comp:{mark}")]
        clauses += [
            f.word
            for act in self.matcher.topic_words(match.clause, match.entry)
            if self.reading.words[act].upos == "VERB"
            for mark in ("unless", "if", "until")
            for f in self.matcher.clauses.at(act, "verb").fill(f"comp:{mark}")
        ]
        own = {m.member for f in match.clause.fill("agent") for m in self.cast.at(f.word)}
        found: Found = []
        for verb in clauses:
            for filler in self.matcher.clauses.at(verb, "verb").fill("agent"):
                here = [m for m in self.cast.at(filler.word) if m.member not in own]
                found.extend((self.participant(m), f"unless/{filler.via}") for m in here)
        return found

    def _entered(self, match: Match, stance: Stance, depth: int) -> Found:
        """The state that keeps somebody out: "was barred from entering *Iran*", "denied entry to *Iran*"."""
        roles = ("comp", "comp:from", "purpose", "patient", "from")
        near = [f.word for role in roles for f in self.matcher.fillers(match.clause, role)]
        found: Found = []
        for index in near:
            pos = "verb" if self.reading.words[index].upos == "VERB" else "noun"
            if not _ENTRY.intersection(forms(self.reading.words[index])):
                continue
            clause = self.matcher.clauses.at(index, pos)
            places = [f for role in ("patient", "to", "into", "in", "for", "comp") for f in clause.fill(role)]
            places += [f for p in places for f in self.matcher.clauses.at(p.word, "verb").fill("patient")]
            for filler in places:
                land = self.land(filler.word) if self.reading.words[filler.word].upos == "PROPN" else None
                states = [m for m in self.cast.at(filler.word) if self.cast.members[m.member].kind == "country"]
                if (land is not None or states) and not found:
                    found = [(self.participant(m), filler.via) for m in self.cast.at(filler.word)]
                    found = found or [(land, filler.via)] if land is not None else found
        return found

    def _urged(self, match: Match) -> Found:
        """ "pressed for *Russia* to use its influence": the actor between "for" and its infinitive."""
        acts = [f.word for role in ("comp:for", "comp", "purpose") for f in match.clause.fill(role)]
        verbs = [act for act in acts if self.reading.words[act].upos == "VERB"]
        told = [f for act in verbs for f in self.matcher.clauses.at(act, "verb").fill("agent")]
        near = (*match.clause.fill("bare"), *told)
        between = [f for f in near if any(match.last < f.word < act for act in verbs)]
        return [(self.participant(m), f.via) for f in between for m in self.cast.at(f.word)]

    def _within(self, heads: tuple[int, ...], match: Match) -> Found:
        """The actors that a topic without a known act speaks of, the nearest by their preposition."""
        level = list(heads)
        for _ in range(_DEPTH):
            below: list[int] = []
            for index in level:
                clause = self._clause(index)
                for role in _TOPIC_ROLES if clause is not None else ():
                    assert clause is not None
                    for filler in self.matcher.fillers(clause, role):
                        if filler.word <= index:
                            continue
                        found = [(self.participant(m), filler.via) for m in self.cast.at(filler.word)]
                        if any(relevant(p.actor) for p, _ in found):
                            return found
                        land = self.land(filler.word) if self.reading.words[filler.word].upos == "PROPN" else None
                        if land is not None:
                            return [(land, filler.via)]
                        below.append(filler.word)
            level = below
        return []

    def _clause(self, index: int) -> Clause | None:
        pos = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}.get(self.reading.words[index].upos)
        return self.matcher.clauses.at(index, pos) if pos else None

    def word(self, index: int, match: Match, role: str, stance: Stance, depth: int = 0) -> Found:
        """Participants that a word in a role stands for."""
        if depth > _DEPTH:
            return []
        reading = self.reading
        word = reading.words[index]
        if role in _DOERS and self._arms.intersection(forms(word)):
            return self._owners(index, match, stance, depth)
        mentions = self.cast.at(index)
        if not mentions and word.relation == "appos":
            mentions = self.cast.at(word.head)
        own = mentions or self.cast.describe(index).country is None
        if own and not any(self.cast.actor(m).country for m in mentions):
            examples = self._examples(index)
            if examples:
                return examples
        if mentions:
            found = [(self.participant(m), "") for m in mentions]
            if role == "mod":
                both = [*self._hyphened(index), *found]
                return [f for f in both if relevant(f[0].actor)]
            return found
        if word.text.lower() in _FIRST_PERSON:
            return [(p, "speaker") for p in self._speaker(index, stance)]
        kernel = self.matcher.kernel(index)
        if kernel != index:
            found = []
            for member in coordinated(reading, kernel):
                found.extend(
                    (p, f"of/{v}" if v else "of") for p, v in self.word(member, match, role, stance, depth + 1)
                )
            return found
        if word.upos not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "VERB"):
            return []
        if word.upos == "PROPN" and role not in _DOERS and (role == "aimed" or _may_be_land(match)):
            land = self.land(index)
            if land is not None:
                return [(land, "")]
        if role in ("mod", "poss") and word.upos == "ADJ":
            return []
        described = self.cast.describe(index) if word.upos in ("NOUN", "PROPN") else None
        labels = frozenset(forms(word))
        victim = match.entry.event in _VICTIM_TYPES and role not in ("agent", "by", "poss", "mod")
        if described is None or role == "mod":
            return self._owners(index, match, stance, depth)
        human = bool(labels & self._people)
        itself: Found = [(self._describe(index, described), "")]
        if human and described.country:
            return itself
        if victim and labels & self._targets:
            return itself
        owners = self._owners(index, match, stance, depth)
        if owners:
            return owners
        if (human and (victim or relevant(described))) or (victim and described.country):
            return itself
        return itself if described.country and described.sector and word.upos == "PROPN" else []

    def _hyphened(self, index: int) -> Found:
        """The first of two states joined by a hyphen: "the *Israel*-Palestine conflict"."""
        words = self.reading.words
        return [
            (self.participant(m), "mod")
            for child in self.reading.children(index, "compound", "amod")
            if child.index == index - 2 and words[index - 1].text in ("-", "–", "‐", "‑")
            for m in self.cast.at(child.index)
        ]

    def _examples(self, index: int) -> Found:
        """Who a kind of group is said to be: "groups such as *Hezbollah* and *Hamas*"."""
        clause = self.matcher.clauses.at(index, "noun") if self.reading.words[index].upos == "NOUN" else None
        if clause is None:
            return []
        named = [f for role in ("such as", "including", "like") for f in clause.fill(role)]
        return [(self.participant(m), f.via) for f in named for m in self.cast.at(f.word)]

    def comments(self, participant: Participant) -> bool:
        """True for analysts and scholars: what they say is a report, not an event (GUIDELINES, "Commentators")."""
        reading = self.reading
        near = [w for i in range(participant.first, participant.last + 1) for w in (reading.words[i],)]
        for word in tuple(near):
            near.extend(reading.children(word.index, "appos", "nmod:desc", "compound"))
        return any(self._commentators.intersection(forms(w)) for w in near)

    def _owners(self, index: int, match: Match, stance: Stance, depth: int) -> Found:
        """Whose the thing is: "Iraqi proposal", "actions of the rebels"; whose act an act is."""
        act = self.matcher.at(index)
        if act is not None and act.entry.event is not None and act.word != match.word:
            found = self.side(act, act.entry.actors, stance, depth + 1)
            if found:
                return [(p, f"whose/{via}") for p, via in found]
        pos = self.reading.words[index].upos
        clause = self.matcher.clauses.at(index, "verb" if pos == "VERB" else "noun")
        doers = {f.word for f in match.clause.fill("agent")} if pos == "NOUN" else set()
        for role in _OWNER_ROLES:
            if pos == "VERB" and role != "agent":
                continue
            found = []
            for filler in clause.fill(role):
                if filler.word in doers:
                    continue  # what one uses on others says nothing of whom: "used *gas* against them"
                found.extend((self.participant(m), filler.via) for m in self.cast.at(filler.word))
                if not found and role in ("of", "by") and depth < 2:
                    found.extend(
                        (p, f"{filler.via}/{v}") for p, v in self.word(filler.word, match, role, stance, depth + 2)
                    )
            if found:
                return found
        for filler in clause.fill("comp") if pos != "VERB" else ():
            told = self.matcher.clauses.at(filler.word, "verb").fill("agent")
            found = [(self.participant(m), f"{filler.via}/{f.via}") for f in told for m in self.cast.at(f.word)]
            if found:
                return found
        return []

    def _speaker(self, index: int, stance: Stance) -> list[Participant]:
        """Who "we" is when the cast does not know: the speaker of the words, or an official body on its own page."""
        if stance.speakers and stance.speakers[-1] is not None:
            member = self.cast.members[stance.speakers[-1]]
            return [Participant(member.actor, member.index, index, index)]
        if stance.sources:
            source = stance.sources[-1]
            fields = ("name", "country", "sector", "id", "role", "wikidata")
            actor = Actor(**{field: getattr(source, field) for field in fields})
            return [Participant(actor, None, index, index)] if political(actor) else []
        outlet = self.cast.outlet
        if outlet is not None and relevant(outlet) and "JRN" not in outlet.sector:
            return [Participant(outlet, None, index, index)]
        return []

    def land(self, index: int) -> Participant | None:
        """A place that stands for who is there: "invaded *Lebanon*", "a curfew in *Algiers*"."""
        name = self.reading.name_of(index)
        first, last = (name.first, name.last) if name is not None else (index, index)
        known = self._world.places(self.reading.text(first, last))
        if not known or (name is not None and name.type == "PER"):
            return None
        ranked = sorted(known, key=lambda p: (p.precision != "country", p.country != self.cast.dominant_country))
        sector = ("GOV",) if ranked[0].precision == "country" else ()
        actor = Actor(name=self.reading.text(first, last), country=ranked[0].country, sector=sector, id=None, role=None)
        return Participant(actor, None, first, last)

    def participant(self, mention: ActorMention) -> Participant:
        """A mention of the cast as a participant."""
        first = self._bare(mention.first, mention.last)
        return Participant(self.cast.actor(mention), mention.member, first, mention.last)

    def _describe(self, index: int, actor: Actor) -> Participant:
        first, last = self.cast.describe_span(index)
        return Participant(actor, None, self._bare(first, last), last)

    def _bare(self, first: int, last: int) -> int:
        """The first word of a phrase without what only hedges its number."""
        while first < last and self.reading.words[first].text.lower() in _QUANTIFIERS:
            first += 1
        return first


def _may_be_land(match: Match) -> bool:
    """Force falls on people and things, not on a place name; only what is taken is the land itself."""
    return match.entry.event != "ASSAULT" or match.entry.id.startswith("territory-")


def unique(found: Found) -> Found:
    """Each actor once, in the order found."""
    kept: Found = []
    seen: set[object] = set()
    for participant, via in found:
        key: object = participant.member if participant.member is not None else (participant.first, participant.last)
        if key not in seen:
            seen.add(key)
            kept.append((participant, via))
    return kept
