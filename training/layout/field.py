"""A linear-chain conditional random field learnt from pages that count differently, and several side by side.

All pages are gone through at once, unit by unit, by numpy and scipy, and features that come together
(`artparse.layout.models.groups`) are added up once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pages import Page, groups_of
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from train import DIGITS, L2, LABELS

from artparse.layout.models.model import NEVER, UNIT, packed

Floats: TypeAlias = NDArray[np.float64]
Singles: TypeAlias = NDArray[np.float32]


class Field:
    """The pages of all folds as one matrix: units by features, page after page."""

    groups: csr_matrix | None = None
    """Groups of features, where units are told by these."""

    def __init__(
        self, pages: Sequence[Page], least: int, labels: Sequence[str] = LABELS, grouped: bool = False
    ) -> None:
        """`grouped` pages are texts: their features come in the groups that these have, and what labels cost
        is reckoned in single precision."""
        self.labels = tuple(labels)
        seen = Counter(chain.from_iterable(chain.from_iterable(page.features for page in pages)))
        self.names = sorted(name for name, count in seen.items() if count >= least)
        number = {name: k for k, name in enumerate(self.names)}
        if grouped:
            rows = [row for page in pages for row in groups_of(page)]
            groups = {group: k for k, group in enumerate(dict.fromkeys(chain.from_iterable(rows)))}
            self.units = _counted([[groups[g] for g in row] for row in rows], len(groups))
            self.groups = _counted(
                [[number[f] for f in group if f in number] for group in groups], len(number)
            )
        else:
            found = [[number[f] for f in own if f in number] for page in pages for own in page.features]
            self.units = _counted(found, len(number))
        self.told = np.array([self.labels.index(x) for page in pages for x in page.labels])
        self.lengths = np.array([len(page.labels) for page in pages])
        self.starts = np.cumsum([0, *self.lengths[:-1]])
        self.pages = pages

    def learnt(self, weights: Sequence[float], iterations: int) -> dict[str, Any]:
        """The model learnt from the pages, each with its weight; those without one take no part."""
        part = _Part(self, np.array(weights, float))
        count, kinds = len(self.names), len(self.labels)
        start = np.zeros((count + kinds) * kinds)
        options = {"maxiter": iterations, "maxcor": 6, "maxfun": 2 * iterations}
        found = minimize(part.loss, start, jac=True, method="L-BFGS-B", options=options).x
        states, steps = found[: count * kinds].reshape(count, kinds), found[count * kinds :]
        follows = {
            pair
            for page, weight in zip(self.pages, weights, strict=True)
            if weight
            for pair in pairwise(page.labels)
        }
        rounded = np.round(states, DIGITS)
        return {
            "labels": self.labels,
            "transitions": [
                [
                    round(float(x), DIGITS) if (a, b) in follows else NEVER // UNIT
                    for a, x in zip(self.labels, row, strict=True)
                ]
                for b, row in zip(self.labels, steps.reshape(kinds, kinds).T, strict=True)
            ],
            "states": {
                name: packed([float(x) for x in row])
                for name, row in zip(self.names, rounded, strict=True)
                if row.any()
            },
        }


def _counted(rows: Sequence[Sequence[int]], count: int) -> csr_matrix:
    """A matrix of how often each of `count` numbers stands in each row."""
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter(chain.from_iterable(rows), np.int32, ends[-1])
    found = csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), count))
    found.sum_duplicates()
    return found


class _Part:
    """The pages that one model learns from."""

    def __init__(self, field: Field, weights: Floats) -> None:
        own = np.nonzero(weights)[0]
        # The longest first: of the pages that reach a place, all stand at the beginning.
        own = own[np.argsort(-field.lengths[own], kind="stable")]
        self.lengths = field.lengths[own]
        self.kinds = len(field.labels)
        places = [field.starts[page] + np.arange(n) for page, n in zip(own, self.lengths, strict=True)]
        rows = np.concatenate(places)
        at = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.reach = [int((self.lengths > t).sum()) for t in range(int(self.lengths[0]))]
        order = np.concatenate([at[:n] + t for t, n in enumerate(self.reach)])
        # All first units, all second ones, and so on.
        self.units = field.units[rows[order]]
        self.across = self.units.T.tocsr()
        self.groups = field.groups
        self.above = self.groups.T.tocsr() if self.groups is not None else None
        self.told = field.told[rows[order]]
        self.weight = np.concatenate([weights[own[:n]] for n in self.reach])
        self.begins = np.cumsum([0, *self.reach])
        one = np.zeros((len(order), self.kinds), np.float32)
        one[np.arange(len(order)), self.told] = 1.0
        self.possible = self._by_feature(one) > 0
        self.seen = np.zeros((self.kinds, self.kinds))
        for t in range(1, len(self.reach)):
            now, before = self._at(t), slice(self.begins[t - 1], self.begins[t - 1] + self.reach[t])
            np.add.at(self.seen, (self.told[before], self.told[now]), self.weight[now])

    def _at(self, t: int) -> slice:
        return slice(self.begins[t], self.begins[t + 1])

    def _by_unit(self, states: Singles) -> Singles:
        """What the features of each unit come to, by their weights."""
        found: Singles = self.units @ (states if self.groups is None else self.groups @ states)
        return found

    def _by_feature(self, shares: Singles) -> Singles:
        """What the units with each feature come to."""
        found: Singles = self.across @ shares
        return found if self.above is None else self.above @ found

    def loss(self, weights: Floats) -> tuple[float, Floats]:
        """What the labels of the pages cost, and its slope."""
        kinds = self.kinds
        size = len(weights) - kinds * kinds
        states = weights[:size].reshape(-1, kinds) * self.possible
        steps = weights[size:].reshape(kinds, kinds)
        kind = np.float64 if self.groups is None else np.float32
        scores = self._by_unit(states.astype(np.float32)).astype(kind, copy=False)
        highest = scores.max(axis=1, keepdims=True)
        right = scores[np.arange(len(scores)), self.told].astype(float)
        scores -= highest
        worth, step = np.exp(scores, out=scores), np.exp(steps).astype(kind)
        ahead, scale = np.empty_like(worth), np.empty(len(worth), kind)
        ones = np.ones(kinds, kind)
        for t, n in enumerate(self.reach):
            now = self._at(t)
            own = worth[now] if t == 0 else (ahead[self.begins[t - 1] :][:n] @ step) * worth[now]
            scale[now] = sums = own @ ones
            ahead[now] = own / sums[:, None]
        scaled = worth / scale[:, None]
        back, expected = np.ones_like(worth), np.zeros((kinds, kinds))
        weighed = ahead * self.weight[:, None].astype(kind)
        across = np.ascontiguousarray(step.T)
        for t in range(len(self.reach) - 1, 0, -1):
            now, n = self._at(t), self.reach[t]
            before = slice(self.begins[t - 1], self.begins[t - 1] + n)
            coming = back[now] * scaled[now]
            back[before] = coming @ across
            expected += weighed[before].T @ coming
        expected *= step
        shares = np.multiply(weighed, back, out=back)
        total = np.log(scale.astype(float)) + highest[:, 0] - right
        cost = float(self.weight @ total) - float((self.seen * steps).sum())
        shares[np.arange(len(shares)), self.told] -= self.weight
        slope = (
            self._by_feature(shares.astype(np.float32, copy=False)).astype(float) * self.possible
            + 2 * L2 * states
        )
        slopes = expected - self.seen + 2 * L2 * steps
        cost += L2 * float((states**2).sum() + (steps**2).sum())
        return cost, np.concatenate([slope.ravel(), slopes.ravel()])
