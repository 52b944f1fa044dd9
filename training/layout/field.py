"""A linear-chain conditional random field learnt from pages that count differently, and several side by side.

Gives what `train.train_labels` gives, with a weight for each page, in a third of the time: all pages are gone
through at once, unit by unit, by numpy and scipy. Its weights differ from crfsuite's in the last digit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pages import Page
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from train import DIGITS, L2, LABELS

from artparse.layout.model import NEVER, UNIT, packed

Floats: TypeAlias = NDArray[np.float64]


class Field:
    """The pages of all folds as one matrix: units by features, page after page."""

    def __init__(self, pages: Sequence[Page], least: int, labels: Sequence[str] = LABELS) -> None:
        self.labels = tuple(labels)
        seen = Counter(chain.from_iterable(chain.from_iterable(page.features for page in pages)))
        self.names = sorted(name for name, count in seen.items() if count >= least)
        number = {name: k for k, name in enumerate(self.names)}
        rows = [[number[f] for f in own if f in number] for page in pages for own in page.features]
        ends = np.cumsum([0, *map(len, rows)])
        columns = np.fromiter(chain.from_iterable(rows), np.int32, ends[-1])
        ones = np.ones(len(columns), np.float32)
        self.units = csr_matrix((ones, columns, ends), shape=(len(rows), len(self.names)))
        self.units.sum_duplicates()
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
        self.told = field.told[rows[order]]
        self.weight = np.concatenate([weights[own[:n]] for n in self.reach])
        self.begins = np.cumsum([0, *self.reach])
        one = np.zeros((len(order), self.kinds), np.float32)
        one[np.arange(len(order)), self.told] = 1.0
        self.possible = (self.across @ one) > 0
        self.seen = np.zeros((self.kinds, self.kinds))
        for t in range(1, len(self.reach)):
            now, before = self._at(t), slice(self.begins[t - 1], self.begins[t - 1] + self.reach[t])
            np.add.at(self.seen, (self.told[before], self.told[now]), self.weight[now])

    def _at(self, t: int) -> slice:
        return slice(self.begins[t], self.begins[t + 1])

    def loss(self, weights: Floats) -> tuple[float, Floats]:
        """What the labels of the pages cost, and its slope."""
        kinds = self.kinds
        size = len(weights) - kinds * kinds
        states = weights[:size].reshape(-1, kinds) * self.possible
        steps = weights[size:].reshape(kinds, kinds)
        scores = (self.units @ states.astype(np.float32)).astype(float)
        highest = scores.max(axis=1, keepdims=True)
        worth, step = np.exp(scores - highest), np.exp(steps)
        ahead, scale = np.empty_like(worth), np.empty(len(worth))
        for t, n in enumerate(self.reach):
            now = self._at(t)
            own = worth[now] if t == 0 else (ahead[self.begins[t - 1] :][:n] @ step) * worth[now]
            scale[now] = own.sum(axis=1)
            ahead[now] = own / scale[now, None]
        back, expected = np.ones_like(worth), np.zeros((kinds, kinds))
        for t in range(len(self.reach) - 1, 0, -1):
            now, n = self._at(t), self.reach[t]
            before = slice(self.begins[t - 1], self.begins[t - 1] + n)
            coming = back[now] * worth[now] / scale[now, None]
            back[before] = coming @ step.T
            expected += (ahead[before] * self.weight[now, None]).T @ coming
        expected *= step
        shares = ahead * back
        right = scores[np.arange(len(scores)), self.told]
        total = np.log(scale) + highest[:, 0] - right
        cost = float(self.weight @ total) - float((self.seen * steps).sum())
        shares[np.arange(len(shares)), self.told] -= 1.0
        shares *= self.weight[:, None]
        slope = (self.across @ shares.astype(np.float32)).astype(float) * self.possible + 2 * L2 * states
        slopes = expected - self.seen + 2 * L2 * steps
        cost += L2 * float((states**2).sum() + (steps**2).sum())
        return cost, np.concatenate([slope.ravel(), slopes.ravel()])
