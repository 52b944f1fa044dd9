"""What layout hands on: an article's parts, each with where it stands."""

from __future__ import annotations

from artparse.article import Dateline, ParseWarning, Removed, Section, Spans
from artparse.values import NamedTuple


class Layout(NamedTuple):
    """The parts of one article, in the record's own terms."""

    language: str | None
    site: str | None
    breadcrumb: tuple[str, ...]
    title: str | None
    subtitle: str | None
    byline: str | None
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    dateline: Dateline | None
    published: str | None
    modified: str | None
    sections: tuple[Section, ...]
    removed: tuple[Removed, ...]
    spans: Spans
    warnings: tuple[ParseWarning, ...]
    body_right: float | None = None
    """How likely the body is right; null where nothing tells."""
    removed_by: tuple[tuple[str, ...], ...] = ()
    """For each part that was removed, what removed it and told its reason."""
