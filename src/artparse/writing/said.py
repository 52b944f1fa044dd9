"""What people said as flat rows: the columns that CSV and spreadsheets have of quotes and reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from artparse.article import Article, Quote, Report, Speaker
from artparse.values import NamedTuple
from artparse.writing.setting import Lines

Cell = str | int | float | None
Said = Quote | Report


class Row(NamedTuple):
    """One quote or report, with what is looked up about it."""

    article: Article
    said: Said
    speakers: list[Speaker]
    line: int | None
    """Of the source text, from 1, that it begins on; null for a record without its source text."""


COLUMNS: dict[str, Callable[[Row], Cell]] = {
    "file": lambda row: file_of(row.article),
    "outlet": lambda row: outlet_of(row.article),
    "address": lambda row: row.article.source.url,
    "title": lambda row: row.article.title,
    "authors": lambda row: "; ".join(row.article.authors),
    "published": lambda row: row.article.published,
    "language": lambda row: row.article.language,
    "speaker": lambda row: row.said.speaker,
    "role": lambda row: "; ".join(s.role for s in row.speakers if s.role),
    "pronoun": lambda row: "; ".join(s.pronoun for s in row.speakers if s.pronoun),
    "kind": lambda row: row.said.kind if isinstance(row.said, Quote) else "report",
    "quote": lambda row: row.said.text,
    "clause": lambda row: row.said.clause.text if isinstance(row.said, Quote) and row.said.clause else None,
    "mention": lambda row: row.said.mention.text if row.said.mention else None,
    "cue": lambda row: row.said.cue.text if row.said.cue else None,
    "utterance": lambda row: row.said.utterance,
    "confidence": lambda row: row.said.confidence,
    "section": lambda row: heading_of(row.article, row.said),
    "line": lambda row: row.line,
}
"""By name, in order. Of a report, `kind` is `report` and `quote` the clause that is reported."""


def rows_of(article: Article) -> Iterator[Row]:
    """Every quote and report in source order."""
    lines = None if article.text is None else Lines(article.text)
    everything: list[Said] = [*article.quotes, *article.reports]
    for said in sorted(everything, key=_start):
        speakers = [article.speakers[i] for i in said.speaker_ids]
        yield Row(article, said, speakers, lines.number(_start(said)) if lines else None)


def _start(said: Said) -> int:
    return said.span[0] if isinstance(said, Quote) else said.spans[0][0]


def file_of(article: Article) -> str:
    """The input, with the number of the record in one that holds many."""
    source = article.source
    return f"{source.path or ''}" if source.record is None else f"{source.path or ''}#{source.record}"


def outlet_of(article: Article) -> str | None:
    """The publication; where the record has none, the host of the article's address."""
    if article.site or not article.source.url:
        return article.site
    try:
        host = urlsplit(article.source.url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def heading_of(article: Article, said: Said) -> str | None:
    """The heading that it stands under."""
    return None if said.section is None else article.sections[said.section].heading
