"""The SQLite output: every value in its row, rows replaced by input, the documented questions."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import artparse as library
from support.batches import FIXTURES, article, check_database, record_in, rows, small_articles
from support.command import artparse, complaint

DOCUMENT = Path(__file__).parents[1] / "docs" / "database.md"
QUESTIONS = re.findall(r"\n([^\n]+):\n\n```sql\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred small articles, the fixtures, and two inputs that fail."""
    place = tmp_path_factory.mktemp("database")
    folder = small_articles(place / "in", 200)
    (folder / "empty.txt").write_text("")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    target = place / "articles.db"
    result = artparse(folder, FIXTURES, "-i", "text", "-o", target, "-q")
    assert result.returncode == 1
    return target


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_rows_of_an_article_are_its_record(database: Path, path: Path) -> None:
    wanted = library.parse_file(path, input_format="text")
    assert record_in(database, str(path)) == json.loads(wanted.to_json())


def test_it_is_sound_and_finished(database: Path) -> None:
    check_database(database)
    held = rows(database)
    assert [row[-1] for row in held["runs"]] == [1]
    assert [row[3] for row in held["errors"]] == ["empty", "binary"]
    assert {path.name for path in database.parent.iterdir()} == {"in", "articles.db"}


@pytest.mark.parametrize(("question", "query"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_documented_questions_have_answers(database: Path, question: str, query: str) -> None:
    with closing(sqlite3.connect(database)) as opened:
        assert opened.execute(query).fetchall()


def test_every_query_of_the_document_is_a_question() -> None:
    assert len(QUESTIONS) == DOCUMENT.read_text(encoding="utf-8").count("```sql") >= 8


def test_who_is_quoted_most(database: Path) -> None:
    """The first question, counted by hand from the records."""
    counts: dict[str, int] = {}
    with closing(sqlite3.connect(database)) as opened:
        found = dict(opened.execute(QUESTIONS[0][1]).fetchall())
        paths = [path for (path,) in opened.execute("SELECT path FROM articles")]
    for path in paths:
        record = record_in(database, path)
        words = re.findall(r"\w+", f"{record['title']} {record['body']}".lower())
        if "harbour" in words:
            for speaker in record["speakers"]:
                counts[speaker["name"]] = counts.get(speaker["name"], 0) + len(speaker["quotes"])
    best = sorted(((-count, name) for name, count in counts.items() if count))[:10]
    assert list(found.items()) == [(name, -count) for count, name in best]


def test_parsing_again_replaces_the_rows(tmp_path: Path) -> None:
    target = tmp_path / "out.db"
    one, other = tmp_path / "1.txt", tmp_path / "2.txt"
    one.write_text(article(1))
    other.write_text(article(2))
    assert artparse(one, other, "-o", target, "-q").returncode == 0
    before = rows(target)
    one.write_text(article(3))
    other.write_text("")
    assert artparse(one, other, "-o", target, "-q").returncode == 1
    check_database(target)
    assert record_in(target, str(one))["title"] == article(3).partition("\n")[0]
    after = rows(target)
    assert [row[0] for row in after["articles"]] == [before["articles"][0][0]]
    assert {row[1] for row in after["paragraphs"]} == {after["articles"][0][0]}
    assert len(after["errors"]) == 1
    other.write_text(article(2))
    assert artparse(other, "-o", target, "-q").returncode == 0
    assert rows(target)["errors"] == []
    check_database(target)
    with closing(sqlite3.connect(target)) as opened:
        found = opened.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH '3th'").fetchall()
    assert len(found) == 1


def test_records_that_a_file_no_longer_holds_are_gone(tmp_path: Path) -> None:
    target, source = tmp_path / "out.db", tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"text": article(number)}) + "\n" for number in range(5)))
    assert artparse(source, "-o", target, "-q").returncode == 0
    assert [row[4] for row in rows(target)["articles"]] == [1, 2, 3, 4, 5]
    source.write_text("".join(json.dumps({"text": article(number)}) + "\n" for number in range(2)))
    assert artparse(source, "-o", target, "-q").returncode == 0
    assert [row[4] for row in rows(target)["articles"]] == [1, 2]
    check_database(target)


def test_names_and_texts_that_have_no_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_text(article(1))
    except (OSError, UnicodeError):
        pytest.skip("this file system takes UTF-8 only")
    target = tmp_path / "out.db"
    assert artparse(tmp_path, "-o", target, "-q").returncode == 0
    assert rows(target)["articles"][0][3].endswith("caf\\udce9.txt")
    assert "1 kept" in artparse(tmp_path, "-o", target, "--resume").stderr.decode()


def test_other_programs_open_it(database: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    opened = sqlite_utils.Database(database)
    assert {"articles", "quotes", "speakers", "removed", "errors"} <= set(opened.table_names())
    assert opened["articles"].detect_fts() == "articles_fts"
    assert opened["quotes"].detect_fts() == "quotes_fts"
    assert {key.other_table for key in opened["quotes"].foreign_keys} == {
        "articles",
        "sections",
        "paragraphs",
    }
    assert next(iter(opened["quotes"].search("waited", limit=1)))["text"]
    assert "people" in opened.view_names()


def test_datasette_serves_it(database: Path) -> None:
    pytest.importorskip("datasette")
    result = subprocess.run(
        [
            *(sys.executable, "-m", "datasette", str(database), "--get"),
            "/articles/articles.json?_search=harbour&_shape=array",
        ],
        capture_output=True,
        check=True,
        timeout=60,
    )
    found = json.loads(result.stdout)
    assert found and all("harbour" in (row["title"] + row["body"]).lower() for row in found)


@pytest.mark.parametrize("content", [b"no database at all, only some words" * 40, None])
def test_a_file_that_is_not_its_own(tmp_path: Path, content: bytes | None) -> None:
    target = tmp_path / "out.db"
    if content is None:
        with closing(sqlite3.connect(target)) as opened:
            opened.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY)")
    else:
        target.write_bytes(content)
    before = target.read_bytes()
    (tmp_path / "a.txt").write_text(article(1))
    result = artparse(tmp_path / "a.txt", "-o", target)
    assert result.returncode == 2
    assert "another file" in complaint(result) or "new file" in complaint(result)
    assert target.read_bytes() == before


def test_a_format_and_a_database_are_not_asked_for_at_once(tmp_path: Path) -> None:
    result = artparse(FIXTURES, "-o", tmp_path / "out.db", "-f", "jsonl")
    assert result.returncode == 2
    assert "--format" in complaint(result)
