"""Short lines between two paragraphs."""

from __future__ import annotations

import pytest

from artparse.layout.body.lone import with_lone_headings
from artparse.layout.labels import LineLabel
from artparse.layout.lines.units import Unit
from artparse.reading.document import NO_HINTS

LONG = (
    "The weir at Oxley is open again after eight years, and the river runs through the town as it did before."
)
LABELS: list[LineLabel] = ["title", "paragraph", "between", "paragraph"]


def labels_of(line: str, within: float = 1.0, below: str = LONG, again: bool = False) -> list[LineLabel]:
    lines = ["Oxley opens its weir", LONG, line, below, *([line] if again else [])]
    units = [Unit((0, len(text)), text, 1, NO_HINTS) for text in lines]
    labels: list[LineLabel] = [*LABELS, *(["after"] if again else [])]  # type: ignore[list-item]
    return with_lone_headings(units, labels, [within] * len(units))


@pytest.mark.parametrize(
    "line",
    [
        "What it cost",
        "‘Eight years of mud’",
        "3 ways to see it",
        "Which lock is next",
        "How to report a leak",
    ],
)
def test_a_short_line_heads_the_paragraph_below(line: str) -> None:
    assert labels_of(line)[2] == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "It is open.",
        "what it cost",
        "The weir. Photo: Ida Holt",
        "Read more about the weir",
        "Photo of the weir",
    ],
)
def test_what_is_no_heading_stays_out(line: str) -> None:
    assert labels_of(line) == LABELS


def test_the_model_of_all_pages_has_a_say() -> None:
    assert labels_of("What it cost", within=-1.0) == LABELS


def test_a_line_that_comes_again_is_of_the_page() -> None:
    assert labels_of("What it cost", again=True)[2] == "between"


def test_a_short_line_below_is_no_paragraph() -> None:
    assert labels_of("What it cost", below="Next") == LABELS
