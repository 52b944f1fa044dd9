"""Tables as crawlers and data sets give them: CSV, TSV and Parquet, a row for each article."""

from __future__ import annotations

import ast
import csv
import datetime
import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from artparse.errors import ArtparseError
from artparse.reading.content import Broken, Content, guarded
from artparse.reading.decoding import decode
from artparse.reading.detecting import PARQUET, delimiter_of, suffix_of
from artparse.reading.files import too_large
from artparse.reading.rows import content_of
from artparse.reading.streams import HEAD, lines

LARGEST = 2**31 - 1
"""Code points of a cell, where nothing else is said; more than the library takes by itself."""
BATCH = 64
"""Rows of a Parquet file that are in memory at a time."""
NOTHING = frozenset(("", "nan", "NaN", "None", "null", "NULL", "NA", "N/A", "\\N"))
"""What stands in a cell that holds nothing."""
LONGEST_LIST = 20_000
"""Code points of a cell that is looked at as a list."""


def split(
    file: BinaryIO, name: str | None, max_size: int | None, field: str | None
) -> Iterator[Content | Broken]:
    """The articles of a table; a row that has no text is `Broken`, and the others go on."""
    head = file.peek(HEAD) if hasattr(file, "peek") else b""
    rows = _packed_rows(file) if head.startswith(PARQUET) else _rows(file, head, name, max_size)
    for record, row in enumerate(rows, 1):
        if isinstance(row, str):
            yield Broken(record, "too_large", row)
        else:
            yield guarded(record, partial(_content, row, record, field, max_size))


def _content(row: dict[str, Any], record: int, field: str | None, max_size: int | None) -> Content | Broken:
    content = content_of({name: _unfolded(value) for name, value in row.items()}, record, field)
    if isinstance(content, Broken):
        return content
    if max_size is not None and len(content.data) > max_size:
        return Broken(record, "too_large", too_large(max_size))
    return content._replace(own=row)


def _unfolded(value: Any) -> Any:
    """What a cell holds: a list or object that is written as one, nothing, or the cell as it is."""
    if not isinstance(value, str):
        return value
    if value.strip() in NOTHING:
        return None
    if value[0] in "[{" and value.rstrip()[-1] in "]}" and len(value) <= LONGEST_LIST:
        for read in (json.loads, ast.literal_eval):
            try:
                found = read(value)
            except (ValueError, SyntaxError, RecursionError, MemoryError):
                continue
            if isinstance(found, list | dict):
                return found
    return value


def _rows(
    file: BinaryIO, head: bytes, name: str | None, max_size: int | None
) -> Iterator[dict[str, Any] | str]:
    """The rows of a table in text, by the names in its first; a message for one that is too large."""
    encoding = decode(head).encoding
    first = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    said = re.fullmatch(rb"sep=(.)\r?", first)
    delimiter = (
        said[1].decode("latin-1")
        if said
        else delimiter_of(first.decode(encoding, "replace"), suffix_of(name))
    )
    text = _Lines(file, encoding, max_size, skip=bool(said))
    table = csv.reader(text, delimiter=delimiter)
    names = _next(table, text, max_size)
    if not isinstance(names, list):
        raise ArtparseError("empty", "a table without a row of names")
    while (cells := _next(table, text, max_size)) is not None:
        if isinstance(cells, str):
            yield cells
        elif any(cell.strip() for cell in cells):
            yield dict(zip(map(str.strip, names), cells, strict=False))


def _next(table: Any, text: _Lines, max_size: int | None) -> list[str] | str | None:
    """The next row; a message for one that is too large; null behind the last."""
    before = csv.field_size_limit(min(max_size or LARGEST, LARGEST))
    try:
        row: list[str] | None = next(table, None)
    except csv.Error:
        return too_large(max_size or LARGEST)
    finally:
        csv.field_size_limit(before)
    if text.large:
        text.large = False
        return too_large(max_size or LARGEST)
    return row


class _Lines:
    """The lines of a table as text."""

    def __init__(self, file: BinaryIO, encoding: str, max_size: int | None, skip: bool) -> None:
        self._lines = lines(file, max_size)
        self._encoding = encoding
        self._first = not skip
        self.large = False
        """Whether one was too large, and left out."""
        if skip:
            next(self._lines, None)

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.large = self.large or line is None
        text = (line or b"").decode(self._encoding, "replace").replace("\0", "")
        first, self._first = self._first, False
        return text.removeprefix("\ufeff") if first else text


def _packed_rows(file: BinaryIO) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file. It is put on the disk first: it begins at its end."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        message = "a Parquet file, which needs a library to be read: pip install 'artparse[parquet]'"
        raise ArtparseError("unsupported", message) from None
    import shutil
    import tempfile

    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(file, copy, HEAD)
        copy.seek(0)
        try:
            for batch in parquet.ParquetFile(copy).iter_batches(batch_size=BATCH):
                yield from ({name: _plain(cell) for name, cell in row.items()} for row in batch.to_pylist())
        except (ArrowException, OSError) as error:
            reason = " ".join(f"{error}".split())[:150]
            raise ArtparseError("broken", f"a Parquet file that is damaged: {reason}") from None


def _plain(value: Any) -> Any:
    """A cell as JSON has it."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, bytes):
        return decode(value).text
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)
