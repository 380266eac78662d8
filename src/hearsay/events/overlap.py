"""One mention a telling: what two words of one sentence tell of the same act is kept once."""

from __future__ import annotations

from dataclasses import replace

from hearsay.events.candidate import Candidate
from hearsay.events.matching import Match, Matcher
from hearsay.reading.tree import Reading

Pair = tuple[Match | None, Candidate]


def prune(reading: Reading, matcher: Matcher, pairs: list[Pair]) -> list[Candidate]:
    """Candidates without those that only repeat another of the same sentence.

    "The airstrike killed eight" is one mention at *airstrike*; "killed in a bombing" one at *killed*;
    "condemned and denounced", "killed and injured" one at the first verb.
    """
    dropped: set[int] = set()
    by_word = {c.trigger: c for _, c in pairs}
    matches = {c.trigger: m for m, c in pairs}
    for match, candidate in pairs:
        if match is None or candidate.trigger in dropped:
            continue
        word = reading.words[candidate.trigger]
        if word.relation == "conj" and word.head in by_word and word.head not in dropped:
            first = by_word[word.head]
            doer = reading.child(candidate.trigger, "nsubj") if match.clause.pos == "verb" else None
            another = doer is not None and doer.upos != "PRON"  # "gunmen attacked, and *soldiers killed*"
            if first.event == candidate.event and not another and _same(first, candidate):
                dropped.add(candidate.trigger)
                continue
        if match.clause.pos != "verb":
            continue
        _predicate_and_noun(matcher, match, candidate, by_word, matches, dropped)
        if _purpose_of_same(reading, candidate, by_word):
            dropped.add(candidate.trigger)
        if candidate.event != "ASSAULT" or candidate.trigger in dropped:
            continue
        cause = _cause(reading, matcher, match, candidate, by_word, dropped)
        if cause is not None:
            dropped.add(candidate.trigger)
            known = {(p.first, p.last) for p in cause.recipients}
            more = [p for p in candidate.recipients if (p.first, p.last) not in known]
            by_word[cause.trigger] = replace(cause, recipients=(*cause.recipients, *more))
            continue
        for role in ("agent", "in", "by", "during", "after", "with", "patient"):
            for filler in match.clause.fill(role):
                other = by_word.get(filler.word)
                if other is None or other.event != "ASSAULT" or other.trigger in dropped:
                    continue
                if role == "after":
                    continue
                if role in ("in", "during") and match.entry.head == "use":
                    # A weapon used in an attack is told besides the attack, by the same doer.
                    by_word[other.trigger] = replace(other, actors=other.actors or candidate.actors)
                    continue
                keep_noun = role == "agent" or bool(other.actors)
                kept, gone = (other, candidate) if keep_noun else (candidate, other)
                dropped.add(gone.trigger)
                doers = {p.member for p in kept.actors if p.member is not None}
                struck = kept.recipients or tuple(p for p in gone.recipients if p.member not in doers)
                by_word[kept.trigger] = replace(kept, actors=kept.actors or gone.actors, recipients=struck)
    left = [(m, by_word[c.trigger]) for m, c in pairs if c.trigger not in dropped]
    return [c for m, c in left if not _judgement_told_before(reading, m, c, left)]


def _judgement_told_before(reading: Reading, match: Match | None, candidate: Candidate, kept: list[Pair]) -> bool:
    """True for a critical word in a sentence whose criticism is told by another ("condemns the *horrific* attacks")."""
    if match is None or ("speaker",) not in match.entry.actors:
        return False
    sentence = reading.sentence_of(candidate.trigger).index
    for other_match, other in kept:
        if other.event != "ACCUSE" or other.trigger == candidate.trigger:
            continue
        if reading.sentence_of(other.trigger).index == sentence:
            judges = other_match is not None and ("speaker",) in other_match.entry.actors
            if not judges or other.trigger < candidate.trigger:
                return True
    return False


def _predicate_and_noun(
    matcher: Matcher,
    match: Match,
    candidate: Candidate,
    by_word: dict[int, Candidate],
    matches: dict[int, Match | None],
    dropped: set[int],
) -> None:
    """A light verb gives way to its noun ("imposed *sanctions*"); other verbs swallow the noun they are about."""
    needed = {o.role for c in match.entry.conditions for o in c.options if o.kind == "words" and not c.negative}
    for role in sorted(needed):
        for filler in matcher.fillers(match.clause, role):
            noun = by_word.get(filler.word)
            if noun is None or noun.trigger in dropped or noun.trigger == candidate.trigger:
                continue
            inner = matches[noun.trigger]
            if inner is not None and inner.clause.light is not None and inner.clause.head == candidate.trigger:
                dropped.add(candidate.trigger)
                by_word[noun.trigger] = replace(
                    noun, actors=noun.actors or candidate.actors, recipients=noun.recipients or candidate.recipients
                )
                return
            if noun.event != "ASSAULT":
                dropped.add(noun.trigger)


def _cause(
    reading: Reading,
    matcher: Matcher,
    match: Match,
    candidate: Candidate,
    by_word: dict[int, Candidate],
    dropped: set[int],
) -> Candidate | None:
    """The attack of which deaths are told as the effect: "shelled the camp, *killing* two and *wounding* ten"."""
    if match.entry.head not in matcher.lexicon.classes.get("casualty", frozenset()):
        return None
    word = reading.words[candidate.trigger]
    if word.head < 0 or not (word.relation == "conj" or (word.relation == "advcl" and word.xpos == "VBG")):
        return None
    cause = by_word.get(word.head)
    if cause is None or cause.event != "ASSAULT":
        return None
    if cause.trigger in dropped:
        doers = matcher.clauses.at(word.head, "verb").fill("agent")
        kept = [by_word[f.word] for f in doers if f.word in by_word and f.word not in dropped]
        if kept and kept[0].event == "ASSAULT":
            return kept[0]  # "*bombings* struck the house, killing two"
        return next((c for c in by_word.values() if c.trigger == reading.words[cause.trigger].head), None)
    return cause


def _purpose_of_same(reading: Reading, candidate: Candidate, by_word: dict[int, Candidate]) -> bool:
    """True for "telephoned him to *discuss* ...": one act told by two verbs."""
    word = reading.words[candidate.trigger]
    if word.relation not in ("advcl", "xcomp") or word.head < 0:
        return False
    if not any(c.text.lower() == "to" for c in reading.children(word.index, "mark")):
        return False
    governor = by_word.get(word.head)
    return governor is not None and governor.event == candidate.event


def _same(first: Candidate, second: Candidate) -> bool:
    def keys(candidate: Candidate) -> tuple[set[object], set[object]]:
        def side(participants: object) -> set[object]:
            return {p.member if p.member is not None else (p.first, p.last) for p in participants}  # type: ignore[attr-defined]

        return side(candidate.actors), side(candidate.recipients)

    (a1, r1), (a2, r2) = keys(first), keys(second)
    return (a1 == a2 or not a2) and (r1 == r2 or not r2 or not r1)
