"""What kind of event an act is when it is still to come, sought or only possible (PLOVER; GUIDELINES "To come").

Cooperation to come is AGREE; retreats to come are CONCEDE; an actor's own announcement of force is THREATEN; other
conflict keeps its type. Also obligations: "Libya must hand over the men", said by someone, is that speaker's REQUEST.
"""

from __future__ import annotations

from hearsay.events.conditions import act_groups
from hearsay.events.matching import Match, Matcher
from hearsay.events.tables import word_set
from hearsay.events.wordforms import forms
from hearsay.reading.tree import Reading
from hearsay.records import EventType, Status

_TO_COME = frozenset(["will", "'ll", "’ll", "would", "shall", "wo", "'d", "’d"])
_OPEN = frozenset(["may", "might", "could", "can"])
_DUTY = frozenset(["must", "should", "ought"])
_AGREE_CAMEO = {"CONSULT": "036", "SUPPORT": "032", "COOPERATE": "031", "AID": "033"}
_CONSENT = frozenset(
    ["agree", "accept", "consent", "approve", "allow", "permit", "let", "concede", "recognize", "recognise", "grant"]
)
_WINDOW = 8


def auxiliaries(reading: Reading, index: int) -> frozenset[str]:
    """Auxiliaries of a predicate, lower case; those of the first conjunct count for the later ones."""
    found = {c.text.lower() for c in reading.children(index, "aux")}
    word = reading.words[index]
    if not found and word.relation in ("conj", "xcomp") and word.head >= 0 and not reading.children(index, "nsubj"):
        return auxiliaries(reading, word.head) if reading.words[word.head].head != index else frozenset()
    return frozenset(found)


def to_come(reading: Reading, index: int) -> bool:
    """True when the predicate itself stands in the future ("will meet", "would meet", not "would have met")."""
    found = auxiliaries(reading, index)
    return bool(found & _TO_COME) and "have" not in found


def _would_not(reading: Reading, index: int) -> bool:
    """True for what somebody will not do as things stand: "would *not* take part unless the rebels left"."""
    negated = any(c.text.lower() in ("not", "n't", "n’t", "never") for c in reading.children(index, "advmod"))
    return negated and to_come(reading, index)


def still_open(reading: Reading, index: int) -> bool:
    """True when the predicate itself is a mere possibility of the future ("may visit")."""
    word = reading.words[index]
    return bool(auxiliaries(reading, index) & (_OPEN | _TO_COME)) and word.xpos in (
        "VB",
        "NN",
        "NNS",
        "JJ",
        "VBN",
        "VBG",
    )


def mere_aim(reading: Reading, index: int) -> bool:
    """True for what is only the purpose of something else: "an offensive *to destroy* them", "rose *to topple* him"."""
    word = reading.words[index]
    if word.relation not in ("acl", "advcl") or word.upos != "VERB":
        return False
    if word.head >= 0 and word_set("futures: aims that are done").intersection(forms(reading.words[word.head])):
        return False
    return any(c.text.lower() == "to" for c in reading.children(index, "mark"))


def obliged(reading: Reading, index: int) -> bool:
    """True for what someone must or should do."""
    found = auxiliaries(reading, index)
    own = {c.text.lower() for c in reading.children(index, "aux")}
    return bool(own & _DUTY) and not found & {"have", "been"}


def settle(
    match: Match, reading: Reading, status: Status, speaker_acts: bool
) -> tuple[EventType, tuple[str, ...], str | None]:
    """Type, modes and CAMEO code of an act, given its status and whether its speaker is its actor."""
    entry = match.entry
    assert entry.event is not None
    event, mode, cameo = entry.event, entry.mode, entry.cameo
    refusing = status == "possible" and _would_not(reading, match.clause.head)
    if (status == "negated" or refusing) and event in (*_AGREE_CAMEO, "AGREE", "CONCEDE", "RETREAT"):
        if entry.head in _CONSENT or to_come(reading, match.clause.head):
            return "REJECT", (), "120"
        return event, mode, cameo
    future = status == "planned" or (status == "possible" and still_open(reading, match.clause.head))
    if not future:
        return event, mode, cameo
    if event in _AGREE_CAMEO:
        return "AGREE", (), _AGREE_CAMEO[event]
    if event == "RETREAT":
        return "CONCEDE", (), "080"
    if speaker_acts and event in ("ASSAULT", "COERCE", "SANCTION") and to_come(reading, match.clause.head):
        return "THREATEN", threat_mode(match), "130"
    return event, mode, cameo


def threat_mode(act: Match | None) -> tuple[str, ...]:
    """PLOVER's mode of a threat is the content of the threat."""
    if act is None or act.entry.event is None:
        return ()
    event, modes = act.entry.event, set(act.entry.mode)
    if event == "ASSAULT":
        return ("territory",) if "territory" in act.entry.id else ("violence",)
    if event == "COERCE":
        return ("arrest",) if "arrest" in modes else ("expel",) if "deport" in modes else ("restrict",)
    if event == "SANCTION":
        return ("expel",) if "expel" in modes else ("arrest",) if "convict" in modes else ("relations",)
    if event == "PROTEST":
        return ("restrict",)
    return ("relations",) if event == "REJECT" else ("violence",) if event == "MOBILIZE" else ()


_DEMANDS = frozenset(["demand", "order"])
"""Verbs of requests that ask for a change of what is done, whatever their topic."""


def request_mode(matcher: Matcher, match: Match, act: Match | None) -> tuple[str, ...]:
    """PLOVER's mode of a request or rejection: meet, yield, assist or change, by its topic."""
    classes = matcher.lexicon.classes
    words: list[str] = []
    for index in matcher.topic_words(match.clause, match.entry):
        near = [i for i in matcher.reading.subtree(index) if abs(i - index) <= _WINDOW]
        words.extend(matcher.reading.words[i].lemma.lower() for i in near)
    for mode in ("yield", "meet", "assist"):
        group = classes.get(f"mode-{mode}", frozenset())
        if any(w in group for w in words[:_WINDOW]):
            return (mode,)
    if act is not None and act.entry.event is not None:
        groups = act_groups(act.entry.event)
        if "retreat" in groups:
            return ("yield",)
        if act.entry.event == "CONSULT":
            return ("meet",)
        if "cooperation" in groups:
            return ("assist",)
    return ("change",) if words and match.entry.head in _DEMANDS else ()
