"""Lines left out though nothing told that they are not of the article."""

from __future__ import annotations

import pytest

from artparse.layout.body.doubt import LONG_TEXTS, SHORT_TEXTS, Doubt
from artparse.layout.body.untold import untold_in
from artparse.layout.labels import LineLabel
from artparse.layout.lines.units import Unit, units_of
from artparse.layout.models.model import shipped_model
from artparse.layout.parts.pieces import pieces_of
from artparse.layout.steps.page import Page
from artparse.reading import read
from artparse.reading.document import NO_HINTS
from artparse.values import replace
from support.labels import line_labels

BODY = "The weir at Oxley is open again after eight years, says the town."
PROSE = "The town will mend the lock as well, so that barges can come up to the mill again in spring."
COUNT = len(PROSE.split())


def untold(labels: list[LineLabel], *lines: str) -> tuple[int, int]:
    return untold_in([Unit((0, len(line)), line, 1, NO_HINTS) for line in lines], labels)


@pytest.mark.parametrize(
    ("labels", "lines", "sentences", "others"),
    [
        ("title body between body", ("T", BODY, PROSE, BODY), COUNT, 0),
        ("title before body", ("T", PROSE, BODY), COUNT, 0),
        ("title body after", ("T", BODY, PROSE), COUNT, 0),
        ("before title body", (PROSE, "T", BODY), 0, 0),
        # A list in the body; the same behind it may be the page's.
        ("title body between between body", ("T", BODY, "two wheels of oak", "one roof", BODY), 0, 6),
        ("title body after after", ("T", BODY, "two wheels of oak", "one roof"), 0, 0),
        # What says what it is, and what stands below it.
        ("title body after after", ("T", BODY, "Related posts", PROSE), 0, 0),
        ("title body between body", ("T", BODY, "Advertisement", BODY), 0, 0),
        (
            "title body between body",
            ("T", BODY, "We use cookies on our site: see our privacy policy.", BODY),
            0,
            0,
        ),
        ("title before", ("T", PROSE), 0, 0),
    ],
)
def test_untold(labels: str, lines: tuple[str, ...], sentences: int, others: int) -> None:
    assert untold(line_labels(labels), *lines) == (sentences, sentences + others)


@pytest.mark.parametrize(("label", "lost"), [("paragraph", 0.0), ("after", 30.0)])
def test_what_a_later_step_took_into_the_body_is_not_lost(label: LineLabel, lost: float) -> None:
    text = "\n".join((BODY, PROSE))
    document = read(text, input_format="text")
    units = units_of(document.text, document.blocks)
    page = Page(document, shipped_model("short_model"), units, range(2), units)
    doubt = Doubt({PROSE: 30.0}, 0.0, 100, SHORT_TEXTS)
    page = replace(page, labels=["paragraph", label], by=["labels"] * 2, doubt=doubt)
    assert pieces_of(page).lost == lost


def test_sentences_that_nothing_told_are_warned_of() -> None:
    text = "\n".join((BODY, PROSE, PROSE))
    document = read(text, input_format="text")
    units = units_of(document.text, document.blocks)
    page = Page(document, shipped_model("short_model"), units, range(3), units)
    page = replace(page, labels=["paragraph", "after", "after"], by=["labels"] * 3)
    sure = replace(page, doubt=Doubt({}, 0.0, 100, SHORT_TEXTS))
    assert pieces_of(sure).lost == 2 * COUNT
    assert pieces_of(replace(page, doubt=Doubt({}, 0.0, 100, LONG_TEXTS))).lost == 0
