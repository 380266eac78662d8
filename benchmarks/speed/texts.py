"""The texts that are timed: the bundled samples and, when they are there, the open gold articles; repeated."""

from __future__ import annotations

import itertools
from importlib import resources
from pathlib import Path

from benchmarks.accuracy.documents import document
from benchmarks.accuracy.sets import load
from hearsay.ingest import Problem, read_documents
from hearsay.records import Document


def texts(shared: Path, words: int) -> list[Document]:
    """Whole articles, over and over in the same order, until they have so many words."""
    with resources.as_file(resources.files("hearsay") / "samples") as folder:
        articles = [d for d in read_documents([folder]) if not isinstance(d, Problem)]
    try:
        gold = next(s for s in load(shared) if s.kind == "events")
        articles += [document(record) for record in gold.gold.values()]
    except FileNotFoundError:
        pass  # the samples alone will do: the figures say how many articles there were
    chosen, total = [], 0
    for number, article in enumerate(itertools.cycle(articles)):
        if total >= words:
            break
        chosen.append(article.model_copy(update={"id": f"{article.id}-{number}"}))
        total += count(article)
    return chosen


def count(article: Document) -> int:
    """Words as a reader counts them: what stands between spaces."""
    return len(article.text.split())
