"""Trails that run into the headline, and headlines behind one."""

from __future__ import annotations

import pytest

import artparse
from artparse.layout.labels import LineLabel
from artparse.layout.lines.trails import headline_behind, is_home, last_step, steps_in
from artparse.layout.steps.again import only_behind_title
from artparse.layout.titles.choice import headline_in

BODY = """The ferry will not run on Sundays until the ice has gone, the harbour office said on
Monday. Passengers who have bought a ticket can use the road over the dam, which opens at six.

Three of the four pilots are ill, and the fourth is on leave until the end of the month. "We had
nobody to ask," said the harbour master, Ines Palk, who has steered the boat herself since Thursday.

A spokesman for the island's council said the school bus would leave twenty minutes earlier than
before, and that the shop would open a second door for people who come from the dam."""
BODY = "\n\n".join(" ".join(p.split()) for p in BODY.split("\n\n"))

LINES: list[tuple[str, list[str]]] = [
    ("HomeNewsHarbourFerry stops on Sundays as pilots fall ill",
     ["Home", "News", "Harbour", "Ferry stops on Sundays as pilots fall ill"]),
    ("StartseiteLandkreis PalkDie Fähre fährt sonntags nicht mehr",
     ["Startseite", "Landkreis Palk", "Die Fähre fährt sonntags nicht mehr"]),
    ("AccueilRégion“Personne ne répondait”, dit le capitaine",
     ["Accueil", "Région", "“Personne ne répondait”, dit le capitaine"]),
    ("HomeTechHarbourBoat raises its prices again", ["Home", "Tech", "HarbourBoat raises its prices again"]),
    ("HomeWorldWhy the iPhone does not float", ["Home", "World", "Why the iPhone does not float"]),
    ("Home News Harbour", []),
    ("Homes on the quay are for sale", []),
    ("HOMENEWS", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "steps"), LINES)
def test_steps(line: str, steps: list[str]) -> None:
    assert steps_in(line, f"{line}\nShares of HarbourBoat fell on Monday.") == steps


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        (LINES[0][0], "Ferry stops on Sundays as pilots fall ill"),
        ("HomeNewsHarbour", ""),
        ("HomePod sales fall for the third year", ""),
    ],
)
def test_headline_behind(line: str, headline: str) -> None:
    at = headline_behind(line, line)
    assert (line[at:] if at else "") == headline


@pytest.mark.parametrize(
    ("line", "home"), [("Home", True), ("Home > News", True), ("HomeNews", True), ("Homes for all", False)]
)
def test_home(line: str, home: bool) -> None:
    assert is_home(line) is home


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("Home » Harbour » Ferry stops on Sundays", "Ferry stops on Sundays"),
        ("Home / Ferry stops", "Ferry stops"),
        ("Quay Blog > Topics > Ferries", "Ferries"),
        ("Ferries / buses", None),
        ("« Rien » et « tout » : la guerre », dit-il", None),
        ("The harbour office that closed on Monday morning for good > News > Ferries", None),
    ],
)
def test_last_step_of_a_printed_trail(line: str, last: str | None) -> None:
    at = last_step(line)
    assert (line[at:] if at else None) == last


@pytest.mark.parametrize("own", ["", "Ferry stops on Sundays as pilots fall ill\n"])
def test_a_printed_trail_is_no_headline(own: str) -> None:
    headline = "Ferry stops on Sundays as pilots fall ill"
    text = f"Home » Harbour » {headline}\n{own}By Mara Quill\n5 January 2026\n\n{BODY}\n"
    assert artparse.parse(text).title == headline


def test_a_label_is_no_part_of_the_headline() -> None:
    line = "Title:Merging the models of many harbours"
    assert line[headline_in(line) :] == "Merging the models of many harbours"


@pytest.mark.parametrize("above", ["", "News\nSport\nWeather\nSubscribe\n"])
def test_a_trail_that_runs_into_the_headline(above: str) -> None:
    headline = "Ferry stops on Sundays as pilots fall ill"
    text = f"{above}HomeNewsHarbour{headline}\nBy Mara Quill\n5 January 2026\n\n{BODY}\n"
    article = artparse.parse(text)
    assert article.title == headline
    assert article.breadcrumb == ("Home", "News", "Harbour")
    spans = article.to_dict()["spans"]
    assert text[slice(*spans["title"])] == headline
    assert text[slice(*spans["breadcrumb"])] == "HomeNewsHarbour"


def test_a_teaser_before_the_labelled_headline_is_not_of_the_body() -> None:
    labels: list[LineLabel] = ["before", "paragraph", "before", "title", "paragraph", "heading"]
    assert only_behind_title(labels) == ["before", "before", "before", "title", "paragraph", "heading"]
    labels = ["before", "paragraph", "after", "title", "paragraph"]
    assert only_behind_title(labels) == labels
    assert only_behind_title(["paragraph", "after"]) == ["paragraph", "after"]
