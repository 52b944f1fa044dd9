"""Kinds of dumps that layout went wrong on: each as text, with a menu and a footer, and as a web page."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest

import artparse
from artparse import Article

TITLE = "Bridge to shut for the winter"
PARAGRAPHS = (
    "The bridge over the Torrey will be shut from Monday, because the council has found cracks in two piers.",
    "Buses will take the long way by Lindsay until the work is done, which engineers expect to be in spring.",
    '"We asked in every harbour on the coast," said Marta Kell, the transport officer. "Nobody had a boat."',
    "Two hundred people live on the island all year round, and most of them work in the fish plant at Holm.",
    "The council has set aside forty thousand pounds for buses, and school begins an hour later on Fridays.",
)
GERMAN = (
    "Die Brücke über die Torrey bleibt ab Montag gesperrt, weil zwei Pfeiler Risse haben, so der Rat.",
    "„Wir haben in allen Häfen gefragt“, sagte die Referentin Marta Kell. „Niemand hatte ein Boot.“",
    "Die Busse fahren bis zum Frühjahr den langen Weg über Lindsay, sagte der Bürgermeister am Freitag.",
)
MENU = ("Home", "News", "Sport", "Opinion", "Weather")
FOOTER = ("Related stories", "Bakery reopens after flood", "About us", "Contact", "© 2024 Holm Gazette")
Seen = Callable[[Article], object]
A, B, C, D, E = PARAGRAPHS


def body(article: Article) -> list[str]:
    return [paragraph.text for section in article.sections for paragraph in section.paragraphs]


def headings(article: Article) -> list[str]:
    return [section.heading for section in article.sections if section.heading]


def with_body(*paragraphs: str) -> Seen:
    return lambda article: body(article) == list(paragraphs)


def with_authors(*names: str) -> Seen:
    return lambda article: article.authors == names and body(article) == list(PARAGRAPHS)


def dated(published: str | None, modified: str | None = None) -> Seen:
    return lambda article: (article.published, article.modified) == (published, modified)


KINDS: dict[str, tuple[tuple[str, ...], Seen]] = {
    "share lines above the lead": (
        (f"# {TITLE}", "3 May 2024", "Share", "Save", A, B, D),
        with_body(A, B, D),
    ),
    "a newsletter's offer": ((f"# {TITLE}", A, B, "after newsletter promotion", C, D), with_body(A, B, C, D)),
    "an advert's sign in German": (
        ("# Brücke bleibt gesperrt", GERMAN[0], "Anzeige", *GERMAN[1:]),
        with_body(*GERMAN),
    ),
    "a last line": (
        (f"# {TITLE}", *PARAGRAPHS, "The harbour company was contacted for comment."),
        with_body(*PARAGRAPHS, "The harbour company was contacted for comment."),
    ),
    "signs and captions": (
        (
            *(
                f"# {TITLE}",
                A,
                "Story continues below advertisement",
                B,
                "Image caption The bridge on Friday",
            ),
            *(
                C,
                "Continue reading the main story",
                D,
                "CLICK HERE TO GET THE GAZETTE APP",
                E,
                "Photo: Jan Holm",
            ),
        ),
        lambda article: body(article) == list(PARAGRAPHS) and not headings(article),
    ),
    "an advert for a headline": (
        ("Subscribe now and save 50 per cent", f"# {TITLE}", *PARAGRAPHS),
        lambda article: article.title == TITLE,
    ),
    "numbered headings": (
        (f"# {TITLE}", A, "## 1. Close the lid", B, "## 2. Take out the filter", D, "## 3. Put it back", E),
        lambda article: len(headings(article)) == 3,
    ),
    "a reporter's office": (
        (f"# {TITLE}", "By Local Democracy Reporter Nigel Banks", *PARAGRAPHS),
        with_authors("Nigel Banks"),
    ),
    "a day without its year": (
        (f"# {TITLE}", "Jane Roe March 18 at 12:22 PM", *PARAGRAPHS),
        with_authors("Jane Roe"),
    ),
    "an agency behind the name": (
        (f"# {TITLE}", "By Jane Roe Associated Press", *PARAGRAPHS),
        with_authors("Jane Roe"),
    ),
    "topics behind the name": (
        (f"# {TITLE}", "By Jane Roe In Local News, News", *PARAGRAPHS),
        with_authors("Jane Roe"),
    ),
    "a name below the body": (
        (f"# {TITLE}", "3 May 2024", *PARAGRAPHS, "By Jane Roe"),
        with_authors("Jane Roe"),
    ),
    "regions": (
        (f"# {TITLE}", "New Zealand", "Asia Pacific", "Share on Facebook", *PARAGRAPHS),
        lambda article: not article.authors and not article.keywords,
    ),
    "a day in words": (
        (f"# {TITLE}", "on Tuesday, May 7th, 2019 at 9:15 p.m.", *PARAGRAPHS),
        dated("2019-05-07T21:15"),
    ),
    "an hour of a change": (
        ("# Brücke bleibt gesperrt", "07.05.2019, 08:30 Uhr (aktualisiert: 09:15 Uhr)", *GERMAN),
        dated("2019-05-07T08:30", "2019-05-07T09:15"),
    ),
    "a picture's day": (
        (
            f"# {TITLE}",
            "The bridge on 2 January 2018. (Photo: Jan Holm)",
            "By Jane Roe",
            "3 May 2024",
            *PARAGRAPHS,
        ),
        dated("2024-05-03"),
    ),
    "a picture's day alone": (
        (f"# {TITLE}", "The bridge in a file photo of January 2, 2018. Photo: Jan Holm", *PARAGRAPHS),
        dated(None),
    ),
    "a dateline with its day": (
        (f"# {TITLE}", f"KATOWICE, Poland – March 3, 2026 – {A}", *PARAGRAPHS[1:]),
        dated("2026-03-03"),
    ),
    "a press release": (
        (f"# {TITLE}", f"LONDON, March 3, 2026 /PRNewswire/ -- {A}", B, C, D),
        dated("2026-03-03"),
    ),
}


def as_text(lines: tuple[str, ...]) -> str:
    return "\n\n".join([*MENU, *(line.lstrip("# ") for line in lines), *FOOTER])


def as_page(lines: tuple[str, ...]) -> str:
    def marked(line: str) -> str:
        marks = len(line) - len(line.lstrip("#"))
        tag = f"h{marks}" if marks else "p"
        return f"<{tag}>{escape(line.lstrip('# '))}</{tag}>\n"

    menu, footer = (
        "".join(f'<p><a href="/{n}">{x}</a></p>' for n, x in enumerate(own)) for own in (MENU, FOOTER)
    )
    title = escape(next(line for line in lines if line.startswith("# ")).lstrip("# "))
    article = "".join(map(marked, lines))
    return (
        f"<html><head><title>{title} | Holm Gazette</title></head><body><nav>{menu}</nav>"
        f"<main><article>{article}</article></main><footer>{footer}</footer></body></html>"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_text(kind: str) -> None:
    lines, is_right = KINDS[kind]
    assert is_right(artparse.parse(as_text(lines), input_format="text"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_web_page(kind: str) -> None:
    lines, is_right = KINDS[kind]
    assert is_right(artparse.parse(as_page(lines), input_format="html"))
