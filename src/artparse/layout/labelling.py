"""Units to labelled pieces: what each line of a dump is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from artparse.article import Span
from artparse.layout.breadcrumbs import breadcrumb_of
from artparse.layout.credits import Credits, credits_of
from artparse.layout.evidence import weighed, with_headline
from artparse.layout.features import features_of, looks_of
from artparse.layout.labels import Label, Piece
from artparse.layout.markup import body_kind, reason_of, with_lists
from artparse.layout.model import Model, best_labels, margins_of, scores_of
from artparse.layout.reasons import reasons_of
from artparse.layout.sites import keywords_of, site_of
from artparse.layout.titles import candidates_of, choose, title_features
from artparse.layout.units import Unit, heard
from artparse.reading.document import Document

GIVEN = {
    "title": ("title",),
    "byline": ("byline",),
    "metadata": ("before", "between", "after"),
    "body": ("paragraph", "heading"),
}
"""The model's labels that are open for what a format says of its blocks."""
RULED_OUT = -1e12
LEAST_TITLE = -8.0
"""Score of the labels with a title against the best ones, below which a model without weights of its own
for headlines sees none."""

BULLET = re.compile(r"(?:[-*•–▪·‣◦]|\d{1,2}[.)])\s+(?=\S)")
"""The marker of a list item."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document's pieces, and what was read on the lines around its body."""

    pieces: list[Piece]
    credits: Credits
    breadcrumb: tuple[str, ...]
    site: str | None
    keywords: tuple[str, ...]


def label_units(document: Document, units: Sequence[Unit], model: Model, language: str | None) -> Labelled:
    """A piece for every unit of `document`, in order; a line of several things gives several."""
    text = document.text
    labels = with_headline(labels_of(document, units, model), units, document.evidence)
    title = labels.index("title") if "title" in labels else None
    credits = credits_of(text, units, labels, language)
    trail = breadcrumb_of(text, units, title)
    reasons = reasons_of(units, labels, title)
    pieces: list[Piece] = []
    for i, (unit, found) in enumerate(zip(units, labels, strict=True)):
        if i in credits.pieces:
            pieces += credits.pieces[i]
        elif found == "paragraph":
            kind = body_kind(unit) or ("list_item" if BULLET.match(unit.text) else "paragraph")
            pieces.append(Piece(unit.span, kind))
        elif found == "heading":
            pieces.append(Piece(unit.span, "heading", unit.hints.level or 2))
        elif found == "title":
            pieces.append(Piece(unit.span, "title"))
        elif found == "subtitle":
            pieces.append(Piece(unit.span, "subtitle"))
        elif trail and unit.span[0] < trail[0][1] and trail[0][0] < unit.span[1]:
            pieces += _trail_pieces(text, unit, trail[0])
        else:
            reason: Label = reasons[i] or "other"
            if unit.hints.given:
                reason = "metadata"
            elif reason != "duplicate":
                reason = reason_of(unit) or reason
            pieces.append(Piece(unit.span, reason))
    pieces, credits = weighed(pieces, credits, document.evidence)
    kept = any(p.label == "breadcrumb" for p in pieces)
    return Labelled(
        pieces,
        credits,
        trail[1] if trail and kept else (),
        site_of(units, labels),
        keywords_of(units, labels),
    )


def labels_of(document: Document, units: Sequence[Unit], model: Model) -> list[str]:
    """The model's label of each unit, with one headline at most."""
    kept = heard(units)
    told = [units[i] for i in kept]
    looks = looks_of(told)
    scores = scores_of(features_of(told, looks, document), model)
    for unit, own in zip(told, scores, strict=True):
        if unit.hints.given:
            for k, name in enumerate(model.labels):
                if name not in GIVEN[unit.hints.given]:
                    own[k] = RULED_OUT
    labels = best_labels(scores, model)
    if document.parents:
        labels = with_lists(labels, told, document.parents)
    said = [i for i, unit in enumerate(told) if unit.hints.given == "title"]
    candidates = said[:1] or [i for i in candidates_of(told, looks, labels) if not told[i].hints.given]
    margins = margins_of(scores, model, "title")
    if model.title:
        options = title_features(told, looks, labels, margins, candidates)
        title = choose(candidates, options, model.title)
    else:
        title = max(candidates, key=margins.__getitem__, default=None)
    labels = ["before" if label == "title" else label for label in labels]
    if title is not None:
        labels[title] = "title"
    return spread(labels, kept, len(units))


def spread(labels: Sequence[str], kept: Sequence[int], count: int) -> list[str]:
    """`labels` of the units at `kept` for all `count` units: what interrupts them is noise of its place."""
    result = [""] * count
    for i, label in zip(kept, labels, strict=True):
        result[i] = label
    body = [i for i, label in zip(kept, labels, strict=True) if label in ("paragraph", "heading")]
    first, last = (body[0], body[-1]) if body else (count, count)
    return [
        x or ("before" if i < first else "after" if i > last else "between") for i, x in enumerate(result)
    ]


def _trail_pieces(text: str, unit: Unit, trail: Span) -> list[Piece]:
    """The pieces of a unit that the breadcrumb at `trail` stands in."""
    start, end = unit.span
    pieces = [Piece(trail, "breadcrumb")] if start == trail[0] else []
    rest = text[trail[1] : end] if trail[1] < end else ""
    if rest.strip():
        at = trail[1] + len(rest) - len(rest.lstrip())
        pieces.append(Piece((at, end), "duplicate"))
    return pieces
