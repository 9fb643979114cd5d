"""Fine-tunes the encoder for all tasks and writes ``data/model``.

    python -m training.encoder --check              cross-validate: five runs, each on four fifths of the articles
    python -m training.encoder --check --folds 0    one of the five
    python -m training.encoder                      learn from everything that is not held out, write data/model

A run that is stopped, or whose ``--minutes`` are over, is kept in ``--folder`` and goes on when it is called again with the
same settings. Needs ``requirements-training.txt``. One pass over 7,800 texts takes three to four minutes of one core.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from dataclasses import fields, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from press.reading.events.events import types
from press.vocabulary import ROOT
from training.encoder import vocabulary, weights
from training.encoder.batches import items
from training.encoder.check import Data, check
from training.encoder.examples import examples
from training.encoder.learn import Prepared, Run, Settings
from training.encoder.network import Network
from training.encoder.pairs import judged
from training.encoder.ship import ship


def data(tokenizer: Tokenizer) -> Data:
    """Everything labelled that is not held out."""
    labelled = examples()
    texts, pairs = judged(len(labelled))
    return Data(items(labelled + texts, tokenizer), pairs, len(labelled))


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says; 0 where the run is complete, 3 where time was over before it was."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="cross-validate only, write no model")
    parser.add_argument("--folds", default="0,1,2,3,4", help="parts to cross-validate on")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so long")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=ROOT / ".training", help="where runs are kept")
    parser.add_argument("--out", type=Path, default=vocabulary.TOKENIZER.parent, help="where the model is written")
    parser.add_argument("--tasks", default="", help="weights of the losses: tone=1,stance=1,event=0,…")
    simple = [f.name for f in fields(Settings) if f.name != "tasks"]
    for name in simple:
        default = getattr(Settings(), name)
        parser.add_argument("--" + name.replace("_", "-"), type=type(default), default=default)
    given = parser.parse_args(arguments)
    settings = Settings(**{name: getattr(given, name) for name in simple})
    if given.tasks:
        changed = {k: float(v) for k, v in (pair.split("=") for pair in given.tasks.split(","))}
        settings = replace(settings, tasks=settings.tasks | changed)
    torch.set_num_threads(given.threads)
    torch.manual_seed(settings.seed)
    tokenizer = Tokenizer.from_file(str(vocabulary.TOKENIZER))
    pretrained = weights.read()
    rows = vocabulary.rows(pretrained, tokenizer)
    network = Network(pretrained, rows, len(types()))
    known = data(tokenizer)
    if given.check:
        folds = [int(k) for k in given.folds.split(",")]
        return 0 if check(network, known, settings, given.folder, given.minutes, folds) else 3
    prepared = Prepared(network, known.items, settings.frozen)
    run = Run(network, prepared, range(known.labelled), known.pairs, settings, given.folder / "all")
    if not run.go(60 * given.minutes):
        return 3
    print(ship(network, pretrained.embedding.rows(rows), settings.frozen, known.items[: known.labelled], given.out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
