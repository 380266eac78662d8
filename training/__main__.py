"""Three steps: ``python -m training train``, ``python -m training split``, ``python -m training export``."""

from __future__ import annotations

import argparse
import os
from dataclasses import fields
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")


def main() -> None:
    from training.train import Settings, train

    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    learn = commands.add_parser("train", help="train, or go on with a run")
    learn.add_argument("--data", type=Path, required=True, help="folder with gum/, ewt/ and re3d/")
    learn.add_argument("--out", type=Path, required=True, help="folder of the run")
    learn.add_argument("--left-out", type=Path, help="folder of JSON files whose texts must not be trained on")
    for field in fields(Settings):
        learn.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    split = commands.add_parser("split", help="train the sentence splitter")
    split.add_argument("--data", type=Path, required=True)
    split.add_argument("--out", type=Path, required=True)
    write = commands.add_parser("export", help="write the int8 graph, vocabulary and label lists of a run")
    write.add_argument("--run", type=Path, required=True)
    write.add_argument("--splitter", type=Path, required=True, help="folder of the splitter's run")
    write.add_argument("--checkpoint", default="best.pt")
    write.add_argument("--to", type=Path, default=Path("src/hearsay/reading/weights"))
    chosen = parser.parse_args()
    if chosen.command == "train":
        train(
            chosen.data,
            chosen.out,
            Settings(**{f.name: getattr(chosen, f.name) for f in fields(Settings)}),
            chosen.left_out,
        )
    elif chosen.command == "split":
        from training.splitter import train_splitter

        train_splitter(chosen.data, chosen.out)
    else:
        from training.export import export

        export(chosen.run, chosen.splitter, chosen.checkpoint, chosen.to)


main()
