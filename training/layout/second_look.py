"""Grow the trees that look at units of web pages a second time (see `artparse.layout.second_look`).

    python training/layout/second_look.py --folds DIR

DIR holds the fold models of `markup.py`. Writes the trees into `src/artparse/data/markup_model.json` and,
with each fold's left out, into DIR. They learn from what the labels and the first review make of pages of
which is known what is of the article: `wcxb`, whose sites no labels have learnt from, so the shipped ones
are asked; `fundus` and `trafilatura`, by the fold models that have not seen the site. Sealed pages take no
part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy
from alignment import plain
from corpora import gold_of, group_of
from markup import TARGET
from markup_pages import documents_of, units_in
from review import GROWN, known_article, said_segments
from train import FOLDS, fold_of, parts_in, tree_of, write
from web import WRONG, aligned

from artparse.layout.body import possible
from artparse.layout.features import looks_of, worth_of
from artparse.layout.groups import Groups
from artparse.layout.model import Model, best_labels, model_of, weight_of
from artparse.layout.review import reviewed
from artparse.layout.second_look import measured
from artparse.layout.units import Unit

TREES = 100
SECOND = GROWN | {"learning_rate": 0.1, "feature_fraction": 0.4}
"""How the trees are grown (LightGBM's parameters)."""
LEAST, MOST, SHARES = 0.15, 3.0, 60.0
"""A unit of `wcxb` weighs by its share of the article's words, times `SHARES`, up to `MOST`, and `LEAST`
more: what counts is how much of a page is right."""
WEIGHTS = {"fundus": 10.0, "trafilatura": 14.0}
"""Of a unit of the other corpora: of these pages few units are known, or there are few."""


class Known(NamedTuple):
    """A unit that is learnt from."""

    fold: int
    row: list[float]
    of_body: bool
    weight: float


def known_units(models: Sequence[Model], shipped: Model) -> Iterator[Known]:
    """The units of all pages of which it is known whether they are of the body."""
    for corpus in ("wcxb", *WEIGHTS):
        for name, document in documents_of(corpus):
            units, gold = units_in(document), gold_of(corpus)[name]
            fold = fold_of(group_of(corpus, name, gold))
            model = shipped if corpus == "wcxb" else models[fold]
            known = _known(corpus, name, units, gold)
            looks = looks_of(units)
            groups = Groups(partial(weight_of, model=model))
            scores = list(possible(worth_of(units, looks, document, groups), units, document, model))
            labels = best_labels(scores, model)
            if not known or "paragraph" not in labels:
                continue
            labels = reviewed(labels, units, scores, document.parents, model)
            counts = {i: len(plain(units[i].text).split()) for i in known}
            whole = sum(counts[i] for i, of_body in known.items() if of_body) or 1
            for i, row in zip(*measured(labels, units, looks, scores, document.parents, model), strict=True):
                if i in known:
                    share = LEAST + min(MOST, SHARES * counts[i] / whole)
                    yield Known(fold, row, known[i], WEIGHTS.get(corpus, share))


def _known(corpus: str, name: str, units: Sequence[Unit], gold: dict[str, Any]) -> dict[int, bool]:
    """Whether units are of the body, as far as that is known."""
    if corpus != "wcxb":
        return known_article(units, gold) if corpus == "fundus" else said_segments(units, gold)
    words = plain(gold.get("body")).split()
    if name in WRONG or not words:
        return {}
    titles = [plain(title) for title in (gold.get("title"), *gold.get("title_also", []))]
    labels = aligned([plain(unit.text).split() for unit in units], words, list(filter(None, titles))) or []
    return {i: label == "body" for i, label in enumerate(labels) if label != "title"}


def grown(known: Sequence[Known]) -> list[Any]:
    """The trees learnt from units."""
    data = lightgbm.Dataset(
        numpy.array([unit.row for unit in known]),
        numpy.array([unit.of_body for unit in known], int),
        weight=numpy.array([unit.weight for unit in known]),
    )
    model = lightgbm.train(SECOND, data, TREES).dump_model()
    return [tree_of(tree["tree_structure"]) for tree in model["tree_info"]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    args = parser.parse_args()
    parts = parts_in(args.folds)
    shipped = json.loads(TARGET.read_text(encoding="utf-8"))
    known = list(known_units([model_of(part) for part in parts], model_of(shipped)))
    for fold in range(FOLDS):
        others = [unit for unit in known if unit.fold != fold]
        write(args.folds / f"{fold}.json", parts[fold] | {"second": grown(others)})
    write(TARGET, shipped | {"second": grown(known)})


if __name__ == "__main__":
    main()
