"""Accounts into events: a function of the set of accounts and of people's judgements, never of their order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from hearsay.events.clustering import cluster
from hearsay.merge.account import Account
from hearsay.merge.comparing import APART

MANY = 60
"""Above so many accounts in one component the groups are grown one account at a time, which costs less."""

JOINED = 1000.0
"""The score of two accounts that a person has judged to be one event: more than any other pair can outweigh."""

Pair = tuple[str, str]
Score = Callable[[Account, Account], float]


@dataclass(frozen=True, slots=True)
class Judgements:
    """What people decided about pairs of accounts; each pair in sorted order."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()

    def score(self, a: str, b: str) -> float | None:
        """The score that a judgement gives a pair; None when nobody judged it."""
        pair = pair_of(a, b)
        return JOINED if pair in self.same else APART if pair in self.different else None


def pair_of(a: str, b: str) -> Pair:
    """Two ids in sorted order."""
    return (a, b) if a <= b else (b, a)


def rank(account: Account) -> tuple[str, str, int]:
    """The order of accounts: by day of publication, document and number. An event is named after its first one."""
    number = int(account.id.rpartition("-")[2]) if account.id.rpartition("-")[2].isdigit() else 0
    return (account.published.isoformat() if account.published else "9999", account.document, number)


def group(accounts: Collection[Account], score: Score, judgements: Judgements | None = None) -> list[list[Account]]:
    """Accounts of one event together: each group by rank, the groups by the rank of their first."""
    judgements = judgements or Judgements()
    order = sorted(accounts, key=rank)
    known: dict[tuple[int, int], float] = {}

    def pair_score(i: int, j: int) -> float:
        if (i, j) not in known:
            judged = judgements.score(order[i].id, order[j].id)
            known[i, j] = judged if judged is not None else score(order[i], order[j])
        return known[i, j]

    groups = cluster(len(order), pair_score) if len(order) <= MANY else _grow(order, pair_score)
    return [[order[i] for i in members] for members in sorted(groups)]


def _grow(order: Sequence[Account], score: Callable[[int, int], float]) -> list[list[int]]:
    groups: list[list[int]] = []
    for item in range(len(order)):
        links = [(sum(score(other, item) for other in members) / len(members), -place)
                 for place, members in enumerate(groups)]  # fmt: skip
        best = max(links, default=(0.0, 0))
        if best[0] > 0:
            groups[-best[1]].append(item)
        else:
            groups.append([item])
    return groups
