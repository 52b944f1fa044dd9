"""Units to labelled pieces: what each line of a dump is.

The body is the run of units that reads most like prose; the title stands before it; what is
left is told apart by its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from artparse.layout.credits import Credits, credits_of
from artparse.layout.dates import find_date
from artparse.layout.evidence import weighed, with_headline
from artparse.layout.features import features_of
from artparse.layout.labels import Label, Piece
from artparse.layout.markup import body_kind, reason_of
from artparse.layout.model import Model, best_labels, scores_of
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
LEAST_TITLE = -6.0
"""Score of the likeliest title against its best other label, below which there is none."""

_SENTENCE_END = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$|[\"”»]$")
_BYLINE = re.compile(r"(?i:by|von|par|por|di|door|text:|words by|written by)\s+\S.{0,100}$")
_RELATED = re.compile(
    r"(?i)(related (posts|articles|stories|news|topics)?|read (more|also|next)|more (on|from|stories)|see also|"
    r"you may also like|recommended|also read|lesen sie (auch|mehr)|mehr (zum thema|aus)|lire aussi|à lire)\b"
)
_SHARE = re.compile(
    r"(?i)(share|tweet|facebook|twitter|whatsapp|linkedin|reddit|pinterest|e-?mail|print|copy link|teilen|drucken|"
    r"partager|compartir)\b"
)
_ADVERT = re.compile(r"(?i)(advertisement|anzeige|werbung|publicité|publicidad|sponsored|advertorial)\b")
_FOOTER = re.compile(
    r"(?i)(©|\(c\) |copyright|all rights reserved|alle rechte|tous droits|terms of|privacy|impressum)"
)
_COMMENT = re.compile(r"(?i)(\d+ )?(comments?|kommentare?|commentaires?|comentarios)\b")
_CRUMBS = re.compile(r"\s*[>›»/|→]\s*")
_HOME = re.compile(r"(?i)(home|start|startseite|accueil|inicio|news)\b")
_BULLET = re.compile(r"(?:[-*•–▪·‣]|\d{1,2}[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document's pieces, and what its credits say."""

    pieces: list[Piece]
    credits: Credits


def label_units(document: Document, units: Sequence[Unit], model: Model, language: str | None) -> Labelled:
    """A piece for every unit of `document`, in order; a line of several things gives several."""
    text = document.text
    kept = heard(units)
    told = [units[i] for i in kept]
    scores = scores_of(features_of(told, document), model)
    for unit, own in zip(told, scores, strict=True):
        if unit.hints.given:
            for k, label_ in enumerate(model.labels):
                if label_ not in GIVEN[unit.hints.given]:
                    own[k] = RULED_OUT
    labels = spread(with_title(best_labels(scores, model), scores, model), kept, len(units))
    labels = with_headline(labels, units, document.evidence)
    credits = credits_of(text, units, labels, language)
    title = units[labels.index("title")].text if "title" in labels else None
    pieces: list[Piece] = []
    for i, (unit, found) in enumerate(zip(units, labels, strict=True)):
        label: Label
        words = unit.text
        if i in credits.pieces:
            pieces += credits.pieces[i]
            continue
        if found == "paragraph":
            label = body_kind(unit) or ("list_item" if _BULLET.match(words) else "paragraph")
        elif found == "title":
            label = "title"
        elif found == "subtitle":
            label = "subtitle"
        elif found == "heading":
            label = "heading"
        elif found in ("byline", "published") or unit.hints.given:
            label = "metadata"
        elif words == title:
            label = "duplicate"
        else:
            label = reason_of(unit) or _outside(words, before=found == "before")
        pieces.append(Piece(unit.span, label, unit.hints.level or 2))
    return Labelled(*weighed(pieces, credits, document.evidence))


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


def with_title(labels: list[str], scores: Sequence[Sequence[float]], model: Model) -> list[str]:
    """`labels` with one title: the likeliest, where the labels have none or several."""
    body = [i for i, label in enumerate(labels) if label in ("paragraph", "heading")]
    if not body:
        return labels
    k = model.labels.index("title")
    chosen = [i for i, label in enumerate(labels) if label == "title"]
    candidates = chosen or [i for i in range(body[0]) if labels[i] not in ("paragraph", "heading")]

    def margin(i: int) -> float:
        return scores[i][k] - max(s for j, s in enumerate(scores[i]) if j != k)

    best = max(candidates, key=margin, default=None)
    if best is None or (not chosen and margin(best) < LEAST_TITLE):
        return labels
    return [
        ("title" if i == best else "before" if label == "title" else label) for i, label in enumerate(labels)
    ]


def _outside(text: str, *, before: bool) -> Label:
    """What a unit outside the body is."""
    if _ADVERT.match(text):
        return "advert"
    if _RELATED.match(text):
        return "related"
    if _COMMENT.match(text):
        return "comment"
    if _FOOTER.search(text):
        return "footer"
    if _SHARE.match(text) and len(text) < 60:
        return "share"
    if find_date(text):
        return "metadata"
    return "navigation" if before else "related" if len(text) > 30 else "footer"
