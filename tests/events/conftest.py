"""One coder for all tests of the room: it is the same whatever it has read before."""

from __future__ import annotations

import pytest

import hearsay


@pytest.fixture(scope="session")
def coder() -> hearsay.Coder:
    return hearsay.Coder()
