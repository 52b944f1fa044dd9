"""Two models' word on each line of a text: one learnt from news, one from pages of the web of all kinds.

A model for both would know less of each: guides, lists and steps are left out as a news page's menus are, or
menus come in. So a second, smaller one, which only tells what is of the article, says how likely each line is
of it; small trees weigh that against what the first says, in view of the line, of those around it and of how
far the two agree on the page. Both are learnt by `training/layout/web.py`, for long texts and for short ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate
from math import exp, log
from typing import Any

from artparse.layout import doubt
from artparse.layout.doubt import Doubt, doubt_of
from artparse.layout.facts import facts_of
from artparse.layout.labels import Labels, LineLabel
from artparse.layout.look import SENTENCE_ENDS, Look
from artparse.layout.model import FIELD, NEVER, UNIT, Model, Scores, made, totals_of
from artparse.layout.review import placed
from artparse.layout.titles import BODY, LABELS
from artparse.layout.trees import worth_of
from artparse.values import NamedTuple

HEADS = "heading"
TEXTS = ("body", "paragraph")
"""The second model's label for what is of the article and no heading: that of short texts, of long ones."""
INSIDE = (*TEXTS, HEADS)
"""The second model's labels for what is of the article."""
CLEAR = 2.0
"""Log odds of the second model that are far from even."""
AGREED = 1.0
"""Log odds by which the second model agrees with the first, at least, on a line that is not looked at."""
BOUNDS = 9.2
"""Log odds are no further from even than this."""
FURTHEST = 15.0
"""No more is made of how far the first model is from the other choice."""
BEYOND = -16.0
"""The same where there is no line."""
BESIDE = 5
"""Lines before and behind one of which is taken how much is of the article."""
MOST = 800.0
"""Letters of a line that count, at most."""
AROUND = 4
"""Lines around those of the article by either model that are scored."""
SHORT_LINE = 60
"""Letters below which a line is short."""
HEADING = 2.2
"""Log odds of a line that is taken into the body as a heading, at least; what is less sure but reads like one
is a paragraph."""


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
SHORT_TEXTS = Bounds(taken=0.0, taken_short=0.4, kept=-2.0, cut_out=True)


def parted(weights: Sequence[int], first: int) -> tuple[list[int], list[int]]:
    """The packed weights of a model of `first` labels and those of another that stand above them."""
    bits = FIELD * first
    half, mask = 1 << bits - 1, (1 << bits) - 1
    lower = [(own + half & mask) - half for own in weights]
    return lower, [own - low >> bits for own, low in zip(weights, lower, strict=True)]


def above(weight: int, first: int) -> int:
    """A packed weight such that one of a model of `first` labels has room below it."""
    return weight << FIELD * first


class Opinion(NamedTuple):
    """What a model says of each unit, as log odds."""

    within: Sequence[float]
    """Of being of the article."""
    heading: Sequence[float]
    """Of being a heading, if it is of the article; empty where the model knows no headings."""
    title: Sequence[float]
    """Of being the headline; empty likewise."""


def opinion_of(weights: Sequence[int], model: Model) -> Opinion:
    """What a model says of units with these packed weights."""
    shares = shares_of(weights, model)
    return Opinion(within_odds(shares, model), heading_odds(shares, model), title_odds(shares, model))


class Alone(NamedTuple):
    """A model by itself that the first is the mean of with the second."""

    weights: Sequence[int]
    """What the features of each unit say for each label, packed."""
    model: Model
    """Without what it says of features."""


def alone_of(weights: Sequence[int], others: Sequence[int], model: Model, web: Model) -> Alone | None:
    """The model of news, by what `model` and `web` say of units; null where the first is no such mean."""
    if web.labels != model.labels:
        return None
    alone = [2 * own - other for own, other in zip(weights, others, strict=True)]
    return Alone(alone, unmixed(model, web))


@cache
def unmixed(model: Model, web: Model) -> Model:
    """The model of which `model` is the mean with `web`, without what it says of features."""
    rows = zip(model.transitions, web.transitions, strict=True)
    return replace(model, states={}, transitions=tuple(tuple(map(_unmixed, *row)) for row in rows))


def _unmixed(mean: int, web: int) -> int:
    return 2 * mean - web if web > NEVER < mean else mean


def within_odds(shares: Iterable[Sequence[float]], model: Model) -> list[float]:
    """For each unit the log odds of being of the article, by the shares of its labels."""
    inside = [k for k, label in enumerate(model.labels) if label in INSIDE]
    if len(inside) == 1:
        return [log_odds(own[inside[0]], sum(own)) for own in shares]
    first, second = inside
    return [log_odds(own[first] + own[second], sum(own)) for own in shares]


def heading_odds(shares: Iterable[Sequence[float]], model: Model) -> list[float]:
    """For each unit the log odds of being a heading if it is of the article; none where the model has no
    such label."""
    if HEADS not in model.labels:
        return []
    heading = model.labels.index(HEADS)
    body = next(k for k, label in enumerate(model.labels) if label in TEXTS)
    return [log_odds(own[heading], own[heading] + own[body]) for own in shares]


def title_odds(shares: Iterable[Sequence[float]], model: Model) -> list[float]:
    """For each unit the log odds of being the headline; none where the model knows no headings."""
    if HEADS not in model.labels:
        return []
    title = model.labels.index("title")
    return [log_odds(own[title], sum(own)) for own in shares]


def shares_of(weights: Sequence[int], model: Model) -> list[list[float]]:
    """For each unit what all sequences of labels with each label there are worth, weighed by how likely they
    are (the forward-backward algorithm).
    """
    scores = [[exp(x / UNIT) for x in own] for own in Scores(weights, model)]
    if not scores:
        return []
    ahead = _sums_for(model.transitions)(scores[0], scores[1:])
    back = _sums_for(tuple(zip(*model.transitions, strict=True)))(scores[-1], scores[-2::-1])
    # The unit's own score is in both.
    return [
        [a * b / s for a, b, s in zip(before, behind, own, strict=True)]
        for own, before, behind in zip(scores, ahead, reversed(back), strict=True)
    ]


def log_odds(part: float, whole: float) -> float:
    """The logarithm of the odds of a part of the whole, within bounds."""
    rest = whole - part
    share = log(part) - log(rest) if part > 0 < rest else BOUNDS if part > rest else -BOUNDS
    return max(-BOUNDS, min(BOUNDS, share))


Sums = Callable[[Sequence[float], Sequence[Sequence[float]]], list[tuple[float, ...]]]


@cache
def _sums_for(rows: tuple[tuple[int, ...], ...]) -> Sums:
    """A function of the weights of a unit's labels and of those that follow: for each label of each unit the
    share of all sequences up to it that end with it. Written out for these rows, as the searches are."""
    count = range(len(rows))
    names = "".join(f"t{k}, " for k in count)
    own = "".join(f"s{k}, " for k in count)
    reached = [
        " + ".join(f"t{a} * {exp(x / UNIT)!r}" for a, x in enumerate(row) if x > NEVER) or "0.0"
        for row in rows
    ]
    scaled = [
        f"w = {' + '.join(f't{k}' for k in count)}",
        f"{names} = {''.join(f't{k} / w, ' for k in count)}",
    ]
    lines = [
        "def sums(first, scores):",
        f"    {names} = first",
        *(f"    {line}" for line in scaled),
        f"    found = [({names})]",
        f"    for {own} in scores:",
        f"        {names} = {''.join(f'({sum_}) * s{b}, ' for b, sum_ in enumerate(reached))}",
        *(f"        {line}" for line in scaled),
        f"        found.append(({names}))",
        "    return found",
    ]
    sums: Sums = made("sums", lines)
    return sums


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
    looks: Sequence[Look],
    labels: Labels,
    scores: Scores,
    model: Model,
    web: Opinion,
    news: Alone | None = None,
) -> Asked:
    """The lines on which two models differ, or nearly do.

    `labels` and `scores` are the first model's, `web` is what the second says, and `news` the first without
    the part of it that the second is.
    """
    odds, heads = web.within, web.heading
    near = [i for i, label in enumerate(labels) if label in BODY or odds[i] > -CLEAR]
    if not near:
        return Asked([], [], [], [])
    begin, end = max(0, near[0] - AROUND), min(len(labels), near[-1] + 1 + AROUND)
    own, ahead, back = totals_of(
        scores[begin:end], model, labels[begin], labels[end] if end < len(labels) else None
    )
    count = range(len(model.labels))
    paragraph, heading = (model.labels.index(label) for label in BODY)
    others = [k for k in count if k not in (paragraph, heading)]
    margins: list[float] = []
    losses: list[tuple[float, float, float]] = []
    best = max(a + b - s for a, b, s in zip(ahead[-1], back[-1], own[-1], strict=True))
    for s, a, b in zip(own, ahead, back, strict=True):
        reached = [x + y - z - best for x, y, z in zip(a, b, s, strict=True)]
        within, without = max(reached[paragraph], reached[heading]), max([reached[k] for k in others])
        losses.append((reached[paragraph] / UNIT, reached[heading] / UNIT, without / UNIT))
        margins.append(max(-FURTHEST, min(FURTHEST, (within - without) / UNIT)))
    page = _Page(looks, labels, odds)
    alone = _News(looks, web, news, begin, end) if news else None
    rows, found, headings = [], [], []
    margin_at, head_at = _Padded(margins), _Padded(heads)
    for i in range(begin, end):
        at = i - begin
        margin, odd = margins[at], odds[i]
        if labels[i] == "title" or (odd > AGREED if labels[i] in BODY else odd < -AGREED):
            continue
        found.append(i)
        headings.append(losses[at][1] > losses[at][0])
        rows.append([
            odd, margin, margin_at[at - 1], margin_at[at + 1], *losses[at], *page.line(i), *page.whole,
            *((heads[i], head_at[i - 1], head_at[i + 1]) if heads else ()),
            *(alone.line(at) if alone else ()),
        ])  # fmt: skip
    short = [looks[i].length < SHORT_LINE for i in found]
    return Asked(found, rows, headings, short, begin, [own[1] - own[0] for own in losses])


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
        """What is told of a line."""
        return (
            self.odds[i],
            self.odds[i - 1],
            self.odds[i + 1],
            self.heads[i],
            *self.whole,
        )


def agreement(looks: Sequence[Look], web: Opinion, news: Opinion) -> tuple[float, ...]:
    """How far two models agree on the lines of a page, and how sure each is: whether the page is of the kind
    that one of them knows."""
    mass = [min(look.length, MOST) for look in looks]
    total = sum(mass) or 1.0
    of_news = sum([m for m, x in zip(mass, news.within, strict=True) if x > 0])
    of_web = sum([m for m, x in zip(mass, web.within, strict=True) if x > 0])
    both = sum([m for m, x, y in zip(mass, news.within, web.within, strict=True) if x > 0 < y])
    heads = [(x, y) for x, y, z in zip(news.heading, web.heading, web.within, strict=True) if z > 0]
    return (
        both / (of_news + of_web - both + 1),
        both / (of_news + 1),
        both / (of_web + 1),
        sum([m / (1 + exp(abs(x))) for m, x in zip(mass, news.within, strict=True)]) / total,
        sum([m / (1 + exp(abs(x))) for m, x in zip(mass, web.within, strict=True)]) / total,
        float(sum([x > 0 for x, _ in heads])),
        float(sum([y > 0 for _, y in heads])),
        max(news.title, default=0.0),
        max(web.title, default=0.0),
    )


class _Page:
    """What both models say of a page, and of a line and those around it."""

    def __init__(self, looks: Sequence[Look], labels: Labels, odds: Sequence[float]) -> None:
        self.looks, self.labels = looks, labels
        count = len(looks)
        news = [i for i, label in enumerate(labels) if label in BODY]
        web = [i for i, x in enumerate(odds) if x > 0]
        mass = [min(look.length, MOST) for look in looks]
        prose = sum([m for m, look in zip(mass, looks, strict=True) if look.prose]) or 1.0
        of_news, of_web = sum([mass[i] for i in news]), sum([mass[i] for i in web])
        both = sum([mass[i] for i in web if labels[i] in BODY])
        self.odds = _Padded(odds)
        self.news = (news[0], news[-1]) if news else (-1, -1)
        self.web = (web[0], web[-1]) if web else (-1, -1)
        self.sizes = list(accumulate(mass, initial=0.0))
        self.likely = list(
            accumulate([m / (1 + exp(-x)) for m, x in zip(mass, odds, strict=True)], initial=0.0)
        )
        some_news, some_web = len(news) or 1, len(web) or 1
        self.whole = (
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
            sum([look.counted[0] > 0 for look in looks]) / count,
            sum([looks[i].counted[3] > 0 for i in news]) / some_news,
            sum([looks[i].counted[3] > 0 for i in web]) / some_web,
        )

    def line(self, i: int) -> tuple[float, ...]:
        """What is told of a line beside the first model's scores."""
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
            LABELS[self.labels[i]],
            float(i - self.news[0]),
            float(self.news[1] - i),
            float(i - self.web[0]),
            float(self.web[1] - i),
            float(look.form[3] in SENTENCE_ENDS),
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
    admitted: Labels,
    asked: Asked,
    trees: Sequence[Any],
    *,
    short: bool,
) -> tuple[list[LineLabel], Doubt]:
    """`admitted` with what the trees say of the lines that were looked at, and how sure that is.

    `admitted` are the first model's `labels` with the lines that had been left out (see `admission`), which
    stay. `short` texts have trees and bounds of their own.
    """
    worths = [worth_of(row, trees) for row in asked.rows]
    result = with_weighed(looks, labels, admitted, asked, worths, SHORT_TEXTS if short else LONG_TEXTS)
    scale = doubt.SHORT_TEXTS if short else doubt.LONG_TEXTS
    return result, doubt_of(looks, result, asked.lines, worths, scale)


def with_weighed(
    looks: Sequence[Look],
    labels: Labels,
    admitted: Labels,
    asked: Asked,
    worths: Sequence[float],
    bounds: Bounds,
) -> list[LineLabel]:
    """`admitted` with the lines that were looked at, by how likely each is of the body."""
    result = list(admitted)
    last_title = max((i for i, label in enumerate(labels) if label == "title"), default=-1)
    for i, likely, heading, short in zip(asked.lines, worths, asked.headings, asked.short, strict=True):
        if labels[i] in BODY:
            if likely <= bounds.kept:
                result[i] = "between"
        elif admitted[i] in BODY or likely <= (bounds.taken_short if short else bounds.taken):
            continue
        elif not bounds.cut_out or (i > last_title and not _is_below_footer(looks, result, i)):
            result[i] = "heading" if heading and likely > HEADING else "paragraph"
    return placed(result) if result != admitted else result


def _is_below_footer(looks: Sequence[Look], labels: Labels, i: int) -> bool:
    """Whether the line above one is a footer's by its words."""
    return i > 0 and labels[i - 1] not in BODY and facts_of(looks[i - 1].text).reason == "footer"
