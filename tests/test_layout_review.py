"""Units of a page that are not sure, looked at again with the body in view, or where they stand in it."""

from __future__ import annotations

from typing import Any

import pytest

from artparse.layout.labels import Labels
from artparse.layout.markup import with_lists
from artparse.layout.model import UNIT, Model
from artparse.layout.review import measured, reviewed
from artparse.layout.units import Unit, units_of
from artparse.reading import read

LABELS = ("before", "title", "subtitle", "byline", "published", "paragraph", "heading", "between", "after")
PAGE = (
    "<html><body><main><h1>A clock is late</h1><p>The town has a new clock.</p><p>It is late.</p>"
    "<ul><li>By ten minutes</li><li>By six minutes</li></ul></main><footer><p>The Clock</p></footer>"
)
BODY_AROUND_LIST, OWN_MARGIN = 22, 0
"""What trees look at: how much is of the body around a list that a unit is in; a unit's own margin."""


def units_and_parents() -> tuple[list[Unit], tuple[int, ...]]:
    document = read(PAGE, input_format="html")
    return units_of(document.text, document.blocks), document.parents


def scores(margins: list[float], heading: bool = False) -> list[list[int]]:
    """Scores that speak so much more for the body than against it."""
    return [[0, 0, 0, 0, 0, round(x * UNIT), round(x * UNIT) + (1 if heading else -1), 0, 0] for x in margins]


def model_with(*trees: Any) -> Model:
    return Model(LABELS, {}, (), [], list(trees), [], ())


FIRST: Labels = ["title", "paragraph", "paragraph", "after", "after", "after"]
CASES = [
    # margins, trees, labels
    ([9, 9, 9, -1, 1, -9], [1.0], ["title", "paragraph", "paragraph", "paragraph", "paragraph", "after"]),
    ([9, 9, 9, -1, 1, -9], [-1.0], FIRST),
    ([9, 3, 9, -9, -9, -9], [-1.0], ["title", "before", "paragraph", "after", "after", "after"]),
    ([9, 9, 3, -9, -9, -9], [-0.3], FIRST),
    (
        [9, 9, 9, -1, 1, -9],
        [[OWN_MARGIN, 0.0, -1.0, 1.0]],
        ["title", "paragraph", "paragraph", "between", "paragraph", "after"],
    ),
    (
        [9, 9, 9, -1, -1, -1],
        [[BODY_AROUND_LIST, 0.42, -1.0, 1.0]],
        ["title", "paragraph", "paragraph", "paragraph", "paragraph", "after"],
    ),
]


@pytest.mark.parametrize(("margins", "trees", "labels"), CASES)
def test_what_is_not_sure_follows_the_trees(
    margins: list[float], trees: list[Any], labels: list[str]
) -> None:
    units, parents = units_and_parents()
    assert reviewed(FIRST, units, scores(margins), parents, model_with(*trees)) == labels


def test_what_is_taken_in_is_a_heading_where_it_looks_more_like_one() -> None:
    units, parents = units_and_parents()
    found = reviewed(FIRST, units, scores([9, 9, 9, -1, -9, -9], heading=True), parents, model_with(1.0))
    assert found[3] == "heading"


def test_what_is_measured_of_a_unit() -> None:
    units, parents = units_and_parents()
    indexes, rows = measured(FIRST, units, scores([9, 9, 9, -1, -9, -9]), parents, model_with())
    assert indexes == [3]
    assert rows[0][:10] == [-1, False, False, 9, -9, len("By ten minutes"), 0.0, 0, 1, 99]
    assert len(rows[0]) == 10 + 5 * 5 + 4 + 2


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<ul><li>By ten minutes</li></ul>", True),
        ("<ul class='share'><li>Send it</li></ul>", False),
        ("<pre>late = now() - time</pre>", True),
        ("<blockquote class='twitter-tweet'><p>It is late</p></blockquote>", True),
        ("<div class='twitter'><p>Follow us</p></div>", False),
    ],
)
def test_what_stands_between_paragraphs(markup: str, kept: bool) -> None:
    document = read(f"<html><body><p>A clock is late.</p>{markup}<p>It is.</p></body>", input_format="html")
    units = units_of(document.text, document.blocks)
    found = with_lists(["paragraph", "between", "paragraph"], units, document.parents)
    assert (found[1] == "paragraph") == kept
