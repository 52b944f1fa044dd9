"""Numbers as features: one for each bound that a number reaches, "s>3" and "s>4" of 5 words.

Bounds are part of the features' names, which the weights know: who changes one has to train again.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

SIZES = (1, 2, 3, 4, 6, 9, 14, 20, 30)
"""Of numbers of words."""
COUNTS = (1, 2, 3, 5, 8, 12, 20, 40)
"""Of numbers of stretches."""
SHARES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
ODDS = (-9.0, -7.5, -6.0, -5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 1.0)
"""Of log odds."""
ROUGH_ODDS = (-5.0, -3.0, -2.0, -1.0, 0.0)
ROUGH_SIZES = (3, 6, 14, 30)
RATES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
"""Of how often something is, in a thousand words outside marks."""
LEAST = -12.0
"""No log odds are less."""


def steps(name: str, value: float, bounds: tuple[float, ...]) -> Sequence[str]:
    """A feature for each bound that the value reaches."""
    return _names_of(name, bounds)[: bisect_right(bounds, value)]


@cache
def _names_of(name: str, bounds: tuple[float, ...]) -> tuple[str, ...]:
    """The features of all bounds; few names are asked for."""
    return tuple(f"{name}>{bound:g}" for bound in bounds)


def odds(share: float) -> float:
    """The log odds of a share, unlike `model.log_odds` far into the sure."""
    return max(LEAST, math.log(max(share, 1e-9) / max(1e-9, 1 - share)))
