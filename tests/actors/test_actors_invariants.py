from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.actors import find_cast
from hearsay.actors.single import phrase_tree
from hearsay.world import World
from tests.actors.conftest import read

FORMS = (
    "Norway Kenyan police the President of Sorvali and , ’s his they rebels in Oslo ( RDF ) two leaders Red Dawn "
    "- backed ministry said “ ” it former"
)
WORDS = st.sampled_from(sorted(FORMS.split()))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14))
def test_any_words_give_a_cast_whose_mentions_fit_the_text(words: list[str]) -> None:
    """Whatever the words, every mention lies in the text, points at a member, and is found at its head."""
    reading = phrase_tree(" ".join(words), "2017-06-01")
    cast = find_cast(reading, World.default())
    for member in cast.members:
        assert member.mentions
        for mention in member.mentions:
            assert 0 <= mention.first <= mention.last < len(reading.words)
            assert cast.members[mention.member] is member
            assert mention in cast.at(mention.head)
    for record in cast.records(reading.span):
        assert all(
            reading.document.text[b:e] == t for (b, e), t in zip(record.mentions, record.mention_texts, strict=True)
        )
    assert cast == cast
    again = find_cast(reading, World.default())
    assert again.members == cast.members


def test_an_empty_text_has_an_empty_cast(world: World) -> None:
    reading = phrase_tree("")
    assert find_cast(reading, world).members == ()


def test_order_of_members_is_the_order_of_the_text(world: World) -> None:
    cast = find_cast(read("Norway/PROPN:LOC/2/nsubj met/VERB/0/root Kenya/PROPN:LOC/2/obj"), world)
    assert [m.actor.name for m in cast.members] == ["Norway", "Kenya"]
