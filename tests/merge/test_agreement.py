"""Verbs agree with who is named."""

import pytest

from hearsay.merge.agreement import is_plural


@pytest.mark.parametrize(
    "name",
    ["supporters", "residents of Gaza", "Houthis", "Taliban", "Russian officials", "police", "Ukrainians",
     "Syrian Democratic Forces", "gunmen in Port-au-Prince", "people", "Israeli troops"],
)  # fmt: skip
def test_names_of_many(name: str):
    assert is_plural(name)


@pytest.mark.parametrize(
    "name",
    ["Iran", "United States", "United Nations", "the press", "Islamic State of Iraq", "Philippines", "Paris", "",
     "Joe Williams", "Marine Corps", "a group of residents", "Congress", "Red Cross"],
)  # fmt: skip
def test_names_of_one(name: str):
    assert not is_plural(name)
