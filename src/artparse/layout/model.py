"""The labelling model: a linear-chain conditional random field, and how its best labels are found.

J. Lafferty, A. McCallum, F. Pereira: Conditional Random Fields: Probabilistic Models for Segmenting
and Labeling Sequence Data, ICML 2001. It is trained by `training/layout`; here it is only asked, in
plain Python, as importing a library for it costs more time than labelling a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import add
from typing import Any

from artparse.data import load

NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Model:
    """Weights for each feature and label, and for each label after another."""

    labels: tuple[str, ...]
    states: dict[str, tuple[float, ...]]
    """Of each feature, the weight for each label."""
    transitions: tuple[tuple[float, ...], ...]
    """`transitions[b][a]`: of label `b` after label `a`."""
    title: dict[str, float]
    """Of each feature of a candidate for the headline; empty where only the labels tell."""


def model_of(data: dict[str, Any]) -> Model:
    """The model that `data` (a loaded data file) holds."""
    return Model(
        tuple(data["labels"]),
        {feature: tuple(weights) for feature, weights in data["states"].items()},
        tuple(tuple(row) for row in data["transitions"]),
        data.get("title", {}),
    )


@cache
def shipped_model(*, markup: bool = False) -> Model:
    """The model that comes with the package, for plain text or for documents with markup."""
    return model_of(load("markup_model" if markup else "layout_model"))


def scores_of(features: Sequence[Sequence[str]], model: Model) -> list[list[float]]:
    """For each unit the score of each label by its own features."""
    known = model.states.get
    nothing = (0,) * len(model.labels)
    return [list(map(sum, zip(nothing, *filter(None, map(known, own)), strict=True))) for own in features]


def best_labels(scores: Sequence[Sequence[float]], model: Model) -> list[str]:
    """The likeliest sequence of labels (Viterbi's algorithm)."""
    if not scores:
        return []
    rows = model.transitions
    total = list(scores[0])
    backs: list[list[int]] = []
    for own in scores[1:]:
        new, back = [], []
        for row, score in zip(rows, own, strict=True):
            reached = list(map(add, total, row))
            best = max(reached)
            new.append(best + score)
            back.append(reached.index(best))
        total = new
        backs.append(back)
    k = total.index(max(total))
    path = [k]
    for back in reversed(backs):
        k = back[k]
        path.append(k)
    return [model.labels[k] for k in reversed(path)]


def margins_of(
    scores: Sequence[Sequence[float]], model: Model, label: str, following: str | None = None
) -> list[float]:
    """How much worse than with the best unit the likeliest labels are where each unit alone has `label`.

    `following` is the label that comes after these units, where more do.
    """
    if not scores:
        return []
    only = model.labels.index(label)
    rows = model.transitions
    columns = list(zip(*rows, strict=True))
    total = list(scores[0])
    reached = [total[only]]
    total[only] = NEVER
    for own in scores[1:]:
        reached.append(max(map(add, total, rows[only])) + own[only])
        total = [max(map(add, total, row)) + s for row, s in zip(rows, own, strict=True)]
        total[only] = NEVER
    ahead = list(scores[-1])
    if following:
        after = rows[model.labels.index(following)]
        reached[-1] += after[only]
        ahead = list(map(add, ahead, after))
    ahead[only] = NEVER
    for i in range(len(scores) - 2, -1, -1):
        reached[i] += max(map(add, ahead, columns[only]))
        ahead = [max(map(add, ahead, column)) + s for column, s in zip(columns, scores[i], strict=True)]
        ahead[only] = NEVER
    best = max(reached)
    return [x - best for x in reached]
