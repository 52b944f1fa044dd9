"""Grow the trees that look at units of web pages a second time (see `artparse.layout.body.second_look`).

    python training/layout/second_look.py --folds DIR

DIR holds the fold models of `markup.py`. Writes the trees into `src/artparse/data/markup_model.json` and,
with each fold's left out, into DIR; with `--units FILE` what is measured of the units is kept in FILE, and
taken from there where it is. They learn from what the labels of the fold models, which have not seen the
site, make of all pages of which it is known what is of the article: by the gold of `fundus` and `wcxb`, by
the segments of `trafilatura`, and by the lines that readers have labelled there; and of pages made of written
dumps. Sealed pages take no part.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy
from alignment import labels_of, plain
from annotated import BODY, PLACES
from annotated_markup import known_labels, of_body
from corpora import gold_of, group_of
from markup import CORPORA, TARGET
from markup_pages import documents_of, units_in
from set_pages import AROUND, SET, labels_in, set_dumps
from train import FOLDS, fold_of, parts_in, tree_of, write

from artparse.layout.body.second_look import measured
from artparse.layout.lines.units import Unit
from artparse.layout.models.model import Model, model_of
from artparse.layout.steps.labelling import likeliest, of_sparse
from artparse.layout.steps.page import Page
from artparse.layout.steps.tables import seen
from artparse.reading import read

TREES = 100
GROWN = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 12,
    "min_data_in_leaf": 25,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
"""How the trees are grown (LightGBM's parameters)."""
LEAST, MOST, SHARES = 0.15, 3.0, 60.0
"""A unit weighs by its share of the article's words, times `SHARES`, up to `MOST`, and `LEAST` more: what
counts is how much of a page is right."""
NEWS, SAID = 10.0, 14.0
"""What a unit of `fundus` weighs, which has few pages, and one that a known segment tells of."""
LONGER = 400
"""Code points that a unit may be longer than an unwanted segment: one of the whole page says little."""


class Known(NamedTuple):
    """A unit that is learnt from."""

    fold: int
    row: list[float]
    of_body: bool
    weight: float


def known_units(models: Sequence[Model]) -> Iterator[Known]:
    """The units of all pages of which it is known whether they are of the body."""
    for corpus in CORPORA:
        for name, document in documents_of(corpus):
            gold = gold_of(corpus)[name]
            fold = fold_of(group_of(corpus, name, gold))
            page = of_sparse(likeliest(seen(document, units_in(document), models[fold], None)))
            said = said_segments(page.lines, gold) if corpus == "trafilatura" else {}
            known = known_article(corpus, name, page.lines) | said
            weights = dict.fromkeys(
                known if corpus == "fundus" else said, NEWS if corpus == "fundus" else SAID
            )
            yield from asked(page, known, weights, fold, models[fold])
    for group, laid in set_dumps(SET, AROUND):
        fold = fold_of(group)
        document = read(laid.markup.encode(), input_format="html")
        page = of_sparse(likeliest(seen(document, units_in(document), models[fold], None)))
        yield from asked(page, of_places(labels_in(laid, page.lines)), {}, fold, models[fold])


def asked(
    page: Page, known: Mapping[int, bool], weights: Mapping[int, float], fold: int, model: Model
) -> Iterator[Known]:
    """The known units of a page that are not sure, with their weights where those have no other."""
    units, labels = page.lines, page.labels
    if not known or "paragraph" not in labels:
        return
    counts = {i: len(plain(units[i].text).split()) for i in known}
    whole = sum(counts[i] for i, of_body in known.items() if of_body) or 1
    found = measured(labels, units, page.looks, list(page.scores), page.document.parents, model)
    for i, row in zip(*found, strict=True):
        if i in known:
            share = LEAST + min(MOST, SHARES * counts[i] / whole)
            yield Known(fold, row, known[i], weights.get(i, share))


def kept(models: Sequence[Model], path: Path | None) -> list[Known]:
    """The known units, from a file, into which they are put where it is not there yet."""
    if path is not None and path.is_file():
        return [Known(*unit) for unit in pickle.loads(path.read_bytes())]
    found = list(known_units(models))
    if path is not None:
        path.write_bytes(pickle.dumps([tuple(unit) for unit in found]))
    return found


def known_article(corpus: str, name: str, units: Sequence[Unit]) -> dict[int, bool]:
    """Whether units are of the body, by what is known of the whole page; of headline and credits nothing is
    said."""
    if corpus == "wcxb":
        places = of_body(name, units) or []
        return {i: place == "body" for i, place in enumerate(places) if place != "title"}
    gold = gold_of(corpus)[name]
    labels = labels_of(units, gold) if corpus == "fundus" else known_labels(corpus, name, units)
    return of_places(labels or [])


def of_places(labels: Sequence[str]) -> dict[int, bool]:
    """Whether units are of the body, by their labels; of headline and credits nothing is said."""
    return {i: label in BODY for i, label in enumerate(labels) if label in BODY or label in PLACES}


def said_segments(units: Sequence[Unit], gold: Mapping[str, Any]) -> dict[int, bool]:
    """Whether units hold a segment that the body must have, or one that it must not have."""
    words = [plain(unit.text) for unit in units]
    found: dict[int, bool] = {}
    for segment in filter(None, map(plain, gold.get("lacks", []))):
        found |= {i: False for i, x in enumerate(words) if segment in x and len(x) < len(segment) + LONGER}
    for segment in filter(None, map(plain, gold.get("contains", []))):
        holders = [i for i, x in enumerate(words) if segment in x]
        if len(holders) == 1:
            found[holders[0]] = True
        else:
            for i in holders:
                found.pop(i, None)
    return found


def grown(known: Sequence[Known]) -> list[Any]:
    """The trees learnt from units."""
    data = lightgbm.Dataset(
        numpy.array([unit.row for unit in known]),
        numpy.array([unit.of_body for unit in known], int),
        weight=numpy.array([unit.weight for unit in known]),
    )
    model = lightgbm.train(GROWN, data, TREES).dump_model()
    return [tree_of(tree["tree_structure"]) for tree in model["tree_info"]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--units", type=Path, help="file in which measures of units are kept")
    args = parser.parse_args()
    parts = parts_in(args.folds)
    shipped = json.loads(TARGET.read_text(encoding="utf-8"))
    known = kept([model_of(part) for part in parts], args.units)
    for fold in range(FOLDS):
        others = [unit for unit in known if unit.fold != fold]
        write(args.folds / f"{fold}.json", parts[fold] | {"second": grown(others)})
    write(TARGET, shipped | {"second": grown(known)})


if __name__ == "__main__":
    main()
