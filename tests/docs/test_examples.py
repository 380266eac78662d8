"""What the pages show is what the program prints."""

from pathlib import Path

import pytest

from docs import examples


@pytest.mark.parametrize("page", examples.PAGES, ids=lambda page: page.name)
def test_each_example_prints_what_the_page_says(page: Path):
    assert examples.run(page)[1] == []
