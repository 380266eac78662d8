"""What merging had at hand lately, kept with a database connection: loaded accounts, scores of pairs, keys of names.

None of it can go stale: rows of accounts, actors and chains never change, and no key is given out twice. Only what a
transaction wrote that was rolled back must be forgotten; :mod:`hearsay.ledger.opening` sees to that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from hearsay.ledger.interning import chain_of, links_of
from hearsay.ledger.loading import load_accounts
from hearsay.merge.account import Account
from hearsay.merge.comparing import Likeness, compare

_ACCOUNTS, _SCORES = 8_000, 300_000
_NAME = "hearsay memory"


@dataclass(slots=True)
class Memory:
    """Accounts by key, and scores by pairs of keys, the lower one first."""

    accounts: dict[int, Account] = field(default_factory=dict)
    scores: dict[tuple[int, int], float] = field(default_factory=dict)

    def compare(self, key: int, other: int) -> Likeness:
        """Compare two remembered accounts."""
        found = compare(self.accounts[key], self.accounts[other])
        self.scores[(key, other) if key < other else (other, key)] = found.score
        return found

    def score(self, key: int, other: int) -> float:
        """The score of two remembered accounts."""
        pair = (key, other) if key < other else (other, key)
        found = self.scores.get(pair)
        return self.compare(*pair).score if found is None else found


def recall(connection: Connection, keys: Collection[int]) -> Memory:
    """The connection's memory, with these accounts in it: those that are not are loaded."""
    memory: Memory = connection.info.setdefault(_NAME, Memory())
    _shorten(memory.scores, _SCORES)
    # Taken out and put in again, so that the oldest come first.
    known = {key: found for key in keys if (found := memory.accounts.pop(key, None)) is not None}
    _shorten(memory.accounts, _ACCOUNTS)
    memory.accounts.update(known)
    missing = [key for key in keys if key not in known]
    if missing:
        memory.accounts.update(load_accounts(connection, missing))
    return memory


def remember(connection: Connection, accounts: Iterable[tuple[int, Account]]) -> None:
    """Keep accounts that were just stored, as they would be loaded: chains without places in the text."""
    memory: Memory = connection.info.setdefault(_NAME, Memory())
    for key, account in accounts:
        chains = tuple(chain_of(links_of(chain)) for chain in account.chains)
        memory.accounts[key] = replace(account, chains=chains)


def _shorten(kept: dict[Any, Any], most: int) -> None:
    if len(kept) > most:
        for key in list(islice(kept, len(kept) - most // 2)):
            del kept[key]
