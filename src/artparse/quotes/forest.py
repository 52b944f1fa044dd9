"""Regression trees, asked of many rows: all trees of a forest at once.

The leaves of all trees are the bits of one number. Between two bounds that the trees ask of one measure, the
leaves that a row with such a value may still reach are always the same; what all measures leave is one leaf
of each tree. (QuickScorer does likewise: C. Lucchese et al., SIGIR 2015.)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from operator import getitem, or_
from struct import Struct
from typing import Any

from artparse.trees import worth_of
from artparse.values import NamedTuple

Tree = Any
"""A list of what is measured, the greatest value that goes to the first branch, and the two branches; or the
value, a whole number."""
FEW = 100
"""Rows for which walking the trees takes as long as reading what they leave of their leaves."""
CODES = {8: "B", 16: "H", 32: "I", 64: "Q"}
"""Bits of a number to its code in a `Struct`."""


class Forest:
    """Trees and the sum of what they say of a row of measures."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self.trees = trees
        self._few = FEW
        self._leaves: Leaves | None = None

    def total(self, row: Sequence[float]) -> float:
        """The sum of what the trees say of the measures in `row`."""
        if self._leaves is not None:
            return reached(self._leaves, row)
        self._few -= 1
        if not self._few:
            self._leaves = leaves_of(self.trees)
        return worth_of(row, self.trees)


class Measure(NamedTuple):
    """What the trees ask of one measure."""

    place: int
    """Where it stands in a row."""
    bounds: list[float]
    kept: list[int]
    """The leaves that may still be reached by a value up to the first bound, up to the second, …, beyond."""


class Leaves(NamedTuple):
    """The leaves of some trees as bits of one number."""

    measures: list[Measure]
    parts: Struct
    """The bits of each tree."""
    values: list[dict[int, int]]
    """Of each tree the bit of a leaf, and what it says."""


def reached(leaves: Leaves, row: Sequence[float]) -> int:
    """The sum of what the leaves say that a row of measures reaches."""
    measures, parts, values = leaves
    bits = -1
    for place, bounds, kept in measures:
        bits &= kept[bisect_left(bounds, row[place])]
    return sum(map(getitem, values, parts.unpack(bits.to_bytes(parts.size, "little"))))


def leaves_of(trees: Sequence[Tree]) -> Leaves:
    """The leaves of trees as bits, and what each measure leaves of them."""
    values: list[dict[int, int]] = []
    asked: list[tuple[int, int, float, int, int]] = []
    for number, tree in enumerate(trees):
        leaves: dict[int, int] = {}
        asked += [(place, number, *split) for place, split in _splits(tree, leaves)]
        values.append(leaves)
    width = next(width for width in CODES if width >= max(map(len, values), default=0))
    every = sum((max(leaves) * 2 - 1) << width * number for number, leaves in enumerate(values))
    splits: dict[int, list[tuple[float, int, int]]] = {}
    for place, number, bound, low, high in asked:
        splits.setdefault(place, []).append((bound, low << width * number, high << width * number))
    measures = [_measure(place, sorted(found), every) for place, found in splits.items()]
    if not measures:
        measures = [Measure(0, [], [every])]
    return Leaves(measures, Struct(f"<{len(values)}{CODES[width]}"), values)


def _splits(tree: Tree, leaves: dict[int, int]) -> list[tuple[int, tuple[float, int, int]]]:
    """Of each node the measure; the bound and the bits of the leaves of its two branches; the bits of all
    leaves, with their values, are added to `leaves`."""
    found: list[tuple[int, tuple[float, int, int]]] = []

    def bits_of(node: Tree) -> int:
        if type(node) is not list:
            bit = 1 << len(leaves)
            leaves[bit] = node
            return bit
        place, bound, *branches = node
        low, high = map(bits_of, branches)
        found.append((place, (bound, low, high)))
        return low | high

    bits_of(tree)
    return found


def _measure(place: int, splits: list[tuple[float, int, int]], every: int) -> Measure:
    """What values of one measure leave: beyond a bound nothing of its first branch, else of its second."""
    bounds = [bound for bound, _, _ in splits]
    lows = accumulate((low for _, low, _ in splits), or_, initial=0)
    highs = accumulate((high for _, _, high in reversed(splits)), or_, initial=0)
    kept = [every & ~(low | high) for low, high in zip(lows, [*highs][::-1], strict=True)]
    return Measure(place, bounds, kept)
