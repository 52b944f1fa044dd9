"""Lines that readers have labelled, carried over to a web page; and the field that learns from them."""

from __future__ import annotations

import sys
from itertools import pairwise, product
from pathlib import Path

import pytest

pytest.importorskip("scipy", reason="training's group is not installed")
numpy = pytest.importorskip("numpy")

sys.path.insert(0, str(Path(__file__).parents[1] / "training/layout"))
annotated = pytest.importorskip("annotated")
excerpts = pytest.importorskip("excerpts")
field = pytest.importorskip("field")
pages = pytest.importorskip("pages")

from artparse.layout.lines.units import Unit, units_of  # noqa: E402
from artparse.reading import read  # noqa: E402

DUMP = (
    "Menu\nThe old bridge opens again\nBy Jane Roe\nThe bridge was shut for a year.\n"
    "Who pays\nThe town pays, said the mayor.\nRead more\n"
)
OWN = {"title": "1", "byline": "2", "body": "3-5", "headings": "4"}
LABELS = ["before", "title", "byline", "paragraph", "heading", "paragraph", "after"]


def units_in(markup: str) -> list[Unit]:
    document = read(f"<html><body>{markup}</body></html>", input_format="html")
    return units_of(document.text, document.blocks)


def test_a_unit_is_what_its_words_are_in_the_dump() -> None:
    tags = zip(("div", "h1", "p", "p", "h2", "p", "p"), DUMP.splitlines(), strict=True)
    units = units_in("".join(f"<{tag}>{line}</{tag}>" for tag, line in tags))
    assert annotated.markup_labels(DUMP, units, OWN) == (LABELS, 1.0)


def test_words_that_the_page_alone_has_are_of_their_place() -> None:
    units = units_in(
        "<p>Sign in here</p><h1>The old bridge opens again</h1><p>The bridge was shut for a year.</p>"
        "<p>Hidden words that no dump has</p><p>The town pays, said the mayor.</p><p>All rights reserved</p>"
    )
    labels, share = annotated.markup_labels(DUMP, units, OWN)
    assert labels == ["before", "title", "paragraph", "paragraph", "paragraph", "after"]
    assert share == pytest.approx(13 / 15)


@pytest.mark.parametrize("seed", ["one", "two", "three", "four"])
def test_boxes_stand_within_an_article_that_is_whole(seed: str) -> None:
    lines = [
        "Menu",
        "The bridge",
        *(f"Paragraph {k}." for k in range(6)),
        "Read more",
        "Our letter",
        "Contact",
    ]
    labels = ["before", "title", *["paragraph"] * 6, *["after"] * 3]
    document = read("\n\n".join(lines))
    units = units_of(document.text, document.blocks)
    shown, told = excerpts.with_boxes(units, labels, seed)
    kept = [(unit.text, label) for unit, label in zip(shown, told, strict=True) if label != "between"]
    assert kept == list(zip(lines, labels, strict=True))
    boxes = [unit.text for unit, label in zip(shown, told, strict=True) if label == "between"]
    assert boxes
    assert set(boxes) <= set(lines[-3:])


def test_a_page_with_nothing_behind_its_article_has_no_boxes() -> None:
    document = read("The bridge\n\nOne.\n\nTwo.\n\nThree.")
    units = units_of(document.text, document.blocks)
    assert excerpts.with_boxes(units, ["title", *["paragraph"] * 3], "one") is None


def test_the_loss_of_a_field_is_that_of_all_its_paths() -> None:
    kinds = ("a", "b")
    told = [pages.Page("one", [], [], [["x"], ["x", "y"], ["y"]], ["a", "b", "b"], ())]
    part = field._Part(field.Field(told, 1, kinds), numpy.array([2.0]))
    weights = numpy.array([0.3, 0.0, -0.2, 0.5, 0.1, 0.4, -0.3, 0.2])
    # No page has `y` with a: that weight is not learnt, and counts for nothing.
    states = {"x": (0.3, 0.0), "y": (0.0, 0.5)}
    steps = ((0.1, 0.4), (-0.3, 0.2))

    def worth(path: tuple[int, ...]) -> float:
        own = sum(states[f][k] for k, features in zip(path, told[0].features, strict=True) for f in features)
        return own + sum(steps[a][b] for a, b in pairwise(path))

    whole = numpy.log(sum(numpy.exp(worth(path)) for path in product((0, 1), repeat=3)))
    kept = 0.3**2 + 0.5**2 + 0.1**2 + 0.4**2 + 0.3**2 + 0.2**2
    assert part.loss(weights)[0] == pytest.approx(2.0 * (whole - worth((0, 1, 1))) + kept, abs=1e-5)
