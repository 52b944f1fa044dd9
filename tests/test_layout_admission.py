"""Lines left out of the body that are looked at again."""

from __future__ import annotations

import pytest

from artparse.layout.body.admission import with_admitted
from artparse.layout.models.model import Scores, packed, shipped_model
from artparse.layout.models.search import best_labels, totals_of
from support.labels import line_labels

NO, YES = -1.0, 1.0
TREES = [[0, 0.5, NO, YES]]
"""One tree: a line is of the body where its only measure is above a half."""


@pytest.mark.parametrize(
    ("labels", "found", "rows", "wanted"),
    [
        ("paragraph after after", [1], [[1.0]], "paragraph paragraph after"),
        ("paragraph after after", [2], [[1.0]], "paragraph between paragraph"),
        ("paragraph between heading", [1], [[0.0]], "paragraph between heading"),
        ("before paragraph byline after", [3], [[1.0]], "before paragraph byline paragraph"),
        ("before before byline before paragraph", [1], [[1.0]], "before paragraph byline between paragraph"),
        ("before paragraph", [0], [[0.0]], "before paragraph"),
    ],
)
def test_admitted(labels: str, found: list[int], rows: list[list[float]], wanted: str) -> None:
    assert with_admitted(line_labels(labels), found, rows, TREES) == wanted.split()


def test_totals_of_each_unit_have_the_same_best() -> None:
    model = shipped_model("layout_model")
    units = [[k % 3 - i % 2 for k in range(len(model.labels))] for i in range(6)]
    scores = Scores([packed(own) for own in units], model)
    first = best_labels(scores, model)[0]
    own, ahead, back = totals_of(scores, model, first, None)
    best = {max(a[k] + b[k] - s[k] for k in range(len(s))) for s, a, b in zip(own, ahead, back, strict=True)}
    assert len(best) == 1
