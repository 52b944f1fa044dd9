"""Rich text files (`.rtf`): their words as plain text."""

from __future__ import annotations

from artparse.errors import ArtparseError
from artparse.patterns import pattern
from artparse.reading.content import Content
from artparse.reading.document import Document
from artparse.reading.plain import blocks
from artparse.reading.streams import HEAD

_CELL = pattern(r"(?<!\\)\\(?:nest)?cell(?![a-z])")
"""The end of a table's cell, for which the library has a sign that a text may have itself."""
FONTS = pattern(r"\\f(\d{1,6})(?:(?!\\f\d)[^;]){0,300}?\\fcharset(\d{1,6})([^;]{1,300});")
"""Number, character set and name of each font of a file."""


def read(content: Content) -> Document:
    """The text of a file, a line for each paragraph."""
    text = text_of(content.data)
    return Document(text, tuple(blocks(text)), "rtf", "utf-8", content.sha256)


def text_of(data: bytes) -> str:
    """The words of a file; raises ArtparseError where it cannot be read."""
    try:
        from striprtf import striprtf
    except ImportError:
        message = "a rich text file (RTF), which needs a library to be read: pip install 'artparse[rtf]'"
        raise ArtparseError("unsupported", message) from None
    if getattr(striprtf, "FONTTABLE", FONTS) is not FONTS:
        striprtf.FONTTABLE = FONTS  # Its own takes the cube of the length of a damaged table.
    try:
        markup = _CELL.sub(r"\\tab", data.decode("latin-1"))
        return str(striprtf.rtf_to_text(markup, errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as error:  # What the library raises for damage is of many kinds.
        reason = " ".join(f"{error}".split())[:150]
        raise ArtparseError("broken", f"a rich text file that is damaged: {reason}; save it again") from None


def beginning_of(head: bytes) -> str:
    """The words of a file whose first bytes these are."""
    return text_of(head[:HEAD])
