"""Who takes part in what is said, asked, agreed and protested, though no role of its entry names them.

Whom thanks in one's own words go to, whom a march is against, who helps those who act with their support, whose talks
they are, who is guest and host.
"""

from __future__ import annotations

from hearsay.attribution.stance import Stance
from hearsay.events.clauses import Filler
from hearsay.events.control import external
from hearsay.events.matching import Match
from hearsay.events.participants import Casting, Found
from hearsay.events.tables import word_set
from hearsay.events.wordforms import forms

_STATE = frozenset(["GOV", "MIL", "SPY", "COP"])
_TOGETHER = frozenset(["CONSULT", "COOPERATE", "AGREE"])
_GRIEVANCES = frozenset(["PROTEST", "ACCUSE", "REQUEST", "REJECT"])
_DONE_TO = frozenset(["ASSAULT", "COERCE", "SANCTION", "PROTEST", "AID"])
_HOUSES = frozenset(["organisation", "government-body", "igo", "ngo", "company", "media", "party"])


class ImpliedInWords:
    """Fills sides of acts that are done in words or together."""

    def __init__(self, casting: Casting) -> None:
        self._casting = casting
        self._matcher, self._reading, self._cast = casting.matcher, casting.reading, casting.cast

    def fill(self, match: Match, stance: Stance, actors: Found, recipients: Found) -> tuple[Found, Found]:
        """Actors and recipients of a match, the empty ones filled where the sentence allows."""
        event, noun = match.entry.event, match.clause.pos == "noun"
        if event == "PROTEST":
            actors = actors or self._marchers(match)
            recipients = recipients or self._grievance(match, stance)
        if event == "ACCUSE" and not recipients and not noun:
            recipients = self._blamed_state(match, actors)
        if event == "REQUEST" and not recipients:
            recipients = self._haven(match)
        if event == "SUPPORT" and word_set("thanks").intersection(match.entry.predicate):
            actors, recipients = self._thanks(match, stance, actors, recipients)
        if noun and word_set("with the help of").intersection(match.entry.predicate):
            actors, recipients = self._helped(match, stance, actors, recipients)
        if noun and match.entry.head == "solidarity" and not recipients:
            actors, recipients = self._with_them(match, actors)
        if not actors and match.entry.head == "invite" and match.clause.passive:
            actors = self._inviter(match)
        if event in _TOGETHER and noun:
            actors = self._own(match, actors) if not match.entry.recipients else actors
            if match.clause.fill("subject"):
                actors = [*self._casting.side(match, (("subject",),), stance), *actors]
        if event in _TOGETHER and len(actors) == 1 and not recipients:
            actors = self._you_and_i(match, actors)
        if recipients and match.clause.pos == "verb" and event not in ("ASSAULT", "COERCE", "SANCTION"):
            recipients = self._other_end(match, stance, actors, recipients)
        if not actors and event == "CONSULT" and noun and "visit" in match.entry.mode:
            actors = self._traveller(match)
        return actors, recipients

    def _blamed_state(self, match: Match, actors: Found) -> Found:
        """Whose the things are that are criticised: "attacked what he called errors of *American* policy"."""
        reading = self._reading
        own = {p.actor.country for p, _ in actors}
        for top in reading.children(match.clause.head, "obj", "ccomp"):
            below = reading.subtree(top.index)
            if any((act := self._matcher.at(i)) is not None and act.entry.event in _DONE_TO for i in below):
                continue  # an act has its own doer
            for index in below:
                word = reading.words[index]
                abstract = word.relation == "amod" and not self._cast.at(word.head)
                for mention in self._cast.at(index) if abstract else ():
                    found = self._casting.participant(mention)
                    if mention.form == "adjective" and found.actor.country not in own:
                        return [(found, f"{top.deprel}/amod")]
        return []

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

    def _helped(self, match: Match, stance: Stance, actors: Found, recipients: Found) -> tuple[Found, Found]:
        """ "*The rebels* advanced with the support of *Turkey*": what is "of" them they give, to who acts with it."""
        word = self._reading.words[match.word]
        case = self._reading.child(match.word, "case")
        if word.relation != "obl" or case is None or case.text.lower() != "with" or match.clause.fill("poss"):
            return actors, recipients
        givers = self._casting.side(match, (("of",),), stance, 1)
        members = {p.member for p, _ in givers}
        taker, via = external(self._reading, word.head)
        served = [
            (self._casting.participant(m), via) for i in taker for m in self._cast.at(i) if m.member not in members
        ]
        return (givers, served) if givers else (actors, recipients)

    def _you_and_i(self, match: Match, actors: Found) -> Found:
        """ "Mr President, ... *we* are cooperating": who speaks, with whom he speaks to just before."""
        reading = self._reading
        agents = [f.word for f in match.clause.fill("agent")]
        if not any(reading.words[i].text.lower() == "we" for i in agents):
            return actors
        here = reading.sentence_of(match.word)
        begin = reading.sentences[max(0, here.index - 1)]
        for index in range(here.last, begin.first - 1, -1):
            word = reading.words[index]
            if reading.sentence_of(index).paragraph != here.paragraph:
                break
            if word.text.lower() == "you" or word.relation == "vocative":
                told = [m for m in self._cast.at(index) if self._cast.actor(m).country is not None]
                others = [m for m in told if m.member not in {p.member for p, _ in actors}]
                if others:
                    return [*actors, *((self._casting.participant(m), "you") for m in others)]
        return actors

    def _with_them(self, match: Match, actors: Found) -> tuple[Found, Found]:
        """ "Palestine solidarity" is solidarity with Palestine, of whoever shows it."""
        theirs = [
            (self._casting.participant(m), f.via) for f in match.clause.fill("mod") for m in self._cast.at(f.word)
        ]
        members = {p.member for p, _ in theirs}
        own = [(p, via) for p, via in actors if p.member not in members]
        governor = self._reading.head(match.word)
        if own or not theirs or governor is None or governor.upos != "VERB":
            return actors, theirs if own else []
        subjects, via = external(self._reading, governor.index)
        shown = [(self._casting.participant(m), via) for i in subjects for m in self._cast.at(i)]
        return (shown, theirs) if shown else (actors, [])

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
            others = [(p, via) for p, via in found if p.actor.country not in (None, *states)]
            if others:
                return self._casting.named(others)
        return recipients

    def _traveller(self, match: Match) -> Found:
        """Whose visit it is when a noun in an adjunct names it: "in a speech after a visit, *she* warned"."""
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
