"""Headings that count."""

from __future__ import annotations

import pytest

import artparse
from artparse.layout.body.numbered import with_numbered
from artparse.layout.lines.units import Unit
from artparse.reading.document import NO_HINTS

TIPS = (
    ("1. Starting too fast", "Adrenaline is a liar, and the first mile is where it lies."),
    ("2. New shoes on the day", "Break them in for at least fifty miles."),
    ("3. Skipping breakfast", "Your liver runs out of sugar overnight."),
    ("4. Stopping dead at the finish", "Keep walking until your pulse comes down."),
)


def headings(lines: list[str]) -> list[str | None]:
    article = artparse.parse("\n\n".join(lines))
    return [section.heading for section in article.sections if section.heading]


@pytest.mark.parametrize("mark", [".", ")"])
def test_lines_that_count_are_headings(mark: str) -> None:
    tips = [(heading.replace(".", mark, 1), text) for heading, text in TIPS]
    lines = ["Four mistakes first-time runners make", "By Hannah Vogel", *(x for tip in tips for x in tip)]
    assert headings(lines) == [heading for heading, _ in tips]


def test_a_credit_may_stand_between_a_heading_and_its_text() -> None:
    credits = ["Photo: Ines Palk", "Getty Images", "Alamy", "Courtesy of the club"]
    lines = [line for tip, credit in zip(TIPS, credits, strict=True) for line in (tip[0], credit, tip[1])]
    article = artparse.parse("\n".join(["Four mistakes first-time runners make", "By Hannah Vogel", *lines]))
    assert [section.heading for section in article.sections] == [heading for heading, _ in TIPS]
    assert [p.text for section in article.sections for p in section.paragraphs] == [text for _, text in TIPS]


def test_a_list_of_sentences_has_no_headings() -> None:
    steps = ["1. Warm the milk.", "2. Stir in the flour.", "3. Let it cool.", "4. Serve it."]
    assert headings(["Pudding for four", "It takes half an hour, and most of that is waiting.", *steps]) == []


def test_numbers_that_skip_are_no_headings() -> None:
    lines = [line for tip in TIPS for line in tip]
    lines[2] = "5. New shoes on the day"
    units = [Unit((0, len(line)), line, 1, NO_HINTS) for line in lines]
    assert with_numbered(units, ["paragraph"] * len(units)) == ["paragraph"] * len(units)
