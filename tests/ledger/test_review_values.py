"""People write actors as names with codes, and what they leave as it stands is no correction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import LedgerError
from hearsay.ledger.review_records import Coded, Correction
from hearsay.ledger.review_values import actor_of, correction, digest_of, label_of, place_label, place_of, value_of
from hearsay.records import Actor, Place
from tests.explorer.hostile import HOSTILE

IRAN = Actor(name="Iran", country="IRN", sector=("GOV",))
REBELS = Actor(name="rebels", sector=("REB", "MIL"))
NOBODY = Actor(name=None, country=None)
CODED = Coded(type="ASSAULT", actor=(IRAN,), recipient=(REBELS,), source=(NOBODY,), trigger="hit", sentence="Iran hit.",
              confidence=0.5)  # fmt: skip


@pytest.mark.parametrize(
    ("actor", "label"),
    [(IRAN, "Iran [IRN GOV]"), (REBELS, "rebels [? REB MIL]"), (NOBODY, "somebody"), (Actor(name="Ana"), "Ana"),
     (Actor(name="A [b]\n c", country="FRA"), "A (b) c [FRA]")],
)  # fmt: skip
def test_actors_are_written_with_their_codes(actor: Actor, label: str):
    assert label_of(actor) == label


@pytest.mark.parametrize(
    ("label", "actor"),
    [
        ("  Iran   [irn gov] ", IRAN),
        ("rebels [? REB MIL]", REBELS),
        ("rebels [REB MIL]", REBELS),
        ("Ana", Actor(name="Ana")),
        ("Ana []", Actor(name="Ana")),
        ("United Nations [UNO]", Actor(name="United Nations", country="UNO")),
    ],
)
def test_labels_are_read_as_they_are_written(label: str, actor: Actor):
    assert actor_of(label) == actor


def test_a_bare_name_is_that_of_somebody_known():
    assert actor_of("iran", (REBELS, IRAN)) == IRAN
    assert actor_of("iran", (REBELS,)) == Actor(name="iran")


@pytest.mark.parametrize(
    ("label", "message"),
    [
        ("Iran [IR]", "'IR' is no country: write three letters"),
        ("Iran [IRN GOV XYZ]", "'XYZ' is no sector: write one of AGR,"),
        ("[IRN]", "is no actor: write a name, with codes as in Masoud Pezeshkian"),
        ("a [b] c [d]", "is no actor"),
        ("x" * 201, "is no actor"),
        ("a\u202eb", "is no actor"),
    ],
)
def test_what_is_no_actor_is_refused(label: str, message: str):
    with pytest.raises(ValueError, match=message):
        actor_of(label)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_hostile_articles_come_back_as_they_went(words: str):
    actor = Actor(name=words, country="IRN")
    assert actor_of(label_of(actor), (actor,)) == actor


@given(st.builds(Actor, name=st.text(max_size=30), country=st.sampled_from([None, "IRN"]), sector=st.just(("GOV",))))
def test_every_actor_of_an_article_comes_back_as_it_went(actor: Actor):
    assert actor_of(label_of(actor), (actor,)) == actor


def test_only_what_differs_is_a_correction():
    given = Correction(type="ASSAULT", actor=(IRAN,), recipient=(), status="planned", source=(NOBODY,))
    assert correction(CODED, given) == Correction(recipient=(), status="planned")


CALL = CODED.model_copy(update={"type": "CONSULT", "mode": ("phone",), "date": "2024-07", "place": "Muscat [OMN]"})


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (Correction(mode=("phone",), date="2024-07", place="Muscat [OMN]"), Correction()),
        (Correction(mode=(), date="", place=""), Correction(mode=(), date="", place="")),
        (Correction(mode=("visit",), date="2024-07-14"), Correction(mode=("visit",), date="2024-07-14")),
        (Correction(type="ASSAULT", mode=("phone",)), Correction(type="ASSAULT")),
        (Correction(type="ASSAULT", mode=("aerial",)), Correction(type="ASSAULT", mode=("aerial",))),
    ],
)
def test_a_mode_a_date_and_a_place_are_corrected_as_they_differ(given: Correction, kept: Correction):
    assert correction(CALL, given) == kept


def test_no_date_and_no_place_are_values_too():
    assert correction(CODED, Correction(date="", place="", mode=())) == Correction()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (Correction(mode=("aerial",)), "'aerial' is no mode of CONSULT: it has multilateral, phone,"),
        (Correction(type="AGREE", mode=("visit",)), "'visit' is no mode of AGREE: it has none at all"),
        (Correction(date="2024-02-30"), "'2024-02-30' is no date: write YYYY, YYYY-MM or YYYY-MM-DD"),
        (Correction(date="24"), "'24' is no date"),
        (Correction(date="yesterday"), "'yesterday' is no date"),
        (Correction(place="Muscat [OM]"), "'OM' is no country: write three letters, as OMN"),
        (Correction(place="[OMN]"), "is no place: write its name"),
        (Correction(place="x" * 201), "is no place: write its name"),
    ],
)
def test_what_cannot_be_right_is_refused(given: Correction, message: str):
    with pytest.raises(LedgerError, match=message):
        correction(CALL, given)


@pytest.mark.parametrize(
    ("place", "label"),
    [(Place(name="Muscat", country="OMN", span=(0, 1), text="M"), "Muscat [OMN]"),
     (Place(name="Red [Sea]", span=(0, 1), text="R"), "Red (Sea)")],
)  # fmt: skip
def test_places_are_written_with_their_country_and_read_again(place: Place, label: str):
    assert place_label(place) == label
    assert place_of(f" {label} ") == (label.partition(" [")[0], place.country)


def test_values_of_a_corrected_type_do_not_keep_its_modes():
    fixes = (Correction(), Correction(type="AGREE"), Correction(type="ASSAULT", mode=("drone", "aerial")))
    assert [value_of(CALL, fix, "mode") for fix in fixes] == ["phone", "", "aerial; drone"]
    assert [value_of(CALL, Correction(date="", place="MUSCAT  [omn]"), name) for name in ("date", "place")] == [
        "", "muscat [omn]",
    ]  # fmt: skip


def test_values_are_the_same_where_people_mean_the_same():
    one = Correction(actor=(IRAN, REBELS), source=(IRAN, REBELS))
    other = Correction(actor=(Actor(name="REBELS"), Actor(name=" iran ", country="IRN")), source=(REBELS, IRAN))
    assert [value_of(CODED, fix, "actor") for fix in (one, other)] == ["? rebels; IRN iran"] * 2
    assert [value_of(CODED, fix, "source") for fix in (one, other)] == ["IRN iran > ? rebels", "? rebels > IRN iran"]
    assert [value_of(CODED, Correction(), name) for name in ("type", "status")] == ["ASSAULT", "actual"]


def test_a_digest_tells_one_coding_from_another():
    assert digest_of(CODED) == digest_of(CODED.model_copy())
    assert digest_of(CODED) != digest_of(CODED.model_copy(update={"status": "planned"}))
