"""Which lines say who wrote the article.

Lines around the headline and the edges of the body that may name somebody are measured (`measured`), and a
log-linear choice among them and "none" takes one. Its weights, for plain text and for documents with markup,
are learnt by `training/layout/bylines.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from math import log1p
from operator import not_

from artparse.layout.labels import NOISE, Labels
from artparse.layout.lines.authors import is_desk, is_job, is_menu_word
from artparse.layout.lines.facts import Facts
from artparse.layout.lines.trails import homes
from artparse.layout.lines.units import Unit
from artparse.names import lists
from artparse.names.persons import is_person
from artparse.patterns import pattern

LONGEST = 200
"""Code points of a line that credits may stand on, unless the model says that they do."""
LONGEST_OPENER = 60
"""Code points of a line that may be nothing but what opens a byline."""
DATED_NEAR = 3
"""Units to both sides of a line whose dates are looked at."""
MOST_LINES = 8
"""Lines of one byline."""
SIGNED = frozenset(("author", "authors", "autor", "auteur", "byline", "vcard"))
"""Words of an element's class names that say it holds a byline."""
COMMENTED = frozenset(("comment", "commentlist", "comments", "kommentar", "kommentare"))
"""Words of class names around the names of others than the author."""
OFFERED = frozenset(("<button>", "<form>", "<label>", "<nav>"))
"""Elements that are there for something to be done: `Message`, `User name`."""
NEAREST = 4
"""Words of the innermost elements that are looked at for those."""
INNERMOST = 8
"""Words of the elements around a unit that are looked at for the others."""
ELSEWHERE = ("share", "related", "navigation", "footer", "advert")
"""Reasons of lines that say that they, or the lines below them, are not of the article."""
BODY = ("title", "subtitle", "heading", "paragraph")
MEASURES = (
    *("labelled byline", "labelled published", "labelled before", "labelled after", "given", "marked"),
    *("opener", "opener above", "names", "person", "several", "desk", "words of name"),
    *("given name first", "given name last", "share of names", "words", "digits", "capitals"),
    *("small letter first", "sentence", "dated", "date near", "picture", "caption", "comment", "elsewhere"),
    *("elsewhere above", "words of menus", "order", "above title", "below title", "in body", "after body"),
    *("from title", "from body", "body", "next to title", "next to body", "below headline or deck"),
    *("date next", "line repeated", "name said outside", "name said in body", "surname", "said small"),
)
"""What is measured of a candidate, in order."""

NO_TOPIC = ("opener", "opener above", "given name first", "desk")
"""Measures of lines that are no topics and no words of menus."""
SMALL = 0.5
"""Share of a topic's words that the page writes small elsewhere."""

_PICTURE = pattern(
    r"(?i)©|\(c\)|\b(?:photos?|fotos?|images?|bild(?:quelle)?|picture|photograph|video|illustration|graphic|crédit|getty|"
    r"imago|shutterstock|istock|picture.alliance|symbolbild|archiv)\b"
)
_FOREIGN = pattern(rf"{_PICTURE.pattern}|[“”„«»\"]")
"""What no byline has that nothing opens: words of pictures, quotation marks."""
_PARTED = pattern(r"[|•·—]|\s[–-]\s", signs="|•·—–-")
_MAYBE_DATED = pattern(r"\d\d")


def bylines(
    units: Sequence[Unit], labels: Labels, near: Sequence[int], weights: Sequence[float]
) -> list[int]:
    """The units that hold the byline, one after the other; none where none is likely.

    `near` are the units that are looked at, in order, and `weights` are those of `MEASURES`, with what each
    candidate has beyond "none" last.
    """
    given = [i for i, unit in enumerate(units) if unit.hints.given == "byline"]  # Past all guessing.
    if given:
        return _with_next(units, labels, given[0])
    best, most = -1, 0.0
    for i, row in measured(units, labels, near):
        total = sum(map(float.__mul__, weights, (*row, 1.0)))
        if total > most and (units[i].hints.words or not _is_topic(row)):
            best, most = i, total
    return _with_next(units, labels, best) if best >= 0 else []


def _is_topic(row: Sequence[float]) -> bool:
    """Whether a line that nothing opens has no given name, and half its words written small on the page."""
    said = dict(zip(MEASURES, row, strict=True))
    return said["said small"] >= SMALL and not any(map(said.__getitem__, NO_TOPIC))


def _with_next(units: Sequence[Unit], labels: Labels, best: int) -> list[int]:
    """The line of a byline with those that belong to it: more names above and below, what opens it above."""
    found = [best]
    # Only names that stand on a line each go on to the next line without the model's word for it.
    said = units[best].says
    alone = said.is_names and not said.is_opened and not said.dates
    while found[-1] + 1 < len(units) and len(found) < MOST_LINES:
        i = found[-1] + 1
        more = labels[i] == "byline" or (alone and labels[i] in NOISE and _is_person(units[i].says))
        if not more or _PICTURE.search(units[i].text) or units[i].says.dates:
            break
        found.append(i)
    while found[0] and len(found) < MOST_LINES:
        i = found[0] - 1
        more = labels[i] == "byline" or (alone and labels[i] in NOISE and _is_person(units[i].says))
        if not more or _PICTURE.search(units[i].text) or units[i].says.dates:
            break
        found.insert(0, i)
    if found[0] and units[found[0] - 1].says.is_opener and labels[found[0] - 1] in NOISE:
        found.insert(0, found[0] - 1)
    if _has_job_below(units, labels, found[-1]):
        found.append(found[-1] + 1)
    return found


def _has_job_below(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether a line that names somebody has one right below it that says what that one's work is."""
    if i + 1 == len(units) or labels[i + 1] not in (*NOISE, "byline") or not units[i].says.authors:
        return False
    return units[i + 1].gap < 2 and is_job(units[i + 1].text)


def _is_person(said: Facts) -> bool:
    """Whether a line is the names of persons, who have given names that many have."""
    return said.is_names and all(map(is_person, said.authors))


def measured(units: Sequence[Unit], labels: Labels, near: Sequence[int]) -> Iterator[tuple[int, list[float]]]:
    """The units of `near` that may be the byline, with their `MEASURES`."""
    top, first, last = edges_of(labels)
    lines: list[str] = []
    inside = outside = ""
    labelled = (i for i, label in enumerate(labels) if label == "byline")
    for order, i in enumerate(dict.fromkeys((*near, *labelled))):
        label, unit = labels[i], units[i]
        words, around, said = unit.text, unit.hints.words, unit.says
        if label in BODY and not (i == first and _is_made_for(unit)):
            continue
        if unit.hints.given == "metadata":
            continue  # An export's labelled lines: what they say of authors is known.
        if len(words) > LONGEST and label != "byline":
            continue
        if words.lower() in homes():
            continue
        if words[-1] == ":" or not OFFERED.isdisjoint(around[-NEAREST:]):
            continue
        opened, named = said.is_opened or said.has_byline, said.is_names or said.has_byline
        marked = not SIGNED.isdisjoint(around[-INNERMOST:])
        above = i > 0 and units[i - 1].says.is_opener
        told = label in ("byline", "published") or unit.hints.given == "byline"
        if not (opened or named or marked or above or told) or not COMMENTED.isdisjoint(around):
            continue
        if (not opened and _FOREIGN.search(words)) or not (authors := said.authors):
            continue
        said_above = units[i - 1].says.reason if i else None
        if i > last and not opened and said_above == "footer":
            continue  # whom to call
        if not lines:
            lines = [unit.text for unit in units]
            of_body = list(map(BODY.__contains__, labels))
            inside = "\n".join(compress(lines, of_body))
            outside = "\n".join(compress(lines, map(not_, of_body)))
        name = authors[0].split()
        lows = [word.strip(".,:;|").lower() for word in words.split()]
        reason = said.reason
        row = (
            *(label == x for x in ("byline", "published", "before", "after")),
            unit.hints.given == "byline",
            marked,
            opened,
            above,
            named,
            any(" " in author for author in authors),
            len(authors) > 1,
            is_desk(authors[0]),
            len(name),
            name[0].lower() in lists.given_names(),
            name[-1].lower() in lists.given_names(),
            sum(map(len, authors)) / len(words),
            log1p(len(lows)),
            any(map(str.isdigit, words)),
            words.isupper(),
            words[0].islower(),
            words[-1] in ".!?",
            bool(said.dates),
            any(_dates(units, labels, j) for j in range(i - DATED_NEAR, i + DATED_NEAR + 1) if j != i),
            _PICTURE.search(words) is not None,
            reason == "caption",
            reason == "comment",
            reason in ELSEWHERE,
            said_above in ELSEWHERE,
            sum(map(is_menu_word, lows)) / max(1, len(lows)),
            order / 10,
            i < top,
            top < i < first,
            first <= i <= last,
            i > last,
            log1p(abs(i - top)),
            log1p(abs(i - first)),
            log1p(last - first),
            i == top + 1,
            i == first - 1,
            i > 0 and labels[i - 1] in ("title", "subtitle"),
            i + 1 < len(units) and labels[i + 1] == "published",
            min(lines.count(words), 4),
            min(outside.count(authors[0]), 4),
            min(inside.count(authors[0]), 3),
            name[-1].lower() in lists.words("surnames.txt"),
            sum(
                not word[0].islower() and (f" {word.lower()} " in inside or f" {word.lower()} " in outside)
                for word in name
            )
            / len(name),
        )
        yield i, list(map(float, row))


def _is_made_for(unit: Unit) -> bool:
    """Whether a unit at the body's start is a byline by its element and its words: `Posted by Jo Doe`."""
    if len(unit.text) > LONGEST or SIGNED.isdisjoint(unit.hints.words[-NEAREST:]):
        return False
    return unit.says.is_opened and unit.says.is_names


def edges_of(labels: Labels) -> tuple[int, int, int]:
    """Where the headline stands, the body's first unit and its last; behind the text where there is none."""
    body = [i for i, label in enumerate(labels) if label in ("paragraph", "heading")]
    first, last = (body[0], body[-1]) if body else (len(labels), len(labels))
    return (labels.index("title") if "title" in labels else first), first, last


def _dates(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether a unit gives a date."""
    if not 0 <= i < len(units):
        return False
    words = units[i].text
    if not _MAYBE_DATED.search(words):
        return False
    return labels[i] == "published" or (len(words) < LONGEST and bool(units[i].says.dates))
