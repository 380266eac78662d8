"""Accounts into events: a function of the set of accounts and of people's judgements, never of their order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from hearsay.merge.account import Account
from hearsay.merge.comparing import weights
from hearsay.merge.linking import APART, link
from hearsay.merge.story import stories

MANY = 120
"""Above so many accounts in one component the groups are grown one account at a time, which costs less."""

_ASKED = 12
"""Members of a growing group, the first by rank, that a further account is compared with."""

Pair = tuple[str, str]
Score = Callable[[Account, Account], float]


@dataclass(frozen=True, slots=True)
class Judgements:
    """What people decided about pairs of accounts; each pair in sorted order."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


def pair_of(a: str, b: str) -> Pair:
    """Two ids in sorted order."""
    return (a, b) if a <= b else (b, a)


def rank(account: Account) -> tuple[str, str, int]:
    """The order of accounts: by day of publication, document and number. An event is named after its first one."""
    number = int(account.id.rpartition("-")[2]) if account.id.rpartition("-")[2].isdigit() else 0
    return (account.published.isoformat() if account.published else "9999", account.document, number)


def group(accounts: Collection[Account], score: Score, judgements: Judgements | None = None) -> list[list[Account]]:
    """Accounts of one event together: each group by rank, the groups by the rank of their first.

    What was judged the same stands together before anything else is compared, and what was judged different never does,
    not even where a chain of other judgements would join it. Two accounts of one document were told apart with the
    whole article at hand: nothing but a judgement joins them.
    """
    order = sorted(accounts, key=rank)
    judged = judgements or Judgements()
    blocks = _judged_same(order, judged)
    block_of = {order[place].id: number for number, block in enumerate(blocks) for place in block}
    barred = {
        (min(block_of[one], block_of[other]), max(block_of[one], block_of[other]))
        for one, other in judged.different
        if one in block_of and other in block_of
    }
    barred |= _of_one_document(order, blocks)
    few = len(blocks) <= MANY
    story = stories({account.document: account.story for account in order}) if few else {}

    told_in = [story.get(account.document) for account in order]
    one_story, two_stories = weights()["one story"], weights()["two stories"]

    def pair_score(a: int, b: int) -> float:
        alike = score(order[a], order[b])
        mine, yours = told_in[a], told_in[b]
        if mine is None or yours is None:
            return alike
        return alike + (one_story if mine == yours else two_stories)

    single = [block[0] if len(block) == 1 else None for block in blocks]

    def block_score(i: int, j: int) -> float:
        if (i, j) in barred:
            return APART
        one, other = single[i], single[j]
        if one is not None and other is not None:
            return pair_score(one, other)
        found = [pair_score(a, b) for a in blocks[i] for b in blocks[j]]
        possible = [value for value in found if value != APART]
        return sum(possible) / len(possible) if possible else APART

    joined = link(len(blocks), block_score) if few else _grow(len(blocks), block_score, barred)
    groups = sorted(sorted(place for block in members for place in blocks[block]) for members in joined)
    return [[order[place] for place in members] for members in groups]


def _of_one_document(order: Sequence[Account], blocks: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Pairs of blocks that hold accounts of one document."""
    holders: dict[str, set[int]] = {}
    for number, block in enumerate(blocks):
        for place in block:
            holders.setdefault(order[place].document, set()).add(number)
    return {(one, other) for held in holders.values() for one in held for other in held if one < other}


def _judged_same(order: Sequence[Account], judged: Judgements) -> list[list[int]]:
    """Places of accounts that judgements join, each block sorted, the blocks by their first."""
    place_of = {account.id: place for place, account in enumerate(order)}
    block_of = {place: [place] for place in range(len(order))}
    for one, other in sorted(judged.same):
        if one not in place_of or other not in place_of:
            continue
        left, right = block_of[place_of[one]], block_of[place_of[other]]
        if left is right or any(pair_of(order[a].id, order[b].id) in judged.different for a in left for b in right):
            continue
        left += right
        block_of.update(dict.fromkeys(right, left))
    return sorted({min(block): sorted(block) for block in block_of.values()}.values())


def _grow(size: int, score: Callable[[int, int], float], barred: Collection[tuple[int, int]]) -> list[list[int]]:
    groups: list[list[int]] = []
    for item in range(size):
        links = [
            (sum(score(other, item) for other in members[:_ASKED]) / min(len(members), _ASKED), -place)
            for place, members in enumerate(groups)
            if not barred or not any((other, item) in barred for other in members)
        ]
        best = max(links, default=(0.0, 0))
        if best[0] > 0:
            groups[-best[1]].append(item)
        else:
            groups.append([item])
    return groups
