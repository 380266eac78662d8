"""Who speaks about an actor: those whose reported words name it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select, union

from hearsay.ledger import schema
from hearsay.ledger.interning import identity_of
from hearsay.ledger.quoting import list_quotes
from hearsay.ledger.records import Quote, Speaker
from hearsay.records import Actor

_LATEST = 200
"""Quotations of each name that are looked at."""
_SHOWN = 2


def speakers_about(connection: Connection, states: Sequence[Actor], limit: int) -> tuple[Speaker, ...]:
    """Speakers whose quotations name an actor, by how many of the latest do; itself is none of them.

    A name of several words is a person's or a body's: its last word alone counts where the document tells of it too.
    """
    names = sorted({state.name for state in states if state.name and any(c.isalnum() for c in state.name)})
    identities = {identity_of(state) for state in states}
    found: dict[int, Quote] = {}
    for name in names:
        found.update((quote.number, quote) for quote in _naming(connection, name))
    lasts = {name.split()[-1] for name in names if _is_proper(name)}
    for last in sorted(lasts):
        hits = [quote for quote in _naming(connection, last) if last in " ".join(quote.content_text)]
        there = _telling(connection, {quote.digest for quote in hits}, identities)
        found.update((quote.number, quote) for quote in hits if quote.digest in there)
    others = (
        quote for quote in found.values() if quote.speaker is None or identity_of(quote.speaker) not in identities
    )
    return _by_speaker(sorted(others, key=lambda quote: -quote.number))[:limit]


def _naming(connection: Connection, phrase: str) -> tuple[Quote, ...]:
    return list_quotes(connection, f'"{phrase}"', None, None, None, None, _LATEST, None)


def _is_proper(name: str) -> bool:
    """Whether each word begins as a name does: "Abbas Araghchi", not "Iranian officials"."""
    words = name.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()


def _telling(connection: Connection, digests: Iterable[str], identities: Iterable[str]) -> set[str]:
    """Those of the documents in whose events or quotations an actor of these identities is."""
    account, party, quote, actor, document = (
        schema.account, schema.party, schema.quote, schema.actor, schema.document,
    )  # fmt: skip
    keys = list(connection.execute(select(actor.c.key).where(actor.c.identity.in_(list(identities)))).scalars())
    meant = select(document.c.key).where(document.c.digest.in_(list(digests)))
    acting = (
        select(account.c.document)
        .join(party, party.c.account == account.c.key)
        .where(account.c.document.in_(meant), party.c.actor.in_(keys))
    )
    speaking = select(quote.c.document).where(quote.c.document.in_(meant), quote.c.speaker.in_(keys))
    found = select(document.c.digest).where(document.c.key.in_(union(acting, speaking)))
    return set(connection.execute(found).scalars())


def _by_speaker(quotes: Iterable[Quote]) -> tuple[Speaker, ...]:
    said: dict[str, list[Quote]] = {}
    for quote in quotes:
        who = identity_of(quote.speaker) if quote.speaker else (quote.speaker_text or "").casefold()
        said.setdefault(who, []).append(quote)
    speakers = [
        Speaker(
            speaker=first.speaker, name=(first.speaker and first.speaker.name) or first.speaker_text,
            quotes=len(theirs), latest=tuple(theirs[:_SHOWN]),
        )
        for theirs in said.values()
        for first in theirs[:1]
    ]  # fmt: skip
    return tuple(sorted(speakers, key=lambda speaker: (-speaker.quotes, speaker.name or "")))
