"""What the packaged knowledge answers, probe by probe."""

import pytest

from hearsay.world import Entity, World


@pytest.fixture(scope="module")
def world() -> World:
    return World.default()


def titles(world: World, name: str, on: str) -> list[tuple[str, str]]:
    (person, *_) = world.entities(name)
    return [(term.title, term.status) for term in world.roles(person.id, on)]


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Masoud Pezeshkian", "2024-07-15", [("President", "elect")]),
        ("Masoud Pezeshkian", "2024-08-15", [("President", "")]),
        ("John Kerry", "2014-05-01", [("Secretary of State", "")]),
        ("Ban Ki-moon", "2010-06-01", [("UN Secretary-General", "")]),
        ("Antonio Guterres", "2018-06-01", [("UN Secretary-General", "")]),
        ("António Guterres", "2010-06-01", [("UN High Commissioner for Refugees", "")]),
        ("Ali Bagheri Kani", "2024-07-15", [("Acting Foreign Minister", "acting")]),
        ("Hasan Ruhani", "2015-06-01", [("President", "")]),
        ("Sergei Lavrov", "2009-06-01", [("Foreign Minister", "")]),
        ("Volodymyr Zelenskiy", "2022-03-01", [("President", "")]),
        ("Ismail Haniya", "2024-07-31", [("Head of the political bureau of Hamas", "")]),
    ],
)
def test_roles_are_those_of_the_day(world: World, name: str, on: str, expected: list[tuple[str, str]]) -> None:
    assert titles(world, name, on) == expected


@pytest.mark.parametrize(
    ("name", "on"),
    [
        ("Masoud Pezeshkian", "2023-01-01"),
        ("Ismail Haniyeh", "2024-09-01"),
        ("Ban Ki-moon", "2018-01-01"),
        ("Tony Blair", "2045"),
    ],
)
def test_outside_the_known_bounds_there_is_no_role(world: World, name: str, on: str) -> None:
    assert titles(world, name, on) == []


def test_without_a_date_there_is_no_role(world: World) -> None:
    assert world.roles("person:john-kerry", None) == ()


def test_an_entity_is_a_whole_row(world: World) -> None:
    assert world.entities("the Houthis")[0] == Entity(
        "group:houthis", "Houthis", "armed-group", "YEM", ("REB",), "Q1030310", "entities:group:houthis"
    )


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Iran", "IRN"), ("Islamic Republic of Iran", "IRN"), ("U.S.", "USA"), ("US", "USA"), ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Côte d'Ivoire", "CIV"), ("Kosovo", "KOS"), ("Palestine", "PSE"), ("Taiwan", "TWN"), ("Guinea", "GIN"),
        ("Hizballah", "group:hezbollah"), ("al-Qa‘ida", "group:al-qaeda"), ("ISIS", "group:islamic-state"),
        ("IS", "group:islamic-state"),
        ("WHO", "igo:who"), ("the U.N. Security Council", "igo:un-security-council"), ("ECOWAS", "igo:ecowas"),
        ("AU", "igo:au"),
        ("IRNA", "media:irna"), ("Knesset", "body:knesset"), ("IDF", "body:idf"), ("Revolutionary Guards", "body:irgc"),
        ("Amnesty International", "ngo:amnesty"), ("Wagner Group", "group:wagner"),
        ("Rapid Support Forces", "group:rsf"),
    ],
)  # fmt: skip
def test_names_find_their_entity(world: World, name: str, id: str) -> None:
    assert world.entities(name)[0].id == id


@pytest.mark.parametrize(
    "word", ["us", "is", "who", "au", "turkey", "male", "mobile", "of", "it", "care", "quad", "police"]
)
def test_common_words_are_no_names(world: World, word: str) -> None:
    assert world.entities(word) == ()
    assert world.places(word) == ()


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Iranian", "IRN"), ("Iranians", "IRN"), ("Frenchman", "FRA"), ("Frenchwomen", "FRA"), ("Britons", "GBR"),
        ("Palestinian", "PSE"),
        ("North Koreans", "PRK"), ("Korean", "KOR"), ("Dutch", "NLD"), ("Poles", "POL"), ("Polish", "POL"),
        ("US", "USA"), ("Kosovar", "KOS"),
        ("South Sudanese", "SSD"), ("Nigerien", "NER"), ("Nigerian", "NGA"), ("Emirati", "ARE"), ("polish", None),
        ("European", None),
        ("Arab", None), ("us", None),
    ],
)  # fmt: skip
def test_nationality(world: World, words: str, country: str | None) -> None:
    assert world.nationality(words) == country


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Tehran", "IRN"), ("the Kremlin", "RUS"), ("Foggy Bottom", "USA"), ("White House", "USA"),
        ("Downing Street", "GBR"),
        ("Quai d'Orsay", "FRA"), ("Kyiv", "UKR"), ("Kiev", "UKR"), ("Brussels", "EUR"), ("Chicago", None),
    ],
)  # fmt: skip
def test_seat(world: World, name: str, country: str | None) -> None:
    assert world.seat(name) == country


@pytest.mark.parametrize(
    ("phrase", "sectors", "kind"),
    [
        ("soldier", ("MIL",), "person"), ("soldiers", ("MIL",), "group"),
        ("heavily armed riot police", ("COP",), "group"),
        ("rebel fighters", ("REB",), "group"), ("unidentified gunmen", ("UAF",), "group"),
        ("civilians", ("CVL",), "group"),
        ("protesters", ("CVL", "OPP"), "group"), ("judge", ("JUD",), "person"), ("lawmakers", ("LEG",), "group"),
        ("foreign ministry", ("GOV",), "body"), ("refugees", ("REF",), "group"), ("women", ("CVL",), "group"),
        ("state news agency", ("JRN", "GOV"), "body"), ("suicide bomber", ("REB",), "person"),
    ],
)  # fmt: skip
def test_agent(world: World, phrase: str, sectors: tuple[str, ...], kind: str) -> None:
    noun = world.agent(phrase)
    assert noun is not None
    assert (noun.sectors, noun.kind) == (sectors, kind)


def test_an_agent_noun_may_bring_its_own_country(world: World) -> None:
    aid, table = world.agent("aid agencies"), world.agent("table")
    assert aid is not None
    assert (aid.lemma_phrase, aid.sectors, aid.country) == ("aid agency", (), "NGO")
    assert table is None


@pytest.mark.parametrize(
    ("title", "office", "sectors", "status"),
    [
        ("foreign minister", "foreign-minister", ("GOV",), ""), ("President-elect", "head-of-state", ("GOV",), "elect"),
        ("former Prime Minister", "head-of-government", ("GOV",), "former"), ("Gen.", "officer", ("MIL",), ""),
        ("Acting Foreign Minister of Iran", "foreign-minister", ("GOV",), "acting"),
        ("Senator", "legislator", ("LEG",), ""),
        ("deputy oil minister", "deputy-minister", ("GOV",), ""),
        ("secretary of state", "foreign-minister", ("GOV",), ""),
        ("ex-president", "head-of-state", ("GOV",), "former"), ("Grand Ayatollah", "cleric", ("REL",), ""),
    ],
)  # fmt: skip
def test_office(world: World, title: str, office: str, sectors: tuple[str, ...], status: str) -> None:
    found = world.office(title)
    assert found is not None
    assert (found.office, found.sectors, found.status) == (office, sectors, status)


def test_holders_and_bearers(world: World) -> None:
    def names(pairs: tuple[tuple[Entity, object], ...]) -> list[str]:
        return [person.name for person, _ in pairs]

    assert names(world.holders("IRN", "foreign-minister", "2024-07-15")) == ["Ali Bagheri Kani"]
    assert names(world.holders("USA", "foreign-minister", "1800-01-01")) == []
    assert names(world.bearers("IRN", "president", "2010-01-01")) == ["Mahmoud Ahmadinejad"]
    assert names(world.bearers("IRN", "supreme leader", "2010-01-01")) == ["Ali Khamenei"]
    assert names(world.bearers("GBR", "prime minister", "2005-01-01")) == ["Tony Blair"]
    assert names(world.bearers("RUS", "premier", "2010-01-01")) == ["Vladimir Putin"]


def test_a_surname_finds_its_bearers_the_best_known_first(world: World) -> None:
    assert world.surname("Clinton")[0].id == "person:bill-clinton"
    assert "person:hillary-clinton" in [p.id for p in world.surname("Clinton")]
    assert world.surname("rice") == ()
    assert world.surname("Sadr")[0].id == "person:muqtada-al-sadr"


def test_places(world: World) -> None:
    doha = world.places("Doha")[0]
    assert (doha.name, doha.country, doha.precision, doha.row) == ("Doha", "QAT", "city", "places:290030")
    assert [(p.country, p.precision) for p in world.places("Georgia")[:2]] == [("GEO", "country"), ("USA", "region")]
    assert world.places("Falluja")[0].country == "IRQ"
    assert world.places("Malé")[0].country == "MDV"
    assert world.places("Hodeidah")[0].country == "YEM"
    assert world.places("Nowhereville") == ()


@pytest.mark.parametrize(
    ("name", "id", "ownership", "kind"),
    [
        ("IRNA", "media:irna", "state", "agency"), ("https://www.irna.ir/news/1", "media:irna", "state", "agency"),
        ("AFP", "media:afp", "public", "agency"), ("jpost.com", "media:jerusalem-post", "private", "newspaper"),
        ("news.bbc.co.uk", "media:bbc", "public", "broadcaster"),
        ("Al-Masirah", "media:al-masirah", "party", "broadcaster"),
    ],
)  # fmt: skip
def test_outlet(world: World, name: str, id: str, ownership: str, kind: str) -> None:
    outlet = world.outlet(name)
    assert outlet is not None
    assert (outlet.entity.id, outlet.ownership, outlet.kind) == (id, ownership, kind)


def test_what_is_no_outlet(world: World) -> None:
    assert world.outlet("example.org") is None
    assert world.outlet("Hamas") is None


def test_every_source_has_a_licence(world: World) -> None:
    source = world.source("geonames")
    assert source is not None
    assert source.licence == "CC-BY-4.0"
    assert world.source("nowhere") is None
