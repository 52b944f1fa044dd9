"""Parquet, Excel and CSV: what other programs read in them is what the record says."""

from __future__ import annotations

import csv
import io
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

import artparse as library
from artparse.writing import parquet, spreadsheet
from artparse.writing.json import storable_line
from artparse.writing.said import outlet_of
from support.batches import FIXTURES, small_articles
from support.command import PATIENCE, SEED, artparse, complaint, records_of, started
from support.views import SHOWN, hostile, seed

pytestmark = pytest.mark.slow  # Each writes files of many articles.

ARTICLES = sorted(FIXTURES.glob("*.txt"))[::3]
FEATURES = ["out.parquet", "out.xlsx"]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every third fixture as JSON Lines, Parquet and Excel, and an input that fails."""
    place = tmp_path_factory.mktemp("tables")
    (place / "empty.txt").write_text("", encoding="utf-8")
    for name in ("out.jsonl", *FEATURES):
        result = artparse(*ARTICLES, place / "empty.txt", "-o", place / name, "-i", "text", "-q")
        assert result.returncode == 1
        assert "empty" in complaint(result)
    return place


def records(outputs: Path) -> list[dict[str, Any]]:
    return [one for one in records_of((outputs / "out.jsonl").read_bytes()) if "error" not in one]


def test_parquet_holds_the_records(outputs: Path) -> None:
    import pandas

    table = pyarrow.parquet.read_table(outputs / "out.parquet")
    assert table.to_pylist() == records(outputs)
    frame = pandas.read_parquet(outputs / "out.parquet")
    assert list(frame["title"]) == [one["title"] for one in records(outputs)]


def test_duckdb_asks_parquet(outputs: Path) -> None:
    import duckdb

    path = str(outputs / "out.parquet")
    found = duckdb.execute(
        "SELECT quote.speaker, count(*) FROM (SELECT unnest(quotes) AS quote FROM read_parquet(?))"
        " WHERE quote.speaker IS NOT NULL GROUP BY ALL ORDER BY ALL",
        [path],
    ).fetchall()
    counts: dict[str, int] = {}
    for record in records(outputs):
        for quote in record["quotes"]:
            if quote["speaker"]:
                counts[quote["speaker"]] = counts.get(quote["speaker"], 0) + 1
    assert found == sorted(counts.items())


def test_parquet_has_the_schema_of_spark() -> None:

    pytest.importorskip("pyspark", reason="needs artparse[spark]")
    from pyspark.sql.pandas.types import to_arrow_type

    from artparse.spark import article_type

    assert list(parquet.schema()) == list(to_arrow_type(article_type()))


def test_row_groups_are_written_as_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = storable_line(library.parse_file(SEED))
    assert row
    monkeypatch.setattr(parquet, "ROWS", 3)
    file = parquet.File(tmp_path / "a.parquet")
    for number in range(8):
        file.add(row)
        assert len(file._lines) == (number + 1) % 3
    file.end()
    read = pyarrow.parquet.ParquetFile(tmp_path / "a.parquet")
    assert [read.metadata.row_group(i).num_rows for i in range(read.num_row_groups)] == [3, 3, 2]
    monkeypatch.setattr(parquet, "BYTES", 1)
    file = parquet.File(tmp_path / "b.parquet")
    file.add(row)
    assert file._lines == []
    file.end()


def test_names_and_texts_without_utf_8_in_tables(tmp_path: Path) -> None:
    odd = replace(
        seed(), title="half a \ud800 character", subtitle="\0\u2028\U0001f600", keywords=("\udce9",)
    )
    file = parquet.File(tmp_path / "a.parquet")
    file.add(storable_line(odd) or b"")
    file.end()
    (row,) = pyarrow.parquet.read_table(tmp_path / "a.parquet").to_pylist()
    assert (row["title"], row["keywords"]) == ("half a \\ud800 character", ["\\udce9"])
    assert row["subtitle"] == odd.subtitle
    rows = spreadsheet.rows(odd)
    assert rows and "half a \\ud800 character" in rows["articles"][0]


def sheets(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of each sheet by the names of its columns."""
    import openpyxl

    found = {}
    for sheet in openpyxl.load_workbook(path):
        header, *lines = [[cell.value for cell in row] for row in sheet.rows]
        found[sheet.title] = [dict(zip(map(str, header), line, strict=True)) for line in lines]
    return found


def test_excel_has_the_articles_and_what_was_said(outputs: Path) -> None:
    import pandas

    found, wanted = sheets(outputs / "out.xlsx"), records(outputs)
    assert list(found) == ["articles", "quotes", "reports", "speakers"]
    assert [len(rows) for rows in found.values()] == [
        len(wanted), *(sum(len(one[name]) for one in wanted) for name in ("quotes", "reports", "speakers"))
    ]  # fmt: skip
    quotes = [
        (one["source"]["path"], quote["speaker"], quote["kind"], quote["confidence"])
        for one in wanted
        for quote in sorted(one["quotes"], key=lambda quote: quote["span"])
    ]
    assert [
        tuple(row[n] for n in ("file", "speaker", "kind", "confidence")) for row in found["quotes"]
    ] == quotes
    names = [speaker["name"] for one in wanted for speaker in one["speakers"]]
    assert [row["name"] for row in found["speakers"]] == names
    dated = [row for row in found["articles"] if row["day"]]
    assert dated and all(
        isinstance(row["day"], datetime) and row["published"].startswith(row["day"].date().isoformat())
        for row in dated
    )
    assert list(pandas.read_excel(outputs / "out.xlsx", sheet_name="articles")["words"]) == [
        one["words"] for one in wanted
    ]


def written(tmp_path: Path, *articles: library.Article) -> Path:
    file = spreadsheet.File(tmp_path / "a.xlsx")
    for one in articles:
        rows = spreadsheet.rows(one)
        assert rows
        file.add(rows)
    file.end()
    return tmp_path / "a.xlsx"


def test_no_cell_is_a_formula_or_a_link(tmp_path: Path) -> None:
    import openpyxl

    signs = [replace(seed(), title=f"{sign}HYPERLINK(1)") for sign in ("=", "+", "-", "@", "{=", "http://a.")]
    escaped = replace(seed(), title="one \x01")
    path = written(tmp_path, hostile(), *signs, escaped)
    for sheet in openpyxl.load_workbook(path):
        assert not [cell for row in sheet.rows for cell in row if cell.data_type == "f" or cell.hyperlink]
    found = sheets(path)
    assert [row["title"] for row in found["articles"][1:]] == [one.title for one in signs] + ["one \\x01"]
    assert SHOWN in found["quotes"][0]["quote"]


def test_what_excel_has_no_room_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "LONGEST_SHEET", 4)
    long = replace(seed(), body="\U0001f600" * 20_000)
    found = sheets(written(tmp_path, long, *[seed()] * 4))
    assert [len(found[name]) for name in ("articles", "articles 2")] == [3, 2]
    body = found["articles"][0]["body"]
    assert body.endswith("\U0001f600 [...]")
    assert 32_700 < len(body.encode("utf-16-le")) / 2 <= 32_767


@pytest.mark.parametrize("name", FEATURES)
def test_whole_files_or_none(tmp_path: Path, name: str) -> None:
    import pandas

    folder = small_articles(tmp_path / "in", 100)
    target = tmp_path / "out" / name
    target.parent.mkdir()
    target.write_bytes(b"as it was")
    # It cannot end before its standard input does.
    process = started(folder, "-", "-o", target, "-q", stdin=subprocess.PIPE)
    while not (target.parent / f"{name}.part").exists():
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=PATIENCE) == 130
    assert process.stderr and process.stdin
    process.stderr.close()
    process.stdin.close()
    assert [path.name for path in target.parent.iterdir()] == [name]
    assert target.read_bytes() == b"as it was"
    assert artparse(folder, "-o", target, "-q").returncode == 0
    assert [path.name for path in target.parent.iterdir()] == [name]
    count = len(pandas.read_parquet(target)) if name == "out.parquet" else len(sheets(target)["articles"])
    assert count == 100


@pytest.mark.parametrize("name", FEATURES)
def test_wrong_usage_is_found_out_first(tmp_path: Path, name: str) -> None:
    for arguments, words in (
        (("-o", tmp_path / name, "-f", "json"), "--format"),
        (("-o", tmp_path / name, "--resume"), "--resume"),
        (("-o", tmp_path / "none" / name), "cannot be written"),
    ):
        result = artparse(SEED, *arguments)
        assert (result.returncode, result.stdout) == (2, b"")
        assert words in complaint(result)
    (tmp_path / name).mkdir()
    assert artparse(SEED, "-o", tmp_path / name).returncode == 0, "a folder is a folder of JSON files"


@pytest.mark.parametrize(("name", "library_"), [("out.parquet", "pyarrow"), ("out.xlsx", "xlsxwriter")])
def test_a_missing_library_is_named(tmp_path: Path, name: str, library_: str) -> None:
    script = f"""
import sys
sys.modules[{library_!r}] = None
sys.argv = ["artparse", {str(SEED)!r}, "-o", {str(tmp_path / name)!r}]
from artparse.command import main
main()
"""
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert result.returncode == 2
    assert f"pip install 'artparse[{name.partition('.')[2]}]'" in complaint(result)


def test_csv_quotes_every_cell(outputs: Path) -> None:
    printed = artparse(*ARTICLES, "-f", "csv", "-i", "text", "-q").stdout.decode()
    rows = list(csv.DictReader(io.StringIO(printed, newline=""), strict=True))
    wanted = [
        (one["source"]["path"], one["language"] or "", quote["utterance"], f"{quote['confidence']}")
        for one in records(outputs)
        for quote in sorted(
            one["quotes"] + one["reports"], key=lambda said: said.get("span") or said["spans"][0]
        )
    ]
    columns = ("file", "language", "utterance", "confidence")
    assert [tuple(row[name] for name in columns) for row in rows] == [
        (path, language, str(utterance), confidence) for path, language, utterance, confidence in wanted
    ]
    for line in printed.split("\r\n")[:-1]:
        assert line.startswith('"') and line.endswith('"') and ",," not in line


@pytest.mark.parametrize(
    ("site", "url", "outlet"),
    [
        ("The Paper", "https://www.other.example/a", "The Paper"),
        (None, "https://www.paper.example:8080/a", "paper.example"),
        (None, "no address", None),
        (None, "http://[broken", None),
        (None, None, None),
    ],
)
def test_the_outlet(site: str | None, url: str | None, outlet: str | None) -> None:
    found = seed()
    assert outlet_of(replace(found, site=site, source=replace(found.source, url=url))) == outlet
