"""Lines in which a site speaks of itself."""

from __future__ import annotations

import pytest

from artparse.data import load
from artparse.layout.body.reasons import reasons_of, without_signs, without_teasers
from artparse.layout.credits.credits import Credits
from artparse.layout.labels import LineLabel
from artparse.layout.lines.look import look_at
from artparse.layout.lines.notices import LONGEST, notice_of
from artparse.layout.lines.units import Unit
from artparse.layout.lines.words import words_of
from artparse.layout.parts.pieces import biographies_in
from artparse.layout.steps.again import without_notices
from artparse.reading.document import NO_HINTS


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("This website uses cookies, and you may turn them off in your browser.", "footer"),
        ("If you visit a website, it may store cookies on your computer.", None),
        ("Diese Webseite verwendet Cookies, damit alles schneller geht.", "footer"),
        ("Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.", "footer"),
        ("Your email address will not be published. Required fields are marked *", "comment"),
        ("Deine E-Mail-Adresse wird nicht veröffentlicht.", "comment"),
        ("If you buy something through our links, we may earn a commission.", "advert"),
        ("Sign up for our newsletter and never miss a pie again.", "navigation"),
        ("Vous pouvez vous désinscrire à tout moment de nos lettres.", "navigation"),
        ("The bakery sells cookies, and its website says so.", None),
        ('"This website uses cookies that you cannot refuse," the judge said.', None),
        ("The minister earned a commission for every bridge.", None),
        ("Cookies on this site", None),
        ("You are receiving this letter because you signed up at the weir.", "navigation"),
        ("Where do you buy yours? Have your say in the comments below.", "comment"),
        ("The weirkeeper is receiving this medal because he signed on twice.", None),
        ("We bake cookies on this site since 1912. " * 12, None),
    ],
)
def test_notices(line: str, reason: str | None) -> None:
    notice = notice_of(line.strip(), words_of(line))
    assert (notice and notice.reason) == reason


def test_first_words_are_long_enough_to_be_looked_up() -> None:
    phrases = [p for languages in load("notices").values() for found in languages.values() for p in found]
    assert phrases
    assert all(len(phrase.split()[0]) > 3 and phrase == phrase.lower() for phrase in phrases)
    assert all(words_of(phrase) == phrase.split() for phrase in phrases)
    assert max(map(len, phrases)) < LONGEST


@pytest.mark.parametrize("label", ["paragraph", "heading", "before"])
def test_notices_are_not_of_the_body(label: LineLabel) -> None:
    looks = [look_at("The bridge is open."), look_at("This website uses cookies, as you know.")]
    assert without_notices(looks, ["paragraph", label]) == [
        "paragraph",
        "before" if label == "before" else "between",
    ]


def test_an_article_on_cookies_keeps_what_it_says_of_them() -> None:
    lines = [
        "Shops on the web must ask before they set cookies, court says",
        "A court ruled on Tuesday that shops must ask before they set cookies in a browser.",
        "A website uses cookies unlawfully, it said, when it does not say this in plain words.",
    ]
    labels: list[LineLabel] = ["title", "paragraph", "paragraph"]
    looks = [look_at(line) for line in lines]
    assert without_notices(looks, labels) == labels
    assert without_notices(looks[1:], labels[1:]) == ["paragraph", "between"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["The bridge is open.", "A band played.", "Jane Doe is a nurse and has a boat."], [2]),
        (["The bridge is open.", "Jane Doe is a nurse.", "Sam Roe writes on bread."], [2, 1]),
        (["The bridge is open.", "Jane Doe is a nurse.", "A band played."], []),
        (["The bridge is open.", "A band played.", "Jane Doe: Thank you all."], []),
        (["The bridge is open.", "A band played.", "Jane is a nurse and has a boat."], []),
        (["Jane Doe was there."], []),
    ],
)
def test_who_an_author_is(lines: list[str], found: list[int]) -> None:
    units = [Unit((0, len(line)), line, 1, NO_HINTS) for line in lines]
    credits = Credits(("Jane Doe", "Sam Roe"), None, None, False, {})
    assert biographies_in(units, ["paragraph"] * len(units), credits) == found


def test_a_notice_of_commissions_is_no_standfirst() -> None:
    said = "Our editors choose what they test. If you buy through links, we may earn a commission."
    units = [Unit((0, len(line)), line, 1, NO_HINTS) for line in ("How to keep tomatoes", said, "They last.")]
    assert without_signs(units, ["title", "subtitle", "paragraph"]) == ["title", "before", "paragraph"]


def test_buttons_of_comments_open_no_block_of_their_own() -> None:
    lines = [
        "The bridge is open.",
        "Comments",
        "Lou",
        "It leaks.",
        "Share Reply",
        "Ann",
        "It did before, too.",
    ]
    units = [Unit((0, len(line)), line, 1, NO_HINTS) for line in lines]
    labels: list[LineLabel] = ["paragraph", *["after"] * 6]  # type: ignore[list-item]
    assert [told.reason for told in reasons_of(units, labels, None)[1:]] == ["comment"] * 6


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("La suite après la publicité", False),
        ("Dit artikel gaat verder onder de foto", True),
        ("Het artikel gaat verder onder de advertentie", False),
        ("SOURCE Oxley Weir Trust", False),
        ("SOURCE of the river", True),
        ("Source Oxley Weir Trust", True),
        ("Oxley / Water / Share on Facebook", False),
        ("Oxley / Water / Who pays", True),
    ],
)
def test_lines_that_break_or_close_an_article(line: str, stays: bool) -> None:
    units = [Unit((0, len(line)), line, 1, NO_HINTS)]
    assert without_signs(units, ["paragraph"]) == ["paragraph" if stays else "between"]


@pytest.mark.parametrize(
    ("above", "label"),
    [("Lesen Sie auch:", "between"), ("MÁS INFORMACIÓN", "between"), ("Read more", "heading")],
)
def test_a_line_that_stands_above_other_articles(above: str, label: LineLabel) -> None:
    lines = ["The bridge is open.", above, "Ferries wait in the harbour", "It was shut for eight years."]
    units = [Unit((0, len(line)), line, 1, NO_HINTS) for line in lines]
    labels: list[LineLabel] = ["paragraph", "between", "heading", "paragraph"]
    assert without_teasers(units, labels)[2] == label


@pytest.mark.parametrize(
    ("gaps", "label"),
    [
        pytest.param((2, 1, 1, 2), "between", id="the list stands close"),
        pytest.param((2, 1, 2, 2), "heading", id="apart from the list"),
        pytest.param((1, 1, 1, 1), "heading", id="all lines stand close"),
    ],
)
def test_the_last_line_of_a_list_of_other_articles(gaps: tuple[int, ...], label: LineLabel) -> None:
    lines = ["Related coverage", "Ferries wait in the harbour", "The bridge at night", "It is open."]
    units = [Unit((0, len(line)), line, gap, NO_HINTS) for line, gap in zip(lines, gaps, strict=True)]
    labels: list[LineLabel] = ["between", "between", "heading", "paragraph"]
    assert without_teasers(units, labels)[2] == label


def test_a_short_line_below_a_list_of_other_articles_heads_the_next_section() -> None:
    others = ["Ferries wait in the harbour until Monday", "Who pays for the bridge, and who should"]
    lines = ["Related coverage", *others, "The third pier", "It is open."]
    gaps = (2, 1, 1, 1, 2)
    units = [Unit((0, len(line)), line, gap, NO_HINTS) for line, gap in zip(lines, gaps, strict=True)]
    labels: list[LineLabel] = ["between", "between", "between", "heading", "paragraph"]
    assert without_teasers(units, labels)[3] == "heading"


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("The weir in 1931. Credit: Oxley Archive", False),
        ("Mara Ellwood at the weir (Jon Hale/Oxley Post)", False),
        ("Where the money went (Either/Or)", True),
        ("Queues and brokers (Pub/Sub, Dataflow)", True),
        ("Credit where it is due", True),
    ],
)
def test_no_heading_says_whose_a_picture_is(line: str, stays: bool) -> None:
    units = [Unit((0, len(line)), line, 1, NO_HINTS)]
    assert without_signs(units, ["heading"]) == ["heading" if stays else "between"]
