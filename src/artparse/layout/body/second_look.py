"""Units of a page that may be of the body, looked at a second time, by trees that know the web of all kinds.

The labels of a web page say of each unit how near the choice was. The trees, which learnt from whole articles
of news, guides, blogs and reviews, are told more: how much of the elements around a unit is of the body,
where it stands to that, the section that it stands in and the heading above it, what its neighbours are, what
the body consists of. All that does not speak plainly for one or the other is looked at. They are grown by
`training/layout/second_look.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from artparse.layout.body.doubt import WEB_PAGES, Doubt, doubt_of
from artparse.layout.body.review import (
    AROUND,
    CLEAR,
    FURTHEST,
    OF_SHAPE,
    OF_TEXT,
    Texts,
    decided,
    distances,
)
from artparse.layout.labels import BODY_LINES, NOISE, Labels, LineLabel
from artparse.layout.lines.look import Look
from artparse.layout.lines.units import Unit
from artparse.layout.markup.uses import uses_around
from artparse.layout.models.model import UNIT, Model
from artparse.trees import named, worth_of

LEAST, MOST = -6.0, 12.0
"""How much more a unit's own scores speak for the body than against it: it is looked at where it is not of
the body and that is more than the least, or of it and less than the most."""
REACH = 40
"""Units before the body's, and behind them, that are looked at."""
PROSE = 800.0
"""Letters of a unit that count as prose, at most."""
NEAR = 5
"""Units before and behind one whose scores are measured together."""
TAGS = {
    tag: float(k)
    for k, tag in enumerate(
        (
            *("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "th", "a", "span"),
            *("figcaption", "pre", "dt", "dd", "section", "article", "button", "label"),
            *("tr", "caption", "summary"),
        ),
        1,
    )
}
"""Elements as the trees know them; all others are 0."""

SAID: dict[str | None, float] = {
    reason: float(k)
    for k, reason in enumerate(
        ("caption", "related", "share", "advert", "comment", "navigation", "footer", "other"), 1
    )
}
"""What the words of a line say that it is, as the trees know it; nothing is 0."""

OF_UNIT = (
    *("margin", "in body", "labelled heading", "margin two above", "margin above", "margin below"),
    *("margin two below", "mean margin above", "mean margin below", "code points", "links", "level", "tag"),
    *("bold", "behind body above", "before body below", "place", "behind first of body"),
    *("before last of body", "behind title", "prose", "small letters", "common words"),
    *("length above", "links above", "length below", "links below"),
    *[name for up in range(AROUND) for name in named(f"of element {up} up", OF_TEXT)],
    *OF_SHAPE,
    *("words to what is left out", "words to a body"),
    *("behind heading", "margin of heading", "heading in body", "level of heading", "links of heading"),
    *("length of heading", "steps up to body", "steps up from body"),
    *("units of section", "units to its end", "margin of section", "body of section", "links of section"),
    *("in body above", "in body below", "said", "said by heading"),
)
"""What is measured of a unit, in order."""
OF_PAGE = (
    *("units", "units of body", "share of units", "share of prose", "letters of body"),
    *("middle length of body", "first of body", "last of body", "headings of body", "paragraphs of body"),
    *("items of body", "density of body", "margin of body", "byline", "published", "subtitle"),
)
"""What is measured of all of a page, in order."""
MEASURES = (*OF_UNIT, *OF_PAGE)
"""The columns of a row."""

_NO_UNIT = (-1.0, -1.0)
_NO_HEADING = (float(FURTHEST), -1.0, -1.0, -1.0, -1.0, -1.0)


def looked_again(
    labels: Labels,
    units: Sequence[Unit],
    looks: Sequence[Look],
    scores: Iterable[Sequence[int]],
    parents: Sequence[int],
    model: Model,
) -> tuple[list[LineLabel], Doubt]:
    """`labels` of the units of a page, with the body that the trees of `model` leave, and how sure it is."""
    own = list(scores)
    indexes, rows = measured(labels, units, looks, own, parents, model)
    worths = [worth_of(row, model.second) for row in rows]
    result = decided(labels, own, model, indexes, worths)
    return result, doubt_of(looks, result, indexes, worths, WEB_PAGES)


def measured(
    labels: Labels,
    units: Sequence[Unit],
    looks: Sequence[Look],
    scores: Sequence[Sequence[int]],
    parents: Sequence[int],
    model: Model,
) -> tuple[list[int], list[list[float]]]:
    """The units that are not sure, by index, and for each what the trees look at."""
    inside = [label in BODY_LINES for label in labels]
    body = [i for i, of_body in enumerate(inside) if of_body]
    if not body:
        return [], []
    best, noise = (itemgetter(*map(model.labels.index, kinds)) for kinds in (BODY_LINES, NOISE))
    margins = [max(-CLEAR, min(CLEAR, (max(best(own)) - max(noise(own))) / UNIT)) for own in scores]
    count, first, last = len(units), body[0], body[-1]
    unsure = [
        i
        for i in range(max(0, first - REACH), min(count, last + 1 + REACH))
        if (margins[i] < MOST if inside[i] else labels[i] in NOISE and margins[i] > LEAST)
    ]
    if not unsure:
        return [], []
    page = _Page(labels, units, looks, margins, parents, body)
    whole = _whole(labels, units, looks, margins, body)
    return unsure, [page.row(i) + whole for i in unsure]


class _Page:
    """What the units of a page that are looked at again are measured against."""

    def __init__(
        self,
        labels: Labels,
        units: Sequence[Unit],
        looks: Sequence[Look],
        margins: Sequence[float],
        parents: Sequence[int],
        body: Sequence[int],
    ) -> None:
        self.labels, self.units, self.looks, self.margins, self.parents = (
            labels,
            units,
            looks,
            margins,
            parents,
        )
        self.first, self.last = body[0], body[-1]
        self.title = labels.index("title") if "title" in labels else -1
        self.inside = inside = [label in BODY_LINES for label in labels]
        self.texts = Texts(units, inside, margins, parents)
        self.up = _Ups(units, looks, body, parents)
        self.back, self.ahead = list(distances(inside)), list(distances(inside[::-1]))[::-1]
        self.headings = list(_headings(units))
        self.sums = list(accumulate(margins, initial=0.0))
        self.sections = _Sections(units, inside, self.sums)
        self.beyond = [-CLEAR, -CLEAR, *margins, -CLEAR, -CLEAR]
        sizes = [(look.length, unit.hints.links) for unit, look in zip(units, looks, strict=True)]
        self.sizes = [_NO_UNIT, *sizes, _NO_UNIT]

    def row(self, i: int) -> list[float]:
        """The measures `OF_UNIT` of one unit."""
        unit, look, inside, margins = self.units[i], self.looks[i], self.inside, self.margins
        hints, count = unit.hints, len(self.units)
        row = [margins[i], inside[i], self.labels[i] == "heading"]
        row += [*self.beyond[i : i + 2], *self.beyond[i + 3 : i + 5]]
        row += self._around(i)
        row += [len(unit.text), hints.links, hints.level, TAGS.get(hints.tag, 0.0), hints.bold]
        row += [self.back[i], self.ahead[i], i / count, i - self.first, self.last - i, i - self.title]
        row += [look.prose, look.lower / look.parts, look.common / look.count if look.count else 0.0]
        row += self.sizes[i]
        row += self.sizes[i + 2]
        element = hints.element
        for _ in range(AROUND):
            row += self.texts.of(element)
            element = self.parents[element]
        row += self.texts.alike(hints.shape)
        row += uses_around(unit)
        at = self.headings[i]
        row += self._heading(i, at)
        row += self.up.of(hints.element)
        row += self.sections.of(i, at)
        row += [i > 0 and inside[i - 1], i + 1 < count and inside[i + 1]]
        row += [_said(unit), -1.0 if at is None else _said(self.units[at])]
        return row

    def _around(self, i: int) -> list[float]:
        """How far the units before and behind one speak for the body, in the mean."""
        sums, count = self.sums, len(self.units)
        before, behind = max(0, i - NEAR), min(count, i + 1 + NEAR)
        return [
            (sums[i] - sums[before]) / (i - before) if i else -CLEAR,
            (sums[behind] - sums[i + 1]) / (behind - i - 1) if i + 1 < count else -CLEAR,
        ]

    def _heading(self, i: int, at: int | None) -> Sequence[float]:
        """What is measured of the heading above a unit, by its index."""
        if at is None:
            return _NO_HEADING
        own = self.units[at].hints
        return [i - at, self.margins[at], self.inside[at], own.level, own.links, self.looks[at].length]


def _whole(
    labels: Labels,
    units: Sequence[Unit],
    looks: Sequence[Look],
    margins: Sequence[float],
    body: Sequence[int],
) -> list[float]:
    """How large a part of the page the body is, where it stands and what it consists of: `OF_PAGE`."""
    count, inside = len(units), len(body)
    lengths = sorted([looks[i].length for i in body])
    tags = [units[i].hints.tag for i in body]
    prose = sum([min(look.length, PROSE) for look in looks if look.prose])
    return [
        count,
        inside,
        inside / count,
        sum(lengths) / (prose or 1.0),
        sum(lengths),
        lengths[inside // 2],
        body[0] / count,
        body[-1] / count,
        sum([labels[i] == "heading" for i in body]) / inside,
        tags.count("p") / inside,
        tags.count("li") / inside,
        inside / (body[-1] + 1 - body[0]),
        sum([margins[i] for i in body]) / inside,
        "byline" in labels,
        "published" in labels,
        "subtitle" in labels,
    ]


def _said(unit: Unit) -> float:
    """What the words of a line say that it is, as the trees know it."""
    return SAID.get(unit.says.reason, 0.0)


def _headings(units: Sequence[Unit]) -> Iterator[int | None]:
    """For each unit the index of the heading, by its element, that stands above it."""
    above = None
    for i, unit in enumerate(units):
        yield above
        if unit.hints.level:
            above = i


class _Sections:
    """What stands between two headings, by their elements."""

    def __init__(self, units: Sequence[Unit], inside: Sequence[bool], sums: Sequence[float]) -> None:
        self.sums = sums
        self.inside = list(accumulate(inside, initial=0))
        self.linked = list(accumulate([unit.hints.links for unit in units], initial=0.0))
        self.ends: list[int] = []
        end = len(units)
        for i in range(len(units) - 1, -1, -1):
            self.ends.append(end)
            if units[i].hints.level:
                end = i
        self.ends.reverse()

    def of(self, i: int, heading: int | None) -> list[float]:
        """Of the section that a unit stands in: its units, those from this one on, how far their scores speak
        for the body, how many are of it, and how much is linked."""
        start, end = (0 if heading is None else heading), self.ends[i]
        size = end - start
        return [
            size,
            end - i,
            (self.sums[end] - self.sums[start]) / size,
            (self.inside[end] - self.inside[start]) / size,
            (self.linked[end] - self.linked[start]) / size,
        ]


class _Ups:
    """How far elements are from the one that holds most of the body."""

    def __init__(
        self, units: Sequence[Unit], looks: Sequence[Look], body: Sequence[int], parents: Sequence[int]
    ) -> None:
        held: dict[int, float] = {}
        for i in body:
            element = parents[units[i].hints.element]
            held[element] = held.get(element, 0.0) + looks[i].length
        self.parents = parents
        self.found: dict[int, tuple[int, int]] = {}
        element = max(held, key=held.__getitem__)
        for far in range(len(parents)):
            self.found[element] = (0, far)
            if not element:
                break
            element = parents[element]

    def of(self, element: int) -> tuple[int, int]:
        """Elements to the innermost around both, from this one and from the body's."""
        way = []
        while element not in self.found:
            way.append(element)
            element = self.parents[element]
        steps, far = self.found[element]
        for up, other in enumerate(reversed(way), 1):
            self.found[other] = (steps + up, far)
        return steps + len(way), far
