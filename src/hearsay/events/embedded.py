"""Participants that come with the act another act speaks of: "offered to help *Jordan*", "demanded that *Iran* go"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.attribution.stance import Stance
from hearsay.events.clauses import Clause, Filler
from hearsay.events.matching import Match
from hearsay.events.relevance import relevant
from hearsay.events.tables import word_set
from hearsay.events.wordforms import forms

if TYPE_CHECKING:
    from hearsay.events.participants import Casting, Found

DEPTH = 4
"""Acts within acts, and nouns within nouns, that are followed."""
_TOPIC_ROLES = ("to", "with", "against", "patient", "on", "for", "from", "of", "between", "comp", "in", "by", "poss")
_ENTRY = frozenset(["enter", "entry", "entrance", "access", "visa", "visit", "travel", "return", "admission", "asylum"])
"""Words of coming into a country."""
_AIMING = frozenset(["aim", "direct", "point", "target"])
"""Verbs that tell where a weapon is to strike."""


class Embedded:
    """The roles ``act``, ``doer``, ``unless``, ``entered`` and ``aimed`` of frames."""

    def __init__(self, casting: Casting) -> None:
        self._casting = casting
        self._matcher, self._reading, self._cast = casting.matcher, casting.reading, casting.cast

    def aimed(self, match: Match) -> list[Filler]:
        """What a weapon is pointed at: "fired a missile aimed at *Israel*"."""
        found: list[Filler] = []
        for patient in match.clause.fill("patient"):
            for child in self._reading.children(patient.word, "acl"):
                if _AIMING.intersection(forms(child)):
                    clause = self._matcher.clauses.at(child.index, "verb")
                    roles = ("at", "toward", "towards", "against", *(() if clause.passive else ("patient",)))
                    found.extend(f for role in roles for f in clause.fill(role))
        return found

    def embedded(self, match: Match, stance: Stance, depth: int) -> Found:
        """Recipients of the embedded act: "promised to send to *Kenya* two ships"."""
        if depth > DEPTH:
            return []
        act = self._matcher.act(match.clause, match.entry)
        topics = self._matcher.topic_words(match.clause, match.entry)
        undergone = [t for t in topics if match.entry.event == "REQUEST" and self.undergone(t)]
        if undergone:
            fillers = [
                f for t in undergone for r in ("by", "poss") for f in self._matcher.clauses.at(t, "noun").fill(r)
            ]
            return [(self._casting.participant(m), f.via) for f in fillers for m in self._cast.at(f.word)]
        found: Found = []
        if act is not None:
            found = self._casting.side(act, act.entry.recipients, stance, depth + 1)
            if not found and act.entry.event in ("CONSULT", "COOPERATE", "AGREE", "RETREAT"):
                found = self._casting.side(act, act.entry.actors, stance, depth + 1)
        if any(relevant(p.actor) for p, _ in found):
            return found
        return self._within(topics, match) or found

    def undergone(self, index: int) -> bool:
        """ "Demanded the release *of prisoners*": who is to be freed is not who is asked to free them."""
        return self._reading.words[index].lemma in word_set("nouns for what is done to somebody")

    def doer(self, match: Match, stance: Stance, depth: int) -> Found:
        """Who is to do what is asked: the subject of the complement ("demanded that *Kenya* open its border")."""
        found: Found = self._urged(match)
        for index in self._matcher.topic_words(match.clause, match.entry):
            if self._reading.words[index].upos not in ("VERB", "ADJ") or depth > DEPTH:
                continue
            clause = self._matcher.clauses.at(index, "verb")
            own = {f.word for f in match.clause.fill("agent")}
            for filler in clause.fill("patient" if clause.passive else "agent"):
                named = bool(self._cast.at(filler.word)) or not clause.passive
                if filler.word not in own and named:
                    found.extend(self._casting.word(filler.word, match, "agent", stance, depth + 1))
        return found

    def unless(self, match: Match, stance: Stance, depth: int) -> Found:
        """Who could avert what is threatened: "threatened a strike unless *Israel* withdrew"."""
        clauses = [f.word for mark in ("unless", "if", "until") for f in match.clause.fill(f"comp:{mark}")]
        clauses += [
            f.word
            for act in self._matcher.topic_words(match.clause, match.entry)
            if self._reading.words[act].upos == "VERB"
            for mark in ("unless", "if", "until")
            for f in self._matcher.clauses.at(act, "verb").fill(f"comp:{mark}")
        ]
        own = {m.member for f in match.clause.fill("agent") for m in self._cast.at(f.word)}
        found: Found = []
        for verb in clauses:
            for filler in self._matcher.clauses.at(verb, "verb").fill("agent"):
                here = [m for m in self._cast.at(filler.word) if m.member not in own]
                found.extend((self._casting.participant(m), f"unless/{filler.via}") for m in here)
        return found

    def entered(self, match: Match, stance: Stance, depth: int) -> Found:
        """The state that keeps somebody out: "was barred from entering *Iran*", "denied entry to *Iran*"."""
        roles = ("comp", "comp:from", "purpose", "patient", "from")
        near = [f.word for role in roles for f in self._matcher.fillers(match.clause, role)]
        found: Found = []
        for index in near:
            pos = "verb" if self._reading.words[index].upos == "VERB" else "noun"
            if not _ENTRY.intersection(forms(self._reading.words[index])):
                continue
            clause = self._matcher.clauses.at(index, pos)
            places = [f for role in ("patient", "to", "into", "in", "for", "comp") for f in clause.fill(role)]
            places += [f for p in places for f in self._matcher.clauses.at(p.word, "verb").fill("patient")]
            for filler in places:
                land = self._casting.land(filler.word) if self._reading.words[filler.word].upos == "PROPN" else None
                states = [m for m in self._cast.at(filler.word) if self._cast.members[m.member].kind == "country"]
                if (land is not None or states) and not found:
                    found = [(self._casting.participant(m), filler.via) for m in self._cast.at(filler.word)]
                    found = found or [(land, filler.via)] if land is not None else found
        return found

    def _urged(self, match: Match) -> Found:
        """ "pleaded for *Kenya* to open its border": the actor between "for" and its infinitive."""
        acts = [f.word for role in ("comp:for", "comp", "purpose") for f in match.clause.fill(role)]
        verbs = [act for act in acts if self._reading.words[act].upos == "VERB"]
        told = [f for act in verbs for f in self._matcher.clauses.at(act, "verb").fill("agent")]
        near = (*match.clause.fill("bare"), *told)
        between = [f for f in near if any(match.last < f.word < act for act in verbs)]
        return [(self._casting.participant(m), f.via) for f in between for m in self._cast.at(f.word)]

    def _within(self, heads: tuple[int, ...], match: Match) -> Found:
        """The actors that a topic without a known act speaks of, the nearest by their preposition."""
        level = list(heads)
        stops = self._matcher.lexicon.classes.get("stop", frozenset())
        ended = any(stops.intersection(forms(self._reading.words[i])) for i in heads)
        for _ in range(DEPTH):
            below: list[int] = []
            for index in level:
                clause = self._clause(index)
                doers = clause.fill("poss") if clause is not None and ended else ()
                found = [(self._casting.participant(m), f.via) for f in doers for m in self._cast.at(f.word)]
                if any(relevant(p.actor) for p, _ in found):
                    return found  # who is to end it is who does it: "an end to *their* attacks on the town"
                for role in _TOPIC_ROLES if clause is not None else ():
                    assert clause is not None
                    for filler in self._matcher.fillers(clause, role):
                        if filler.word <= index:
                            continue
                        found = [(self._casting.participant(m), filler.via) for m in self._cast.at(filler.word)]
                        if any(relevant(p.actor) for p, _ in found):
                            return found
                        land = (
                            self._casting.land(filler.word)
                            if self._reading.words[filler.word].upos == "PROPN"
                            else None
                        )
                        if land is not None:
                            return [(land, filler.via)]
                        below.append(filler.word)
            level = below
        return []

    def _clause(self, index: int) -> Clause | None:
        pos = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}.get(self._reading.words[index].upos)
        return self._matcher.clauses.at(index, pos) if pos else None
