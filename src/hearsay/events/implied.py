"""Who takes part in an act though no role of its entry names them.

A passive or a noun leaves its doer or its victim to the words around it (GUIDELINES, "Who": a passive has no actor
"unless the text names it elsewhere"): the fight somebody died in, the prison that holds somebody, what an offensive is
aimed at, the land a state's war is fought in. What is said and agreed is in :mod:`.implied_words`.
"""

from __future__ import annotations

from hearsay.attribution.stance import Stance
from hearsay.events.control import external
from hearsay.events.implied_words import ImpliedInWords
from hearsay.events.matching import Match
from hearsay.events.participants import Casting, Found
from hearsay.events.tables import word_set
from hearsay.events.wordforms import forms

_HELD = frozenset(["COERCE", "SANCTION", "RETREAT"])
_STATE = frozenset(["GOV", "MIL", "SPY", "COP"])
_FORCES = frozenset(["MIL", "COP", "REB", "SPY"])
_AIMING = frozenset(["aim", "direct", "target"])
_DONE = frozenset(["ASSAULT", "COERCE", "SANCTION"])
"""Types that somebody orders and others carry out."""
_WHERE = ("in", "inside", "across", "into", "throughout")


class Implied:
    """Fills sides that are empty; a side that somebody was found for stays as it is."""

    def __init__(self, casting: Casting) -> None:
        self._casting = casting
        self._matcher, self._reading, self._cast = casting.matcher, casting.reading, casting.cast
        self._words = ImpliedInWords(casting)

    def fill(self, match: Match, stance: Stance, actors: Found, recipients: Found) -> tuple[Found, Found]:
        """Actors and recipients of a match, the empty ones filled where the sentence allows."""
        event, noun = match.entry.event, match.clause.pos == "noun"
        if match.clause.passive:
            actors = actors or self._joined(match, stance)
            recipients = [*self._one_of(match), *recipients]
        if not actors and event in _DONE:
            actors = self._behind(match, stance)
        if event == "ASSAULT":
            if not recipients:
                found = self._purpose(match, stance) or self._opponents(match, stance) or self._target(match, stance)
                found = found or self._land(match, actors)
                recipients = found or self._victims(match) or self._fearing(match, actors)
            if not actors:
                actors = self._fight(match, stance, recipients) if match.clause.passive else self._staged(match, stance)
        if not actors and event in _HELD and match.clause.passive:
            actors = self._keepers(match)
        same = {p.member for p, _ in recipients} == {p.member for p, _ in actors}
        if event == "RETREAT" and not recipients:
            recipients = self._left(match)
        if event == "COERCE" and noun and (not recipients or same):
            actors, recipients = self._borne(match, actors)
        if not actors and event == "MOBILIZE" and match.clause.passive:
            actors, recipients = self._moved(match, stance), []
        return self._words.fill(match, stance, actors, recipients)

    def _behind(self, match: Match, stance: Stance) -> Found:
        """Who has it done: "detained at the behest of *Kenya*", "torture at the hands of *the police*"."""
        found: Found = []
        for role in ("at", "on", "under"):
            for filler in match.clause.fill(role):
                noun = self._reading.words[filler.word]
                if noun.lemma not in word_set("nouns for who has it done"):
                    continue
                clause = self._matcher.clauses.at(filler.word, "noun")
                for owner in (f for r in ("of", "poss", "from") for f in clause.fill(r)):
                    here = self._casting.word(owner.word, match, "agent", stance)
                    found.extend((p, f"{filler.via}/{owner.via}") for p, _ in here)
        return found

    def _borne(self, match: Match, actors: Found) -> tuple[Found, Found]:
        """Whose arrest it is, or who goes into exile, has it done to them: "*her* imprisonment"."""
        personal = "arrest" in match.entry.mode or "deport" in match.entry.mode
        borne = personal and bool(match.clause.fill("poss") or match.clause.fill("agent"))
        persons = all(p.member is not None and self._cast.members[p.member].kind == "person" for p, _ in actors)
        return ([], actors) if borne and persons else (actors, [])

    def _staged(self, match: Match, stance: Stance) -> Found:
        """ "Raids may occur *by rebels*": the doer hangs on the verb that only says that it happens."""
        word = self._reading.words[match.word]
        if match.clause.pos != "noun" or word.relation != "nsubj":
            return []
        if not word_set("happens").intersection(forms(self._reading.words[word.head])):
            return []
        clause = self._matcher.clauses.at(word.head, "verb")
        return [(p, f.via) for f in clause.fill("by") for p, _ in self._casting.word(f.word, match, "agent", stance, 1)]

    def _one_of(self, match: Match) -> Found:
        """ "*She* was one of the hostages freed", "*he* was among those arrested": the subject suffers it too."""
        reading = self._reading
        if reading.words[match.clause.head].relation != "acl":
            return []
        group = reading.words[reading.words[match.clause.head].head]
        one = reading.head(group.index)
        among = any(c.text.lower() in ("among", "amongst") for c in reading.children(group.index, "case"))
        holder = one if one is not None and one.text.lower() == "one" else group if among else None
        if holder is None or not reading.children(holder.index, "cop"):
            return []
        subjects = reading.children(holder.index, "nsubj")
        return [(self._casting.participant(m), "one of/nsubj") for s in subjects for m in self._cast.at(s.index)]

    def _joined(self, match: Match, stance: Stance) -> Found:
        """Who does both of two joined passives: "was shot and killed by *the police*"."""
        for child in self._reading.children(match.clause.head, "conj"):
            if child.upos != "VERB" or self._reading.children(child.index, "nsubj"):
                continue
            below = self._matcher.clauses.at(child.index, "verb")
            found = [
                (p, f"conj/{f.via}")
                for f in below.fill("by")
                for p, _ in self._casting.word(f.word, match, "agent", stance)
            ]
            if below.passive and found:
                return found
        return []

    def _purpose(self, match: Match, stance: Stance) -> Found:
        """On whom force is used: "fired tear gas to disperse *the crowd*", "opened fire, killing *two of them*"."""
        if match.clause.pos != "verb":
            return []
        for child in self._reading.children(match.clause.head, "advcl", "xcomp"):
            if child.index < match.word or not word_set("ends of force").intersection(forms(child)):
                continue
            clause = self._matcher.clauses.at(child.index, "verb")
            found = [
                (p, f"{child.deprel}/{f.via}")
                for f in ([] if clause.passive else clause.fill("patient"))
                for p, _ in self._casting.word(f.word, match, "patient", stance)
            ]
            if found:
                return found
        return []

    def _opponents(self, match: Match, stance: Stance) -> Found:
        """ "A raid against *the militia*": a noun for fighting between sides names one as who is fought."""
        roles = [role for side in (*match.entry.actors, *match.entry.recipients) for role in side]
        if match.clause.pos != "noun" or "against" in roles or not match.clause.fill("against"):
            return []
        return self._casting.side(match, (("against",),), stance)

    def _left(self, match: Match) -> Found:
        """The land that forces leave when it hangs on them: "the withdrawal of troops *from Panama*"."""
        for role in ("of", "patient"):
            for filler in match.clause.fill(role):
                for source in self._matcher.clauses.at(filler.word, "noun").fill("from"):
                    here = [self._casting.participant(m) for m in self._cast.at(source.word)]
                    land = self._casting.land(source.word)
                    found = [p for p in (*here, *((land,) if land is not None else ())) if p.actor.country is not None]
                    if found:
                        return [(found[0], f"{filler.via}/{source.via}")]
        return []

    def _fearing(self, match: Match, actors: Found) -> Found:
        """Who is afraid of an attack expects to suffer it: "*Iran* fears an Israeli strike", "over fears of one"."""
        reading = self._reading
        governor = reading.head(match.word)
        if match.clause.pos != "noun" or governor is None or not word_set("fears").intersection(forms(governor)):
            return []
        verb = governor if governor.upos == "VERB" else reading.head(governor.index)
        owners = [c.index for c in reading.children(governor.index, "nmod") if c.deprel == "nmod:poss"]
        subjects, via = (
            (owners, "nmod:poss") if owners else external(reading, verb.index) if verb is not None else ([], "")
        )
        doers = {p.actor.country for p, _ in actors}
        afraid = [self._casting.participant(m) for i in subjects for m in self._cast.at(i)]
        return [(p, f"^{governor.lemma}/{via}") for p in afraid if p.actor.country not in (None, *doers) and doers]

    def _victims(self, match: Match) -> Found:
        """Those who are called an attack's victims: "the *victims* of the bombing"."""
        word = self._reading.words[match.word]
        case = self._reading.child(match.word, "case")
        if (
            match.clause.pos != "noun"
            or word.relation != "nmod"
            or case is None
            or case.text.lower() not in ("of", "in")
        ):
            return []
        head = self._reading.words[word.head]
        inner = [c for c in self._reading.children(head.index, "nmod") if head.index < c.index < word.index]
        called = [c for c in (head, *inner) if word_set("victims").intersection(forms(c)) and c.xpos == "NNS"]
        if not called:
            return []
        head = called[-1]  # "the families of *the victims* of the bombing"
        here = [self._casting.participant(m) for m in self._cast.at(head.index)]
        return [(p, "^nmod") for p in here or [self._casting.described(head.index)]]

    def _moved(self, match: Match, stance: Stance) -> Found:
        """ "*Turkish troops* were deployed": forces that are moved are their own state's."""
        found = self._casting.side(match, (("patient",),), stance)
        return [(p, via) for p, via in found if _FORCES.intersection(p.actor.sector) and p.actor.country]

    def _fight(self, match: Match, stance: Stance, victims: Found) -> Found:
        """ "Was killed in a clash with *police*", "in an attack by *rebels*": who else takes part in that."""
        known = {(p.actor.country, p.actor.sector[:1]) for p, _ in victims}
        members = {p.member for p, _ in victims if p.member is not None}
        for role in ("in", "during", "by"):
            for filler in match.clause.fill(role):
                act = self._matcher.at(filler.word)
                if act is None or act.entry.event != "ASSAULT" or act.word == match.word:
                    continue
                doers = self._casting.side(act, act.entry.actors, stance, 1)
                if len(doers) != 1 or not act.entry.recipients:
                    doers = [*doers, *self._casting.side(act, (("with", "against"),), stance, 1)]
                found = [
                    (p, f"{filler.via}/{via}")
                    for p, via in doers
                    if p.member not in members and (p.actor.country, p.actor.sector[:1]) not in known
                ]
                if found:
                    return found
        return self._when(match, stance)

    def _when(self, match: Match, stance: Stance) -> Found:
        """ "Was killed *when rebels attacked* a patrol": who does what it happened in."""
        for child in self._reading.children(match.clause.head, "advcl"):
            act = self._matcher.at(child.index)
            mark = self._reading.child(child.index, "mark", "advmod")
            told = mark is not None and mark.text.lower() in ("when", "as", "after")
            if told and act is not None and act.entry.event == "ASSAULT" and not act.clause.passive:
                return [(p, f"{child.deprel}/{via}") for p, via in self._casting.side(act, act.entry.actors, stance, 1)]
        return []

    def _target(self, match: Match, stance: Stance) -> Found:
        """What a noun of force is aimed at: "an offensive aimed at *the rebels*", "raids targeting *them*"; or what is
        called its target."""
        if match.clause.pos != "noun":
            return []
        reading = self._reading
        for child in reading.children(match.word, "acl"):
            if not _AIMING.intersection(forms(child)):
                continue
            clause = self._matcher.clauses.at(child.index, "verb")
            fillers = [f for role in ("at", "against", "toward", "towards") for f in clause.fill(role)]
            inner = [f.word for role in ("comp:at", "comp") for f in clause.fill(role)]
            fillers += [f for verb in inner for f in self._matcher.clauses.at(verb, "verb").fill("patient")]
            fillers += [] if clause.passive else clause.fill("patient")
            found = [
                (p, f"aimed/{f.via}")
                for f in fillers
                for p, _ in self._casting.word(f.word, match, "patient", stance, 1)
            ]
            if found:
                return found
        for child in reading.children(match.word, "nmod"):  # "operations targeting *ships*" read as "of ships"
            aims = any(
                _AIMING.intersection(forms(c)) for c in reading.children(child.index, "acl") if c.index < child.index
            )
            if aims and child.index > match.word:
                return [(p, "aimed") for p, _ in self._casting.word(child.index, match, "patient", stance, 1)]
        head = reading.head(match.word)
        if head is not None and head.lemma in ("target", "victim") and reading.words[match.word].relation == "nmod":
            clause = self._matcher.clauses.at(head.index, "noun")
            return [
                (self._casting.participant(m), f"target/{f.via}")
                for f in clause.fill("subject")
                for m in self._cast.at(f.word)
            ]
        return []

    def _land(self, match: Match, actors: Found) -> Found:
        """The land in which a state wages a war or an offensive abroad: "Israel's offensive in *Gaza*"."""
        if match.clause.pos != "noun" or not word_set("campaigns").intersection(match.entry.predicate):
            return []
        states = {p.actor.country for p, _ in actors if _STATE.intersection(p.actor.sector)}
        if len(states) != 1 or len(actors) != 1:
            return []
        for role in _WHERE:
            for filler in match.clause.fill(role):
                here = [self._casting.participant(m) for m in self._cast.at(filler.word)]
                land = self._casting.land(filler.word)
                found = [p for p in (*here, *((land,) if land is not None else ())) if p.actor.country is not None]
                if found and found[0].actor.country not in states:
                    return [(found[0], filler.via)]
        return []

    def _keepers(self, match: Match) -> Found:
        """Whose prison or custody somebody is held in: "were held in *Turkish* jails", "in *US* custody"."""
        for role in ("in", "at", "from"):
            for filler in match.clause.fill(role):
                if not word_set("places of custody").intersection(forms(self._reading.words[filler.word])):
                    continue
                clause = self._matcher.clauses.at(filler.word, "noun")
                owners = [f for owner in ("poss", "mod") for f in clause.fill(owner)]
                run = [
                    c.index
                    for c in self._reading.children(filler.word, "amod")
                    if c.lemma.lower() in ("run", "operate") or c.text.lower() in ("run", "operated", "controlled")
                ]
                run += [c.index for c in self._reading.children(filler.word, "compound") if c.text.lower() == "run"]
                words = [f.word for f in owners] + [c.index for i in run for c in self._reading.children(i)]
                found = [(self._casting.participant(m), filler.via) for w in words for m in self._cast.at(w)]
                if found:
                    return found[:1]
        return []
