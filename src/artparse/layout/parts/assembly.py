"""Labelled pieces to the parts of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from artparse.article import Paragraph, ParagraphKind, ParseWarning, Removed, Section, Span, Spans
from artparse.layout.body.doubt import Doubt
from artparse.layout.labels import BODY, Part, Piece
from artparse.layout.lines.datelines import OPENING, day_of, opening_of
from artparse.layout.lines.look import BULLET
from artparse.layout.lines.words import count_of_words, folded
from artparse.layout.parts.paywalls import has_paywall
from artparse.layout.parts.pieces import Labelled
from artparse.layout.structure import Layout

SHORT_BODY = 40
"""Words; a body below it is a teaser or the stub before a paywall."""
LONG_ENOUGH = 2000
"""Code points in which there are that many words, whatever is written."""


def assemble(text: str, labelled: Labelled) -> Layout:
    """The parts that the pieces of the source text `text` make."""
    pieces, credits = labelled.pieces, labelled.credits
    first: dict[Part, Piece] = {}
    for piece in pieces:
        first.setdefault(piece.part, piece)

    def value(part: Part) -> str | None:
        return words(first[part].span) if part in first else None

    def span(part: Part) -> Span | None:
        return first[part].span if part in first else None

    def words(span: Span) -> str:
        return labelled.words.get(span) or folded(text[span[0] : span[1]])

    removed = list(_removed(words, pieces, first))
    sections = sections_of(words, pieces)
    lead = [paragraph.text for section in sections[:1] for paragraph in section.paragraphs[:OPENING]]
    dateline, opening = opening_of(lead, value("title"))
    return Layout(
        language=labelled.language,
        site=labelled.site,
        breadcrumb=labelled.breadcrumb,
        title=value("title"),
        subtitle=value("subtitle"),
        byline=value("byline"),
        authors=credits.authors,
        keywords=labelled.keywords,
        dateline=dateline,
        published=credits.published or (day_of(opening) if dateline else None),
        modified=credits.modified,
        sections=sections,
        removed=tuple(part for part, _ in removed),
        removed_by=tuple(rules for _, rules in removed),
        spans=Spans(
            title=span("title"),
            subtitle=span("subtitle"),
            byline=span("byline"),
            published=span("published"),
            modified=span("modified"),
            breadcrumb=span("breadcrumb"),
        ),
        warnings=tuple(_warnings(text, labelled, value("title"), sections)),
        body_right=_body_right(labelled.doubt) if sections else None,
    )


def _body_right(doubt: Doubt | None) -> float | None:
    right = doubt.right if doubt else None
    return None if right is None else round(right, 2)


def sections_of(words: Callable[[Span], str], pieces: Iterable[Piece]) -> tuple[Section, ...]:
    """The body's sections, a new one at every heading; `words` gives what stands in a span."""
    sections: list[Section] = []
    heading: Piece | None = None
    paragraphs: list[Paragraph] = []

    def close() -> None:
        if heading or paragraphs:
            title = words(heading.span) if heading else None
            level, span = (heading.level, heading.span) if heading else (2, None)
            sections.append(Section(title, level, span, tuple(paragraphs)))

    for piece in pieces:
        if piece.part == "heading":
            close()
            heading, paragraphs = piece, []
        elif piece.part in BODY:
            kind: ParagraphKind = piece.part if piece.part in ("list_item", "blockquote") else "paragraph"
            said = words(piece.span)
            if kind == "list_item" and (marker := BULLET.match(said)):
                said = said[marker.end() :]
            paragraphs.append(Paragraph(said, piece.span, kind))
    close()
    return tuple(sections)


def _removed(
    words: Callable[[Span], str], pieces: Iterable[Piece], first: Mapping[Part, Piece]
) -> Iterable[tuple[Removed, tuple[str, ...]]]:
    """What has no place in the article, and what came again for a place that is taken; and what told it."""
    for piece in pieces:
        if piece.reason is not None:
            yield Removed(words(piece.span), piece.span, piece.reason, None), piece.rules
        elif piece.part not in BODY and piece is not first[piece.part]:
            yield Removed(words(piece.span), piece.span, "duplicate", None), ("layout/taken",)


def _warnings(
    text: str, labelled: Labelled, title: str | None, sections: Sequence[Section]
) -> Iterable[ParseWarning]:
    if title is None:
        yield ParseWarning("no_title", "no headline was found")
    if labelled.credits.ambiguous:
        yield ParseWarning(
            "ambiguous_date", "the day of a date could be its month; it was read day before month"
        )
    words = 0
    for paragraph in chain.from_iterable(s.paragraphs for s in sections):
        words += count_of_words(paragraph.text[:LONG_ENOUGH])
        if words >= SHORT_BODY:
            break
    if not words:
        yield ParseWarning("no_body", "no article text was found: an index, error or empty page")
    elif words < SHORT_BODY:
        yield ParseWarning(
            "short_body", f"the body has {words} words: a teaser, or the start of a paid article"
        )
    if has_paywall(text, labelled.pieces):
        yield ParseWarning("paywall", "the page says that more follows for subscribers")
    if labelled.lost:
        message = f"about {labelled.lost:.0f} words that were removed may be of the article"
        yield ParseWarning("removed_prose", message)
