"""Who relays whom."""

from __future__ import annotations

from hearsay.attribution import Attribution
from hearsay.reading.tree import Reading

Articles = dict[str, tuple[Reading, Attribution]]


def chain(articles: Articles, name: str) -> list[list[str | None]]:
    reports = articles[name][1].reports
    return [[*(v.name for v in r.via), r.source.name if r.source else None] for r in reports]


def test_a_medium_told_stands_before_the_speaker(articles: Articles) -> None:
    (report,) = articles["medium"][1].reports
    assert chain(articles, "medium") == [["Reuters", "spokesman"]]
    assert [(v.text, v.ownership, v.country, v.sector) for v in report.via] == [("Reuters", "private", "GBR", ("JRN",))]


def test_who_quotes_stands_before_who_is_quoted(articles: Articles) -> None:
    assert chain(articles, "quoted") == [["State radio", "governor"]]


def test_nested_speech_is_one_report_by_the_innermost_speaker(articles: Articles) -> None:
    assert chain(articles, "nested") == [["IRNA", "minister"]]
    assert chain(articles, "relay") == [["release", "governor"]]


def test_two_speakers_of_one_cue_are_source_and_with(articles: Articles) -> None:
    (report,) = articles["two"][1].reports
    assert report.source is not None
    assert (report.source.name, [a.name for a in report.also]) == ("king", ["prime minister"])
    assert report.source_text == "The king and the prime minister"


def test_an_agency_in_the_dateline_heads_every_chain(articles: Articles) -> None:
    reading, attribution = articles["dateline"]
    assert chain(articles, "dateline") == [["Reuters", "army"]]
    collapsed = next(w for w in reading.words if w.text == "collapsed")
    stance = attribution.stance(collapsed.index)
    assert [(s.name, s.text) for s in stance.sources] == [("Reuters", "Reuters")]


def test_the_relay_vouches_for_what_another_does_in_its_words(articles: Articles) -> None:
    reading, attribution = articles["relay"]
    praised = next(w for w in reading.words if w.text == "praised")
    assert [s.name for s in attribution.stance(praised.index).sources] == ["release"]
