"""The whole pipeline on arbitrary text: every character that is not white space is in one part."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import artparse
from support.records import check

pytestmark = pytest.mark.slow  # Hypothesis parses many texts.

# Text that looks like articles: lines of the kinds that layout and quotes tell apart.
LINES = st.sampled_from(
    [
        "",
        " ",
        "Home > News > World",
        "Home News",
        "Startseite",
        "22.12.2019",
        "The Title of the Article",
        "THE TITLE OF THE ARTICLE",
        "By Jane Doe and Sam Roe",
        "By Jane Doe · 3 May 2024 · 5 min read",
        "Published: 23 April 2025, 09:10 BST | Updated: 2 hours ago",
        "WASHINGTON (AFP) - A first sentence of the story, which is long enough to be a paragraph.",
        "“We will not wait,” said Jane Doe, the mayor. “We “never” have.”",
        "'Tis the season,' he said, 'of the Joneses' dogs.'",
        "„Nein“, sagte sie, « non », dit-il.",
        '"This one never closes, she said.',
        "SMITH: I don't know.",
        "Q: Why?",
        "- a list item",
        "* another, with a \t tab",
        "1. First",
        "Read more: Another article",
        "Advertisement",
        "Related Posts",
        "© 2024 The Example Times. All rights reserved.",
        "Photo: Sam Roe/AFP",
        "Share this  Tweet  E-mail",
        "12 comments",
        "— Jane Doe (@jane) May 3, 2024",
        "\u200b\u200e",
        "😀",
    ]
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\f", "\u2028", " ", "\n \n"])
ARTICLES = st.lists(st.tuples(LINES | st.text(max_size=40), ENDS), min_size=1, max_size=30).map(
    lambda lines: "".join(line + end for line, end in lines)
)


@settings(deadline=None)
@given(st.text() | ARTICLES)
@example("\ufeff\ufeff")
@example("A\x00B")
def test_nothing_is_lost(text: str) -> None:
    source = text.removeprefix("\ufeff")
    if not source.strip():
        with pytest.raises(artparse.ArtparseError):
            artparse.parse(text, input_format="text")
        return
    article = artparse.parse(text, input_format="text", keep_text=True)
    assert article.text == source
    check(article, source)


@settings(deadline=None)
@given(ARTICLES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_bytes_give_the_record_of_their_text(text: str, encoding: str) -> None:
    # Bytes with NULs are no text, and a first U+FEFF is a byte order mark.
    assume(text.strip() and "\0" not in text and text[0] != "\ufeff")
    article = artparse.parse(text.encode(encoding), input_format="text", keep_text=True)
    assert article.text == text
    check(article, text)


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_parsed_or_refused(data: bytes) -> None:
    try:
        article = artparse.parse(data, keep_text=True)
    except artparse.ArtparseError as error:
        assert error.kind in ("empty", "binary", "broken", "unsupported")
        assert "\n" not in error.message
    else:
        assert article.text is not None
        check(article, article.text)
