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
from artparse.layout.features import features_of, looks_of
from artparse.layout.labels import Label, Piece
from artparse.layout.model import Model, best_labels, margins_of, scores_of
from artparse.layout.titles import candidates_of, choose, title_features
from artparse.layout.units import Unit, heard

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


def label_units(text: str, units: Sequence[Unit], model: Model, language: str | None) -> Labelled:
    """A piece for every unit of the source text `text`, in order; a line of several things gives several."""
    kept = heard(units)
    told = [units[i] for i in kept]
    looks = looks_of(told)
    features = features_of(told, looks)
    scores = scores_of(features, model)
    labels = best_labels(scores, model)
    candidates = candidates_of(told, looks, labels)
    margins = margins_of(scores, model, "title")
    title_at = choose(candidates, title_features(told, looks, labels, margins, candidates), model.title)
    labels = spread(with_title(labels, title_at), kept, len(units))
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
            label = "list_item" if _BULLET.match(words) else "paragraph"
        elif found in ("title", "subtitle", "heading"):
            label = found
        elif found in ("byline", "published"):
            label = "metadata"
        elif words == title:
            label = "duplicate"
        else:
            label = _outside(words, before=found == "before")
        pieces.append(Piece(unit.span, label))
    return Labelled(pieces, credits)


def spread(labels: Sequence[str], kept: Sequence[int], count: int) -> list[str]:
    """`labels` of the units at `kept` for all `count` units: what interrupts them is noise of its place."""
    result = [""] * count
    for i, label in zip(kept, labels, strict=True):
        result[i] = label
    body = [i for i, label in zip(kept, labels, strict=True) if label in ("paragraph", "heading")]
    first, last = (body[0], body[-1]) if body else (count, count)
    return [x or ("before" if i < first else "after" if i > last else "between") for i, x in enumerate(result)]


def with_title(labels: Sequence[str], title: int | None) -> list[str]:
    """`labels` with the unit at `title` as the only headline."""
    result = ["before" if label == "title" else label for label in labels]
    if title is not None:
        result[title] = "title"
    return result


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
