"""Independent origins: the distinct ends of source chains, copies and relays folded into one.

An origin is who first vouched. Two outlets whose chains end in one agency share it. An outlet that vouches itself is an
origin, unless its text copies an earlier one, which makes its accounts the other's. An origin that only negates is a
denial: it stands beside the others and is not counted among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.merge.account import Account
from hearsay.records import Actor, Ownership, Source, Status

_FIRMNESS: dict[Status, int] = {"actual": 3, "planned": 2, "possible": 1, "negated": 0}


@dataclass(frozen=True, slots=True)
class Vouching:
    """One origin of an event."""

    identity: str
    name: str
    actor: Actor | None
    ownership: Ownership | None
    status: Status
    """The firmest way in which it tells the event; negated when it only denies it."""
    accounts: tuple[str, ...]


def origins(
    accounts: Sequence[Account],
    copy_of: Mapping[str, str] | None = None,
    outlets: Mapping[str, tuple[str | None, Ownership | None]] | None = None,
) -> tuple[Vouching, ...]:
    """The origins of an event's accounts, which come by rank; those who tell it first, then those who deny it.

    ``copy_of`` leads from a document to the first of its copy group, ``outlets`` from a document to its outlet and
    that outlet's ownership.
    """
    copy_of, outlets = copy_of or {}, outlets or {}
    found: dict[str, Vouching] = {}
    for account in accounts:
        first = copy_of.get(account.document, account.document)
        outlet, ownership = outlets.get(first, (account.outlet, None))
        for chain, status in zip(account.chains or ((),), account.stances or (account.status,), strict=True):
            link = _end(chain)
            if link is None:
                identity = f"outlet:{(outlet or first).casefold()}"
                new = Vouching(identity, outlet or "an unnamed outlet", None, ownership, status, (account.id,))
            else:
                new = _of_link(link, outlet or first, status, account.id)
            old = found.get(new.identity)
            found[new.identity] = new if old is None else _both(old, new)
    order = list(found.values())
    return (*(o for o in order if o.status != "negated"), *(o for o in order if o.status == "negated"))


def _end(chain: tuple[Source, ...]) -> Source | None:
    return chain[-1] if chain else None


def _of_link(link: Source, outlet: str, status: Status, account: str) -> Vouching:
    actor = Actor(**{name: getattr(link, name) for name in Actor.model_fields})
    if link.id is None and link.name is None:
        # Unnamed sources of one outlet may be one person: they are not counted twice.
        identity, name = f"unnamed:{outlet.casefold()}", f"an unnamed source of {outlet}"
    else:
        identity = link.id or f"{(link.name or '').casefold()}|{link.country or ''}"
        name = link.name or link.id or ""
    return Vouching(identity, name, actor, link.ownership, status, (account,))


def _both(old: Vouching, new: Vouching) -> Vouching:
    status = firmest((old.status, new.status))
    accounts = tuple(dict.fromkeys((*old.accounts, *new.accounts)))
    return Vouching(old.identity, old.name, old.actor, old.ownership or new.ownership, status, accounts)


def firmest(statuses: Iterable[Status]) -> Status:
    """The firmest of some statuses: what one tells as done outweighs another's doubt or denial."""
    return max(statuses, key=lambda status: _FIRMNESS[status])
