"""A small ledger to export from."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearsay.ledger.ledger import Ledger
from tests.ledger.made import act, told


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Two events: one attack with a place and a count, one meeting that two outlets report."""
    with Ledger.open(tmp_path / "hearsay.db", clock=lambda: datetime(2024, 8, 1, tzinfo=UTC)) as opened:
        opened.add(
            told(
                "Gulf Sentinel", "2024-07-15",
                act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14"),
                act("Houthis", "ASSAULT", "Yemen", date="2024-07-13", place=("Aden", "YEM"), killed=(12, 12, 12),
                    mode=("drone",)),
                url="https://gulf.example/1", title="Talks & fire", id="gulf-1",
            )
        )  # fmt: skip
        opened.add(
            told(
                "Lowland Observer", "2024-07-16", act("Iran", "CONSULT", "Oman", "Reuters", date="2024-07"), id="low-1"
            )
        )
        yield opened
