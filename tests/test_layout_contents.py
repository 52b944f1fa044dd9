"""A table of contents and the headings that it names."""

from __future__ import annotations

from typing import cast

import pytest

import artparse
from artparse.layout.body.contents import with_contents
from artparse.layout.body.reasons import without_teasers
from artparse.layout.labels import LineLabel
from artparse.layout.lines.units import units_of
from artparse.reading import read

LEAD = "Every August my counter disappears under tomatoes, and every August I lose half of them."
RIPE = "It depends on how ripe they are, and on how warm the kitchen gets in the afternoon."
CUT = "Lay them face down on a plate, and put a bowl over them before they go into the fridge."
LAST = "Buy fewer of them, eat them sooner, and when you are in doubt, put them in the oven."
HEADINGS = ["Should you refrigerate them?", "How long they last", "What to do with cut ones"]


def guide(opener: str, listed: list[str], mark: str = "") -> str:
    lines = ["How to keep tomatoes", "By Renata Osei", opener, *(mark + heading for heading in listed), LEAD]
    return "\n\n".join([*lines, HEADINGS[0], RIPE, HEADINGS[1], "Whole: five days", HEADINGS[2], CUT, LAST])


def sections(text: str) -> list[str | None]:
    return [section.heading for section in artparse.parse(text).sections]


@pytest.mark.parametrize("opener", ["In this article", "Table of Contents", "Jump to:", "Inhalt", "Sommaire"])
@pytest.mark.parametrize("mark", ["", "• ", "1. "])
def test_what_the_table_names_are_headings(opener: str, mark: str) -> None:
    assert sections(guide(opener, HEADINGS, mark)) == [None, *HEADINGS]


def test_lines_between_headings_of_the_table_stay() -> None:
    article = artparse.parse(guide("In this article", HEADINGS))
    assert "Whole: five days" in (article.body or "")


def test_the_table_itself_is_not_of_the_body() -> None:
    article = artparse.parse(guide("In this article", HEADINGS))
    assert all((article.body or "").count(heading) <= 1 for heading in HEADINGS)
    assert [piece.text for piece in article.removed].count(HEADINGS[0]) == 1


def test_one_line_that_comes_again_makes_no_table() -> None:
    text = guide("In this article", ["How long they last", "Nothing of this", "Nor of this"])
    assert "Nothing of this" not in sections(text)
    assert sections(text) != [None, *HEADINGS]


def labelled(*lines: str) -> tuple[list[str], list[LineLabel]]:
    """The lines behind their letters, and what `with_contents` makes of them."""
    kinds = {"-": "before", "~": "between", "T": "title", "P": "paragraph", "H": "heading"}
    texts = [line[2:] for line in lines]
    document = read("\n\n".join(texts).encode())
    units = units_of(document.text, document.blocks)
    return texts, with_contents(units, [cast(LineLabel, kinds[line[0]]) for line in lines])


def test_what_ends_a_section_is_of_it_where_it_is_prose() -> None:
    lines = ["T How to pack a crate", "- Contents", "- Straw", "- Lids", "P Crates fall.", "H Straw"]
    lines += [f"P {LEAD}", "~ Barley, not hay", f"P {RIPE}", f"P {CUT}", "P Tie it.", "P Weigh it."]
    lines += ["~ Barley straw is softer than wheat, and lasts for two winters if it is kept out of the rain."]
    texts, labels = labelled(*lines, "~ Crates for less", "H Lids", "P Stack them.", "P Nail them.")
    assert [texts[i] for i, label in enumerate(labels) if label == "between"] == ["Crates for less"]


def test_a_heading_below_see_also_at_the_end_of_the_table_stays() -> None:
    lines = ["T How to pack a crate", "P Crates fall.", "~ Contents", "~ Straw", "~ Lids", "~ See also"]
    texts, labels = labelled(*lines, "H Straw", f"P {LEAD}", "H Lids", f"P {RIPE}")
    document = read("\n\n".join(texts).encode())
    kept = without_teasers(units_of(document.text, document.blocks), labels)
    assert [text for text, label in zip(texts, kept, strict=True) if label == "heading"] == ["Straw", "Lids"]


def test_a_table_of_the_parts_of_a_page_names_no_headings() -> None:
    lines = ["- Contents", "- Main menu", "- Search", "- Main menu", "- About us", "- Search", "- Tenders"]
    assert "heading" not in labelled(*lines, "T Ferry fares", f"P {LEAD}", f"P {RIPE}")[1]
