"""The document that the project was created from, value by value as a reader gives them."""

from __future__ import annotations

import pytest

import artparse
from support.command import SEED
from support.records import check


@pytest.fixture(scope="module")
def article() -> artparse.Article:
    article = artparse.parse_file(SEED)
    check(article, SEED.read_text(encoding="utf-8"))
    return article


def test_what_stands_above_the_text(article: artparse.Article) -> None:
    assert article.breadcrumb == ("Home", "Globe")
    assert article.title == "JD Vance warns U.S. may withdraw support if Ukraine and Russia fail to agree"
    assert article.byline == "by editor"
    assert article.authors == ("editor",)
    assert article.subtitle is None
    assert article.published is None
    assert article.modified is None
    assert article.dateline is None
    assert article.language == "en"
    assert article.warnings == ()


def test_sections(article: artparse.Article) -> None:
    assert [(section.heading, len(section.paragraphs)) for section in article.sections] == [
        (None, 1),
        ("Diplomatic efforts struggle amidst rising tensions", 4),
        ("Escalating violence and diplomatic setbacks", 7),
    ]


def test_what_is_removed(article: artparse.Article) -> None:
    assert article.title is not None
    assert [(removed.text, removed.reason) for removed in article.removed] == [
        (article.title, "duplicate"),
        ("Related Posts", "related"),
    ]


def test_quotes(article: artparse.Article) -> None:
    quotes = [(quote.text[:33], quote.kind, quote.speaker) for quote in article.quotes]
    assert quotes == [
        ("walk away", "partial", "JD Vance"),
        ("an immediate, full, and unconditi", "partial", "Volodymyr Zelensky"),
        ("Stopping the killing is task numb", "direct", "Volodymyr Zelensky"),
        ("It’s time for them to either say ", "direct", "JD Vance"),
        ("productive", "partial", "David Lammy"),
        ("fakes", "partial", "Kremlin"),
        ("Ukraine does not legally recogniz", "direct", "Volodymyr Zelensky"),
        ("While Putin says he wants peace, ", "direct", "John Healey"),
    ]
    mention = article.quotes[2].mention
    assert mention is not None
    assert mention.text == "he"


def test_speakers(article: artparse.Article) -> None:
    assert [(speaker.name, speaker.role, speaker.kind) for speaker in article.speakers if speaker.quotes] == [
        ("JD Vance", "U.S. Vice President", "person"),
        ("Volodymyr Zelensky", "Ukrainian President", "person"),
        ("David Lammy", "UK Foreign Secretary", "person"),
        ("Kremlin", None, "organization"),
        ("John Healey", "UK Defence Secretary", "person"),
    ]
