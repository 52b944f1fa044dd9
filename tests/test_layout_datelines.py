"""What stands before a report's first sentence: place and agency."""

from __future__ import annotations

import pytest

import artparse
from artparse.article import Dateline
from artparse.layout.lines.datelines import dateline_of, day_of, opening_of

PRINTED = {
    "WASHINGTON (AFP) — The senate met.": ("WASHINGTON", "AFP"),
    "WASHINGTON, April 3 (Reuters) - The senate met.": ("WASHINGTON", "Reuters"),
    "NEW YORK (AP) -- The senate met.": ("NEW YORK", "AP"),
    "SAN FRANCISCO, Calif. (AP) — A bridge opened.": ("SAN FRANCISCO, Calif.", "AP"),
    "LONDON — The council met.": ("LONDON", None),
    "GALWAY – A new pier was opened.": ("GALWAY", None),
    "Berlin (dpa) - Der Rat tagte.": ("Berlin", "dpa"),
    "Berlin/Paris (dpa/AFP) – Der Rat tagte.": ("Berlin/Paris", "dpa/AFP"),
    "Frankfurt am Main (epd). Der Rat tagte.": None,
    "BERLIN dpa | Der Rat tagte.": ("BERLIN", "dpa"),
    "PARIS (AFP) - Le conseil s’est réuni.": ("PARIS", "AFP"),
    "PARIS, 3 mai (Reuters) - Le conseil s’est réuni.": ("PARIS", "Reuters"),
    "MADRID, 12 Ene. (EUROPA PRESS) - El consejo se reunió.": ("MADRID", "EUROPA PRESS"),
    "MADRID (EFE).- El consejo se reunió.": ("MADRID", "EFE"),
    "GUALTIERI (Reggio Emilia) - Il consiglio si è riunito.": ("GUALTIERI (Reggio Emilia)", None),
    "Niederlommatz. Wer von Niederlommatz nach Diesbar will, wartet.": ("Niederlommatz", None),
    "Riesa – Der Rat von Riesa tagte.": ("Riesa", None),
    "Nein. Das war nicht so gemeint.": None,
    "AUSTIN (KXAN) — The council met.": ("AUSTIN", "KXAN"),
    "AUSTIN, Texas, Feb. 3, 2025 /PRNewswire/ -- A bridge opened.": ("AUSTIN, Texas", "PRNewswire"),
    "SAN FRANCISCO--(BUSINESS WIRE)--A bridge opened.": ("SAN FRANCISCO", "BUSINESS WIRE"),
    "OSLO, Norway, Jan. 5, 2025 (GLOBE NEWSWIRE) -- A bridge opened.": ("OSLO, Norway", "GLOBE NEWSWIRE"),
    "KATOWICE, Poland – March 3, 2026 – A bridge opened.": ("KATOWICE, Poland", None),
    "München, 3. Februar 2025 – Der Rat tagte.": ("München", None),
    "Wien (OTS) - Der Rat tagte.": ("Wien", "OTS"),
    "Apple/Google -- who else -- met.": None,
    "U.S. Senators met as the U.S. economy grew.": None,
    "By noon - he said - it was over.": None,
    "Mary Smith – who left early – said no.": None,
    "NO: The council will not meet.": None,
    "The council met on Monday.": None,
    "(TROUVILLE) Le conseil s’est réuni.": ("TROUVILLE", None),
    "(UPDATE) The council met.": None,
    "(PHOTOS) Le conseil s’est réuni.": None,
    "(AP) The council met.": None,
    "“We met” – so he said.": None,
    "": None,
}


@pytest.mark.parametrize(("paragraph", "expected"), PRINTED.items(), ids=[p[:30] for p in PRINTED])
def test_dateline(paragraph: str, expected: tuple[str, str | None] | None) -> None:
    assert dateline_of(paragraph, None) == (Dateline(*expected) if expected else None)


def test_a_place_that_the_title_names() -> None:
    assert dateline_of("Riesa. Der Rat tagte.", "Brücke in Riesa gesperrt") == Dateline("Riesa", None)
    assert dateline_of("Riesa. Der Rat tagte.", "Brücke gesperrt") is None


def test_a_notice_above_the_story() -> None:
    story = "OSLO, Feb 14 (Reuters) - The council met."
    assert opening_of(["Adds detail in third paragraph.", story], None) == (
        Dateline("OSLO", "Reuters"),
        story,
    )
    assert opening_of(["The council met.", "LONDON — It met again."], None) == (None, "The council met.")
    assert opening_of([], None) == (None, "")


@pytest.mark.parametrize(
    ("paragraph", "day"),
    [
        ("SEATTLE, March 4, 2024 – Northwind opened a mill.", "2024-03-04"),
        ("MADISON, Wis., March 4, 2024 (GLOBE NEWSWIRE) -- Northwind opened a mill.", "2024-03-04"),
        ("BERLIN, 4. März 2024 (dpa) - Der Rat tagte.", "2024-03-04"),
        ("LYON, le 4 mars 2024 – Le conseil s'est réuni.", "2024-03-04"),
        ("SEATTLE, March 4 – Northwind opened a mill.", None),
        ("SEATTLE – On March 4, 2024 – Northwind opened a mill.", None),
        ("On March 4, 2024, Northwind opened a mill.", None),
        ("", None),
    ],
)
def test_the_day_of_a_dateline(paragraph: str, day: str | None) -> None:
    assert day_of(paragraph) == day


def test_a_dateline_dates_an_article_that_nothing_else_does() -> None:
    said = "SEATTLE, March 4, 2024 – Northwind opened a mill on the river.\n\nIt will run all year.\n"
    assert artparse.parse(f"Northwind opens a mill\n\n{said}").published == "2024-03-04"
    assert artparse.parse(f"Northwind opens a mill\n\nMarch 6, 2024\n\n{said}").published == "2024-03-06"
