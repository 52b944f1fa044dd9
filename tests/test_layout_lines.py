"""Lines whose words alone say whether they are of the body."""

from __future__ import annotations

import pytest

import artparse
from artparse.layout.body.bare import is_bare
from artparse.layout.body.reasons import without_signs
from artparse.layout.body.turns import with_turns
from artparse.layout.labels import LineLabel
from artparse.layout.lines.units import Unit
from artparse.reading.document import NO_HINTS, Hints


def units_of(*lines: str) -> list[Unit]:
    return [Unit((0, len(line)), line, 1, NO_HINTS) for line in lines]


@pytest.mark.parametrize(
    ("line", "of_body"),
    [
        ("Read also: The bridge is open again", False),
        ("READ MORE: The bridge is open again", False),
        ("Lesen Sie auch: Die Brücke ist wieder frei", False),
        ("Das könnte Sie auch interessieren: Die Brücke ist wieder frei", False),
        ("Lire aussi : Le pont est de nouveau ouvert", False),
        ("Lees ook: De brug is weer open", False),
        ("Read also what the mayor said: the bridge is open", True),
        ("Hintergrund: Die Brücke", True),
        ("The bridge is open", True),
    ],
)
@pytest.mark.parametrize("label", ["heading", "paragraph"])
def test_lines_that_point_elsewhere(line: str, of_body: bool, label: LineLabel) -> None:
    units = units_of("The bridge was shut in May.", line, "It is open again.")
    found = without_signs(units, ["paragraph", label, "paragraph"])
    assert found == ["paragraph", label if of_body else "between", "paragraph"]


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("Boats in the harbour © Jane Doe", False),
        ("Boats in the harbour. Photo: Jane Doe", False),
        ("Photos of boats", True),
        ("Boats in the harbour", True),
    ],
)
def test_a_picture_s_credit_is_no_heading(line: str, is_heading: bool) -> None:
    units = units_of("The bridge was shut in May.", line, "It is open again.")
    found = without_signs(units, ["paragraph", "heading", "paragraph"])
    assert found[1] == ("heading" if is_heading else "between")


@pytest.mark.parametrize(
    ("line", "of_body"),
    [
        ("Share", False),
        ("Anzeige", False),
        ("Story continues below advertisement", False),
        ("after newsletter promotion", False),
        ("CLICK HERE TO GET THE POST'S APP", False),
        ("Image caption The bridge in May", False),
        ("Image credit: The town of Oxley", False),
        ("(Photo: Jane Doe, ANP)", False),
        ("Continue reading until you know it by heart.", True),
        ("Video: 4K/30p with no crop", True),
        ("The image source is not known", True),
        ("- Instagram", True),
        ("Photo: he took it in May, and again in June.", True),
    ],
)
def test_signs_and_credits_are_no_paragraphs(line: str, of_body: bool) -> None:
    units = units_of("The bridge was shut in May.", line, "It is open again.")
    found = without_signs(units, ["paragraph", "paragraph", "paragraph"])
    assert found == ["paragraph", "paragraph" if of_body else "between", "paragraph"]


def test_an_item_of_a_list_is_no_sign() -> None:
    line = "Instagram"
    units = [Unit((0, len(line)), line, 1, Hints(tag=tag)) for tag in ("p", "li")]
    assert without_signs(units, ["paragraph"] * 2) == ["between", "paragraph"]


def test_turns_of_a_transcript_are_paragraphs() -> None:
    lines = (
        "We met the baker.",
        "AP: Why bread?",
        "BELL: I was bored.",
        "AP: And now?",
        "BELL: No.",
        "Share",
    )
    labels: list[LineLabel] = ["paragraph", "heading", "paragraph", "heading", "after", "after"]
    assert with_turns(units_of(*lines), labels) == ["paragraph"] * 5 + ["after"]


def test_two_labels_make_no_transcript() -> None:
    lines = ("We met the baker.", "Baker: a trade", "It is old.", "Bread: a food", "It is older.")
    labels: list[LineLabel] = ["paragraph", "heading", "paragraph", "heading", "paragraph"]
    assert with_turns(units_of(*lines), labels) == labels


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("– Då får båten vänta.", "paragraph"),
        ("– two ramps for buses", "list_item"),
        ("- It has two ramps for buses.", "list_item"),
    ],
)
def test_a_dash_opens_what_somebody_says(line: str, kind: str) -> None:
    text = "\n\n".join((*("The ferry was shut in May, and it is not known when it sails.",) * 3, line))
    (paragraph,) = (
        p for s in artparse.parse(text).sections for p in s.paragraphs if p.text in line[2:] + line
    )
    assert paragraph.kind == kind


def test_an_archive_around_an_article_is_a_page() -> None:
    months = [f"{month} 2019 (12)" for month in ("May", "April", "March", "February", "January")]
    said = ["We went down to the mill on Sunday.", "It was shut."]
    assert is_bare(units_of(*said))
    assert is_bare(units_of("(Reporting by Ida Holt)", *said, *said))
    assert not is_bare(units_of(*said, *months))
