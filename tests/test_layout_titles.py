"""The headline among the lines before the body, in whole and in hard-wrapped text."""

from __future__ import annotations

import textwrap

import pytest

import artparse

BODY = """The ferry will not run on Sundays until the ice has gone, the harbour office said on
Monday. Passengers who have bought a ticket can use the road over the dam, which is open from six in
the morning.

Three of the four pilots are ill, and the fourth is on leave until the end of the month. "We had
nobody to ask," said the harbour master, Ines Palk, who has steered the boat herself since Thursday.

A spokesman for the island's council said the school bus would leave twenty minutes earlier than
before, and that the shop would open a second door for people who come from the dam."""
BODY = "\n\n".join(" ".join(p.split()) for p in BODY.split("\n\n"))

HEADS = [
    ("Ferry stops on Sundays as pilots fall ill", "By Mara Quill\n5 January 2026"),
    (
        "Ferry stops on Sundays as pilots fall ill",
        "The road over the dam is open to islanders from six in the morning\n\nBy Mara Quill\n5 January 2026",
    ),
    ("Island loses its Sunday ferry until the ice has gone from the harbour", "Mara Quill\n5 January 2026"),
]


def wrapped(text: str, width: int) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) for line in text.split("\n")
    )


@pytest.mark.parametrize(("title", "below"), HEADS)
@pytest.mark.parametrize("around", ["", "Home\nNews\nSport\nSubscribe\n\n"])
@pytest.mark.parametrize("width", [0, 72, 78])
def test_headline(title: str, below: str, around: str, width: int) -> None:
    text = f"{around}{title}\n\n{below}\n\n{BODY}\n"
    article = artparse.parse(wrapped(text, width) if width else text)
    assert article.title == title
    assert [p.text for s in article.sections for p in s.paragraphs] == BODY.split("\n\n")


@pytest.mark.parametrize("width", [72, 78])
def test_full_line_of_a_headline_is_parted_from_the_next(width: int) -> None:
    # The headline leaves no room for the first word of the line below it.
    title = "Sunday ferry stops at the island until all ice has left the old harbour"[:width]
    below = "Passengers are told to use the road over the dam"
    text = wrapped(f"{title}\n{below}\nBy Mara Quill\n5 January 2026\n\n{BODY}\n", width)
    assert artparse.parse(text).title == title


def test_first_sentence_of_a_wire_story_is_no_headline() -> None:
    body = BODY.replace("The ferry", "PORT PALK (AP) — The ferry", 1)
    article = artparse.parse(body)
    assert article.title is None
    assert article.sections[0].paragraphs[0].text.startswith("PORT PALK (AP)")


def test_first_sentence_of_a_short_wire_story_is_no_standfirst() -> None:
    lead = "PORT PALK (AP) — The council voted 52-48 on Thursday to approve the ferry and sent it to her."
    text = f"""{lead}

"This is a good day for islanders," said Ines Palk. Her colleague Tom Reeve called it "a mistake."

Sera Dunn, the mayor, who has promised to sign it, told reporters the vote was "historic."

___

Port Press writer Joe Bell contributed to this report.
"""
    article = artparse.parse(text)
    assert article.title is None
    assert article.subtitle is None
    assert article.sections[0].paragraphs[0].text == lead
    assert article.dateline is not None


@pytest.mark.parametrize(
    "text",
    [
        'The unions reacted at once. "That is not enough," said Anna Berg.',
        "Die Gewerkschaften reagierten. »Das reicht nicht«, so Anna Berg.",
        "The bridge will close on Monday, the council said.",
    ],
)
def test_one_copied_sentence_is_body(text: str) -> None:
    article = artparse.parse(text)
    assert article.title is None
    assert article.body == text


def test_one_copied_headline_is_title() -> None:
    assert (
        artparse.parse("Harbour bridge to close for repairs\n").title == "Harbour bridge to close for repairs"
    )


STANDFIRST = "The road over the dam stays open to islanders, and the school bus leaves earlier"
"""A deck; with a full stop, a sentence."""


@pytest.mark.parametrize(
    ("below", "apart"),
    [
        (f"{STANDFIRST}.\n\nBy Mara Quill\n5 January 2026\n\n", True),
        (f"By Mara Quill\n5 January 2026\n\n{STANDFIRST}.\n\n", False),
    ],
)
def test_whole_sentence_right_before_the_body_is_its_lead(below: str, apart: bool) -> None:
    menu = "Home\nNews\nSport\nSubscribe\n\n"
    article = artparse.parse(f"{menu}Ferry stops on Sundays as pilots fall ill\n\n{below}{BODY}\n")
    first = article.sections[0].paragraphs[0].text
    assert (article.subtitle, first) == (
        (f"{STANDFIRST}.", BODY.split("\n")[0]) if apart else (None, f"{STANDFIRST}.")
    )


def test_headline_does_not_end_at_a_colon_that_a_wrapped_line_ends_with() -> None:
    title = "'No one had asked us if a ferry would run on Sundays in winter': Harbour office stops the boat"
    text = wrapped(f"Home\nNews\nSport\n\n{title}\nBy Mara Quill\n5 January 2026\n\n{BODY}\n", 72)
    assert artparse.parse(text).title == title


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Old mill opens | Tarnnews.test", "Old mill opens"),
        ("Tarnnews: Old mill opens", "Old mill opens"),
        ("Old mill opens | A diary", "Old mill opens | A diary"),
    ],
)
def test_the_address_tells_the_name_of_the_site(title: str, wanted: str) -> None:
    head = f'<title>{title}</title><link rel="canonical" href="https://www.tarnnews.test/old-mill">'
    body = "".join(f"<p>The wheel turned {n} times, and nobody said a word.</p>" for n in range(5))
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    assert artparse.parse(page.encode(), input_format="html").title == wanted


LIVE = """LIVE
Dam watch: water a hand's width below the rim as rain goes on
Rosa Quill

Key events
14.40 Lower town is told to leave
13.05 First sandbags go up

15.02 BST
School hall is full
Two hundred people have come to the school hall, says its caretaker, Olaf Brand, who has run out of soup.

14.40 BST
Lower town is told to leave
The fire brigade has told all who live below the church to leave their houses by six this evening.

13.05 BST
First sandbags go up
Volunteers have begun to fill sandbags on the market square. There is sand for a thousand of them.
"""


def test_the_headline_of_a_live_report_stands_above_its_entries() -> None:
    article = artparse.parse(LIVE)
    assert article.title == "Dam watch: water a hand's width below the rim as rain goes on"
    headings = ["School hall is full", "Lower town is told to leave", "First sandbags go up"]
    assert [section.heading for section in article.sections if section.heading] == headings


SHOWN = "The ferry by the dam, where passengers wait for the harbour office"


@pytest.mark.parametrize("again", [f"{SHOWN} Credit: Sam Oduya", f"{SHOWN}\nSAM ODUYA", f"{SHOWN} Sam Oduya"])
def test_what_a_picture_shows_is_neither_headline_nor_standfirst(again: str) -> None:
    menu = "Home\nNews\nSport\nIslands"
    text = f"{menu}\nNobody left to steer\nBy Mara Quill\n5 January 2026\n{SHOWN}\n{again}\n\n{BODY}\n"
    article = artparse.parse(text)
    assert (article.title, article.subtitle) == ("Nobody left to steer", None)


def test_a_line_said_twice_below_the_headline_is_no_standfirst() -> None:
    shown = "Ferry master Ines Palk (58) is at the wheel of her boat again"
    head = f"Three ill, one away: who will steer now?\n{shown}\n{shown}\nPhoto: Sam Oduya\nBy: MARA QUILL"
    assert artparse.parse(f"Home\nNews\nSport\n{head}\n05/01/2026\nShare\n\n{BODY}\n").subtitle is None
