"""Which lexicon entry a word calls up, given what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.actors.cast import Cast
from hearsay.events.clauses import Clause, Clauses, Filler, part_of_speech
from hearsay.events.conditions import Condition, Option, act_groups
from hearsay.events.lexicon import Entry, Lexicon
from hearsay.events.time_line import is_calendar_name
from hearsay.events.wordforms import deverbal, forms, hyphenated, prefixed
from hearsay.reading.tree import Reading, Word

_CORE = frozenset(["agent", "patient", "recipient", "comp", "subject", "poss", "mod", "undergoer"])
_DEPTH = 6
_PARTICLES = frozenset(["over", "off", "up", "out", "down", "back", "away", "aside", "around"])
"""Words that a reader may hang on a number: "handed *over* 700 kg"."""
_ADVERBIAL = frozenset(["in", "out", "up", "down", "off"])
"""Words that make another verb only as adverbs, not as the preposition of something further on."""
_CURRENCIES = frozenset(["$", "€", "£", "¥", "₹", "US$"])
_GIVEN_TO = frozenset(["to", "for"])
"""Prepositions of whom a sum is for, behind what it is in: "pledged $20 million in aid *to Jordan*"."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry at a word. ``first`` to ``last`` are the words of the trigger."""

    word: int
    entry: Entry
    clause: Clause
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Trial:
    """An entry tried at a word, and what of it does not hold there; it holds when nothing fails."""

    entry: Entry
    missing: bool
    """A word of the predicate is not there, or a particle makes it another verb."""
    failed: tuple[Condition, ...]


class Matcher:
    """Matches of one reading, kept as they are found: entries ask for the acts embedded in their complements."""

    def __init__(self, reading: Reading, cast: Cast, lexicon: Lexicon) -> None:
        self.reading, self.cast, self.lexicon = reading, cast, lexicon
        self.clauses = Clauses(reading, lexicon.light)
        self._stop = lexicon.classes.get("stop", frozenset())
        self._partitive = lexicon.classes.get("partitive", frozenset())
        self._matches: dict[int, Match | None] = {}

    def at(self, index: int) -> Match | None:
        """The most specific entry that holds at a word, entries for "no event" included."""
        if index not in self._matches:
            self._matches[index] = None
            self._matches[index] = self._find(index)
        return self._matches[index]

    def instead(self, match: Match) -> Match | None:
        """The entry that holds at a word besides this one, the next in order; None when there is none."""
        found = [m for m in self._all(match.word) if m.entry.id != match.entry.id]
        return found[0] if found else None

    def _find(self, index: int) -> Match | None:
        return next(self._all(index), None)

    def _all(self, index: int) -> Iterator[Match]:
        word = self.reading.words[index]
        pos = part_of_speech(word)
        if pos is None or self._inside_name(index) or (word.deprel == "compound" and word.upos == "NOUN"):
            return
        if word.upos == "PROPN" and is_calendar_name(word.text):
            return  # "in *March*"
        for attempt in self._readings_of(word, pos):
            lemma, as_pos = attempt
            entries = self.lexicon.find(lemma, as_pos)
            if not entries:
                continue
            clause = self._clause(word, as_pos)
            for entry in entries:
                last = self._span(word, entry)
                if last is not None and all(self.holds(clause, entry, c) for c in entry.conditions):
                    yield Match(index, entry, clause, index, last)

    def trials(self, index: int) -> tuple[Trial, ...]:
        """Every entry for a word in the order in which they are tried; the first that holds wins (:meth:`at`)."""
        word = self.reading.words[index]
        pos = part_of_speech(word)
        if pos is None or self._inside_name(index) or (word.deprel == "compound" and word.upos == "NOUN"):
            return ()
        found: dict[str, Trial] = {}
        for lemma, as_pos in self._readings_of(word, pos):
            for entry in self.lexicon.find(lemma, as_pos):
                clause = self._clause(word, as_pos)
                failed = tuple(c for c in entry.conditions if not self.holds(clause, entry, c))
                found.setdefault(entry.id, Trial(entry, self._span(word, entry) is None, failed))
        return tuple(found.values())

    def _readings_of(self, word: Word, pos: str) -> list[tuple[str, str]]:
        joined = hyphenated(self.reading, word.index) if pos == "noun" else None
        if joined is not None and self.lexicon.find(joined, pos):
            return [(joined, pos)]
        if pos == "verb" and (before := prefixed(self.reading, word.index)) is not None:
            whole = [(f"{before}-{form}", pos) for form in forms(word) if self.lexicon.find(f"{before}-{form}", pos)]
            if whole:
                return whole
        participle = word.xpos in ("VBN", "VBG", "VBD")
        # What has an object is a verb, whatever its tag: "Germany *unblocked* funds".
        as_verb = pos != "verb" and (participle or (pos == "adj" and bool(self.reading.children(word.index, "obj"))))
        parts = (pos, "verb") if as_verb else (pos,)
        found = [(form, part) for part in parts for form in forms(word)]
        if word.upos == "NOUN" and word.xpos in ("NN", "NNS"):
            told = deverbal().get(found[0][0])
            if (told is not None or word.text.lower().endswith("ing")) and self._done_by(word.index):
                found.extend((form, "verb") for form in ((told,) if told is not None else forms(word)))
        if word.xpos == "VBG" and pos == "verb" and not self.reading.children(word.index, "obj", "nsubj", "aux"):
            found.append((word.text.lower(), "noun"))  # "*Fighting* broke out"
        return found

    def _done_by(self, index: int) -> bool:
        """True for a noun with both what is done to something and who does it."""
        clause = self.clauses.at(index, "noun")
        return bool(clause.fill("of")) and bool(self.clauses.gerund(index).fill("agent"))

    def _clause(self, word: Word, pos: str) -> Clause:
        """The clause of a word read so; a noun read as its verb has what it is done to behind "of"."""
        gerund = pos == "verb" and word.upos == "NOUN" and word.xpos in ("NN", "NNS")
        return self.clauses.gerund(word.index) if gerund else self.clauses.at(word.index, pos)

    def _inside_name(self, index: int) -> bool:
        """True within "Christian Aid" or "Save the Children"; "Gulf War" and "Geneva Conference" are acts."""
        name = self.reading.name_of(index)
        if name is None or name.first == name.last or name.type == "NORP":
            return False
        return name.type in ("ORG", "PER", "LOC") or bool(self.cast.at(index))

    # -- predicates of several words ----------------------------------------------------------------

    def _span(self, word: Word, entry: Entry) -> int | None:
        """Last word of the trigger when all words of the predicate are there, else None.

        A particle makes another verb: an entry for "call" says nothing of "call off".
        """
        last = word.index
        if entry.pos == "verb" and not entry.modifiers and self.reading.children(word.index, "compound:prt"):
            return None
        for token in entry.modifiers:
            found = self._modifier(word, token, entry.pos)
            if found is None or (entry.event is None and self._far_off(word, entry, found)):
                return None
            if token in _ADVERBIAL and self._far_off(word, entry, found):
                return None  # "*gave* 50 million *in* aid" gives in to nobody
            if entry.pos != "noun" and found == last + 1:
                last = found
        return last

    def _far_off(self, word: Word, entry: Entry, found: int) -> bool:
        """True for a preposition further on that makes no other verb: "*took* them hostage *on* Monday"."""
        marker = self.reading.words[found]
        return entry.pos == "verb" and marker.upos == "ADP" and marker.relation == "case" and found != word.index + 1

    def _modifier(self, word: Word, token: str, pos: str) -> int | None:
        reading = self.reading
        following = reading.words[word.index + 1] if word.index + 1 < len(reading.words) else None
        if pos == "verb" and token in _PARTICLES and following is not None and following.text.lower() == token:
            return following.index
        for child in reading.children(word.index):
            same = token in forms(child)
            relation = child.relation
            if pos == "noun":
                if relation == "nmod" and reading.children(child.index, "case"):
                    continue
                if same and relation in ("compound", "amod", "nmod", "advmod", "flat", "punct"):
                    return child.index
                continue
            if pos == "verb" and child.index < word.index and relation in ("mark", "case"):
                continue  # "for not calling it an attack" calls for nothing
            if same and (
                relation in ("compound", "advmod", "obj", "xcomp", "case", "obl", "mark") or child.upos == "ADP"
            ):
                return child.index
            if relation in ("obl", "advcl", "nmod", "xcomp", "ccomp"):
                for marker in self._markers(child.index, token):
                    return marker
        if pos == "verb":
            for obj in reading.children(word.index, "obj"):
                for child in reading.children(obj.index, "nmod", "acl"):
                    for marker in self._markers(child.index, token):
                        return marker
        return None

    def _markers(self, index: int, token: str) -> list[int]:
        """Where a dependent is marked by this preposition; one inside a name marks nothing ("Citizens *for* Trump")."""
        found = [w.index for w in self.reading.children(index, "case", "mark") if w.text.lower() == token]
        return [i for i in found if self.reading.name_of(i) is None]

    # -- conditions -----------------------------------------------------------------------------------

    def holds(self, clause: Clause, entry: Entry, condition: Condition) -> bool:
        return any(self._option(clause, entry, o) for o in condition.options) is not condition.negative

    def _option(self, clause: Clause, entry: Entry, option: Option) -> bool:
        if option.kind == "passive":
            return clause.passive
        if option.role == "speaker":
            return True
        if option.role == "light":
            governed = self.reading.words[clause.predicate].head == clause.head
            return governed and clause.light is not None and bool(option.words & set(clause.light.split()))
        if option.kind == "type":
            act = self.act(clause, entry)
            return act is not None and bool(option.words & act_groups(str(act.entry.event)))
        fillers = self.fillers(clause, option.role)
        if option.kind == "filled":
            return bool(fillers)
        if option.kind == "actor":
            return any(self.is_actor(f.word) for f in fillers)
        if option.kind == "place":
            return any(self.is_place(f.word) for f in fillers)
        for filler in fillers:
            labels = self.labels(filler.word)
            if labels & option.words or any(labels & self.lexicon.classes[g] for g in option.groups):
                return True
        return False

    def is_actor(self, index: int) -> bool:
        """True when an actor of the cast stands there, or a quantity of one."""
        return bool(self.cast.at(index) or self.cast.at(self.kernel(index)))

    def is_place(self, index: int) -> bool:
        """True when the name of a country, a town or another place stands there."""
        name = self.reading.name_of(index)
        return (name is not None and name.type == "LOC") or any(
            self.cast.members[m.member].kind == "country" for m in self.cast.at(index)
        )

    def fillers(self, clause: Clause, role: str) -> tuple[Filler, ...]:
        """What fills a role; a verb's prepositions may hang on its object ("cut aid *to* Serbia")."""
        found = clause.fill(role)
        if found or clause.pos != "verb" or role in ("agent", "purpose", "subject", "poss", "mod", "undergoer"):
            return found
        below: list[Filler] = []
        if role not in _CORE:
            for patient in clause.fill("patient"):
                inner = self.clauses.at(self.kernel(patient.word), "noun")
                below.extend(Filler(f.word, f"{patient.via}/{f.via}") for f in inner.fill(role))
        if not below and role in _GIVEN_TO:
            shares = [*clause.fill("in")]  # "gave 50 million *in aid* to Sudan"
            for patient in clause.fill("patient"):
                shares += self.clauses.at(self.kernel(patient.word), "noun").fill("in")
            for share in shares:
                inner = self.clauses.at(share.word, "noun")
                below.extend(Filler(f.word, f"{share.via}/{f.via}") for f in inner.fill(role))
        if not below and not role.startswith("comp") and not (role == "patient" and clause.passive):
            below.extend(self._shared(clause.predicate, role))
        return tuple(below)

    def _shared(self, index: int, role: str) -> list[Filler]:
        """What stands at the second of two coordinated verbs for both: "donated and delivered food *to* the town"."""
        for child in self.reading.children(index, "conj"):
            if child.upos == "VERB" and child.index - index <= 4 and not self.reading.children(child.index, "nsubj"):
                return [Filler(f.word, f"conj/{f.via}") for f in self.clauses.at(child.index, "verb").fill(role)]
        return []

    def labels(self, index: int) -> set[str]:
        """Lemmas by which a class may know a noun phrase: its head's, its compounds' and adjectives'."""
        reading = self.reading
        index = self.kernel(index)
        word = reading.words[index]
        found = set(forms(word))
        if word.upos in ("PRON", "PROPN"):
            found.update(self._kind_labels(index))
        for child in reading.children(index, "compound", "amod", "nmod:desc", "nmod:unmarked"):
            found.update(forms(child))
        if word.text in _CURRENCIES:
            found.add("money")
        return found

    def _kind_labels(self, index: int) -> set[str]:
        """What a pronoun or a name stands for: "person", "country", or the last word of a group's own name."""
        found: set[str] = set()
        name = self.reading.name_of(index)
        if name is not None and name.type == "NORP" and self.reading.words[index].xpos in ("NNS", "NNPS"):
            found.add("people")  # "300 *Sudanese*"
        for mention in self.cast.at(index):
            member = self.cast.members[mention.member]
            if member.kind in ("person", "group"):
                found.add("person")
            if member.kind == "country":
                found.add("country")
            if member.kind != "person" and member.actor.name:
                last = member.actor.name.lower().split()[-1]
                found.update((last, last.removesuffix("s")))
        return found

    def kernel(self, index: int) -> int:
        """The noun that a quantity is of: "dozens of *people*", "part of the *aid*"."""
        for _ in range(3):
            if not self._partitive.intersection(forms(self.reading.words[index])):
                return index
            of = self.clauses.at(index, "noun").fill("of")
            if not of:
                return index
            index = of[0].word
        return index

    # -- embedded acts ----------------------------------------------------------------------------------

    def topic_words(self, clause: Clause, entry: Entry) -> tuple[int, ...]:
        """Heads of what the entry only talks about."""
        found = {role: tuple(f.word for f in self.fillers(clause, role)) for role in entry.topic}
        if "comp" in found and not any(words for role, words in found.items() if role not in ("on", "in")):
            # Words between them hide the complement: "agreed on Friday to restore ties" reads like a purpose.
            found["comp"] = tuple(f.word for f in self.fillers(clause, "purpose"))
        return tuple(word for words in found.values() for word in words)

    def act(self, clause: Clause, entry: Entry) -> Match | None:
        """The act that the entry's topic names: "refused to *lift* the curfew", "called for *talks*"."""
        for index in self.topic_words(clause, entry):
            found = self._act_at(index, 0)
            if found is not None:
                return found
        return None

    def _act_at(self, index: int, depth: int) -> Match | None:
        if depth > _DEPTH:
            return None
        match = self.at(index)
        if match is not None and match.entry.event is not None:
            return match
        pos = part_of_speech(self.reading.words[index])
        if pos is None or self._stop.intersection(forms(self.reading.words[index])):
            return None  # to stop an act is not to do it
        clause = self.clauses.at(index, pos)
        roles = ("comp", "patient", "purpose", "in") if pos != "noun" else ("of", "to", "for", "comp", "comp:of", "in")
        for role in roles:
            for filler in clause.fill(role):
                if filler.word != index and abs(filler.word - index) < 40:
                    found = self._act_at(filler.word, depth + 1)
                    if found is not None:
                        return found
        return None
