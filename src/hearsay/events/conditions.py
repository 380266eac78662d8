"""Conditions of a lexicon entry: what must stand in a role for the entry to hold.

A ``when`` cell holds conditions separated by spaces; all must hold. One condition is a list of options separated by
``|`` of which one must hold:

``with``            the role is filled
``patient:actor``   an actor of the cast fills it
``to:place``        the name of a country, town or other place fills it
``patient=@ties``   its head word (or an adjective or compound before it) is in a class of ``classes.tsv``
``patient=hand``    ... is this word; further words and classes may follow: ``patient=@ties|visa|@aid``
``act=conflict``    the act embedded in the entry's topic is of this type or group (conflict, cooperation, retreat)
``passive``         the verb is passive

``!`` before the condition, or ``!=``, turns it round.
"""

from __future__ import annotations

from dataclasses import dataclass

_ROLES = frozenset(
    ("speaker", "noun", "agent", "patient", "recipient", "comp", "purpose", "poss", "mod", "subject", "undergoer",
     "any", "with", "on", "against", "by", "of", "for", "to", "into", "from", "in", "at", "upon", "over",
     "between", "during", "after", "behind", "about", "outside", "under", "alongside", "towards", "toward", "as",
     "out_of")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Option:
    """One way for a condition to hold. ``kind`` is filled, actor, place, words, type or passive."""

    role: str
    kind: str
    words: frozenset[str] = frozenset()
    groups: tuple[str, ...] = ()

    def __str__(self) -> str:
        role = self.role.replace(" ", "_")
        if self.kind in ("words", "type"):
            named = (*(f"@{g}" for g in self.groups), *sorted(self.words))
            return f"{'act' if self.kind == 'type' else role}={'|'.join(named)}"
        return {"passive": "passive", "actor": f"{role}:actor", "place": f"{role}:place"}.get(self.kind, role)

    @property
    def weight(self) -> float:
        return {"filled": 1.0, "actor": 1.2, "words": 1.6, "type": 1.3, "passive": 1.0, "place": 1.2}[self.kind]


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when one of its options does (or, ``negative``, when none does)."""

    options: tuple[Option, ...]
    negative: bool = False

    def __str__(self) -> str:
        """The condition as a ``when`` cell has it."""
        options = "|".join(str(o) for o in self.options)
        if not self.negative:
            return options
        return options.replace("=", "!=", 1) if "=" in options else f"!{options}"

    @property
    def weight(self) -> float:
        """How much more specific the condition makes an entry."""
        return 0.3 if self.negative else min(o.weight for o in self.options)


def parse_conditions(text: str) -> tuple[Condition, ...]:
    """Conditions of a ``when`` cell; raises ValueError for one that is not understood."""
    return tuple(_parse(part) for part in text.split())


def _parse(part: str) -> Condition:
    negative = part.startswith("!") or "!=" in part
    options: list[Option] = []
    role: str | None = None
    words: list[str] = []
    groups: list[str] = []

    def close() -> None:
        nonlocal role
        if role is not None:
            kind = "type" if role == "act" else "words"
            case = words if role == "act" else [w.lower() for w in words]
            options.append(Option(role, kind, frozenset(case), tuple(groups)))
        role = None
        words.clear()
        groups.clear()

    for token in part.lstrip("!").replace("!=", "=").split("|"):
        if "=" in token:
            close()
            role, _, token = token.partition("=")
            role = role.replace("_", " ")
        elif token == "passive" or token.endswith((":actor", ":place")) or token in _ROLES or token.startswith("comp:"):
            close()
            if token == "passive":
                options.append(Option("", "passive"))
            elif token.endswith(":actor"):
                options.append(Option(token.removesuffix(":actor"), "actor"))
            elif token.endswith(":place"):
                options.append(Option(token.removesuffix(":place"), "place"))
            else:
                options.append(Option(token.replace("_", " "), "filled"))
            continue
        if role is None or not token:
            raise ValueError(f"condition {part!r}: {token!r} is neither a role nor a word of one; write role=word")
        if token.startswith("@"):
            groups.append(token[1:])
        else:
            words.append(token)
    close()
    return Condition(tuple(options), negative)


_GROUPS = {
    "conflict": ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN", "ACCUSE", "REJECT"),
    "cooperation": ("CONSULT", "SUPPORT", "AGREE", "COOPERATE", "AID", "REQUEST"),
    "retreat": ("RETREAT", "CONCEDE"),
}


def act_groups(event: str) -> frozenset[str]:
    """The names under which conditions may ask for an embedded act of this type: the type, its group, any."""
    return frozenset([event, "any", *(group for group, members in _GROUPS.items() if event in members)])
