"""Headings of a body, told from its paragraphs."""

from __future__ import annotations

import pytest

import artparse
from artparse import parse
from artparse.layout.body.headings import KEPT, LONGEST, TAKEN, measured, with_heads
from artparse.layout.body.web import Asked
from artparse.layout.labels import LineLabel
from artparse.layout.lines.units import Unit, units_of
from artparse.layout.markup.rules import with_bold_headings
from artparse.layout.models.features import looks_of
from artparse.layout.models.model import Model, packed
from artparse.layout.models.opinion import Opinion, heading_odds, shares_of, title_odds, within_odds
from artparse.reading import read

LABELS = ("before", "title", "paragraph", "heading", "between", "after")
LIKELY = Model(LABELS, {}, ((0,) * 6,) * 6, [], [], ())
LINES = (
    "What to plant first",
    "Beans go in before the last frost, as the ground is still wet then and the seeds need that to come up.",
    "Which soil they need",
    "Any soil will do, but one that was dug in autumn is best, since its clods fall to crumbs in the cold.",
)


def units() -> list[Unit]:
    document = read("\n\n".join(LINES))
    return units_of(document.text, document.blocks)


def test_a_second_model_says_what_is_a_heading_and_what_the_headline() -> None:
    weights = [packed((0.0, 3.0, 0.0, 0.0, 0.0, 0.0)), packed((0.0, 0.0, 1.0, 3.0, 0.0, 0.0))]
    shares = shares_of(weights, LIKELY)
    assert heading_odds(shares, LIKELY) == pytest.approx([0.0, 2.0])
    within, title = within_odds(shares, LIKELY), title_odds(shares, LIKELY)
    assert within[0] < 0 < within[1]
    assert title[1] < 0 < title[0]


def test_lines_of_the_body_that_are_no_long_paragraphs_are_looked_at() -> None:
    told = units()
    looks = looks_of(told)
    labels: list[LineLabel] = ["before", "paragraph", "heading", "paragraph"]
    asked = Asked([], [], [], [], 0, [1.0] * 4)
    found, rows = measured(told, looks, labels, asked, Opinion([3.0] * 4, [1.0] * 4, []))
    assert found == [i for i in (1, 2, 3) if looks[i].length <= LONGEST]
    assert len({len(row) for row in rows}) == 1


def test_no_body_no_headings() -> None:
    told = units()
    asked = Asked([], [], [], [])
    assert measured(told, looks_of(told), ["before"] * 4, asked, Opinion([0.0] * 4, [0.0] * 4, [])) == (
        [],
        [],
    )


@pytest.mark.parametrize(
    ("label", "worth", "wanted"),
    [
        ("paragraph", TAKEN + 0.1, "heading"),
        ("paragraph", TAKEN - 0.1, "paragraph"),
        ("heading", KEPT + 0.1, "heading"),
        ("heading", KEPT - 0.1, "paragraph"),
    ],
)
def test_what_the_labels_have_as_a_heading_stays_one_sooner(
    label: LineLabel, worth: float, wanted: str
) -> None:
    assert with_heads(["before", label], [1], [[0.0]], [worth]) == ["before", wanted]


def test_questions_above_their_answers_head_a_long_page() -> None:
    words = ("Home", "Garden", "Kitchen", "Tools", "Seeds", "Books", "Shop", "Help", "News", "About")
    menu = [f"{word} and more" for word in words]
    parts = [
        line
        for word in ("beans", "peas", "leeks", "onions", "carrots", "beetroot")
        for line in (
            f"How do I grow {word}?",
            f"The {word} need a bed that gets sun for half the day, and must be watered each evening.",
            f"Most growers sow {word} in April, a hand apart, and thin them out when they have four leaves.",
        )
    ]
    lead = "A kitchen garden needs little room, and this guide answers what most growers ask at first."
    lines = [*menu, *menu[::-1], "A guide to the kitchen garden", lead, *parts, *menu, *menu[::-1], *menu]
    article = parse("\n\n".join(lines))
    headings = [section.heading for section in article.sections if section.heading]
    assert headings == [line for line in parts if line.endswith("?")]


@pytest.mark.parametrize(
    ("marked", "headings"),
    [
        ("<p><b>What it cost</b></p><p>{}</p>", ["What it cost"]),
        ("<p><b>What it cost</b><br>{}</p>", ["What it cost"]),
        ("<p><strong>Who pays for it?<br></strong>{}</p>", ["Who pays for it?"]),
        ("<p><b>It cost nothing.</b></p><p>{}</p>", []),
        ("<p><b>What it cost:</b> {}</p>", []),
    ],
)
def test_a_short_bold_paragraph_heads_the_next(marked: str, headings: list[str]) -> None:
    told = [
        f"The weir was mended on day {n}, eight years after a barge ran into it, and people of the town came."
        for n in range(4)
    ]
    body = "".join(f"<p>{one}</p>" for one in told[:3]) + marked.format(told[3])
    page = artparse.parse(f"<html><body><article><h1>The weir</h1>{body}</article></body></html>")
    assert [section.heading for section in page.sections if section.heading] == headings
    assert told[3] in page.sections[-1].paragraphs[-1].text


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("<p><b>What it cost</b></p><p>Nothing.</p>", "heading"),
        ("<p><b>10.15 The gates open</b></p><p>Nothing.</p>", "paragraph"),
        ("<ul><li><b>What it cost</b></li></ul><p>Nothing.</p>", "paragraph"),
    ],
)
def test_bold_times_and_items_head_nothing_by_that(marked: str, label: LineLabel) -> None:
    """By the rule: the model may call them headings for what else they look like."""
    document = read(f"<html><body><article>{marked}</article></body></html>")
    lines = units_of(document.text, document.blocks)
    labels: list[LineLabel] = ["paragraph"] * len(lines)
    assert with_bold_headings(labels, lines, document.parents) == [label, "paragraph"]
