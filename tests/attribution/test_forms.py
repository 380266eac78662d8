"""Forms of quotation as newspapers print them, read by the reader itself, and text that only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hearsay

Row = tuple[str | None, str, tuple[str, ...], str]

FORMS: dict[str, tuple[str, list[Row]]] = {
    "a label before a headline": (
        "Merkel: Europe must act on migration\n\nBERLIN - The chancellor left on Monday. She came back later.",
        [("Merkel", ":", ("Europe must act on migration",), "indirect")],
    ),
    "a label after a headline": (
        "Rebels hold the port - minister\n\nBERLIN - The army left on Monday. It did not return.",
        [("minister", "-", ("Rebels hold the port",), "indirect")],
    ),
    "an outlet after a headline": (
        "Rebels hold the port at night – BBC News\n\nThe army left on Monday. It did not return.",
        [],
    ),
    "a transcript": (
        "SMITH: Did the army leave the port?\n\nHALL: It left at dawn.\n\nThere was no fighting.\n\n(APPLAUSE)\n\n"
        "Moderator: We move on.",
        [
            ("SMITH", ":", ("Did the army leave the port?",), "indirect"),
            ("HALL", ":", ("It left at dawn", "There was no fighting"), "indirect"),
            ("Moderator", ":", ("We move on",), "indirect"),
        ],
    ),
    "entries of a list are no words of theirs": (
        "The vote is near.\n\nMerkel: A good night.\n\nScholz: Slow start.",
        [],
    ),
    "a headline that goes on behind its quotation": (
        "Merkel: ‘No way’ to close the border\n\nBERLIN - The chancellor left on Monday.",
        [("Merkel", ":", ("‘No way’ to close the border",), "mixed")],
    ),
    "a poll as a label": (
        "Poll: Voters tire of the long war\n\nPARIS - The president left on Monday.",
        [("Poll", ":", ("Voters tire of the long war",), "indirect")],
    ),
    "a second object in marks": (
        'He called the ruling "a disgrace" and the judge "a coward".',
        [("He", "called", ('the ruling "a disgrace" and the judge "a coward"',), "mixed")],
    ),
    "when and where it was said": (
        "The ministry said on Monday its forces had retaken the town, in a statement carried by the state news agency "
        "SANA, adding that 12 rebels had been killed.",
        [
            ("The ministry", "said", ("its forces had retaken the town",), "indirect"),
            ("The ministry", "adding", ("12 rebels had been killed",), "indirect"),
        ],
    ),
    "who relays it behind a comma": (
        "Hamas said it had received a new proposal from mediators, Al Jazeera reported, while Israel's prime minister "
        "reportedly told ministers that the war would go on.",
        [
            ("Hamas", "said", ("it had received a new proposal from mediators",), "indirect"),
            ("Israel's prime minister", "reportedly told", ("the war would go on",), "indirect"),
        ],
    ),
    "a day after a closing verb": (
        "The company has agreed to pay $2 million, the Justice Department announced Thursday.",
        [("the Justice Department", "announced", ("The company has agreed to pay $2 million",), "indirect")],
    ),
    "a document behind a comma": (
        "The mayor said the bridge was closed, according to the transcript.",
        [("The mayor", "said", ("the bridge was closed",), "indirect")],
    ),
    "an aside before the verb": (
        'Union leader Tom Reed, who described the plan as "vandalism", vowed to fight it.',
        [
            ("who", "described", ('the plan as "vandalism"',), "mixed"),
            ("Union leader Tom Reed", "vowed", ("to fight it",), "indirect"),
        ],
    ),
    "scare quotes": ('The so-called "safe zone" was shelled by the army on Monday.', []),
    "a quotation over paragraphs": (
        "Anna Weber said: “We lost the harvest.\n\n“We have no seed left.\n\n“We need help.”",
        [("Anna Weber", "said", ("“We lost the harvest.", "“We have no seed left.", "“We need help.”"), "direct")],
    ),
    "a quotation on its own": (
        "Paul Meyer described the night. “The walls shook and the lights went out.”",
        [
            ("Paul Meyer", "described", ("the night",), "indirect"),
            ("Paul Meyer", "", ("“The walls shook and the lights went out.”",), "direct"),
        ],
    ),
    "passives": (
        "The general was quoted as saying that the war was over. The rebels are believed to hold the airport.",
        [
            ("The general", "quoted as saying", ("the war was over",), "indirect"),
            (None, "are believed", ("The rebels", "to hold the airport"), "indirect"),
        ],
    ),
    "discontinuous": (
        "“The port,” the governor said, “is in rebel hands.”",
        [("the governor", "said", ("“The port,”", "“is in rebel hands.”"), "direct")],
    ),
    "low and angle marks": (
        "„Der Krieg ist vorbei“, said Hans Weber. «C’est fini», said Jean Petit.",
        [
            ("Hans Weber", "said", ("„Der Krieg ist vorbei“",), "direct"),
            ("Jean Petit", "said", ("«C’est fini»",), "direct"),
        ],
    ),
    "single marks and apostrophes": (
        "'We will not leave,' said Tom Hill. The boys' game went on.",
        [("Tom Hill", "said", ("'We will not leave,'",), "direct")],
    ),
    "inches": (
        'He ran 10.5" of wire for 30" before police stopped him, the mayor said.',
        [("the mayor", "said", ('He ran 10.5" of wire for 30" before police stopped him',), "indirect")],
    ),
    "a block": (
        "The minister said:\n\nWe made good progress today.\n\nAll sides want peace.",
        [("The minister", "said", ("We made good progress today.", "All sides want peace."), "direct")],
    ),
    "a block in Markdown": (
        "The minister wrote:\n\n> We made good progress.\n\nTalks go on.",
        [("The minister", "wrote", ("We made good progress.",), "direct")],
    ),
    "in the words of": (
        "In the words of the mayor, the city is lost.",
        [("the mayor", "In the words of", ("the city is lost",), "indirect")],
    ),
    "a condition is nobody's words": ("If the rebels attack the city, the army will respond.", []),
    "an aside": (
        "Tom Hill said the port was lost, while others said it was safe.",
        [
            ("Tom Hill", "said", ("the port was lost",), "indirect"),
            ("others", "said", ("it was safe",), "indirect"),
        ],
    ),
    "per": (
        "Rebels hold the port, per the governor. The port costs nine dollars per day, up four per cent.",
        [("the governor", "per", ("Rebels hold the port",), "indirect")],
    ),
    "in a poll": (
        "In a new poll, six in ten voters were tired of the war.",
        [("a new poll", "In", ("six in ten voters were tired of the war",), "indirect")],
    ),
    "a light verb": (
        "Anna Weber expressed deep concern over the fighting.",
        [("Anna Weber", "expressed deep concern over", ("the fighting",), "indirect")],
    ),
    "an apposition to whoever is praised": (
        "Anna Weber praised Paul Meyer, the head of the council.",
        [("Anna Weber", "praised", ("Paul Meyer",), "indirect")],
    ),
    "seeming": (
        "The rebels seem to hold the port.",
        [(None, "seem", ("The rebels", "to hold the port"), "indirect")],
    ),
    "asked": (
        "Asked why the port was lost, Anna Weber said nobody had guarded it.",
        [
            (None, "Asked", ("why the port was lost",), "indirect"),
            ("Anna Weber", "said", ("nobody had guarded it",), "indirect"),
        ],
    ),
    "signed": (
        "“We lost everything.” — Marta Keller\n\n“Nobody came.” – Paul Meyer",
        [
            ("Marta Keller", "—", ("“We lost everything.”",), "direct"),
            ("Paul Meyer", "–", ("“Nobody came.”",), "direct"),
        ],
    ),
    "who wants something is not who is quoted": (
        "“The port is lost,” said Anna Weber, who wants peace. “We have no guns.”",
        [
            ("Anna Weber, who wants peace", "said", ("“The port is lost,”", "“We have no guns.”"), "direct"),
            ("who", "wants", ("peace",), "indirect"),
        ],
    ),
    "two quotations and a conjunction": (
        "The crowd chanted, “Send them home,” and “Open the gates.”",
        [("The crowd", "chanted", ("“Send them home,” and “Open the gates.”",), "mixed")],
    ),
    "quoted words that a parser hangs on a noun": (
        "Anna Weber called the ruling “abhorrent” in a letter.",
        [("Anna Weber", "called", ("the ruling “abhorrent”",), "mixed")],
    ),
    "unclosed": (
        'Tom Hill said: "We will not leave. Then he left.\n\nThe army came.',
        [("Tom Hill", "said", ('"We will not leave.',), "direct")],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_gives_its_reports(form: str) -> None:
    text, expected = FORMS[form]
    reports = hearsay.code(text, published="2024-07-15").reports
    assert [(r.source_text, " ".join(r.cue_text), r.content_text, r.kind) for r in reports] == expected


def test_a_medium_in_the_chain_has_its_owner() -> None:
    (report,) = hearsay.code("The minister told RIA Novosti that the war was over.", published="2024-07-15").reports
    assert [(v.text, v.ownership) for v in report.via] == [("RIA Novosti", "state")]


def test_a_quotation_of_five_hundred_paragraphs_is_one_report() -> None:
    text = (
        "Anna Weber said: " + "\n\n".join(["“We lost the harvest."] * 499 + ["“We need help.”"]) + "\n\nThe army left."
    )
    (report,) = hearsay.code(text, published="2024-07-15").reports
    assert (report.source_text, len(report.content)) == ("Anna Weber", 500)
    assert report.content_text[-1] == "“We need help.”"


PIECES = [
    '"We lost', "“We lost the war", "harvest,” ", 'said Anna Weber. ', "Anna Weber said: ", "‘Go home’ ", "„Nein“, ",
    "«Oui» ", "5'10\" ", "30\" ", "the boys' game ", "\n\n", "\n\nPhoto: Anna Weber said ", "> ", "” ", "“", '"', "'",
    "The minister denied the attack. ", "according to Reuters. ", " - minister", "which he called ", "…”",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join))
def test_whatever_the_marks_spans_are_verbatim_and_stay_in_their_region(text: str) -> None:
    coding = hearsay.code("Start. " + text, published="2024-07-15")
    coding.check()
    regions = [r.span for r in coding.document.regions]
    for report in coding.reports:
        for begin, end in report.content:
            assert any(b <= begin < end <= e for b, e in regions)


def test_a_medium_named_by_its_kind_is_the_one_named_before() -> None:
    text = "BBC News aired an interview on Monday. The mayor told the broadcaster that the bridge was lost."
    (report,) = hearsay.code(text, published="2024-07-15").reports
    assert [medium.name for medium in report.via] == ["BBC News"]
