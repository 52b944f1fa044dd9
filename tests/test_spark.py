"""artparse on a real Spark with two workers, on this machine."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.batches import FIXTURES, article
from support.records import validate

pytest.importorskip("pyspark", reason="needs artparse[spark]")

from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as f
from pyspark.sql import types as t

import artparse
from artparse.spark import article_type, error_type, parse_column

pytestmark = pytest.mark.slow  # Starts Java.

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master("local[2]")
        .appName("artparse tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.memory", "1g")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def texts(spark: SparkSession, values: list[Any], kind: t.DataType | None = None) -> DataFrame:
    """Numbered rows in four partitions, with the values in `text`."""
    schema = t.StructType([t.StructField("id", t.LongType()), t.StructField("text", kind or t.StringType())])
    return spark.createDataFrame(spark.sparkContext.parallelize(list(enumerate(values)), 4), schema)


def by_number(frame: DataFrame) -> list[Row]:
    return sorted(frame.collect(), key=lambda row: int(row["id"]))


def test_records_are_those_of_the_library(spark: SparkSession) -> None:
    paths = sorted(FIXTURES.glob("*.txt"))
    frame = texts(spark, [path.read_bytes() for path in paths], t.BinaryType())
    rows = by_number(parse_column(frame, "text"))
    assert len(rows) == len(paths)
    for path, row in zip(paths, rows, strict=True):
        record = json.loads(json.dumps(row["article"].asDict(recursive=True)))
        assert validate(record) == artparse.parse(path.read_bytes()).to_dict()
        assert row["error"] is None


def test_failures_are_a_column_and_fail_no_job(spark: SparkSession) -> None:
    given = [article(1), "", " \n ", None, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", article(2)]
    values = [None if text is None else text.encode("latin-1", "replace") for text in given]
    rows = by_number(parse_column(texts(spark, values, t.BinaryType()), "text"))
    assert [row["error"] and row["error"]["kind"] for row in rows] == [
        None,
        "empty",
        "empty",
        None,
        "binary",
        None,
    ]
    assert [row["article"] is not None for row in rows] == [True, False, False, False, False, True]


def test_a_document_that_takes_too_long(spark: SparkSession) -> None:
    values = [article(1), "“Yes,” said Anna Berg, the mayor. " * 300_000, article(2)]
    rows = by_number(parse_column(texts(spark, values), "text", timeout=1))
    assert [row["error"] and row["error"]["kind"] for row in rows] == [None, "timeout", None]
    rows = by_number(parse_column(texts(spark, values), "text", max_size=100_000))
    assert [row["error"] and row["error"]["kind"] for row in rows] == [None, "too_large", None]


def test_both_workers_are_used(spark: SparkSession) -> None:
    frame = parse_column(texts(spark, [article(n) for n in range(400)]), "text")
    assert frame.rdd.getNumPartitions() == 4
    assert frame.filter("error IS NULL").count() == 400


def test_the_type_is_that_of_the_json_schema(spark: SparkSession) -> None:
    """Every field of the JSON Schema is there, nullable where null is allowed."""
    from artparse.schema import schema

    definitions = schema()["$defs"]
    numbers = {"string": "string", "integer": "bigint", "number": "double"}

    def check(kind: t.DataType, described: dict[str, Any], nullable: bool) -> None:
        options = described.get("anyOf", [described])
        plain = [option for option in options if option.get("type") != "null"]
        types = plain[0].get("type", [])
        names = [types] if isinstance(types, str) else types
        assert nullable == (len(plain) < len(options) or "null" in names)
        (option,) = plain
        if "$ref" in option:
            option = definitions[option["$ref"].rpartition("/")[2]]
        if isinstance(kind, t.StructType):
            assert kind.fieldNames() == list(option["properties"])
            for field in kind.fields:
                check(field.dataType, option["properties"][field.name], field.nullable)
        elif isinstance(kind, t.ArrayType):
            assert option["type"] == "array"
            check(kind.elementType, option.get("items") or option["prefixItems"][0], kind.containsNull)
        elif "enum" in option:
            assert kind.simpleString() == "string"
        elif "const" in option:
            assert isinstance(option["const"], int) and kind.simpleString() == "bigint"
        else:
            (name,) = [name for name in names if name != "null"] or [option["type"]]
            assert kind.simpleString() == numbers[name]

    check(article_type(), {"$ref": "#/$defs/Article"}, False)
    check(error_type(), {"$ref": "#/$defs/Failure"}, False)


def test_other_columns_stay_and_names_can_be_chosen(spark: SparkSession) -> None:
    frame = texts(spark, [article(1)]).withColumn("article", f.lit("taken"))
    with pytest.raises(ValueError, match="article"):
        parse_column(frame, "text")
    row = parse_column(frame, "text", article="parsed", error="why", keep_text=True).first()
    assert row is not None
    assert row["article"] == "taken"
    assert row["parsed"]["text"] == article(1)
    assert row["why"] is None


@pytest.mark.parametrize(
    ("column", "more", "match"),
    [("nothing", {}, "no column"), ("id", {}, "neither"), ("text", {"input_format": "xml"}, "input_format")],
)
def test_wrong_usage(spark: SparkSession, column: str, more: dict[str, Any], match: str) -> None:
    with pytest.raises(ValueError, match=match):
        parse_column(texts(spark, [article(1)]), column, **more)


def test_a_corpus_in_parquet_there_and_back(spark: SparkSession, tmp_path: Path) -> None:
    texts(spark, [article(n) for n in range(50)]).write.parquet(f"{tmp_path}/in")
    parsed = parse_column(spark.read.parquet(f"{tmp_path}/in"), "text")
    parsed.write.parquet(f"{tmp_path}/out")
    found = spark.read.parquet(f"{tmp_path}/out")
    assert found.count() == 50
    speakers = found.select(f.explode("article.quotes").alias("quote")).groupBy("quote.speaker").count()
    assert speakers.filter("speaker IS NOT NULL").count() > 0


def test_the_documented_corpus_of_warc_files(spark: SparkSession, tmp_path: Path) -> None:
    """The second example of docs/batches.md, as it stands there."""
    warcio = pytest.importorskip("warcio.warcwriter", reason="needs artparse[warc]")
    from warcio.statusandheaders import StatusAndHeaders

    (tmp_path / "warc").mkdir()
    for number in range(2):
        with (tmp_path / "warc" / f"{number}.warc.gz").open("wb") as file:
            writer = warcio.WARCWriter(file, gzip=True)
            for page in range(3):
                title, *paragraphs = article(10 * number + page).strip().split("\n\n")
                body = f"<h1>{title}</h1>" + "".join(f"<p>{text}</p>" for text in paragraphs)
                writer.write_record(
                    writer.create_warc_record(
                        f"https://example.org/{number}/{page}",
                        "response",
                        payload=io.BytesIO(f"<!DOCTYPE html><html><body>{body}</body></html>".encode()),
                        http_headers=StatusAndHeaders(
                            "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
                        ),
                    )
                )
    text = (ROOT / "docs" / "batches.md").read_text(encoding="utf-8")
    example = text.split("```python\n")[2].partition("```")[0]
    example = example.replace('"warc/', f'"{tmp_path}/warc/').replace('"articles"', f'"{tmp_path}/articles"')
    exec(example, {"spark": spark, "parse_column": parse_column})
    found = spark.read.parquet(f"{tmp_path}/articles")
    assert found.count() == 6
    titles = {row["title"] for row in found.select("article.title").collect()}
    assert titles == {article(10 * a + b).partition("\n")[0] for a in range(2) for b in range(3)}
