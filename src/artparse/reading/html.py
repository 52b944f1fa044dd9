"""HTML pages: bytes to text, blocks with hints, and evidence."""

from __future__ import annotations

from contextlib import suppress

from artparse.reading.content import Content
from artparse.reading.decoding import BYTE_ORDER_MARKS, SEVEN_BIT, Decoded, decode
from artparse.reading.document import Document
from artparse.reading.evidence import evidence_of
from artparse.reading.markup import parse

DECLARATION = 4096
"""Bytes at the beginning of a page that may declare its encoding."""


def read(content: Content) -> Document:
    """The visible text of a page, with what its markup tells."""
    source = decoded(content)
    page = parse(source.text)
    return Document(
        text="".join(page.text),
        blocks=tuple(page.blocks),
        format="html",
        encoding=source.encoding,
        sha256=content.sha256,
        undecodable=source.undecodable,
        evidence=evidence_of(page.metadata, source.text),
        parents=tuple(page.parents),
    )


def decoded(content: Content) -> Decoded:
    """The markup as text: what its bytes are beats what the server says, and that what the page says.

    A page that is UTF-8 is UTF-8, whatever it declares; NUL bytes, which mean nothing in HTML,
    are dropped.
    """
    if content.text is not None:
        return Decoded(content.text.removeprefix("\ufeff").replace("\0", ""), "utf-8")
    data = content.data
    if any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS) or data[:4].count(0) in (2, 3):
        return decode(data)
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    with suppress(UnicodeDecodeError):
        if SEVEN_BIT[1] not in data:
            return Decoded(data.decode("utf-8"), "utf-8")
    return decode(data, _declared(content))


def _declared(content: Content) -> str | None:
    from bs4.dammit import EncodingDetector  # Slow to import, and rarely needed.

    return content.encoding or EncodingDetector.find_declared_encoding(
        content.data[:DECLARATION], is_html=True, search_entire_document=True
    )
