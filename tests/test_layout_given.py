"""Text that its format says is the article's (`layout/body/given.py`)."""

from __future__ import annotations

import json

import pytest

import artparse
from artparse import Article

TITLE = "Ferry to stop for the winter"
LEAD = "The boat to the island will stay in port until spring; no captain could be found, the county said."
QUOTED = (
    '"We wrote to every school for sailors there is," said Marta Kell, who runs the service for the county.'
)
BRIDGE = (
    "Until then all who want to cross must take the bridge at Torrey, two hours to the north of the harbour."
)
BUSES = "Buses will go twice a day, and pupils on the island begin their lessons an hour later, she said."
LAST = "The company that owned the boat before was contacted for comment."


def parsed(record: dict[str, object]) -> Article:
    article = artparse.parse(json.dumps(record).encode(), input_format="jsonl")
    return article


def paragraphs(article: Article) -> list[str]:
    return [p.text for section in article.sections for p in section.paragraphs]


@pytest.mark.parametrize("field", ["maintext", "text", "body"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_all_of_a_given_text_is_the_body(field: str, between: str) -> None:
    whole = [LEAD, QUOTED, BRIDGE, BUSES, LAST]
    article = parsed({"title": TITLE, field: between.join(whole)})
    assert article.title == TITLE
    assert article.spans.title is None
    assert paragraphs(article) == whole


def test_what_is_plainly_boilerplate_goes() -> None:
    whole = [LEAD, QUOTED, BRIDGE, BUSES]
    text = "\n\n".join(["Share", *whole, "© 2024 Holm Courier. All rights reserved."])
    article = parsed({"title": TITLE, "text": text})
    assert paragraphs(article) == whole
    assert [block.text for block in article.removed] == ["Share", "© 2024 Holm Courier. All rights reserved."]


def test_a_short_line_above_prose_heads_it() -> None:
    article = parsed({"title": TITLE, "text": "\n\n".join([LEAD, QUOTED, "The way round", BRIDGE, BUSES])})
    assert [section.heading for section in article.sections] == [None, "The way round"]


def test_a_page_in_a_field_is_read_as_one() -> None:
    """With its menu, which is no article's."""
    menu = ["Home", "News", "Sport", "Weather", "Jobs", "Shop", "Log in"]
    article = parsed({"title": TITLE, "text": "\n".join([*menu, TITLE, "", LEAD, "", QUOTED, "", BRIDGE])})
    assert paragraphs(article) == [LEAD, QUOTED, BRIDGE]
    assert article.spans.title is not None
