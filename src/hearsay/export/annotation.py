"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/): each mention as a line of JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hearsay.export.outgoing import Outgoing

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 40
"""Characters kept before and after the exact words, as far as the sentence reaches."""


def annotation_lines(out: Outgoing) -> Iterator[str]:
    """One annotation for each place that tells the event: its trigger, by quotation and by position."""
    event = out.event
    tags = (event.event, *event.mode, *event.context)
    for report in out.reports:
        for number, telling in enumerate(report.tellings, 1):
            begin, end = (place - telling.sentence[0] for place in telling.trigger)
            words = telling.sentence_text
            chain = " > ".join(source.name or "(unnamed)" for source in telling.chain)
            record = {
                "@context": _CONTEXT,
                "id": f"urn:hearsay:{report.account}:{number}",
                "type": "Annotation",
                "motivation": "classifying",
                "body": [
                    {"type": "TextualBody", "purpose": "identifying", "value": f"urn:hearsay:event:{event.id}"},
                    *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
                    *([{"type": "TextualBody", "purpose": "describing", "value": f"according to {chain}"}]
                      if chain else []),
                ],
                "target": {
                    "source": report.url or f"urn:hearsay:document:{report.document}",
                    "selector": [
                        {"type": "TextQuoteSelector", "exact": telling.trigger_text,
                         "prefix": words[max(0, begin - _AROUND) : begin], "suffix": words[end : end + _AROUND]},
                        {"type": "TextPositionSelector", "start": telling.trigger[0], "end": telling.trigger[1]},
                    ],
                },
            }  # fmt: skip
            yield json.dumps(record, ensure_ascii=False) + "\n"
