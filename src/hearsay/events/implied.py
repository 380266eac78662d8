"""Who takes part in an act though no role of its entry names them.

A passive or a noun leaves its doer or its victim to the words around it (GUIDELINES, "Who": a passive has no actor
"unless the text names it elsewhere"): the fight somebody died in, the prison that holds somebody, what an offensive is
aimed at, the land a state's war is fought in, the guest whose visit a sentence speaks of.
"""

from __future__ import annotations

from hearsay.attribution.stance import Stance
from hearsay.events.clauses import Filler
from hearsay.events.matching import Match
from hearsay.events.participants import Casting, Found
from hearsay.events.tables import word_set
from hearsay.events.wordforms import forms

_HELD = frozenset(["COERCE", "SANCTION", "RETREAT"])
_STATE = frozenset(["GOV", "MIL", "SPY", "COP"])
_FORCES = frozenset(["MIL", "COP", "REB", "SPY"])
_TOGETHER = frozenset(["CONSULT", "COOPERATE", "AGREE"])
_GRIEVANCES = frozenset(["PROTEST", "ACCUSE", "REQUEST", "REJECT"])
_HOUSES = frozenset(["organisation", "government-body", "igo", "ngo", "company", "media", "party"])
_AIMING = frozenset(["aim", "direct", "target"])
_WHERE = ("in", "inside", "across", "into", "throughout")


class Implied:
    """Fills sides that are empty; a side that somebody was found for stays as it is."""

    def __init__(self, casting: Casting) -> None:
        self._casting = casting
        self._matcher, self._reading, self._cast = casting.matcher, casting.reading, casting.cast

    def fill(self, match: Match, stance: Stance, actors: Found, recipients: Found) -> tuple[Found, Found]:
        """Actors and recipients of a match, the empty ones filled where the sentence allows."""
        event = match.entry.event
        if match.clause.passive:
            actors = actors or self._joined(match, stance)
            recipients = [*self._one_of(match), *recipients]
        if event == "ASSAULT":
            if not recipients:
                recipients = self._opponents(match, stance) or self._target(match, stance) or self._land(match, actors)
            if not actors and match.clause.passive:
                actors = self._fight(match, stance, recipients)
        if not actors and event in _HELD and match.clause.passive:
            actors = self._keepers(match)
        if event == "PROTEST" and not actors:
            actors = self._marchers(match)
        if event == "PROTEST" and not recipients:
            recipients = self._grievance(match, stance)
        if event == "REQUEST" and not recipients:
            recipients = self._haven(match)
        if event == "SUPPORT" and word_set("thanks").intersection(match.entry.predicate):
            actors, recipients = self._thanks(match, stance, actors, recipients)
        if event == "COERCE" and match.clause.pos == "noun" and not recipients:
            actors, recipients = self._borne(match, actors)
        if not actors and event == "ASSAULT" and match.clause.pos == "noun":
            actors = self._staged(match, stance)
        if not actors and match.entry.head == "invite" and match.clause.passive:
            actors = self._inviter(match)
        if event in _TOGETHER and match.clause.pos == "noun" and not match.entry.recipients:
            actors = self._own(match, actors)
        if not actors and event == "MOBILIZE" and match.clause.passive:
            actors, recipients = self._moved(match, stance), []
        if event in _TOGETHER and match.clause.pos == "noun" and match.clause.fill("subject"):
            actors = [*self._casting.side(match, (("subject",),), stance), *actors]
        if recipients and match.clause.pos == "verb":
            recipients = self._other_end(match, stance, actors, recipients)
        if not actors and event == "CONSULT" and match.clause.pos == "noun" and "visit" in match.entry.mode:
            actors = self._traveller(match)
        return actors, recipients

    def _marchers(self, match: Match) -> Found:
        """Who does something during a protest is of those who protest, unless they serve the state."""
        found = [(m, f.via) for f in match.clause.fill("matrix") for m in self._cast.at(f.word)]
        return [
            (self._casting.participant(m), via)
            for m, via in found
            if self._cast.members[m.member].kind == "group" and not _STATE.intersection(self._cast.actor(m).sector)
        ]

    def _grievance(self, match: Match, stance: Stance) -> Found:
        """Whom a protest is against when a purpose or an adjunct says so: "marched *to demand* reforms from the king",
        "blocked streets *in defiance of* the authorities"."""
        clause = self._matcher.clauses.at(match.clause.head, "verb")
        words = [
            f.word
            for role in ("purpose", "comp", "comp:to", "in")
            for f in (*clause.fill(role), *match.clause.fill(role))
        ]
        joined = [c.index for c in self._reading.children(match.clause.head, "conj", "advcl") if c.upos == "VERB"]
        shown = [f.word for w in (*words, *joined) for f in self._matcher.clauses.at(w, "verb").fill("patient")]
        for word in dict.fromkeys((*words, *joined, *shown)):
            act = self._matcher.at(word)
            if act is not None and act.word != match.word and act.entry.event in _GRIEVANCES:
                found = self._casting.side(act, act.entry.recipients, stance, 1) or self._casting.side(
                    act, (("by", "of", "to", "from"),), stance, 1
                )
                if found:
                    return found
            if word_set("stands against").intersection(forms(self._reading.words[word])):
                noun = self._matcher.clauses.at(word, "noun")
                found = [
                    (p, f.via)
                    for role in ("of", "against", "to", "at", "over", "for")
                    for f in noun.fill(role)
                    for p, _ in self._casting.word(f.word, match, "against", stance, 1)
                ]
                if found:
                    return found
        return []

    def _haven(self, match: Match) -> Found:
        """The state in which refuge is sought: "sought asylum *in Germany*"."""
        sought = {form for f in match.clause.fill("patient") for form in forms(self._reading.words[f.word])}
        if not word_set("havens").intersection(sought):
            return []
        for filler in self._matcher.fillers(match.clause, "in"):
            here = [self._casting.participant(m) for m in self._cast.at(filler.word)]
            land = self._casting.land(filler.word)
            found = [p for p in (*here, *((land,) if land is not None else ())) if p.actor.country is not None]
            if found:
                return [(found[0], filler.via)]
        return []

    def _thanks(self, match: Match, stance: Stance, actors: Found, recipients: Found) -> tuple[Found, Found]:
        """Thanks in one's own words are the speaker's, and go to the "you" of the sentence: "we are grateful"."""
        reading = self._reading
        own = [f for f in match.clause.fill("agent") if reading.words[f.word].text.lower() in ("i", "we")]
        if not actors and match.clause.pos == "verb" and not match.clause.fill("agent") and stance.speakers:
            actors = [(p, "speaker") for p in self._casting.speaker(match.word, stance)]
            own = own or [Filler(match.word, "speaker")] if actors else own
        if recipients or not own:
            return actors, recipients
        sentence = reading.sentence_of(match.word)
        for index in range(sentence.first, sentence.last + 1):
            if reading.words[index].text.lower() in ("you", "your"):
                found = [(self._casting.participant(m), "you") for m in self._cast.at(index)]
                if found:
                    return actors, found
        return actors, recipients

    def _borne(self, match: Match, actors: Found) -> tuple[Found, Found]:
        """Whose arrest it is, or who goes into exile, has it done to them: "*her* imprisonment"."""
        personal = "arrest" in match.entry.mode or "deport" in match.entry.mode
        borne = personal and bool(match.clause.fill("poss") or match.clause.fill("agent"))
        persons = all(p.member is not None and self._cast.members[p.member].kind == "person" for p, _ in actors)
        return ([], actors) if borne and persons else (actors, [])

    def _staged(self, match: Match, stance: Stance) -> Found:
        """ "Attacks could take place *by rebels*": the doer hangs on the verb that only says that it happens."""
        word = self._reading.words[match.word]
        if word.relation != "nsubj" or not word_set("happens").intersection(forms(self._reading.words[word.head])):
            return []
        clause = self._matcher.clauses.at(word.head, "verb")
        return [(p, f.via) for f in clause.fill("by") for p, _ in self._casting.word(f.word, match, "agent", stance, 1)]

    def _inviter(self, match: Match) -> Found:
        """The house somebody is invited to: "was invited to speak *at the university*"."""
        below = [f.word for role in ("comp", "purpose") for f in match.clause.fill(role)]
        below += [f.word for w in below for f in self._matcher.clauses.at(w, "verb").fill("in")]
        for index in (match.clause.head, *below):
            for child in self._reading.children(index, "obl", "nmod"):
                case = self._reading.child(child.index, "case")
                here = [m for m in self._cast.at(child.index) if self._cast.members[m.member].kind in _HOUSES]
                if here and case is not None and case.text.lower() in ("at", "by"):
                    return [(self._casting.participant(m), "obl") for m in here]
        return []

    def _own(self, match: Match, actors: Found) -> Found:
        """ "*My* conversations with them": whose meeting it is takes part in it."""
        if any("poss" in side for side in match.entry.actors):
            return actors
        owners = [
            (self._casting.participant(m), f.via) for f in match.clause.fill("poss") for m in self._cast.at(f.word)
        ]
        persons = [
            (p, via) for p, via in owners if p.member is not None and self._cast.members[p.member].kind == "person"
        ]
        return [*persons, *actors] if actors else actors

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

    def _opponents(self, match: Match, stance: Stance) -> Found:
        """ "A battle against *the militia*": a noun for fighting between sides names one as who is fought."""
        roles = [role for side in (*match.entry.actors, *match.entry.recipients) for role in side]
        if match.clause.pos != "noun" or "against" in roles or not match.clause.fill("against"):
            return []
        return self._casting.side(match, (("against",),), stance)

    def _moved(self, match: Match, stance: Stance) -> Found:
        """ "*Turkish troops* were deployed": forces that are moved are their own state's."""
        found = self._casting.side(match, (("patient",),), stance)
        return [(p, via) for p, via in found if _FORCES.intersection(p.actor.sector) and p.actor.country]

    def _other_end(self, match: Match, stance: Stance, actors: Found, recipients: Found) -> Found:
        """Whom a tie is with when its owner is who acts: "Iran shores up its ties with *Russia*"."""
        states = {p.actor.country for p, _ in actors if p.actor.country}
        if not states or any(p.actor.country not in states for p, _ in recipients):
            return recipients
        for filler in match.clause.fill("patient"):
            tie = self._matcher.clauses.at(filler.word, "noun")
            found = [
                (p, f"{filler.via}/{f.via}")
                for role in ("with", "between", "to", "toward", "towards")
                for f in tie.fill(role)
                for p, _ in self._casting.word(f.word, match, "with", stance, 1)
            ]
            others = [(p, via) for p, via in found if p.actor.country not in states]
            if others:
                return self._casting.named(others)
        return recipients

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

    def _traveller(self, match: Match) -> Found:
        """Whose visit it is when a noun in an adjunct names it: "in remarks made after a visit, *she* warned"."""
        reading = self._reading
        if match.clause.fill("poss") or reading.words[match.word].relation not in ("obl", "nmod"):
            return []
        for above in reading.ancestors(match.word):
            if above.upos != "VERB" or above.relation not in ("root", "ccomp", "parataxis"):
                continue
            for subject in reading.children(above.index, "nsubj"):
                here = self._cast.at(subject.index)
                if here and all(self._cast.members[m.member].kind == "person" for m in here):
                    return [(self._casting.participant(m), "^obl/nsubj") for m in here]
            return []
        return []
