"""The tags by which American news tells of lawmakers: "(R-Tex.)", ", D-Ohio,", "(R)" and, with a title, "(Fla.)".

They name nobody, and say that whoever they stand behind is of the United States.
"""

from __future__ import annotations

from hearsay.actors.scene import NamePhrase, Scene
from hearsay.actors.wordlists import listed

COUNTRY = "USA"
_PARTIES = frozenset(("R", "D", "I", "L"))
_OPEN, _CLOSE = frozenset(("(", "[", ",")), frozenset((")", "]", ",", ";", ":", "—"))
_DASHES = frozenset(("-", "‐", "‑", "–", ",", "."))
_LONGEST = 7


def party_tag(scene: Scene, name: NamePhrase) -> range:
    """The words of the tag behind a person's name, marks included; an empty range where there is none."""
    words = scene.reading.words
    first = name.last + 1
    if name.type != "PER" or first >= len(words):
        return range(0)
    if words[first].text in ("'s", "’s"):
        first += 1  # "Sen. Ted Cruz's (R-Texas) victory"
    if first + 2 >= len(words) or words[first].text not in _OPEN:
        return range(0)
    text = words[first + 1].text
    bracket = words[first].text != ","
    near = range(first + 2, min(first + _LONGEST, len(words)))
    end = next((i for i in near if words[i].text in _CLOSE), None)
    if end is None:
        return range(0)
    dashed = words[first + 2].text in _DASHES and words[first + 2].text != "," and first + 3 < end
    if text in _PARTIES and ((bracket and end == first + 2) or (dashed and words[first + 3].text[0].isupper())):
        return range(first, end + bracket)
    if text[:2] in ("R-", "D-", "I-") and text[2:3].isupper():
        return range(first, end + bracket)
    state = "".join(w.text for w in words[first + 1 : end]).rstrip(".").casefold()
    if bracket and name.title is not None and state in listed("state-abbreviation"):
        return range(first, end + bracket)
    return range(0)
