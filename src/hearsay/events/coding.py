"""Events of one article: every trigger the lexicon knows, with participants, status and sources, merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hearsay.actors.cast import Cast
from hearsay.attribution.stance import Attribution, Stance
from hearsay.events.blocking import Blocking
from hearsay.events.borrowing import borrow
from hearsay.events.candidate import Candidate, Participant
from hearsay.events.companions import ends_own_war, fighting, without_companions
from hearsay.events.confidence import rated
from hearsay.events.contexts import Contexts
from hearsay.events.credence import unbelieved, unlike
from hearsay.events.doubts import doubts
from hearsay.events.echoes import without_echoes
from hearsay.events.futures import mere_aim, request_mode, settle, threat_mode
from hearsay.events.hosting import hosted, received
from hearsay.events.implied import Implied
from hearsay.events.lexicon import Entry, Lexicon
from hearsay.events.matching import Match, Matcher
from hearsay.events.matter import matter
from hearsay.events.merging import merge
from hearsay.events.modes import refine_modes
from hearsay.events.numbers import count
from hearsay.events.obligations import Obligations
from hearsay.events.opposition import opposed
from hearsay.events.overlap import prune
from hearsay.events.participants import Casting, Found, political, relevant, unique
from hearsay.events.placing import armed, placed
from hearsay.events.plausibility import plausible
from hearsay.events.sources import VERBAL, is_speaker, vouchers
from hearsay.events.tables import word_set
from hearsay.events.topics import Topics
from hearsay.events.when import resolve_when
from hearsay.events.where import locate
from hearsay.reading.tree import Reading
from hearsay.records import Event
from hearsay.world import World

_SYMMETRIC = frozenset(["CONSULT", "COOPERATE", "AGREE"])
_DEEDS = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT"])
"""Types that are done, not said: an aim to do them is no event."""
_PUBLIC = frozenset(["PROTEST", "REJECT"])
"""Types that are done by crowds and offices without a name."""
_BODILY = frozenset(["ASSAULT", "PROTEST", "COERCE"])
"""Types that civilians of no known country take part in: they suffer or protest."""
_MATERIAL = frozenset(["ASSAULT", "PROTEST"])
_WARLIKE = frozenset(["explosives", "suicide-attack", "heavy-weapons", "aerial", "unconventional", "convict", "arrest"])
"""Modes of what states, rebels and courts do."""
_ASSEMBLIES = frozenset(["UNO", "IGO", "EUR"])
"""What stands for the country of bodies in which states meet: the Security Council holds a meeting of its own."""
_SHORT, _SPARSE = 150, 300
"""Words of a short text, and words an event with a political actor in a text of which others are believed too."""
_POLITICAL = 6
"""Events with known political actors from which an article is political, its unknown actors are believed in deeds."""


def code_events(
    reading: Reading, cast: Cast, attribution: Attribution, world: World, lexicon: Lexicon
) -> tuple[Event, ...]:
    """All events of an article, merged, in text order. Pure: the same input gives the same records."""
    coder = EventCoder(reading, cast, attribution, world, lexicon)
    enriched = enrich(reading, cast, world, coder.candidates())
    events = merge(reading, cast, enriched)
    filled = borrow(reading, enriched, events, coder.about)
    return rated(reading, lexicon, events if filled == enriched else merge(reading, cast, filled))


def enrich(reading: Reading, cast: Cast, world: World, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates with mode, context, date, place and numbers."""
    enriched: list[Candidate] = []
    contexts = Contexts(reading)
    for found in candidates:
        candidate = replace(found, mode=refine_modes(reading, found))
        candidate = replace(
            candidate,
            context=contexts.of(candidate),
            when=resolve_when(reading, candidate),
            place=locate(reading, cast, world, candidate),
            numbers=count(reading, candidate),
        )
        enriched.append(received(hosted(armed(cast, placed(reading, cast, candidate)))))
    return enriched


def find_candidates(
    reading: Reading, cast: Cast, attribution: Attribution, world: World, lexicon: Lexicon
) -> list[Candidate]:
    """One candidate for each word that does something PLOVER names, in text order, before dates and places."""
    return EventCoder(reading, cast, attribution, world, lexicon).candidates()


class EventCoder:
    def __init__(self, reading: Reading, cast: Cast, attribution: Attribution, world: World, lexicon: Lexicon) -> None:
        self.reading, self.cast, self.attribution, self._world = reading, cast, attribution, world
        self.matcher = Matcher(reading, cast, lexicon)
        self.casting = Casting(self.matcher, world)
        self.implied = Implied(self.casting)
        self.blocking = Blocking(self.matcher)
        self.matter = matter(reading, cast)
        self.obligations = Obligations(self.matcher, self.casting, attribution, self.matter)
        self.dropped: dict[int, str] = {}
        """Why a word whose entry holds tells no event of its own."""
        self.about: dict[int, tuple[int, ...]] = {}
        """For triggers of speech acts without a recipient: the words of the acts they are about."""

    def candidates(self) -> list[Candidate]:
        """One candidate for each word that tells an act, in text order; :attr:`dropped` says why others do not."""
        return self._believed(self.found())

    def found(self) -> list[Candidate]:
        """The candidates before those are left out that are too doubtful for what the article is about."""
        body = [s for s in self.reading.sentences if s.region not in ("credit", "boilerplate")]
        matches = [
            match
            for sentence in body
            for index in range(sentence.first, sentence.last + 1)
            if (match := self.matcher.at(index)) is not None
        ]
        topics = Topics(self.matcher, matches)
        found: list[tuple[Match | None, Candidate]] = []
        doubtful: list[tuple[Match, Candidate]] = []
        likely: list[tuple[Match | None, Candidate]] = []
        for match in matches:
            if match.entry.event is None or self.blocking.blocks(match):
                self.dropped[match.word] = "no event" if match.entry.event is None else "sport"
                continue
            above = topics.above(match)
            if above is not None and not above[1]:
                self.dropped[match.word] = f"only talked about by '{self.reading.words[above[0].word].text}'"
                continue
            candidate = self._candidate(match, presupposed=above is not None)
            if candidate is None and ("speaker",) in match.entry.actors:
                # Nobody says it: what the word tells is an act of its own ("Iran violated the ceasefire").
                match = self.matcher.instead(match) or match
                if match.entry.event is not None and ("speaker",) not in match.entry.actors:
                    candidate = self._candidate(match, presupposed=above is not None)
            if candidate is not None and not self.blocking.general(candidate) and not self._alone(candidate):
                worthy = self._worth(match, candidate)
                sure = worthy and self._strict(match, candidate)
                (found if sure else likely if worthy else doubtful).append((match, candidate))
                if not sure:
                    self.dropped[match.word] = "no political actor takes part"
            else:
                self.dropped[match.word] = "an aim, a commentator's view, a general truth, or an act of one alone"
        words = sum(s.last - s.first + 1 for s in body)
        if words <= _SHORT or len(found) * _SPARSE >= words:
            found.extend(likely)
        if len(found) >= _POLITICAL:
            plain = [(m, c) for m, c in doubtful if c.event in self._told_without_sides()]
            found.extend((m, c) for m, c in plain if m.clause.pos != "verb" or c.actors or c.recipients)
        requests = [c for s in body for c in self.obligations.within(range(s.first, s.last + 1), topics)]
        overruled = {c.clause for c in requests}
        kept = [(m, c) for m, c in found if c.clause not in overruled or (m is not None and m.clause.pos == "noun")]
        kept.extend((None, c) for c in requests)
        pruned = prune(self.reading, self.matcher, sorted(kept, key=lambda mc: mc[1].trigger))
        return without_echoes(self.matcher, self._anchored(without_companions(self.reading, pruned)))

    def _told_without_sides(self) -> frozenset[str]:
        """Types that a political article tells of unnamed parties: "the team was *denied* visas", "the *crackdown*"."""
        if self.matter in ("contest", "home"):
            return _DEEDS
        return _DEEDS | _PUBLIC | (frozenset(["ACCUSE"]) if self.matter == "force" else frozenset())

    def _believed(self, candidates: list[Candidate]) -> list[Candidate]:
        """Candidates that are likely enough acts at all; those of a project's own types are its own affair."""
        entries = self.matcher.lexicon.entries
        packaged = [c for c in candidates if c.rule not in entries or entries[c.rule].own is None]
        doubtful = unbelieved(self.reading, self.matcher.lexicon, self.matter, packaged)
        for candidate in packaged:
            if candidate.trigger in doubtful:
                value, needed = doubtful[candidate.trigger]
                why = ", ".join((*candidate.doubts, *unlike(self.reading, candidate.trigger)))
                self.dropped[candidate.trigger] = f"too doubtful here ({value:.2f} of {needed:.2f} needed): {why}"
        return [c for c in candidates if c.trigger not in doubtful]

    # -- one candidate -----------------------------------------------------------------------------

    def _candidate(self, match: Match, presupposed: bool) -> Candidate | None:
        entry = match.entry
        assert entry.event is not None
        intended = match.clause.light in word_set("light verbs of intent")  # "*planned* a summit" held none yet
        stance = self.attribution.stance(match.word if intended else match.clause.head)
        if entry.event in _DEEDS and stance.status != "negated" and mere_aim(self.reading, match.clause.head):
            return None
        if presupposed and stance.status in ("possible", "planned"):
            stance = replace(stance, status="actual")
        actors = self.casting.side(match, entry.actors, stance)
        recipients = self.casting.side(match, entry.recipients, stance)
        actors, recipients = self.implied.fill(match, stance, actors, recipients)
        if entry.event == "PROTEST":
            actors = [(p, via) for p, via in actors if not via.endswith("/nmod:poss")]  # "a protest of his death"
        actor_list = [p for p, _ in actors]
        event, mode, cameo = settle(match, self.reading, stance.status, is_speaker(stance, actor_list))
        war = fighting(self.matcher, match) if event == "REQUEST" else None
        if war is not None:
            both = (war.entry.actors, war.entry.recipients)
            sides = [p for side in both for p, _ in self.casting.side(war, side, stance)]
            if ends_own_war(war, sides, actor_list):
                event, mode, cameo = "AGREE", (), "036"
        act = self.matcher.act(match.clause, entry) if entry.topic else None
        if not mode and event in ("REQUEST", "REJECT"):
            mode = request_mode(self.matcher, match, act)
        if not mode and event == "THREATEN":
            mode = threat_mode(act)
        if event == "REJECT" and entry.event in _SYMMETRIC and not recipients:
            actors, recipients = self._refused(match, stance, actors)
        symmetric = event in _SYMMETRIC and not entry.recipients
        actors, recipients = self._sides(actors, recipients, symmetric)
        actor_list, recipient_list = [p for p, _ in actors], [p for p, _ in recipients]
        if ("speaker",) in entry.actors and not (actor_list and any(relevant(p.actor) for p in recipient_list)):
            return None
        if event in VERBAL and actor_list and all(self.casting.comments(p) for p in actor_list):
            return None
        if event in VERBAL and not recipient_list:
            roles = [role for alternative in entry.recipients for role in alternative]
            self.about[match.word] = tuple(
                word for role in roles for f in self.matcher.fillers(match.clause, role) for word in self._acts(f.word)
            )
        if event == "REJECT" and entry.event != "REJECT":
            stance = replace(stance, status="actual")
        if (event == "THREATEN" and entry.event != "THREATEN") or (event == "CONCEDE" and entry.event == "RETREAT"):
            stance = replace(stance, status="actual") if is_speaker(stance, actor_list) else stance
        stance = vouchers(event, match, self.reading, stance, actor_list)
        candidate = Candidate(
            trigger=match.word,
            first=match.first,
            last=match.last,
            event=event,
            mode=mode,
            cameo=cameo,
            actors=tuple(actor_list),
            recipients=tuple(recipient_list),
            stance=stance,
            clause=match.clause.head,
            rule=entry.id,
            path=self._path(match, actors, recipients),
            confidence=self._confidence(match, entry, actor_list, recipient_list),
        )
        found = plausible(self.matcher, match, candidate, self.matter)
        if found is None:
            return None
        found = replace(found, doubts=doubts(self.reading, match, found, actors))
        return opposed(self.reading, self.cast, self._world, found)

    def _acts(self, index: int) -> tuple[int, ...]:
        """A word and the acts told in its complement: "claims that they *attacked*"."""
        index = self.matcher.kernel(index)
        clause = self.matcher.clauses.at(index, "noun")
        return (index, *(f.word for role in ("comp", "of", "into") for f in clause.fill(role)))

    def _refused(self, match: Match, stance: Stance, parties: Found) -> tuple[Found, Found]:
        """Who would not take part, and with whom: "*Iran* will not hold talks with *Iraq*"."""
        doers = {p.last for p, _ in self.casting.side(match, (("agent",), ("poss",), ("by",)), stance)}
        refusing = [f for f in parties if f[0].last in doers]
        return (refusing, [f for f in parties if f[0].last not in doers]) if refusing else (parties, [])

    @staticmethod
    def _sides(actors: Found, recipients: Found, symmetric: bool) -> tuple[Found, Found]:
        actors, recipients = unique(actors), unique(recipients)
        if symmetric:
            return unique([*actors, *recipients]), []
        names = {p.member for p, _ in actors if p.member is not None}
        words = {p.last for p, _ in actors}
        return actors, [
            (p, via) for p, via in recipients if p.last not in words and (p.member is None or p.member not in names)
        ]

    def _anchored(self, candidates: list[Candidate]) -> list[Candidate]:
        """Candidates without words that name nobody's act: "violence" alone counts where the article tells whose.

        An act with a place of its own is somebody's: "the bombing *in Beirut*".
        """
        told = {c.event for c in candidates if c.actors or c.recipients}
        return [c for c in candidates if c.actors or c.recipients or c.event in told or self._somewhere(c)]

    def _somewhere(self, candidate: Candidate) -> bool:
        word = self.reading.words[candidate.trigger]
        clauses = [self.matcher.clauses.at(word.index, "noun")]
        if word.relation == "obj":
            clauses.append(self.matcher.clauses.at(word.head, "verb"))
        places = [f.word for clause in clauses for role in ("in", "at", "near") for f in clause.fill(role)]
        return any(self.reading.words[i].upos == "PROPN" for i in places)

    def _alone(self, candidate: Candidate) -> bool:
        """True for talks of one with nobody.

        "The ministers", "they" and bodies of states talk among themselves; who hosts talks brings others to them.
        """
        parties = (*candidate.actors, *candidate.recipients)
        if candidate.event != "CONSULT" or "visit" in candidate.mode or len(parties) != 1:
            return False
        word = self.reading.words[parties[0].last]
        light = self.matcher.clauses.at(candidate.trigger, "noun").light
        if light is not None and (
            parties[0].actor.country in _ASSEMBLIES or (light == "host" and self.matter not in ("contest", "home"))
        ):
            return False
        return word.xpos not in ("NNS", "NNPS") and word.text.lower() not in ("they", "we", "them")

    @staticmethod
    def _worth(match: Match, candidate: Candidate) -> bool:
        """No politically relevant actor on any side, no event (GUIDELINES, "What is an event" 1).

        Nouns of force may stand alone: "the bombing" has its sides elsewhere in the article.
        """
        sides = [p.actor for p in (*candidate.actors, *candidate.recipients)]
        if "visit" in candidate.mode and match.clause.pos == "verb":
            return any(political(p.actor) for p in candidate.actors)
        if any(a.country or political(a) for a in sides) or (candidate.event in _BODILY and any(map(relevant, sides))):
            return True
        return match.entry.event in _MATERIAL and (match.clause.pos == "noun" or not match.entry.actors)

    @staticmethod
    def _strict(match: Match, candidate: Candidate) -> bool:
        """True when someone who has or seeks power takes part, or means of war or terror are used."""
        sides = [p.actor for p in (*candidate.actors, *candidate.recipients)]
        return any(political(a) and a.country != "NGO" for a in sides) or bool(_WARLIKE.intersection(candidate.mode))

    def _path(self, match: Match, actors: Found, recipients: Found) -> tuple[str, ...]:
        words = self.reading.words
        steps = []
        if match.clause.light is not None:
            steps.append(f"{words[match.clause.head].text} -light-> {words[match.word].text}")
        for participant, via in (*actors, *recipients):
            steps.append(f"{words[match.word].text} -{via}-> {words[participant.last].text}")
        return tuple(steps)

    def _confidence(
        self, match: Match, entry: Entry, actors: list[Participant], recipients: list[Participant]
    ) -> float:
        words = self.reading.words
        value = entry.prior * max(words[match.word].score, 0.3)
        if not actors:
            value *= 0.85
        linked = [p for p in (*actors, *recipients) if p.member is not None and relevant(p.actor)]
        value *= 1.0 if linked else 0.8
        return round(min(1.0, value), 3)
