"""FollowTheMoney entities (https://followthemoney.tech, model 4), one a line of JSON: events, who is in them, articles.

Lines of one id belong together and are merged by whoever reads them, as FollowTheMoney's own tools do: an actor or
article comes again with each of its events.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha1

from hearsay.export.countries import iso2_of
from hearsay.export.outgoing import Outgoing, ReportOf
from hearsay.ledger.interning import identity_of
from hearsay.records import Actor

_DATASET = "hearsay"


def entity_lines(out: Outgoing) -> Iterator[str]:
    """An Event, a LegalEntity for each actor, an Article and Documentation for each report, a link for each pair."""
    event = out.event
    key = _id("event", event.id)
    what = " ".join((event.event, *event.mode))
    who = " and ".join(actor.name or "somebody" for actor in event.actor) or "somebody"
    whom = " and ".join(actor.name or "somebody" for actor in event.recipient)
    place = event.place
    yield _line(
        key, "Event",
        name=f"{who}: {what}{f', {whom}' if whom else ''}", recordId=event.id, date=event.date, summary=event.summary,
        startDate=event.date, country=iso2_of(place.country) if place else None,
        keywords=[event.event, *event.mode, *event.context, event.status],
        involved=[_actor_id(actor) for actor in (*event.actor, *event.recipient)],
    )  # fmt: skip
    for actor in {_actor_id(actor): actor for actor in (*event.actor, *event.recipient)}.values():
        yield _line(
            _actor_id(actor), "LegalEntity",
            name=actor.name or "somebody", country=iso2_of(actor.country), wikidataId=actor.wikidata,
            description=actor.role, keywords=list(actor.sector),
        )  # fmt: skip
    for actor in event.actor:
        for recipient in event.recipient:
            pair = (_actor_id(actor), _actor_id(recipient))
            yield _line(
                _id("link", event.id, *pair), "UnknownLink",
                subject=pair[0], object=pair[1], role=what, date=event.date, recordId=event.id,
            )  # fmt: skip
    for report in out.reports:
        yield from _article(report, key)


def _article(report: ReportOf, event: str) -> Iterator[str]:
    key = _id("article", report.account.rsplit("-", 1)[0])
    yield _line(
        key, "Article",
        title=report.title or report.document, publisher=report.outlet, sourceUrl=report.url,
        publishedAt=report.published, language="eng" if report.language == "en" else None,
    )  # fmt: skip
    yield _line(_id("report", report.account), "Documentation", document=key, entity=event, role="report",
                recordId=report.account)  # fmt: skip


def _line(key: str, schema: str, **properties: str | list[str] | None) -> str:
    listed = {name: [value] if isinstance(value, str) else value for name, value in properties.items() if value}
    record = {"id": key, "schema": schema, "properties": listed, "datasets": [_DATASET]}
    return json.dumps(record, ensure_ascii=False) + "\n"


def _id(kind: str, *parts: str) -> str:
    return f"hearsay-{kind}-{sha1('|'.join(parts).encode()).hexdigest()[:20]}"


def _actor_id(actor: Actor) -> str:
    return _id("actor", identity_of(actor))
