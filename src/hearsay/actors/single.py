"""One mention by itself: "Los Zetas", "Iran's acting foreign minister", "Kenyan Finance Minister Amos Kimunya".

The words are laid out as a small tree by a noun-phrase grammar (modifiers chain to the word on their right, possessors,
prepositional phrases and appositions hang on the head), and then go through the same code as an article.
"""

from __future__ import annotations

import re

from hearsay.actors.find import find_cast
from hearsay.reading.tree import ROOT, Reading, Sentence, Word
from hearsay.records import Actor, Document
from hearsay.world import World

_TOKEN = re.compile(
    r"['’]s\b|['’](?=\s|$)|\w+(?:\.\w+)+\.?|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Col|Lt|Gov|Sgt|St|Jr)\.|\b[A-Z]\.(?=\s)|\w+(?:['’]\w{2,})*|[^\w\s]"
)
_PREPOSITIONS = frozenset(
    ("of", "for", "in", "at", "to", "from", "on", "with", "by", "against", "between", "under", "over", "near")
)
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those", "some", "several", "both"))
_VERBS = frozenset(("is", "was", "were", "are", "be", "been", "has", "have", "had", "said", "says", "will"))
_NUMBERS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "hundreds")
)
_PLURALS = frozenset(("men", "women", "people", "children", "police", "militia", "personnel", "fishermen", "policemen"))


def resolve(words: str, world: World | None = None, on: str | None = None, context: str | None = None) -> Actor | None:
    """The actor that a few words name or describe, as of a date; None when nothing is known of them.

    ``on`` is an ISO date. ``context`` is a few words of the surroundings: countries in it support a link and give bare
    roles their country. A name that no entry, title or nationality supports is refused.
    """
    world = world if world is not None else World.default()
    reading = phrase_tree(words, on, context)
    if not reading.words:
        return None
    cast = find_cast(reading, world)
    root = next(w.index for w in reading.words if w.head == ROOT)
    found = cast.at(root)
    if not found:
        inside = [m for member in cast.members for m in member.mentions if m.first <= root <= m.last]
        found = tuple(inside[:1])
    actor = cast.members[found[0].member].actor if found else cast.describe(root)
    if actor.id or actor.country or actor.sector:
        return actor
    agent = world.agent(words)
    if agent is not None and words[:1].isupper() and len(agent.lemma_phrase.split()) == len(reading.words) > 1:
        return resolve(words[0].lower() + words[1:], world, on, context)  # a description that opens a sentence
    return _town(reading.document.text, world)


def _town(words: str, world: World) -> Actor | None:
    """A large town given as an actor: its country, and no sector."""
    places = world.places(words)
    if not places or places[0].population < 100_000 or places[0].country is None:
        return None
    return Actor(name=places[0].name, country=places[0].country)


def phrase_tree(words: str, on: str | None = None, context: str | None = None) -> Reading:
    """A noun phrase as a reading of one sentence."""
    text = words.strip()
    document = Document(id="mention", digest="", text=text, title=context, published=on)
    matches = list(_TOKEN.finditer(text))
    tokens = [m.group() for m in matches]
    tags = [_tag(tokens, i) for i in range(len(tokens))]
    heads, relations = _attach(tokens, tags)
    built = tuple(
        Word(
            i,
            m.start(),
            m.end(),
            m.group(),
            tags[i][0],
            tags[i][1],
            _lemma(m.group(), tags[i][1]),
            heads[i],
            relations[i],
        )
        for i, m in enumerate(matches)
    )
    sentences = (Sentence(0, 0, len(built) - 1, built[0].begin, built[-1].end, 0, "body"),) if built else ()
    return Reading(document, built, sentences)


def _tag(tokens: list[str], i: int) -> tuple[str, str]:
    token = tokens[i]
    low = token.casefold()
    if low in ("'s", "’s", "'", "’"):
        return "PART", "POS"
    if not token[0].isalnum():
        return "PUNCT", token[0]
    if low in _DETERMINERS:
        return "DET", "DT"
    if low in _PREPOSITIONS:
        return "ADP", "IN"
    if low in ("and", "or", "&"):
        return "CCONJ", "CC"
    if token.isdigit() or low in _NUMBERS:
        return "NUM", "CD"
    if low in _VERBS:
        return "VERB", "VBD"
    hyphenated = i > 1 and tokens[i - 1] in ("-", "‐", "‑") and tokens[i - 2][0].isupper() and i == len(tokens) - 1
    if token[0].isupper() or hyphenated:
        return "PROPN", "NNPS" if low in _PLURALS else "NNP"
    if low.endswith("ly"):
        return "ADV", "RB"
    plural = low in _PLURALS or (low.endswith("s") and not low.endswith(("ss", "us", "is")))
    return "NOUN", "NNS" if plural else "NN"


def _lemma(token: str, xpos: str) -> str:
    low = token.casefold()
    if xpos == "NNS" and low.endswith("s"):
        return low[:-3] + "y" if low.endswith("ies") else low[:-1]
    return token if xpos == "NNP" else low


def _attach(tokens: list[str], tags: list[tuple[str, str]]) -> tuple[list[int], list[str]]:
    """Heads and relations: segments end at prepositions, commas and verbs; the last word of a segment is its head."""
    total = len(tokens)
    heads, relations = [ROOT] * total, ["punct"] * total
    segments: list[tuple[str, list[int]]] = [("", [])]
    for i, (upos, _) in enumerate(tags):
        if upos in ("ADP", "VERB", "CCONJ") or tokens[i] in (",", "(", ")", ";"):
            segments.append((tokens[i].casefold(), [i]))
        else:
            segments[-1][1].append(i)
    root = previous = None
    for opener, members in segments:
        content = [i for i in members if tags[i][0] in ("PROPN", "NOUN", "NUM", "ADV")]
        if not content:
            continue
        head = content[-1]
        _chain(tokens, tags, members, head, heads, relations)
        if root is None or previous is None:
            root, relations[head] = head, "root"
        else:
            preposition = opener in _PREPOSITIONS
            heads[head] = previous if preposition else root
            relations[head] = "nmod" if preposition else "conj" if opener in ("and", "or", "&") else "appos"
        previous = head
    if root is None and total:
        root, relations[0] = 0, "root"
    for i in range(total):
        if heads[i] == ROOT and i != root:
            heads[i] = root if root is not None else 0
    return heads, relations


def _chain(
    tokens: list[str],
    tags: list[tuple[str, str]],
    members: list[int],
    head: int,
    heads: list[int],
    relations: list[str],
) -> None:
    for i in members:
        if i == head:
            continue
        following = next((j for j in members if j > i and tags[j][0] in ("PROPN", "NOUN", "NUM")), head)
        upos = tags[i][0]
        heads[i] = following if i < head else head
        if upos == "PART":
            owner = i - 1
            heads[i], relations[i] = owner, "case"
            if owner in members and owner != head:
                heads[owner], relations[owner] = head, "nmod:poss"
        elif upos == "ADP":
            heads[i], relations[i] = head, "case"
        elif upos == "CCONJ":
            heads[i], relations[i] = head, "cc"
        else:
            heads[i] = head if upos in ("DET", "NUM") and i < head else heads[i]
            relations[i] = {"DET": "det", "NUM": "nummod", "PUNCT": "punct", "ADV": "advmod"}.get(upos, "compound")
