"""Bytes to record: the stages in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from artparse.article import SCHEMA_VERSION, Article, ParseWarning, Source
from artparse.layout import Layout, lay_out
from artparse.quotes import Attributions, Passage, attribute
from artparse.reading import load, read
from artparse.reading.document import Document


def parse(data: str | bytes, *, input_format: str = "auto", keep_text: bool = False) -> Article:
    """The record of one article.

    `data` is text, or the bytes of a file in any supported format; `input_format` names the
    format where it should not be detected. With `keep_text` the record of a plain text holds
    its source text too. Raises `ArtparseError` for input that gives no article.
    """
    return article_of(read(data, input_format=input_format), keep_text=keep_text)


def parse_file(path: str | Path, *, input_format: str = "auto", keep_text: bool = False) -> Article:
    """The record of the article in the file at `path`; otherwise as `parse`.

    `ArtparseError` is raised too for a file that is missing, cannot be read, or is larger than
    `artparse.reading.MAX_SIZE` bytes.
    """
    document = read(load(path), input_format=input_format, name=str(path))
    return article_of(document, path=str(path), keep_text=keep_text)


def article_of(document: Document, *, path: str | None = None, keep_text: bool = False) -> Article:
    """The record of a document that was read."""
    layout = lay_out(document)
    attributions = attribute(document.text, list(passages_of(layout)), layout.language)
    evidence = document.evidence
    body = "\n\n".join(_texts(layout))
    return Article(
        schema_version=SCHEMA_VERSION,
        source=Source(
            path=path,
            record=None,
            url=evidence.url,
            format=document.format,
            encoding=document.encoding,
            sha256=document.sha256,
            characters=len(document.text),
        ),
        language=layout.language,
        site=layout.site,
        breadcrumb=layout.breadcrumb,
        title=layout.title,
        subtitle=layout.subtitle,
        byline=layout.byline,
        authors=layout.authors,
        description=evidence.description,
        keywords=layout.keywords,
        image=evidence.image,
        license=evidence.license,
        words=len(body.split()),
        dateline=layout.dateline,
        published=layout.published,
        modified=layout.modified,
        sections=layout.sections,
        body=body,
        quotes=attributions.quotes,
        speakers=attributions.speakers,
        removed=layout.removed,
        spans=layout.spans,
        warnings=tuple(_warnings(document, layout, attributions)),
        text=document.text if keep_text or document.format != "text" else None,
    )


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
        found += [Passage(p.span, p.kind, s, i) for i, p in enumerate(section.paragraphs)]
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
    yield from layout.warnings
    for offset in attributions.unclosed:
        yield ParseWarning("unclosed_quote", f"the quotation mark at character {offset} is never closed")
