"""Quotes and reports as CSV (RFC 4180), a row each, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from artparse.article import Article, ErrorRecord, Quote, Report
from artparse.writing.formats import FORMATS
from artparse.writing.setting import Lines, role_of, safe, source_of

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What spreadsheets take for the start of a formula, in both widths."""


def alone(record: Article | ErrorRecord) -> bytes | None:
    """The header and the rows of one article; nothing for an error record."""
    return FORMATS["csv"].opening + rows(record) if isinstance(record, Article) else None


def rows(record: Article | ErrorRecord) -> bytes:
    """A row for each quote and report of an article, in source order; nothing for an error record.

    A report's `kind` is `report`. `section` is the heading that it stands under, `line` the 1-based line of
    the source text that it begins on. Raises ValueError for a record without its source text.
    """
    if isinstance(record, ErrorRecord):
        return b""
    lines = Lines(source_of(record))
    both: list[Quote | Report] = [*record.quotes, *record.reports]
    return "".join(_row(_cells(record, one, lines)) for one in sorted(both, key=_start)).encode()


def _start(said: Quote | Report) -> int:
    return said.span[0] if isinstance(said, Quote) else said.spans[0][0]


def _cells(article: Article, said: Quote | Report, lines: Lines) -> Iterator[str]:
    source = article.source
    file = source.path or ""
    yield file if source.record is None else f"{file}#{source.record}"
    yield article.title or ""
    yield article.published or ""
    yield said.speaker or ""
    yield role_of(article, said) or ""
    yield said.kind if isinstance(said, Quote) else "report"
    yield said.text
    yield said.mention.text if said.mention else ""
    yield said.cue.text if said.cue else ""
    yield "" if said.section is None else article.sections[said.section].heading or ""
    yield str(lines.number(_start(said)))


def _row(cells: Iterable[str]) -> str:
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(text: str) -> str:
    text = safe(text)
    # An apostrophe makes a spreadsheet take the cell for text; white space before a formula does not.
    if text.lstrip().startswith(_FORMULA):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\r\n') else text
