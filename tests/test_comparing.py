"""What differs between two records, or two versions of artparse: as JSON and as a page."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

import artparse
from artparse.article import Paragraph
from artparse.comparing import SaidChange, compare
from artparse.writing import comparison
from support.batches import small_articles
from support.command import SEED, complaint
from support.command import artparse as command
from support.steps import steps
from support.views import HOSTILE, SHOWN, hostile, seed


def test_nothing_differs_from_itself() -> None:
    assert not any(compare(seed(), seed()))


def test_fields_and_speakers_that_differ() -> None:
    old = seed()
    first, *rest = old.quotes
    quotes = (replace(first, speaker=None, speaker_ids=()), *rest[:-1])
    found = compare(old, replace(old, title="Another", authors=("Jane Doe",), quotes=quotes))
    assert [tuple(change) for change in found.fields] == [
        ("title", old.title, "Another"),
        ("authors", list(old.authors), ["Jane Doe"]),
    ]
    assert [(change.change, change.text, change.before, change.after) for change in found.quotes] == [
        ("lost", old.quotes[-1].text, "John Healey", None),
        ("given", first.text, "JD Vance", None),
    ]


def test_a_quote_that_is_new() -> None:
    new = seed()
    found = compare(replace(new, quotes=new.quotes[1:]), new)
    assert found.quotes == (SaidChange("gained", "walk away", None, "JD Vance", new.quotes[0].span),)


def texts(article: artparse.Article, texts: list[str]) -> artparse.Article:
    paragraphs = tuple(Paragraph(text, (10 * i, 10 * i + 9), "paragraph") for i, text in enumerate(texts))
    return replace(article, sections=(replace(article.sections[0], paragraphs=paragraphs),))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b c", "a b c", []),
        ("a b c", "b c a", [("moved", "a")]),
        ("a b c d", "d a b c", [("moved", "d")]),
        ("a b", "a x b", [("gained", "x")]),
        ("a b c", "a c", [("lost", "b")]),
        ("a a b", "a b a", [("moved", "a")]),
        ("the_ferry_was_late a", "the_ferry_was_early a", [("reworded", "the ferry was early")]),
        ("the_ferry_was_late a", "a the_ferry_was_early", [("reworded", "the ferry was early")]),
        ("the_ferry_left", "no_words_like_it", [("lost", "the ferry left"), ("gained", "no words like it")]),
    ],
)  # fmt: skip
def test_paragraphs(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    old, new = ([text.replace("_", " ") for text in one.split()] for one in (before, after))
    found = compare(texts(seed(), old), texts(seed(), new)).paragraphs
    assert [(change.change, change.after or change.before) for change in found] == expected


def test_it_takes_work_in_proportion() -> None:
    def work(size: int) -> int:
        old = [f"Paragraph {i} is of word{i} and word{i + 1} and others" for i in range(size)]
        new = [text.replace("others", "more") if i % 3 else text for i, text in enumerate(reversed(old))]
        return steps(lambda: compare(texts(seed(), old), texts(seed(), new)))

    work(10)
    assert work(2000) < 15 * work(200)


def compared(*arguments: Any, status: int = 0) -> list[dict[str, Any]]:
    result = command(*arguments, "-q", "-f", "jsonl")
    assert result.returncode == status
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_two_versions_of_an_article(tmp_path: Path) -> None:
    text = SEED.read_text(encoding="utf-8")
    new = tmp_path / "new.txt"
    new.write_text(text.replace("has issued a stern warning", "has warned"), encoding="utf-8")
    (found,) = compared(new, "--compare", SEED)
    assert not found["same"]
    assert [change["change"] for change in found["paragraphs"]] == ["reworded"]
    assert "has warned" in found["paragraphs"][0]["after"]
    assert found["old"]["path"] == str(SEED)
    result = command(new, "--compare", SEED)
    assert json.loads(result.stdout) == found
    assert result.stdout.count(b"\n") > 10


def test_a_folder_with_its_records(tmp_path: Path) -> None:
    folder = small_articles(tmp_path / "in", 12)
    old = tmp_path / "old.jsonl"
    old.write_bytes(command(folder, "-q").stdout)
    records = [json.loads(line) for line in old.read_bytes().splitlines()]
    records[3]["title"] = "What an older artparse took for it"
    del records[5]
    old.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    (folder / "000" / "000002.txt").unlink()
    found = compared(folder, "--compare", old)
    assert len(found) == 12
    differing = [one for one in found if not one["same"]]
    assert [[change["field"] for change in one["fields"]] for one in differing] == [["title"], [], []]
    assert [(bool(one["old"]), bool(one["new"])) for one in differing] == [
        (True, True), (False, True), (True, False)
    ]  # fmt: skip
    page = command(folder, "--compare", old, "-q", "-f", "html").stdout.decode()
    soup = BeautifulSoup(page, "lxml")
    assert soup.h1 and soup.h1.get_text() == "3 articles differ"
    assert "9 the same" in soup.get_text()
    assert [tag.get_text() for tag in soup.select("dd del")] == ["What an older artparse took for it"]


def test_what_cannot_be_compared(tmp_path: Path) -> None:
    result = command(SEED, "--compare", tmp_path / "none.txt", "-q")
    assert result.returncode == 1
    assert b"none.txt" in result.stderr
    assert result.stdout == b""
    for paths in ((tmp_path / "none.txt", "--compare", SEED), (SEED, "--compare", tmp_path / "none.txt")):
        for form in ("json", "jsonl", "html"):
            result = command(*paths, "-q", "-f", form)
            assert (result.returncode, result.stdout) == (1, b""), (paths, form)
    for options in (["-f", "csv"], ["-o", f"{tmp_path}/"], ["-o", tmp_path / "a.db"]):
        result = command(SEED, "--compare", SEED, *options)
        assert result.returncode == 2
        assert "--compare" in complaint(result)


def test_hostile_text_is_text_in_a_comparison() -> None:
    from artparse.running.comparing import comparison as compared_

    old, new = hostile(), replace(hostile(), title=f"Other {HOSTILE}", quotes=(), sections=())
    page = comparison.page([compared_(old, new), compared_(old, None)]).decode()
    soup = BeautifulSoup(page, "lxml")
    assert soup.get_text().count(SHOWN) >= 5
    assert soup.find_all(["img", "script"]) == []
    assert len(soup.find_all("style")) == 1
