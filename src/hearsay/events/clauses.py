"""Clauses: a predicate with its arguments by role, however the sentence happens to word them.

The tree is normalised once so that a lexicon entry can be one line (the idea of PredPatt, White et al. 2016): voice is
undone, subjects of controlled, coordinated, participial and relative clauses are filled in, light verbs hand their
arguments to the noun that carries the act ("held talks with"), and event nouns have roles like verbs.

Roles are ``agent``, ``patient``, ``recipient`` (indirect object), ``comp`` (clausal complement), ``poss``, ``mod``
(adjective or compound before a noun), and every preposition by its own name (``with``, ``against``, ``out of``);
``comp:of`` is a clause introduced by that preposition ("accused of lying").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hearsay.events.by_phrases import behind_number, late_agent, preposition, strayed
from hearsay.events.control import JOINS, STOPS, external, governs_relative, is_passive, others_strife, resolve_relative
from hearsay.events.coordination import coordinated, joint, second_accused
from hearsay.events.implication import implicated
from hearsay.events.light import Light, LightVerbs
from hearsay.events.tables import word_set
from hearsay.events.wordforms import forms
from hearsay.reading.tree import Reading, Word


@dataclass(frozen=True, slots=True)
class Filler:
    """A word in a role, and the relations that lead to it from the predicate."""

    word: int
    via: str


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate in its context. ``head`` is the clause's syntactic head: the light verb where there is one."""

    predicate: int
    pos: str
    """verb, noun or adj"""
    head: int
    passive: bool = False
    light: str | None = None
    roles: dict[str, tuple[Filler, ...]] = field(default_factory=dict)

    def fill(self, role: str) -> tuple[Filler, ...]:
        return self.roles.get(role, ())


_PARTICLES = frozenset(["over", "off", "up", "out", "down", "back", "away", "aside", "around"])
"""Words that a reader may take for prepositions where they are particles: "handed over the prisoners"."""

_OCCASIONS = frozenset(["after", "during", "before", "following", "on", "at", "ahead of", "for", "in"])
"""Prepositions of an act in which the subject of the sentence takes part: "said after talks with", "on a visit to"."""

_POINTING = frozenset(["the", "this", "that", "these", "those", "all", "any", "such"])
"""Determiners of an act that is somebody's already: who "ends *this* violence" need not be who does it."""

_CONDITIONS = frozenset(["unless", "if", "until"])
_PREPOSITIONAL_MARKS = frozenset(
    ["of", "for", "from", "with", "by", "about", "over", "against", "on", "at", "in", "into", "to", "without", "as"]
)


def part_of_speech(word: Word) -> str | None:
    """verb, noun or adj by the word's tag; None for anything that heads no clause."""
    return {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "PROPN": "noun"}.get(word.upos)


class Clauses:
    """Clauses of one reading, made when asked for and kept."""

    def __init__(self, reading: Reading, light_verbs: LightVerbs) -> None:
        self.reading = reading
        self._light_verbs = light_verbs
        self._made: dict[tuple[int, str], Clause] = {}

    def at(self, index: int, pos: str) -> Clause:
        key = (index, pos)
        if key not in self._made:
            self._made[key] = self._noun(index) if pos == "noun" else self._verbal(index, pos)
        return self._made[key]

    def gerund(self, index: int) -> Clause:
        """A noun in -ing with the roles of its verb: "the *storming* of the embassy by protesters"."""
        key = (index, "gerund")
        if key not in self._made:
            noun = self.at(index, "noun")
            roles = dict(noun.roles)
            done_to, by = noun.fill("of"), noun.fill("by") or noun.fill("poss")
            strays = [w.index for filler in done_to for w in self.reading.children(filler.word, "nmod", "obl")]
            late = tuple(Filler(i, "nmod/nmod") for i in strays if self.preposition(i) == "by")
            roles.update({"patient": done_to} if done_to else {})
            roles.update({"agent": by or late} if by or late else {})
            self._made[key] = replace(noun, roles=roles)
        return self._made[key]

    # -- verbs and adjectives -----------------------------------------------------------------------

    def _verbal(self, index: int, pos: str) -> Clause:
        reading = self.reading
        roles: dict[str, list[Filler]] = {}
        passive = pos == "verb" and is_passive(reading, index)
        subjects, via = external(reading, index)
        counted = [w.index for w in reading.children(index, "obl") if self._is_quantity(w.index)]
        particles = [w for w in reading.children(index, "advmod") if w.text.lower() in _PARTICLES]
        has_particle = bool(reading.children(index, "compound:prt"))
        if not counted and (particles or has_particle):
            counted = [
                w.index for w in reading.children(index) if w.deprel == "obl" and self.preposition(w.index) == "bare"
            ]
        objects = [w.index for w in reading.children(index, "obj")] or counted
        if not objects:  # "warned Israel not to attack": treebanks differ on which object it is
            objects = [w.index for w in reading.children(index, "iobj")]
        if pos == "verb" and not objects and reading.words[index].relation == "conj":
            # "Arrested, tried and *executed* him": the first verb has the object of all that stand before it.
            objects = [w.index for w in reading.children(reading.words[index].head, "obj") if w.index > index]
        if pos == "verb" and not objects and governs_relative(reading, index):
            antecedent = reading.words[index].head
            if antecedent not in subjects:
                objects = [antecedent]
        if pos == "adj" and reading.words[index].relation == "amod":
            self._add(roles, "noun", [reading.words[index].head], "^amod")
        if passive:
            self._add(roles, "recipient" if objects else "patient", subjects, via)
            self._add(roles, "patient", objects, "obj")
        else:
            self._add(roles, "agent", subjects, via)
            self._add(roles, "patient", objects, "obj")
            if "accuse" in forms(reading.words[index]):
                self._add(roles, "patient", second_accused(reading, objects, index), "obj/conj")
        for word in reading.children(index):
            relation, label = word.relation, word.deprel
            if relation == "iobj":
                self._add(roles, "recipient", [word.index], "iobj")
            elif self._by(word) and (label == "obl:agent" or passive):
                if passive or not (subjects and objects):
                    self._add(roles, "agent", [word.index], label)
                self._add(roles, "by", [word.index], label)
            elif relation in ("obl", "nmod") and word.index not in counted:
                preposition = self.preposition(word.index)
                self._add(roles, preposition, [word.index], label)
                if word.lemma in ("telephone", "phone", "video") and not reading.children(word.index, "det"):
                    self._add(roles, "with", self._reached(word.index), f"{label}/nmod")
                if preposition in _PARTICLES and not (objects or passive or particles or has_particle):
                    self._add(roles, "patient", [word.index], label)
            elif relation in ("ccomp", "xcomp"):
                roles.setdefault("comp", []).append(Filler(word.index, label))
                if relation == "xcomp" and self._mark(word.index) == "to":
                    roles.setdefault("comp:to", []).append(Filler(word.index, label))
            elif relation in ("advcl", "acl"):
                mark = self._mark(word.index)
                if mark == "to" or (mark is None and label != "acl:relcl"):
                    roles.setdefault("purpose", []).append(Filler(word.index, label))
                elif mark in _PREPOSITIONAL_MARKS or mark in _CONDITIONS:
                    roles.setdefault(f"comp:{mark}", []).append(Filler(word.index, label))
        for particle in particles:  # "walked *away* from the deal", with the deal hung on "away"
            for word in reading.children(particle.index, "obl", "nmod"):
                self._add(roles, self.preposition(word.index), [word.index], f"advmod/{word.deprel}")
        if "comp" not in roles and not objects:
            # Next to the verb an infinitive completes it, whatever the tree calls it: "declined to help".
            near = [f for f in roles.get("purpose", []) if self._follows(f.word, index)]
            roles.update({"comp": near} if near else {})
        if passive and "agent" not in roles:
            self._add(roles, "agent", late_agent(self.reading, index), "^advcl/obl")
        return Clause(index, pos, index, passive, None, {k: tuple(v) for k, v in roles.items()})

    def _reached(self, means: int) -> list[int]:
        """Whom one speaks with when a reader hangs them on the means: "spoke by telephone with *the president*"."""
        return [w.index for w in self.reading.children(means, "nmod") if self.preposition(w.index) in ("with", "to")]

    def _by(self, word: Word) -> bool:
        """True for an oblique behind "by"; "rescued *from the rebels*" names no doer, whatever its label."""
        return (
            word.relation == "obl"
            and self.preposition(word.index) in ("by", "bare")
            and (word.deprel == "obl:agent" or self.preposition(word.index) == "by")
        )

    # -- nouns --------------------------------------------------------------------------------------

    def _noun(self, index: int) -> Clause:
        reading = self.reading
        roles: dict[str, list[Filler]] = {}
        for word in reading.children(index):
            relation = word.relation
            if word.deprel == "nmod:poss":
                self._add(roles, "poss", [word.index], "nmod:poss")
            elif relation in ("nmod", "obl"):
                self._add(roles, self.preposition(word.index), [word.index], word.deprel)
            elif relation in ("amod", "compound", "nmod:unmarked") or word.deprel == "nmod:desc":
                self._add(roles, "mod", [word.index], word.deprel)
            elif relation == "nsubj":
                self._add(roles, "subject", [word.index], word.deprel)
            elif relation == "acl" and word.deprel != "acl:relcl":
                mark = self._mark(word.index)
                role = f"comp:{mark}" if mark in _PREPOSITIONAL_MARKS and mark != "to" else "comp"
                roles.setdefault(role, []).append(Filler(word.index, word.deprel))
            elif relation in ("ccomp", "xcomp", "advcl"):
                roles.setdefault("comp", []).append(Filler(word.index, word.deprel))
        if reading.words[index].relation == "nsubj" and "between" not in roles:
            apart = [w.index for w in reading.children(reading.words[index].head, "obl", "nmod")]
            self._add(roles, "between", [i for i in apart if self.preposition(i) == "between"], "^nsubj/obl")
        if "by" not in roles:
            self._add(roles, "by", strayed(self.reading, index), "^obj/obl:agent")
        for late in behind_number(self.reading, index):
            if self.preposition(late) not in roles:
                self._add(roles, self.preposition(late), [late], "^nmod/nmod")
        head, light = index, None
        found = self._governor(index)
        if found is not None:
            verb, entry = found
            head, light = verb, entry.verb
            self._inherit(roles, verb, entry, index)
        if reading.words[index].relation == "conj":
            first = reading.words[index].head
            if first >= 0 and reading.words[first].upos in ("NOUN", "PROPN"):
                other = self.at(first, "noun")
                if "poss" in other.roles and "poss" not in roles and "mod" not in roles:
                    roles["poss"] = list(other.roles["poss"])
                for role in ("agent", "undergoer"):
                    if role in other.roles and role not in roles:
                        roles[role] = list(other.roles[role])
                if light is None:
                    light, head = other.light, other.head if other.light else head
        if light is None and reading.children(index, "cop"):
            head = index
        word = reading.words[index]
        if word.relation == "obl" and word.head >= 0 and self.preposition(index) in _OCCASIONS:
            # "Called on X to stop *after a call* with Y": an occasion is told of who speaks, wherever the tree has it.
            told = reading.words[word.head]
            outer = told.relation == "xcomp" and told.head >= 0 and self._mark(told.index) == "to"
            self._add(roles, "matrix", *external(reading, told.head if outer else word.head))
            if JOINS.intersection(forms(reading.words[word.head])):
                self._add(roles, "matrix", [w.index for w in reading.children(word.head, "obj")], "^obl/obj")
        known = any(w.text.lower() in _POINTING for w in reading.children(index, "det"))
        known = known or others_strife(self.reading, word)
        ownerless = not known and not {"agent", "poss", "mod", "by"} & roles.keys()
        if ownerless and word.relation == "obj" and STOPS.intersection(forms(reading.words[word.head])):
            self._add(roles, "agent", *external(reading, word.head))
        if "agent" not in roles:
            self._add(roles, "agent", *implicated(reading, index, self.preposition(index)))
        return Clause(index, "noun", head, False, light, {k: tuple(v) for k, v in roles.items()})

    def _governor(self, index: int) -> tuple[int, Light] | None:
        """The light verb that this noun completes, wherever it stands."""
        reading = self.reading
        word = reading.words[index]
        if word.relation == "nmod" and self.preposition(index) == "of" and word.head >= 0:
            measure = reading.words[word.head]  # "carried out *hundreds of* attacks"
            word = measure if word_set("measures of acts").intersection(forms(measure)) else word
        verbs: list[tuple[int, str]] = []
        relation = word.relation
        if word.head >= 0:
            if relation in ("obj", "nsubj", "iobj") or word.deprel == "nsubj:pass":
                passive = word.deprel == "nsubj:pass"
                verbs.append((word.head, "obj" if relation == "obj" or passive else "nsubj"))
            elif relation == "obl":
                verbs.append((word.head, self.preposition(word.index)))
        verbs.extend(
            (child.index, "obj")
            for child in reading.children(index, "acl")
            if child.upos == "VERB"
            and word.upos != "PROPN"
            and (is_passive(reading, child.index) or governs_relative(reading, child.index))
        )
        for verb, link in verbs:
            if reading.words[verb].upos != "VERB":
                continue
            entry = self._light_verbs.find(reading, verb, link)
            if entry is not None:
                return verb, entry
        return None

    def _inherit(self, roles: dict[str, list[Filler]], verb: int, light: Light, noun: int) -> None:
        """Give the noun the arguments that stand at its light verb."""
        clause = self.at(verb, "verb")
        lemma = self.reading.words[verb].text
        if light.subject != "none":
            role = "agent" if light.subject == "agent" else "undergoer"
            source = clause.fill("patient" if light.subject == "object" else "agent")
            for filler in source:
                if filler.word != noun:
                    roles.setdefault(role, []).append(Filler(filler.word, f"({lemma}) {filler.via}"))
        if light.subject == "object":  # "*the state* put them on trial"
            for filler in clause.fill("agent"):
                roles.setdefault("agent", []).append(Filler(filler.word, f"({lemma}) {filler.via}"))
        if clause.fill("recipient") and light.link == "obj":
            for filler in clause.fill("recipient"):
                roles.setdefault("to", []).append(Filler(filler.word, f"({lemma}) {filler.via}"))
        for role, fillers in clause.roles.items():
            if role in ("agent", "patient", "recipient", "comp", "purpose", light.link):
                continue
            if role.startswith("comp:") and role in roles:
                continue
            for filler in fillers:
                if filler.word != noun:
                    roles.setdefault(role, []).append(Filler(filler.word, f"({lemma}) {filler.via}"))
        if "comp" not in roles:
            found = clause.fill("comp") or (clause.fill("purpose") if light.link == "obj" else ())
            if found:
                roles["comp"] = [f for f in found if f.word != noun]

    # -- small pieces ---------------------------------------------------------------------------------

    def preposition(self, index: int) -> str:
        """The preposition that marks a dependent: :func:`by_phrases.preposition`."""
        return preposition(self.reading, index)

    def _is_quantity(self, index: int) -> bool:
        """True for "at least eight men" and "up to 16 men", whose first word is no preposition."""
        words = self.reading.words
        for case in self.reading.children(index, "case"):
            following = words[case.index + 1].text.lower() if case.index + 1 < len(words) else ""
            if (case.text.lower(), following) in (("at", "least"), ("at", "most"), ("up", "to"), ("close", "to")):
                return any(w.relation == "nummod" for w in self.reading.children(index)) or words[index].upos == "NUM"
        return False

    def _follows(self, infinitive: int, verb: int) -> bool:
        return any(w.index == verb + 1 and w.text.lower() == "to" for w in self.reading.children(infinitive, "mark"))

    def _mark(self, index: int) -> str | None:
        for word in self.reading.children(index, "mark", "case"):
            return word.text.lower()
        return None

    def _add(self, roles: dict[str, list[Filler]], role: str, words: Iterable[int], via: str) -> None:
        for index in words:
            for member in coordinated(self.reading, index):
                resolved = resolve_relative(self.reading, member)
                label = via if member == index else f"{via}/conj"
                roles.setdefault(role, []).append(Filler(resolved, label))
                if resolved != member:
                    for other in (*coordinated(self.reading, resolved), *joint(self.reading, member, resolved)):
                        if other != resolved:
                            roles[role].append(Filler(other, f"{label}/conj"))
