"""Names that are the same name get the same key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.world import normalise
from hearsay.world.names import printed
from hearsay.world.sorted_table import SortedTable


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the U.N.'s", "un"), ("Al-Qa’ida", "al qaida"), ("Côte d’Ivoire", "cote divoire"),
        ("İstanbul", "istanbul"), ("Łódź", "lodz"),
        ("  The   Hague ", "hague"), ("AT&T", "at and t"), ("The", "the"), ("", ""), ("Ø", "o"), ("Sana'a", "sanaa"),
    ],
)  # fmt: skip
def test_normalise(name: str, key: str) -> None:
    assert normalise(name) == key


@given(st.text(max_size=40))
def test_normalise_twice_is_once(name: str) -> None:
    assert normalise(normalise(name)) == normalise(name)


@pytest.mark.parametrize(("name", "form"), [("U.S.", "US"), ("the WHO's", "WHO"), ("Malé", "Malé")])
def test_printed(name: str, form: str) -> None:
    assert printed(name) == form


@given(
    st.lists(
        st.text(st.characters(min_codepoint=32, exclude_characters="\n", exclude_categories=["Cs"]), max_size=4),
        max_size=30,
    ),
    st.text("abc ", max_size=4),
)
def test_a_sorted_table_finds_what_a_scan_finds(keys: list[str], wanted: str) -> None:
    """Bisecting the bytes gives the rows that reading all of them gives."""
    rows = sorted(([key, str(number)] for number, key in enumerate(keys)), key=lambda row: [c.encode() for c in row])
    data = "key\tvalue\n" + "".join("\t".join(row) + "\n" for row in rows)
    table = SortedTable("t", data.encode())
    for key in [*keys, wanted]:
        assert table.find(key) == [row for row in rows if row[0] == key]
    assert len(table) == len(rows)
