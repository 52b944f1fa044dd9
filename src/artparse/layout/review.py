"""Units of a page that are not sure to be of the body, or not to be: looked at again with the body in view.

The labels of a page are chosen from what each unit and its neighbours are like. Only when all have one can
be told how much of an element, or of what is built alike, is of the body. Small regression trees say by that,
and by how near each choice was, whether it holds. They are grown by `training/layout/review.py` from pages
that are news and others (gradient boosting: J. Friedman, The Annals of Statistics 29, 2001); here they are
asked in plain Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from artparse.layout.bylines import NOISE
from artparse.layout.labels import Labels, LineLabel
from artparse.layout.model import UNIT, Model
from artparse.layout.titles import BODY
from artparse.layout.trees import worth_of
from artparse.layout.units import Unit
from artparse.layout.uses import uses_around

CLEAR = 12.0
"""Scores that one choice is ahead of the other, at most: more tells nothing."""
LEAST, MOST = -3.0, 6.0
"""How much more a unit's own scores speak for the body than against it: it is looked at where it is not of
the body and that is more than the least, or of it and less than the most."""
LONGEST = 1500
"""Code points of a unit that count."""
FURTHEST = 99
"""Units to the next of the body, at most."""
AROUND = 5
"""Elements whose text is measured: the unit's own, and those around it."""
TAKEN, LEFT = 0.3, -0.4
"""What the trees must say at least for a unit to be taken into the body, at most for it to be left out."""


def reviewed(
    labels: Labels,
    units: Sequence[Unit],
    scores: Iterable[Sequence[int]],
    parents: Sequence[int],
    model: Model,
) -> list[LineLabel]:
    """`labels` of the units of a page, with the body that the trees of `model` leave of it."""
    own = list(scores)
    indexes, rows = measured(labels, units, own, parents, model)
    return decided(labels, own, model, indexes, [worth_of(row, model.body) for row in rows])


def decided(
    labels: Labels,
    scores: Sequence[Sequence[int]],
    model: Model,
    indexes: Sequence[int],
    worths: Sequence[float],
) -> list[LineLabel]:
    """`labels` where the unsure units at `indexes` are of the body by what the trees say of each."""
    paragraph, heading = (model.labels.index(label) for label in ("paragraph", "heading"))
    result = list(labels)
    for i, worth in zip(indexes, worths, strict=True):
        if labels[i] in BODY:
            if worth < LEFT:
                result[i] = "between"
        elif worth > TAKEN:
            result[i] = "heading" if scores[i][heading] > scores[i][paragraph] else "paragraph"
    return placed(result) if result != labels else result


def placed(labels: Labels) -> list[LineLabel]:
    """`labels` where what is not of the article is called by where it stands."""
    body = [i for i, label in enumerate(labels) if label in BODY]
    first, last = (body[0], body[-1]) if body else (len(labels), len(labels))
    return [
        ("before" if i < first else "after" if i > last else "between") if label in NOISE else label
        for i, label in enumerate(labels)
    ]


def measured(
    labels: Labels,
    units: Sequence[Unit],
    scores: Sequence[Sequence[int]],
    parents: Sequence[int],
    model: Model,
    least: float = LEAST,
    most: float = MOST,
) -> tuple[list[int], list[list[float]]]:
    """The units that are not sure, by index, and for each what the trees look at."""
    body, noise = (itemgetter(*map(model.labels.index, kinds)) for kinds in (BODY, NOISE))
    margins = [max(-CLEAR, min(CLEAR, (max(body(own)) - max(noise(own))) / UNIT)) for own in scores]
    inside = [label in BODY for label in labels]
    unsure = [
        i
        for i, (label, margin) in enumerate(zip(labels, margins, strict=True))
        if (margin < most if inside[i] else label in NOISE and margin > least)
    ]
    if not unsure:
        return [], []
    page = Texts(units, inside, margins, parents)
    back, ahead = list(distances(inside)), list(distances(inside[::-1]))[::-1]
    beyond = [-CLEAR, *margins, -CLEAR]
    rows: list[list[float]] = []
    for i in unsure:
        hints = units[i].hints
        row = [margins[i], inside[i], labels[i] == "heading", beyond[i], beyond[i + 2]]
        row += [len(units[i].text), hints.links, hints.level, back[i], ahead[i]]
        element = hints.element
        for _ in range(AROUND):
            row += page.of(element)
            element = parents[element]
        rows.append([*row, *page.alike(hints.shape), *uses_around(units[i])])
    return unsure, rows


def distances(flags: Iterable[bool]) -> Iterator[int]:
    """For each place the distance back to the nearest flag before it."""
    distance = FURTHEST
    for flag in flags:
        yield distance
        distance = 1 if flag else min(distance + 1, FURTHEST)


class Texts:
    """How much text, and how much of the body, stands in the elements of a page and in blocks of a shape."""

    def __init__(
        self, units: Sequence[Unit], inside: Sequence[bool], margins: Sequence[float], parents: Sequence[int]
    ) -> None:
        size, free, body, worth = ([0.0] * len(parents) for _ in range(4))
        self.shapes: dict[int, list[float]] = {}
        for unit, of_body, margin in zip(units, inside, margins, strict=True):
            hints, length = unit.hints, min(len(unit.text), LONGEST)
            element, unlinked = hints.element, length * (1 - hints.links)
            shape = self.shapes.setdefault(hints.shape, [0, 0])
            size[element] += length
            free[element] += unlinked
            worth[element] += margin * unlinked
            shape[0] += length
            if of_body:
                body[element] += length
                shape[1] += length
        for i in range(len(parents) - 1, 0, -1):
            if size[i]:
                outer = parents[i]
                size[outer] += size[i]
                free[outer] += free[i]
                body[outer] += body[i]
                worth[outer] += worth[i]
        self.size, self.free, self.body, self.worth = size, free, body, worth

    def of(self, element: int) -> list[float]:
        """Of the text in an element: its share of the page's, how much is no link, how much is of the body,
        how much of the body that is, and how far its units' own scores speak for the body."""
        size, free, body = self.size[element], self.free[element], self.body[element]
        return [
            size / self.size[0],
            free / size,
            body / size,
            body / (self.body[0] or 1),
            self.worth[element] / (free or 1),
        ]

    def alike(self, shape: int) -> list[float]:
        """Of the text in blocks of a shape, how much is of the body, and its share of the page's; of the
        page's, how much is of the body, to what is no link and in code points."""
        size, body = self.shapes[shape]
        return [body / size, size / self.size[0], self.body[0] / (self.free[0] or 1), self.body[0]]
