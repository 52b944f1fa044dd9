"""Articles as an Excel workbook (.xlsx) of four sheets, written in constant memory.

Needs `pip install artparse[xlsx]`. Every text is a text: no cell is a formula or a link.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import rmtree
from typing import Any

import xlsxwriter

from artparse.article import Article, ErrorRecord, Quote, Speaker
from artparse.writing.said import COLUMNS, Cell, file_of, outlet_of, rows_of
from artparse.writing.setting import safe, words_of

LONGEST_CELL = 32_767
"""UTF-16 units that Excel takes."""
LONGEST_SHEET = 1_048_576
"""Rows, likewise; what is more goes on in a sheet with a number."""
CUT = " [...]"
"""Behind a text that is too long for a cell."""
WIDTHS = {"title": 60, "quote": 80, "body": 80, "clause": 40, "file": 30, "speaker": 24, "role": 24}
"""Of columns, in characters; 14 for others."""

ARTICLES: dict[str, Callable[[Article], Cell | date]] = {
    "file": file_of,
    "outlet": outlet_of,
    "address": lambda article: article.source.url,
    "id": lambda article: article.source.id,
    "title": lambda article: article.title,
    "subtitle": lambda article: article.subtitle,
    "byline": lambda article: article.byline,
    "authors": lambda article: "; ".join(article.authors),
    "day": lambda article: _day(article.published),
    "published": lambda article: article.published,
    "modified": lambda article: article.modified,
    "language": lambda article: article.language,
    "words": lambda article: article.words,
    "quotes": lambda article: len(article.quotes),
    "reports": lambda article: len(article.reports),
    "speakers": lambda article: len(article.speakers),
    "keywords": lambda article: "; ".join(article.keywords),
    "warnings": lambda article: "; ".join(warning.code for warning in article.warnings),
    "body": lambda article: article.body,
}
SPEAKERS: dict[str, Callable[[Article, Speaker], Cell | date]] = {
    "file": lambda article, _: file_of(article),
    "outlet": lambda article, _: outlet_of(article),
    "title": lambda article, _: article.title,
    "day": lambda article, _: _day(article.published),
    "name": lambda _, speaker: speaker.name,
    "role": lambda _, speaker: speaker.role,
    "kind": lambda _, speaker: speaker.kind,
    "pronoun": lambda _, speaker: speaker.pronoun,
    "aliases": lambda _, speaker: "; ".join(speaker.aliases),
    "quotes": lambda _, speaker: len(speaker.quotes),
    "reports": lambda _, speaker: len(speaker.reports),
    "words": words_of,
}
"""`words` are those of the quotes."""
SHEETS: dict[str, list[str]] = {
    "articles": list(ARTICLES),
    "quotes": list(COLUMNS),
    "reports": [name for name in COLUMNS if name not in ("kind", "clause")],
    "speakers": list(SPEAKERS),
}
"""The columns of each."""

Rows = dict[str, list[list[Cell | date]]]


def rows(record: Article | ErrorRecord) -> Rows | None:
    """The rows of one article for each sheet; nothing for an error record."""
    if isinstance(record, ErrorRecord):
        return None
    found: Rows = {
        "articles": [[value(record) for value in ARTICLES.values()]],
        "quotes": [],
        "reports": [],
        "speakers": [[value(record, speaker) for value in SPEAKERS.values()] for speaker in record.speakers],
    }
    for row in rows_of(record):
        sheet = "quotes" if isinstance(row.said, Quote) else "reports"
        found[sheet].append([COLUMNS[name](row) for name in SHEETS[sheet]])
    return {sheet: [list(map(_fitting, cells)) for cells in lines] for sheet, lines in found.items()}


class File:
    """The workbook at `path`; each sheet's rows go to a file of its own until it is closed."""

    def __init__(self, path: Path) -> None:
        # Beside the output, which has room for it: the system's place for such files may not.
        self._folder = path.with_name(f"{path.name}.sheets")
        self._folder.mkdir(exist_ok=True)
        try:
            options = {"constant_memory": True, "tmpdir": str(self._folder)}
            self._book = xlsxwriter.Workbook(str(path), options)
            self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
            self._bold = self._book.add_format({"bold": True})
            self._sheets = {name: self._sheet(name, name) for name in SHEETS}
            self._rows = dict.fromkeys(SHEETS, 1)
            self._parts = dict.fromkeys(SHEETS, 1)
        except BaseException:  # Ctrl-C, too, leaves no file.
            rmtree(self._folder, ignore_errors=True)
            raise

    def add(self, content: Rows) -> None:
        """Take the rows of one article."""
        for name, lines in content.items():
            for cells in lines:
                self._add(name, cells)

    def end(self) -> None:
        """Put the workbook together."""
        self._book.close()
        rmtree(self._folder, ignore_errors=True)

    def drop(self) -> None:
        """Let go of the sheets' files, and of the workbook."""
        for sheet in self._book.worksheets():
            sheet.row_data_fh.close()
        self._book.fileclosed = True
        rmtree(self._folder, ignore_errors=True)

    def _add(self, name: str, cells: list[Cell | date]) -> None:
        if self._rows[name] >= LONGEST_SHEET:
            self._parts[name] += 1
            self._sheets[name] = self._sheet(f"{name} {self._parts[name]}", name)
            self._rows[name] = 1
        sheet, number = self._sheets[name], self._rows[name]
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                if cell:
                    sheet.write_string(number, column, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(number, column, cell, self._day)
            elif cell is not None:
                sheet.write_number(number, column, cell)
        self._rows[name] += 1

    def _sheet(self, title: str, name: str) -> Any:
        """A sheet with its header, which stays in view."""
        sheet = self._book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        for column, heading in enumerate(SHEETS[name]):
            sheet.set_column(column, column, WIDTHS.get(heading, 14))
            sheet.write_string(0, column, heading, self._bold)
        return sheet


def _day(published: str | None) -> date | None:
    """The day of an ISO 8601 date, where Excel has it: from 1900 on."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if day.year >= 1900 else None


def _fitting(cell: Cell | date) -> Cell | date:
    """A text of which a cell takes all, and nothing steers the reader; line feeds stay."""
    if not isinstance(cell, str):
        return cell
    text = "\n".join(map(safe, cell.split("\n")))
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT
