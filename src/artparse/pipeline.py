"""Bytes to record: the stages in order."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from artparse.article import (
    SCHEMA_VERSION,
    Article,
    Confidence,
    ErrorRecord,
    FailedSource,
    Failure,
    ParseWarning,
    Quote,
    Removed,
    Report,
    Source,
)
from artparse.errors import ArtparseError, crash
from artparse.layout import Layout, lay_out
from artparse.layout.lines.words import count_of_words
from artparse.layout.parts.sureness import sureness_of
from artparse.quotes import Attributions, Passage, attribute
from artparse.reading import MAX_SIZE, SUFFIXES, Broken, Content, opened, read, read_one, read_record, split
from artparse.reading.document import Document
from artparse.values import replace

if TYPE_CHECKING:
    from pathlib import Path

NO_MEMORY = "not enough memory for it; raise the limit (--max-memory), or lower --jobs"
LONGEST_NAME = 1024
"""Characters of a path."""

Record = Article | ErrorRecord


def parse(
    data: str | bytes,
    *,
    input_format: str = "auto",
    keep_text: bool = False,
    field: str | None = None,
    keep: Sequence[str] = (),
    explain: bool = False,
    site: str | None = None,
) -> Article:
    """The record of one article.

    `data` is text, or the bytes of a file in any supported format; `input_format` names the
    format where it should not be detected, and `field` the one that holds the text of a JSON
    record. With `keep_text` the record of a plain text holds its source text too; `keep` names
    fields of the input's own record that go into `source.fields`; with `explain` the record says
    which rules and models decided (`decided_by`); `site` names the publication where the input
    does not tell. Raises
    `ArtparseError` for input that gives no article, or holds several (see `parse_many`).
    """
    if isinstance(data, str) and _names_file(data):
        message = f"{data!r} is read as an article's text; artparse.parse_file reads a file"
        warnings.warn(message, stacklevel=2)
    document = read(data, input_format=input_format, field=field, keep=tuple(keep))
    return article_of(document, keep_text=keep_text, explain=explain, site=site)


def _names_file(text: str) -> bool:
    """Whether what should be an article is a file's name rather."""
    return len(text) < LONGEST_NAME and "\n" not in text and text.lower().endswith(SUFFIXES)


def parse_file(
    path: str | Path,
    *,
    input_format: str = "auto",
    keep_text: bool = False,
    field: str | None = None,
    keep: Sequence[str] = (),
    explain: bool = False,
    site: str | None = None,
) -> Article:
    """The record of the article in the file at `path`; otherwise as `parse`.

    `ArtparseError` is raised too for a file that is missing, cannot be read, or is larger than
    `artparse.reading.MAX_SIZE` bytes.
    """
    with opened(path) as file:
        document = read_one(
            file, input_format=input_format, name=str(path), max_size=MAX_SIZE, field=field, keep=tuple(keep)
        )
    return article_of(document, path=str(path), keep_text=keep_text, explain=explain, site=site)


def parse_many(
    path: str | Path,
    *,
    input_format: str = "auto",
    keep_text: bool = False,
    field: str | None = None,
    max_size: int | None = MAX_SIZE,
    keep: Sequence[str] = (),
    explain: bool = False,
    site: str | None = None,
) -> Iterator[Record]:
    """The record of every article in the file at `path`, in order and one at a time.

    For inputs that hold many: JSON Lines, mailboxes, web archives, database exports; a file of
    one article gives one. What cannot be read gives an `ErrorRecord` in its place, and the
    others go on. `max_size` is the most bytes of one article, null for any; memory does not
    grow with the number of articles. Raises `ArtparseError` for a file that is missing, cannot
    be read, or holds no articles.
    """
    with opened(path) as file:
        items = split(
            file,
            input_format=input_format,
            name=str(path),
            max_size=max_size,
            field=field,
            keep=tuple(keep),
        )
        for item in items:
            yield record_of(item, path=str(path), keep_text=keep_text, explain=explain, site=site)


def record_of(
    item: Content | Broken,
    *,
    path: str | None = None,
    keep_text: bool = False,
    explain: bool = False,
    site: str | None = None,
    needs_text: bool = False,
) -> Record:
    """The record of one of the articles of an input; an error record where it is none.

    One of artparse's own records is given as it stands; with `needs_text` only one that holds its
    source text.
    """
    if isinstance(item, Broken):
        return ErrorRecord(FailedSource(path, item.record), Failure(item.kind, item.message))
    try:
        if item.format == "records":
            return _as_it_stands(item, path, needs_text)
        return article_of(read_record(item), path=path, keep_text=keep_text, explain=explain, site=site)
    except ArtparseError as error:
        return ErrorRecord(FailedSource(path, item.record), Failure(error.kind, error.message))
    except MemoryError:
        return ErrorRecord(FailedSource(path, item.record), Failure("crashed", NO_MEMORY))
    except Exception as error:
        # A bug of artparse's own must not cost the other articles their records.
        return ErrorRecord(FailedSource(path, item.record), Failure("crashed", crash(error)))


def _as_it_stands(item: Content, path: str | None, needs_text: bool) -> Record:
    """A record of artparse's own, read back. One that came from the API gets the place of its file."""
    from artparse import records  # Only for what reads records.

    record = records.record_of(records.loaded(item.data.decode("utf-8", "surrogatepass")))
    if isinstance(record, Article):
        if needs_text and record.text is None:
            message = "holds no source text, which this format shows; parse the article with --text"
            raise ArtparseError("broken", f"{message}, or write json, markdown, csv or xlsx, which need none")
        if record.source.path is None:
            record = replace(record, source=replace(record.source, path=path, record=item.record))
    return record


def article_of(
    document: Document,
    *,
    path: str | None = None,
    keep_text: bool = False,
    explain: bool = False,
    site: str | None = None,
) -> Article:
    """The record of a document that was read."""
    layout = lay_out(document)
    attributions = attribute(document.text, list(passages_of(layout)), layout.language, layout.authors)
    evidence = document.evidence
    body = "\n\n".join(_texts(layout))
    return Article(
        schema_version=SCHEMA_VERSION,
        source=Source(
            path=path,
            record=document.record,
            id=document.id,
            fields=document.fields,
            url=evidence.url,
            format=document.format,
            encoding=document.encoding,
            sha256=document.sha256,
            characters=len(document.text),
        ),
        language=layout.language,
        site=layout.site or site,
        breadcrumb=layout.breadcrumb,
        title=layout.title,
        subtitle=layout.subtitle,
        byline=layout.byline,
        authors=layout.authors,
        description=evidence.description,
        keywords=layout.keywords,
        image=evidence.image,
        license=evidence.license,
        words=count_of_words(body),
        dateline=layout.dateline,
        published=layout.published,
        modified=layout.modified,
        sections=layout.sections,
        body=body,
        quotes=_explained_quotes(attributions) if explain else attributions.quotes,
        reports=_explained_reports(attributions) if explain else attributions.reports,
        speakers=attributions.speakers,
        corrected=(),
        removed=_explained_removed(layout) if explain else layout.removed,
        spans=layout.spans,
        confidence=Confidence(*sureness_of(document, layout)),
        warnings=tuple(_warnings(document, layout, attributions)),
        text=document.text if keep_text or document.format != "text" else None,
    )


def _explained_removed(layout: Layout) -> tuple[Removed, ...]:
    """What was removed, with what told the reason of each."""
    pairs = zip(layout.removed, layout.removed_by, strict=True)
    return tuple(replace(part, decided_by=names) for part, names in pairs)


def _explained_quotes(attributions: Attributions) -> tuple[Quote, ...]:
    """The quotes with what decided of each."""
    pairs = zip(attributions.quotes, attributions.decided_by, strict=True)
    return tuple(replace(quote, decided_by=names) for quote, names in pairs)


def _explained_reports(attributions: Attributions) -> tuple[Report, ...]:
    """The reports with what decided of each."""
    pairs = zip(attributions.reports, attributions.reports_decided_by, strict=True)
    return tuple(replace(report, decided_by=names) for report, names in pairs)


def passages_of(layout: Layout) -> Iterator[Passage]:
    """What the quotes stage looks at, in source order."""
    found = []
    if layout.spans.title:
        found.append(Passage(layout.spans.title, "title", None, None))
    if layout.spans.subtitle:
        found.append(Passage(layout.spans.subtitle, "subtitle", None, None))
    for s, section in enumerate(layout.sections):
        if section.span:
            found.append(Passage(section.span, "heading", s, None))
        found += [Passage(p.span, p.kind, s, i) for i, p in enumerate(section.paragraphs) if p.kind != "code"]
    yield from sorted(found, key=lambda passage: passage.span)


def _texts(layout: Layout) -> Iterator[str]:
    for section in layout.sections:
        if section.heading:
            yield section.heading
        for paragraph in section.paragraphs:
            yield paragraph.text


def _warnings(document: Document, layout: Layout, attributions: Attributions) -> Iterator[ParseWarning]:
    if document.undecodable:
        message = f"{document.undecodable} bytes are not {document.encoding}; each stands as U+FFFD"
        yield ParseWarning("undecodable_bytes", message)
    if document.left:
        lines = "a line" if len(document.left) == 1 else f"{len(document.left)} lines"
        message = f"{lines} of prose of which the export does not say what it is, from character "
        yield ParseWarning("removed_prose", f"{message}{document.left[0][0]} on")
    yield from layout.warnings
    for offset in attributions.unclosed:
        yield ParseWarning("unclosed_quote", f"the quotation mark at character {offset} is never closed")
