"""Who is said to be behind an act that a noun names: "claimed responsibility for it", "blamed for the bombing"."""

from __future__ import annotations

from hearsay.events.control import BLAMES, CLAIMS, ENGAGES, external, is_passive
from hearsay.events.surroundings import event_nouns
from hearsay.events.wordforms import forms
from hearsay.reading.tree import Reading, Word

_LINKS = frozenset(["for", "of", "in", "over", "with", "to"])


def implicated(reading: Reading, index: int, preposition: str) -> tuple[list[int], str]:
    """Words of the doer, and how the sentence ties him to the act; empty when it does not."""
    word = reading.words[index]
    inside = [w for i in reading.subtree(index) if i > index and (w := reading.words[i]).relation == "acl"]
    for clause in inside:
        if clause.head != index and reading.words[clause.head].lemma.lower() in event_nouns():
            continue
        if clause.deprel == "acl:relcl" and claims_responsibility(reading, clause.index):
            owners = [w.index for w in reading.children(clause.index, "nsubj")]
            if owners:
                return owners, "acl:relcl/^responsibility"
    if word.head < 0 and not reading.children(index, "cop"):
        return [], ""
    if preposition == "behind":
        holder = index if reading.children(index, "cop") else word.head
        if holder >= 0:
            words, via = external(reading, holder)
            if words:
                return words, f"behind/{via}"
        if word.head < 0 or reading.words[word.head].upos != "VERB":
            return [], ""
        preposition = "of"
    if word.head < 0 or preposition not in _LINKS:
        return [], ""
    governor = reading.words[word.head]
    if _takes_part(governor, preposition):
        words, via = external(reading, governor.index)
        return words, f"^{governor.lemma}/{via}" if words else ""
    if governor.lemma.lower() in ("responsible", "guilty") and preposition in ("for", "of"):
        words, via = external(reading, governor.index)
        return words, f"^responsible/{via}" if words else ""
    if governor.lemma.lower() == "responsibility" and governor.head >= 0:
        verb = reading.words[governor.head]
        if CLAIMS.intersection(forms(verb)) and governor.relation in ("obj", "nsubj"):
            if is_passive(reading, verb.index):
                return [w.index for w in reading.children(verb.index, "obl:agent")], "^responsibility/obl:agent"
            words, via = external(reading, verb.index)
            return words, f"^responsibility/{via}" if words else ""
        return [], ""
    if word.relation == "obl" and preposition == "for" and claims_responsibility(reading, governor.index):
        words, via = external(reading, governor.index)
        return words, f"^responsibility/{via}" if words else ""
    if governor.upos == "VERB" and BLAMES.intersection(forms(governor)) and word.relation == "obl":
        if is_passive(reading, governor.index):
            words, via = external(reading, governor.index)
            return words, f"^blamed/{via}" if words else ""
        return [w.index for w in reading.children(governor.index, "obj")], "^blamed/obj"
    return [], ""


def claims_responsibility(reading: Reading, verb: int) -> bool:
    """ "claims *responsibility* for a raid", wherever the tree hangs the attack."""
    claims = CLAIMS.intersection(forms(reading.words[verb]))
    return bool(claims) and any(w.lemma.lower() == "responsibility" for w in reading.children(verb, "obj"))


def _takes_part(governor: Word, preposition: str) -> bool:
    """ "Engage in torture", "was complicit in the attack": the subject is a doer."""
    adjective = governor.upos == "ADJ" and governor.lemma.lower() == "complicit"
    verb = governor.upos == "VERB" and ENGAGES.intersection(forms(governor))
    return preposition == "in" and bool(adjective or verb)
