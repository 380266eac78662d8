"""Who fills the roles of an event: actors of the cast, their owners, or described people and things."""

from __future__ import annotations

from hearsay.actors.cast import ActorMention
from hearsay.attribution.stance import Stance
from hearsay.events.candidate import Participant
from hearsay.events.coordination import coordinated, spelled_out
from hearsay.events.embedded import DEPTH, Embedded
from hearsay.events.lexicon import Side
from hearsay.events.matching import Match, Matcher
from hearsay.events.relevance import political as political
from hearsay.events.relevance import relevant as relevant
from hearsay.events.tables import word_set
from hearsay.events.wordforms import forms
from hearsay.records import Actor
from hearsay.world import World

_FIRST_PERSON = frozenset(["i", "we", "us", "me", "our", "my", "ourselves", "myself"])
_NAMING = frozenset(["compound", "amod", "nmod:desc", "nmod:unmarked"])
_OWNER_ROLES = ("poss", "by", "of", "mod", "agent", "from", "with", "to", "against")
_DOERS = frozenset(["agent", "by", "poss", "mod", "matrix", "subject"])
_VICTIM_TYPES = frozenset(["ASSAULT", "COERCE", "AID", "SANCTION", "RETREAT", "PROTEST", "MOBILIZE"])
_QUANTIFIERS = frozenset(["at", "least", "most", "more", "less", "fewer", "than", "over", "nearly", "about", "some"])
"""Words before a number that are no part of the head phrase: "at least *ninety farmers*"."""
_STATES = frozenset(["country", "nation", "state", "government", "power"])

Found = list[tuple[Participant, str]]
"""Participants with the relations that lead to them."""


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
        self._craft = (
            self._arms | classes.get("aircraft", frozenset()) | classes.get("ships", frozenset())
        ) - self._people
        self._commentators = classes.get("commentators", frozenset())
        inner = Embedded(self)
        self._undergone = inner.undergone
        self._embedded = {"act": inner.embedded, "doer": inner.doer, "unless": inner.unless, "entered": inner.entered}
        self._aimed = inner.aimed

    def side(self, match: Match, side: Side, stance: Stance, depth: int = 0) -> Found:
        """Participants of one side of a match's frame: the first alternative that yields any."""
        asked = match.entry.event == "REQUEST"
        granted = match.clause.pos == "noun" and match.clause.light is not None and match.clause.fill("by")
        for alternative in side:
            found: Found = []
            if alternative == ("agent",) and granted and ("by",) in side:
                continue  # "granted a request *by the union*": who grants it has not made it
            for role in alternative:
                if role in self._embedded:
                    found.extend(self._embedded[role](match, stance, depth))
                    continue
                if role == "speaker":
                    found.extend((p, "speaker") for p in self.speaker(match.word, stance))
                    continue
                for filler in self._aimed(match) if role == "aimed" else self.matcher.fillers(match.clause, role):
                    if role == "of" and asked and self._undergone(self.reading.words[filler.word].head):
                        continue
                    found.extend(
                        (p, f"{filler.via}{'/' + via if via else ''}")
                        for p, via in self.word(filler.word, match, role, stance, depth)
                    )
            if found:
                return self.named(unique(found))
            if "patient" in alternative and match.entry.event == "ACCUSE" and self._nobody(match):
                return []
        return []

    def _nobody(self, match: Match) -> bool:
        """ "Accused *the West* of dragging Georgia into war": who is blamed is named, though nobody that is coded."""
        names = (self.reading.name_of(f.word) for f in match.clause.fill("patient"))
        return any(name is not None for name in names)

    def named(self, found: Found) -> Found:
        """Without "and other countries" beside those that are named."""
        rest = [f for f in found if f[0].actor.country is not None or not self._others(f[0])]
        return rest or found

    def _others(self, participant: Participant) -> bool:
        words = self.reading.words[participant.first : participant.last + 1]
        before = self.reading.words[max(0, participant.first - 1)].text.lower()
        return words[-1].lemma.lower() in _STATES and "other" in (before, *(w.text.lower() for w in words))

    def word(self, index: int, match: Match, role: str, stance: Stance, depth: int = 0) -> Found:
        """Participants that a word in a role stands for."""
        if depth > DEPTH:
            return []
        reading = self.reading
        word = reading.words[index]
        if role in ("on", "via", "through") and word.lemma.casefold() in word_set("platforms"):
            return []  # what is said or claimed there is not done to it
        mentions = self.cast.at(index)
        if role in _DOERS and self._arms.intersection(forms(word)):
            found = self._owners(index, match, stance, depth)
            if found or not any(self.cast.actor(m).country for m in mentions):
                return found  # "*Ukrainian* drones" are of a state that their own words name
        named = [(self.participant(m), "appos") for i in spelled_out(reading, index) for m in self.cast.at(i)]
        if len(named) > 1 and role != "mod":
            return named
        if not mentions and word.relation == "appos":
            mentions = self.cast.at(word.head)
        if not mentions and word.upos == "NOUN":  # "the regional bloc *ECOWAS*"
            mentions = next((m for c in reading.children(index, "appos") if (m := self.cast.at(c.index))), ())
        if not any(self.cast.actor(m).country for m in mentions):
            owners = self._belonging(index)
            if owners:
                return owners
            examples = self._examples(index)
            if examples and (mentions or self.cast.describe(index).country is None):
                return examples
        if mentions:
            found = [(self.participant(m), "") for m in mentions]
            if role == "mod":
                both = [*self._hyphened(index), *found]
                return [f for f in both if self._acts(f[0])]
            return found
        if word.text.lower() in _FIRST_PERSON:
            return [(p, "speaker") for p in self.speaker(index, stance)]
        if word.text.lower() == "you":
            return [(p, "listener") for p in self._listener(index, stance)]
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
        itself: Found = [(self.described(index), "")]
        if human and described.country:
            return itself
        if match.entry.event == "MOBILIZE" and labels & word_set("mere ground"):
            return self._owners(index, match, stance, depth)  # troops sent to "the area" are sent against nobody
        if victim and labels & self._targets:
            return itself
        owners = self._owners(index, match, stance, depth)
        if owners:
            return owners
        if (human and (victim or relevant(described))) or (victim and described.country):
            return itself
        return itself if described.country and described.sector and word.upos == "PROPN" else []

    def _acts(self, participant: Participant) -> bool:
        """Whether what stands before a noun for an act is who does it: no "*drone* attack" is a drone's."""
        craft = self._craft.intersection(forms(self.reading.words[participant.last]))
        return relevant(participant.actor) and bool(participant.actor.country or not craft)

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
        """Who a kind of group is said to be: "bodies such as *the Red Crescent*"."""
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
        joint = word_set("things of two sides").intersection(forms(self.reading.words[index]))
        of_two = bool(joint) and match.entry.event in ("REJECT", "SUPPORT", "ACCUSE")
        if act is not None and act.entry.event is not None and act.word != match.word:
            found = self.side(act, act.entry.actors, stance, depth + 1)
            if found and not (of_two and all(via in _NAMING for _, via in found)):
                return [(p, f"whose/{via}") for p, via in found]
        pos = self.reading.words[index].upos
        clause = self.matcher.clauses.at(index, "verb" if pos == "VERB" else "noun")
        doers = {f.word for f in match.clause.fill("agent")} if pos == "NOUN" else set()
        undergone = match.entry.event == "REQUEST" and self._undergone(index)
        for role in _OWNER_ROLES:
            if (pos == "VERB" and role not in ("agent", "by")) or (undergone and role == "of"):
                continue
            found = []
            for filler in clause.fill(role):
                if filler.word in doers:
                    continue  # what one uses on others says nothing of whom: "used *gas* against them"
                found.extend((self.participant(m), filler.via) for m in self.cast.at(filler.word))
                if role == "mod":
                    # "The *Lockerbie* bombing" is no one's, and "the *Iran* deal" no more Iran's than another's.
                    found = [] if of_two else [f for f in found if self._acts(f[0])]
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

    def _belonging(self, index: int) -> Found:
        """ "Jets *belonging to the army*", "a station *run by the state*"."""
        return [
            (self.participant(m), f"{clause.deprel}/{child.deprel}")
            for clause in self.reading.children(index, "acl")
            if word_set("belongs").intersection(forms(clause))
            for child in self.reading.children(clause.index, "obl")
            for m in self.cast.at(child.index)
        ]

    def speaker(self, index: int, stance: Stance) -> list[Participant]:
        """Who "we" is when the cast does not know: the speaker of the words, or an official body on its own page."""
        if stance.speakers and stance.speakers[-1] is not None:
            member = self.cast.members[stance.speakers[-1]]
            relayed = member.kind == "media" and len(stance.sources) == 1  # it tells what others say
            return [] if relayed else [Participant(member.actor, member.index, index, index)]
        if stance.sources:
            source = stance.sources[-1]
            fields = ("name", "country", "sector", "id", "role", "wikidata")
            actor = Actor(**{field: getattr(source, field) for field in fields})
            told_on = "JRN" in actor.sector  # a medium relays what others say
            return [Participant(actor, None, index, index)] if political(actor) and not told_on else []
        outlet = self.cast.outlet
        if outlet is not None and relevant(outlet) and "JRN" not in outlet.sector:
            return [Participant(outlet, None, index, index)]
        return []

    def _listener(self, index: int, stance: Stance) -> list[Participant]:
        """Whom the "you" of a known speaker's question means: the holder of power that the article speaks of most."""
        speaker = stance.speakers[-1] if stance.speakers else None
        sentence = self.reading.sentence_of(index)
        asked = any(self.reading.words[i].text == "?" for i in range(index, sentence.last + 1))
        if speaker is None or not asked:
            return []
        named = [(sum(m.form == "name" for m in member.mentions), -member.index) for member in self.cast.members]
        people = [
            (count, n)
            for (count, n), member in zip(named, self.cast.members, strict=True)
            if member.kind == "person" and count > 1 and {"GOV", "LEG"}.intersection(member.actor.sector)
        ]
        if not people:
            return []
        member = self.cast.members[-max(people)[1]]
        return [Participant(member.actor, member.index, index, index)] if member.index != speaker else []

    def land(self, index: int) -> Participant | None:
        """A place that stands for who is there: "invaded *Lebanon*", "a curfew in *Nairobi*"."""
        name = self.reading.name_of(index)
        first, last = (name.first, name.last) if name is not None else (index, index)
        known = self._world.places(self.reading.text(first, last))
        if not known or (name is not None and name.type == "PER"):
            return None
        seat = self._world.seat(self.reading.text(first, last))
        if seat is not None:  # "sanctions on *Moscow*" are on no town in Idaho
            known = tuple(p for p in known if p.country == seat) or known
        ranked = sorted(known, key=lambda p: (p.precision != "country", p.country != self.cast.dominant_country))
        sector = ("GOV",) if ranked[0].precision == "country" else ()
        actor = Actor(name=self.reading.text(first, last), country=ranked[0].country, sector=sector, id=None, role=None)
        return Participant(actor, None, first, last)

    def participant(self, mention: ActorMention) -> Participant:
        """A mention of the cast as a participant."""
        first = self._bare(mention.first, mention.last)
        return Participant(self.cast.actor(mention), mention.member, first, mention.last)

    def described(self, index: int) -> Participant:
        """Any noun as a participant that keeps its words."""
        first, last = self.cast.describe_span(index)
        return Participant(self.cast.describe(index), None, self._bare(first, last), last)

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
