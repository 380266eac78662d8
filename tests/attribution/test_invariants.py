"""Whatever the text and the tree: no crash, verbatim spans, no content across regions, one answer a word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.actors.cast import Cast
from hearsay.attribution import attribute
from hearsay.reading.tree import ROOT, Reading, Sentence, Word
from hearsay.records import Actor, Coding, Document, Region
from hearsay.world import World

VOCABULARY = [
    ("said", "VERB", "VBD", "say"), ("told", "VERB", "VBD", "tell"), ("denied", "VERB", "VBD", "deny"),
    ("quoted", "VERB", "VBN", "quote"), ("called", "VERB", "VBD", "call"), ("claims", "NOUN", "NNS", "claim"),
    ("according", "VERB", "VBG", "accord"), ("to", "ADP", "IN", "to"), ("as", "SCONJ", "IN", "as"),
    ("Reuters", "PROPN", "NNP", "Reuters"), ("he", "PRON", "PRP", "he"), ("who", "PRON", "WP", "who"),
    ("attack", "NOUN", "NN", "attack"), ("will", "AUX", "MD", "will"), ("not", "PART", "RB", "not"),
    ("that", "SCONJ", "IN", "that"), ('"', "PUNCT", "''", '"'), ("“", "PUNCT", "``", "“"), ("”", "PUNCT", "''", "”"),
    (",", "PUNCT", ",", ","), (".", "PUNCT", ".", "."), (":", "PUNCT", ":", ":"), ("?", "PUNCT", ".", "?"),
    ("'", "PUNCT", "''", "'"), ("confident", "ADJ", "JJ", "confident"), ("reportedly", "ADV", "RB", "reportedly"),
    ("per", "ADP", "IN", "per"), ("In", "ADP", "IN", "in"), ("poll", "NOUN", "NN", "poll"),
    ("citing", "VERB", "VBG", "cite"), ("seems", "VERB", "VBZ", "seem"), ("took", "VERB", "VBD", "take"),
    ("issue", "NOUN", "NN", "issue"), ("with", "ADP", "IN", "with"), ("statement", "NOUN", "NN", "statement"),
    ("carried", "VERB", "VBN", "carry"), ("by", "ADP", "IN", "by"), ("—", "PUNCT", ":", "—"),
    ("and", "CCONJ", "CC", "and"), ("praised", "VERB", "VBD", "praise"), ("though", "SCONJ", "IN", "though"),
]  # fmt: skip
RELATIONS = [
    "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "case",
    "mark", "aux", "aux:pass", "advmod", "amod", "nmod", "nmod:poss", "parataxis", "punct", "appos", "csubj", "cc",
]  # fmt: skip
SENTENCE = st.lists(
    st.tuples(st.sampled_from(VOCABULARY), st.integers(0, 99), st.sampled_from(RELATIONS)), min_size=1, max_size=9
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A text of any words in any tree, cut into regions and paragraphs anywhere between sentences."""
    text, words, sentences, regions = "", [], [], []
    start, paragraph = 0, 0
    for number, rows in enumerate(draw(st.lists(SENTENCE, min_size=1, max_size=4))):
        first = len(words)
        root = draw(st.integers(0, len(rows) - 1))
        for place, ((form, upos, xpos, lemma), pick, relation) in enumerate(rows):
            # Heads point to the root or nearer to it, so that the heads form a tree.
            order = abs(place - root)
            nearer = [p for p in range(len(rows)) if abs(p - root) < order]
            head = ROOT if place == root else first + nearer[pick % len(nearer)]
            begin = len(text)
            text += form + " "
            words.append(
                Word(
                    first + place,
                    begin,
                    begin + len(form),
                    form,
                    upos,
                    xpos,
                    lemma,
                    head,
                    "root" if head == ROOT else relation,
                )
            )
        sentences.append(Sentence(number, first, len(words) - 1, words[first].begin, words[-1].end, paragraph, "body"))
        if draw(st.booleans()):
            text += "\n\n"
            paragraph += 1
        if draw(st.booleans()):
            regions.append(Region(kind=draw(st.sampled_from(["body", "caption", "headline"])), span=(start, len(text))))
            start = len(text)
    if start < len(text):
        regions.append(Region(kind="body", span=(start, len(text))))
    reading = Reading(Document(id="d", digest="", text=text, regions=tuple(regions)), tuple(words), tuple(sentences))
    reading.check()
    return reading


def empty_cast(reading: Reading) -> Cast:
    words = reading.words
    return Cast(reading.document, (), None, None, lambda i: Actor(name=words[i].text), lambda i: (i, i))


@settings(max_examples=200, deadline=None)
@given(readings())
def test_any_tree_gives_reports_whose_spans_hold(reading: Reading) -> None:
    attribution = attribute(reading, empty_cast(reading), World.default())
    Coding(document=reading.document, reports=attribution.reports).check()
    for report in attribution.reports:
        assert report.content
        assert all(a[1] <= b[0] for a, b in zip(report.content, report.content[1:], strict=False))
        for begin, end in report.content:
            assert any(r.span[0] <= begin and end <= r.span[1] for r in reading.document.regions)
            assert not any(b < end and e > begin for b, e in report.cue)
    for word in reading.words:
        stance = attribution.stance(word.index)
        assert stance == attribution.stance(word.index)
        assert len(stance.sources) == len(stance.speakers)


@settings(max_examples=50, deadline=None)
@given(readings())
def test_the_same_reading_gives_the_same_reports(reading: Reading) -> None:
    first, second = (attribute(reading, empty_cast(reading), World.default()) for _ in range(2))
    assert first.reports == second.reports


def test_a_very_deep_tree_is_walked() -> None:
    """Every word hangs on the one before; the walk goes from the root down, not by recursion."""
    verbs = [("said", "VBD", "say"), ("tried", "VBD", "try"), ("denied", "VBD", "deny")]
    words, text = [], ""
    for index in range(1200):
        form, xpos, lemma = verbs[index % 3]
        begin = len(text)
        text += form + " "
        relation = ("root", "ccomp")[index > 0]
        words.append(Word(index, begin, begin + len(form), form, "VERB", xpos, lemma, index - 1, relation))
    sentence = Sentence(0, 0, 1199, 0, len(text) - 1, 0, "body")
    reading = Reading(Document(id="deep", digest="", text=text), tuple(words), (sentence,))
    attribution = attribute(reading, empty_cast(reading), World.default())
    assert attribution.stance(1199).status in ("actual", "possible", "negated")


def test_thousands_of_quotations_take_no_longer_each() -> None:
    """Each quotation looks only at what is near it."""
    piece = [
        ("“", "PUNCT", "``"),
        ("Yes", "INTJ", "UH"),
        (",", "PUNCT", ","),
        ("”", "PUNCT", "''"),
        ("he", "PRON", "PRP"),
    ]
    rows = [*piece, ("said", "VERB", "VBD"), (".", "PUNCT", ".")]
    words, sentences, text = [], [], ""
    for number in range(1500):
        first = len(words)
        for place, (form, upos, xpos) in enumerate(rows):
            begin = len(text)
            text += form + " "
            head, relation = (ROOT, "root") if form == "said" else (first + 5, "nsubj" if form == "he" else "punct")
            words.append(Word(first + place, begin, begin + len(form), form, upos, xpos, form.lower(), head, relation))
        sentences.append(Sentence(number, first, len(words) - 1, words[first].begin, words[-1].end, number, "body"))
        text += "\n\n"
    reading = Reading(Document(id="many", digest="", text=text), tuple(words), tuple(sentences))
    reading.check()
    attribution = attribute(reading, empty_cast(reading), World.default())
    assert len(attribution.reports) == 1500
    assert {r.content_text for r in attribution.reports} == {("“ Yes , ”",)}
