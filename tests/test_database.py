"""The SQLite output: every value in its row, rows replaced by input, the documented questions."""

from __future__ import annotations

import json
import random
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import artparse as library
from artparse.running.database import Database
from artparse.running.outputs import OutputError
from support.batches import FIXTURES, article, check_database, record_in, rows, small_articles
from support.command import PATIENCE, artparse, complaint, record_of
from support.views import made

pytestmark = pytest.mark.slow  # Each writes a database of many articles.

DOCUMENT = Path(__file__).parents[1] / "docs" / "database.md"
QUESTIONS = re.findall(r"\n([^\n]+):\n\n```sql\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty small articles, the fixtures, and two inputs that fail."""
    place = tmp_path_factory.mktemp("database")
    folder = small_articles(place / "in", 60)
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    target = place / "articles.db"
    (folder / "copy.txt").write_text("Another headline\n\n" + article(1).partition("\n")[2], encoding="utf-8")
    result = artparse(folder, FIXTURES, "-i", "text", "-o", target, "-q", "--site", "The Post")
    assert result.returncode == 1
    return target


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_rows_of_an_article_are_its_record(database: Path, path: Path) -> None:
    wanted = library.parse_file(path, input_format="text", site="The Post")
    assert record_in(database, str(path)) == json.loads(wanted.to_json())


def test_it_is_sound_and_finished(database: Path) -> None:
    check_database(database)
    held = rows(database)
    assert [row[-1] for row in held["runs"]] == [1]
    assert [row[3] for row in held["errors"]] == ["empty", "binary"]
    assert {path.name for path in database.parent.iterdir()} == {"in", "articles.db"}


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be removed there")
@pytest.mark.parametrize("replaced", [False, True])
def test_a_database_that_is_removed_meanwhile_is_missed(tmp_path: Path, replaced: bool) -> None:
    target = tmp_path / "a.db"
    database = Database(target, key={"artparse": "1", "options": {}})
    # The old one is kept, so that no other gets its number.
    target.rename(tmp_path / "old.db")
    if replaced:
        target.write_bytes(b"")
    with closing(database), pytest.raises(OutputError, match="was removed or replaced while it was written"):
        database.finish()


@pytest.mark.parametrize(("question", "query"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_documented_questions_have_answers(database: Path, question: str, query: str) -> None:
    with closing(sqlite3.connect(database)) as opened:
        assert opened.execute(query).fetchall()


def test_every_query_of_the_document_is_a_question() -> None:
    assert len(QUESTIONS) == DOCUMENT.read_text(encoding="utf-8").count("```sql") >= 20


def test_who_is_quoted_most(database: Path) -> None:
    """The question of a subject, counted by hand from the records."""
    counts: dict[str, int] = {}
    with closing(sqlite3.connect(database)) as opened:
        query = next(query for question, query in QUESTIONS if "on a subject" in question)
        found = dict(opened.execute(query).fetchall())
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
    one.write_text(article(1), encoding="utf-8")
    other.write_text(article(2), encoding="utf-8")
    assert artparse(one, other, "-o", target, "-q").returncode == 0
    before = rows(target)
    one.write_text(article(3), encoding="utf-8")
    other.write_text("", encoding="utf-8")
    assert artparse(one, other, "-o", target, "-q").returncode == 1
    check_database(target)
    assert record_in(target, str(one))["title"] == article(3).partition("\n")[0]
    after = rows(target)
    assert [row[0] for row in after["articles"]] == [before["articles"][0][0]]
    assert {row[1] for row in after["paragraphs"]} == {after["articles"][0][0]}
    assert len(after["errors"]) == 1
    other.write_text(article(2), encoding="utf-8")
    assert artparse(other, "-o", target, "-q").returncode == 0
    assert rows(target)["errors"] == []
    check_database(target)
    with closing(sqlite3.connect(target)) as opened:
        found = opened.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH '3th'").fetchall()
    assert len(found) == 1


def test_records_that_a_file_no_longer_holds_are_gone(tmp_path: Path) -> None:
    target, source = tmp_path / "out.db", tmp_path / "in.jsonl"
    source.write_text(
        "".join(json.dumps({"text": article(number)}) + "\n" for number in range(5)), encoding="utf-8"
    )
    assert artparse(source, "-o", target, "-q").returncode == 0
    assert [row[4] for row in rows(target)["articles"]] == [1, 2, 3, 4, 5]
    source.write_text(
        "".join(json.dumps({"text": article(number)}) + "\n" for number in range(2)), encoding="utf-8"
    )
    assert artparse(source, "-o", target, "-q").returncode == 0
    assert [row[4] for row in rows(target)["articles"]] == [1, 2]
    check_database(target)


def test_names_and_texts_that_have_no_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_text(article(1), encoding="utf-8")
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
        timeout=PATIENCE,
    )
    found = json.loads(result.stdout)
    assert found and all("harbour" in f"{row['title']} {row['body']}".lower() for row in found)


@pytest.mark.parametrize("content", [b"no database at all, only some words" * 40, None])
def test_a_file_that_is_not_its_own(tmp_path: Path, content: bytes | None) -> None:
    target = tmp_path / "out.db"
    if content is None:
        with closing(sqlite3.connect(target)) as opened:
            opened.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY)")
    else:
        target.write_bytes(content)
    before = target.read_bytes()
    (tmp_path / "a.txt").write_text(article(1), encoding="utf-8")
    result = artparse(tmp_path / "a.txt", "-o", target)
    assert result.returncode == 2
    assert "another file" in complaint(result) or "new file" in complaint(result)
    assert target.read_bytes() == before


def test_a_format_and_a_database_are_not_asked_for_at_once(tmp_path: Path) -> None:
    result = artparse(FIXTURES, "-o", tmp_path / "out.db", "-f", "jsonl")
    assert result.returncode == 2
    assert "--format" in complaint(result)


def stored(tmp_path: Path, *articles: library.Article) -> Path:
    """A database of these articles, each of an input of its own."""
    inputs = tmp_path / "in"
    inputs.mkdir(exist_ok=True)
    for number, one in enumerate(articles):
        (inputs / f"{number}.jsonl").write_text(one.to_json(indent=None) + "\n", encoding="utf-8")
    assert artparse(inputs, "-i", "records", "-o", tmp_path / "out.db", "-q").returncode == 0
    return tmp_path / "out.db"


def told(number: int, *speakers: tuple[str, str | None], site: str | None = None) -> library.Article:
    """An article in which each of `speakers`, with a name and a role, is quoted once."""
    names = [name for name, _ in speakers]
    words = [f"“We have {i} reasons,” he said." for i in range(len(speakers))]
    said = [(f"We have {i} reasons", "said", "he", i) for i in range(len(speakers))]
    found = made(f"Report {number} of it", [("paragraph", line) for line in words], said, names)
    return replace(
        found,
        site=site,
        source=replace(found.source, path=f"{number}.txt", url=f"https://www.a.example/{number}"),
        speakers=tuple(
            replace(one, role=role) for one, (_, role) in zip(found.speakers, speakers, strict=True)
        ),
    )


def same_person(database: Path) -> list[tuple[int, str, str, str | None]]:
    """Article, name, person and reason of each speaker."""
    with closing(sqlite3.connect(database)) as opened:
        return opened.execute(
            "SELECT article_id, name, person, reason FROM same_person ORDER BY speaker_id"
        ).fetchall()


def test_the_same_person_in_several_articles(tmp_path: Path) -> None:
    database = stored(
        tmp_path,
        told(1, ("Anna Berg", "mayor"), ("Jane Roe", None), ("Ursula von der Hill", "judge"), site="Post"),
        told(2, ("ANNA BERG", None), ("Max Roe", None), site="Mail"),
        told(3, ("Berg", "Mayor"), ("Roe", None), ("von der Hill", "Judge"), site="Other"),
        told(4, ("Berg", None), site="Post"),
        told(5, ("Berg", "mayor"), site="Mail"),
        told(6, ("Berg", "teacher"), site="Other"),
        told(7, ("Nobody", "mayor"), ("Anna Berg", None), ("Berg", "mayor"), site="Post"),
    )
    assert same_person(database) == [
        (1, "Anna Berg", "Anna Berg", "full name"),
        (1, "Jane Roe", "Jane Roe", "full name"),
        (1, "Ursula von der Hill", "Ursula von der Hill", "full name"),
        (2, "ANNA BERG", "Anna Berg", "full name"),
        (2, "Max Roe", "Max Roe", "full name"),
        (3, "Berg", "Anna Berg", "last name and role"),
        (3, "Roe", "Roe (article 3)", None),
        (3, "von der Hill", "Ursula von der Hill", "last name and role"),
        (4, "Berg", "Anna Berg", "last name and outlet"),
        (5, "Berg", "Anna Berg", "last name, role and outlet"),
        (6, "Berg", "Berg (article 6)", None),
        (7, "Nobody", "Nobody (article 7)", None),
        (7, "Anna Berg", "Anna Berg", "full name"),
        (7, "Berg", "Berg (article 7)", None),
    ]
    with closing(sqlite3.connect(database)) as opened:
        opened.executemany(
            "INSERT INTO aliases (name, path, person) VALUES (?, ?, ?)",
            [("Roe", None, "Jane Roe"), ("Berg", "6.txt", "Bo Berg"), ("Anna Berg", None, "Dr Berg")],
        )
        opened.commit()
    # A run leaves aliases alone.
    assert artparse(tmp_path / "in", "-i", "records", "-o", database, "-q").returncode == 0
    people = {(number, name): (person, reason) for number, name, person, reason in same_person(database)}
    assert people[3, "Roe"] == ("Jane Roe", "alias")
    assert people[6, "Berg"] == ("Bo Berg", "alias")
    assert people[1, "Anna Berg"] == people[4, "Berg"] == ("Dr Berg", "alias")
    assert people[7, "Berg"] == ("Berg (article 7)", None)


def test_quotes_flat_has_what_is_often_asked_for(tmp_path: Path) -> None:
    one = told(1, ("Anna Berg", "mayor"), ("Bo Hill", "judge"))
    joint = replace(one.quotes[0], speaker="Anna Berg and Bo Hill", speaker_ids=(0, 1))
    one = replace(one, quotes=(joint, one.quotes[1]), published="2025-04-23")
    with closing(sqlite3.connect(stored(tmp_path, one))) as opened:
        opened.row_factory = sqlite3.Row
        found, other = map(dict, opened.execute("SELECT * FROM quotes_flat ORDER BY quote_id"))
    assert list(found)[:14] == [
        "date", "outlet", "title", "section", "speaker", "role", "pronoun", "kind", "quote", "clause", "cue",
        "confidence", "address", "story",
    ]  # fmt: skip
    assert (found["date"], found["outlet"], found["role"]) == ("2025-04-23", "a.example", "mayor; judge")
    assert (other["speaker"], other["role"], other["quote"]) == ("Bo Hill", "judge", "We have 1 reasons")
    assert (found["cue"], found["address"]) == ("said", "https://www.a.example/1")


def test_the_outlet_is_the_folder_where_asked(tmp_path: Path) -> None:
    for name in ("Post", "Mail"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "a.txt").write_text(article(1), encoding="utf-8")
    target = tmp_path / "out.db"
    assert artparse("in", "-o", target, "-q", "--site", "{folder}", cwd=tmp_path).returncode == 0
    assert (
        artparse("a.txt", "-o", target, "-q", "--site", "{folder}", cwd=tmp_path / "in" / "Post").returncode
        == 0
    )
    with closing(sqlite3.connect(target)) as opened:
        found = opened.execute("SELECT path, outlet FROM articles ORDER BY path").fetchall()
    assert found == [("a.txt", "Post"), ("in/Mail/a.txt", "Mail"), ("in/Post/a.txt", "Post")]
    printed = artparse("--site", "{folder}", given=article(1).encode()).stdout
    assert record_of(printed)["site"] is None


def test_wire_copies_are_one_story(tmp_path: Path) -> None:
    pytest.importorskip("rensa", reason="needs artparse[dedupe]")
    for number in range(1, 5):
        (tmp_path / f"{number}.txt").write_text(long_article(number), encoding="utf-8")
    (tmp_path / "copy.txt").write_text(
        "Other words on top\n\n" + long_article(2).partition("\n\n")[2], encoding="utf-8"
    )
    target = tmp_path / "out.db"
    assert artparse(*(tmp_path / f"{n}.txt" for n in (1, 2, 3)), "-o", target, "-q").returncode == 0
    assert artparse(*(tmp_path / f"{n}.txt" for n in (4, "copy")), "-o", target, "-q").returncode == 0
    with closing(sqlite3.connect(target)) as opened:
        found = opened.execute("SELECT story, share FROM stories ORDER BY article_id").fetchall()
    assert found == [(1, None), (2, 1.0), (3, None), (4, None), (2, 1.0)]


def long_article(number: int) -> str:
    """An article of a hundred words that no other number has."""
    words = [f"{word}{number}" for word in ("town", "vote", "road", "plan", "cost", "work") for _ in range(3)]
    sentences = [
        " ".join(random.Random(number * 10 + i).sample(words, 12)).capitalize() + "." for i in range(8)
    ]
    return f"Plan {number} of the town is told\n\n" + "\n\n".join(sentences) + "\n"
