"""What the quotes stage looks at, and what it gives back."""

from __future__ import annotations

from typing import Literal

from artparse.article import Quote, Report, Span, Speaker
from artparse.values import NamedTuple

Place = Literal["title", "subtitle", "heading", "paragraph", "list_item", "blockquote"]
HEADINGS: frozenset[Place] = frozenset(("title", "subtitle", "heading"))
"""Places whose words stand above the text that they are of."""


class Passage(NamedTuple):
    """One stretch of the article that may hold quotes."""

    span: Span
    place: Place
    section: int | None
    """Index into the record's `sections`; null for title and subtitle."""
    paragraph: int | None
    """Index into the section's `paragraphs`; null for title, subtitle and headings."""


class Attributions(NamedTuple):
    """What an article says that people said, in source order, and who they are, in order of appearance."""

    quotes: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    unclosed: tuple[int, ...] = ()
    """Where quotation marks open that nothing closes, in code points of the source text."""
    decided_by: tuple[tuple[str, ...], ...] = ()
    """For each quote, the names of the rules and models that decided of it (see `rules`)."""
    reports: tuple[Report, ...] = ()
    """What is reported without quotation marks, in source order."""
    reports_decided_by: tuple[tuple[str, ...], ...] = ()
    """For each report, the same (see `rules.REPORTS`)."""
