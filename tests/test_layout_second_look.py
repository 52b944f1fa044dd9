"""Units of a web page that may be of the body, looked at a second time."""

from __future__ import annotations

from typing import Any

import pytest

from artparse.layout.body.second_look import MEASURES, SAID, looked_again, measured
from artparse.layout.labels import Labels, LineLabel
from artparse.layout.lines.units import Unit, units_of
from artparse.layout.models.features import looks_of
from artparse.layout.models.model import UNIT, Model
from artparse.reading import read

LABELS = ("before", "title", "subtitle", "byline", "published", "paragraph", "heading", "between", "after")
PAGE = (
    "<html><body><main><h1>The ferry is late</h1><p>The town has a new ferry.</p><p>It is late.</p>"
    "<ul><li>By ten minutes</li><li>By six minutes</li></ul></main>"
    "<footer><h2>More of it</h2><p>The Ferry</p></footer>"
)
FIRST: Labels = ["title", "paragraph", "paragraph", "after", "after", "after", "after"]
ALL_BUT_HEADING = {3: "paragraph", 4: "paragraph", 5: "between", 6: "paragraph"}
MARGIN, TAG, BEHIND_HEADING, OUTWARDS, SECTION = map(
    MEASURES.index, ("margin", "tag", "behind heading", "steps up from body", "units of section")
)
"""What trees look at: a unit's own margin, its element, how far the heading above it is, how far what
is around it and most of the body is from the latter, and the first measure of its section."""


def units_and_parents() -> tuple[list[Unit], tuple[int, ...]]:
    document = read(PAGE, input_format="html")
    return units_of(document.text, document.blocks), document.parents


def scores(margins: list[float], heading: bool = False) -> list[list[int]]:
    """Scores that speak so much more for the body than against it."""
    return [[0, 0, 0, 0, 0, round(x * UNIT), round(x * UNIT) + (1 if heading else -1), 0, 0] for x in margins]


def looked(margins: list[float], *trees: Any, heading: bool = False) -> list[LineLabel]:
    units, parents = units_and_parents()
    model = Model(LABELS, {}, (), [], [], (), list(trees))
    return looked_again(FIRST, units, looks_of(units), scores(margins, heading), parents, model)[0]


@pytest.mark.parametrize(
    ("margins", "trees", "found"),
    [
        ([-9, 13, 13, -5, -7, -7, -7], [1.0], {3: "paragraph"}),
        ([-9, 13, 13, -5, -7, -7, -7], [0.2], {}),
        ([-9, 13, 11, -7, -7, -7, -7], [-1.0], {2: "after"}),
        ([-9, 13, 11, -7, -7, -7, -7], [-0.3], {}),
        ([-9, 13, 13, -5, -2, -7, -7], [[MARGIN, -3.0, -1.0, 1.0]], {3: "between", 4: "paragraph"}),
        ([-9, 13, 13, -5, -5, -5, -5], [[TAG, 3.0, 1.0, -1.0]], ALL_BUT_HEADING),
        ([-9, 13, 13, -5, -5, -5, -5], [[OUTWARDS, 0.0, 1.0, -1.0]], {3: "paragraph", 4: "paragraph"}),
    ],
)  # fmt: skip
def test_what_may_be_of_the_body_follows_the_trees(
    margins: list[float], trees: list[Any], found: dict[int, str]
) -> None:
    assert looked(margins, *trees) == [found.get(i, label) for i, label in enumerate(FIRST)]


def test_what_is_taken_in_is_a_heading_where_it_looks_more_like_one() -> None:
    assert looked([-9, 13, 13, -5, -7, -7, -7], 1.6, heading=True)[3] == "heading"


def test_a_heading_is_taken_in_only_where_the_trees_are_surer() -> None:
    assert looked([-9, 13, 13, -5, -7, -7, -7], 1.4, heading=True)[3] == "after"
    assert looked([-9, 13, 13, -5, -7, -7, -7], 1.4)[3] == "paragraph"


def test_the_section_of_a_unit_and_what_its_words_say_are_measured() -> None:
    page = "<h1>A ferry</h1><p>It is late.</p><h2>Related posts</h2><p>Share this</p><p>Go</p>"
    document = read(f"<html><body>{page}</body></html>", input_format="html")
    units = units_of(document.text, document.blocks)
    labels: Labels = ["title", "paragraph", "after", "after", "after"]
    model = Model(LABELS, {}, (), [], [], ())
    rows = measured(labels, units, looks_of(units), scores([-9, 13, -2, -4, -3]), document.parents, model)[1]
    section = rows[1][SECTION : SECTION + 9]
    assert section == [3, 2, -3.0, 0.0, 0.0, False, False, SAID["share"], SAID["related"]]


def test_a_page_without_a_body_is_not_looked_at() -> None:
    units, parents = units_and_parents()
    model = Model(LABELS, {}, (), [], [], (), [1.0])
    labels: Labels = ["before"] * len(units)
    assert measured(labels, units, looks_of(units), scores([1] * len(units)), parents, model) == ([], [])


def test_where_a_unit_stands_is_measured() -> None:
    units, parents = units_and_parents()
    model = Model(LABELS, {}, (), [], [], ())
    indexes, rows = measured(
        FIRST, units, looks_of(units), scores([-9, 13, 13, -5, -7, -7, -5]), parents, model
    )
    assert indexes == [3, 6]
    item, footer = rows
    assert item[:3] == [-5, False, False]
    assert item[TAG] == 3
    assert item[BEHIND_HEADING] == 3
    assert footer[BEHIND_HEADING] == 1
    assert item[OUTWARDS] == 0 < footer[OUTWARDS]
    assert len(item) == len(footer)
