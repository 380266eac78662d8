"""GraphML (http://graphml.graphdrawing.org): actors as nodes, and an edge from each doer to each recipient of an event.

An event without a recipient is a loop on its doer; one without a doer is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from hearsay.export.outgoing import Outgoing
from hearsay.ledger.interning import identity_of
from hearsay.ledger.records import Edge
from hearsay.records import Actor

_KEYS = {
    "node": {"name": "string", "country": "string", "sector": "string", "wikidata": "string"},
    "edge": {
        "event": "string", "type": "string", "mode": "string", "date": "string", "status": "string", "quad": "int",
        "scale": "double", "reports": "int", "origins": "int", "denials": "int",
    },
}  # fmt: skip
_PAIR_KEYS = {
    "node": _KEYS["node"],
    "edge": {"events": "int", **{f"quad_{quad}": "int" for quad in range(1, 5)}, "scale": "double", "origins": "int"},
}
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TAIL = "</graph>\n</graphml>\n"


def header(declared: dict[str, dict[str, str]] = _KEYS) -> str:
    """The document up to the first node."""
    keys = "".join(
        f'<key id="{what}_{name}" for="{what}" attr.name="{name}" attr.type="{kind}"/>\n'
        for what, names in declared.items()
        for name, kind in names.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        f'{keys}<graph id="events" edgedefault="directed">\n'
    )


def graph_lines() -> Callable[[Outgoing], Iterator[str]]:
    """What writes events as edges, each node before the first edge that touches it. Only nodes' ids are kept."""
    seen = set[str]()

    def lines(out: Outgoing) -> Iterator[str]:
        event = out.event
        for actor in (*event.actor, *event.recipient):
            yield from _node(actor, seen)
        for actor in event.actor:
            for recipient in event.recipient or (actor,):
                ends = f"source={_quoted(identity_of(actor))} target={_quoted(identity_of(recipient))}"
                yield _element("edge", ends, {
                    "event": event.id, "type": event.event, "mode": " ".join(event.mode), "date": event.date,
                    "status": event.status, "quad": event.quad_code, "scale": event.scale, "reports": event.reports,
                    "origins": event.origin_count, "denials": event.denials,
                })  # fmt: skip

    return lines


def pair_lines(edges: Iterable[Edge]) -> Iterator[str]:
    """A whole document of pairs: one edge from each doer to each recipient, with its events by quad class."""
    seen = set[str]()
    yield header(_PAIR_KEYS)
    for edge in edges:
        for actor in (edge.actor, edge.recipient):
            yield from _node(actor, seen)
        ends = f"source={_quoted(identity_of(edge.actor))} target={_quoted(identity_of(edge.recipient))}"
        yield _element("edge", ends, {
            "events": edge.events, **{f"quad_{quad}": number for quad, number in enumerate(edge.quads, 1)},
            "scale": edge.scale, "origins": edge.origins,
        })  # fmt: skip
    yield TAIL


def _node(actor: Actor, seen: set[str]) -> Iterator[str]:
    key = identity_of(actor)
    if key not in seen:
        seen.add(key)
        yield _element("node", f"id={_quoted(key)}", {
            "name": actor.name, "country": actor.country, "sector": " ".join(actor.sector),
            "wikidata": actor.wikidata,
        })  # fmt: skip


def _element(what: str, attributes: str, data: dict[str, str | int | float | None]) -> str:
    cells = "".join(
        f'<data key="{what}_{name}">{escape(_ILLEGAL.sub("", str(value)))}</data>'
        for name, value in data.items()
        if value not in (None, "")
    )
    return f"<{what} {attributes}>{cells}</{what}>\n"


def _quoted(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("", text))
