"""How lines around an article say who wrote it, when and where: each in a text and in a web page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import pytest

import artparse
from artparse.article import Article
from artparse.layout.lines.desks import is_desk
from artparse.layout.lines.signs import is_wire_note

TITLE = "Oxley weir is mended after eight years"
STORY = (
    "The weir at Oxley was mended on Tuesday, eight years after a barge ran into it, and people of the town "
    "came down to look at it with their children.",
    "“We have waited for this a long time,” said Mara Ellwood, who keeps the lock. “It is a good weir.”",
    "The council paid for the stone and the town paid for the work, which took eleven months and two floods.",
    "Nobody was hurt when the barge sank, but its cargo of apples was lost and the owner never came back.",
)
ROE, BOTH = ("Jane Roe",), ("Jane Roe", "Tom Hale")
STANDFIRST = "A barge broke it in a flood, and the town has paid for the stone"

ABOVE: list[tuple[tuple[str, ...], dict[str, Any]]] = [
    (("By Local Democracy Reporter Nigel Banks",), {"authors": ("Nigel Banks",)}),
    (("By Health Correspondent Jane Roe",), {"authors": ROE}),
    (("Jane Roe March 18 at 12:22 PM",), {"authors": ROE, "published": None}),
    (("By Jane Roe Associated Press",), {"authors": ROE}),
    (("By Jane Roe, Associated Press",), {"authors": ROE}),
    (("By Jane Roe and Tom Hale, Reuters",), {"authors": BOTH}),
    (("Our Foreign Staff",), {"authors": ("Our Foreign Staff",)}),
    (("By Our Foreign Staff",), {"authors": ("Our Foreign Staff",)}),
    (("By Jane Roe", "In Local News, News"), {"authors": ROE}),
    (
        ("By Jane Roe | May 7, 2019 | In Local News, News",),
        {"authors": ROE, "published": "2019-05-07"},
    ),
    (("Jane Roe", "Tom Hale"), {"authors": BOTH}),
    (("By Jane Roe", "and Tom Hale"), {"authors": BOTH}),
    (("New Zealand", "Asia Pacific", "Share on Facebook"), {"authors": (), "keywords": ()}),
    (("New Zealand / Asia Pacific / Share on Facebook",), {"authors": (), "keywords": ()}),
    (
        ("By Jane Roe on Tuesday, May 7th, 2019 at 9:15 p.m.",),
        {"authors": ROE, "published": "2019-05-07T21:15"},
    ),
    (("Published on Tuesday, May 7th, 2019 at 9:15 p.m.",), {"published": "2019-05-07T21:15"}),
    (("Published 7 May 2019", "Updated 8 May 2019"), {"published": "2019-05-07", "modified": "2019-05-08"}),
    (
        ("07.05.2019, 08:30 Uhr (aktualisiert: 09:15 Uhr)",),
        {"published": "2019-05-07T08:30", "modified": "2019-05-07T09:15"},
    ),
    (("Photo: Sam Oduya, 3 March 2018", "7 May 2019"), {"published": "2019-05-07"}),
    (("By Jane Roe", "7 May 2019"), {"authors": ROE, "published": "2019-05-07"}),
    ((STANDFIRST, "By Jane Roe", "7 May 2019"), {"authors": ROE, "published": "2019-05-07"}),
    ((STANDFIRST, "Words by Jane Roe", "Photographs by Sam Oduya"), {"authors": ROE}),
    (("By Jane Roe", "7 May 2019", STANDFIRST), {"authors": ROE, "published": "2019-05-07"}),
    (("From Jane Roe in Oxley",), {"authors": ROE}),
    (("Text: Jane Roe", "Fotos: Sam Oduya"), {"authors": ROE}),
    (("Post by Jane Roe » Sat Feb 07, 2026 9:31 am",), {"authors": ROE, "published": "2026-02-07T09:31"}),
]
BELOW: list[tuple[str, tuple[str, ...]]] = [
    ("By Jane Roe", ROE),
    ("Written by Jane Roe", ROE),
    ("— Jane Roe", ROE),
    ("Jane Roe and Tom Hale", BOTH),
    ("(Jane Roe, dpa)", ROE),
    ("Reporting by Jane Roe; editing by Tom Hale", ROE),
]
LEADS = [
    ("KATOWICE, Poland – March 3, 2026 – ", "KATOWICE, Poland", None, "2026-03-03"),
    ("OXLEY, Ohio, May 7, 2019 /PRNewswire/ -- ", "OXLEY, Ohio", "PRNewswire", "2019-05-07"),
    ("OXLEY, Ohio--(BUSINESS WIRE)--", "OXLEY, Ohio", "BUSINESS WIRE", None),
    ("OXLEY, Ohio--(BUSINESS WIRE)--May 7, 2019--", "OXLEY, Ohio", "BUSINESS WIRE", "2019-05-07"),
    ("LONDON, May 07, 2019 (GLOBE NEWSWIRE) -- ", "LONDON", "GLOBE NEWSWIRE", "2019-05-07"),
    ("TULSA, Okla. (AP) — ", "TULSA, Okla.", "AP", None),
    ("TULSA, Okla. — ", "TULSA, Okla.", None, None),
    ("Oxley (dpa) - ", "Oxley", "dpa", None),
]
SHAPES = ("apart", "close", "page")


def parsed(shape: str, above: Sequence[str], story: Sequence[str], below: Sequence[str] = ()) -> Article:
    """The record of an article with lines above and below its paragraphs, in a text or a web page."""
    if shape == "page":
        lines = "".join(f"<p>{escape(line)}</p>" for line in (*above, *story, *below))
        head = f"<title>{escape(TITLE)} | Oxley Post</title>"
        page = f"<html><head>{head}</head><body><article><h1>{TITLE}</h1>{lines}</article></body></html>"
        return artparse.parse(page.encode())
    if shape == "close":
        parts = ["\n".join((TITLE, *above)), *story, *(["\n".join(below)] if below else [])]
        return artparse.parse("\n\n".join(parts).encode())
    return artparse.parse("\n\n".join((TITLE, *above, *story, *below)).encode())


def holds(record: Article, story: Sequence[str]) -> bool:
    """Whether a record has the headline and all paragraphs."""
    return record.title == TITLE and all(paragraph in record.body for paragraph in story)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("above", "right"), ABOVE, ids=lambda x: x[0] if isinstance(x, tuple) else "")
def test_credits_above(above: tuple[str, ...], right: dict[str, Any], shape: str) -> None:
    record = parsed(shape, above, STORY)
    assert {name: getattr(record, name) for name in right} == right
    assert holds(record, STORY)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("below", "authors"), BELOW)
def test_credits_below(below: str, authors: tuple[str, ...], shape: str) -> None:
    record = parsed(shape, (), STORY, (below,))
    assert record.authors == authors
    assert holds(record, STORY)
    assert below not in record.body


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("lead", "place", "agency", "published"), LEADS)
def test_datelines(lead: str, place: str, agency: str | None, published: str | None, shape: str) -> None:
    story = (lead + STORY[0], *STORY[1:])
    record = parsed(shape, (), story)
    assert record.dateline is not None
    assert (record.dateline.place, record.dateline.agency, record.published) == (place, agency, published)
    assert holds(record, story)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("AP-US--Weir Mended,5th Ld-Writethru", True),
        ("Weir Mended, 2nd Ld", True),
        ("Eds: UPDATES with the mayor's words, adds byline.", True),
        ("Weir mended--at last", False),
        ("Ida Ld. Holt speaks in Oxley", False),
        ("US-Iran talks begin in Oxley", False),
    ],
)
def test_notes_of_wires(line: str, is_one: bool) -> None:
    assert is_wire_note(line) == is_one


@pytest.mark.parametrize(("name", "is_one"), [("oxley.com", True), ("Version 9.04", False)])
def test_addresses_are_desks_and_numbers_are_not(name: str, is_one: bool) -> None:
    assert is_desk(name) == is_one


def test_a_wire_tells_its_desks_first() -> None:
    notes = ("AP-UK--Weir Mended,5th Ld-Writethru", "Eds: UPDATES with the mayor's words.")
    opening = "\n".join((*notes, TITLE, "By JANE ROE", "Associated Press"))
    record = artparse.parse("\n\n".join((opening, *STORY)).encode())
    assert (record.title, record.subtitle, record.authors) == (TITLE, None, ("JANE ROE",))
    assert holds(record, STORY)
    assert {part.text for part in record.removed} >= set(notes)


PIECE = (
    "The booth smells of dust and oranges. Ida Holt peels one as she talks, and drops the rind into an old "
    "tin. She is 83, and has not had a day off since the spring of 1971, she tells me.",
    "'People ask me what it is like,' she says. 'I tell them that it is like driving a train.'",
    "By 1972 it was a hall for bingo. 'They painted over the ceiling,' says the historian Mara Ellwood.",
)


@pytest.mark.parametrize("note", ["Ms. Roe is a professor of rhetoric.", "Jane Roe is the mayor of Oxley."])
@pytest.mark.parametrize("shape", SHAPES[:2])
def test_who_the_author_is_opens_no_body(note: str, shape: str) -> None:
    record = parsed(shape, ("3 May 2024", "By Jane Roe"), (note, *STORY))
    assert record.authors == ROE
    assert note not in record.body
    assert holds(record, STORY)


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("The Last Lock Keeper", "The Last Lock Keeper"),
        ("9 Puddings Our Cooks Cannot Stop Making", "9 Puddings Our Cooks Cannot Stop Making"),
        ("The Oxley Morning Gazette", "In a town on the edge of the fens, one woman keeps the arc burning"),
    ],
)
def test_a_standfirst_above_the_byline_is_no_headline(first: str, title: str) -> None:
    """Where a headline stands above it, and no paper's name."""
    deck = "In a town on the edge of the fens, one woman keeps the arc burning"
    record = artparse.parse("\n\n".join((first, deck, "Words by Jane Roe", *PIECE)).encode())
    assert (record.title, record.authors) == (title, ROE)
    assert all(paragraph in record.body for paragraph in PIECE)


@pytest.mark.parametrize(
    "sign", ["after newsletter promotion", "Der Artikel wird nach der Anzeige fortgesetzt"]
)
def test_an_article_goes_on_where_a_line_says_so(sign: str) -> None:
    """In long texts as well, whose models end the article at a newsletter's lines."""
    menu = ["Oxley Post", *(f"{name}" for name in ("News", "Sport", "Culture", "Science", "Travel") * 9)]
    letter = ["skip past newsletter promotion", "Sign up to Morning Post", "Free daily newsletter", "Sign up"]
    closing = ["Explore more on these topics", "Weirs", "Rivers", "Share", "Most viewed", "© 2026 Oxley Post"]
    last = (
        "Oxley Water said it was glad to see the weir mended at last.",
        "The mayor was asked for comment.",
    )
    text = "\n".join([*menu, TITLE, "By Jane Roe", "7 May 2019", "Share"]) + "\n" + "\n\n".join(STORY)
    text += "\n\n" + "\n".join([*letter, sign]) + "\n" + "\n\n".join(last) + "\n\n" + "\n".join(closing)
    assert holds(artparse.parse(text.encode()), (*STORY, last[0]))
