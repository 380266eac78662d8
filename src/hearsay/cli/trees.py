"""A reading as a table of words."""

from __future__ import annotations

import io

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hearsay.cli.screen import Screen
from hearsay.cli.tables import heading
from hearsay.export.printable import printable
from hearsay.reading.tree import ROOT, Reading


def words_table(reading: Reading, screen: Screen) -> str:
    """One table a sentence: number, word, lemma, tags, head, relation, name."""
    sink = io.StringIO()
    console = Console(file=sink, width=screen.width, force_terminal=screen.colour, no_color=not screen.colour,
                      color_system="standard" if screen.colour else None, highlight=False)  # fmt: skip
    console.print(heading(reading.document))
    text = reading.document.text
    for sentence in reading.sentences:
        console.print(Text(f"\n{sentence.index + 1}  {sentence.region}", style="dim"))
        console.print(Text(printable(text[sentence.begin : sentence.end])))
        grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for title in ("", "word", "lemma", "part", "tag", "relation", "head", "name"):
            grid.add_column(title, overflow="fold")
        for word in reading.sentence_words(sentence):
            head = "" if word.head == ROOT else printable(reading.words[word.head].text)
            name = reading.name_of(word.index)
            cells = (
                str(word.index - sentence.first + 1), word.text, word.lemma, word.upos, word.xpos, word.deprel, head,
                name.type if name else "",
            )  # fmt: skip
            grid.add_row(*(Text(printable(cell)) for cell in cells))
        console.print(grid)
    console.print()
    return "\n".join(line.rstrip() for line in sink.getvalue().split("\n"))
