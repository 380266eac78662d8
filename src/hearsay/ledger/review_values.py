"""The values that a reviewer judges: what the machine coded in one mention, and how people write actors and places.

An actor is written ``Masoud Pezeshkian [IRN GOV]``: name, then country and sectors in brackets, ``?`` for a country
that is not known. A place is written ``Muscat [OMN]``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from hearsay.errors import LedgerError
from hearsay.events.modes import modes_of
from hearsay.ledger.review_records import FIELDS, Coded, Correction, JudgedField
from hearsay.merge.account import span_of_date
from hearsay.records import Actor, Event, Mention, Place
from hearsay.world.tables import SECTORS

LONGEST_NAME = 200

_LABEL = re.compile(r"(?P<name>[^\[\]]*?)\s*(?:\[(?P<codes>[^\[\]]*)\])?")
_JOINERS = "\u200c\u200d"
_COUNTRY = re.compile(r"[A-Z]{3}")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def coded_of(event: Event, mention: Mention) -> Coded:
    """What the machine says in one mention of an event."""
    return Coded(
        type=event.event, mode=event.mode, actor=bare(event.actor), recipient=bare(event.recipient),
        status=mention.status, source=bare(mention.sources), date=event.date,
        place=place_label(event.place) if event.place else None, trigger=mention.trigger_text,
        sentence=mention.sentence_text, confidence=mention.confidence, judged=FIELDS,
    )  # fmt: skip


def bare(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Actors by what a reviewer sees of them: name, country and sectors."""
    return tuple(Actor(name=a.name, country=a.country, sector=a.sector) for a in actors)


def digest_of(coded: Coded) -> str:
    """What tells this coding of a mention from another: 16 hexadecimal digits."""
    return hashlib.sha256(coded.model_dump_json().encode()).hexdigest()[:16]


def label_of(actor: Actor) -> str:
    """An actor as people write it; without codes when neither country nor sector is known.

    Characters that cannot stand in a field of a page are left out, so that it comes back as it went.
    """
    name = _written(actor.name or "") or "somebody"
    codes = " ".join((actor.country or "?", *actor.sector))
    return f"{name} [{codes}]" if codes != "?" else name


def actor_of(label: str, known: Sequence[Actor] = ()) -> Actor:
    """The actor that a label writes. A name without codes is that of the known actors who has it, else unknown.

    Raises ValueError, which says what is wrong, for codes that are none.
    """
    text = " ".join(label.split())
    same = next((actor for actor in known if label_of(actor) == text), None)
    if same is not None:
        return same
    match = _LABEL.fullmatch(text)
    name = match["name"] if match else ""
    if match is None or not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ValueError(f"{label[:80]!r} is no actor: write a name, with codes as in Masoud Pezeshkian [IRN GOV]")
    if match["codes"] is None:
        found = (actor for actor in known if (actor.name or "").casefold() == name.casefold())
        return next(found, Actor(name=name))
    codes = match["codes"].upper().split()
    country = codes.pop(0) if codes and codes[0] not in SECTORS else "?"
    if country != "?" and not _COUNTRY.fullmatch(country):
        raise ValueError(f"{country!r} is no country: write three letters, as IRN, or ? for one that is not known")
    wrong = [code for code in codes if code not in SECTORS]
    if wrong:
        raise ValueError(f"{wrong[0]!r} is no sector: write one of {', '.join(sorted(SECTORS))}")
    return Actor(name=name, country=None if country == "?" else country, sector=tuple(dict.fromkeys(codes)))


def place_label(place: Place) -> str:
    """A place as people write it: name, and the country in brackets when it is known."""
    name = _written(place.name)
    return f"{name} [{place.country}]" if place.country else name


def place_of(label: str) -> tuple[str, str | None]:
    """Name and country of a place that a label writes. ValueError says what is wrong with one that is none."""
    text = " ".join(label.split())
    match = _LABEL.fullmatch(text)
    if match is None or not match["name"] or len(match["name"]) > LONGEST_NAME or not match["name"].isprintable():
        raise ValueError(f"{label[:80]!r} is no place: write its name, with the country as in Muscat [OMN]")
    country = (match["codes"] or "").strip().upper()
    if country not in ("", "?") and not _COUNTRY.fullmatch(country):
        raise ValueError(f"{country[:20]!r} is no country: write three letters, as OMN")
    return match["name"], country if country not in ("", "?") else None


def correction(coded: Coded, given: Correction) -> Correction:
    """Of what is given only that which differs from what the machine says.

    Modes of a type that was corrected go with it. LedgerError for what cannot be right: a mode that the type does not
    have, a day that no calendar has, a place without a name.
    """
    type = given.type or coded.type
    told = {name: getattr(coded, name) for name in Correction.model_fields}
    told |= {"date": coded.date or "", "place": coded.place or ""}
    if type != coded.type:
        told["mode"] = ()
        left = tuple(mode for mode in given.mode or () if mode not in coded.mode or mode in modes_of(type))
        given = given.model_copy(update={"mode": left})
    found = Correction(**{
        name: value
        for name in Correction.model_fields
        if (value := getattr(given, name)) is not None and value != told[name]
    })  # fmt: skip
    _check(found, type)
    return found


def _check(fix: Correction, type: str) -> None:
    wrong = [mode for mode in fix.mode or () if mode not in modes_of(type)]
    if wrong:
        among = ", ".join(sorted(modes_of(type))) or "none at all"
        raise LedgerError(f"{wrong[0][:80]!r} is no mode of {type}: it has {among}")
    try:
        if fix.date and (not _DATE.fullmatch(fix.date) or not span_of_date(fix.date)):
            raise ValueError(fix.date)
    except ValueError:
        raise LedgerError(f"{fix.date!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD") from None
    try:
        if fix.place:
            place_of(fix.place)
    except ValueError as error:
        raise LedgerError(str(error)) from None


def value_of(coded: Coded, fix: Correction, field: JudgedField) -> str:
    """The value of a field after correction, as text that is the same where people mean the same."""
    fixed = getattr(fix, field)
    value = getattr(coded, field) if fixed is None else fixed
    if field == "mode":
        return "; ".join(sorted(value)) if fix.type is None or fixed is not None else ""
    if field in ("date", "place"):
        return " ".join((value or "").casefold().split())
    if isinstance(value, str):
        return value
    names = [f"{actor.country or '?'} {' '.join((actor.name or '').casefold().split())}" for actor in value]
    # A chain has an order; the parties on one side have none.
    return " > ".join(names) if field == "source" else "; ".join(sorted(names))


def _written(name: str) -> str:
    """A name as it can stand in a field of a page, so that it comes back as it went."""
    shown = "".join(c if c.isprintable() or c in _JOINERS else " " for c in name)
    return " ".join(shown.translate({ord("["): "(", ord("]"): ")"}).split())
