"""Quotes and reports as CSV (RFC 4180), a row each, every cell quoted, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from artparse.article import Article, ErrorRecord
from artparse.patterns import pattern
from artparse.writing.formats import FORMATS
from artparse.writing.said import COLUMNS, rows_of
from artparse.writing.setting import safe

_FORMULA = pattern(r"(^|;)(\s*[=+\-@＝＋－＠])")
"""What spreadsheets take for the start of a formula, in both widths. Where they part cells at semicolons,
marks in the middle of a line hold no cell together."""


def alone(record: Article | ErrorRecord) -> bytes | None:
    """The header and the rows of one article; nothing for an error record."""
    return FORMATS["csv"].opening + rows(record) if isinstance(record, Article) else None


def rows(record: Article | ErrorRecord) -> bytes:
    """A row for each quote and report of an article; nothing for an error record."""
    if isinstance(record, ErrorRecord):
        return b""
    return "".join(_row(value(row) for value in COLUMNS.values()) for row in rows_of(record)).encode()


def _row(cells: Iterable[object]) -> str:
    return ",".join(_cell("" if cell is None else str(cell)) for cell in cells) + "\r\n"


def _cell(text: str) -> str:
    # An apostrophe makes a spreadsheet take the cell for text; white space before a formula does not.
    text = _FORMULA.sub(r"\1'\2", safe(text))
    return '"' + text.replace('"', '""') + '"'
