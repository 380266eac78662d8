"""The yardstick, run by the Python of ``.venv-bench``: a blank spaCy pipeline of the efficiency kind.

    python benchmarks/speed/yardstick.py < texts.json

Tagger, parser and names listen to one CNN (width 96, depth 4), as in spaCy's own quickstart for "efficiency". The
weights are random: what it says is nonsense, what it costs is what a trained one costs, within what the parser's
random choices change. Imports nothing of Hearsay. Prints seconds as JSON.
"""

from __future__ import annotations

import json
import os
import random
import sys
from time import perf_counter

import spacy
from spacy.training import Example

UPOS = [f"TAG{number}" for number in range(17)]
RELATIONS = ["ROOT", *(f"relation{number}" for number in range(36))]
NAMES = [f"TYPE{number}" for number in range(16)]
CNN = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2", "width": 96, "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500], "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 96, "depth": 4, "window_size": 1,
        "maxout_pieces": 3,
    },
}  # fmt: skip
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}


def pipeline() -> spacy.language.Language:
    """The blank pipeline, its labels those of a news model, its weights drawn from a fixed seed."""
    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": CNN})
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}
    parser = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser", "extra_state_tokens": False,
              "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "tok2vec": LISTENER}  # fmt: skip
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("parser", config={"model": parser, "min_action_freq": 1})
    nlp.add_pipe("ner", config={"model": {**parser, "state_type": "ner"}})
    nlp.initialize(lambda: examples(nlp))
    return nlp


def examples(nlp: spacy.language.Language) -> list[Example]:
    """One made-up sentence a label, so that each part is set up with all of its labels."""
    draw, made = random.Random(1), []
    for number in range(4 * len(RELATIONS)):
        words = [f"word{draw.randrange(999)}" for _ in range(8)]
        middle = RELATIONS[1 + number % (len(RELATIONS) - 1)]
        doc = nlp.make_doc(" ".join(words))
        name = NAMES[number % len(NAMES)]
        annotation = {
            "tags": [UPOS[(number + i) % len(UPOS)] for i in range(8)],
            "heads": [1, 1, 1, 2, 3, 4, 5, 1] if number % 2 else [3, 3, 3, 3, 3, 4, 4, 3],
            "deps": [middle, *["ROOT"] * (number % 2), *[middle] * 2, *["ROOT"] * (1 - number % 2), *[middle] * 4],
            "entities": [(0, len(" ".join(words[:2])), name)],
        }  # fmt: skip
        made.append(Example.from_dict(doc, annotation))
    return made


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = json.load(sys.stdin)
    nlp = pipeline()
    list(nlp.pipe(texts[:3]))
    begin = perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    print(json.dumps({"seconds": perf_counter() - begin, "tokens": tokens}))


if __name__ == "__main__":
    main()
