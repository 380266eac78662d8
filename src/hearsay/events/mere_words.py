"""Words that name an act and tell none: who is a threat, who would run away, who claims something firmly.

* "Insisted that the country is strong" says something; nobody is asked for anything.
* "Shutting people out is not smart": a gerund that is spoken about is no act of the day.
* "People fleeing for their lives", "refugees admitted here": participles behind a noun that name a kind of people.
* "You are a threat to China": what somebody is, not what he does; so is a threat that somebody poses.
* "Challenged her when she ran": for a seat, unless he challenges her to do something.
* "Called it shameful": nobody is accused, if it stands for nobody.
* Supporters who gather for somebody protest against nothing; neither does who shouts at a rally of theirs.
* Blame without anybody who gives or gets it, videos that are released, questions that nobody answers.
* Battles of nobody anywhere; what a question asks for; who is forced to do something by nobody; teams set to play.
* "Asked whether he would run, he laughed": a reporter's question that nobody is told to have put.
* "He accepted himself", "suspended his campaign", "stressed the need to act", "veto power", a mine that is bought,
  a commission that is set up to advise: ways of speaking, of contests, of trade and of office.
* Journeys inside one's own country to no host, and interviews declined.
* People without any office in a home story meet, ask and scold each other in private.
"""

from __future__ import annotations

from hearsay.events.candidate import Candidate, Participant
from hearsay.events.idle_uses import idle
from hearsay.events.matching import Match, Matcher
from hearsay.events.matter import Matter
from hearsay.events.participants import political
from hearsay.events.sources import VERBAL
from hearsay.events.tables import word_set
from hearsay.reading.tree import Word

_AT_HOME: frozenset[Matter] = frozenset(("contest", "home"))
_SORTS = frozenset(("REJECT", "SUPPORT", "THREATEN", "AGREE", "REQUEST"))
_ARMED = frozenset(("GOV", "MIL", "REB", "UAF", "COP", "SPY", "SEP", "PRM", "RAD"))
_LANDS = frozenset(("country", "place"))
_AGAINST = ("against", "outside", "over")


def mere_words(matcher: Matcher, match: Match, candidate: Candidate, about: Matter) -> bool:
    """True for a word of an act in a phrase that tells none (see the module's docstring)."""
    reading, clause, head = matcher.reading, match.clause, match.entry.head
    word = reading.words[clause.head]
    if head == "insist" and clause.pos == "verb":
        return any(_states(matcher, filler.word) for filler in clause.fill("comp"))
    if head == "threat" and clause.pos == "noun":
        return _is_one(matcher, match)
    if head == "challenge" and candidate.event == "REQUEST" and clause.pos == "verb":
        return not any(reading.words[f.word].xpos == "VB" for r in ("comp", "purpose") for f in clause.fill(r))
    if head == "call" and candidate.event == "ACCUSE" and not candidate.recipients:
        return True
    if (
        candidate.event == "PROTEST"
        and head in word_set("crowds gather")
        and not any(clause.fill(role) for role in _AGAINST)
    ):
        return _of_backers(matcher, candidate.actors)
    if about == "sentence":
        return False
    nobody = not candidate.actors and not candidate.recipients
    if candidate.event == "ASSAULT" and clause.pos == "noun" and nobody and about != "force" and not _somewhere(match):
        return True
    if _only_asked(matcher, match):
        return True
    if head in word_set("dates") and candidate.event == "AGREE":
        return not any(p.actor.sector for p in (*candidate.actors, *candidate.recipients))
    if candidate.event == "REJECT" and _to_the_press(matcher, match):
        return True
    if candidate.event == "ACCUSE" and clause.pos == "noun" and nobody and about != "force":
        return True
    if head == "flee" and about != "force" and not any(clause.fill(role) for role in ("patient", "from", "to", "into")):
        return True
    if about in _AT_HOME and candidate.event == "CONSULT" and _within(matcher, candidate):
        return True
    if clause.pos == "noun":
        return _in_passing(reading.words[match.word], candidate, head, about)
    if clause.pos == "verb" and _of_no_weight(matcher, match, candidate):
        return True
    if clause.pos != "verb":
        return False
    if word.deprel in ("csubj", "csubj:pass") and word.xpos == "VBG":
        return True
    if _names_a_kind(matcher, match, candidate, word):
        return True
    return about in _AT_HOME and _in_private(candidate)


def _within(matcher: Matcher, candidate: Candidate) -> bool:
    """True for who goes to a place in his own country, where nobody is told to receive him."""
    sides = [p.actor for p in (*candidate.actors, *candidate.recipients)]
    lands = [p.member is not None and matcher.cast.members[p.member].kind in _LANDS for p in candidate.recipients]
    hosted = any(p.actor.sector and not land for p, land in zip(candidate.recipients, lands, strict=True))
    return (
        "visit" in candidate.mode
        and bool(candidate.actors)
        and not hosted
        and len({a.country for a in sides} - {None}) < 2
    )


def _somewhere(match: Match) -> bool:
    return any(match.clause.fill(role) for role in ("in", "at", "near", "on", "against"))


def _only_asked(matcher: Matcher, match: Match) -> bool:
    """True in a question that is open: "Has he *called* for it?" """
    reading, head = matcher.reading, match.clause.head
    sentence = reading.sentence_of(head)
    subject = reading.child(head, "nsubj", "nsubj:pass")
    helper = reading.child(head, "aux", "aux:pass", "cop")
    if subject is None or helper is None or helper.index > subject.index or reading.words[head].relation != "root":
        return False
    asked = any(w.xpos in ("WRB", "WP", "WDT") for w in reading.sentence_words(sentence) if w.index < helper.index)
    return not asked and reading.words[sentence.last].text in ("?", '?"', "?\u201d", "\u201d", '"')


def _to_the_press(matcher: Matcher, match: Match) -> bool:
    """True for an interview, a comment or an answer that is refused: that is a report."""
    reading = matcher.reading
    if any(reading.words[f.word].lemma.lower() in word_set("answers") for f in match.clause.fill("comp")):
        return True
    objects = [i for f in match.clause.fill("patient") for i in reading.subtree(f.word)]
    return any(reading.words[i].lemma.lower() in ("interview", "comment") for i in objects)


def _in_passing(noun: Word, candidate: Candidate, head: str, about: Matter) -> bool:
    """True for a noun that only says of what sort another thing is, and for a need that nobody is asked to meet."""
    if noun.deprel == "compound" and candidate.event in _SORTS:
        return True
    return head == "need" and about != "force" and not candidate.recipients


def _of_no_weight(matcher: Matcher, match: Match, candidate: Candidate) -> bool:
    """True for questions without a questioner, what is done to oneself, campaigns that end, trade and advice."""
    clause, head, words = match.clause, match.entry.head, matcher.reading.words
    objects = [words[f.word] for f in clause.fill("patient")]
    if idle(matcher, match, candidate):
        return True
    if candidate.event in ("AGREE", "SUPPORT") and any(w.text.lower().endswith(("self", "selves")) for w in objects):
        return True
    if candidate.event in VERBAL and not candidate.recipients and not any(p.actor.sector for p in candidate.actors):
        return bool(candidate.actors) and not any(p.actor.country for p in candidate.actors)
    bought = candidate.event == "MOBILIZE" and head in word_set("buys") and candidate.actors
    return bool(bought) and not any(_ARMED.intersection(p.actor.sector) or not p.actor.sector for p in candidate.actors)


def _states(matcher: Matcher, index: int) -> bool:
    """True for a finite clause that says how things are; "insist that he *leave*" and "that they be freed" ask."""
    reading, word = matcher.reading, matcher.reading.words[index]
    helpers = (word, *reading.children(index, "aux", "aux:pass", "cop"))
    return any(w.xpos in ("VBD", "VBZ", "VBP", "MD") and w.lemma.lower() != "should" for w in helpers)


def _is_one(matcher: Matcher, match: Match) -> bool:
    """True for a threat that somebody is or poses."""
    reading, word = matcher.reading, matcher.reading.words[match.word]
    if match.clause.fill("comp"):
        return False
    if reading.children(word.index, "cop"):
        return True
    if word.relation == "obj" and reading.words[word.head].lemma.lower() in word_set("threats posed"):
        return True
    return any(w.lemma.lower() in word_set("threats posed") for w in reading.children(word.index, "acl", "acl:relcl"))


def _names_a_kind(matcher: Matcher, match: Match, candidate: Candidate, word: Word) -> bool:
    """True for a bare participle behind a plural noun without article or number, nobody else taking part."""
    if match.entry.head == "flee" and word.deprel == "acl:relcl" and word.xpos in ("VBZ", "VBP"):
        return True
    if word.deprel != "acl" or word.xpos not in ("VBG", "VBN") or (candidate.actors and candidate.recipients):
        return False
    noun = matcher.reading.words[word.head]
    if noun.xpos != "NNS" or matcher.reading.children(noun.index, "det", "nummod", "nmod:poss"):
        return False
    told = any(match.clause.fill(role) for role in ("by", "in", "at"))
    return match.entry.head in word_set("moves people") and not told


def _of_backers(matcher: Matcher, actors: tuple[Participant, ...]) -> bool:
    heads = [matcher.reading.words[p.last].lemma.lower() for p in actors]
    return bool(heads) and all(head in word_set("backers") for head in heads)


def _in_private(candidate: Candidate) -> bool:
    """True for words and meetings of people of whom at most one is anybody, and who are named by nothing public."""
    sides = [p.actor for p in (*candidate.actors, *candidate.recipients)]
    if candidate.event == "CONSULT":
        return (
            len(sides) > 1 and sum(bool(a.sector) for a in sides) < 2 and len({a.country for a in sides} - {None}) < 2
        )
    return (
        candidate.event in VERBAL and len(sides) > 1 and not any(set(a.sector) - {"CVL"} or political(a) for a in sides)
    )
