"""Odd web pages, as there are many: layout by tables, paragraphs by line breaks, nothing but `div`.

Each page of `fixtures/odd` has beside it what a reader expects of it: title, authors and day, the paragraphs
of the body in their order, and words that must not be in it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import artparse
from artparse.layout.lines.words import count_of_words
from artparse.reading import read

EXPECTED = sorted((Path(__file__).parents[1] / "fixtures/odd").glob("*.json"))
OPEN = {
    "adverts_in_aside": "an advert and a box of a newsletter inside the article are its body",
    "many_divs": "what is behind share links whose elements say nothing is not of the body",
    "tabs_and_steps": "the lead is a standfirst, labels of tabs are of the body, the last answer is not",
}
"""Pages whose body is not right yet, and why."""


def pages_of(path: Path) -> tuple[artparse.Article, dict[str, Any]]:
    """A page's article, and what is expected of it."""
    return artparse.parse_file(path.with_suffix(".html")), json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_title_authors_and_day(path: Path) -> None:
    article, want = pages_of(path)
    assert article.title == want["title"]
    assert list(article.authors) == want.get("authors", [])
    assert article.published == want.get("published")


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_the_body(path: Path, request: pytest.FixtureRequest) -> None:
    if path.stem in OPEN:
        request.applymarker(pytest.mark.xfail(reason=OPEN[path.stem], strict=True))
    article, want = pages_of(path)
    assert [p.text for section in article.sections for p in section.paragraphs] == want["body"]
    for words in want["outside"]:
        assert words not in article.body


def test_questions_that_unfold_head_their_answers() -> None:
    article = artparse.parse_file(EXPECTED[0].with_name("tabs_and_steps.html"))
    assert "Can I use wire instead of cord?" in [section.heading for section in article.sections]


def test_cells_of_one_line_are_a_row_and_those_of_several_are_not() -> None:
    row = "<tr><td>North</td><td>12</td></tr>"
    parts = "<tr><td>Menu<br>Town</td><td>The mill opens again</td></tr>"
    text = read(f"<table>{row}{parts}</table>".encode(), input_format="html").text
    assert text.split("\n") == ["North\t12", "Menu", "Town", "The mill opens again"]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<table><tr><td>Milk</td><td>2 pounds<br>a litre</td></tr></table>", ["Milk\t2 pounds a litre"]),
        ("<table><tr><td>Milk<br></td><td>2 pounds</td></tr></table>", ["Milk\t2 pounds"]),
        ("<table><tr><th><p>Milk</p></th><td><p>2 <b>pounds</b></p></td></tr></table>", ["Milk\t2 pounds"]),
        (
            "<table><tr><td>Milk</td><td><p>2 pounds</p></td><td>cold</td></tr></table>",
            ["Milk\t2 pounds\tcold"],
        ),
        (
            "<table><tr><td><p>Menu</p><p>Town</p></td><td><p>Mill</p></td></tr></table>",
            ["Menu", "Town", "Mill"],
        ),
        ("<h2>Milk<a class='headerlink' href='#milk'>¶</a></h2>", ["Milk"]),
        ("<h2><a href='#milk'>#</a> Milk</h2>", ["Milk"]),
        ("<p><a>milk</a><a>bread</a>, <a>m</a><a>ilk</a></p>", ["milk bread, milk"]),
        ("<p><span>Holm 2</span><span>Lee 1</span></p>", ["Holm 2 Lee 1"]),
        ("<p>H<sub>2</sub>O, the 2<sup>nd</sup></p>", ["H2O, the 2nd"]),
    ],
)
def test_what_stands_beside_each_other_is_apart(body: str, lines: list[str]) -> None:
    text = read(f"<p>Fees</p>{body}".encode(), input_format="html").text
    assert list(filter(None, text.split("\n"))) == ["Fees", *lines]


def test_a_row_has_an_element_of_its_own() -> None:
    rows = "<tr><td>Milk</td><td>2</td></tr><tr><td><p>Bread</p></td><td><p>3</p></td></tr>"
    page = f"<p class='intro'>Fees</p><table class='fees'>{rows}</table>"
    _, milk, bread = (block.hints for block in read(page.encode(), input_format="html").blocks)
    assert (milk.tag, bread.tag, milk.shape) == ("tr", "tr", bread.shape)
    assert milk.element != bread.element
    assert milk.words == bread.words == ("fees", "<table>")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The mill opens again", 4),
        ("Die Mühle öffnet – wieder", 5),
        ("町の水車が再び回る", 5),
        ("「動いた」と 12 人", 4),
        ("โรงสีเปิดอีกครั้ง", 4),
    ],
)
def test_words_without_spaces_are_counted(text: str, count: int) -> None:
    assert count_of_words(text) == count
