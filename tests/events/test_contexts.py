"""About what: PLOVER's contexts."""

from hearsay.events.contexts import contexts_of
from hearsay.events.tables import read_table
from tests.events.sentences import act, empty_cast, party, read

CONTEXTS = frozenset(
    (
        "military", "intelligence", "executive", "legislative", "election", "political_institutions",
        "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms",
        "repression", "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic",
        "territory", "peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource",
        "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption",
        "illegal_drugs", "trafficking",
    )
)  # fmt: skip


def contexts(reading, candidate):
    return contexts_of(reading, empty_cast(reading), candidate)


def test_the_table_knows_the_37_contexts_of_the_manual_and_no_other():
    assert {row["context"] for row in read_table("contexts.tsv")} == CONTEXTS
    assert len(CONTEXTS) == 37


def test_the_words_of_the_sentence_tell_the_context():
    reading = read(
        "The/the/DET/DT/2/det court/court/NOUN/NN/3/nsubj jailed/jail/VERB/VBD/0/root him/he/PRON/PRP/3/obj "
        "for/for/ADP/IN/6/case bribery/bribery/NOUN/NN/3/obl"
    )
    assert contexts(reading, act(reading, "jailed", "COERCE")) == ("corruption", "legal")


def test_who_takes_part_tells_it_too():
    reading = read("They/they/PRON/PRP/2/nsubj fought/fight/VERB/VBD/0/root")
    army = party(reading, "They", "SDN", None, "MIL")
    assert contexts(reading, act(reading, "fought", "ASSAULT", actors=[army])) == ("military",)


def test_another_paragraph_tells_nothing():
    reading = read(
        "Voters/voter/NOUN/NNS/2/nsubj chose/choose/VERB/VBD/0/root",
        "¶They/they/PRON/PRP/2/nsubj fled/flee/VERB/VBD/0/root",
    )
    assert contexts(reading, act(reading, "fled", "SANCTION")) == ()


def test_at_most_two_are_given():
    reading = read(
        "Asylum/asylum/NOUN/NN/6/nsubj oil/oil/NOUN/NN/1/conj "
        "corruption/corruption/NOUN/NN/1/conj hackers/hacker/NOUN/NNS/1/conj "
        "earthquake/earthquake/NOUN/NN/1/conj talks/talk/NOUN/NNS/0/root"
    )
    assert len(contexts(reading, act(reading, "talks", "CONSULT"))) == 2
