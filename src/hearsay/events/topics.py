"""What is only talked about: the content of requests, promises, refusals and threats is not told as done.

The guidelines code the request, not the topic of the request, "unless it happened": an act is presupposed when it is
to end ("called for an end to the attacks") or is named as known ("urged them to investigate *the* attack").
"""

from __future__ import annotations

from hearsay.events.conditions import act_groups
from hearsay.events.matching import Match, Matcher
from hearsay.events.tables import word_set
from hearsay.events.wordforms import forms
from hearsay.reading.tree import Word

_CUTS = frozenset(["parataxis", "appos", "root", "orphan", "dislocated"])
_KNOWN = frozenset(["the", "this", "these", "that", "those", "his", "her", "its", "their", "our", "my", "your", "such"])
_STEPS = 40


class Topics:
    """Topic regions of one reading, from all its matches."""

    def __init__(self, matcher: Matcher, matches: list[Match]) -> None:
        self._matcher = matcher
        self._reading = matcher.reading
        self._stop = matcher.lexicon.classes.get("stop", frozenset())
        self._roots: dict[int, Match] = {}
        for match in matches:
            for index in matcher.topic_words(match.clause, match.entry):
                self._roots.setdefault(index, match)

    def above(self, match: Match) -> tuple[Match, bool] | None:
        """The match whose topic this match stands in, and whether the act is presupposed there; None outside."""
        reading = self._reading
        ended = False
        index = match.clause.head
        inner = match.word
        for _ in range(_STEPS):
            holder = self._roots.get(index) or self._roots.get(inner)
            if holder is not None and holder.word not in (match.word, match.clause.head):
                # Of a request the noun itself is what is wanted: "called for *the dismissal*".
                wanted = holder.entry.event == "REQUEST" and match.word in self._roots and not ended
                return holder, not wanted and self._presupposed(match, ended)
            word = reading.words[index]
            if word.head < 0 or word.relation in _CUTS or word.deprel == "acl:relcl":
                return None
            if word.relation == "advcl" and not any(
                c.text.lower() in ("to", "by", "of", "from", "for") for c in reading.children(index, "mark", "case")
            ):
                return None
            if word.relation == "nsubj" and word.head not in self._roots:
                return None
            if self._stands_apart(word):
                return None
            index = inner = word.head
            if index != match.word and self._stop.intersection(forms(reading.words[index])):
                ended = True
        return None

    def _stands_apart(self, word: Word) -> bool:
        """True for what is told beside a topic, not in it.

        "Called on them to enlist and *appealed* to the pope": a past tense goes on from no infinitive. "Agreed to talks
        after *mediation*": what went before is told as done.
        """
        reading = self._reading
        if word.relation == "conj" and word.xpos in ("VBD", "VBN", "VBZ") and reading.words[word.head].xpos == "VB":
            return True
        return word.relation in ("nmod", "obl") and any(
            c.text.lower() in word_set("done before") for c in reading.children(word.index, "case")
        )

    def _presupposed(self, match: Match, ended: bool) -> bool:
        if ended:
            return True
        if match.clause.pos != "noun" or "conflict" not in act_groups(str(match.entry.event)):
            return False
        if match.entry.event in ("THREATEN", "REJECT", "PROTEST", "MOBILIZE"):
            return False
        children = self._reading.children(match.word)
        return any(c.text.lower() in _KNOWN for c in children if c.relation in ("det", "nmod")) or any(
            c.deprel == "nmod:poss" for c in children
        )
