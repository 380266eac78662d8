import pytest

from hearsay.actors import resolve
from hearsay.world import World


def facts(
    words: str, world: World, on: str | None = None, context: str | None = None
) -> tuple[str | None, str | None, tuple[str, ...]]:
    actor = resolve(words, world, on=on, context=context)
    assert actor is not None
    return actor.name, actor.country, actor.sector


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Finnish Prime Minister Amina Sorvali", ("Amina Sorvali", "FIN", ("GOV",))),
        ("Amina Sorvali, Finland's prime minister", ("Amina Sorvali", "FIN", ("GOV",))),
        ("Red Dawn Front", ("Red Dawn Front", "KEN", ("REB",))),
        ("Kenyan soldiers", ("Kenyan soldiers", "KEN", ("MIL",))),
        ("the Norwegian government", ("Norwegian government", "NOR", ("GOV",))),
        ("Norway", ("Norway", "NOR", ("GOV",))),
    ],
)
def test_one_mention_by_itself(world: World, words: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert facts(words, world, on="2017-06-01") == expected


@pytest.mark.parametrize("words", ["", "a cat", "Frank", "was, participates", "the demand", "—"])
def test_words_that_name_no_actor_are_refused(world: World, words: str) -> None:
    assert resolve(words, world, on="2017-06-01") is None


def test_context_gives_a_bare_role_its_country(world: World) -> None:
    assert facts("foreign minister", world, on="2017-06-01", context="talks in Kenya")[1:] == ("KEN", ("GOV",))


def test_an_ambassador_is_of_the_country_that_sends_him(world: World) -> None:
    assert facts("Norway's ambassador to Kenya", world)[1] == "NOR"


def test_the_same_words_resolve_alike_each_time(world: World) -> None:
    assert resolve("Kenyan police", world) == resolve("Kenyan police", world)


def test_a_federal_minister_is_a_minister() -> None:
    actor = resolve("Pakistan's Federal Minister for Interior", on="2006-02-01")
    assert actor is not None
    assert (actor.country, actor.sector) == ("PAK", ("GOV",))


@pytest.mark.parametrize(
    ("words", "id", "name"),
    [("John F. Kerry", "person:john-kerry", "John F. Kerry"), ("J. D. Vance", "person:jd-vance", "J. D. Vance")],
)
def test_initials_do_not_hide_who_it_is(words: str, id: str, name: str) -> None:
    actor = resolve(words, on="2024-06-20")
    assert actor is not None
    assert (actor.id, actor.country, actor.name) == (id, "USA", name)
