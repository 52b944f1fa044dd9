"""Folders of many articles, and what is told apart in a database of them."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parents[2] / "fixtures" / "articles"

TABLES = (
    "runs",
    "articles",
    "stories",
    "sections",
    "paragraphs",
    "speakers",
    "quotes",
    "quotes_speakers",
    "removed",
    "errors",
)

NAMES = ("Anna Berg", "Tom Okafor", "Li Mei", "Carla Ruiz", "Ivan Petrov", "Maria Sousa")
PLACES = ("the harbour", "the old market", "the bridge", "the school", "the museum", "the town hall")

HARD = "“We will see,” said Anna Berg, the mayor. It was late, and the harbour lay dark. " * 400_000
"""An article that takes a worker more than a few seconds."""


def article(number: int) -> str:
    """A small invented article of about 500 characters, no two alike."""
    draw = random.Random(number)
    speaker, other = draw.sample(NAMES, 2)
    place = draw.choice(PLACES)
    return (
        f"Council votes on {place} for the {number}th time\n\n"
        f"By {other}\n\n"
        f"The town council voted {number % 30 + 2} to {number % 7} on Tuesday to rebuild {place}, "
        "after a debate that lasted until midnight.\n\n"
        f"“We have waited {number} days for this,” said {speaker}, the mayor. “Now the work begins.”\n\n"
        f"Opponents called the plan “a waste of {number} crowns” and said that they would go to court. "
        f"{speaker} said the money had been set aside two years ago.\n"
    )


def small_articles(folder: Path, count: int) -> Path:
    """`count` small articles in `folder`, a thousand in each subfolder."""
    for number in range(count):
        place = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06}.txt").write_text(article(number), encoding="utf-8")
    return folder


def fixture_articles(folder: Path, count: int) -> Path:
    """`count` articles made of this project's fixtures, a line added to tell them apart."""
    fixtures = [
        text
        for path in sorted(FIXTURES.glob("*.txt"))
        if "\0" not in (text := path.read_bytes().decode("utf-8", "replace"))
    ]
    for number in range(count):
        place = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            place.mkdir(parents=True, exist_ok=True)
        text = f"{fixtures[number % len(fixtures)]}\n\nArticle {number} of this series.\n"
        (place / f"{number:06}.txt").write_text(text, encoding="utf-8", newline="")
    return folder


def bad_files(folder: Path, count: int) -> list[Path]:
    """`count` files in `folder` that give no article, in ten ways in turn, named `bad*.txt`.

    One way is larger than a mebibyte; give `--max-size 1MiB`.
    """
    png = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
    ways: tuple[bytes, ...] = (
        b"",
        b" \n\t\r\n ",
        b"\xef\xbb\xbf\n\n",
        b"\xff\xfe" + "\u00a0\u2003\u3000\r\n".encode("utf-16-le") * 20,
        png,
        b"An article\n\nwith a NUL\0 byte, and another\0 one.\n" * 20,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" * 20,
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(range(256)) * 8,
        b"A sentence that goes on and on. " * (1 << 16),
    )
    paths = []
    for number in range(count):
        path = folder / f"bad{number:04}.txt"
        way = number % 10
        if way < len(ways):
            path.write_bytes(ways[way])
        else:
            path.write_bytes(b"\x7fELF" + bytes(range(256)) * 8)
        paths.append(path)
    return paths


def rows(database: Path) -> dict[str, list[Any]]:
    """Every row of every table, in order."""
    with closing(sqlite3.connect(database)) as opened:
        return {table: opened.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}


def check_database(database: Path) -> None:
    """Assert that the database is sound: pages, foreign keys, full-text indexes."""
    with closing(sqlite3.connect(database)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        for index in ("articles_fts", "quotes_fts"):
            opened.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under `folder` by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def result_of(target: Path) -> Any:
    """What an output holds, to be compared: bytes, files, or rows."""
    if target.is_dir():
        return contents(target)
    return rows(target) if target.suffix == ".db" else target.read_bytes()


def forget(target: Path) -> None:
    """Remove an output, and everything that belongs to it."""
    for path in target.parent.iterdir():
        if target.name in path.name:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def record_in(database: Path, path: str) -> dict[str, Any]:
    """The record of the article that was parsed from `path`, put together from its rows."""
    with closing(sqlite3.connect(database)) as opened:
        opened.row_factory = sqlite3.Row
        row = dict(opened.execute("SELECT * FROM articles WHERE path = ?", (path,)).fetchone())

        def of(table: str, order: str = "id") -> list[dict[str, Any]]:
            found = opened.execute(
                f"SELECT * FROM {table} WHERE article_id = ? ORDER BY {order}", (row["id"],)
            )
            return [dict(one) for one in found]

        sections, paragraphs, quotes = of("sections"), of("paragraphs"), of("quotes")
        speakers, removed = of("speakers"), of("removed")
        reports = of("reports")
        links, report_links = (
            opened.execute(
                f"SELECT {said}s.number, speakers.number FROM {said}s_speakers"
                f" JOIN {said}s ON {said}s.id = {said}_id JOIN speakers ON speakers.id = speaker_id"
                f" WHERE {said}s.article_id = ? ORDER BY 1, 2",
                (row["id"],),
            ).fetchall()
            for said in ("quote", "report")
        )
    section_numbers = {section["id"]: section["number"] for section in sections}
    paragraph_numbers = {paragraph["id"]: paragraph["number"] for paragraph in paragraphs}

    def span(one: dict[str, Any], name: str = "span") -> list[int] | None:
        return None if one[f"{name}_start"] is None else [one[f"{name}_start"], one[f"{name}_end"]]

    def phrase(one: dict[str, Any], name: str) -> dict[str, Any] | None:
        return None if one[name] is None else {"text": one[name], "span": span(one, name)}

    def decided(one: dict[str, Any]) -> list[str] | None:
        return None if one["decided_by"] is None else json.loads(one["decided_by"])

    def attribution(said: dict[str, Any], links: list[tuple[int, int]]) -> dict[str, Any]:
        return {
            "speaker": said["speaker"],
            "speaker_ids": [s for q, s in links if q == said["number"]],
            "mention": phrase(said, "mention"),
            "cue": phrase(said, "cue"),
            "utterance": said["utterance"],
            "section": section_numbers.get(said["section_id"]),
            "paragraph": paragraph_numbers.get(said["paragraph_id"]),
            "confidence": said["confidence"],
            "decided_by": decided(said),
        }

    source = ("path", "record", "url", "format", "encoding", "sha256", "characters")
    listed = {
        name: json.loads(row[name])
        for name in ("breadcrumb", "authors", "keywords", "corrected", "spans", "warnings")
    }
    place, agency = row["dateline_place"], row["dateline_agency"]
    own = ("schema_version", "language", "site", "title", "subtitle", "byline", "description", "image")
    rest = ("license", "words", "published", "modified", "body", "text")
    return (
        {name: row[name] for name in own + rest}
        | listed
        | {
            "source": {name: row[name] for name in source}
            | {"id": row["source_id"], "fields": json.loads(row["fields"])},
            "confidence": {
                name: row[f"confidence_{name}"] for name in ("title", "authors", "published", "body")
            },
            "dateline": {"place": place, "agency": agency} if place or agency else None,
            "sections": [
                {
                    "heading": section["heading"],
                    "level": section["level"],
                    "span": span(section),
                    "paragraphs": [
                        {"text": one["text"], "span": span(one), "kind": one["kind"]}
                        for one in paragraphs
                        if one["section_id"] == section["id"]
                    ],
                }
                for section in sections
            ],
            "quotes": [
                {
                    "text": quote["text"],
                    "span": span(quote),
                    "kind": quote["kind"],
                    "clause": phrase(quote, "clause"),
                    **attribution(quote, links),
                }
                for quote in quotes
            ],
            "reports": [
                {
                    "text": report["text"],
                    "spans": json.loads(report["spans"]),
                    **attribution(report, report_links),
                }
                for report in reports
            ],
            "speakers": [
                {
                    "name": speaker["name"],
                    "role": speaker["role"],
                    "kind": speaker["kind"],
                    "pronoun": speaker["pronoun"],
                    "aliases": json.loads(speaker["aliases"]),
                    "quotes": [q for q, s in links if s == speaker["number"]],
                    "reports": [r for r, s in report_links if s == speaker["number"]],
                }
                for speaker in speakers
            ],
            "removed": [
                {
                    "text": block["text"],
                    "span": span(block),
                    "reason": block["reason"],
                    "decided_by": decided(block),
                }
                for block in removed
            ],
        }
    )


def workers_of(pid: int) -> list[int]:
    """The worker processes of a running command."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            line = (status.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == pid and b"spawn_main" in line:
            found.append(int(status.parent.name))
    return found
