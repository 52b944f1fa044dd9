"""Articles as rows of a Parquet file, of the schema that `artparse.spark` gives a column of articles.

Needs `pip install artparse[parquet]`.
"""

from __future__ import annotations

import io
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.json as pj
import pyarrow.parquet as pq

from artparse.article import Article

ROWS = 1024
BYTES = 8_000_000
"""Bytes of JSON in a row group, at most; `ROWS` is the most articles in one."""

SIMPLE = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
UNIONS = (UnionType, Union)
"""What `X | None` comes to: the latter where X is a Literal."""


@cache
def schema() -> pa.Schema:
    """The columns: the fields of the record, structs and lists within them; a span is a list of two."""
    return pa.schema(list(_struct(Article)))


class File:
    """The file at `path`; articles go to it a row group at a time."""

    def __init__(self, path: Path) -> None:
        self._writer = pq.ParquetWriter(path, schema(), compression="zstd")
        self._lines: list[bytes] = []
        self._bytes = 0

    def add(self, content: bytes) -> None:
        """Take an article as a line of JSON."""
        self._lines.append(content)
        self._bytes += len(content)
        if len(self._lines) >= ROWS or self._bytes >= BYTES:
            self._write()

    def end(self) -> None:
        """Write the last row group and what closes the file."""
        self._write()
        self._writer.close()

    def drop(self) -> None:
        """Close it as it is."""
        self._writer.close()

    def _write(self) -> None:
        if self._lines:
            self._writer.write_table(table(b"".join(self._lines)))
            self._lines, self._bytes = [], 0


def table(lines: bytes) -> pa.Table:
    """Lines of JSON as a table of the schema."""
    read = pj.read_json(
        io.BytesIO(lines),
        read_options=pj.ReadOptions(use_threads=False, block_size=len(lines) + 1),
        parse_options=pj.ParseOptions(explicit_schema=_loose(), unexpected_field_behavior="error"),
    ).combine_chunks()
    columns = [_strict(read.column(i).chunk(0), field) for i, field in enumerate(schema())]
    return pa.Table.from_arrays(columns, schema=schema())


@cache
def _loose() -> pa.Schema:
    """The schema with null allowed everywhere: the reader wants values even inside of what is null."""
    return pa.schema([pa.field(field.name, _nullable(field.type)) for field in schema()])


def _nullable(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(field.name, _nullable(field.type)) for field in kind])
    return pa.list_(_nullable(kind.value_type)) if pa.types.is_list(kind) else kind


def _strict(array: pa.Array, field: pa.Field) -> pa.Array:
    """The same values as an array for `field`, which differs in what may be null only."""
    kind, buffers = field.type, array.buffers()
    if pa.types.is_struct(kind):
        inside = [_strict(array.field(i), kind.field(i)) for i in range(kind.num_fields)]
        del buffers[1:]  # The rest is those of what is inside.
    elif pa.types.is_list(kind):
        inside = [_strict(array.values, kind.value_field)]
        del buffers[2:]
    else:
        inside = []
    nulls = array.null_count
    if not field.nullable:
        # It has nulls only where what holds it is null.
        buffers[0], nulls = None, 0
    return pa.Array.from_buffers(kind, len(array), buffers, nulls, array.offset, inside)


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
