"""Status and source of single words in written sentences, by phenomenon: ``python -m benchmarks.accuracy.probes``.

``tests/attribution/pairs.tsv`` holds minimal pairs, and ``probes.conllu`` beside it one sentence for each of many
constructions; ``chains.tsv`` asks for the whole source chain alone (``--chains``). All are read by the reader here, so
that its errors count too. None comes from the gold sets.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay import Coder
from hearsay.actors import find_cast
from hearsay.attribution import attribute
from hearsay.ingest import make_document

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "attribution"


@dataclass(frozen=True)
class Probe:
    """A sentence, the word asked about, and what is right: its status and the last names of its sources."""

    phenomenon: str
    text: str
    word: str
    status: str
    source: str
    """Outermost first, parted by "|"; "?" is a voucher left unnamed, "" the outlet itself."""


def probes(folder: Path = FOLDER) -> Iterator[Probe]:
    """All written probes: the pairs, then the single constructions."""
    with (folder / "pairs.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Probe(**row)
    for block in re.split(r"^(?=# phenomenon = )", (folder / "probes.conllu").read_text("utf-8"), flags=re.M)[1:]:
        says = dict(re.findall(r"^# (\w+) =[ ]?(.*)$", block, flags=re.M))
        yield Probe(
            "single constructions", says["text"].replace("¶", "\n"), says["word"], says["status"], says["source"]
        )


def chains(folder: Path = FOLDER) -> Iterator[Probe]:
    """Probes of who relays whom; their status is left open ("")."""
    with (folder / "chains.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Probe(status="", **row)


def asked(coder: Coder, probe: Probe) -> tuple[str, str]:
    """Status and sources that the attribution room gives the word of a probe."""
    reading = coder.read(make_document(probe.text, id="probe"))
    word = next(w for w in reading.words if w.text == probe.word)
    stance = attribute(reading, find_cast(reading, coder.world), coder.world).stance(word.index)
    return stance.status, "|".join((s.name or "?").split()[-1] for s in stance.sources)


def measure(coder: Coder, asking: Iterable[Probe]) -> dict[str, tuple[int, int, list[str]]]:
    """By phenomenon: how many are right, of how many, and a line for each wrong one."""
    found: dict[str, tuple[int, int, list[str]]] = {}
    for probe in asking:
        right, of, wrong = found.get(probe.phenomenon, (0, 0, []))
        status, source = asked(coder, probe)
        hit = (status if probe.status else "", source) == (probe.status, probe.source)
        if not hit:
            wanted = f"{probe.status} [{probe.source}]"
            wrong.append(f"{probe.text} <{probe.word}>: {wanted}, coded {status} [{source}]")
        found[probe.phenomenon] = (right + hit, of + 1, wrong)
    return found


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.probes", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--errors", action="store_true", help="show each wrong one")
    parser.add_argument("--chains", action="store_true", help="ask for whole source chains instead")
    options = parser.parse_args(arguments)
    found = measure(Coder(), chains() if options.chains else probes())
    for phenomenon, (right, of, wrong) in found.items():
        print(f"{phenomenon:<22} {right:>3} of {of:>3}  {right / of:.2f}")
        if options.errors:
            print("".join(f"    {line}\n" for line in wrong), end="")
    right, of = sum(r for r, _, _ in found.values()), sum(n for _, n, _ in found.values())
    print(f"{'all':<22} {right:>3} of {of:>3}  {right / of:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
