"""What an input is: by its content first, by its name second."""

from __future__ import annotations

from pathlib import PurePath

from artparse.article import FailureKind
from artparse.errors import ArtparseError
from artparse.reading.content import Content

TO_TEXT = "make text of it first, with "
SIGNATURES: tuple[tuple[bytes, FailureKind, str], ...] = (
    (b"%PDF-", "unsupported", f"a PDF, which is not read; {TO_TEXT}pdftotext"),
    (b"PK\x03\x04", "unsupported", f"a ZIP file or Office document, which is not read; {TO_TEXT}pandoc"),
    (b"\xd0\xcf\x11\xe0", "unsupported", f"an old Office document, which is not read; {TO_TEXT}antiword"),
    (b"{\\rtf", "unsupported", f"a rich text file (RTF), which is not read; {TO_TEXT}pandoc"),
    (b"\x1f\x8b", "unsupported", "compressed, which is not read; decompress it first, with gunzip"),
    (b"\x89PNG", "binary", "not text: a PNG image"),
    (b"\xff\xd8\xff", "binary", "not text: a JPEG image"),
    (b"GIF8", "binary", "not text: a GIF image"),
    (b"\x7fELF", "binary", "not text: a program"),
)
PAGE_TAGS = ("<!doctype html", "<html", "<head", "<body")
PAGE_SAMPLE = 4096
"""Bytes at the beginning of which some hold a page's first tags."""
NAMES = {
    ".htm": "an HTML page",
    ".html": "an HTML page",
    ".xhtml": "an HTML page",
    ".mht": "a saved web page",
    ".mhtml": "a saved web page",
    ".md": "a Markdown file",
    ".markdown": "a Markdown file",
    ".eml": "an e-mail",
    ".mbox": "a mailbox",
    ".json": "a JSON file",
    ".jsonl": "a JSON Lines file",
    ".ndjson": "a JSON Lines file",
    ".warc": "a web archive",
}


def refuse_binary(data: bytes) -> None:
    """Raises ArtparseError, `binary` or `unsupported`, for bytes that are known to be no text."""
    for signature, kind, message in SIGNATURES:
        if data.startswith(signature):
            raise ArtparseError(kind, message)


def detect(content: Content) -> str:
    """The format of `content`; raises ArtparseError `unsupported` for one that is not read."""
    found = "an HTML page" if _is_page(content) else None
    if found is None and content.name is not None:
        found = NAMES.get(PurePath(content.name).suffix.lower())
    if found is not None:
        raise ArtparseError(
            "unsupported", f"{found}, which is not read yet; --input-format text takes it as plain text"
        )
    return "text"


def _is_page(content: Content) -> bool:
    # NULs out, so that a page in UTF-16 shows its tags, too.
    start = content.data[:PAGE_SAMPLE].replace(b"\0", b"").decode("latin-1").lower()
    start = start.lstrip("\xef\xbb\xbf\xff\xfe \t\r\n\f")
    return start.startswith("<") and any(tag in start for tag in PAGE_TAGS)
