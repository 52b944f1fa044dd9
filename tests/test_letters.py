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


def test_a_heading_below_the_headline_is_of_the_text_where_no_small_print_follows() -> None:
    record = artparse.parse(NEWSLETTER.format(head="<h2>How a tannery drank it dry</h2>"))
    assert "How a tannery drank it dry" in [section.heading for section in record.sections]
