"""Pages made of written dumps: what is learnt from them is what these have."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("scipy", reason="training's group is not installed")

sys.path.insert(0, str(Path(__file__).parents[1] / "training/layout"))
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
