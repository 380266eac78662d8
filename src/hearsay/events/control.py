"""Who the unexpressed subject of a clause is: control, raising, participles, relative clauses, coordination."""

from __future__ import annotations

from hearsay.events.tables import read_table
from hearsay.events.wordforms import forms
from hearsay.reading.tree import Reading, Word

_SETS = {row["set"]: row["words"].split() for row in read_table("control.tsv")}

SUBJECT_CONTROL = frozenset(_SETS["subject control"])
"""Verbs whose own subject does the infinitive even when they have an object ("promised them to leave")."""

OBLIQUE_CONTROL = {verb: after.split(",") for verb, _, after in (w.partition(":") for w in _SETS["oblique control"])}
"""Verbs that name the doer of their infinitive after a preposition ("called on them to leave")."""

OBJECT_BLAMED = frozenset(_SETS["object blamed"])
"""Verbs whose object, not subject, does what a following "of/for/from ...-ing" tells."""

CLAIMS, BLAMES = frozenset(_SETS["claims"]), frozenset(_SETS["blames"])
"""Verbs of taking and of laying responsibility."""

WRITINGS = frozenset(_SETS["writings"])
"""Nouns for what is sent and says something."""

PLANS = frozenset(_SETS["plan nouns"])
"""Nouns whose owner is to do what an infinitive after them tells."""

ENGAGES = frozenset(_SETS["engages"])
"""Verbs whose subject does what follows "in": "engaged *in* torture"."""

OWN_PLANS = frozenset(_SETS["own plans"])
"""Verbs whose subject will do what its object plans ("made an effort to end it"; not "welcomed an effort to")."""

SPEAKS = frozenset(_SETS["speaks"])
"""Verbs of speaking that are not done to a subject: "that it had been shelled, and *appealed* for help"."""

JOINS, STOPS = frozenset(_SETS["joins"]), frozenset(_SETS["stops"])
"""Verbs whose object takes part in what follows ("joined them for talks"), and verbs that end their subject's act."""

ENDS = frozenset(_SETS["ends"])
"""Those of them that are also done to what others do."""

STRIFE = frozenset(_SETS["strife"])
"""Nouns for fighting that others may end than those who fight: "promised to end *the conflict*"."""

_CONJUNCTIONS = frozenset(["after", "before", "since", "until", "as", "once"])
_DEPTH = 12
_OF_WHAT = frozenset(("of", "for", "from", "over", "into"))


def is_passive(reading: Reading, index: int) -> bool:
    """True when the word's surface subject is who it is done to."""
    for _ in range(_DEPTH):
        word = reading.words[index]
        below = reading.children(index)
        if any(c.deprel == "aux:pass" for c in below):
            return True
        if any(c.deprel in ("nsubj:pass", "csubj:pass") for c in below):
            # The verb's form outweighs the label of its subject: "had spoken" and "met" are active.
            perfect = any(c.relation == "aux" and c.lemma == "have" for c in below)
            handed = {"obj", "compound"} <= {c.relation for c in below}  # "the rebels handed over their weapons"
            whom = any(c.relation == "obj" and c.text.lower() == "whom" for c in below)  # "*whom* they accused"
            handed = handed or whom
            return word.xpos not in ("VBD", "VBZ", "VBP", "VB") and not perfect and not handed
        if word.xpos != "VBN":
            return False
        if reading.children(index, "obl:agent"):
            return True
        if word.deprel == "acl" or (word.relation in ("advcl", "amod", "xcomp") and not reading.children(index, "aux")):
            return not reading.children(index, "obj", "nsubj")
        if word.relation == "conj" and word.head >= 0 and not reading.children(index, "aux", "nsubj"):
            if SPEAKS.intersection(forms(word)):
                return False
            index = word.head
            continue
        return False
    return False


def governs_relative(reading: Reading, index: int) -> bool:
    """True for the verb of a relative clause without a pronoun in it: "the attack (that) they condemned"."""
    word = reading.words[index]
    if word.deprel != "acl:relcl" or not reading.children(index, "nsubj"):
        return False
    return not any(_is_relative(reading.words[i]) for i in reading.subtree(index) if i < index)


def _is_relative(word: Word) -> bool:
    return word.xpos in ("WDT", "WP", "WP$", "WRB") or (word.upos == "PRON" and word.text.lower() == "that")


def resolve_relative(reading: Reading, index: int) -> int:
    """The antecedent of a relative pronoun; any other word unchanged."""
    word = reading.words[index]
    if not _is_relative(word):
        return index
    for above in reading.ancestors(index):
        if above.deprel == "acl:relcl" and above.head >= 0:
            return _nearer(reading, index, above.head)
        if above.relation in ("ccomp", "advcl", "root", "parataxis"):
            return index
    return index


def _nearer(reading: Reading, index: int, head: int) -> int:
    """Antecedent of ", who" hung on a noun before the one it follows: "hostages freed by *the army*, who came"."""
    before = index - 2
    if before <= head or reading.words[index].text.lower() != "who" or reading.words[index - 1].text != ",":
        return head
    for above in (reading.words[before], *reading.ancestors(before)):
        if above.index == head:
            return head
        if above.relation not in ("flat", "compound", "appos", "nmod"):
            below_verb = (
                above.upos in ("NOUN", "PROPN") and above.head >= 0 and reading.words[above.head].upos == "VERB"
            )
            return above.index if below_verb and head in [w.index for w in reading.ancestors(above.index)] else head
    return head


def external(reading: Reading, index: int) -> tuple[list[int], str]:
    """The words of the surface subject of a verb or predicate, and the relations that lead to them.

    Empty when the sentence leaves it open ("it is time to act").
    """
    steps: list[str] = []
    for _ in range(_DEPTH):
        word = reading.words[index]
        own = [c.index for c in reading.children(index, "nsubj") if c.deprel != "nsubj:outer"]
        own = own[-1:] if _two_subjects(reading, index) is not None else _first_of_two(reading, index, own)
        if own:
            real = [i for i in own if reading.words[i].text.lower() != "there"]
            return real, "/".join([*steps, reading.words[own[0]].deprel])
        if word.head < 0:
            return [], ""
        relation, head = word.relation, word.head
        if word.upos == "ADJ" and relation == "ccomp" and (meant := _taken_for_expletive(reading, index)):
            return meant, "/".join([*steps, "expl"])
        steps.append(f"^{word.deprel}")
        if word.deprel == "acl:relcl":
            return [head], "/".join(steps)
        if relation == "acl":
            infinitive = any(c.text.lower() == "to" for c in reading.children(index, "mark"))
            if not infinitive:
                wrote = _writers(reading, head)
                return (wrote, "/".join([*steps, "nsubj"])) if wrote else ([head], "/".join(steps))
            owners = [c.index for c in reading.children(head, "nmod:poss")]
            if owners:
                return owners, "/".join([*steps, "nmod:poss"])
            if reading.words[head].relation in ("nsubj", "nmod", "obl"):
                return [], ""
            index = reading.words[head].head if reading.words[head].head >= 0 else head
            steps.append(f"^{reading.words[head].deprel}")
            if reading.words[index].upos not in ("VERB", "ADJ", "NOUN"):
                return [], ""
            if reading.words[index].upos == "VERB" and not OWN_PLANS.intersection(forms(reading.words[index])):
                return [], ""
            continue
        if relation == "advcl" and (mistaken := _behind_conjunction(reading, index)):
            return mistaken, "/".join([*steps, "obl"])
        if relation == "advcl" and (both := _together(reading, index, head)):
            return both, "/".join([*steps, "nsubj"])
        if relation == "advcl" and (planners := _planners(reading, index, head)):
            return planners, "/".join([*steps, "obj", "nmod:poss"])
        if relation in ("xcomp", "advcl", "ccomp"):
            controller = _controller(reading, index, head)
            if controller is not None:
                return controller, "/".join([*steps, "obj"])
            finite = word.xpos in ("VBD", "VBP", "VBZ", "MD") or any(
                c.xpos in ("VBD", "VBP", "VBZ", "MD") for c in reading.children(index, "aux", "cop")
            )
            if relation == "ccomp" and finite:
                doubled = _two_subjects(reading, head)
                taken = doubled is not None and doubled < index < own_subject(reading, head)
                return ([doubled], "/".join([*steps, "nsubj"])) if doubled is not None and taken else ([], "")
            index = head
            continue
        if relation == "conj":
            finite = word.upos == "VERB" and word.xpos in ("VBD", "VBP", "VBZ")
            if finite and (outer := _outside_relative(reading, index, head)) is not None:
                index = outer
                continue
            while finite and reading.words[head].upos in ("NOUN", "PROPN") and reading.words[head].head >= 0:
                head = reading.words[head].head  # a finite verb is joined to a verb, wherever the tree hangs it
            index = _joined_above(reading, index, head)
            continue
        return [], ""
    return [], ""


def _outside_relative(reading: Reading, index: int, head: int) -> int | None:
    """ "Met the chief, the leader of the group that toppled him, and *urged* calm": a comma before "and" closes the
    apposition, and the verb goes on with the main clause. The verb to go on with, or None."""
    if reading.words[head].deprel != "acl:relcl" or reading.children(index, "nsubj"):
        return None
    link = next((c for c in reading.children(index, "cc") if c.index == index - 1), None)
    if link is None or reading.words[link.index - 1].text != ",":
        return None
    inside = any(w.relation == "appos" for w in reading.ancestors(head))
    verb = next((w for w in reading.ancestors(reading.words[head].head) if w.upos == "VERB"), None)
    same = verb is not None and verb.xpos == reading.words[index].xpos
    return verb.index if inside and same and verb is not None else None


def _joined_above(reading: Reading, index: int, head: int) -> int:
    """ "*They said* that it had been shelled and appealed for help": a past tense goes on after one, not after "had
    been", and so is joined to the verb of saying."""
    word, first = reading.words[index], reading.words[head]
    perfect = first.xpos == "VBN" and any(c.relation == "aux" and c.lemma == "have" for c in reading.children(head))
    spoken = word.xpos == "VBN" and SPEAKS.intersection(forms(word)) and is_passive(reading, head)
    modal = first.xpos in ("VB", "VBN") and any(c.xpos == "MD" for c in reading.children(head, "aux"))
    regular = perfect and word.text.endswith("ed") and not SPEAKS.intersection(forms(word))
    if (
        not ((word.xpos == "VBD" and not regular) or spoken)
        or not (perfect or modal)
        or first.relation != "ccomp"
        or first.head < 0
    ):
        return head
    return first.head if reading.words[first.head].xpos == "VBD" else head


def _behind_conjunction(reading: Reading, index: int) -> list[int]:
    """ "After *a bomb* killed two": the subject of a finite clause that a reader took for what stands after "after"."""
    word = reading.words[index]
    if word.xpos not in ("VBD", "VBZ", "VBP") or reading.children(index, "mark", "aux"):
        return []
    before = [c for c in reading.children(index, "obl") if c.index < index]
    cases = {w.text.lower() for c in before[:1] for w in reading.children(c.index, "case")}
    return [before[0].index] if cases & _CONJUNCTIONS else []


def _taken_for_expletive(reading: Reading, index: int) -> list[int]:
    """ "Says *it* is willing to go": a state of mind is somebody's, whatever the tree calls its subject."""
    infinitive = any(
        c.text.lower() == "to" for x in reading.children(index, "xcomp") for c in reading.children(x.index)
    )
    return [c.index for c in reading.children(index, "expl") if infinitive and c.text.lower() == "it"][:1]


def _together(reading: Reading, index: int, head: int) -> list[int]:
    """ "*Brazil* joined *Chile* in condemning it": both do what follows "in"."""
    marks = {c.text.lower() for c in reading.children(index, "mark")}
    if "in" not in marks or "join" not in forms(reading.words[head]) or is_passive(reading, head):
        return []
    joined = [c.index for c in reading.children(head, "obj") if c.index < index]
    return [*external(reading, head)[0], *joined] if joined else []


def _planners(reading: Reading, index: int, head: int) -> list[int]:
    """Whose plan an infinitive tells: "this strengthens *our* resolve to stand with them"."""
    if not any(c.text.lower() == "to" for c in reading.children(index, "mark")):
        return []
    plans = [c for c in reading.children(head, "obj") if c.index < index and PLANS.intersection(forms(c))]
    return [o.index for c in plans for o in reading.children(c.index, "nmod:poss", "nmod") if o.deprel == "nmod:poss"]


def _writers(reading: Reading, addressee: int) -> list[int]:
    """Who says what a letter says when a reader hangs that on its addressee: "a letter to leaders *opposing* it"."""
    word = reading.words[addressee]
    if word.relation != "obl" or word.head < 0:
        return []
    objects = {form for c in reading.children(word.head, "obj") for form in forms(c)}
    cases = {c.text.lower() for c in reading.children(addressee, "case")}
    return [c.index for c in reading.children(word.head, "nsubj")] if objects & WRITINGS and "to" in cases else []


def own_subject(reading: Reading, index: int) -> int:
    """The last subject of a verb, which is its own when a reader has hung two on it."""
    return max(c.index for c in reading.children(index, "nsubj"))


def _two_subjects(reading: Reading, index: int) -> int | None:
    """The first of two subjects hung on one verb of saying that follows what is said: it belongs to the words said.

    "*The president* has imposed sanctions, the palace said."
    """
    subjects = [c.index for c in reading.children(index, "nsubj") if c.deprel != "nsubj:outer"]
    said = [c.index for c in reading.children(index, "ccomp", "parataxis")]
    if len(subjects) == 2 and any(subjects[0] < i < subjects[1] for i in said):
        return subjects[0]
    return None


def _first_of_two(reading: Reading, index: int, own: list[int]) -> list[int]:
    """Without the speaker whom a reader hangs on the verb of what is said: "the army shelled it, *officials* said"."""
    word = reading.words[index]
    before = [i for i in own if i < index]
    if len(own) < 2 or not before or word.relation not in ("ccomp", "parataxis") or word.head < index:
        return own
    return own if reading.children(word.head, "nsubj") else before


def _result_of_blame(reading: Reading, index: int, head: int) -> bool:
    """ "Accused them of ramming a boat, *injuring* three": a participle behind what somebody is blamed for."""
    if reading.words[index].xpos != "VBG" or reading.children(index, "mark", "case"):
        return False
    before = (c for c in reading.children(head, "advcl") if c.index < index)
    return any(w.text.lower() in _OF_WHAT for c in before for w in reading.children(c.index, "mark", "case"))


def _controller(reading: Reading, index: int, head: int) -> list[int] | None:
    """Words after the governing verb that do the infinitive or gerund, or None when its subject does."""
    verb = reading.words[head]
    relation = reading.words[index].relation
    marks = {c.text.lower() for c in reading.children(index, "mark", "case")}
    spelled = frozenset(forms(verb))
    lemma = next((f for f in forms(verb) if f in OBLIQUE_CONTROL), "")
    if lemma and "to" in marks:
        for child in reading.children(head, "obl"):
            cases = {c.text.lower() for c in reading.children(child.index, "case")}
            if cases & set(OBLIQUE_CONTROL[lemma]) and child.index < index:
                return [child.index]
    if verb.upos != "VERB":
        return None
    blamed = relation == "advcl" and bool(spelled & OBJECT_BLAMED)
    gerund = blamed and (bool(marks & _OF_WHAT) or _result_of_blame(reading, index, head))
    if gerund or (relation in ("xcomp", "ccomp") and not spelled & SUBJECT_CONTROL):
        if is_passive(reading, head):
            return None
        objects = [c.index for c in reading.children(head, "obj", "iobj") if c.index < index]
        if objects:
            return objects[:1]
    return None


def others_strife(reading: Reading, word: Word) -> bool:
    """ "Promised to end *the conflict*", "bombed them to halt *a crackdown*": one may end what others began."""
    if word.relation != "obj" or not ENDS.intersection(forms(reading.words[word.head])):
        return False
    verb = reading.words[word.head]
    purpose = verb.relation == "advcl" and any(c.text.lower() == "to" for c in reading.children(verb.index, "mark"))
    return purpose or bool(STRIFE.intersection(forms(word)))
