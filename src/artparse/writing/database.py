"""Records as rows of the SQLite tables in `database.sql`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from artparse.article import Article, ErrorRecord, Phrase, Quote, Report, plain
from artparse.values import dataclass
from artparse.writing.said import outlet_of
from artparse.writing.stories import Signature, signature

VERSION = 3
"""Of the tables; kept as the database's `user_version`."""
APPLICATION = int.from_bytes(b"artp")
"""The database's `application_id`."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """One article's rows, without the numbers that only the database gives.

    Where a row points at another of the same article, it holds that row's place in its list.
    """

    article: Row
    """From `schema_version` on."""
    sections: list[Row]
    """From `number` on, as all that follow."""
    paragraphs: list[Row]
    """After the place of the section."""
    speakers: list[Row]
    quotes: list[Row]
    """With the places of section and paragraph, or null."""
    quotes_speakers: list[Row]
    """Places of both."""
    reports: list[Row]
    """With the places of section and paragraph, or null, as quotes."""
    reports_speakers: list[Row]
    """Places of both."""
    removed: list[Row]
    signature: Signature | None
    """To find the same story by."""
    corrects: str | None = None
    """SHA-256 of the input of a record that a person corrected: it takes the place of what was made of it."""


def tables() -> str:
    """The SQL that makes the tables."""
    return Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


def rows(record: Article | ErrorRecord) -> Rows | None:
    """What is to be stored of an article; nothing for an error record."""
    if isinstance(record, ErrorRecord):
        return None
    firsts = []
    paragraphs: list[Row] = []
    for s, section in enumerate(record.sections):
        firsts.append(len(paragraphs))
        for p, paragraph in enumerate(section.paragraphs):
            paragraphs.append((s, p, paragraph.kind, storable(paragraph.text), *paragraph.span))
    return Rows(
        article=tuple(_article(record)),
        sections=[
            (s, storable(section.heading), section.level, *(section.span or (None, None)))
            for s, section in enumerate(record.sections)
        ],
        paragraphs=paragraphs,
        speakers=[
            (
                i,
                storable(speaker.name),
                storable(speaker.role),
                speaker.kind,
                speaker.pronoun,
                _json(speaker.aliases),
            )
            for i, speaker in enumerate(record.speakers)
        ],
        quotes=[
            (
                q,
                storable(quote.text),
                *quote.span,
                quote.kind,
                *_phrase(quote.clause),
                *_attribution(quote, firsts),
            )
            for q, quote in enumerate(record.quotes)
        ],
        quotes_speakers=[(q, i) for q, quote in enumerate(record.quotes) for i in quote.speaker_ids],
        reports=[
            (r, storable(report.text), _json(report.spans), *_attribution(report, firsts))
            for r, report in enumerate(record.reports)
        ],
        reports_speakers=[(r, i) for r, report in enumerate(record.reports) for i in report.speaker_ids],
        removed=[
            (r, storable(block.text), *block.span, block.reason, _decided(block.decided_by))
            for r, block in enumerate(record.removed)
        ],
        signature=signature(record),
        corrects=record.source.sha256 if record.corrected else None,
    )


def _attribution(said: Quote | Report, firsts: list[int]) -> Iterator[Any]:
    """What quotes and reports have alike: who said it, and the places of section and paragraph last."""
    yield storable(said.speaker)
    yield from _phrase(said.mention)
    yield from _phrase(said.cue)
    yield said.utterance
    yield said.confidence
    yield _decided(said.decided_by)
    yield said.section
    yield None if said.section is None or said.paragraph is None else firsts[said.section] + said.paragraph


def _decided(names: tuple[str, ...] | None) -> str | None:
    return None if names is None else _json(names)


def _article(record: Article) -> Iterator[Any]:
    source, dateline = record.source, record.dateline
    yield record.schema_version
    yield storable(source.path or "")
    yield source.record
    yield storable(source.id)
    yield _json(source.fields)
    yield storable(source.url)
    yield source.format
    yield source.encoding
    yield source.sha256
    yield source.characters
    yield record.language
    yield storable(record.site)
    yield storable(outlet_of(record))
    yield _json(record.breadcrumb)
    yield storable(record.title)
    yield storable(record.subtitle)
    yield storable(record.byline)
    yield _json(record.authors)
    yield storable(record.description)
    yield _json(record.keywords)
    yield storable(record.image)
    yield storable(record.license)
    yield record.words
    yield storable(dateline.place) if dateline else None
    yield storable(dateline.agency) if dateline else None
    yield record.published
    yield record.modified
    yield storable(record.body)
    yield _json(record.corrected)
    yield _json(record.spans)
    yield from (getattr(record.confidence, name) for name in ("title", "authors", "published", "body"))
    yield _json(record.warnings)
    yield storable(record.text)


def _phrase(phrase: Phrase | None) -> tuple[str | None, int | None, int | None]:
    return (storable(phrase.text), *phrase.span) if phrase else (None, None, None)


def _json(value: Any) -> str | None:
    return storable(json.dumps(plain(value), ensure_ascii=False))


def storable(text: str | None) -> str | None:
    r"""`text`, with what has no UTF-8 (half a character, in the name of a file) as `\udcXX`."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-8", "backslashreplace").decode()
