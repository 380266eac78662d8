"""Documents: text is kept as it is, regions cover it, dates are real days."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import IngestError
from hearsay.ingest import make_document
from hearsay.ingest.dates import iso_date
from hearsay.records import Document, Region


def regions(text: str, **fields: str | bool) -> list[tuple[str, str]]:
    """Kind and words of each region."""
    document = make_document(text, **fields)
    return [(region.kind, text[slice(*region.span)]) for region in document.regions]


def test_a_document_is_its_text_and_what_was_said_of_it():
    assert make_document("Iran met Oman.", title=" Talks\n", published="15 July 2024", outlet="Star") == Document(
        id="e210424ddebd69ba",
        digest="e210424ddebd69ba62675abd1fe35c5f2edf2308303cd123e7c1d7fbdcafb6be",
        text="Iran met Oman.",
        title="Talks",
        published="2024-07-15",
        outlet="Star",
        regions=(Region(kind="body", span=(0, 14)),),
    )


def test_the_digest_is_that_of_title_and_text():
    same = make_document("Iran met Oman.", title="Talks", outlet="A").digest
    assert make_document("Iran met Oman.", title="Talks", outlet="B").digest == same
    assert make_document("Iran met Oman.", title="Other").digest != same


PARTS = st.sampled_from(
    ["By Jane Doe", "BAGHDAD (AFP) - ", "Photo: Jane Doe", "Read more: it", "\n", "\n\n", "\r\n", "# A title",
     "IRAN AND OMAN MEET in x.", "(credit: REUTERS)", "---\n", "FILE PHOTO: A man. REUTERS/B", "He met them. ", " ",
     "\u200f", "15 July 2024", "©"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.one_of(PARTS, st.text(max_size=8))).map("".join)), st.booleans())
def test_regions_cover_any_text_from_first_to_last_character(text: str, markdown: bool):
    if not text.strip():
        return
    document = make_document(text, markdown=markdown)
    assert document.text == text
    assert document.regions[0].span[0] == 0
    assert document.regions[-1].span[1] == len(text)
    assert all(a.span[1] == b.span[0] for a, b in zip(document.regions, document.regions[1:], strict=False))
    assert all(region.span[0] < region.span[1] for region in document.regions)


@pytest.mark.parametrize(
    "line",
    [
        "BAGHDAD (Reuters) - ",
        "(AP) — ",
        "TEHRAN, Iran — ",
        "WASHINGTON, July 15 (Xinhua) -- ",
        "Baghdad (AFP) – ",
        "UNITED NATIONS, New York, 3 May 2021 – ",
        "ISLAMABAD: ",
        "GAZA/JERUSALEM (Reuters) - ",
        "By Jane Doe and John Roe, Reuters\n",
        "Monday, May 18, 2015\n",
        "Published: 15 July 2024 10:30 GMT\n",
        "The Associated Press\n",
    ],
)
def test_datelines_and_bylines_head_a_report(line: str):
    assert regions(line + "Two men were killed.", title="") == [("dateline", line), ("body", "Two men were killed.")]


@pytest.mark.parametrize("line", ["Damascus — ", "Gaza City, Gaza Strip – ", "Kuala Lumpur, Malaysia — "])
def test_a_place_in_small_letters_heads_a_report_where_no_aside_is_closed(line: str):
    assert regions(line + "Two men were killed.", title="") == [("dateline", line), ("body", "Two men were killed.")]


@pytest.mark.parametrize("line", ["Vladimir Putin — Russia's president — left.", "Hamas – which rules Gaza – left."])
def test_an_aside_is_no_dateline(line: str):
    assert regions(line, title="") == [("body", line)]


def test_who_speaks_in_a_transcript_is_no_dateline_but_a_single_place_is():
    talk = "ANN SMITH: Will you go?\n\nMINISTER: I will.\n\nSMITH: When?"
    assert regions(talk, title="") == [("body", talk)]
    assert regions("CAIRO: The minister left.", title="") == [("dateline", "CAIRO: "), ("body", "The minister left.")]


@pytest.mark.parametrize(
    "text",
    [
        "By Monday the army had taken the town.",
        "US-led forces left - and came back.",
        "The report was published on Monday by a charity.",
        "Related violence killed twelve people.",
        "Pictures, videos and documents were seized.",
        "Written by 12 senators, the letter asks for peace.",
        "Video from the scene showed smoke over the port.",
        "He had worked for AP.",
        "THE PRESIDENT AND HIS MEN left the city on Monday. They did not say why.",
        "ALL OF THIS IS IN CAPITALS. IT WAS SENT BY TELEX.",
    ],
)
def test_sentences_that_look_like_furniture_are_body(text: str):
    assert regions("It began in May.\n\n" + text, title="") == [("body", "It began in May.\n\n" + text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: Jane Doe/AFP", "credit"),
        ("REUTERS/Jane Doe/File Photo", "credit"),
        ("Jane Doe/Getty Images", "credit"),
        ("File photo", "credit"),
        ("Image source, Jane Doe", "credit"),
        ("Image caption, The minister speaks in Tehran.", "caption"),
        ("In this photo released by the ministry, a man waits.", "caption"),
        ("Read more: Sanctions explained", "boilerplate"),
        ("Sign up for our daily newsletter", "boilerplate"),
        ("© 2024 The Daily Star. All rights reserved.", "boilerplate"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "boilerplate"),
        ("Share | Tweet | Print", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
    ],
)
def test_lines_that_are_no_part_of_the_report(line: str, kind: str):
    assert regions(f"It began.\n{line}\nIt ended.", title="") == [
        ("body", "It began.\n"),
        (kind, line + "\n"),
        ("body", "It ended."),
    ]


def test_a_caption_scraped_into_a_paragraph_stands_apart_with_its_credit():
    text = "He lives in Doha. CROWDS GATHER OUTSIDE THE embassy in Tehran, last month. (credit: REUTERS/A)\n\nHe left."
    assert regions("It began.\n\n" + text, title="") == [
        ("body", "It began.\n\nHe lives in Doha. "),
        ("caption", "CROWDS GATHER OUTSIDE THE embassy in Tehran, last month. "),
        ("credit", "(credit: REUTERS/A)\n\n"),
        ("body", "He left."),
    ]


def test_a_caption_line_ends_in_its_credit():
    assert regions("FILE PHOTO: A minister speaks. REUTERS/Jane Doe", title="") == [
        ("caption", "FILE PHOTO: A minister speaks. "),
        ("credit", "REUTERS/Jane Doe"),
    ]


def test_a_text_gives_its_own_title_and_date():
    document = make_document("Two ministers meet in Muscat\n\nMUSCAT, July 15, 2024 (IRNA) - Iran met Oman.")
    assert (document.title, document.published) == ("Two ministers meet in Muscat", "2024-07-15")


def test_what_is_given_goes_before_what_the_text_says():
    text = "Two ministers meet in Muscat\n\nMUSCAT, July 15, 2024 (IRNA) - Iran met Oman."
    document = make_document(text, title="Talks", published=date(2024, 7, 16))
    assert (document.title, document.published) == ("Talks", "2024-07-16")


@pytest.mark.parametrize(
    "written",
    ["2024-07-15", "2024-7-15", "2024-07-15T23:30:00+02:00", "2024-07-15 08:00", "20240715", "2024/07/15",
     "15 July 2024", "15th of July, 2024", "July 15, 2024", "Jul. 15 2024", "Mon, 15 Jul 2024 08:00:00 GMT",
     "Monday, July 15, 2024", "15-Jul-2024", "15/7/2024", "7/15/2024", " 2024-07-15 "],
)  # fmt: skip
def test_common_forms_of_a_date(written: str):
    assert iso_date(written) == "2024-07-15"


@pytest.mark.parametrize("value", [date(2024, 7, 15), datetime(2024, 7, 15, 23, 59)])
def test_dates_are_dates(value: date):
    assert iso_date(value) == "2024-07-15"


@pytest.mark.parametrize(
    "written", ["2024-02-30", "2023-02-29", "31 June 2024", "4/5/2024", "yesterday", "2024", "2024-13-01"]
)
def test_impossible_and_ambiguous_dates_are_refused(written: str):
    with pytest.raises(ValueError, match=r"date|two ways"):
        iso_date(written)


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "empty"), (" \n\u00a0", "empty"), ("x" * 11, "11 characters, more than the 10"), (b"x", "must be a string"),
     ("a\ud800", "surrogate")],
)  # fmt: skip
def test_what_is_no_document(text: str, message: str):
    with pytest.raises(IngestError, match=message):
        make_document(text, max_chars=10)
