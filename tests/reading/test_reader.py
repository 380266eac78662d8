"""The reader on raw text: the contract, sameness of bytes, and texts that would break a careless one."""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.errors import ReaderError
from hearsay.reading import NeuralReader, Reader, Reading, default_reader, load_reader
from hearsay.reading.conllu import reading_from_conllu
from hearsay.reading.model import WEIGHTS
from hearsay.records import Document, Region

TEXTS = (
    "Iran's foreign minister told Reuters on Monday that talks with the U.S. had failed. No one was surprised.",
    "Rebels killed 12 soldiers near Goma, the army said.\n\n“We will not leave,” General Jean Roe told reporters.",
    "Thousands marched through Cairo. Police fired tear gas and arrested at least 30 people, officials said on Friday.",
    "Talks end",
)


def document(text: str, name: str = "1") -> Document:
    return Document(id=name, digest="", text=text)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return default_reader()


def read(text: str) -> Reading:
    return default_reader().read(document(text))


def test_a_sentence_is_read_whole(reader: Reader) -> None:
    reading = reader.read(document(TEXTS[0]))
    reading.check()
    assert [(s.first, s.last, s.paragraph, s.region) for s in reading.sentences] == [
        (0, 15, 0, "body"),
        (16, 20, 0, "body"),
    ]
    told = reading.words[4]
    assert (told.text, told.upos, told.xpos, told.lemma, told.deprel) == ("told", "VERB", "VBD", "tell", "root")
    assert [(reading.text(n.first, n.last), n.type) for n in reading.names] == [
        ("Iran", "LOC"),
        ("Reuters", "ORG"),
        ("U.S.", "LOC"),
    ]


def test_sentences_stay_inside_paragraphs_and_regions(reader: Reader) -> None:
    text = "Talks end\nPhoto: AFP\nThey said so"
    spans = (("headline", (0, 10)), ("credit", (10, 21)), ("body", (21, 33)))
    regions = tuple(Region(kind=kind, span=span) for kind, span in spans)
    reading = reader.read(Document(id="1", digest="", text=text, regions=regions))
    assert [(text[s.begin : s.end], s.paragraph, s.region) for s in reading.sentences] == [
        ("Talks end", 0, "headline"),
        ("Photo: AFP", 1, "credit"),
        ("They said so", 2, "body"),
    ]


def test_same_input_same_bytes_in_any_order_and_beside_anything(reader: Reader) -> None:
    """What a document gives does not depend on the documents read before it."""
    alone = {text: repr(NeuralReader.load().read(document(text))) for text in TEXTS}
    for seed in range(3):
        order = list(TEXTS)
        random.Random(seed).shuffle(order)
        assert all(repr(reader.read(document(text))) == alone[text] for text in order)


def test_same_input_same_bytes_on_two_threads(reader: Reader) -> None:
    """Neither threads inside the network nor threads that share a reader change a reading."""
    wanted = [repr(reader.read(document(text))) for text in TEXTS]
    wide = NeuralReader.load(threads=2)
    assert [repr(wide.read(document(text))) for text in TEXTS] == wanted
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: repr(reader.read(document(text))), TEXTS * 3))
    assert found == wanted * 3


def test_same_input_same_bytes_in_another_process(reader: Reader) -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert repr(pool.submit(read, TEXTS[1]).result()) == repr(reader.read(document(TEXTS[1])))


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_a_sound_reading(text: str) -> None:
    read(text).check()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\u200b\n",
        "a" * 100_000,
        "word " * 20_000,
        "WAR IN THE EAST, SAYS UN. " * 40,
        "." * 5_000,
        "汉字 и кириллица مع العربية 🙂 " * 50,
        "x\x00y\x07\ufeff \u202eabc\u202c",
    ],
    ids=["empty", "invisible", "one word", "no marks", "capitals", "only marks", "scripts", "controls"],
)
def test_odd_texts_are_read_without_complaint(reader: Reader, text: str) -> None:
    reading = reader.read(document(text))
    reading.check()
    assert bool(reading.words) == any(char.isprintable() and not char.isspace() for char in text)


def test_the_head_for_acts_changes_nothing_else_that_is_read(reader: Reader, tmp_path: Path) -> None:
    for path in WEIGHTS.iterdir():
        if path.name != "acts.onnx":
            (tmp_path / path.name).symlink_to(path)
    text = "Militants attacked an army post near Gao.\n\nThe minister condemned the attack, which killed two soldiers."
    plain, judged = NeuralReader.load(folder=tmp_path).read(document(text)), reader.read(document(text))
    assert (plain.words, plain.names, plain.acts) == (judged.words, judged.names, ())
    assert len(judged.acts) == len(judged.words)
    judged.check()
    with pytest.raises(ValueError, match="judgements of acts"):
        replace(judged, acts=(1.0,)).check()


def test_gold_words_and_sentences_can_be_given_to_the_reader() -> None:
    tree = "1\tTalks\ttalk\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tended\tend\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"
    gold = reading_from_conllu(document("Talks ended"), tree)
    parsed = NeuralReader.load().parse(gold)
    parsed.check()
    assert [(w.begin, w.end, w.head, w.deprel) for w in parsed.words] == [(0, 5, 1, "nsubj"), (6, 11, -1, "root")]


def test_an_unknown_reader_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(ReaderError, match="neural"):
        load_reader("nobody")


def test_another_parser_plugs_in_by_its_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is registered under ``hearsay.readers`` is made and read with."""

    class Fixed:
        def read(self, document: Document) -> Reading:
            return reading_from_conllu(document, "1\tTalks\ttalk\tNOUN\tNNS\t_\t0\troot\t_\t_\n\n")

    class Point:
        name = "fixed"

        def load(self) -> type[Fixed]:
            return Fixed

    monkeypatch.setattr("hearsay.reading.reader.entry_points", lambda group: [Point()])
    load_reader.cache_clear()
    other = load_reader("fixed")
    load_reader.cache_clear()
    assert isinstance(other, Reader)
    assert [w.lemma for w in other.read(document("Talks")).words] == ["talk"]
