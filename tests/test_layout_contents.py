"""A table of contents and the headings that it names."""

from __future__ import annotations

import pytest

import artparse

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
