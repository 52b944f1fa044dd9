"""What units of a page are looked at again by, with the body in view, and what becomes of them.

The labels of a page are chosen from what each unit and its neighbours are like. Only when all have one can
be told how much of an element, or of what is built alike, is of the body. Small regression trees say by that,
and by how near each choice was, whether it holds (`second_look`; gradient boosting: J. Friedman, The Annals
of Statistics 29, 2001); here they are asked in plain Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from artparse.layout.labels import BODY_LINES, Labels, LineLabel, placed
from artparse.layout.lines.units import Unit
from artparse.layout.models.model import Model

CLEAR = 12.0
"""Scores that one choice is ahead of the other, at most: more tells nothing."""
LONGEST = 1500
"""Code points of a unit that count."""
FURTHEST = 99
"""Units to the next of the body, at most."""
AROUND = 5
"""Elements whose text is measured: the unit's own, and those around it."""
OF_TEXT = ("share of page", "no links", "of body", "share of body", "worth")
"""What is measured of the text in an element, in order."""
OF_SHAPE = ("of body, of shape", "share of page, of shape", "body to no links of page", "body of page")
"""What is measured of the text in blocks of a shape, in order."""
TAKEN, HEADED, LEFT = 0.3, 1.5, -0.6
"""What the trees must say at least for a unit to be taken into the body, as a paragraph or as a heading, and
at most for it to be left out."""


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
        if labels[i] in BODY_LINES:
            if worth < LEFT:
                result[i] = "between"
        elif worth > TAKEN:
            if scores[i][heading] <= scores[i][paragraph]:
                result[i] = "paragraph"
            elif worth > HEADED:
                result[i] = "heading"
    return placed(result) if result != labels else result


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
        """The measures `OF_TEXT` of an element: its share of the page's text, how much is no link, how much
        is of the body, how much of the body that is, and how far its units' own scores speak for the body."""
        size, free, body = self.size[element], self.free[element], self.body[element]
        return [
            size / self.size[0],
            free / size,
            body / size,
            body / (self.body[0] or 1),
            self.worth[element] / (free or 1),
        ]

    def alike(self, shape: int) -> list[float]:
        """The measures `OF_SHAPE` of blocks of a shape: how much of their text is of the body, and its share
        of the page's; of the page's, how much is of the body, to what is no link and in code points."""
        size, body = self.shapes[shape]
        return [body / size, size / self.size[0], self.body[0] / (self.free[0] or 1), self.body[0]]
