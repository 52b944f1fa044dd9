"""Bytes to source text and blocks: one file per format, one call for all of them.

An input is split into its records (`split`), and each record is read (`read_record`): two
steps, so that the first can run where the file is and the second anywhere.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib import import_module
from typing import BinaryIO

from artparse.article import KeptField
from artparse.errors import ArtparseError
from artparse.reading.content import TOO_DEEP, Broken, Content, broken_by
from artparse.reading.detecting import NAMES, detect, refuse_binary, suffix_of
from artparse.reading.document import Document, check_blocks, flat, merged
from artparse.reading.files import MAX_SIZE, check_size, drain, load, opened
from artparse.reading.streams import HEAD, Stream, in_utf8

__all__ = [
    "FORMATS", "MAX_SIZE", "SUFFIXES", "Broken", "Content", "Document", "Stream", "drain", "has_fields",
    "holds_many", "holds_records", "is_json", "load", "opened", "read", "read_one", "read_record", "split",
]  # fmt: skip

READERS = {
    "text": "plain",
    "markdown": "markdown",
    "html": "html",
    "mhtml": "mhtml",
    "email": "mail",
    "docx": "word",
    "rtf": "rich",
    "pdf": "pdf",
    "exported": "exports",
}
"""The module of each format of one article, imported when used, so that one format does not pay
for another. Each has a function `read(content: Content) -> Document`. An article of an export has
its database in the name of its format, too: `exported-nexis`."""

PACKED = ("docx", "rtf")
"""Formats of one article in which an export may come: their modules have functions
`text_of(data)` and `beginning_of(head)`, which needs no more than the first bytes."""

SPLITTERS = {
    "jsonl": "jsonlines",
    "csv": "tables",
    "mbox": "mailbox",
    "warc": "warc",
    "export": "exports",
    "records": "records",
}
"""The module of each format that holds many articles. Each has a function
`split(stream: BinaryIO, name: str | None, max_size: int | None, field: str | None)`, which
gives a `Content` or `Broken` for every record, numbered from 1."""

NOTHING = "empty, not one byte in it"

WITH_FIELDS = ("jsonl", "csv")
"""Formats whose records have named fields, one of which holds the text."""

FORMATS = (
    "auto", "text", "markdown", "html", "email", "jsonl", "csv", "warc", "export", "docx", "rtf", "pdf",
    "records",
)  # fmt: skip
"""What `input_format` may be; `html` takes saved pages (MHTML), `email` mailboxes, `csv` other tables."""

KINDS = {"html": ("html", "mhtml"), "email": ("email", "mbox")}
"""The formats that one name of `FORMATS` stands for, told apart by content and name."""

SUFFIXES = tuple(suffix + compressed for suffix in (".txt", ".text", *NAMES) for compressed in ("", ".gz"))
"""How names of files end that are articles, when a whole folder is read."""


def split(
    source: BinaryIO | Stream | bytes,
    *,
    input_format: str = "auto",
    name: str | None = None,
    max_size: int | None = None,
    field: str | None = None,
    keep: tuple[str, ...] = (),
) -> Iterator[Content | Broken]:
    """The records of an input, in order and one at a time: one, or as many as its format holds.

    `source` is an open file, a pipe or bytes, and may be compressed with gzip. `input_format`
    is one of `FORMATS`; `name` a file name that helps to tell the format; `max_size` the most
    (decompressed) bytes of one record, null for any; `field` where the records of a JSON file
    have their text; `keep` names fields of theirs that go into the record. Memory does not grow
    with the number of records.

    Raises ArtparseError for an input that is no article and holds none, as `read` does, or
    whose format needs a library that is not installed. A record that cannot be read comes as
    `Broken`, in its place; so does the end of an input that is cut off.
    """
    _check_format(input_format)
    stream = Stream(io.BytesIO(source) if isinstance(source, bytes) else source)
    refuse_binary(stream.head, name)
    found = _format_of(stream.head, name, input_format)
    with io.BufferedReader(stream, HEAD) as file:
        if found not in SPLITTERS:
            data = drain(file, max_size=max_size)
            if stream.failure:
                raise stream.failure
            # Its beginning tells, so that what is no export is not read twice.
            begins = found in PACKED and _export_in(data, found, "beginning_of")
            if begins and (text := _export_in(data, found)):
                exports = import_module(f"{__name__}.exports")
                linear = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
                for item in exports.split(linear, name, max_size, field, found):
                    yield _keeping(item, keep) if isinstance(item, Content) else item
            else:
                yield Content(data, name=name, format=found)
            return
        waiting: Content | Broken | None = None
        splitter = import_module(f"{__name__}.{SPLITTERS[found]}")
        lines = file if found == "warc" else in_utf8(file)
        for item in _guarded(splitter.split(lines, name, max_size, field)):
            if waiting:
                yield waiting
            waiting = _keeping(item, keep) if isinstance(item, Content) else item
        if stream.failure:
            # What is broken at the end of a file that is cut off is broken for that reason.
            number = 1 if waiting is None else waiting.record or 1
            if isinstance(waiting, Content):
                yield waiting
                number += 1
            yield Broken(number, stream.failure.kind, stream.failure.message)
        elif waiting:
            yield waiting
        else:
            raise ArtparseError("empty", "no articles in it" if stream.head.strip() else NOTHING)


def _keeping(content: Content, names: tuple[str, ...]) -> Content:
    """`content` with those of the input's own fields that `names` asks for, and without the others."""
    if content.own is None:
        return content._replace(keep=names) if names else content
    import json  # Only for what has fields.

    kept = tuple(
        KeptField(name, json.dumps(content.own[name], ensure_ascii=False))
        for name in names
        if name in content.own
    )
    return content._replace(own=None, fields=kept)


def _guarded(records: Iterator[Content | Broken]) -> Iterator[Content | Broken]:
    """The same records; what goes wrong behind the first of them is one more, `Broken`."""
    number = 0
    while True:
        try:
            item = next(records, None)
        except OSError:
            raise  # Of the file, and not of what it holds.
        except Exception as error:
            if isinstance(error, ArtparseError) and not number:
                raise
            yield broken_by(error, number + 1)
            return
        if item is None:
            return
        number = item.record or number + 1
        yield item


def holds_many(head: bytes, name: str | None, input_format: str = "auto") -> bool:
    """Whether an input that begins with `head` (`Stream.head`) is of a format that holds many articles."""
    try:
        refuse_binary(head, name)
        found = _format_of(head, name, input_format)
        if found == "records":
            return not import_module(f"{__name__}.records").holds_one(head)
        return found in SPLITTERS or (found in PACKED and bool(_export_in(head, found, "beginning_of")))
    except ArtparseError:
        return False


def has_fields(head: bytes, name: str | None, input_format: str = "auto") -> bool:
    """Whether an input that begins with `head` is of a format whose records have named fields."""
    try:
        return _format_of(head, name, input_format) in WITH_FIELDS
    except ArtparseError:
        return False


def is_json(name: str) -> bool:
    """Whether the name of a file says that it holds JSON."""
    return NAMES.get(suffix_of(name)) == "jsonl"


def holds_records(head: bytes, name: str | None) -> bool:
    """Whether an input that begins with `head` holds artparse's own JSON."""
    return _format_of(head, name, "auto") == "records"


def _export_in(data: bytes, format_: str, function: str = "text_of") -> str:
    """The text of a document that is an export, or of the beginning of one; empty for any other."""
    if not data.startswith((b"PK", b"{\\rtf")):
        return ""
    from artparse.reading.exports import is_export

    text: str = getattr(import_module(f"{__name__}.{READERS[format_]}"), function)(data)
    return text if is_export(text) else ""


def read_record(content: Content) -> Document:
    """The source text and blocks of one record; raises ArtparseError as `read` does."""
    if content.format == "records":
        message = "a record of artparse's own; Article.from_json reads one, parse_many a file of them"
        raise ArtparseError("unsupported", message)
    if content.text is None:
        refuse_binary(content.data, content.name)
    found = content.format
    if found.partition("-")[0] not in READERS:
        found = _format_of(content.data[:HEAD], content.name, found)
        found = found if found in READERS else "text"
    reader = import_module(f"{__name__}.{READERS[found.partition('-')[0]]}")
    try:
        document: Document = reader.read(content)
    except RecursionError:
        raise ArtparseError("broken", TOO_DEEP) from None
    check_blocks(len(document.blocks))
    if not document.blocks:
        raise ArtparseError("empty", "nothing in it but white space" if content.data else NOTHING)
    if content.given and document.has_elements:
        document = flat(document)
    return document._replace(
        record=content.record,
        evidence=merged(document.evidence, content.evidence),
        id=content.id or document.id,
        fields=content.fields or document.fields,
        given=document.given or (content.given and not document.has_elements),
    )


def read(
    data: str | bytes,
    *,
    input_format: str = "auto",
    name: str | None = None,
    max_size: int | None = None,
    field: str | None = None,
    keep: tuple[str, ...] = (),
) -> Document:
    """The source text and blocks of one article's input.

    `data` is text, or bytes in any encoding; the rest is as for `split`.

    Raises ArtparseError: `too_large`, `empty` (nothing, or white space only), `binary`,
    `broken` (damaged, or cut off), `unsupported` (a format that is not read, or an input of
    many records). Raises ValueError for an unknown `input_format`.
    """
    _check_format(input_format)
    if isinstance(data, str):
        # A lone surrogate, which a str may hold, has no UTF-8 of its own.
        content = Content(data.encode("utf-8", "surrogatepass"), data, name)
        check_size(len(content.data), max_size)
        found = _format_of(content.data[:HEAD], name, input_format)
        if found not in SPLITTERS:
            return read_record(content._replace(format=found))
        data = content.data
    if not isinstance(data, bytes | bytearray | memoryview):
        raise TypeError(f"an article is str or bytes, not {type(data).__name__}; parse_file reads a file")
    return read_one(
        bytes(data), input_format=input_format, name=name, max_size=max_size, field=field, keep=keep
    )


def read_one(
    source: BinaryIO | Stream | bytes,
    *,
    input_format: str = "auto",
    name: str | None = None,
    max_size: int | None = None,
    field: str | None = None,
    keep: tuple[str, ...] = (),
) -> Document:
    """The only record of an input, of which no more than two are read; otherwise as `read`."""
    records = split(source, input_format=input_format, name=name, max_size=max_size, field=field, keep=keep)
    first = next(records)
    if isinstance(first, Broken):
        raise ArtparseError(first.kind, first.message)
    if next(records, None) is not None:
        raise ArtparseError("unsupported", "holds many articles; artparse.parse_many gives them one by one")
    return read_record(first)


def _check_format(input_format: str) -> None:
    if input_format not in FORMATS:
        raise ValueError(f"input_format must be one of {', '.join(FORMATS)}, not {input_format!r}")


def _format_of(head: bytes, name: str | None, asked: str) -> str:
    if asked == "auto":
        return detect(head, name)
    return detect(head, name, KINDS[asked]) or asked if asked in KINDS else asked
