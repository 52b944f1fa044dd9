"""Corrected records as inputs: they take the place of what they correct, and stay there."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import artparse
from artparse.article import Article, Correction
from support.batches import small_articles
from support.command import SEED
from support.command import artparse as command
from support.records import check


def with_title(article: Article, title: str) -> Article:
    """`article` as a person corrected it."""
    change = Correction("title", article.spans.title, article.title, title)
    return replace(article, title=title, corrected=(change,))


def save(article: Article, path: Path, *, indent: int | None = 2) -> Path:
    path.write_text(article.to_json(indent=indent) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of three articles, and one of a file of two."""
    folder = small_articles(tmp_path / "in", 3)
    texts = [{"text": SEED.read_text(encoding="utf-8"), "title": f"Title {i}"} for i in range(2)]
    (folder / "many.jsonl").write_text("".join(json.dumps(one) + "\n" for one in texts), encoding="utf-8")
    return folder


def titles(output: bytes) -> list[tuple[str, int | None, str]]:
    records = [json.loads(line) for line in output.splitlines()]
    return [(Path(r["source"]["path"]).name, r["source"]["record"], r["title"]) for r in records]


def test_a_corrected_record_is_written_in_any_format(tmp_path: Path) -> None:
    article = with_title(artparse.parse_file(SEED, keep_text=True), "JD Vance warns")
    for name, indent in (("a.json", 2), ("b.jsonl", None)):
        saved = save(article, tmp_path / name, indent=indent)
        for options in ([], ["-i", "records"]):
            for form in ("json", "jsonl", "pretty", "markdown", "html", "csv"):
                result = command(saved, "-q", "-f", form, *options)
                assert (result.returncode, result.stderr) == (0, b"")
                assert b"JD Vance warns" in result.stdout
    again = artparse.Article.from_json(command(tmp_path / "a.json", "-q", "-f", "json").stdout)
    assert again == article


@pytest.mark.parametrize("first", [True, False], ids=["before", "behind"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_it_takes_the_place_of_its_record(articles: Path, tmp_path: Path, first: bool, jobs: str) -> None:
    before = titles(command(articles, "-q", "-j", jobs).stdout)
    assert len(before) == 5
    paths = sorted(articles.rglob("*.txt"))
    one = with_title(artparse.parse_file(paths[1]), "Corrected alone")
    _, of_many = list(artparse.parse_many(articles / "many.jsonl"))
    assert isinstance(of_many, Article)
    saved = tmp_path / "corrected"
    saved.mkdir()
    save(replace(one, source=replace(one.source, path="elsewhere/a.txt")), saved / "one.json")
    save(with_title(of_many, "Corrected among many"), saved / "two.json", indent=None)
    inputs = [saved, articles] if first else [articles, saved]
    after = titles(command(*inputs, "-q", "-j", jobs).stdout)
    expected = [
        (
            name,
            record,
            "Corrected among many" if record == 2 else "Corrected alone" if name == paths[1].name else title,
        )
        for name, record, title in before
    ]
    assert after == expected
    results = artparse.parse_paths(inputs, jobs=1)
    assert [result.title for result in results if isinstance(result, Article)] == [t for _, _, t in after]


def test_it_takes_the_place_of_an_earlier_record(articles: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.jsonl"
    before.write_bytes(command(articles, "-q").stdout)
    record = artparse.Article.from_json(before.read_bytes().splitlines()[3])
    saved = save(with_title(record, "Corrected"), tmp_path / "one.json")
    after = titles(command(before, saved, "-i", "records", "-q").stdout)
    assert [title for _, _, title in after].count("Corrected") == 1
    assert (len(after), after[3][2]) == (5, "Corrected")


def test_what_corrects_nothing_of_the_inputs_stays_where_it_is(articles: Path, tmp_path: Path) -> None:
    saved = save(
        with_title(artparse.parse("A headline\n\nSome text of it.\n"), "Another"), tmp_path / "a.json"
    )
    after = titles(command(saved, articles, "-q").stdout)
    assert len(after) == 6
    assert after[0][2] == "Another"


def test_a_broken_record_takes_no_place(articles: Path, tmp_path: Path) -> None:
    path = sorted(articles.rglob("*.txt"))[1]
    record = with_title(artparse.parse_file(path), "Corrected").to_dict()
    record["quotes"] = 7
    (tmp_path / "broken.json").write_text(json.dumps(record), encoding="utf-8")
    result = command(articles, tmp_path / "broken.json", "-q")
    assert result.returncode == 1
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line.get("title") for line in lines].count("Corrected") == 0
    assert lines[-1]["error"]["message"].startswith("quotes: a list was expected")


def rows(path: Path) -> list[tuple[Any, ...]]:
    with sqlite3.connect(path) as database:
        return database.execute(
            "SELECT path, ifnull(record, 0), title FROM articles ORDER BY 1, 2"
        ).fetchall()


def test_in_a_database_it_stays(articles: Path, tmp_path: Path) -> None:
    target = tmp_path / "articles.db"
    path = sorted(articles.rglob("*.txt"))[1]
    assert command(articles, "-q", "-o", target).returncode == 0
    before = rows(target)
    article = with_title(artparse.parse_file(path), "Corrected")
    saved = save(replace(article, source=replace(article.source, path="elsewhere")), tmp_path / "one.json")
    assert command(saved, "-q", "-o", target, "-i", "records").returncode == 0
    expected = [(p, r, "Corrected" if p == str(path) else title) for p, r, title in before]
    assert rows(target) == expected
    assert command(articles, "-q", "-o", target, "--resume").returncode == 0
    assert rows(target) == expected
    assert command(articles, "-q", "-o", target).returncode == 0
    assert rows(target) == before
    assert command(articles, saved, "-q", "-o", target).returncode == 0
    assert rows(target) == expected


@pytest.mark.parametrize("form", ["json", "html"])
def test_in_a_folder_it_stays(articles: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    path = sorted(articles.rglob("*.txt"))[1]
    saved = save(with_title(artparse.parse_file(path, keep_text=True), "Corrected"), tmp_path / "one.json")
    assert command(articles, "-q", "-f", form, "-o", f"{target}/").returncode == 0
    files = sorted(p.relative_to(target) for p in target.rglob(f"*.{form}"))
    for inputs in ([articles, saved], [articles]):
        assert command(*inputs, "-q", "-f", form, "-o", f"{target}/", "--resume").returncode == 0
        assert sorted(p.relative_to(target) for p in target.rglob(f"*.{form}")) == files
        page = next(target.rglob(f"{path.name}.{form}"))
        assert "Corrected" in page.read_text(encoding="utf-8")
    if form == "html":
        assert "Corrected" in (target / "index.html").read_text(encoding="utf-8")


def test_with_resume_a_line_stays(articles: Path, tmp_path: Path) -> None:
    target = tmp_path / "articles.jsonl"
    path = sorted(articles.rglob("*.txt"))[1]
    saved = save(with_title(artparse.parse_file(path), "Corrected"), tmp_path / "one.json")
    assert command(articles, "-q", "-o", target).returncode == 0
    assert command(articles, saved, "-q", "-o", target, "--resume").returncode == 0
    corrected = target.read_bytes()
    assert [title for _, _, title in titles(corrected)].count("Corrected") == 1
    assert command(articles, "-q", "-o", target, "--resume").returncode == 0
    assert target.read_bytes() == corrected
    record = artparse.Article.from_json(corrected.splitlines()[1])
    check(replace(record, title=artparse.parse_file(path).title), path.read_text(encoding="utf-8"))
