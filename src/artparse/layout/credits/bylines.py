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
from artparse.layout.lines.desks import is_desk, is_job, is_menu_word
from artparse.layout.lines.facts import Facts
from artparse.layout.lines.pictures import is_foreign, names_picture
from artparse.layout.lines.trails import homes
from artparse.layout.lines.units import Unit
from artparse.names import lists
from artparse.names.persons import is_person
from artparse.patterns import pattern

LONGEST = 200
"""Code points of a line that credits may stand on, unless the model says that they do."""
DATED_NEAR = 3
"""Units to both sides of a line whose dates are looked at."""
MOST_LINES = 8
"""Lines of one byline."""
SIGNED = frozenset(("author", "authors", "autor", "auteur", "byline", "vcard"))
"""Words of an element's class names that say it holds a byline."""
COMMENTED = frozenset(
    ("comment", "commentlist", "comments", "condolences", "guestbook", "kommentar", "kommentare", "tributes")
)
"""Words of class names around the names of others than the author."""
OFFERED = frozenset(("<button>", "<form>", "<label>", "<nav>"))
"""Elements that are there for something to be done: `Message`, `User name`."""
NEAREST = 4
"""Words of the innermost elements that are looked at for those."""
INNERMOST = 8
"""Words of the elements around a unit that are looked at for the others."""
ELSEWHERE = ("share", "related", "navigation", "footer", "advert")
"""Reasons of lines that say that they, or the lines below them, are not of the article."""
MAY_BE_JOB = (*NOISE, "byline")
"""Labels of a line that may say what the work of somebody above it is."""
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

_MAYBE_DATED = pattern(r"\d\d")
_YEARS = pattern(r"\(\s?(?:19|1[0-8]|20)\d\d\s?[-–]\s?(?:\d{4}\s?)?\)\s*$", signs="(")
"""The years of a life or an office behind a name, which nobody signs with: `Robert Mossop (1861–1879)`."""


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
    if best < 0:
        best = next((i for i in near if labels[i] in NOISE and _is_told(units[i])), -1)
    if best < 0:
        best = next((i for i in near if labels[i] == "byline" and _is_desk_line(units[i])), -1)
    return _with_next(units, labels, best) if best >= 0 else []


def _is_told(unit: Unit) -> bool:
    """Whether a line in Chinese, Japanese or Korean is nothing but who wrote: `编集委員 森田由紀`."""
    said = unit.says
    return said.signers is not None and said.signers.is_opened and said.is_names


def _is_desk_line(unit: Unit) -> bool:
    """Whether a line that is labelled a byline names a desk, which has no given name: `Our Foreign Staff`."""
    said = unit.says
    return (
        bool(said.authors)
        and all(map(is_desk, said.authors))
        and not is_foreign(unit.text)
        and not said.dates
    )


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
        if not more or names_picture(units[i].text) or units[i].says.dates:
            break
        found.append(i)
    while found[0] and len(found) < MOST_LINES:
        i = found[0] - 1
        more = labels[i] == "byline" or (alone and labels[i] in NOISE and _is_person(units[i].says))
        if not more or names_picture(units[i].text) or units[i].says.dates:
            break
        found.insert(0, i)
    if found[0] and units[found[0] - 1].says.is_opener and labels[found[0] - 1] in NOISE:
        found.insert(0, found[0] - 1)
    if _has_job_below(units, labels, found[-1]):
        found.append(found[-1] + 1)
    return found


def _has_job_below(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether a line that names somebody has one right below it that says what that one's work is."""
    if i + 1 == len(units) or labels[i + 1] not in MAY_BE_JOB or not units[i].says.authors:
        return False
    return units[i + 1].gap < 2 and is_job(units[i + 1].text)


def _is_person(said: Facts) -> bool:
    """Whether a line is the names of persons, who have given names that many have."""
    return said.is_names and all(map(is_person, said.authors))


def measured(units: Sequence[Unit], labels: Labels, near: Sequence[int]) -> Iterator[tuple[int, list[float]]]:
    """The units of `near` that may be the byline, with their `MEASURES`."""
    page: _Page | None = None
    edges = edges_of(labels)
    labelled = (i for i, label in enumerate(labels) if label == "byline")
    for order, i in enumerate(dict.fromkeys((*near, *labelled))):
        if _may_sign(units, labels, edges, i):
            page = page or _Page(units, labels, edges)
            yield i, page.row(order, i)


def _may_sign(units: Sequence[Unit], labels: Labels, edges: tuple[int, int, int], i: int) -> bool:
    """Whether a unit may be the byline: something says so, it names somebody, nothing speaks against it."""
    label, unit = labels[i], units[i]
    _, first, last = edges
    words, around, said = unit.text, unit.hints.words, unit.says
    if label in BODY and not (i == first and _is_made_for(unit)):
        return False
    if unit.hints.given == "metadata":
        return False  # An export's labelled lines: what they say of authors is known.
    if len(words) > LONGEST and label != "byline":
        return False
    if words.lower() in homes():
        return False
    if words[-1] == ":" or _YEARS.search(words) or not OFFERED.isdisjoint(around[-NEAREST:]):
        return False
    if _is_subject(units, edges[0], i):
        return False
    opened = said.is_opened or said.has_byline
    told = (
        opened
        or said.is_names
        or not SIGNED.isdisjoint(around[-INNERMOST:])
        or (i > 0 and units[i - 1].says.is_opener)
        or label in ("byline", "published")
        or unit.hints.given == "byline"
    )
    if not told or not COMMENTED.isdisjoint(around):
        return False
    if (not opened and is_foreign(words)) or not said.authors:
        return False
    if not opened and i > 1 and units[i - 2].text == units[i - 1].text:
        return False  # Whose the picture is that both lines tell of.
    # Below a footer's line they say whom to call.
    return i <= last or opened or i == 0 or units[i - 1].says.reason != "footer"


def _is_subject(units: Sequence[Unit], top: int, i: int) -> bool:
    """Whether a line says what the headline says: a box names whom the article is about."""
    return top < i and units[i].text == units[top].text


class _Page:
    """What candidates for the byline are measured against."""

    def __init__(self, units: Sequence[Unit], labels: Labels, edges: tuple[int, int, int]) -> None:
        self.units, self.labels, self.edges = units, labels, edges
        self.lines = [unit.text for unit in units]
        of_body = list(map(BODY.__contains__, labels))
        self.inside = "\n".join(compress(self.lines, of_body))
        self.outside = "\n".join(compress(self.lines, map(not_, of_body)))

    def row(self, order: int, i: int) -> list[float]:
        """The `MEASURES` of a unit."""
        units, labels, (top, first, last) = self.units, self.labels, self.edges
        label, unit, said = labels[i], units[i], units[i].says
        words, authors, reason = unit.text, said.authors, said.reason
        said_above = units[i - 1].says.reason if i else None
        name = authors[0].split()
        lows = [word.strip(".,:;|").lower() for word in words.split()]
        row = (
            *(label == x for x in ("byline", "published", "before", "after")),
            unit.hints.given == "byline",
            not SIGNED.isdisjoint(unit.hints.words[-INNERMOST:]),
            said.is_opened or said.has_byline,
            i > 0 and units[i - 1].says.is_opener,
            said.is_names or said.has_byline,
            any(" " in author for author in authors),
            len(authors) > 1 and (" " in authors[0] or is_desk(authors[0])),  # Not `Nora and Tom`.
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
            names_picture(words),
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
            min(self.lines.count(words), 4),
            min(self.outside.count(authors[0]), 4),
            min(self.inside.count(authors[0]), 3),
            name[-1].lower() in lists.words("surnames.txt"),
            sum(map(self._is_said_small, name)) / len(name),
        )
        return list(map(float, row))

    def _is_said_small(self, word: str) -> bool:
        """Whether the page has a word of a name in small letters, too."""
        low = f" {word.lower()} "
        return not word[0].islower() and (low in self.inside or low in self.outside)


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
