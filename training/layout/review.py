"""The trees that look again at units of web pages that are not sure (see `artparse.layout.review`).

They learn from what the model for a page's fold, which has not seen its publisher, says of its units: of
pages of known segments those that hold one, of pages of known articles all that are not clear. That is what
the labels of the former cannot teach, since a model chose all but the segments' own (see `silver.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from alignment import labels_of, plain
from corpora import gold_of, group_of
from train import fold_of, tree_of

from artparse.layout.body import possible
from artparse.layout.features import looks_of, worth_of
from artparse.layout.groups import Groups
from artparse.layout.model import Model, best_labels, weight_of
from artparse.layout.review import measured
from artparse.layout.titles import BODY
from artparse.layout.units import Unit
from artparse.reading.document import Document

CLEAR = 8.0
"""Scores that the choice for a unit of a known article is ahead, from which on it is not learnt from."""
KNOWN = 0.3
"""What a unit of a known article weighs: they are many, and all of news."""
LONGER = 400
"""Code points that a unit may be longer than an unwanted segment: one of the whole page says little."""
TREES = 70
GROWN = {
    "objective": "binary",
    "learning_rate": 0.12,
    "num_leaves": 12,
    "min_data_in_leaf": 25,
    "feature_fraction": 0.5,
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


class Doubt(NamedTuple):
    """A unit that is learnt from."""

    group: str
    """Of its publisher."""
    row: list[float]
    """What the trees look at."""
    of_body: bool
    weight: float


def doubts_of(
    corpus: str, pages: Iterable[tuple[str, Sequence[Unit], Document]], models: Sequence[Model]
) -> Iterator[Doubt]:
    """The units of pages (name, the units that the model is told of, document) that are learnt from."""
    for name, units, document in pages:
        gold = gold_of(corpus)[name]
        known = known_article(units, gold) if gold.get("sections") else said_segments(units, gold)
        group = group_of(corpus, name, gold)
        model = models[fold_of(group)]
        groups = Groups(partial(weight_of, model=model))
        scores = list(possible(worth_of(units, looks_of(units), document, groups), units, document, model))
        labels = best_labels(scores, model)
        if "paragraph" not in labels:
            continue
        whole = bool(gold.get("sections"))
        most = CLEAR if whole else float("inf")
        indexes, rows = measured(labels, units, scores, document.parents, model, -most, most)
        for i, row in zip(indexes, rows, strict=True):
            if i in known:
                yield Doubt(group, row, known[i], KNOWN if whole else 1.0)


def known_article(units: Sequence[Unit], gold: dict[str, Any]) -> dict[int, bool]:
    """Whether units are of the body of a known article; of headline and credits nothing is said."""
    labels = labels_of(units, gold) or []
    noise = ("before", "between", "after")
    return {i: label in BODY for i, label in enumerate(labels) if label in (*BODY, *noise)}


def said_segments(units: Sequence[Unit], gold: dict[str, Any]) -> dict[int, bool]:
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


def train_body(doubts: Sequence[Doubt]) -> list[Any]:
    """The trees learnt from units."""
    import lightgbm
    import numpy

    data = lightgbm.Dataset(
        numpy.array([doubt.row for doubt in doubts]),
        numpy.array([doubt.of_body for doubt in doubts], int),
        weight=numpy.array([doubt.weight for doubt in doubts]),
    )
    grown = lightgbm.train(GROWN, data, TREES).dump_model()
    return [tree_of(tree["tree_structure"]) for tree in grown["tree_info"]]
