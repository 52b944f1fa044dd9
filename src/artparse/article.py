"""The record that artparse gives for one article.

Every `span` is `(start, end)`, half open, in Unicode code points of the source text.
The classes are what travels: frozen, slotted, without behaviour beyond `Article.to_dict`
and `Article.to_json`. Field by field they are the promised record; `schema.py` makes the
JSON Schema from them, so a field is described here and nowhere else.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from artparse.values import dataclass

SCHEMA_VERSION = 2

Span = tuple[int, int]

Format = Literal["text", "markdown", "html", "email", "docx", "rtf", "pdf"]
ParagraphKind = Literal["paragraph", "list_item", "blockquote", "code"]
QuoteKind = Literal["direct", "partial"]
SpeakerKind = Literal["person", "organization", "group", "document"]
Pronoun = Literal["she", "he", "they", "other"]
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
    "paywall",
    "removed_prose",
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
class KeptField:
    """A field of the input's own record that was asked for."""

    name: str
    """In the input."""
    json: str
    """Its value as JSON text, so that tables have one type for it."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record came from."""

    path: str | None
    """As given on the command line; `-` for standard input; null from the API."""
    record: int | None
    """1-based number of the record inside a file that holds many."""
    id: str | None
    """The record's own identifier in the input, such as `_id`, an accession number, a Message-ID."""
    fields: tuple[KeptField, ...]
    """The input's own fields that were asked for with `--keep`."""
    url: str | None
    """Canonical address, where the dump carries one."""
    format: Format
    """What the input was read as."""
    encoding: str
    """As decoded, such as `utf-8`."""
    sha256: str
    """Of the bytes of this record's input."""
    characters: int
    """Length of the source text in code points."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and agency that open a wire story; stays part of its paragraph."""

    place: str | None
    """As printed, such as `WASHINGTON`."""
    agency: str | None
    """As printed, such as `AFP`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item or block quote of the body."""

    text: str
    """White space runs folded to one space (kept in `code`), a list item's marker left out."""
    span: Span
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraphs under it; the lead has no heading."""

    heading: str | None
    """Null for the lead, unless the text opens with a heading."""
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
    """Words in quotation marks that somebody is said to have uttered."""

    text: str
    """Without the quotation marks."""
    span: Span
    """Of the words, without the quotation marks."""
    kind: QuoteKind
    """A whole utterance in marks, or words in marks inside the reporter's own sentence."""
    clause: Phrase | None
    """All that the sentence of a partial quote reports, in marks and out of them."""
    speaker: str | None
    """The speaker's fullest name in the article; null when the article never names them."""
    speaker_ids: tuple[int, ...]
    """Indexes into `speakers`; empty when null, several for a joint statement."""
    mention: Phrase | None
    """The words that say who speaks at this quote."""
    cue: Phrase | None
    """The words that report."""
    utterance: int
    """Quotes with the same number are pieces of one utterance."""
    section: int | None
    """Index into `sections`; null in the title or subtitle."""
    paragraph: int | None
    """Index into the section's `paragraphs`; null in the title, the subtitle or a heading."""
    confidence: float
    """0 to 1: that this was said by this speaker."""
    decided_by: tuple[str, ...] | None
    """With `--explain`, the rules and models that decided stretch, speaker and name."""


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody is reported to have said without quotation marks."""

    text: str
    """The pieces of the reported clause, joined by a space."""
    spans: tuple[Span, ...]
    """Of the pieces, in source order."""
    speaker: str | None
    """The speaker's fullest name in the article; null when the article never names them."""
    speaker_ids: tuple[int, ...]
    """Indexes into `speakers`; empty when null, several for a joint statement."""
    mention: Phrase | None
    """The words that say who speaks."""
    cue: Phrase | None
    """The words that report."""
    utterance: int
    """Quotes and reports with the same number are pieces of one utterance."""
    section: int | None
    """Index into `sections`; null in the title or subtitle."""
    paragraph: int | None
    """Index into the section's `paragraphs`; null in the title, the subtitle or a heading."""
    confidence: float
    """0 to 1: that this was said by this speaker."""
    decided_by: tuple[str, ...] | None
    """With `--explain`, the rules and models that decided clause, speaker and name."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody, or something, that is quoted."""

    name: str
    """The fullest in the article, without titles."""
    role: str | None
    """As printed, such as `UK Foreign Secretary`."""
    kind: SpeakerKind
    pronoun: Pronoun | None
    """By the pronoun or title with which the article refers to a person; no guess from the name."""
    aliases: tuple[str, ...]
    """The other names used."""
    quotes: tuple[int, ...]
    """Indexes into `quotes`."""
    reports: tuple[int, ...]
    """Indexes into `reports`."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A change that a person made to the record."""

    field: str
    """What was changed, such as `title` or `quotes[2].speaker`."""
    span: Span | None
    """Of the words concerned, where there are any."""
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Removed:
    """A part of the source text that is not the article's."""

    text: str
    span: Span
    reason: Reason
    """What it is instead."""
    decided_by: tuple[str, ...] | None
    """With `--explain`, the rules and models that removed it."""


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
class Confidence:
    """How likely values are right, 0 to 1; null where there is no such value or no estimate."""

    title: float | None = None
    authors: float | None = None
    published: float | None = None
    body: float | None = None
    """A body is right from F1 0.95 on."""


@dataclass(frozen=True, slots=True)
class ParseWarning:
    """Something a reader of the record should know."""

    code: WarningCode
    message: str
    """One line."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: everything that was found, and everything that was left out."""

    schema_version: int
    source: Source
    language: str | None
    """BCP 47 primary tag, such as `en`."""
    site: str | None
    """The publication's name."""
    breadcrumb: tuple[str, ...]
    """Where the article stands on its site, outermost first."""
    title: str | None
    """The headline, without site name or breadcrumb."""
    subtitle: str | None
    """Standfirst or deck, where it is set apart from the body."""
    byline: str | None
    """As printed, such as `By Jane Doe and Sam Roe`."""
    authors: tuple[str, ...]
    """The byline's persons, without roles; an agency or desk only where no person is named."""
    description: str | None
    """The page's own summary, from metadata only."""
    keywords: tuple[str, ...]
    """Tags, as printed or in metadata."""
    image: str | None
    """Address, from metadata only."""
    license: str | None
    """Address, from metadata only."""
    words: int
    """Words in the body.

    In languages without spaces about how many: one for two Chinese or Japanese signs, for five Thai, Lao,
    Burmese or Khmer ones."""
    dateline: Dateline | None
    """The place and agency that open a wire story; they stay part of its paragraph."""
    published: str | None
    """ISO 8601, as exact as the source is: `2025-04-23` or `2025-04-23T09:10:00+01:00`."""
    modified: str | None
    """ISO 8601, as exact as the source is."""
    sections: tuple[Section, ...]
    """The body: headings and the paragraphs under them."""
    body: str
    """Headings and paragraphs in order, blank lines between them."""
    quotes: tuple[Quote, ...]
    """Words in quotation marks that somebody is said to have uttered, in source order."""
    reports: tuple[Report, ...]
    """What somebody is reported to have said without quotation marks, in source order."""
    speakers: tuple[Speaker, ...]
    """In order of first appearance."""
    corrected: tuple[Correction, ...]
    """Changes that a person made to the record."""
    removed: tuple[Removed, ...]
    """What is not the article's, in source order."""
    spans: Spans
    """Of the values that stand outside the sections."""
    confidence: Confidence
    """How likely title, authors, day and body are right."""
    warnings: tuple[ParseWarning, ...]
    """What a reader of the record should know."""
    text: str | None
    """The source text: always for formats other than plain text, on request for plain text."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts, lists, strings and numbers, as it is written to JSON."""
        result: dict[str, Any] = plain(self)
        return result

    def to_json(self, *, indent: int | None = 2) -> str:
        """The record as JSON text, Unicode kept; one line with `indent=None`."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Article:
        """The article that `to_json` made `text` of, every field checked as the schema says.

        Raises ArtparseError `broken` with the path of the first field that is wrong.
        """
        from artparse.records import article_from_json  # Only for what reads records.

        return article_from_json(text)


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


PLAIN = frozenset((str, int, float, bool, type(None)))
"""What is written as it is: most values are, so that it is asked before anything is called."""


def plain(value: Any) -> Any:
    """`value` with its dataclasses as dicts and its tuples as lists (faster than `asdict`)."""
    if isinstance(value, tuple):
        return [item if type(item) in PLAIN else plain(item) for item in value]
    names: tuple[str, ...] | None = getattr(type(value), "__slots__", None)
    if names is None:
        return value
    return {name: item if type(item := getattr(value, name)) in PLAIN else plain(item) for name in names}
