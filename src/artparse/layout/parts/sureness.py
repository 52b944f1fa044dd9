"""How likely title, authors, day and body of an article are right: `confidence` of the record.

Layout in, a share between 0 and 1 for each of the four out, null where the record has no such value. What
tells is how the value came about, not what it says: whether metadata and page agree, where it stands, what
lies between it and the body. A headline whose words come again in the body, say, is right more often than one
whose words do not. The weights (logistic regression, one set for texts and one for pages with markup or
metadata) are learnt by `training/layout/sureness.py` on pages that the models behind the values had not seen.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping

from artparse.data import load
from artparse.languages import packs
from artparse.layout.evidence.days import same_day
from artparse.layout.lines.words import plain
from artparse.layout.structure import Layout
from artparse.patterns import pattern
from artparse.reading.document import Document
from artparse.values import NamedTuple

FIELDS = ("title", "authors", "published", "body")
OPENING = 3000
"""Code points of the body in which words of the headline are looked for."""
MOST, LEAST = 0.99, 0.01
"""Nothing is surer than the pages that the weights were learnt on can show."""
LEAST_PROSE = 60
"""Code points of a paragraph."""
LEAST_SPACES = 8
ENDS = frozenset('.!?…”"»)')
EDGE = 3
"""Paragraphs at the end of the body that are looked at by themselves."""
FAR = 9.0
"""Stands for a distance (natural logarithm of code points) where there is none."""

Facts = dict[str, float]
"""What is known of a value, by name; the names are those of the weights."""

_WORD = pattern(r"\w{4,}")
_CUE = pattern(r"(?:by|von|par|por|di|text|words|written|author|story)\b", re.IGNORECASE)
_PARTED = pattern(r"\s[|–—·»]\s", signs="|–—·»")


class Sureness(NamedTuple):
    """How likely each value is right, 0 to 1; null where the record has none."""

    title: float | None
    authors: float | None
    published: float | None
    body: float | None


class Page(NamedTuple):
    """A document and its layout, and what all three fields look at."""

    document: Document
    layout: Layout
    body: str
    """The opening of the body."""
    start: int
    """Where the body's first paragraph begins, in code points."""
    shared: Facts


def sureness_of(document: Document, layout: Layout) -> Sureness:
    """How likely the title, the authors, the day and the body in `layout` are right.

    Of a body that the format gives nothing is said. What the models of texts say of theirs stands.
    """
    page = page_of(document, layout)
    given = document.given or document.exported
    weights = load("sureness")["markup" if document.has_elements or given else "text"]
    fields = FIELDS[:-1] if given else FIELDS
    found = {field: _share(facts_of(page, field), weights[field]) for field in fields if field in weights}
    return Sureness(**dict.fromkeys(FIELDS) | {"body": layout.body_right} | found)


def page_of(document: Document, layout: Layout) -> Page:
    """What the fields share: size of the body, its share of the text, how likely it is right."""
    paragraphs = [p for section in layout.sections for p in section.paragraphs]
    length = max(len(document.text), 1)
    size = sum(len(p.text) for p in paragraphs)
    shared = {
        "body": math.log1p(size),
        "kept": size / length,
        "text": math.log1p(length),
        "English": float(layout.language is not None and packs.switch(layout.language, "learnt on")),
        "body right": layout.body_right or 0.0,
        "body unjudged": float(layout.body_right is None),
        "headings": math.log1p(sum(1 for section in layout.sections if section.heading)),
    }
    opening = " ".join(p.text for p in paragraphs)[:OPENING]
    start = paragraphs[0].span[0] if paragraphs else length
    return Page(document, layout, opening, start, shared)


def facts_of(page: Page, field: str) -> Facts | None:
    """What is known of one of `FIELDS`; null where the record has no such value."""
    own = _FACTS[field](page)
    return None if own is None else page.shared | own


def _title(page: Page) -> Facts | None:
    layout, text, stated = page.layout, page.document.text, page.document.evidence.titles
    title, span = layout.title, layout.spans.title
    if not title:
        return None
    words, said = plain(title), [plain(wording) for wording in stated]
    own, found = [w.lower() for w in _WORD.findall(title)], {w.lower() for w in _WORD.findall(page.body)}
    between = sum(r.span[1] - r.span[0] for r in layout.removed if span and span[1] <= r.span[0] < page.start)
    return {
        "in metadata": float(bool(said)),
        "as in metadata": float(words in said),
        "times in metadata": float(sum(words in wording for wording in said)),
        "on the page": float(span is not None),
        "words": math.log1p(len(title.split())),
        "fewer than three words": float(len(title.split()) < 3),
        "ends with a stop": float(title.endswith(".")),
        "ends with a colon": float(title.endswith(":")),
        "opens with a small letter": float(title[:1].islower()),
        "capitals": float(title.isupper()),
        "parted by a sign": float(bool(_PARTED.search(title))),
        "words in the body": sum(w in found for w in own) / len(own) if own else 0.0,
        "place": span[0] / len(text) if span else 0.0,
        "text before": math.log1p(span[0]) if span else 0.0,
        "below the body's beginning": float(span is not None and span[0] > page.start),
        "removed before the body": math.log1p(between),
        "stands again": float(text.count(title) > 1),
        "is a heading": float(any(plain(s.heading or "") == words for s in layout.sections)),
        "subtitle": float(layout.subtitle is not None),
        "byline": float(layout.byline is not None),
    }


def _authors(page: Page) -> Facts | None:
    layout, text, authors = page.layout, page.document.text, page.layout.authors
    byline, span = layout.byline or "", layout.spans.byline
    if not authors:
        return None
    stated = [plain(author) for author in page.document.evidence.authors]
    count = len(authors)
    return {
        "in metadata": sum(any(plain(a) in s for s in stated) for a in authors) / count,
        "metadata names some": float(bool(stated)),
        "in the byline": sum(a in byline for a in authors) / count,
        "byline": float(bool(byline)),
        "byline says who writes": float(bool(_CUE.match(byline))),
        "byline is a name": float(byline in authors),
        "length of the byline": math.log1p(len(byline)),
        "number": math.log1p(count),
        "more than two": float(count > 2),
        "one word": sum(" " not in a for a in authors) / count,
        "over three words": float(any(len(a.split()) > 3 for a in authors)),
        "capitals": float(any(a.isupper() for a in authors)),
        "named in the body": float(any(a in page.body for a in authors)),
        "times named": math.log1p(max(text.count(a) for a in authors)),
        "day known": float(bool(layout.published)),
        **_place(page, span),
    }


def _published(page: Page) -> Facts | None:
    layout, evidence, day = page.layout, page.document.evidence, page.layout.published
    if not day:
        return None
    return {
        "in metadata": float(bool(evidence.published)),
        "as in metadata": float(same_day(evidence.published, day)),
        "as the last change": float(same_day(evidence.modified, day)),
        "in the address": float(day[:10].replace("-", "") in re.sub(r"[^0-9]", "", evidence.url or "")),
        "moments of the page": float(len(evidence.moments)),
        "with a time": float(len(day) > len("2026-01-31")),
        "whole day": float(len(day) >= len("2026-01-31")),
        "ambiguous": float(any(w.code == "ambiguous_date" for w in layout.warnings)),
        "dateline": float(layout.dateline is not None),
        "byline": float(layout.byline is not None),
        **_place(page, layout.spans.published),
    }


def _body(page: Page) -> Facts | None:
    layout, text = page.layout, page.document.text
    paragraphs = [p for section in layout.sections for p in section.paragraphs]
    if not paragraphs:
        return None
    count, end = len(paragraphs), paragraphs[-1].span[1]
    size = sum(len(p.text) for p in paragraphs)
    prose = [is_prose(p.text) for p in paragraphs]
    last = slice(-EDGE, None)
    removed = [(r.span, len(r.text), is_prose(r.text)) for r in layout.removed]
    before, inside, after = (
        sum(length for span, length, reads in removed if reads and low <= span[0] < high)
        for low, high in ((0, page.start), (page.start, end), (end, len(text)))
    )
    return {
        "paragraphs": math.log1p(count),
        "length of a paragraph": math.log1p(size / count),
        "list items": sum(p.kind == "list_item" for p in paragraphs) / count,
        "list items at the end": sum(p.kind == "list_item" for p in paragraphs[last]) / len(paragraphs[last]),
        "prose": sum(len(p.text) for p, reads in zip(paragraphs, prose, strict=True) if reads) / size,
        "prose at the end": sum(prose[last]) / len(prose[last]),
        "opens with prose": float(prose[0]),
        "short lines": sum(len(p.text) < LEAST_PROSE for p in paragraphs) / count,
        "prose removed before": math.log1p(before),
        "prose removed inside": math.log1p(inside),
        "prose removed behind": math.log1p(after),
        "prose removed inside, share": inside / size,
        "prose removed before, share": min(before / size, 2.0),
        "prose removed behind, share": min(after / size, 2.0),
        "prose next behind": float(sum(reads for span, _, reads in removed if span[0] >= end)),
        "blocks removed": math.log1p(len(removed)),
        "related": math.log1p(sum(r.reason == "related" for r in layout.removed)),
        "comments": float(any(r.reason == "comment" for r in layout.removed)),
        "headings without text": sum(not s.paragraphs for s in layout.sections) / len(layout.sections),
        "title": float(layout.title is not None),
        "headline below": float(layout.spans.title is not None and layout.spans.title[0] > page.start),
    }


def is_prose(text: str) -> bool:
    """Whether a block reads like a paragraph: long enough, and with an end."""
    return len(text) >= LEAST_PROSE and text[-1] in ENDS and text.count(" ") > LEAST_SPACES


def _place(page: Page, span: tuple[int, int] | None) -> Facts:
    """Where a line stands, against the text and against the body's beginning."""
    if span is None:
        return {"on the page": 0.0, "place": 0.0, "above the body": 0.0, "distance": FAR}
    return {
        "on the page": 1.0,
        "place": span[0] / len(page.document.text),
        "above the body": float(span[0] < page.start),
        "distance": math.log1p(abs(page.start - span[0])),
    }


_FACTS: Mapping[str, Callable[[Page], Facts | None]] = {
    "title": _title,
    "authors": _authors,
    "published": _published,
    "body": _body,
}


def _share(facts: Facts | None, weights: Mapping[str, float]) -> float | None:
    """Of values with such facts, the share that is right."""
    if facts is None:
        return None
    total = weights[""] + sum(weights.get(name, 0.0) * fact for name, fact in facts.items())
    return round(max(LEAST, min(MOST, 1 / (1 + math.exp(-total)))), 2)
