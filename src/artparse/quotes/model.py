"""What was learnt: weights of features for a log-linear choice, and trees that correct its scores."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat

from artparse.data.tables import Numbers, Table, packed_table
from artparse.languages import packs
from artparse.quotes.forest import Forest
from artparse.quotes.parts import Sums
from artparse.values import NamedTuple

DATA = os.path.join(os.path.dirname(__file__), "data")
SCALE = 50
"""Weights are stored as whole numbers, this many to one."""
FINE = 1000
"""The values of trees are stored as whole numbers, this many to one."""
SUREST = 0.985
"""No share counts as surer than this, nor as less sure than what is left to 1."""
MOST = 4.0
"""No doubt counts as more, or less."""


@cache
def weights(name: str) -> Table:
    """Feature name to weight, in `SCALE`ths, of one of the models in `data`."""
    return packed_table(os.path.join(DATA, name))


@cache
def sums(name: str) -> Sums:
    """What parts of features come to by the weights of one of the models in `data`."""
    return Sums(weights(name))


def score(table: Numbers, features: Iterable[str]) -> int:
    """The sum of the weights of `features`, in `SCALE`ths."""
    return sum(map(table.get, features, repeat(0)))


@cache
def trees(name: str) -> Forest:
    """Regression trees of one of the models in `data`; their values are in `FINE`ths."""
    return Forest(json.loads(packed_table(os.path.join(DATA, name)).rest))


def grown(forest: Forest, row: Sequence[float]) -> float:
    """The sum of what the trees say of the measures in `row`, in `SCALE`ths."""
    return forest.total(row) * SCALE / FINE


def shares(scores: Sequence[float]) -> list[float]:
    """Probabilities that are proportional to the exponentials of `scores` (in `SCALE`ths)."""
    if not scores:
        return []
    top = max(scores)
    powers = [math.exp((s - top) / SCALE) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]


class Line(NamedTuple):
    """How log odds become those that hold on unseen articles (Platt 1999)."""

    level: float
    slope: float
    doubt: float = 0.0
    """What each unit of doubt, as log odds that the words are nobody's, takes away."""


def log_odds(share: float) -> float:
    """The logarithm of the odds of a share between 0 and 1."""
    kept = min(max(share, 1 - SUREST), SUREST)
    return math.log(kept / (1 - kept))


def straightened(share: float, line: Line, doubt: float = 0.0) -> float:
    """A share as a probability, 0 to 1, with three digits; `doubt`: log odds that nobody said the words."""
    score = line.level + line.slope * log_odds(share) - line.doubt * max(-MOST, min(doubt, MOST))
    return round(1 / (1 + math.exp(-score)), 3)


@cache
def lines(name: str) -> Mapping[str, Line]:
    """The maps of a data file: a name and up to three numbers in each line."""
    rows = (row.split() for row in packs.lines(os.path.join(DATA, name)))
    return {key: Line(*map(float, numbers)) for key, *numbers in rows}
