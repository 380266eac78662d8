"""Fixtures for the tests of all rooms."""

import pytest

from tests.hand_made import SmallCoder


@pytest.fixture
def small_coder(monkeypatch: pytest.MonkeyPatch) -> SmallCoder:
    """The command line codes with the small coder, in this process."""
    coder = SmallCoder()
    monkeypatch.setattr("hearsay.cli.work.load_coder", lambda: coder)
    return coder
