"""What looks like politics but is not: sport that borrows its words ("attack", "rally"), and general truths."""

from __future__ import annotations

from hearsay.events.candidate import Candidate
from hearsay.events.matching import Match, Matcher
from hearsay.events.sources import VERBAL
from hearsay.events.tables import word_set

_BORROWED = frozenset(
    ["ASSAULT", "COERCE", "RETREAT", "CONCEDE", "MOBILIZE", "SANCTION", "PROTEST", "SUPPORT", "CONSULT", "AGREE"]
)
_DENSE, _FEW = 0.012, 2
"""Share of sport words from which an article is about sport, and how many it takes at least."""


class Blocking:
    """Decides for one article which matches are metaphor."""

    def __init__(self, matcher: Matcher) -> None:
        self._reading = matcher.reading
        self._sport = matcher.lexicon.classes.get("sport", frozenset())
        self._politics = matcher.lexicon.classes.get("politics", frozenset())
        words = [w.lemma.lower() for w in self._reading.words]
        sport = sum(w in self._sport for w in words)
        politics = sum(w in self._politics for w in words)
        self._about_sport = sport >= _FEW and sport / len(words) >= _DENSE and sport > politics

    def blocks(self, match: Match) -> bool:
        """True when the sentence is about a game, not about force or power."""
        if match.entry.event not in _BORROWED:
            return False
        sentence = self._reading.sentence_of(match.word)
        lemmas = [w.lemma.lower() for w in self._reading.sentence_words(sentence)]
        sport = len({w for w in lemmas if w in self._sport})
        politics = sum(w in self._politics for w in lemmas)
        return (sport >= 2 and not politics) or (self._about_sport and (sport >= 1 or not politics))

    def general(self, candidate: Candidate) -> bool:
        """True for what kinds of people do at all times ("governments favour majorities"): no act of a day.

        A present tense with bare plurals on all sides; of words, told by the outlet itself.
        """
        reading, participants = self._reading, (*candidate.actors, *candidate.recipients)
        if not participants or (candidate.stance.sources and candidate.event in VERBAL):
            return False
        word = reading.words[candidate.clause]
        helpers = reading.children(word.index, "aux", "cop")
        if any(w.xpos in ("VBD", "MD") or w.text.lower() in ("has", "have") for w in helpers) or word.xpos == "VBG":
            return False
        if word.xpos == "VBP" and word.text.lower() in word_set("one form for present and past"):
            return False
        if reading.sentence_of(word.index).region == "headline":
            return False
        if word.xpos not in ("VBP", "VBZ") and not any(w.xpos in ("VBP", "VBZ") for w in helpers):
            return False
        for head in (participant.last for participant in participants):
            if reading.words[head].xpos != "NNS" or reading.name_of(head) is not None:
                return False
            below = reading.children(head, "det", "nummod", "nmod:poss")
            if any(w.text.lower() != "their" for w in below):
                return False
        return True
