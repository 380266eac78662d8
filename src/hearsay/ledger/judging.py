"""What people decide about the ledger's accounts: kept, obeyed, and taken back without being deleted."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, insert, or_, select, update

from hearsay.errors import LedgerError, NotInLedgerError
from hearsay.ledger import schema
from hearsay.ledger.records import Judgement, Verdict
from hearsay.merge.grouping import Judgements, pair_of

SAME_EVENT = "same-event"


def judge_pair(
    connection: Connection, subject: str, other: str, verdict: Verdict, judge: str, made: str
) -> tuple[int, list[int]]:
    """Store a verdict on two accounts, in place of the judge's earlier one; its key and the keys of both accounts."""
    if subject == other:
        raise LedgerError(f"{subject}: an account cannot be judged against itself: give two")
    keys = [_account(connection, name) for name in (subject, other)]
    first, second = pair_of(subject, other)
    table = schema.judgement
    connection.execute(
        update(table)
        .where(table.c.subject == first, table.c.other == second, table.c.kind == SAME_EVENT,
               table.c.judge == judge, table.c.undone.is_(None))
        .values(undone=made)
    )  # fmt: skip
    key = connection.execute(
        insert(table).values(
            subject=first, other=second, kind=SAME_EVENT, verdict=verdict, judge=judge, made=made, undone=None
        )
    ).inserted_primary_key
    assert key is not None
    return int(key[0]), keys


def undo_judgement(connection: Connection, key: int, made: str) -> list[int]:
    """Take a judgement back; the keys of the accounts it was about that the ledger still holds."""
    table = schema.judgement
    row = connection.execute(select(table).where(table.c.key == key)).first()
    if row is None:
        raise NotInLedgerError(f"judgement {key}: there is none of this number: see `hearsay judge --list`")
    if row.undone is not None:
        raise LedgerError(f"judgement {key}: taken back already, on {row.undone}")
    connection.execute(update(table).where(table.c.key == key).values(undone=made))
    account = schema.account
    return list(
        connection.execute(
            select(account.c.key).where(account.c.id.in_([row.subject, row.other]), account.c.current)
        ).scalars()
    )


def list_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """All judgements, the latest last, those taken back among them."""
    table = schema.judgement
    return tuple(
        Judgement(number=row.key, subject=row.subject, other=row.other, kind=row.kind, verdict=row.verdict,
                  judge=row.judge, made=row.made, undone=row.undone)
        for row in connection.execute(select(table).order_by(table.c.key))
    )  # fmt: skip


def judgements_on(connection: Connection, ids: Collection[str]) -> Judgements:
    """The pairs among some accounts that stand judged. Where judges disagree, different wins: nothing is joined."""
    table = schema.judgement
    found: dict[str, set[tuple[str, str]]] = {"same": set(), "different": set(), "unsure": set()}
    names = sorted(ids)
    for begin in range(0, len(names), 400):
        part = names[begin : begin + 400]
        rows = connection.execute(
            select(table.c.subject, table.c.other, table.c.verdict).where(
                table.c.kind == SAME_EVENT, table.c.undone.is_(None),
                or_(table.c.subject.in_(part), table.c.other.in_(part)),
            )
        )  # fmt: skip
        for row in rows:
            found[row.verdict].add(pair_of(row.subject, row.other))
    return Judgements(frozenset(found["same"] - found["different"]), frozenset(found["different"]))


def _account(connection: Connection, name: str) -> int:
    account = schema.account
    row = connection.execute(select(account.c.key, account.c.current).where(account.c.id == name)).first()
    if row is None:
        raise NotInLedgerError(f"{name}: the ledger holds no such account: ids stand in `hearsay event ID`")
    if not row.current:
        raise LedgerError(f"{name}: an account of a text that was corrected: judge that of the newer version")
    return int(row.key)
