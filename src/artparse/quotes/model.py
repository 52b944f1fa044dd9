"""The learnt weights of the features: a log-linear choice among a stretch's candidates and "nobody"."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

SCALE = 50
"""Weights are stored as whole numbers, this many to one."""


@cache
def weights(name: str) -> Mapping[str, int]:
    """Feature name to weight, in `SCALE`ths, of one of the models in `data`."""
    text = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
    names, _, values = text.partition("\n\n")
    return dict(zip(names.split("\n"), map(int, values.split()), strict=True))


def score(table: Mapping[str, int], features: Iterable[str]) -> int:
    """The sum of the weights of `features`, in `SCALE`ths."""
    return sum(map(table.get, features, repeat(0)))


def shares(scores: Sequence[float]) -> list[float]:
    """Probabilities that are proportional to the exponentials of `scores` (in `SCALE`ths)."""
    if not scores:
        return []
    top = max(scores)
    powers = [math.exp((s - top) / SCALE) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]
