"""Two models' word on each line of a text: one learnt from news, one from pages of the web of all kinds.

A model for both would know less of each: guides, lists and steps are left out as a news page's menus are, or
menus come in. So a second one says how likely each line is of the article (`opinion`); small trees weigh that
against what the first says, in view of the line, of those around it and of how far the two agree on the page
(`mixture`). There are two such models and trees for long texts, and two for short ones (`training/layout`).
Here are the lines that are looked at, what is measured of each, and what follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import exp
from typing import Any

from artparse.layout.body import beside as lines_beside
from artparse.layout.body import doubt
from artparse.layout.body.beside import Beside
from artparse.layout.body.doubt import Doubt, doubt_of
from artparse.layout.labels import BODY_LINES, NUMBER_OF_LABEL, Labels, LineLabel, body_of, placed
from artparse.layout.lines.facts import facts_of
from artparse.layout.lines.look import SENTENCE_ENDS, Look
from artparse.layout.lines.units import Unit
from artparse.layout.models.mixture import AGREEMENT, MOST, Alone, agreement
from artparse.layout.models.model import UNIT, Model, Scores
from artparse.layout.models.opinion import Opinion, opinion_of
from artparse.layout.models.search import totals_of
from artparse.trees import named, worth_of
from artparse.values import NamedTuple

CLEAR = 2.0
"""Log odds of the second model that are far from even."""
AGREED = 1.0
"""Log odds by which the second model agrees with the first, at least, on a line that is not looked at."""
FURTHEST = 15.0
"""No more is made of how far the first model is from the other choice."""
BEYOND = -16.0
"""The same where there is no line."""
BESIDE = 5
"""Lines before and behind one of which is taken how much is of the article."""
AROUND = 4
"""Lines around those of the article by either model that are scored."""
SHORT_LINE = 60
"""Letters below which a line is short."""
HEADING = 2.2
"""Log odds of a line that is taken into the body as a heading, at least; what is less sure but reads like one
is a paragraph."""


OF_SCORES = (
    *("odds", "margin", "margin above", "margin below"),
    *("loss as paragraph", "loss as heading", "loss outside"),
)
"""What both models say of a line: the second's log odds, how far the first is from the other choice."""
OF_LINE = (
    *("odds above", "odds below", "odds two above", "odds two below", "share above", "share below"),
    *("prose", "length", "label", "behind first by news", "before last by news", "behind first by web"),
    *("before last by web", "sentence", "small letters", "common words", "cues", "place"),
)
"""What is measured of a line beside that."""
OF_PAGE = (
    *("lines", "body by news", "body by web", "agreed of either", "agreed of news", "agreed of web"),
    *("share of lines by news", "share of lines by web", "published", "byline", "subtitle", "unsure lines"),
    *("letters by news", "letters by web", "letters of line by news", "letters of line by web"),
    *("no prose by news", "no prose by web", "lines with digits", "quotes by news", "quotes by web"),
)
"""What is measured of all of a page."""
OF_HEADS = ("heading", "heading above", "heading below")
"""The second model's log odds that lines are headings."""
OF_NEWS = (
    "odds by news",
    "odds above by news",
    "odds below by news",
    "heading by news",
    *named("near body", AGREEMENT),
)
"""What the model of news alone says of a line, and how far the two agree around it."""
MEASURES = (
    *OF_SCORES,
    *OF_LINE,
    *OF_PAGE,
    *OF_HEADS,
    *OF_NEWS,
    *named("beside", lines_beside.MEASURES),
)
"""The columns of a row."""


Totals = Sequence[Sequence[int]]
"""Of each line a total for each label."""


class Bounds(NamedTuple):
    """From where on the trees' word counts: logarithms of odds."""

    taken: float
    """Of a line that is taken into the body, at least."""
    taken_short: float
    """The same of a short line."""
    kept: float
    """Of a line that stays in the body, at least."""
    cut_out: bool
    """Whether such a text may be cut out of a page: then nothing is taken in above what the first model has
    as headline, which may be another article's teaser, or below a line that opens what a firm or site says
    of itself (`About us`)."""


LONG_TEXTS = Bounds(taken=0.65, taken_short=1.2, kept=-0.5, cut_out=False)
SHORT_TEXTS = Bounds(taken=0.0, taken_short=0.4, kept=0.0, cut_out=True)


class Asked(NamedTuple):
    """Lines that are looked at: which, what is told of each, whether it would be a heading, and is short."""

    lines: list[int]
    rows: list[list[float]]
    headings: list[bool]
    short: list[bool]
    begin: int = 0
    """The first of the lines around the article that were scored."""
    heads: Sequence[float] = ()
    """Of these, how much likelier a heading each is than a paragraph, by the first model."""


def measured(
    units: Sequence[Unit],
    looks: Sequence[Look],
    labels: Labels,
    scores: Scores,
    model: Model,
    web: Opinion,
    news: Alone,
) -> Asked:
    """The lines on which two models differ, or nearly do.

    `labels` and `scores` are the first model's, `web` is what the second says, and `news` the first without
    the part of it that the second is.
    """
    odds, heads = web.within, web.heading
    near = [i for i, label in enumerate(labels) if label in BODY_LINES or odds[i] > -CLEAR]
    if not near:
        return Asked([], [], [], [])
    begin, end = max(0, near[0] - AROUND), min(len(labels), near[-1] + 1 + AROUND)
    asked = [i for i in range(begin, end) if labels[i] != "title" and _may_differ(labels[i], odds[i])]
    own, ahead, back = totals_of(
        scores[begin:end], model, labels[begin], labels[end] if end < len(labels) else None
    )
    margins, losses = _margins_of(own, ahead, back, model)
    likelier = [loss[1] - loss[0] for loss in losses]
    if not asked:
        return Asked([], [], [], [], begin, likelier)
    page = _Page(looks, labels, odds)
    alone = _News(looks, web, news, begin, end)
    beside = Beside(units, looks, labels)
    rows = []
    margin_at, head_at = _Padded(margins), _Padded(heads)
    for i in asked:
        at = i - begin
        rows.append([
            odds[i], margins[at], margin_at[at - 1], margin_at[at + 1], *losses[at],
            *page.line(i), *page.whole,
            heads[i], head_at[i - 1], head_at[i + 1], *alone.line(at), *beside.line(i),
        ])  # fmt: skip
    headings = [likelier[i - begin] > 0 for i in asked]
    short = [looks[i].length < SHORT_LINE for i in asked]
    return Asked(asked, rows, headings, short, begin, likelier)


def _may_differ(label: LineLabel, odds: float) -> bool:
    """Whether the second model agrees with a label of the first by less than `AGREED`."""
    return odds <= AGREED if label in BODY_LINES else odds >= -AGREED


def _margins_of(
    own: Totals, ahead: Totals, back: Totals, model: Model
) -> tuple[list[float], list[tuple[float, float, float]]]:
    """How far each line is from the other choice by the first model, and what the labels lose with it as a
    paragraph, as a heading and outside the body."""
    paragraph, heading = (model.labels.index(label) for label in BODY_LINES)
    others = [k for k in range(len(model.labels)) if k not in (paragraph, heading)]
    margins: list[float] = []
    losses: list[tuple[float, float, float]] = []
    best = max(a + b - s for a, b, s in zip(ahead[-1], back[-1], own[-1], strict=True))
    for s, a, b in zip(own, ahead, back, strict=True):
        reached = [x + y - z - best for x, y, z in zip(a, b, s, strict=True)]
        within, without = max(reached[paragraph], reached[heading]), max([reached[k] for k in others])
        losses.append((reached[paragraph] / UNIT, reached[heading] / UNIT, without / UNIT))
        margins.append(max(-FURTHEST, min(FURTHEST, (within - without) / UNIT)))
    return margins, losses


class _Padded:
    """Numbers, with what stands beyond both ends."""

    __slots__ = ("count", "numbers")

    def __init__(self, numbers: Sequence[float]) -> None:
        self.numbers = [*numbers, BEYOND, BEYOND]

    def __getitem__(self, i: int) -> float:
        return self.numbers[i] if i >= -2 else BEYOND


class _News:
    """What the model of news alone says of the lines of an article and of some around it, and how far the
    model of all kinds agrees."""

    def __init__(self, looks: Sequence[Look], web: Opinion, news: Alone, begin: int, end: int) -> None:
        own = opinion_of(news.weights[begin:end], news.model)
        self.odds, self.heads = _Padded(own.within), own.heading
        within, heading, title = (odds[begin:end] for odds in web)
        self.whole = agreement(looks[begin:end], Opinion(within, heading, title), own)

    def line(self, i: int) -> tuple[float, ...]:
        """The measures `OF_NEWS` of a line."""
        return (
            self.odds[i],
            self.odds[i - 1],
            self.odds[i + 1],
            self.heads[i],
            *self.whole,
        )


class _Page:
    """What both models say of a page, and of a line and those around it."""

    def __init__(self, looks: Sequence[Look], labels: Labels, odds: Sequence[float]) -> None:
        self.looks, self.labels = looks, labels
        count = len(looks)
        news = body_of(labels)
        web = [i for i, x in enumerate(odds) if x > 0]
        mass = [min(look.length, MOST) for look in looks]
        prose = sum([m for m, look in zip(mass, looks, strict=True) if look.prose]) or 1.0
        of_news, of_web = sum([mass[i] for i in news]), sum([mass[i] for i in web])
        both = sum([mass[i] for i in web if labels[i] in BODY_LINES])
        self.odds = _Padded(odds)
        self.news = (news[0], news[-1]) if news else (-1, -1)
        self.web = (web[0], web[-1]) if web else (-1, -1)
        self.sizes = list(accumulate(mass, initial=0.0))
        self.likely = list(
            accumulate([m / (1 + exp(-x)) for m, x in zip(mass, odds, strict=True)], initial=0.0)
        )
        some_news, some_web = len(news) or 1, len(web) or 1
        self.whole = (  # `OF_PAGE`
            float(count),
            of_news / prose,
            of_web / prose,
            both / (of_news + of_web - both + 1),
            both / (of_news + 1),
            both / (of_web + 1),
            len(news) / count,
            len(web) / count,
            float("published" in labels),
            float("byline" in labels),
            float("subtitle" in labels),
            sum([abs(x) < CLEAR for x in odds]) / count,
            of_news,
            of_web,
            of_news / some_news,
            of_web / some_web,
            sum([not looks[i].prose for i in news]) / some_news,
            sum([not looks[i].prose for i in web]) / some_web,
            sum([look.counted.digits > 0 for look in looks]) / count,
            sum([looks[i].counted.quotes > 0 for i in news]) / some_news,
            sum([looks[i].counted.quotes > 0 for i in web]) / some_web,
        )

    def line(self, i: int) -> tuple[float, ...]:
        """The measures `OF_LINE` of a line."""
        look, odds = self.looks[i], self.odds
        return (
            odds[i - 1],
            odds[i + 1],
            odds[i - 2],
            odds[i + 2],
            self._share(i - BESIDE, i),
            self._share(i + 1, i + 1 + BESIDE),
            float(look.prose),
            look.length,
            NUMBER_OF_LABEL[self.labels[i]],
            float(i - self.news[0]),
            float(self.news[1] - i),
            float(i - self.web[0]),
            float(self.web[1] - i),
            float(look.form.end in SENTENCE_ENDS),
            look.lower / look.parts,
            look.common / look.count if look.count else 0.0,
            float(bool(look.cues)),
            i / len(self.looks),
        )

    def _share(self, start: int, stop: int) -> float:
        """How much of some lines is of the article by the second model."""
        start, stop = max(0, start), min(len(self.looks), stop)
        size = self.sizes[stop] - self.sizes[start]
        return (self.likely[stop] - self.likely[start]) / (size + 1)


def weighed(
    looks: Sequence[Look],
    labels: Labels,
    asked: Asked,
    trees: Sequence[Any],
    *,
    short: bool,
) -> tuple[list[LineLabel], Doubt]:
    """The first model's `labels` with what the trees say of the lines that were looked at, and how sure that
    is. `short` texts have trees and bounds of their own.
    """
    worths = [worth_of(row, trees) for row in asked.rows]
    result = with_weighed(looks, labels, asked, worths, SHORT_TEXTS if short else LONG_TEXTS)
    scale = doubt.SHORT_TEXTS if short else doubt.LONG_TEXTS
    return result, doubt_of(looks, result, asked.lines, worths, scale)


def with_weighed(
    looks: Sequence[Look],
    labels: Labels,
    asked: Asked,
    worths: Sequence[float],
    bounds: Bounds,
) -> list[LineLabel]:
    """`labels` with the lines that were looked at, by how likely each is of the body."""
    result = list(labels)
    last_title = max((i for i, label in enumerate(labels) if label == "title"), default=-1)
    for i, likely, heading, short in zip(asked.lines, worths, asked.headings, asked.short, strict=True):
        if labels[i] in BODY_LINES:
            if likely <= bounds.kept:
                result[i] = "between"
        elif likely <= (bounds.taken_short if short else bounds.taken):
            continue
        elif not bounds.cut_out or (i > last_title and not _is_below_footer(looks, result, i)):
            result[i] = "heading" if heading and likely > HEADING else "paragraph"
    return placed(result) if result != labels else result


def _is_below_footer(looks: Sequence[Look], labels: Labels, i: int) -> bool:
    """Whether the line above one is a footer's by its words."""
    return i > 0 and labels[i - 1] not in BODY_LINES and facts_of(looks[i - 1].text).reason == "footer"
