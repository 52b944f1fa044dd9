"""Labelled lines to pieces: what stands where in the source, and why it is removed where it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from artparse.article import Span
from artparse.layout.body.doubt import PLAIN, Doubt
from artparse.layout.body.posts import set_off
from artparse.layout.body.reasons import Told, reasons_of
from artparse.layout.body.untold import untold_in
from artparse.layout.credits.credits import Credits, credits_of, signed
from artparse.layout.evidence.headline import headline_at
from artparse.layout.evidence.stated import Stated
from artparse.layout.evidence.weighing import weighed
from artparse.layout.labels import BODY_LINES, NOISE, Labels, Piece, removed
from artparse.layout.lines.languages import language_of
from artparse.layout.lines.look import BULLET
from artparse.layout.lines.units import Unit
from artparse.layout.markup.quotations import is_signature
from artparse.layout.markup.rules import body_kind
from artparse.layout.markup.uses import reason_of
from artparse.layout.parts.breadcrumbs import breadcrumb_of
from artparse.layout.parts.sites import keywords_of, site_of
from artparse.layout.steps.page import Page
from artparse.layout.steps.tables import CERTAIN, without_last_headings
from artparse.layout.titles.choice import headline_in
from artparse.reading.document import Document
from artparse.values import NamedTuple

SPOKEN = 6
"""Paragraphs from the first third on that are asked for their language."""

LONGEST_BIOGRAPHY = 200
"""Code points of a first paragraph that says who the author is."""
HONORIFICS = ("Ms.", "Mr.", "Mrs.", "Mx.", "Dr.", "Prof.", "Professor")
DASH = "–"
"""What opens a list's item, or what somebody says."""


class Labelled(NamedTuple):
    """A document's pieces, and what was read on the lines around its body."""

    pieces: list[Piece]
    language: str | None
    credits: Credits
    breadcrumb: tuple[str, ...]
    site: str | None
    keywords: tuple[str, ...]
    words: dict[Span, str]
    """The text of whole units, with white space folded."""
    doubt: Doubt | None
    """How sure the body is, where that is known."""
    lost: float
    """Words that were removed and may be of the article, where they are so many that it is to be said."""


def pieces_of(page: Page) -> Labelled:
    """A piece for every unit of a labelled page, in order; a line of several things gives several."""
    document, units, labels = page.document, page.units, list(page.labels)
    text, stated = document.text, page.stated
    title = labels.index("title") if "title" in labels else None
    declared = stated.evidence.language
    language = (declared if document.exported else None) or spoken(text, units, labels, declared) or declared
    credits = credits_of(text, units, labels, language, page.model.byline)
    if not credits.authors and not stated.names:
        credits = signed(text, units, labels, credits)
    biographies = [] if document.has_elements else biographies_in(units, labels, credits)
    if biographies:
        labels = ["after" if i in biographies else x for i, x in enumerate(labels)]
        labels = without_last_headings(units, labels)
    taken = {i for i, label in enumerate(labels[:title]) if i in credits.pieces or label not in NOISE}
    trail = None if document.exported else breadcrumb_of(text, units, title, taken)
    reasons = reasons_of(units, labels, title)
    for i in biographies:
        reasons[i] = Told("metadata", "layout/biography")
    pieces: list[Piece] = []
    for i, (unit, label) in enumerate(zip(units, labels, strict=True)):
        if i in credits.pieces and unit.hints.given not in CERTAIN:
            pieces += credits.pieces[i]
        elif label == "title":
            pieces += _title(document, unit, stated)
        elif label == "paragraph" and _is_signed(pieces, units, i, document):
            pieces[-1] = Piece((pieces[-1].span[0], unit.span[1]), "blockquote")
        elif label in ("paragraph", "heading", "subtitle"):
            pieces.append(_of_article(document, unit, label))
        elif trail and unit.span[0] < trail[0][1] and trail[0][0] < unit.span[1]:
            pieces += _trail(text, unit, trail[0])
        else:
            pieces.append(_removed(unit, reasons[i], f"layout/{page.by[i]}"))
    if not document.has_elements:
        pieces = set_off(text, pieces)
    pieces, credits = weighed(text, pieces, credits, stated)
    kept = any(p.part == "breadcrumb" for p in pieces)
    plain = {
        unit.text
        for unit, label, told in zip(units, labels, reasons, strict=True)
        if told.reason in PLAIN or label in BODY_LINES  # A later step may have taken it into the body.
    }
    return Labelled(
        pieces,
        language,
        credits,
        trail[1] if trail and kept else (),
        stated.evidence.site or site_of(units, labels),
        keywords_of(units, labels),
        {unit.span: unit.text for unit in units},
        page.doubt,
        _lost(page, units, labels, plain),
    )


def _lost(page: Page, units: Sequence[Unit], labels: Labels, plain: Collection[str]) -> float:
    """Words left out that may be of the article, by the models or since nothing told that they are not."""
    if page.doubt is None:
        return 0.0
    lost, least = page.doubt.lost_but(plain), page.doubt.scale.least_untold
    if lost or least is None:
        return lost
    untold = untold_in(units, labels)
    return untold.lines if untold.sentences >= least[0] or untold.lines >= least[1] else 0.0


def _is_signed(pieces: Sequence[Piece], units: Sequence[Unit], i: int, document: Document) -> bool:
    """Whether a unit says who said the quotation above it, with which it is one piece."""
    quoted = document.has_elements and bool(pieces) and pieces[-1].part == "blockquote"
    return quoted and is_signature(units[i], units[i - 1], document.parents)


def spoken(text: str, units: Sequence[Unit], labels: Labels, declared: str | None = None) -> str | None:
    """The language of the body; of all the text where there is none, or too little to tell."""
    body = [unit.text for unit, label in zip(units, labels, strict=True) if label == "paragraph"]
    middle = body[len(body) // 3 :][:SPOKEN]
    parts = (" ".join(middle), " ".join(body), text)
    return next(filter(None, (language_of(part, declared) for part in parts)), None)


def biographies_in(units: Sequence[Unit], labels: Labels, credits: Credits) -> list[int]:
    """The last paragraphs that say who an author is, if any, and the first if it does: `Jane Doe is a nurse
    and writes on sleep.`, `Ms. Doe is a nurse.`"""
    body = [i for i, label in enumerate(labels) if label in BODY_LINES and i not in credits.pieces]
    authors = [author for author in credits.authors if " " in author]
    names = tuple(f"{author} " for author in authors)
    found = list(takewhile(lambda i: units[i].text.startswith(names), reversed(body[1:]))) if names else []
    if len(body) - len(found) > 1 and _says_who(units[body[0]].text, authors):
        found.append(body[0])
    return found


def _says_who(text: str, authors: Sequence[str]) -> bool:
    """Whether a paragraph does nothing but say what an author is."""
    if len(text) > LONGEST_BIOGRAPHY or not text.endswith((".", ".”", '."')):
        return False
    called = (*authors, *(f"{title} {name.split()[-1]}" for name in authors for title in HONORIFICS))
    return text.startswith(
        tuple(f"{name} {verb} " for name in called for verb in ("is a", "is an", "is the"))
    )


def _of_article(document: Document, unit: Unit, label: str) -> Piece:
    """The piece of a unit of the body, or of the standfirst."""
    if label == "subtitle":
        return Piece(unit.span, "subtitle")
    if label == "heading":
        return Piece(unit.span, "heading", unit.hints.level or 2)
    return Piece(unit.span, body_kind(unit) or ("list_item" if is_item(unit, document) else "paragraph"))


def is_item(unit: Unit, document: Document) -> bool:
    """Whether a unit is a list item by its marker; where elements tell of lists, a number is of the text.

    A dash opens speech where a sentence ends the line: `– Då får båten vänta.`"""
    if unit.text[:1].isalpha() or BULLET.match(unit.text) is None:
        return False
    if unit.text[0].isdigit():
        return not document.has_elements
    return not (unit.text[0] == DASH and unit.says.is_ended)


def _title(document: Document, unit: Unit, stated: Stated) -> list[Piece]:
    """The headline, without a kicker on the same line: one that the metadata's title does not have, or one in
    capitals that a copied page runs together with it."""
    text, (start, end) = document.text, unit.span
    at = headline_at(text, unit.span, stated)[0]
    if at == start and not document.has_elements:
        at = start + headline_in(text[start:end])
    kicker = text[start:at].rstrip()
    above = removed((start, start + len(kicker)), "metadata", "layout/titles")
    return [above] * bool(kicker) + [Piece((at, end), "title")]


def _trail(text: str, unit: Unit, trail: Span) -> list[Piece]:
    """The pieces of a unit that the breadcrumb at `trail` stands in."""
    start, end = unit.span
    pieces = [Piece(trail, "breadcrumb")] if start == trail[0] else []
    rest = text[trail[1] : end] if trail[1] < end else ""
    if rest.strip():
        at = trail[1] + len(rest) - len(rest.lstrip())
        pieces.append(removed((at, end), "duplicate", "layout/breadcrumbs"))
    return pieces


def _removed(unit: Unit, told: Told, by: str) -> Piece:
    """The piece of a unit that is not of the article, the step that left it out, and what told its reason."""
    if unit.hints.given:
        return removed(unit.span, "metadata", "format/given")
    reason = told.reason or "other"
    if reason != "duplicate" and unit.hints.words and (marked := reason_of(unit)):
        return removed(unit.span, marked, by, "markup/words")
    return removed(unit.span, reason, by, told.rule)
