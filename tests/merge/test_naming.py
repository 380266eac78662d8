"""Names stand in a sentence with the article that English gives them."""

import pytest

from hearsay.merge.naming import in_sentence


@pytest.mark.parametrize(
    "name",
    [
        "United States", "UN", "Houthis", "Red Sea", "Gaza Strip", "UN Security Council", "Palestinian people",
        "Israeli Ministry of Defense", "Ministry of Health", "Islamic Republic of Iran", "Czech Republic",
        "Central African Republic", "Supreme Court of Israel", "Bank of England", "Strait of Hormuz",
        "Organization for Security and Co-operation", "Revolutionary Guards", "government", "Iranian president",
        "foreign minister of Oman", "Palestinian nation", "opposition leader",
    ],
)  # fmt: skip
def test_names_with_the_article(name: str):
    assert in_sentence(name) == f"the {name}"


@pytest.mark.parametrize(
    "name",
    [
        "Iran", "Masoud Pezeshkian", "residents", "people", "the United States", "The Hague", "Israel's Supreme Court",
        "his administration", "Human Rights Watch", "Doctors of the World", "12 people", "Deutsche Bank", "Kurds",
        "members of parliament", "Amnesty International", "Ivory Coast", "a local court", "Council", "", "governments",
        "Iran's government", "Yemeni leaders", "President Joe Biden",
    ],
)  # fmt: skip
def test_names_without_it(name: str):
    assert in_sentence(name) == name
