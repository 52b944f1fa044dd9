"""Pages made of written dumps and of pages: what is learnt from them is what they were made of."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("scipy", reason="training's group is not installed")
pytest.importorskip("lxml", reason="training's group is not installed")

sys.path.insert(0, str(Path(__file__).parents[1] / "training/layout"))
remade = pytest.importorskip("remade")
set_pages = pytest.importorskip("set_pages")

from artparse.layout.lines.units import Unit, units_of  # noqa: E402
from artparse.reading import read  # noqa: E402

DUMP = [
    *(("N", line) for line in ("Home", "Walks", "Shop")),
    ("T", "The mill that grinds again"),
    ("B", "By Ottilie Marsh"),
    ("D", "4 March 2025"),
    ("", ""),
    ("P", "For the first time in sixty years the wheel at Dunmow turns, and the flour it makes is sold."),
    ("P", "• Bread on Fridays"),
    ("P", "• Cakes on Sundays"),
    ("N", "The wheel in June. Photo: J. Cope"),
    ("H", "Who pays"),
    ("P", "The parish gave a third of it, said the treasurer, who has counted every nail in the building."),
    ("P", "Open\tTuesday to Sunday"),
    *(("N", line) for line in ("Read next", "The lock keepers of Harle", "Contact")),
]
OTHER = [
    ("N", "Start"),
    ("T", "Queues are not lines"),
    (
        "P",
        "There is a sort of person who reads the manual first, and a sort who does so when it is too late.",
    ),
    ("N", "About us"),
]
SEEDS = [f"seed {k}" for k in range(12)]


def made(seed: str) -> Any:
    return set_pages.laid(DUMP, set_pages.Stock([("mill", DUMP), ("queue", OTHER)]), seed)


def units_in(markup: str) -> list[Unit]:
    document = read(markup.encode(), input_format="html")
    return units_of(document.text, document.blocks)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_page_has_the_article_of_its_dump(seed: str) -> None:
    page = made(seed)
    article = [(letter, set_pages.MARK.sub("", line)) for letter, line in DUMP if letter not in ("", "N")]
    own = [(letter, set_pages.MARK.sub("", line)) for letter, line in page.lines if letter != "N"]
    assert own == article
    around = [line for letter, line in page.lines if letter == "N"]
    assert {line for letter, line in DUMP if letter == "N"} <= set(around)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_units_of_such_a_web_page_are_what_its_lines_are(seed: str) -> None:
    page = made(seed)
    units = units_in(page.markup)
    labels = set_pages.labels_in(page, units)
    found = {label: [u.text for u, x in zip(units, labels, strict=True) if x == label] for label in labels}
    assert found["title"] == ["The mill that grinds again"]
    assert found["heading"] == ["Who pays"]
    body = " ".join(" ".join(found["paragraph"]).replace("•", " ").split())
    wanted = [set_pages.MARK.sub("", line) for letter, line in DUMP if letter == "P"]
    assert body == " ".join(" ".join(wanted).split())


def test_pages_of_one_dump_differ() -> None:
    assert len({made(seed).markup for seed in SEEDS}) == len(SEEDS)
    assert made("one") == made("one")


PAGE = (
    '<html><head><meta charset="utf-8"><meta name="author" content="O. Marsh"></head><body>'
    '<nav class="menu"><a href="/">Home</a></nav><article class="post" id="mill">'
    '<h1 class="title">The mill</h1><p class="text">The wheel turns – again.</p>'
    '<p class="text">The parish paid.</p></article></body></html>'
)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_remade_page_says_the_same_in_other_markup(seed: str) -> None:
    units = units_in(PAGE)
    others = units_in(remade.remade(PAGE.encode(), seed).decode())
    assert [unit.text for unit in others] == [unit.text for unit in units]
    labels = ["before", "title", "paragraph", "paragraph"]
    assert remade.carried(units, labels, others) == labels


def test_remade_pages_lose_what_names_their_elements() -> None:
    copies = [remade.remade(PAGE.encode(), seed).decode() for seed in SEEDS]
    assert any('class="post"' in copy for copy in copies)
    assert any('class="post"' not in copy and "class=" in copy for copy in copies)
    assert any("class=" not in copy for copy in copies)
    assert any("<article" not in copy for copy in copies)
    assert any("O. Marsh" not in copy for copy in copies)


def test_a_copy_that_lacks_most_of_its_page_is_not_learnt_from() -> None:
    units = units_in(PAGE)
    labels = ["before", "title", "paragraph", "paragraph"]
    assert remade.carried(units, labels, units[:2]) is None
