"""Articles as rows of a Parquet file, of the schema that `artparse.spark` gives a column of articles.

Needs `pip install artparse[parquet]`.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from artparse.article import Article, ErrorRecord, plain
from artparse.writing.database import storable

ROWS = 512
CHARACTERS = 4_000_000
"""Of bodies and source texts; a row group has so many, or `ROWS` articles, at most."""

SIMPLE = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
UNIONS = (UnionType, Union)
"""What `X | None` comes to: the latter where X is a Literal."""


def row(record: Article | ErrorRecord) -> dict[str, Any] | None:
    """An article as dicts, lists and values that have UTF-8; nothing for an error record."""
    if isinstance(record, ErrorRecord):
        return None
    result: dict[str, Any] = _storable(plain(record))
    return result


@cache
def schema() -> pa.Schema:
    """The columns: the fields of the record, structs and lists within them; a span is a list of two."""
    return pa.schema(list(_struct(Article)))


class File:
    """The file at `path`; articles go to it a row group at a time."""

    def __init__(self, path: Path) -> None:
        self._writer = pq.ParquetWriter(path, schema(), compression="zstd")
        self._rows: list[dict[str, Any]] = []
        self._characters = 0

    def add(self, content: dict[str, Any]) -> None:
        """Take the row of one article."""
        self._rows.append(content)
        self._characters += len(content["body"]) + len(content["text"] or "")
        if len(self._rows) >= ROWS or self._characters >= CHARACTERS:
            self._write()

    def end(self) -> None:
        """Write the last row group and what closes the file."""
        self._write()
        self._writer.close()

    def drop(self) -> None:
        """Close it as it is."""
        self._writer.close()

    def _write(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema()))
            self._rows, self._characters = [], 0


def _storable(value: Any) -> Any:
    """`value` with every text in it storable: the name of a file may hold half a character."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {name: _storable(item) for name, item in value.items()}
    return value


def _struct(kind: type) -> list[pa.Field]:
    hints = get_type_hints(kind)
    return [_field(field.name, hints[field.name]) for field in fields(kind)]


def _field(name: str, hint: Any) -> pa.Field:
    nullable = get_origin(hint) in UNIONS and NoneType in get_args(hint)
    return pa.field(name, _type(hint), nullable)


def _type(hint: Any) -> pa.DataType:
    """The Arrow type of one annotation of `article.py`."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return pa.struct(_struct(hint))
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return pa.string()
    if origin is tuple:  # Also of two: a span.
        return pa.list_(pa.field("element", _type(arguments[0]), nullable=False))
    if origin in UNIONS:
        (only,) = (argument for argument in arguments if argument is not NoneType)
        return _type(only)
    raise TypeError(f"no Arrow type for {hint!r}")
