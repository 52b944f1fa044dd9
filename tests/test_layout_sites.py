"""The publication's name, told by the lines around an article."""

from __future__ import annotations

import pytest

import artparse

BODY = """Ferry stuck on sandbank for a second night

The ferry to Holm ran aground on Tuesday evening with forty people and a brass band on board.

The band has agreed to play until the tide returns, which is expected on Thursday at noon.

Passengers were given blankets, soup and a list of the songs that the band knows, which is short.
"""


@pytest.mark.parametrize(
    ("above", "below", "site"),
    [
        pytest.param(
            "The Holm Courier\nNews\nSport\nWeather",
            "About The Holm Courier\nNewsletters\n© 2024 Holm Courier Ltd. All rights reserved.",
            "The Holm Courier",
            id="first line and copyright without the company's form",
        ),
        pytest.param(
            "Salt & Rope\nRecipes\nBook\nAbout",
            "Newsletter\nContact\nCopyright © 2024 Salt & Rope on the Cookery Pro Theme",
            "Salt & Rope",
            id="what the page is built on",
        ),
        pytest.param(
            "Startseite\nPolitik\nSport",
            "Redaktion Inselbote\nNewsletter\nkontakt@inselbote.de\n© Inselbote Verlag GmbH & Co. KG",
            "Inselbote",
            id="copyright, address and newsletter agree",
        ),
        pytest.param(
            "CheckIsland\nHome Latest How we work Submit a claim",
            "CheckIsland is a member of the guild. Copyright 2024",
            "CheckIsland",
            id="a line above the menu, and the line of the rights",
        ),
        pytest.param(
            "News\nSport", "All rights reserved.\nPrivacy\nTerms", None, id="nobody holds the rights"
        ),
        pytest.param("", "", None, id="nothing around the article"),
        pytest.param(
            "News\nSport",
            "Photo © Ida Lund\nPrivacy",
            None,
            id="a photographer's copyright alone",
        ),
        pytest.param("", "Image copyright Ida Lund", None, id="whose a picture is"),
    ],
)
def test_site(above: str, below: str, site: str | None) -> None:
    assert artparse.parse(f"{above}\n\n{BODY}\n\n{below}\n").site == site


def test_whose_a_newsletter_is_names_no_site() -> None:
    below = [
        "GET OUR NEWSLETTER",
        "Support Our Work",
        "Our Newsletter",
        "our team",
        "Subscribe to Our Newsletter",
    ]
    text = "\n\n".join(["Our Mission", "Our Team", BODY, *below])
    assert artparse.parse(text).site is None


@pytest.mark.parametrize(
    ("below", "keywords"),
    [
        pytest.param("Tags: ferries, Holm, brass bands", ("ferries", "Holm", "brass bands"), id="one line"),
        pytest.param("Topics\nFerries\nHolm\n2 July 2024\n10:38", ("Ferries", "Holm"), id="up to a date"),
        pytest.param(
            "Topics\nFerries\nHolm\nRelated stories\nPier shut", ("Ferries", "Holm"), id="up to others"
        ),
        pytest.param("Tags:\nFerries\nHolm\nJoin the conversation", ("Ferries", "Holm"), id="up to comments"),
    ],
)
def test_keywords(below: str, keywords: tuple[str, ...]) -> None:
    assert artparse.parse(f"{BODY}\n\n{below}\n").keywords == keywords


@pytest.mark.parametrize(
    "below",
    [
        "<h2>Topics</h2><h3>Fire in the mill: what we know</h3>",
        "<h3>Related topics</h3><table><tr><th>Subject<th>Answers<th>Seen<tr><td>Oil?<td>4<td>90</table>",
    ],
)
def test_headings_and_rows_below_the_word_for_tags_are_none(below: str) -> None:
    page = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n")) + below
    assert artparse.parse(f"<html><body>{page}</body></html>").keywords == ()
