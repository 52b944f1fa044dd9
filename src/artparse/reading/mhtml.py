"""Web pages that a browser saved with all their parts in one file (MHTML)."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, Message

from artparse.errors import ArtparseError
from artparse.reading import html
from artparse.reading.content import Content
from artparse.reading.document import Document, Evidence, merged


def read(content: Content) -> Document:
    """The page of a saved one; pictures and style sheets are not looked at."""
    message = email.message_from_bytes(content.data, policy=email.policy.compat32)
    page = next(
        (
            part
            for part in parts_of(message)
            if part.get_content_type() in ("text/html", "application/xhtml+xml")
        ),
        None,
    )
    if page is None:
        raise ArtparseError("broken", "a saved web page without the page; save it again as HTML")
    document = html.read(content_of(page))
    address = page.get("Content-Location") or message.get("Snapshot-Content-Location")
    url = str(address).strip() if address and str(address).startswith("http") else None
    return document._replace(sha256=content.sha256, evidence=merged(document.evidence, Evidence(url=url)))


def parts_of(message: Message[str, str] | EmailMessage) -> Iterator[Message[str, str]]:
    """The parts that hold something themselves, in order; a stack, as parts may nest very deep."""
    waiting: list[Message[str, str]] = [message]
    while waiting:
        part = waiting.pop()
        # Only of what has parts: the payload of others is decoded by what they state, whatever that is.
        payload = part.get_payload() if part.is_multipart() else None
        if isinstance(payload, list):
            waiting.extend(reversed([p for p in payload if isinstance(p, Message)]))
        else:
            yield part


def content_of(part: Message[str, str]) -> Content:
    """What a part holds, with the encoding that it states; a statement that nobody can read is none."""
    try:
        charset = part.get_content_charset()
        payload = part.get_payload(decode=True)
    except Exception:  # What the library raises for odd parameters (RFC 2231) is of many kinds.
        charset = None
        del part["Content-Type"]
        payload = part.get_payload(decode=True)
    return Content(payload if isinstance(payload, bytes) else b"", encoding=charset)
