"""Regression trees: what they say of a row of measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def worth_of(row: Sequence[float], trees: Sequence[Any]) -> float:
    """What the trees say in sum: each is `[measure, most, tree, tree]` or a number."""
    total = 0.0
    for tree in trees:
        while type(tree) is list:
            tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
        total += tree
    return total
