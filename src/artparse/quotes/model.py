"""What was learnt: weights of features for a log-linear choice, and trees that correct its scores."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from artparse.values import NamedTuple

SCALE = 50
"""Weights are stored as whole numbers, this many to one."""


FINE = 1000
"""The values of trees are stored as whole numbers, this many to one."""


@cache
def weights(name: str) -> Mapping[str, int]:
    """Feature name to weight, in `SCALE`ths, of one of the models in `data`.

    Those of one weight stand together there, each on a line, and after all of them `weight:count`.
    """
    text = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
    names, _, runs = text.partition("\n\n")
    pairs = (run.split(":") for run in runs.split())
    values = chain.from_iterable(repeat(int(weight), int(count)) for weight, count in pairs)
    return dict(zip(names.split("\n"), values, strict=True))


def score(table: Mapping[str, int], features: Iterable[str]) -> int:
    """The sum of the weights of `features`, in `SCALE`ths."""
    return sum(map(table.get, features, repeat(0)))


Tree = tuple[int, float, "Tree", "Tree"] | int
"""What is measured, the greatest value that goes to the first branch, the two branches; or the value."""


@cache
def trees(name: str) -> tuple[Tree, ...]:
    """Regression trees, one a line: `measure:bound`, then the two branches, or `=value` in `FINE`ths."""
    return trees_of((Path(__file__).parent / "data" / name).read_text(encoding="utf-8").splitlines())


def trees_of(lines: Iterable[str]) -> tuple[Tree, ...]:
    """The same of such lines."""
    return tuple(_tree(iter(line.split())) for line in lines)


def _tree(nodes: Iterator[str]) -> Tree:
    node = next(nodes)
    if node[0] == "=":
        return int(node[1:])
    measure, _, bound = node.partition(":")
    return int(measure), float(bound), _tree(nodes), _tree(nodes)


def grown(forest: Sequence[Tree], row: Sequence[float]) -> float:
    """The sum of what the trees say of the measures in `row`, in `SCALE`ths."""
    total = 0
    nodes: Sequence[Any] = forest
    for node in nodes:
        while type(node) is tuple:  # `isinstance` would be called for each node.
            measure, bound, low, high = node
            node = low if row[measure] <= bound else high
        total += node
    return total * SCALE / FINE


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


SUREST = 0.985
"""No share counts as surer than this, nor as less sure than what is left to 1."""
MOST = 4.0
"""No doubt counts as more, or less."""


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
    text = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
    rows = (row.split() for row in text.splitlines() if row[0] != "#")
    return {key: Line(*map(float, numbers)) for key, *numbers in rows}
