"""A line of names that opens a body."""

from __future__ import annotations

import pytest

import artparse
from artparse.layout.body.signed import with_signature
from artparse.layout.labels import LineLabel
from artparse.layout.lines.units import Unit
from artparse.reading.document import NO_HINTS

TITLE = "Oxley opens its weir"
STORY = (
    "The weir at Oxley is open again after eight years, and the river runs through the town as it did.",
    "People came down with their children to look at it, and a band played a march.",
    "“It is a good weir,” said Mara Ellwood, who keeps the lock.",
    "The town paid for the stone and the county for the work.",
)


def labels_of(*lines: str) -> list[LineLabel]:
    units = [Unit((0, len(line)), line, 1, NO_HINTS) for line in (TITLE, *lines)]
    labels: list[LineLabel] = ["title"]
    return with_signature(units, labels + ["paragraph"] * len(lines))


@pytest.mark.parametrize("line", ["Ida Holt and Tom Hale", "Ida Holt, London", "Ida Holt"])
def test_names_below_the_headline_sign_the_article(line: str) -> None:
    assert labels_of(line, *STORY)[1] == "byline"


@pytest.mark.parametrize(
    "lines",
    [
        ("Ida Holt", STORY[0], "Tom Hale", STORY[1]),  # they head what is said of each
        ("Ida Holt left.", *STORY),
        (STORY[0], "Ida Holt", *STORY[1:]),
        ("Grand Hotel", *STORY),
    ],
)
def test_other_lines_do_not(lines: tuple[str, ...]) -> None:
    assert "byline" not in labels_of(*lines)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Nadia Perrin and Colm Hale", ("Nadia Perrin", "Colm Hale")),
        ("An opinion piece by Nadia Perrin", ("Nadia Perrin",)),
        ("Commentary by Colm Hale", ("Colm Hale",)),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_who_wrote_a_text_without_a_page(line: str, authors: tuple[str, ...], gap: str) -> None:
    article = artparse.parse(gap.join([TITLE, line, *STORY]))
    assert article.authors == authors
    assert [p.text for section in article.sections for p in section.paragraphs] == list(STORY)
