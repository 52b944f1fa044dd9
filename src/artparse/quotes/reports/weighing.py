"""The weights that were learnt of reports, and how features of a word or place are weighed by them."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from functools import cache
from mmap import mmap
from operator import itemgetter

from artparse.data.tables import mapped
from artparse.quotes import model
from artparse.values import NamedTuple

FILES = (
    *("report_cues.txt", "report_starts.txt", "report_ends.txt"),
    *("report_sources.txt", "report_sources_again.txt"),
)
FINE, ZERO = 32, 128
"""So many steps of a weight make one; what stands for a weight of nothing."""
Weights = bytes | mmap


class Models(NamedTuple):
    """Of each number of a feature its weight, in `FINE`ths, `ZERO` added."""

    cues: Weights
    starts: Weights
    ends: Weights
    sources: Weights
    again: Weights
    """Of the same where that was not sure, with how likely somebody is the source of anything."""


@cache
def shipped() -> Models:
    """The models of the package."""
    return Models(*(mapped(os.path.join(model.DATA, name)) for name in FILES))


def total(table: Weights, keys: Sequence[int]) -> float:
    """The sum of the weights of some features: `itemgetter` takes all at once, in half the time."""
    if len(keys) < 2:  # Of one key `itemgetter` would make no tuple.
        return sum([table[key] - ZERO for key in keys]) / FINE
    weights: tuple[int, ...] = itemgetter(*keys)(table)
    return (sum(weights) - ZERO * len(keys)) / FINE


def chosen(table: Weights, rows: list[list[int]]) -> tuple[int, float]:
    """Which of some choices is the likeliest, and how likely it is; each has several features."""
    scores = [sum(itemgetter(*row)(table)) - ZERO * len(row) for row in rows]
    best = max(scores)
    return scores.index(best), 1 / sum([math.exp((score - best) / FINE) for score in scores], 0.0)
