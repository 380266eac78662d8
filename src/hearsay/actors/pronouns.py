"""Who a pronoun means.

"He" is the nearest person that fits, subjects and the article's topic before others; "they" a group, body or state;
"it" and "its" a body or state only with support; "we" and "I" in a quotation its speaker. A pronoun without a fitting
figure means no actor.
"""

from __future__ import annotations

from hearsay.actors.figures import Figure, Figures
from hearsay.actors.naming import country_figure
from hearsay.actors.quotes import Quotes
from hearsay.actors.recent import recent
from hearsay.actors.relatives import BODIES, GROUPS, antecedent, goes_on, reflexive, said_of
from hearsay.actors.scene import Scene
from hearsay.actors.sectors import STATE
from hearsay.actors.wordlists import Pronoun, listed, pronouns
from hearsay.reading.tree import Word

_NEAR = {"he": 3, "she": 3, "they": 2, "it": 1}


class Pronouns:
    """Resolves the pronouns of one article against the figures placed so far."""

    def __init__(self, scene: Scene, figures: Figures, quotes: Quotes):
        self.scene = scene
        self.figures = figures
        self.quotes = quotes

    def resolve(self, word: Word, pronoun: Pronoun) -> list[Figure]:
        """Figures a pronoun stands for; none when nothing fits."""
        glossed = self._gloss(word)
        if glossed:
            return glossed
        if (word.deprel == "expl" and not self._minded(word)) or self._pleonastic(word, pronoun):
            return []
        if word.text.casefold().endswith(("self", "selves")):
            own = reflexive(self.scene, self.figures, word, self._subject(word))
            if own:
                return own
        if pronoun.kind == "relative":
            return antecedent(self.scene, self.figures, word)
        if pronoun.kind in ("i", "we"):
            return self._speaker(word, pronoun.kind)
        if pronoun.kind == "you":
            addressee = self.quotes.addressee(word.index)
            if addressee is not None:
                joined = (addressee, *(c.index for c in self.scene.reading.children(addressee, "conj")))
                told = [f for i in joined for f in self.figures.at(i) if f.person or f.kind == "described"]
                return list(dict.fromkeys(told))
            return self._listener(word)
        if pronoun.kind in ("it", "they") and pronoun.possessive:
            owner = self._alongside(word)
            if owner:
                return owner
        if pronoun.kind == "they" and not pronoun.possessive:
            met = self._met(word)
            if met:
                return met
        if pronoun.kind in _NEAR:
            return self._third(word, pronoun)
        return []

    def _met(self, word: Word) -> list[Figure]:
        """ "The minister met his counterpart. They discussed": both, when the sentence before is of two who meet."""
        reading = self.scene.reading
        here = reading.sentence_of(word.index)
        if word.relation != "nsubj" or here.index == 0:
            return []
        before = reading.sentences[here.index - 1]
        for index in range(before.first, before.last + 1):
            verb = reading.words[index]
            if verb.relation != "root" or verb.lemma.casefold() not in listed("meeting-verb"):
                continue
            others = [c.index for c in reading.children(index, "obj")]
            others += [c.index for c in reading.children(index, "obl") if self.scene.case(c.index) in ("with", "to")]
            sides = [self.figures.at(i)[:1] for i in (*(c.index for c in reading.children(index, "nsubj")), *others)]
            found = list(dict.fromkeys(f for side in sides for f in side if f.person or f.kind == "described"))
            return found if len(found) == 2 else []
        return []

    def man(self, word: Word, kind: str) -> list[Figure]:
        """ "the man", "this woman": whom "he" or "she" would mean here, officials set aside, whom one would call so."""
        return self._third(word, Pronoun(kind, False), plain=True)

    def _gloss(self, word: Word) -> list[Figure]:
        """ "they [Israel]": the name in the brackets behind the pronoun."""
        words = self.scene.reading.words
        if word.index + 2 >= len(words) or words[word.index + 1].text != "[":
            return []
        for index in range(word.index + 2, min(word.index + 8, len(words))):
            if words[index].text == "]":
                break
            if self.figures.at(index):
                return self.figures.at(index)
        return []

    # -- relative and first person -----------------------------------------------------------------------

    def _speaker(self, word: Word, kind: str) -> list[Figure]:
        subject = self.quotes.speaker(word.index)
        if subject is None and not self.quotes.inside(word.index):
            for ancestor in self.scene.reading.ancestors(word.index):
                if ancestor.relation in ("ccomp", "parataxis"):
                    verb = self.scene.reading.head(ancestor.index)
                    found = self.scene.reading.child(verb.index, "nsubj") if verb is not None else None
                    subject = found.index if found is not None and found.index != word.index else subject
            home = self.scene.home
            if subject is None and kind == "we" and home is not None and self.scene.world.entity(home) is not None:
                return [country_figure(self.scene, self.figures, home)]
        return self.figures.at(subject)[:1] if subject is not None else []

    def _listener(self, word: Word) -> list[Figure]:
        """ "You" without a word on who is addressed: the person this article is about, when somebody else speaks."""
        subject = self.quotes.speaker(word.index)
        speakers = self.figures.at(subject) if subject is not None else []
        if not speakers:
            return []
        ranked = sorted(
            (f for f in self.figures.all if f.person and f.names),
            key=lambda f: (-sum(p.form == "name" for p in f.places), f.order),
        )
        known = ranked and STATE.intersection(ranked[0].sectors) and len(ranked[0].places) > 2
        return ranked[:1] if known and ranked[0] not in speakers else []

    # -- third person ------------------------------------------------------------------------------------

    def _pleonastic(self, word: Word, pronoun: Pronoun) -> bool:
        """ "It is clear that", "it remains to be seen": a clause follows that is the real subject."""
        if pronoun.kind != "it" or pronoun.possessive or word.relation != "nsubj":
            return False
        head = self.scene.reading.head(word.index)
        if head is None:
            return False
        clausal = self.scene.reading.children(head.index, "csubj", "ccomp", "xcomp", "advcl")
        if self._minded(word):
            return False
        return head.upos in ("ADJ", "NOUN", "ADV", "NUM", "PRON") or (bool(clausal) and word.deprel == "nsubj:pass")

    def _minded(self, word: Word) -> bool:
        """ "Kenya knows *it* is willing": who is said to be willing has a mind."""
        head = self.scene.reading.head(word.index)
        told = head is not None and head.upos == "ADJ" and head.relation in ("ccomp", "xcomp")
        return told and head is not None and head.lemma.casefold() in listed("disposed")

    def _third(self, word: Word, pronoun: Pronoun, plain: bool = False) -> list[Figure]:
        best: tuple[float, int] | None = None
        chosen: tuple[int, Figure] | None = None
        for head, figure in self._candidates(word, pronoun):
            if not self._agrees(figure, pronoun, head):
                continue
            score = self._score(word, pronoun, head, figure)
            if score is not None and plain and STATE.intersection(figure.sectors):
                score -= 1.5
            if score is not None and (best is None or (score, head) > best):
                best, chosen = (score, head), (head, figure)
        if chosen is None and pronoun.kind in ("he", "she"):
            chosen = self._topic(word, pronoun)
        if chosen is None:
            return []
        head, figure = chosen
        if pronoun.kind in ("he", "she"):
            figure.gender = figure.gender or ("male" if pronoun.kind == "he" else "female")
            return [figure]
        return self._together(head, figure) if pronoun.kind == "they" else [figure]

    def _topic(self, word: Word, pronoun: Pronoun) -> tuple[int, Figure] | None:
        """The person most spoken of so far, when none stands near."""
        best: tuple[int, int] | None = None
        chosen: tuple[int, Figure] | None = None
        for figure in self.figures.all:
            before = [p.head for p in figure.places if p.head < word.index]
            if len(before) < 2 or not figure.names or not self._agrees(figure, pronoun, before[-1]):
                continue
            if self._score(word, pronoun, before[-1], figure) is not None and (
                best is None or (len(before), before[-1]) > best
            ):
                best, chosen = (len(before), before[-1]), (before[-1], figure)
        return chosen

    def _candidates(self, word: Word, pronoun: Pronoun) -> list[tuple[int, Figure]]:
        found = recent(self.scene, self.figures, word.index, _NEAR[pronoun.kind])
        if pronoun.kind in ("he", "she"):
            sentence = self.scene.reading.sentence_of(word.index)
            root = next(i for i in range(sentence.first, sentence.last + 1) if self.scene.reading.words[i].head < 0)
            subject = self.scene.reading.child(root, "nsubj")
            if subject is not None and subject.index > word.index:
                found += [(subject.index, figure) for figure in self.figures.at(subject.index)]
        return found

    def _agrees(self, figure: Figure, pronoun: Pronoun, head: int) -> bool:
        if pronoun.kind in ("he", "she"):
            wanted = "male" if pronoun.kind == "he" else "female"
            person = figure.person or figure.kind == "described" or (figure.kind == "unknown" and figure.type == "PER")
            return person and figure.gender in ("", wanted)
        if pronoun.kind == "they":
            plural = figure.plural or self.scene.reading.words[head].xpos in ("NNS", "NNPS")
            together = bool(self.scene.reading.children(head, "conj"))
            return figure.kind in GROUPS or plural or (figure.person and together)
        return figure.kind in BODIES or (figure.kind == "group" and not figure.plural)

    def _score(self, word: Word, pronoun: Pronoun, head: int, figure: Figure) -> float | None:
        """Nearness, subjecthood and topic; None where grammar forbids that the two are the same."""
        reading = self.scene.reading
        mention = reading.words[head]
        distance = reading.sentence_of(word.index).index - reading.sentence_of(head).index
        if not pronoun.possessive and mention.head == word.head and distance == 0:
            return None
        if word.head == head or mention.head == word.index or self._as(head):
            return None
        if not pronoun.possessive and word.relation in ("obj", "obl", "iobj") and head == self._subject(word):
            return None
        if figure.roles and not figure.names and self._owned(figure, pronoun):
            return None
        if self._doer_of_part(word, head, figure):
            return None
        if self.quotes.inside(head) and self.quotes.speaker(head) == word.index and mention.upos != "PRON":
            return None
        inside, speaker = self.quotes.inside(word.index), self.quotes.speaker(word.index)
        if inside and speaker is not None and self._of_speaker(figure, speaker):
            return None
        score = -1.2 * distance - (word.index - head) / 400
        subject = mention.relation == "nsubj"
        score += 0.9 if subject else 0.0
        score += 0.8 if subject and goes_on(self.scene.reading, word, mention) else 0.0
        score += said_of(reading, word, mention, figure, pronoun.kind, inside)
        inner = mention.relation in ("compound", "amod") and self.figures.has(mention.head)
        score -= (
            1.0 if inner else 0.4 if mention.deprel == "nmod:poss" or mention.relation in ("compound", "amod") else 0.0
        )
        score += min(len(figure.places), 5) * 0.1
        if pronoun.kind in ("he", "she") and figure.gender:
            score += 0.3  # known to be called so
        if not figure.names and pronoun.kind != "they":
            score -= 0.8 if figure.roles and not figure.roles[0].definite else 0.3
        if head > word.index:
            told = any(a.relation in ("ccomp", "parataxis") for a in reading.ancestors(word.index))
            score -= 2.3 if told else 0.8  # "*He* will resign, said Mr Diallo": hardly of himself
        if self.quotes.inside(head) != inside:
            score -= 0.5
        if pronoun.kind == "they":
            score += 0.6 if figure.plural or mention.xpos in ("NNS", "NNPS") else 0.0
            score -= 0.6 if figure.kind == "country" else 0.0
            score -= 0.3 * min(2, self._depth(head))
        if pronoun.kind == "it" and not pronoun.possessive:
            verb = reading.head(word.index)
            acts = word.deprel == "nsubj" and verb is not None and verb.upos == "VERB"
            told = word.relation in ("obj", "iobj") and verb is not None and verb.lemma in listed("addressing")
            if not told and (not subject or not (acts or self._minded(word))):
                return None
            if told and head == self._subject(word):
                return None
        if pronoun.possessive and pronoun.kind != "he" and pronoun.kind != "she" and head == self._clause_subject(word):
            score += 1.2
        return score

    def _doer_of_part(self, word: Word, head: int, figure: Figure) -> bool:
        """Whether a figure does something to "three *of them*", or is called like who does: it does so to others."""
        if word.deprel != "nmod" or self.scene.case(word.index) != "of":
            return False
        part = self.scene.reading.words[word.head]
        subject = self._subject(part) if part.relation in ("obj", "obl", "iobj") else None
        doers = self.figures.at(subject) if subject is not None else []
        alike = any(d.sectors[:1] == figure.sectors[:1] and d.country == figure.country for d in doers if d.sectors)
        return head == subject or alike

    def _of_speaker(self, figure: Figure, speaker: int) -> bool:
        """Whether a figure is who speaks or the speaker's own: "talk to *them*" means others than "his party"."""
        speakers = self.figures.at(speaker)
        owners = (o for r in figure.roles[:1] if r.owner_word is not None for o in self.figures.at(r.owner_word))
        return figure in speakers or (not figure.names and any(owner in speakers for owner in owners))

    def _subject(self, word: Word) -> int | None:
        """Subject of the clause a pronoun is an object in; joined and infinitive clauses share theirs."""
        reading = self.scene.reading
        verb = reading.head(word.index)
        for _ in range(4):
            if verb is None:
                return None
            subject = reading.child(verb.index, "nsubj")
            if subject is not None:
                return subject.index
            if verb.relation not in ("conj", "xcomp", "advcl"):
                return None
            governor = reading.head(verb.index)
            told = reading.child(governor.index, "obj", "iobj") if governor is not None else None
            if verb.relation == "xcomp" and told is not None and told.index < verb.index:
                return told.index
            verb = governor
        return None

    def _clause_subject(self, word: Word) -> int | None:
        """Subject of the clause around a possessive, its noun's own clause: "pressed *them* to end their attacks"."""
        noun = self.scene.reading.head(word.index)
        for _ in range(3):
            if noun is None or noun.relation not in ("nmod", "conj"):
                break
            noun = self.scene.reading.head(noun.index)
        return self._subject(noun) if noun is not None and noun.relation in ("obj", "obl") else None

    def _alongside(self, word: Word) -> list[Figure]:
        """ "The regime's attacks on the town, as well as its blockade": joined nouns have one owner."""
        noun = self.scene.reading.head(word.index)
        if noun is None or noun.relation != "conj":
            return []
        for owner in self.scene.reading.children(noun.head, "nmod"):
            if owner.deprel == "nmod:poss" and owner.index < word.index:
                return [f for f in self.figures.at(owner.index)[:1] if f.kind in GROUPS or f.plural]
        return []

    def _depth(self, head: int) -> int:
        """How many clauses a mention is tucked away in: "through land *held by them*" is one."""
        return sum(above.relation == "acl" for above in self.scene.reading.ancestors(head))

    def _as(self, head: int) -> bool:
        """ "Speaking *as a Kenyan*": what somebody is called is nobody else to speak of."""
        word = self.scene.reading.words[head]
        return self.scene.case(head) == "as" and word.relation in ("obl", "nmod")

    def _owned(self, figure: Figure, pronoun: Pronoun) -> bool:
        """ "Their own people" is not who "they" are, "her mother" not who "she" is."""
        owner = figure.roles[0].owner_word
        return owner is not None and self._same_form(owner, pronoun)

    def _same_form(self, index: int, pronoun: Pronoun) -> bool:
        owner = pronouns().get(self.scene.reading.words[index].text.casefold())
        return owner is not None and owner.kind == pronoun.kind

    def _together(self, head: int, figure: Figure) -> list[Figure]:
        """ "X and Y ... they": both."""
        found = [figure]
        first = self.scene.reading.words[head]
        start = first.head if first.relation == "conj" else head
        for index in (start, *(c.index for c in self.scene.reading.children(start, "conj"))):
            for other in self.figures.at(index)[:1]:
                if other not in found and other.kind == figure.kind:
                    found.append(other)
        return found
