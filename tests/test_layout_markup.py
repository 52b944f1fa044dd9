"""What only the elements of a web page tell: menus and trails, guest books, kinds of lines."""

from __future__ import annotations

import pytest

import artparse

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
