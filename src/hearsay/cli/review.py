"""The commands of reviewing: what people said so far, and what they settled as a gold standard."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hearsay.cli.ledger import DEFAULT, Db
from hearsay.cli.output import Output
from hearsay.cli.run import exit_statuses
from hearsay.errors import HearsayError
from hearsay.explain.wording import counted
from hearsay.export.printable import printable

if TYPE_CHECKING:
    from hearsay.ledger.review_records import Rate, Results, ReviewQueue, Sample

StatusFormat = Literal["text", "json"]

group = typer.Typer(help="What people say of the machine's coding: see `hearsay serve`, Review.", no_args_is_help=True)


@group.command("status")
def status(
    db: Db = DEFAULT,
    format: Annotated[StatusFormat, typer.Option("--format", "-f", help="For the eye, or one JSON object.")] = "text",
) -> None:
    """Say how far reviewing is, how often the machine is right, and how far people agree."""
    from hearsay.ledger.ledger import Ledger

    with exit_statuses(), Ledger.open(db, read_only=True) as ledger:
        queues, results = ledger.queues(), ledger.results()
        if format == "json":
            whole = {
                "queues": [queue.model_dump(mode="json") for queue in queues],
                "results": results.model_dump(mode="json"),
            }
            sys.stdout.write(json.dumps(whole, ensure_ascii=False) + "\n")
            return
        for line in _lines(queues, results):
            sys.stdout.write(f"{line[: len(line) - len(line.lstrip())]}{printable(line.strip())}\n")


@group.command("export")
def export(
    gold: Annotated[Path, typer.Option("--gold", metavar="FILE", help="Where to: JSON Lines.", dir_okay=False)],
    db: Db = DEFAULT,
    whole: Annotated[bool, typer.Option("--whole", help="Only articles of which every mention was decided.")] = False,
    prefer: Annotated[
        str | None, typer.Option("--prefer", metavar="NAME", help="Whose word counts where people differ.")
    ] = None,
    licence: Annotated[
        str, typer.Option("--licence", metavar="TEXT", help="What to write as the licence of the articles.")
    ] = "unknown",
) -> None:
    """Write the reviewed articles as a gold standard: an object each, with the events that were accepted or fixed."""
    from rich.console import Console
    from rich.progress import track

    from hearsay.ledger.gold import GoldCount
    from hearsay.ledger.ledger import Ledger

    counts: list[GoldCount] = []
    with exit_statuses(), Ledger.open(db, read_only=True) as ledger:
        found = ledger.gold(whole=whole, prefer=prefer, licence=licence)
        first = next(found, None)
        if first is None:
            what = "no article was decided whole" if whole else "nobody has accepted, fixed or rejected anything"
            raise HearsayError(f"{db}: {what}: look at Review in `hearsay serve`")
        with Output(gold) as sink:
            for article, count in track(
                chain([first], found), "exporting", console=Console(stderr=True), transient=True
            ):
                counts.append(count)
                sink.write(json.dumps(article, ensure_ascii=False) + "\n")
    total = {name: sum(getattr(count, name) for count in counts) for name in GoldCount.model_fields}
    differ = f", {total['disputed']} on which people differ" if total["disputed"] else ""
    sys.stderr.write(
        f"hearsay: {counted(total['articles'], 'article')} with {counted(total['events'], 'event')} in "
        f"{counted(total['mentions'], 'mention')} written to {gold}; {total['rejected']} rejected{differ}\n"
    )


def _lines(queues: tuple[ReviewQueue, ...], results: Results) -> Iterator[str]:
    if not queues and not results.reviews:
        yield "nothing was reviewed yet: run `hearsay serve` and look at Review"
        return
    for queue in queues:
        what = f"{counted(queue.size, 'pair')} of accounts" if queue.kind == "pairs" else counted(queue.size, "mention")
        order = "random" if queue.order == "random" else "least sure"
        done = f"{queue.begun} decided, {queue.done} by enough people"
        yield f"queue {queue.number}: {what}, {order}: {done}"
    said = ", ".join(f"{name} {count}" for name, count in results.verdicts)
    who = ", ".join(f"{name} {count}" for name, count in results.reviewers)
    yield f"{counted(results.reviews, 'decision')} on {counted(results.items, 'item')} by {who or 'nobody'}: {said}"
    for sample in results.samples:
        yield from _sample(sample)
    if not any(sample.precision for sample in results.samples):
        yield "precision: unknown, for nothing was drawn at random"
    if results.biased:
        yield f"{counted(results.biased, 'decided item')} not drawn at random: left out of precision"
    for row in results.agreement:
        if row.items:
            alpha = "undefined" if row.alpha is None else f"{row.alpha:.3f}"
            items = counted(row.items, "item")
            yield f"agreement on {row.field}: alpha {alpha}, the same {_percent(row.agreed)}, {items}"


def _sample(sample: Sample) -> Iterator[str]:
    if not sample.precision:
        return
    some = " that meet the conditions of their queue" if sample.conditions.model_dump(exclude_defaults=True) else ""
    skipped = f", {sample.skipped} skipped" if sample.skipped else ""
    drawn = f"drawn at random from {sample.population} on {sample.drawn[:10]}"
    yield f"of {counted(sample.reviewed, 'mention')} {drawn}{some}{skipped}:"
    for row in sample.precision:
        yield f"  {row.type or 'all types'}: event and type right {_rate(row.act)}; all fields right {_rate(row.whole)}"
    for field, rate in sample.fields:
        if rate.of:
            yield f"  {field} right in {_rate(rate)} of the events"


def _rate(rate: Rate) -> str:
    if rate.share is None:
        return "unknown"
    return f"{rate.right}/{rate.of} = {_percent(rate.share)} ({_percent(rate.low)} to {_percent(rate.high)})"


def _percent(share: float | None) -> str:
    return "unknown" if share is None else f"{100 * share:.0f}%"
