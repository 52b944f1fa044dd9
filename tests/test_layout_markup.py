"""What only the elements of a web page tell: menus and trails, guest books, kinds of lines."""

from __future__ import annotations

import pytest

import artparse
from artparse.layout.lines.units import units_of
from artparse.layout.markup.rules import with_named_body
from artparse.reading import read

BODY = """<p>The mill on the Sorn will grind again from the first of May, the parish council has decided.</p>
<p>It stood still for eleven years, since the wheel came down in a storm and nobody could pay for it.</p>
<p>"I had given up hoping," said Ada Wick, the last miller's daughter.</p>"""


def parsed(body: str, head: str = "") -> artparse.Article:
    """The article of a web page."""
    page = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return artparse.parse(page.encode(), input_format="html")


@pytest.mark.parametrize(
    ("above", "trail"),
    [
        ("<ul><li><a>Home</a></li><li><a>Parish</a></li><li><a>Walks</a></li></ul>", ()),
        ("<div class='menu'>Home | Parish | Walks | Contact</div>", ()),
        (
            "<ol class='breadcrumbs'><li><a>Home</a></li><li><a>Parish</a></li></ol><p>Guidance</p>",
            ("Home", "Parish"),
        ),
        ("<ul><li>Home</li><li>Parish</li></ul>", ("Home", "Parish")),
    ],
    ids=["a menu", "a menu's class", "a trail's class", "no links"],
)
def test_a_menu_is_no_trail(above: str, trail: tuple[str, ...]) -> None:
    article = parsed(f"{above}<main><h1>Mill to grind again</h1>{BODY}</main>")
    assert article.breadcrumb == trail


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("March 3, 1931 – April 9, 2025", "2025-04-12"),
        ("3.3.1931 - 9.4.2025", "2025-04-12"),
        ("March 3, 2025 – updated April 9, 2026", "2025-03-03"),
    ],
)
def test_the_days_that_somebody_lived_are_not_the_article_s(line: str, published: str) -> None:
    end = "<div class='foot'>Published by Sorn Courier on April 12, 2025.</div>"
    article = parsed(f"<h1>Ada Wick</h1><div>{line}</div><div class='text'>{BODY}</div>{end}")
    assert article.published == published


def test_whoever_writes_into_a_guest_book_is_not_the_author() -> None:
    book = "<div class='guestbook'><h3>Guestbook</h3><b>Ellen Marsh</b><p>She gave me a roll a day.</p></div>"
    assert parsed(f"<h1>Ada Wick</h1><div class='text'>{BODY}</div>{book}").authors == ()


@pytest.mark.parametrize("end", [" - The Sorn Courier", " | Sorn Courier"])
def test_who_signs_below_the_standfirst_counts_more_than_the_paper(end: str) -> None:
    credits = "<p>By Orla Finch and Kit Lowry | 27 May 2025, 19:45 | 3 min read</p>"
    deck = "<p>After four hours of talk the decision fell by a single vote. Some want to go to court.</p>"
    head = f"<title>Mill to grind again{end}</title><meta name='author' content='Sorn Courier'>"
    article = parsed(f"<article><h1>Mill to grind again</h1>{deck}{credits}{BODY}</article>", head)
    assert article.authors == ("Orla Finch", "Kit Lowry")
    assert article.body.startswith("The mill on the Sorn")


def test_a_quotation_and_who_said_it_are_one() -> None:
    forms = [
        "<blockquote><p>We carried the flour on our backs.</p><cite>Tom Reeve, carter</cite></blockquote>",
        "<blockquote>We carried the flour on our backs. <footer>— Tom Reeve, carter</footer></blockquote>",
        "<figure><blockquote><p>We carried the flour on our backs.</p></blockquote>"
        "<figcaption>Tom Reeve, carter</figcaption></figure>",
        "<blockquote><p>We carried the flour on our backs.</p></blockquote><p>— Tom Reeve</p>",
    ]
    for form in forms:
        article = parsed(f"<article><h1>Mill to grind again</h1>{BODY}{form}{BODY}</article>")
        said = [
            (quote.speaker, quote.text) for quote in article.quotes if quote.text.startswith("We carried")
        ]
        assert said == [("Tom Reeve", "We carried the flour on our backs.")], form


def test_a_site_s_name_that_leads_home_is_no_headline() -> None:
    head = "<title>The Long Furrow: Beans in barrels, year two</title>"
    top = "<div class='header'><h1><a href='/'>The Long Furrow</a></h1></div>"
    article = parsed(f"{top}<div class='post'><h3>Beans in barrels, year two</h3>{BODY}</div>", head)
    assert article.title == "Beans in barrels, year two"


def test_a_page_that_says_of_itself_that_nobody_has_agreed_to_cookies_keeps_its_body() -> None:
    words = ("top bar", "row inner", "cell left", "menu list")
    deep = "".join(f'<div class="part {word} wide">' for word in words) * 3
    item = '<ul class="menu items flat"><li class="menu item type post object child current page ancestor">'
    menu = "".join(f'{deep}{item}<a href="/{n}">Section {n}</a></ul>{"</div>" * 12}' for n in range(30))
    said = [f"The mill ground sack number {n} on Sunday, said Ruth Penn, who mended it." for n in range(6)]
    article = "".join(f"<p>{one}</p>" for one in said)
    page = f"{menu}<h1>The mill turns again</h1><article>{article}</article>"
    found = artparse.parse(f'<body class="post cookies-not-set">{page}</body>'.encode())
    assert all(one in found.body for one in said[1:])


def test_where_nothing_else_is_the_body_what_an_element_is_named_for_is() -> None:
    said = [
        "This week Ruth Penn sits down with the miller Hal Voss, whom some know from the fair and others "
        "from the sails that he mended for the parish.",
        "Voss has ground flour for more than half a century, and as he tells her, what he thinks of stones "
        "has changed little: they want water and they want time, and whoever hurries them eats sand.",
    ]
    answer = "I carried sacks there as a boy, in the summer of the great flood, and we were paid in eggs. "
    parts = "".join(f'<div class="description"><p>{one}</p></div>' for one in said)
    answers = "".join(f'<div class="comment-text"><p>{answer * n}</p></div>' for n in range(2, 6))
    page = f'<div class="article">{parts}</div><div id="commentlist">{answers}</div>'
    document = read(f"<html><body>{page}</body></html>".encode())
    units = units_of(document.text, document.blocks)
    labels = with_named_body(["before"] * len(units), units, document.parents)
    assert [unit.text for unit, label in zip(units, labels, strict=True) if label == "paragraph"] == said


@pytest.mark.parametrize("word", ["TikTok", "Membership", "Shopping", "Support"])
def test_a_word_of_menus_that_heads_a_paragraph_is_a_heading(word: str) -> None:
    said = (
        "The mill shows there how flour is ground, and four thousand people looked at it in the first week."
    )
    article = parsed(f"<article><h1>Where the mill is seen</h1>{BODY}<h2>{word}</h2><p>{said}</p></article>")
    assert [section.heading for section in article.sections] == [None, word]


def test_a_page_that_is_set_as_one_item_of_a_list_has_paragraphs() -> None:
    body = "".join(
        f"<p>The weir at Oxley was mended on day {n}, eight years after a barge ran into it.</p>"
        for n in range(6)
    )
    steps = "<ul><li><p>Drain the river above the weir, and wait.</p></li><li><p>Fill the hole.</p></li></ul>"
    page = f"<html><body><ul><li><h1>The weir is mended</h1>{body}{steps}{body}</li></ul></body></html>"
    kinds = [(p.kind, p.text[:3]) for s in artparse.parse(page).sections for p in s.paragraphs]
    assert set(kinds) == {("paragraph", "The"), ("list_item", "Dra"), ("list_item", "Fil")}
