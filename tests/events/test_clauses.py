"""Clauses: arguments by role, however the sentence words them."""

from __future__ import annotations

import pytest

from hearsay.events.clauses import Clauses
from hearsay.events.lexicon import Lexicon
from hearsay.reading.tree import Reading
from tests.events.sentences import read, word


def roles(reading: Reading, form: str, pos: str, nth: int = 0) -> dict[str, list[str]]:
    """The roles of a predicate as words."""
    clause = Clauses(reading, Lexicon.default().light).at(word(reading, form, nth), pos)
    return {role: [reading.words[f.word].text for f in fillers] for role, fillers in clause.roles.items()}


ACTIVE = "Israel/Israel/PROPN/NNP/2/nsubj attacked/attack/VERB/VBD/0/root Hamas/Hamas/PROPN/NNP/2/obj"
PASSIVE = (
    "Hamas/Hamas/PROPN/NNP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass attacked/attack/VERB/VBN/0/root "
    "by/by/ADP/IN/5/case Israel/Israel/PROPN/NNP/3/obl:agent"
)
CONTROL = (
    "Iran/Iran/PROPN/NNP/2/nsubj promised/promise/VERB/VBD/0/root to/to/PART/TO/4/mark help/help/VERB/VB/2/xcomp "
    "Syria/Syria/PROPN/NNP/4/obj"
)
OBJECT_CONTROL = (
    "Iran/Iran/PROPN/NNP/2/nsubj urged/urge/VERB/VBD/0/root Syria/Syria/PROPN/NNP/2/obj to/to/PART/TO/5/mark "
    "leave/leave/VERB/VB/2/xcomp"
)
CALLED_ON = (
    "Iran/Iran/PROPN/NNP/2/nsubj called/call/VERB/VBD/0/root on/on/ADP/IN/4/case Syria/Syria/PROPN/NNP/2/obl "
    "to/to/PART/TO/6/mark leave/leave/VERB/VB/2/advcl"
)
BLAMED = (
    "Iran/Iran/PROPN/NNP/2/nsubj accused/accuse/VERB/VBD/0/root Syria/Syria/PROPN/NNP/2/obj of/of/SCONJ/IN/5/mark "
    "arming/arm/VERB/VBG/2/advcl rebels/rebel/NOUN/NNS/5/obj"
)
RELATIVE = (
    "rebels/rebel/NOUN/NNS/0/root who/who/PRON/WP/3/nsubj shelled/shell/VERB/VBD/1/acl:relcl Homs/Homs/PROPN/NNP/3/obj"
)
REDUCED = (
    "attack/attack/NOUN/NN/0/root Iran/Iran/PROPN/NNP/3/nsubj condemned/condemn/VERB/VBD/1/acl:relcl "
    "././PUNCT/./1/punct"
)
COORDINATED = (
    "Troops/troop/NOUN/NNS/2/nsubj entered/enter/VERB/VBD/0/root Homs/Homs/PROPN/NNP/2/obj and/and/CCONJ/CC/5/cc "
    "killed/kill/VERB/VBD/2/conj rebels/rebel/NOUN/NNS/5/obj"
)
AT_LEAST = (
    "Troops/troop/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root at/at/ADP/IN/6/case least/least/ADJ/JJS/5/nmod "
    "eight/eight/NUM/CD/6/nummod men/man/NOUN/NNS/2/obl"
)


@pytest.mark.parametrize(
    ("sentence", "form", "expected"),
    [
        (ACTIVE, "attacked", {"agent": ["Israel"], "patient": ["Hamas"]}),
        (PASSIVE, "attacked", {"agent": ["Israel"], "patient": ["Hamas"], "by": ["Israel"]}),
        (CONTROL, "help", {"agent": ["Iran"], "patient": ["Syria"]}),
        (OBJECT_CONTROL, "leave", {"agent": ["Syria"]}),
        (CALLED_ON, "leave", {"agent": ["Syria"]}),
        (BLAMED, "arming", {"agent": ["Syria"], "patient": ["rebels"]}),
        (RELATIVE, "shelled", {"agent": ["rebels"], "patient": ["Homs"]}),
        (REDUCED, "condemned", {"agent": ["Iran"], "patient": ["attack"]}),
        (COORDINATED, "killed", {"agent": ["Troops"], "patient": ["rebels"]}),
        (AT_LEAST, "killed", {"agent": ["Troops"], "patient": ["men"]}),
    ],
)
def test_a_verb_has_the_same_roles_in_every_construction(
    sentence: str, form: str, expected: dict[str, list[str]]
) -> None:
    """Voice, control, relative clauses, coordination and quantities change the tree, not the roles."""
    assert roles(read(sentence), form, "verb") == expected


def test_a_light_verb_lends_its_arguments_to_its_noun() -> None:
    """In "Iran held talks with Oman" the talks have Iran and Oman."""
    reading = read(
        "Iran/Iran/PROPN/NNP/2/nsubj held/hold/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj with/with/ADP/IN/5/case "
        "Oman/Oman/PROPN/NNP/2/obl"
    )
    assert roles(reading, "talks", "noun") == {"agent": ["Iran"], "with": ["Oman"]}


def test_an_act_that_is_undergone_turns_its_subject_round() -> None:
    """In "Homs came under attack" Homs undergoes the attack."""
    reading = read(
        "Homs/Homs/PROPN/NNP/2/nsubj came/come/VERB/VBD/0/root under/under/ADP/IN/4/case attack/attack/NOUN/NN/2/obl"
    )
    assert roles(reading, "attack", "noun") == {"undergoer": ["Homs"]}


def test_a_noun_has_owners_and_targets() -> None:
    """ "Iran's attack on Oman by night" has possessor and prepositions as roles."""
    reading = read(
        "Iran/Iran/PROPN/NNP/3/nmod:poss 's/'s/PART/POS/1/case attack/attack/NOUN/NN/0/root on/on/ADP/IN/5/case "
        "Oman/Oman/PROPN/NNP/3/nmod"
    )
    assert roles(reading, "attack", "noun") == {"poss": ["Iran"], "on": ["Oman"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Hamas/Hamas/PROPN/NNP/2/nsubj claimed/claim/VERB/VBD/0/root responsibility/responsibility/NOUN/NN/2/obj "
        "for/for/ADP/IN/6/case the/the/DET/DT/6/det attack/attack/NOUN/NN/3/nmod",
        "Iran/Iran/PROPN/NNP/2/nsubj blamed/blame/VERB/VBD/0/root Hamas/Hamas/PROPN/NNP/2/obj for/for/ADP/IN/6/case "
        "the/the/DET/DT/6/det attack/attack/NOUN/NN/2/obl",
        "Hamas/Hamas/PROPN/NNP/5/nsubj is/be/AUX/VBZ/5/cop behind/behind/ADP/IN/5/case the/the/DET/DT/5/det "
        "attack/attack/NOUN/NN/0/root",
        "Hamas/Hamas/PROPN/NNP/3/nsubj is/be/AUX/VBZ/3/cop responsible/responsible/ADJ/JJ/0/root for/for/ADP/IN/6/case "
        "the/the/DET/DT/6/det attack/attack/NOUN/NN/3/obl",
    ],
)
def test_who_is_blamed_for_an_act_is_its_doer(sentence: str) -> None:
    """Claims and blame tie a doer to an act that a noun names."""
    assert roles(read(sentence), "attack", "noun")["agent"] == ["Hamas"]


@pytest.mark.parametrize(("verb", "doers"), [("mediated", ["Qatar", "Oman"]), ("mediates", ["Qatar"])])
def test_a_clause_behind_a_comma_is_about_all_states_joined_before_it(verb, doers):
    tag = "VBZ" if verb.endswith("s") else "VBD"
    reading = read(
        "Oman/Oman/PROPN/NNP/7/nsubj and/and/CCONJ/CC/3/cc Qatar/Qatar/PROPN/NNP/1/conj ,/,/PUNCT/,/6/punct "
        f"which/which/PRON/WDT/6/nsubj {verb}/mediate/VERB/{tag}/3/acl:relcl left/leave/VERB/VBD/0/root"
    )
    assert roles(reading, verb, "verb")["agent"] == doers
