"""Lines of the article that stand between what is none of it: a run of left out lines ends at prose."""

from __future__ import annotations

from dataclasses import replace

import pytest

import artparse
from artparse.article import Article
from artparse.layout.body.entries import with_entries
from artparse.layout.body.prose import with_prose
from artparse.layout.labels import Labels, LineLabel
from artparse.layout.lines.units import Unit
from artparse.reading.document import NO_HINTS
from support.labels import line_labels


def units(*lines: str, gap: int = 1) -> list[Unit]:
    return [Unit((0, len(line)), line, gap, NO_HINTS) for line in lines]


def paragraphs(article: Article) -> list[str]:
    return [p.text for section in article.sections for p in section.paragraphs]


SAID = "“We will not sell the mill to anybody,” said Ada Brook, who owns it."
PLAIN = "The mill has stood at the weir since the year of the great flood."
LAST = "It will be open to visitors on Sundays from May until the end of October."


@pytest.mark.parametrize(
    ("lines", "labels", "wanted"),
    [
        (["T", SAID, LAST], ["title", "before", "paragraph"], ["title", "paragraph", "paragraph"]),
        (
            ["T", "Share", PLAIN, LAST],
            ["title", "before", "before", "paragraph"],
            ["title", "before", "paragraph", "paragraph"],
        ),
        # A caption stands away from the signs, and quotes nobody.
        (
            ["T", "Boats", PLAIN, "View image", LAST],
            ["title", "before", "before", "before", "paragraph"],
            ["title", "before", "before", "before", "paragraph"],
        ),
        # Above the headline is the page's.
        (
            ["Share", SAID, "T", LAST],
            ["before"] * 2 + ["title", "paragraph"],
            ["before"] * 2 + ["title", "paragraph"],
        ),
        # Items that a colon announces, and those behind them.
        (
            ["T", "The mill has:", "• two wheels", "• one roof", "Menu", "• home", LAST],
            ["title", "paragraph", "between", "between", "between", "between", "paragraph"],
            ["title", "paragraph", "paragraph", "paragraph", "between", "between", "paragraph"],
        ),
        # Speech that a dash opens is no heading; a dash with a space is a marker.
        (
            ["T", "—Where will you go?", "– The weir", LAST],
            ["title", "heading", "heading", "paragraph"],
            ["title", "paragraph", "heading", "paragraph"],
        ),
        # A turn of a dialogue with who says it is none, either; words alone may be one.
        (
            ["T", "“Is it deep?” she asked. “Very deep.”", "“Deep,” he said.", "“A deep weir”", LAST],
            ["title", "heading", "heading", "heading", "paragraph"],
            ["title", "paragraph", "paragraph", "heading", "paragraph"],
        ),
    ],
    ids=["a quote", "below a sign", "a caption", "above the headline", "items", "speech", "a dialogue"],
)
def test_prose(lines: list[str], labels: Labels, wanted: Labels) -> None:
    assert with_prose(units(*lines), labels) == wanted


def test_a_line_right_above_it_is_its_heading() -> None:
    lines = units("T", PLAIN, "Advertisement", "No buyer in sight", SAID, LAST, gap=2)
    lines[4] = replace(lines[4], gap=1)
    labels: list[LineLabel] = ["title", "paragraph", "between", "between", "between", "paragraph"]
    assert with_prose(lines, labels)[2:] == ["between", "heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "times",
    [
        ("16:42", "16:20", "15:55"),
        ("9.05am", "9.40am", "10.15am"),
        ("8h30", "9h10", "9h45"),
        ("00:35", "23:50", "22:10"),  # past midnight
        ("11.20pm", "11.55pm", "12.10am"),
    ],
)
def test_entries_of_a_live_report(times: tuple[str, str, str]) -> None:
    first, second, third = times
    lines = units(
        "T",
        first,
        "Mayor to speak",
        PLAIN,
        second,
        LAST,
        third,
        "Power is back",
        "The lights are on again.",
        "Terms",
    )
    labels = line_labels("title " + "before " * 5 + "published before body after")
    assert with_entries(lines, labels)[1:] == [
        *(
            "between",
            "heading",
            "paragraph",
            "between",
            "paragraph",
            "between",
            "heading",
            "paragraph",
            "after",
        )
    ]


def test_the_last_entry_has_its_heading_too() -> None:
    lines = units("T", "9:05", PLAIN, "9:40", LAST, "10:15", "Mayor leaves", PLAIN, "Most viewed")
    labels = line_labels("title " + "before body " * 2 + "before after after after")
    assert with_entries(lines, labels)[5:] == ["between", "heading", "paragraph", "after"]


def test_who_wrote_an_entry_does_not_head_it() -> None:
    lines = units("T", "9:05", PLAIN, "9:40", "Wanda Pell", LAST, "10:15", "Mayor leaves", PLAIN)
    labels = line_labels("title " + "before body " + "before " * 6)
    assert with_entries(lines, labels)[4] == "before"


@pytest.mark.parametrize(
    "times", [("16:42", "17:20", "15:55"), ("16:42", "16:20", "the end"), ("23:50", "00:35", "22:10")]
)
def test_times_in_no_order_are_no_live_report(times: tuple[str, str, str]) -> None:
    lines = units("T", *(line for time in times for line in (time, PLAIN)))
    labels = line_labels("title " + "before " * 6)
    assert with_entries(lines, labels) == labels


STORM = """Storm tears roof off village hall

Friday 6 March 2026

A gale tore the roof off the hall at Penmoor on Thursday. Nobody was inside.

Advertisement

The choir will sing in the barn until it is mended, said its leader, Owen Pike.

“The barn is drier than the hall was,” he said.

The parish will ask for money in April.
"""
DEER = """Deer pulled from harbour by ferry crew

The animal was taken ashore in a blanket.

By Nora Flint

A crew of the morning ferry pulled a young deer out of the harbour at Aldry on Friday.

“She looked at us as if we were late,” said the mate, Jon Hale.

The deer was let go in the woods above the bridge.
"""


def test_the_lead_below_the_date_is_no_standfirst() -> None:
    article = artparse.parse(STORM)
    assert article.subtitle is None
    assert paragraphs(article)[0].startswith("A gale tore")


def test_a_sentence_above_the_byline_is_a_standfirst() -> None:
    article = artparse.parse(DEER)
    assert article.subtitle == "The animal was taken ashore in a blanket."
    assert len(paragraphs(article)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Story continues below advertisement",
        "Article continues below this advertisement",
        "Continue reading the main story",
        "(Photo: Rosa Linde, ANP)",
    ],
)
def test_lines_between_paragraphs(line: str) -> None:
    lines = [
        "Village hall to get a new roof",
        PLAIN,
        SAID,
        line,
        "The parish will ask for money in April.",
        LAST,
    ]
    article = artparse.parse("\n\n".join(lines))
    assert line not in [*paragraphs(article), *(section.heading for section in article.sections)]
    assert line in [block.text for block in article.removed]


LIST = """<html><body><h1>What travellers may ask for</h1><div>
<p>The county has put up a list of what travellers may ask for when no boat sails, from May.</p>
<p>Complaints go to the harbour office, which has to answer within a month.</p>
<ol><li>Write down the time.</li><li>Keep the ticket.</li></ol></div></body></html>"""
DATED = """<html><body><h1>Harbour to close for the winter</h1><p>By Nora Flint</p><p>12 June 2021</p>
<p>The harbour at Aldry will close for the winter, since nobody has been found to run it.</p>
<p>“We asked in every port on the coast,” said the harbour master, Jon Hale.</p></body></html>"""


def test_the_last_items_of_a_list_that_ends_a_web_page() -> None:
    items = paragraphs(artparse.parse(LIST, input_format="html"))[-2:]
    assert items == ["Write down the time.", "Keep the ticket."]


def test_a_date_line_below_the_byline_of_a_web_page() -> None:
    article = artparse.parse(DATED, input_format="html")
    assert article.published == "2021-06-12"
    assert len(paragraphs(article)) == 2


def test_a_text_of_sentences_alone_has_no_headline() -> None:
    article = artparse.parse(f"{PLAIN} It has been for sale since March.\n\n{LAST}\n")
    assert article.title is None
    assert len(paragraphs(article)) == 2


def test_the_title_in_front_matter_need_not_stand_in_the_text() -> None:
    article = artparse.parse(f"---\ntitle: The old mill\n---\n{PLAIN}\n\n{LAST}\n", input_format="markdown")
    assert article.title == "The old mill"
    assert paragraphs(article) == [PLAIN, LAST]


def test_an_address_above_the_headline_is_no_trail() -> None:
    head = "View in browser: https://mill.example/v/1\nNo buyer for the old mill\nBy Nora Flint"
    article = artparse.parse(f"{head}\n\n{PLAIN}\n\n{SAID}\n")
    assert article.breadcrumb == ()
