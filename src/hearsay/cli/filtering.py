"""The conditions on events as options: the same for every command that selects events."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, get_args

import typer
from pydantic import ValidationError

from hearsay.ledger.filters import EventFilter, Reviewed
from hearsay.records import Ownership, PlacePrecision, Status


def _listed(help: str, metavar: str) -> Any:
    return Annotated[list[str] | None, typer.Option(metavar=metavar, help=help)]


_OPTIONS: dict[str, Any] = {
    "actor": _listed("Who did it: country code, knowledge id or words of a name.", "WHO"),
    "recipient": _listed("To whom: the same.", "WHO"),
    "party": _listed("Either of them: the same.", "WHO"),
    "counterpart": _listed("Somebody else who is in it: the same.", "WHO"),
    "type": _listed("PLOVER type, as CONSULT, or a project's own.", "TYPE"),
    "mode": _listed("PLOVER mode.", "MODE"),
    "context": _listed("PLOVER context.", "CONTEXT"),
    "quad": Annotated[list[int] | None, typer.Option(metavar="1-4", help="Quad class.")],
    "status": _listed(f"One of {', '.join(get_args(Status))}.", "STATUS"),
    "since": Annotated[str | None, typer.Option(metavar="DATE", help="From then: YYYY, YYYY-MM or YYYY-MM-DD.")],
    "until": Annotated[str | None, typer.Option(metavar="DATE", help="Till then, its last day among them.")],
    "place": _listed("Country code, words of a place's name, or both: 'Aden, YEM'.", "PLACE"),
    "precision": _listed(f"How precisely the place is told: {', '.join(get_args(PlacePrecision))}.", "KIND"),
    "outlet": _listed("An outlet that tells it.", "NAME"),
    "origin": _listed("Words of the name of an origin: who vouches.", "NAME"),
    "ownership": _listed(f"Of an outlet that tells it: {', '.join(get_args(Ownership))}.", "KIND"),
    "min_origins": Annotated[int, typer.Option(metavar="N", min=0, help="At least so many independent origins.")],
    "max_origins": Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")],
    "min_reports": Annotated[int, typer.Option(metavar="N", min=0, help="At least so many reports.")],
    "min_confidence": Annotated[float, typer.Option(metavar="P", min=0, max=1, help="At least so sure.")],
    "denied": Annotated[bool | None, typer.Option("--denied/--not-denied", help="Denied by an origin, or by none.")],
    "reviewed": _listed(f"What people said of it: {', '.join(get_args(Reviewed))}.", "STATE"),
    "rejected": Annotated[
        bool | None, typer.Option("--rejected/--not-rejected", help="Rejected by people, or not; see hearsay review.")
    ],
}
_DEFAULTS: dict[str, Any] = {"min_origins": 0, "min_reports": 0, "min_confidence": 0.0}


def filtering(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose first parameter is an EventFilter, with an option for each condition in its place."""
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]

    def asking(**options: Any) -> None:
        chosen = {name: options.pop(name) for name in _OPTIONS}
        command(_filter(chosen), **options)

    conditions = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=_DEFAULTS.get(name), annotation=kind)
        for name, kind in _OPTIONS.items()
    ]
    own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    # Typer reads what the options are from here.
    positional = [p for p in own if p.default is inspect.Parameter.empty]
    rest = [p for p in own if p.default is not inspect.Parameter.empty]
    parameters = [*positional, *conditions, *rest]
    asking.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    asking.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    asking.__name__, asking.__doc__ = command.__name__, command.__doc__
    return asking


def _filter(chosen: dict[str, Any]) -> EventFilter:
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in chosen.items()}
    given = {name: value for name, value in given.items() if value is not None}
    for name in ("status", "ownership", "reviewed"):
        if name in given:
            given[name] = tuple(value.lower() for value in given[name])
    try:
        return EventFilter.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        option = str(first["loc"][0]).replace("_", "-")
        raise typer.BadParameter(f"--{option}: {first['input']!r}: {first['msg']}") from None
