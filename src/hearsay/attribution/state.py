"""The standing a word has on the way down a tree, and how operators change it."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.attribution.lexicon import Effect
from hearsay.records import Status

CUE_EFFECTS: dict[str, tuple[Effect, Effect]] = {
    "assertion": ("fact", "possible"),
    "denial": ("counterfact", "possible"),
    "belief": ("fact", "possible"),
    "promise": ("planned", "counterfact"),
    "demand": ("possible", "possible"),
    "question": ("possible", "possible"),
    "doubt": ("possible", "possible"),
    "leak": ("fact", "possible"),
}
_RANK = {"fact": 0, "planned": 1, "possible": 2}


@dataclass(frozen=True, slots=True)
class State:
    """Standing on the way down: polarity, and how real the positive act would be."""

    negated: bool = False
    mode: str = "fact"
    """fact, planned or possible"""
    steps: tuple[str, ...] = ()

    def status(self) -> Status:
        if self.mode == "possible":
            return "possible"
        if self.negated:
            return "negated"
        return "planned" if self.mode == "planned" else "actual"

    def under(self, effect: Effect, step: str) -> State:
        """The standing of a complement that gets ``effect``."""
        if effect == "same":
            return self
        if effect == "presupposed":
            return State(steps=(*self.steps, f"{step} -> taken as fact"))
        if effect == "fact":
            return State(False, self.mode, self.steps)
        if effect == "counterfact":
            return State(True, self.mode, (*self.steps, f"{step} -> negated"))
        mode = effect if _RANK[effect] > _RANK[self.mode] else self.mode
        return State(False, mode, (*self.steps, f"{step} -> {effect}"))

    def marked(self, effect: Effect, step: str) -> State:
        """This standing with a mark on the word itself: an auxiliary, an adverb, an adjective."""
        if effect in ("same", "fact", "presupposed"):
            return self
        steps = (*self.steps, f"{step} -> {'negated' if effect == 'counterfact' else effect}")
        if effect == "counterfact":
            return State(not self.negated, self.mode, steps)
        return State(self.negated, effect if _RANK[effect] > _RANK[self.mode] else self.mode, steps)


FACT = State()
