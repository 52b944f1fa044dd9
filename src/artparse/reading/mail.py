"""E-mails: newsletters and articles sent on, as mail programs save them (`.eml`)."""

from __future__ import annotations

import email
import email.policy
from contextlib import suppress
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from artparse.errors import ArtparseError
from artparse.reading import html, plain
from artparse.reading.content import Content
from artparse.reading.document import NO_EVIDENCE, Document, Evidence, merged
from artparse.reading.letters import trimmed
from artparse.reading.mhtml import content_of, parts_of

STUB = 0.5
"""Share of the plain text that the HTML part must have, or it is not the same letter."""


def read(content: Content) -> Document:
    """The better of a letter's bodies: its HTML, unless the plain text says much more.

    Attachments are not looked at. Raises ArtparseError `empty` for a letter without text.
    """
    message = email.message_from_bytes(content.data, policy=email.policy.compat32)
    documents = {}
    for part in parts_of(message):
        kind = part.get_content_type()
        attached = part.get_content_disposition() == "attachment"
        if kind in ("text/html", "text/plain") and kind not in documents and not attached:
            inner = content_of(part)
            document = html.read(inner) if kind == "text/html" else plain.read(inner)
            if document.blocks:
                documents[kind] = document
    best = _best(documents.get("text/html"), documents.get("text/plain"))
    best, forwarded = trimmed(best, _evidence(message))
    # Who sends a letter on has not written it.
    own = _evidence(message)._replace(authors=()) if forwarded != NO_EVIDENCE else _evidence(message)
    evidence = merged(forwarded, own)
    return best._replace(
        format="email",
        sha256=content.sha256,
        evidence=merged(evidence, best.evidence),
        id=_header(message, "Message-ID") or None,
        given=own.title is not None,
    )


def _best(page: Document | None, text: Document | None) -> Document:
    if page and text:
        return page if len(page.text) >= STUB * len(text.text) else text
    if found := page or text:
        return found
    raise ArtparseError("empty", "an e-mail without a text; save the whole message, with its body")


def _evidence(message: Message) -> Evidence:
    sender = parseaddr(_header(message, "From")[:200])[0]
    published = None
    with suppress(ValueError, IndexError, TypeError, OverflowError):
        published = parsedate_to_datetime(_header(message, "Date")).isoformat()
    return Evidence(
        title=(title := _subject(_header(message, "Subject"))),
        titles=(title,) if title else (),
        authors=(sender,) if sender else (),
        published=published,
    )


def _subject(subject: str) -> str | None:
    """A subject without the marks of answers and of mails sent on."""
    while subject[:4].lower() in ("fwd:",) or subject[:3].lower() in ("re:", "fw:", "aw:", "wg:"):
        subject = subject.partition(":")[2].lstrip()
    return subject or None


def _header(message: Message, name: str) -> str:
    """A header's text, its encoded words decoded; empty where there is none."""
    value = message.get(name, "")
    try:
        text = str(make_header(decode_header(str(value))))
    except Exception:  # What the library raises for odd encoded words (RFC 2047) is of many kinds.
        text = str(value)
    return " ".join(text.split())
