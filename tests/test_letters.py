"""Letters: those that were sent on, buttons of newsletters, and mailboxes."""

from __future__ import annotations

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
