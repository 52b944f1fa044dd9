"""Units to labelled pieces: what each line of a dump is.

The body is the run of units that reads most like prose; the title stands before it; what is
left is told apart by its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from artparse.layout.dates import find_date
from artparse.layout.labels import Label, Piece
from artparse.layout.units import Unit

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
_FOOTER = re.compile(r"(?i)(©|\(c\) |copyright|all rights reserved|alle rechte|tous droits|terms of|privacy|impressum)")
_COMMENT = re.compile(r"(?i)(\d+ )?(comments?|kommentare?|commentaires?|comentarios)\b")
_CRUMBS = re.compile(r"\s*[>›»/|→]\s*")
_HOME = re.compile(r"(?i)(home|start|startseite|accueil|inicio|news)\b")
_BULLET = re.compile(r"(?:[-*•–▪·‣]|\d{1,2}[.)])\s+(?=\S)")


def label_units(units: Sequence[Unit]) -> list[Piece]:
    """A piece for every unit, in order; a line that holds two things gives two pieces."""
    first, last = _body(units)
    title = _title(units, first)
    pieces: list[Piece] = []
    dated = signed = False
    for i, unit in enumerate(units):
        label: Label
        text = unit.text
        if i == title:
            label = "title"
        elif first <= i <= last:
            label = _inside(units, i, last)
        elif (crumbs := _crumbs(unit, units[title].text if title is not None else "")) and i < first:
            pieces += crumbs
            continue
        elif title is not None and text == units[title].text:
            label = "duplicate"
        elif i < first and not signed and len(text) < 120 and _BYLINE.match(text):
            label, signed = "byline", True
        elif i < first and not dated and len(text) < 80 and find_date(text):
            label, dated = "published", True
        else:
            label = _outside(text, before=i < first)
        pieces.append(Piece(unit.span, label))
    return pieces


def _body(units: Sequence[Unit]) -> tuple[int, int]:
    """First and last index of the run that reads most like prose; (n, n - 1) where nothing does."""
    best, best_run = 0.0, (len(units), len(units) - 1)
    total, start = 0.0, 0
    for i, unit in enumerate(units):
        if total <= 0:
            total, start = 0.0, i
        total += _prose(unit.text)
        if total > best:
            best, best_run = total, (start, i)
    return best_run


def _prose(text: str) -> float:
    """How much a unit speaks for the body: its length, held down, where it reads like sentences."""
    if len(text) >= 50 and (_SENTENCE_END.search(text) or len(text) > 200):
        return min(len(text), 600) / 100
    return -0.4 if len(text) < 120 else 0.0


def _title(units: Sequence[Unit], first: int) -> int | None:
    """Index of the headline among the units before the body."""
    best, best_score = None, 0.0
    for i in range(first):
        text = units[i].text
        words = text.count(" ") + 1
        if not 3 <= words <= 30 or len(text) > 200 or find_date(text) or _BYLINE.match(text):
            continue
        score = min(words, 10) + 6 * (i / max(1, first)) + (5 if text.endswith(("?", "!")) else 0)
        score -= 4 if text.endswith(".") else 0
        score += 6 * any(j != i and text in units[j].text for j in range(max(0, i - 40), first))
        score -= 20 * bool(_SHARE.match(text) or _RELATED.match(text) or _FOOTER.search(text))
        if score >= best_score:
            best, best_score = i, score
    return best


def _inside(units: Sequence[Unit], i: int, last: int) -> Label:
    """What a unit between the first and the last of the body is."""
    text = units[i].text
    if len(text) < 150:
        if _ADVERT.match(text):
            return "advert"
        if _RELATED.match(text):
            return "related"
        if len(text) < 30 and _SHARE.match(text):
            return "share"
    if _BULLET.match(text):
        return "list_item"
    if len(text) < 100 and i < last and not _SENTENCE_END.search(text.rstrip("?!")) and not text.endswith(","):
        return "heading"
    return "paragraph"


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


def _crumbs(unit: Unit, title: str) -> list[Piece]:
    """The pieces of a breadcrumb line, which may end with the title; none where it is no such line."""
    start, end = unit.span
    if title and unit.text.endswith(title) and len(unit.text) > len(title) and _HOME.match(unit.text):
        cut = end - len(title)
        if cut - start <= 60:
            return [Piece((start, start + len(unit.text[: cut - start].rstrip())), "breadcrumb"), Piece((cut, end), "duplicate")]
    if len(_CRUMBS.split(unit.text)) > 1 and len(unit.text) < 120 and _HOME.match(unit.text):
        return [Piece(unit.span, "breadcrumb")]
    return []
