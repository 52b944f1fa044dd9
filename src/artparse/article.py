"""The record that artparse gives for one article.

Every `span` is `(start, end)`, half open, in Unicode code points of the source text.
The classes are what travels: frozen, slotted, without behaviour beyond `Article.to_dict`
and `Article.to_json`. Field by field they are the promised record; `schema.py` makes the
JSON Schema from them, so a field is described here and nowhere else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal

SCHEMA_VERSION = 1

Span = tuple[int, int]

Format = Literal["text", "markdown", "html", "email"]
ParagraphKind = Literal["paragraph", "list_item", "blockquote"]
QuoteKind = Literal["direct", "partial", "indirect"]
SpeakerKind = Literal["person", "organization", "group", "document"]
Reason = Literal[
    "navigation",
    "share",
    "related",
    "advert",
    "caption",
    "comment",
    "footer",
    "metadata",
    "duplicate",
    "other",
]
WarningCode = Literal[
    "undecodable_bytes",
    "no_title",
    "no_body",
    "short_body",
    "ambiguous_date",
    "several_articles",
    "unclosed_quote",
]
FailureKind = Literal[
    "missing",
    "unreadable",
    "empty",
    "binary",
    "unsupported",
    "too_large",
    "broken",
    "timeout",
    "crashed",
]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record came from."""

    path: str | None
    """As given on the command line; `-` for standard input; null from the API."""
    record: int | None
    """1-based number of the record inside a file that holds many."""
    url: str | None
    """Canonical address, where the dump carries one."""
    format: Format
    encoding: str
    sha256: str
    """Of the bytes of this record's input."""
    characters: int
    """Length of the source text in code points."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and agency that open a wire story; stays part of its paragraph."""

    place: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item or block quote of the body."""

    text: str
    span: Span
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraphs under it; the lead has no heading."""

    heading: str | None
    level: int
    """2 where the source does not tell."""
    span: Span | None
    """Of the heading."""
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words of the source text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody is said to have uttered."""

    text: str
    """Without the quotation marks."""
    span: Span
    kind: QuoteKind
    speaker: str | None
    """The speaker's fullest name in the article; null when the article never names them."""
    speaker_ids: tuple[int, ...]
    """Indexes into `speakers`."""
    mention: Phrase | None
    """The words that say who speaks at this quote."""
    cue: Phrase | None
    """The words that report."""
    utterance: int
    """Quotes with the same number are pieces of one utterance."""
    section: int | None
    paragraph: int | None
    confidence: float
    """0 to 1, for the speaker."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody, or something, that is quoted."""

    name: str
    role: str | None
    """As printed."""
    kind: SpeakerKind
    aliases: tuple[str, ...]
    """The other names used."""
    quotes: tuple[int, ...]
    """Indexes into `quotes`."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A part of the source text that is not the article's."""

    text: str
    span: Span
    reason: Reason


@dataclass(frozen=True, slots=True)
class Spans:
    """Where the values that stand outside sections were found; null for metadata."""

    title: Span | None = None
    subtitle: Span | None = None
    byline: Span | None = None
    published: Span | None = None
    modified: Span | None = None
    breadcrumb: Span | None = None


@dataclass(frozen=True, slots=True)
class ParseWarning:
    """Something a reader of the record should know."""

    code: WarningCode
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article: everything that was found, and everything that was left out."""

    schema_version: int
    source: Source
    language: str | None
    """BCP 47 primary tag."""
    site: str | None
    breadcrumb: tuple[str, ...]
    title: str | None
    subtitle: str | None
    byline: str | None
    """As printed."""
    authors: tuple[str, ...]
    description: str | None
    """The page's own summary, from metadata only."""
    keywords: tuple[str, ...]
    image: str | None
    license: str | None
    words: int
    """Words in the body."""
    dateline: Dateline | None
    published: str | None
    """ISO 8601, as exact as the source is."""
    modified: str | None
    """ISO 8601, as exact as the source is."""
    sections: tuple[Section, ...]
    body: str
    """Headings and paragraphs in order, blank lines between them."""
    quotes: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    removed: tuple[Removed, ...]
    spans: Spans
    warnings: tuple[ParseWarning, ...]
    text: str | None
    """The source text: always for formats other than plain text, on request for plain text."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts, lists, strings and numbers, as it is written to JSON."""
        result: dict[str, Any] = plain(self)
        return result

    def to_json(self, *, indent: int | None = 2) -> str:
        """The record as JSON text, Unicode kept; one line with `indent=None`."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)


@dataclass(frozen=True, slots=True)
class FailedSource:
    """What is known of an input that gave no article."""

    path: str | None
    record: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an input gave no article."""

    kind: FailureKind
    message: str
    """One line: what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class ErrorRecord:
    """What is written for an input that failed, in the place of its article."""

    source: FailedSource
    error: Failure

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts and strings, as it is written to JSON."""
        result: dict[str, Any] = plain(self)
        return result


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    return tuple(f.name for f in fields(kind)) if hasattr(kind, "__dataclass_fields__") else None


def plain(value: Any) -> Any:
    """`value` with its dataclasses as dicts and its tuples as lists (faster than `asdict`)."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    names = _names(type(value))
    return value if names is None else {name: plain(getattr(value, name)) for name in names}
