"""The labelling model: a linear-chain conditional random field, and how its best labels are found.

J. Lafferty, A. McCallum, F. Pereira: Conditional Random Fields: Probabilistic Models for Segmenting
and Labeling Sequence Data, ICML 2001. It is trained by `training/layout`; here it is only asked, in
plain Python, as importing a library for it costs more time than labelling a page.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import add
from typing import Any

from artparse.data import load

UNIT = 100
"""Scores are whole hundredths: they add up exactly, and the weights of all labels add up at once."""
SHORT = 60
"""A text of so many units at most has a model of its own, which learnt from shortened pages as well: people
copy an article by hand with little around it. Whole pages are labelled better by one that saw only such."""
NEVER = -(10**11)
"""The score of what cannot be."""
FIELD = 16
"""Bits of a label's weight among those of a feature: scores by a unit's own features stay below 327, which
is a hundred features of the largest weight."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights for each feature and label, and for each label after another."""

    labels: tuple[str, ...]
    states: dict[str, int]
    """Of each feature, the weights for all labels (see `packed`)."""
    transitions: tuple[tuple[int, ...], ...]
    """`transitions[b][a]`: of label `b` after label `a`."""
    title: list[Any]
    """The trees that rank candidates for the headline (see `titles`); empty where only the labels tell."""


def packed(weights: Sequence[float]) -> int:
    """One number for a feature's weights: hundredths, the first label's in the lowest bits."""
    return sum(round(UNIT * weight) << (FIELD * k) for k, weight in enumerate(weights))


def model_of(data: dict[str, Any]) -> Model:
    """The model that `data` (a loaded data file) holds."""
    return Model(
        tuple(data["labels"]),
        data["states"],
        tuple(tuple(round(UNIT * x) for x in row) for row in data["transitions"]),
        data.get("title", []),
    )


def model_for(units: int, *, markup: bool) -> str:
    """The name of the model that labels a document of so many units."""
    return "markup_model" if markup else "short_model" if units <= SHORT else "layout_model"


@cache
def shipped_model(name: str) -> Model:
    """A model that comes with the package."""
    return model_of(load(name))


def weight_of(features: Iterable[str], model: Model) -> int:
    """The weights of several features together, packed."""
    return sum(filter(None, map(model.states.get, features)))


class Scores:
    """The score of each label in the packed weights of each unit, unpacked while they are gone through."""

    __slots__ = ("count", "high", "weights")

    def __init__(self, weights: Sequence[int], model: Model) -> None:
        self.weights = weights
        self.count = len(model.labels)
        # With the highest bit of each field flipped the sums, some below zero, are two's complements.
        self.high = packed([2 ** (FIELD - 1) / UNIT] * self.count)

    def __len__(self) -> int:
        return len(self.weights)

    def __iter__(self) -> Iterator[list[int]]:
        fields = struct.Struct(f"<{self.count}h")
        size, unpack, high = fields.size, fields.unpack, self.high
        for own in self.weights:
            yield list(unpack((own + high ^ high).to_bytes(size, "little")))


Step = Callable[[Sequence[int], Sequence[int]], list[int]]


@cache
def step_for(rows: tuple[tuple[int, ...], ...]) -> Step:
    """A function of the totals of all labels of a unit and of the next unit's own scores: its totals.

    `[max(map(add, totals, row)) + score for row, score in zip(rows, own)]`, written out for these rows,
    which takes half the time. What cannot follow adds as much to any total, so the largest is enough.
    """
    count = range(len(rows))
    terms = [[f"t{a} + {x}" for a, x in enumerate(row) if x > NEVER] for row in rows]
    sums = ", ".join(f"max({', '.join(found)}, never) + s{b}" for b, found in enumerate(terms))
    code = (
        "def step(totals, own):\n"
        f"    {', '.join(f't{a}' for a in count)}, = totals\n"
        f"    {', '.join(f's{a}' for a in count)}, = own\n"
        f"    never = max(totals) + {NEVER}\n"
        f"    return [{sums}]\n"
    )
    scope: dict[str, Any] = {}
    exec(code, scope)  # Made of whole numbers only.
    step: Step = scope["step"]
    return step


def best_labels(scores: Iterable[Sequence[int]], model: Model) -> list[str]:
    """The likeliest sequence of labels (Viterbi's algorithm)."""
    rows = model.transitions
    fields = struct.Struct(f"{len(rows)}q")  # As bytes, the totals of a long text take a quarter of the room.
    totals = [fields.pack(*total) for total in accumulate(scores, step_for(rows))]
    if not totals:
        return []
    total = fields.unpack(totals.pop())
    k = total.index(max(total))
    path = [k]
    for before in map(fields.unpack, reversed(totals)):
        reached = list(map(add, before, rows[k]))
        k = reached.index(max(reached))
        path.append(k)
    return [model.labels[k] for k in reversed(path)]


def margins_of(
    scores: Sequence[Sequence[int]], model: Model, label: str, following: str | None = None
) -> list[float]:
    """How much worse than with the best unit the likeliest labels are where each unit alone has `label`.

    `following` is the label that comes after these units, where more do.
    """
    if not scores:
        return []
    only = model.labels.index(label)
    rows = model.transitions
    columns = tuple(zip(*rows, strict=True))
    step, step_back = step_for(rows), step_for(columns)
    total = list(scores[0])
    reached = [total[only]]
    total[only] = NEVER
    for own in scores[1:]:
        total = step(total, own)
        reached.append(total[only])
        total[only] = NEVER
    ahead = list(scores[-1])
    if following:
        after = rows[model.labels.index(following)]
        reached[-1] += after[only]
        ahead = list(map(add, ahead, after))
    ahead[only] = NEVER
    for i in range(len(scores) - 2, -1, -1):
        own = scores[i]
        ahead = step_back(ahead, own)
        reached[i] += ahead[only] - own[only]
        ahead[only] = NEVER
    best = max(reached)
    return [(x - best) / UNIT for x in reached]
