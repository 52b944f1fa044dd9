# ruff: noqa: E501
"""Letters: those that were sent on, buttons of newsletters, and mailboxes."""

from __future__ import annotations

import pytest

import artparse
from artparse.article import Article
from artparse.pipeline import record_of
from artparse.reading import split

FORWARDED = """From: K <k@post.example>
To: box@post.example
Subject: Fwd: The well in the lane
Date: Sat, 11 Jul 2026 08:15:00 +0200
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body><div>Sent from my phone<br><br>Begin forwarded message:<br><blockquote type="cite"><div>
<b>From:</b> The Lane Letter &lt;lane@post.example&gt;<br><b>Date:</b> 10 July 2026 at 00:04:11 CEST<br>
<b>To:</b> k@post.example<br><b>Subject:</b> <b>The well in the lane</b><br></div>
<p><a href="https://lane.example/v">View in browser</a></p><h1>The well in the lane</h1><p>By Nora Finch</p>
<p>The well in the lane has water again, for the first time since the tannery took it all in 1974.</p>
<p>&ldquo;We let down a bucket and it came up full,&rdquo; said Otto Brand, who lives beside it.</p>
<p>The parish will have it tested before anybody drinks of it.</p>
<p>You get this because you asked for it. <a href="https://lane.example/u">Unsubscribe</a></p>
<p>Like &middot; Comment &middot; Restack</p></blockquote></div></body></html>
"""


def test_a_letter_that_was_sent_on() -> None:
    record = artparse.parse(FORWARDED)
    assert (record.title, record.authors) == ("The well in the lane", ("Nora Finch",))
    assert record.published == "2026-07-10T00:04:11+02:00"
    assert [p.text[:10] for s in record.sections for p in s.paragraphs] == [
        "The well i", "“We let do", "The parish",
    ]  # fmt: skip
    removed = " ".join(block.text for block in record.removed)
    for words in ("Sent from", "forwarded", "The Lane Letter", "View in browser", "Unsubscribe", "Restack"):
        assert words in removed


def test_a_sentence_begins_no_letter() -> None:
    letter = (
        "From {} Fri Nov  7 09:00:00 2025\nFrom: Inga Holm <i@post.example>\nTo: a@post.example\n"
        "Subject: {}\nDate: Fri, 07 Nov 2025 09:00:00 +0100\n\n{}\n\n"
    )
    text = (
        "The road was closed at noon, and nobody could say for how long it would be.\n\n"
        "From there on, one has to walk, said the warden.\n\n>From the hill one sees both ends of it.\n\n"
        ">>From the sea, neither."
    )
    data = letter.format("i@post.example", "The road", text) + letter.format(
        "i@post.example", "Rain", "It rained."
    )
    records = [record_of(item, keep_text=True) for item in split(data.encode(), name="a.mbox")]
    assert [record.title for record in records if isinstance(record, Article)] == ["The road", "Rain"]
    assert isinstance(records[0], Article) and records[0].text is not None
    assert "\nFrom there on" in records[0].text
    assert "\nFrom the hill" in records[0].text and "\n>From the sea" in records[0].text


NEWSLETTER = """From: Nora Finch from The Lane Letter <lane@post.example>
To: box@post.example
Subject: The well in the lane
Date: Fri, 10 Jul 2026 07:00:00 +0000
Message-ID: <2@post.example>
Content-Type: text/html; charset=utf-8

<html><body><h1>The well in the lane</h1>{head}
<p>The well in the lane has water again, for the first time since the tannery took it all in 1974.</p>
<h2>A full bucket</h2>
<p>&ldquo;We let down a bucket and it came up full,&rdquo; said Otto Brand, who lives beside it.</p>
<p>Upgrade to paid</p><p>Like &middot; Comment &middot; Restack</p></body></html>
"""
HEADS = [
    # what stands below the headline; subtitle, headings
    (
        "<h3>How a tannery drank it dry</h3><div>Nora Finch</div><div>Jul 10</div>",
        "How a tannery drank it dry",
    ),
    ("<h3>How a tannery drank it dry</h3><div>Jul 10, 2026</div>", "How a tannery drank it dry"),
    ("<div>Nora Finch</div><div>Jul 10</div>", None),
    ("<div>Jul 10</div>", None),
]


@pytest.mark.parametrize(("head", "subtitle"), HEADS)
def test_the_standfirst_of_a_newsletter(head: str, subtitle: str | None) -> None:
    record = artparse.parse(NEWSLETTER.format(head=head))
    assert (record.title, record.subtitle) == ("The well in the lane", subtitle)
    assert [section.heading for section in record.sections] == [None, "A full bucket"]
    assert record.authors == ("Nora Finch",)
    assert "Jul 10" not in record.body and "Restack" not in record.body


def test_a_heading_below_the_headline_is_kept_where_no_small_print_follows() -> None:
    record = artparse.parse(NEWSLETTER.format(head="<h2>How a tannery drank it dry</h2>"))
    assert "How a tannery drank it dry" in [record.subtitle, *(part.heading for part in record.sections)]


def test_a_heading_behind_a_paragraph_is_of_the_text() -> None:
    head = "<p>It was dug in 1801 by eleven brothers.</p><h2>How a tannery drank it dry</h2>"
    record = artparse.parse(NEWSLETTER.format(head=head))
    assert "How a tannery drank it dry" in [part.heading for part in record.sections]


FERRY = (
    "The ferry to Tarn has been moored for good, because its engine was sold by mistake at a jumble sale.",
    "“Somebody gave four pounds for it,” said Marta Crake, who ran the stall. “I thought that it was a mangle.”",
    "The parish is looking for the buyer, who is said to have come with a pram.",
)
INNER = "<h1>Ferry sold by mistake</h1><p>By Ivo Sand</p>" + "".join(f"<p>{p}</p>" for p in FERRY)
WRITTEN = "\n\n".join(("Ferry sold by mistake", "By Ivo Sand", *FERRY))
SENDER = "The Fen Letter &lt;fen@example.com&gt;"


def headers(*names: str, day: str, bold: bool = True) -> str:
    values = (SENDER, day, "m@example.com", "Ferry sold by mistake")
    b, e = ("<b>", "</b>") if bold else ("", "")
    return "<br>".join(f"{b}{name}:{e} {value}" for name, value in zip(names, values, strict=True))


# What is around the letter; the day that its headers say.
PROGRAMS = {
    "Gmail": (
        "text/html", f"<div class='gmail_quote'><div>---------- Forwarded message ---------<br>"
        f"{headers('From', 'Date', 'To', 'Subject', day='Thu, Jul 9, 2026 at 10:04 PM')}<br></div><br>{INNER}"
        "<p><a href='u'>Unsubscribe</a></p></div>", "2026-07-09T22:04",
    ),
    "Gmail, plain": (
        "text/plain", "---------- Forwarded message ---------\nFrom: The Fen Letter <fen@example.com>\n"
        "Date: Thu, Jul 9, 2026 at 9:04 AM\nSubject: Ferry sold by mistake\nTo: <m@example.com>\n\n" + WRITTEN,
        "2026-07-09T09:04",
    ),
    "Outlook": (
        "text/html", f"<div>FYI</div><p>{headers('From', 'Sent', 'To', 'Subject', day='Thursday, July 9, 2026 10:04 PM')}"
        f"</p>{INNER}", "2026-07-09T22:04",
    ),
    "Outlook, German": (
        "text/html", f"<p>{headers('Von', 'Gesendet', 'An', 'Betreff', day='Donnerstag, 9. Juli 2026 22:04')}</p>{INNER}",
        "2026-07-09T22:04",
    ),
    "a telephone, French": (
        "text/html", f"Envoyé de mon téléphone<br><br>Début du message réexpédié :<br><blockquote type='cite'><div>"
        f"{headers('De', 'Date', 'À', 'Objet', day='9 juillet 2026 à 22:04:11 UTC+2')}</div>{INNER}</blockquote>",
        "2026-07-09T22:04:11+02:00",
    ),
    "Thunderbird": (
        "text/plain", "-------- Forwarded Message --------\nSubject: \tFerry sold by mistake\n"
        "Date: \tThu, 9 Jul 2026 22:04:11 +0200\nFrom: \tThe Fen Letter <fen@example.com>\nTo: \tm@example.com\n\n\n"
        + WRITTEN, "2026-07-09T22:04:11+02:00",
    ),
}  # fmt: skip


def message(kind: str, content: str, subject: str = "Fwd: Ferry sold by mistake", sender: str = "M") -> bytes:
    return (
        f"From: {sender} <m@example.com>\nTo: i@example.org\nSubject: {subject}\n"
        f"Date: Fri, 10 Jul 2026 08:15:00 +0200\nMIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\n\n{content}"
    ).encode()


@pytest.mark.parametrize("program", PROGRAMS)
def test_letters_that_programs_sent_on(program: str) -> None:
    kind, content, day = PROGRAMS[program]
    record = artparse.parse(message(kind, content))
    assert (record.title, record.authors, record.published) == ("Ferry sold by mistake", ("Ivo Sand",), day)
    assert record.body == "\n\n".join(FERRY)
    assert {p.kind for section in record.sections for p in section.paragraphs} == {"paragraph"}
    assert {(quote.speaker, quote.paragraph) for quote in record.quotes} == {("Marta Crake", 1)}


AROUND = [
    ("<p><a href='v'>View in browser</a></p>", ""),
    ("<p>View this email in your browser: https://fen.example/v</p>", ""),
    ("<p>Forwarded this email? <a href='s'>Subscribe here</a> for more</p>", ""),
    ("<p><a href='a'>READ IN APP</a></p>", ""),
    ("", "<p><a href='u'>Upgrade to paid</a></p>"),
    ("", "<p><a href='l'>Like</a> · <a href='c'>Comment</a> · <a href='r'>Restack</a></p>"),
    ("", "<p>You’re currently a free subscriber to The Fen Letter. <a href='u'>Upgrade your subscription</a></p>"),
    ("", "<p>You get this letter because you signed up for it. <a href='u'>Unsubscribe</a></p>"),
    ("", "<p>Was this email forwarded to you? <a href='s'>Sign up here</a>.</p>"),
    ("", "<p>Share on Facebook</p><p>Download the app</p>"),
    ("", "<p>Wenn Sie diese E-Mail nicht mehr erhalten möchten, <a href='u'>melden Sie sich ab</a>.</p>"),
    ("", "<p>Si vous ne souhaitez plus recevoir cette lettre, <a href='u'>cliquez ici</a>.</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("above", "below"), AROUND)
def test_lines_around_a_newsletter_are_no_body(above: str, below: str) -> None:
    record = artparse.parse(message("text/html", above + INNER + below, "Ferry sold by mistake", "Ivo Sand"))
    assert (record.title, record.authors) == ("Ferry sold by mistake", ("Ivo Sand",))
    assert record.body == "\n\n".join(FERRY)


@pytest.mark.parametrize("standfirst", ["It went for four pounds", ""])
def test_a_newsletter_in_plain_text(standfirst: str) -> None:
    parts = [
        "View this post on the web at https://fen.example/p/ferry",
        standfirst,
        *FERRY,
        "Unsubscribe https://fen.example/u",
    ]
    text = "\n\n".join(part for part in parts if part)
    record = artparse.parse(message("text/plain", text, "Ferry sold by mistake", "Ivo Sand"))
    assert (record.title, record.subtitle) == ("Ferry sold by mistake", standfirst or None)
    assert record.body == "\n\n".join(FERRY)


def test_a_mailbox_is_cut_where_letters_begin_only() -> None:
    head = "From m@example.com Fri Jul 10 08:15:00 2026\n"
    prose = ">From the bridge one could see it.\n\nFrom Tarn to Fen it was two miles, said Marta Crake.\n\nFrom 2 to 3 it slept."
    letter = message("text/plain", f"{FERRY[0]}\n\n{prose}\n\n", "Ferry sold").decode()
    records = [record_of(item) for item in split((head + letter + head + letter).encode(), name="a.mbox")]
    assert len(records) == 2
    for record in records:
        assert isinstance(record, Article)
        assert record.body == f"{FERRY[0]}\n\n{prose[1:]}"
