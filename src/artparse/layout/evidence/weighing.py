"""Metadata against the visible text: which of them each field is taken from.

One order for each field, kept here and nowhere else. The visible text decides what stands where;
metadata decides what it means.

title       the visible line that says what a title in the metadata says, or a part of it beside the
            site's name; else the line that the model takes for the title, where it shares most of
            its words with the metadata's, or where the metadata has none of its own; else the
            metadata's, which stands nowhere.
authors     the persons that the metadata names, be it by one word, unless the visible byline has the
            whole name, names more persons beside all of them, or stands above the body where the page
            says none of them; else those of the visible byline; else what the metadata names beside
            persons (desks and agencies). The byline stays as printed.
published   of the moments in the metadata the one whose day the page shows below its headline; else that
            day, unless it is the last change's; else the metadata's first; else the day that the address
            has in its path; else a visible one near the headline; else what the page's elements and
            scripts have; else a date that a line says is the page's, that opens the body, stands
            elsewhere or ends the body; else the last change's. Of one day the more exact wording.
modified    the metadata's; else the visible one. A visible date of another day is metadata of
            something else.
language    what is declared; else the text's own.
breadcrumb  the visible one; else the metadata's.
site, keywords  the metadata's; else the visible ones.
description, image, license, address: metadata only.

Metadata never gives body text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from artparse.layout.credits.credits import Credits
from artparse.layout.evidence.days import more_exact, opening_day, published_by, same_day
from artparse.layout.evidence.stated import Stated, squeezed
from artparse.layout.labels import BODY, Piece, removed
from artparse.layout.lines.authors import may_be, names_in
from artparse.layout.lines.desks import is_desk, is_nobody
from artparse.layout.lines.words import plain
from artparse.layout.structure import Layout
from artparse.reading.document import NO_EVIDENCE

DOUBTFUL = -1.2
"""Log odds that a name is somebody's, below which the metadata's authors stand: `Nintendo Switch`."""
OWNERS = ("'s", "’s")
"""Ends of what is no person's name: `Harvard Women's`, cut from the name of a paper."""


def weighed(text: str, pieces: list[Piece], credits: Credits, stated: Stated) -> tuple[list[Piece], Credits]:
    """Pieces of `text` and its credits, with what the metadata says of authors and dates."""
    evidence = stated.evidence
    if evidence == NO_EVIDENCE:
        day = credits.published or opening_day(text, pieces)
        return pieces, credits if day == credits.published else credits._replace(published=day)
    published = published_by(text, pieces, credits, evidence)
    for other in (credits.published, *evidence.moments):
        published = more_exact(published, other)
    modified = more_exact(evidence.modified, credits.modified)
    modified = None if modified == published else modified
    elsewhere = {
        label
        for label, printed, value in (
            ("published", credits.published, published),
            ("modified", credits.modified, modified),
        )
        if printed and not same_day(printed, value)
    }
    return (
        [removed(p.span, "metadata", "evidence/dates") if p.part in elsewhere else p for p in pieces],
        Credits(
            authors=_authors(stated, credits.authors, _above(text, pieces)),
            published=published,
            modified=modified,
            ambiguous=credits.ambiguous and not evidence.published,
            pieces=credits.pieces,
        ),
    )


def _above(text: str, pieces: Sequence[Piece]) -> str:
    """What stands above the body, if a byline is there; else nothing."""
    first = next((k for k, piece in enumerate(pieces) if piece.part in BODY), 0)
    signed = any(piece.part == "byline" for piece in pieces[:first])
    return text[: pieces[first].span[0]] if signed else ""


def _authors(stated: Stated, printed: tuple[str, ...], above: str) -> tuple[str, ...]:
    """The authors by the metadata and the `printed` byline, which stands in what is `above` the body, if that
    is not empty."""
    names, entries = stated.names, stated.evidence.authors
    sure = [name for name in printed if _is_surely_one(name)]
    if names and sure and above and not _is_said(names, above):
        return printed
    persons = tuple(name for name in names if names_in(name) and not stated.is_site(name))
    if persons and set(persons) < set(printed) == set(sure):
        return printed
    nicknames = tuple(name for name in names if " " not in name and not is_desk(name))
    if persons:
        return persons
    if nicknames:
        fuller = all(any(squeezed(name) in squeezed(full) for full in printed) for name in nicknames)
        of_site = sure and above and all(map(stated.closes_title, nicknames))
        return printed if fuller or of_site else nicknames
    if any(map(names_in, printed)):
        return printed
    if names or not entries:
        return names or printed
    # Where the metadata has the site's name only, a line that names nobody is of something else.
    known = [squeezed(entry) for entry in entries if not is_nobody(entry)]
    return tuple(name for name in printed if any(squeezed(name) in entry for entry in known))


def _is_surely_one(name: str) -> bool:
    """Whether a name in a byline is a person's, even against what the metadata says."""
    return names_in(name) and may_be(name, DOUBTFUL) and not name.endswith(OWNERS)


def _is_said(names: Collection[str], text: str) -> bool:
    """Whether a text has the last word of one of some names."""
    words = set(plain(text).split())
    return any(name.split()[-1] in words for name in map(plain, names) if name)


def filled(layout: Layout, stated: Stated) -> Layout:
    """A layout with the fields that only the metadata knows."""
    evidence = stated.evidence
    if evidence == NO_EVIDENCE:
        return layout
    title = layout.title or stated.own_title
    return layout._replace(
        title=title,
        site=evidence.site or layout.site,
        breadcrumb=layout.breadcrumb or evidence.breadcrumb,
        keywords=evidence.keywords or layout.keywords,
        warnings=tuple(w for w in layout.warnings if not (title and w.code == "no_title")),
    )
