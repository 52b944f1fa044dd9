"""artparse over a Spark DataFrame: a column of articles in, a column of typed records out.

    from artparse.spark import parse_column
    parsed = parse_column(pages, "html", input_format="html")
    parsed.select("url", "article.title", "article.quotes").write.parquet("articles")

Needs `pip install artparse[spark]` on the driver and on every worker. Rows travel in Arrow
batches; nothing is shuffled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from artparse.article import Article, Failure, plain
from artparse.errors import ArtparseError, crash
from artparse.pipeline import article_of
from artparse.reading import FORMATS, MAX_SIZE, read
from artparse.running.limits import TimeLimit, time_limit

try:
    import pyarrow as pa
    from pyspark.sql import types as t
except ImportError as error:
    raise ImportError(f"artparse.spark needs {error.name}: pip install artparse[spark]") from None

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SIMPLE: dict[Any, type[t.DataType]] = {
    str: t.StringType,
    int: t.LongType,
    float: t.DoubleType,
    bool: t.BooleanType,
}

UNIONS = (UnionType, Union)
"""What `X | None` comes to: the latter where X is a Literal."""

ROWS = 64
"""Articles that are held at once, with their records."""


def parse_column(
    frame: DataFrame,
    column: str,
    *,
    article: str = "article",
    error: str = "error",
    input_format: str = "auto",
    keep_text: bool = False,
    timeout: float = 60,
    max_size: int = MAX_SIZE,
) -> DataFrame:
    """`frame` with two columns more: the record of the article in `column`, and why there is none.

    `column` is of strings or binary. The new columns, named `article` and `error`, are structs as
    of `article_type` and `error_type`; one of them is null in every row, both where `column` is.
    `timeout` is seconds for a document, `max_size` bytes. No document fails the job. Raises
    ValueError for an unknown `input_format`, a column that is missing or of another type, or a
    name that is taken.
    """
    if column not in frame.columns:
        raise ValueError(f"no column {column!r} in {', '.join(frame.columns)}")
    if not isinstance(frame.schema[column].dataType, t.StringType | t.BinaryType):
        raise ValueError(f"column {column!r} is neither string nor binary")
    if taken := {article, error} & set(frame.columns):
        raise ValueError(f"column {sorted(taken)[0]!r} is there already; give another name")
    if input_format not in FORMATS:
        raise ValueError(f"input_format must be one of {', '.join(FORMATS)}, not {input_format!r}")
    schema = t.StructType(
        [*frame.schema.fields, t.StructField(article, article_type()), t.StructField(error, error_type())]
    )
    work = _work(column, article, error, input_format, keep_text, timeout, max_size)
    return frame.mapInArrow(work, schema)


def article_type() -> t.StructType:
    """The record of an article as a Spark type; a span is an array of two."""
    return _struct(Article)


def error_type() -> t.StructType:
    """Kind and message of a failure."""
    return _struct(Failure)


def _struct(kind: type) -> t.StructType:
    hints = get_type_hints(kind)
    return t.StructType([_field(field.name, hints[field.name]) for field in fields(kind)])


def _field(name: str, hint: Any) -> t.StructField:
    nullable = get_origin(hint) in UNIONS and NoneType in get_args(hint)
    return t.StructField(name, _type(hint), nullable)


def _type(hint: Any) -> t.DataType:
    """The Spark type of one annotation of `article.py`."""
    if hint in SIMPLE:
        return SIMPLE[hint]()
    if is_dataclass(hint) and isinstance(hint, type):
        return _struct(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return t.StringType()
    if origin is tuple:  # Also of two: a span.
        return t.ArrayType(_type(arguments[0]), containsNull=False)
    if origin in UNIONS:
        (only,) = (argument for argument in arguments if argument is not NoneType)
        return _type(only)
    raise TypeError(f"no Spark type for {hint!r}")


def _work(
    column: str, article: str, error: str, input_format: str, keep_text: bool, timeout: float, max_size: int
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """What Spark's workers do with batches of rows."""

    def parse(data: str | bytes) -> tuple[Any, Any]:
        """Record and failure, one of which is null."""
        try:
            with time_limit(timeout):
                document = read(data, input_format=input_format, max_size=max_size)
                return plain(article_of(document, keep_text=keep_text)), None
        except TimeLimit:
            return None, {"kind": "timeout", "message": f"not done after {timeout:g} seconds"}
        except ArtparseError as failure:
            return None, {"kind": failure.kind, "message": failure.message}
        except Exception as failure:
            return None, {"kind": "crashed", "message": crash(failure)}

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from pyspark.sql.pandas.types import to_arrow_type

        types = [to_arrow_type(article_type()), to_arrow_type(error_type())]
        for whole in batches:
            for start in range(0, whole.num_rows, ROWS):
                batch = whole.slice(start, ROWS)
                given = batch.column(batch.schema.get_field_index(column))
                results = [(None, None) if data is None else parse(data) for data in given.to_pylist()]
                added = [pa.array([result[i] for result in results], kind) for i, kind in enumerate(types)]
                names = [*batch.schema.names, article, error]
                yield pa.RecordBatch.from_arrays([*batch.columns, *added], names=names)

    return work
