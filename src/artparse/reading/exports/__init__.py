"""Exports of press databases: many articles in one file, each with labelled lines.

Each database has a file of its own behind one interface:

- `shows(lines)`: whether a file that begins with these lines is one of its exports;
- `SPLITTING`: where its articles begin or end;
- `told(lines)`: what each line of one article is, and what its labels say.

What the labels are called in each database and language is in `data/exports.json`. What is told goes to the
layout stage (`Hints.given`) and is not to be guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import BinaryIO

from artparse.article import Format
from artparse.reading.content import Broken, Content
from artparse.reading.decoding import decode
from artparse.reading.detecting import may_be_export
from artparse.reading.document import Document
from artparse.reading.exports.articles import lines_of, made
from artparse.reading.exports.cutting import cut
from artparse.reading.streams import HEAD

DATABASES = ("factiva", "europresse", "nexis", "proquest", "nexis_uni")
"""In the order in which they are looked for."""
MOST_LINES = 400
"""Lines at the beginning of a file that tell its database."""
WITHIN: dict[str, Format] = {"docx": "docx", "rtf": "rtf"}


def database_of(start: str) -> str | None:
    """The database whose export begins with `start`; null for a text that is none."""
    lines = start.splitlines()[:MOST_LINES]
    return next((name for name in DATABASES if _reader(name).shows(lines)), None)


def is_export(start: str) -> bool:
    """Whether text begins as an export does."""
    return may_be_export(start.lower()) and database_of(start) is not None


def split(
    file: BinaryIO, name: str | None, max_size: int | None, field: str | None, within: str = ""
) -> Iterator[Content | Broken]:
    """The articles of an export, one at a time; `within` is the format that its text was made of."""
    head = file.peek(HEAD) if hasattr(file, "peek") else b""
    database = database_of(decode(head[:HEAD]).text if head else "") or "nexis"
    yield from cut(
        file, _reader(database).SPLITTING, f"exported-{database}{within and f'-{within}'}", max_size
    )


def read(content: Content) -> Document:
    """One article of an export: its text as it is, what its labels say as hints and evidence."""
    _, _, database = content.format.partition("-")
    database, _, within = database.partition("-")
    document = _read_as(content, database or "nexis")
    return document._replace(format=WITHIN[within]) if within in WITHIN else document


def _read_as(content: Content, database: str) -> Document:
    reader = _reader(database)
    read_markup = getattr(reader, "document", None)
    if read_markup and (document := read_markup(content)):
        found: Document = document
        return found
    return made(lines_of(content), reader.told, content.keep)


def _reader(database: str) -> ModuleType:
    return import_module(f"{__name__}.{database}")
