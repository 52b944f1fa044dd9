"""What is tried with arbitrary bytes, and what has to hold for each of them."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from artparse import Article, ArtparseError
from artparse.article import ErrorRecord, FailedSource, Failure, Quote, Report
from artparse.pipeline import article_of, parse, record_of
from artparse.reading import Broken, Content, Document, read, read_record, split
from artparse.reading.document import Block, Evidence, Hints, check_blocks
from artparse.schema import schema
from artparse.writing.formats import FORMATS, function
from support.invariants import fold, violations

Check = Callable[[bytes], None]
FIELD, KEEP, NAME = None, ("id", "date", "a"), None
TAGS = ("", "p", "h1", "h2", "li", "blockquote", "figcaption", "td", "pre", "div", "a", "dt", "br")
GIVEN = ("", "", "", "title", "subtitle", "byline", "heading", "paragraph", "metadata", "body")
WORDS = ((), (), ("<nav>",), ("article", "byline"), ("<footer>", "share"), ("comment",), ("headline", "date"))
DAYS = (None, "2024-05-03", "2024-05-03T10:00:00+02:00")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
READ_FORMATS = ("text", "markdown", "html", "email", "docx", "rtf", "pdf")
SPLIT_FORMATS = ("jsonl", "csv", "warc", "export", "records", "auto")


@cache
def _valid() -> Callable[[Any], None]:
    """Raises for a record that is not as the schema says.

    By `jsonschema_rs` where that is installed: the same schema, in a fraction of the time.
    """
    with suppress(ImportError):
        quick = import_module("jsonschema_rs")
        check: Callable[[Any], None] = quick.Draft202012Validator(schema()).validate
        return check
    from support.records import validator

    return validator().validate


def read_sound(data: bytes, input_format: str) -> None:
    """Each record of an input is read to a sound document, or there is an error that is not a crash."""
    try:
        items = split(io.BytesIO(data), input_format=input_format, max_size=1 << 20, keep=KEEP)
        for item in items:
            if isinstance(item, Broken):
                assert item.kind != "crashed", item.message
            elif item.format == "records":
                found = record_of(item)
                assert isinstance(found, Article) or found.error.kind != "crashed", found
            else:
                _read(item)
    except ArtparseError as error:
        assert error.kind != "crashed", error.message


def _read(content: Content) -> None:
    try:
        document = read_record(content)
    except ArtparseError as error:
        assert error.kind != "crashed", error.message
        return
    assert not (wrong := _unsound(document)), wrong


def _unsound(document: Document) -> str:
    """What is wrong with a document; empty for a sound one."""
    end = 0
    for number, block in enumerate(document.blocks):
        start, stop = block.span
        if not end <= start < stop <= len(document.text):
            return f"block {number} at {block.span} is out of order"
        if document.text[end:start].strip():
            return f"lost before block {number}: {document.text[end:start]!r}"
        if document.text[start].isspace() or document.text[stop - 1].isspace():
            return f"block {number} has white space around it"
        end = stop
    if document.text[end:].strip():
        return f"lost at the end: {document.text[end:]!r}"
    if any(not 0 <= parent < max(child, 1) for child, parent in enumerate(document.parents)):
        return "an element is inside a later one"
    check_blocks(len(document.blocks))
    return ""


def record_sound(article: Article) -> None:
    """A record is as the schema says, has each character in one part, and comes back from JSON."""
    record = article.to_dict()
    _valid()(record)
    assert article.text is not None
    assert not (wrong := list(violations(record, article.text))), wrong
    assert Article.from_json(article.to_json()) == article


def pipeline(data: bytes, input_format: str = "auto") -> None:
    """Each article of an input gives a sound record, or there is an error that is not a crash."""
    try:
        for item in split(io.BytesIO(data), input_format=input_format, max_size=1 << 20, keep=KEEP):
            found = record_of(item, keep_text=True, explain=True)
            if isinstance(found, ErrorRecord):
                assert found.error.kind != "crashed", found.error.message
            elif (
                isinstance(item, Content) and item.format != "records"
            ):  # Those are as whoever wrote them wanted.
                record_sound(found)
    except ArtparseError as error:
        assert error.kind != "crashed", error.message


def layout(data: bytes) -> None:
    """Whatever a format says of lines, each character is in one part. Hints are drawn by the first bytes."""
    draw = random.Random(data[:4])
    try:
        document = read(data[4:].decode("utf-8", "replace"), input_format="text")
    except ArtparseError:
        return

    def hints() -> Hints:
        return Hints(
            tag=draw.choice(TAGS),
            level=draw.choice((0, 0, 0, 1, 2, 6)),
            links=draw.choice((0.0, 0.0, 0.3, 1.0)),
            bold=draw.choice((0.0, 0.0, 0.5, 1.0)),
            words=draw.choice(WORDS),
            given=draw.choice(GIVEN) if draw.random() < 0.3 else "",
        )

    lines = [document.text[slice(*block.span)] for block in document.blocks]
    evidence = Evidence(
        title=draw.choice([None, *lines]),
        authors=tuple(draw.choice([(), (draw.choice(lines),), ("Jane Doe", "A")])),
        published=draw.choice(DAYS),
        modified=draw.choice(DAYS),
        language=draw.choice((None, "en", "de", "fr", "xx")),
        description=draw.choice([None, *lines]),
        breadcrumb=tuple(draw.sample(lines, min(len(lines), draw.choice((0, 0, 1, 3))))),
        body=draw.choice([None, None, document.text, *lines]),
    )
    blocks = tuple(Block(block.span, hints()) for block in document.blocks)
    made = document._replace(blocks=blocks, evidence=evidence, given=draw.random() < 0.2)
    record_sound(article_of(made, keep_text=True))


def quotes(data: bytes) -> None:
    """Whatever passages are looked at, quotes and reports lie in them and are what stands there."""
    from artparse.quotes import Passage, attribute

    draw = random.Random(data[:4])
    text = data[4:].decode("utf-8", "replace")
    cuts = sorted(draw.sample(range(len(text) + 1), min(len(text) + 1, draw.choice((2, 4, 8, 16)))))
    places = draw.choices(("paragraph", "paragraph", "heading", "list_item", "blockquote"), k=len(cuts))
    passages = [
        Passage((start, end), place, 0, None if place == "heading" else number)  # type: ignore[arg-type]
        for number, (start, end, place) in enumerate(zip(cuts[::2], cuts[1::2], places, strict=False))
        if text[start:end].strip()
    ]
    found = attribute(
        text, passages, draw.choice((None, "en", "de", "fr", "es")), draw.choice(((), ("A B",)))
    )
    every: list[Quote | Report] = [*found.quotes, *found.reports]
    for said in every:
        spans = said.spans if isinstance(said, Report) else (said.span,)
        assert said.text == " ".join(fold(text[start:end]) for start, end in spans), said
        for start, end in spans:
            assert any(p.span[0] <= start < end <= p.span[1] for p in passages), said
        for phrase in (said.mention, said.cue):
            assert phrase is None or phrase.text == fold(text[slice(*phrase.span)]), said
        assert all(0 <= i < len(found.speakers) for i in said.speaker_ids), said
    assert all(speaker.quotes or speaker.reports for speaker in found.speakers)


def writers(data: bytes) -> None:
    """Every view of a record is written; no word of an article is markup, script or formula in it."""
    try:
        article = parse(data, keep_text=True)
    except ArtparseError:
        return
    article = replace(article, source=replace(article.source, path="a"))
    error = ErrorRecord(FailedSource("a", 1), Failure("broken", data.decode("latin-1")))
    for form in FORMATS.values():
        for name in filter(None, (form.one, form.many, form.removed_one)):
            for record in (article, error):
                written = function(name)(record)
                assert written is None or isinstance(written.decode(), str)
    summary = function(FORMATS["html"].summary or "")(article)
    json.loads(function(FORMATS["html"].table or "")(summary).rstrip(b",\n"))
    _page_is_safe(function(FORMATS["html"].one)(article))
    _page_is_safe(function(FORMATS["html"].index or "")([("a.html", summary), ("b/c.html", summary)]))
    _tei_is_whole(function(FORMATS["tei"].one)(article))
    _cells_are_no_formulas(FORMATS["csv"].opening + function(FORMATS["csv"].many or "")(article))
    _stored(article)
    line = function(FORMATS["jsonl"].one)(article)
    (again,) = split(line, input_format="records")
    assert isinstance(again, Content)
    assert function(FORMATS["jsonl"].one)(record_of(again)) == line


def _page_is_safe(page: bytes) -> None:
    import lxml.html

    tree = lxml.html.document_fromstring(page.decode())
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        script = element.text if element.tag == "script" else ""
        assert not (script or "").startswith("artparse-was-here"), "a script of the article"
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (element.tag, name)
            if name in ("href", "src", "action"):
                assert not re.match(r"(?i)[\s\0-\x20]*(javascript|vbscript|data:text)", value), value


def _tei_is_whole(data: bytes) -> None:
    from lxml import etree

    etree.fromstring(data)


def _cells_are_no_formulas(data: bytes) -> None:
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert len({len(row) for row in rows}) == 1, "rows of different lengths"
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(FORMULA)], "a formula"


def _stored(article: Article) -> None:
    from artparse.writing import database, json, spreadsheet

    database.rows(article)
    spreadsheet.rows(article)
    json.storable_line(article)


TARGETS: dict[str, Check] = {
    **{name: partial(read_sound, input_format=name) for name in (*READ_FORMATS, *SPLIT_FORMATS)},
    "layout": layout,
    "quotes": quotes,
    "writers": writers,
    "pipeline": pipeline,
}
"""What can be tried, by name: each reader, each stage behind it, and all of them in order."""


def replay(data: bytes, target: str) -> None:
    """Try an input that once failed: what it failed at and, for a reader, all that comes behind."""
    TARGETS[target](data)
    if target in READ_FORMATS + SPLIT_FORMATS:
        pipeline(data, target)
