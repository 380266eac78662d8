"""Small trees written by hand, and a small world of people laid over the packaged one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hearsay.actors import Cast, find_cast
from hearsay.reading.tree import ROOT, Name, Reading, Sentence, Word
from hearsay.records import Document
from hearsay.world import World

ACTORS = """\
id\tname\tkind\tcountry\tsectors\taliases\twikidata\tsurname\tsource
person:amina-sorvali\tAmina Sorvali\tperson\tFIN\t\t\t\tSorvali\ttest
person:tomas-verdin\tTomas Verdin\tperson\tFRA\t\t\t\tVerdin\ttest
person:mohammed-lindqar\tMohammed Lindqar\tperson\tKEN\tOPP\t\t\tLindqar\ttest
group:red-dawn\tRed Dawn Front\tarmed-group\tKEN\tREB\tRed Dawn|RDF\t\t\ttest
media:nordwire\tNordwire\tmedia\tNOR\tJRN|GOV\t\t\t\ttest
igo:lake-union\tLake Union\tigo\tIGO\t\tLU\t\t\ttest
"""
TERMS = """\
person\toffice\ttitle\tcountry\tsectors\tsince\tuntil\tstatus\tseen_from\tseen_to\tsource
person:amina-sorvali\thead-of-government\tPrime Minister\tFIN\tGOV\t2014-01-10\t2018-05-01\t\t\t\ttest
person:tomas-verdin\tforeign-minister\tForeign Minister\tFRA\tGOV\t2016-02-01\t2020-03-01\t\t\t\ttest
person:tomas-verdin\tsecretary-general\tSecretary-General of the Lake Union\tIGO\t\t2021-01-01\t2023-01-01\t\t\t\ttest
"""


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("own")
    (folder / "actors.tsv").write_text(ACTORS, "utf-8")
    (folder / "terms.tsv").write_text(TERMS, "utf-8")
    return World.load(folder)


def read(
    *lines: str, published: str | None = "2017-06-01", outlet: str | None = None, title: str | None = None
) -> Reading:
    """A reading of sentences written as ``form/UPOS/head/deprel`` words (head 1-based, 0 for the root).

    ``form/PROPN:PER/...`` starts a name of that type, ``form/PROPN:+/...`` goes on with it. A line that begins with
    "¶ " opens a paragraph. Tags are NNP, NNS, NN, JJ, ... as the forms suggest.
    """
    words: list[Word] = []
    names: list[Name] = []
    sentences: list[Sentence] = []
    text, paragraph = "", 0
    for number, line in enumerate(lines):
        if line.startswith("¶ "):
            line, paragraph, text = line[2:], paragraph + 1, text + "\n\n"
        first = len(words)
        for piece in line.split():
            form, tag, head, deprel = piece.rsplit("/", 3)
            upos, _, name = tag.partition(":")
            text += "" if text.endswith("\n") or not text else " "
            index = len(words)
            place = ROOT if head == "0" else first + int(head) - 1
            words.append(
                Word(
                    index, len(text), len(text) + len(form), form, upos, _xpos(form, upos), _lemma(form), place, deprel
                )
            )
            text += form
            if name == "+":
                names[-1] = Name(names[-1].first, index, names[-1].type)
            elif name:
                names.append(Name(index, index, name))
        last = len(words) - 1
        sentences.append(Sentence(number, first, last, words[first].begin, words[last].end, paragraph, "body"))
    document = Document(id="d", digest="", text=text, title=title, published=published, outlet=outlet)
    reading = Reading(document, tuple(words), tuple(sentences), tuple(names))
    reading.check()
    return reading


def _xpos(form: str, upos: str) -> str:
    plural = form.endswith("s") and not form.endswith(("ss", "us"))
    table = {
        "PROPN": "NNP",
        "ADJ": "JJ",
        "VERB": "VBD",
        "NOUN": "NNS" if plural or form in ("people", "police") else "NN",
    }
    return table.get(upos, upos)


def _lemma(form: str) -> str:
    low = form.lower()
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


@pytest.fixture
def cast_of(world: World) -> Callable[..., Cast]:
    def make(*lines: str, **document: str | None) -> Cast:
        return find_cast(read(*lines, **document), world)

    return make


def at(cast: Cast, word: int) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """Name, country and sectors of the actors at a word."""
    return [(a.name, a.country, a.sector) for a in cast.actors_at(word)]
