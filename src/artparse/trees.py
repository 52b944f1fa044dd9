"""Regression trees: what they say of a row of measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import inf
from typing import Any

PORTION = 25
"""Trees after which it is looked whether a row may still be the best."""

Portions = list[tuple[Sequence[Any], float]]
"""Trees, and the most that all behind them can add to a sum."""


def named(where: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names of the same measures of something else: "length" of the line "above"."""
    return tuple([f"{name} {where}" for name in names])


def worth_of(row: Sequence[float], trees: Sequence[Any]) -> float:
    """The sum of the trees' leaves for a row. A tree is a number or `[measure, most, tree, tree]`."""
    total = 0.0
    for tree in trees:
        while type(tree) is list:
            measure, most, low, high = tree
            tree = low if row[measure] <= most else high
        total += tree
    return total


def portions_of(trees: Sequence[Any], *, bounded: bool = True) -> Portions:
    """The trees in portions, for `best_of`: where they are not `bounded`, it gives up no row."""
    parts = [trees[k : k + PORTION] for k in range(0, len(trees), PORTION)]
    if not bounded:
        return [(part, inf) for part in parts]
    behind = accumulate((sum(map(_most, part)) for part in parts[:0:-1]), initial=0.0)
    return list(zip(parts, [*behind][::-1], strict=True))


def _most(tree: Any) -> float:
    return max(_most(tree[2]), _most(tree[3])) if type(tree) is list else float(tree)


def best_of(rows: Sequence[Sequence[float]], order: Iterable[int], portions: Portions) -> int:
    """The index of the row with the highest sum; of equal rows the first.

    A row is given up once it cannot win any more, so `order` should have the likeliest rows first.
    """
    best, most = -1, -inf
    for k in order:
        total = 0.0
        for trees, behind in portions:
            total += worth_of(rows[k], trees)
            if total + behind < most:
                break
        if total > most or (total == most and k < best):
            best, most = k, total
    return best
