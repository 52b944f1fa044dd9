"""Bytes to source text and blocks: one file per format, one call for all of them."""

from __future__ import annotations

from importlib import import_module

from artparse.errors import ArtparseError
from artparse.reading.content import Content
from artparse.reading.detecting import detect, refuse_binary
from artparse.reading.document import Document
from artparse.reading.files import MAX_SIZE, check_size, drain, load

__all__ = ["FORMATS", "MAX_SIZE", "Document", "drain", "load", "read"]

READERS = {"text": "plain"}
"""The module of each format; imported when used, so that one format does not pay for another.
Each has a function `read(content: Content) -> Document`."""

FORMATS = ("auto", *READERS)


def read(
    data: str | bytes,
    *,
    input_format: str = "auto",
    name: str | None = None,
    max_size: int | None = None,
) -> Document:
    """The source text and blocks of one article's input.

    `data` is text, or bytes in any encoding; `input_format` one of `FORMATS`; `name` a file
    name that helps to tell the format; `max_size` the most bytes to accept, null for any.

    Raises ArtparseError: `too_large`, `empty` (nothing, or white space only), `binary`,
    `unsupported` (a format that is not read). Raises ValueError for an unknown `input_format`.
    """
    if input_format not in FORMATS:
        raise ValueError(f"input_format must be one of {', '.join(FORMATS)}, not {input_format!r}")
    content = _content(data, name)
    check_size(len(content.data), max_size)
    if content.text is None:
        refuse_binary(content.data)
    if input_format == "auto":
        input_format = detect(content)
    reader = import_module(f"{__name__}.{READERS[input_format]}")
    document: Document = reader.read(content)
    if not document.blocks:
        raise ArtparseError("empty", "nothing in it but white space" if data else "empty")
    return document


def _content(data: str | bytes, name: str | None) -> Content:
    if isinstance(data, str):
        # A lone surrogate, which a str may hold, has no UTF-8 of its own.
        return Content(data.encode("utf-8", "surrogatepass"), data, name)
    return Content(bytes(data), None, name)
