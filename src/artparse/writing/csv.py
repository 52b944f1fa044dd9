"""Quotes as CSV (RFC 4180), a row each, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from artparse.article import Article, ErrorRecord, Quote
from artparse.writing.formats import FORMATS
from artparse.writing.setting import Lines, role_of, safe, source_of

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What spreadsheets take for the start of a formula, in both widths."""


def alone(record: Article | ErrorRecord) -> bytes | None:
    """The header and the rows of one article; nothing for an error record."""
    return FORMATS["csv"].opening + rows(record) if isinstance(record, Article) else None


def rows(record: Article | ErrorRecord) -> bytes:
    """A row for each quote of an article; nothing for an error record.

    `section` is the heading that the quote stands under, `line` the 1-based line of the source
    text that it begins on. Raises ValueError for a record without its source text.
    """
    if isinstance(record, ErrorRecord):
        return b""
    lines = Lines(source_of(record))
    return "".join(_row(_cells(record, quote, lines)) for quote in record.quotes).encode()


def _cells(article: Article, quote: Quote, lines: Lines) -> Iterator[str]:
    source = article.source
    file = source.path or ""
    yield file if source.record is None else f"{file}#{source.record}"
    yield article.title or ""
    yield article.published or ""
    yield quote.speaker or ""
    yield role_of(article, quote) or ""
    yield quote.kind
    yield quote.text
    yield quote.mention.text if quote.mention else ""
    yield quote.cue.text if quote.cue else ""
    yield "" if quote.section is None else article.sections[quote.section].heading or ""
    yield str(lines.number(quote.span[0]))


def _row(cells: Iterable[str]) -> str:
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(text: str) -> str:
    text = safe(text)
    # An apostrophe makes a spreadsheet take the cell for text; white space before a formula does not.
    if text.lstrip().startswith(_FORMULA):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\r\n') else text
