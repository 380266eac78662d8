"""Accuracy is a gate: the committed floor of each figure, the data it was measured on, and the rule for moving it.

A figure may rise freely and may fall by no more than ``epsilon``. ``--update-floors`` lifts floors to what was
measured; lowering one takes ``--allow-regression`` too. Figures measured on other data than the floors' are not
compared at all, so that changed data cannot pass for progress.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

EPSILON = 0.002

_HEAD = """\
# Floors of accuracy, written by `python -m benchmarks.accuracy --update-floors`; see docs/accuracy.md.
# A run fails when a figure lies more than epsilon below its floor, or when the data are not those of the digests.
"""


@dataclass
class Floors:
    """Floors, the digests of the data they hold for, and the aims that figures are shown beside."""

    epsilon: float = EPSILON
    digests: dict[str, str] = field(default_factory=dict)
    aims: dict[str, float] = field(default_factory=dict)
    floors: dict[str, float] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Floors:
        """The floors of a file; empty when there is none yet."""
        if not path.exists():
            return cls()
        table = tomllib.loads(path.read_text("utf-8"))
        return cls(table["epsilon"], table.get("digests", {}), table.get("aims", {}), table.get("floors", {}))

    def write(self, path: Path) -> None:
        """Write them sorted by name, so that a change shows as one line."""
        parts = [_HEAD, f"epsilon = {self.epsilon}\n"]
        for name, table in (("digests", self.digests), ("aims", self.aims), ("floors", self.floors)):
            rows = (
                f'"{key}" = "{v}"' if isinstance(v, str) else f'"{key}" = {v:.3f}' for key, v in sorted(table.items())
            )
            parts.append(f"\n[{name}]\n" + "".join(row + "\n" for row in rows))
        path.write_text("".join(parts), "utf-8")

    def changed(self, digests: dict[str, str]) -> list[str]:
        """Sets whose data differ from those the floors were measured on."""
        return [name for name, digest in digests.items() if self.digests.get(name) != digest]

    def fallen(self, values: dict[str, float]) -> list[str]:
        """One line for each figure below its floor, or no longer measured."""
        lines = []
        for name, floor in self.floors.items():
            if name not in values:
                lines.append(f"{name}: has a floor of {floor:.3f} but was not measured")
            elif round(values[name], 3) < floor - self.epsilon:
                lines.append(f"{name}: {values[name]:.3f} is below its floor of {floor:.3f}")
        return lines

    def update(self, values: dict[str, float], digests: dict[str, str], allow_regression: bool) -> list[str]:
        """Lift floors to the values; lower them only when allowed. Returns a line for each that was kept."""
        kept = []
        for name, value in values.items():
            floor = self.floors.get(name)
            if floor is not None and round(value, 3) < floor and not allow_regression:
                if round(value, 3) < floor - self.epsilon:
                    kept.append(f"{name}: kept at {floor:.3f}, measured {value:.3f} (--allow-regression lowers it)")
                continue
            self.floors[name] = round(value, 3)
        if allow_regression:
            self.floors = {name: floor for name, floor in self.floors.items() if name in values}
        self.digests = dict(digests)
        return kept
