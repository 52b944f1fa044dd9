"""Two models in one, and what one of them says by itself.

The weights of both models of a text are packed into one number for each feature, so that they are added up
once. And the first model of long texts is the mean of one learnt from news and of the second one, so that
what news alone says is told from both, as is how far the two agree on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp

from artparse.layout.lines.look import Look
from artparse.layout.models.model import FIELD, NEVER, Model
from artparse.layout.models.opinion import Opinion
from artparse.values import NamedTuple, replace

MOST = 800.0
"""Letters of a line that count, at most."""
AGREEMENT = (
    *("agreed of either", "agreed of news", "agreed of web", "doubt of news", "doubt of web"),
    *("headings by news", "headings by web", "surest title by news", "surest title by web"),
)
"""What `agreement` measures of a page, in order."""


def parted(weights: Sequence[int], first: int) -> tuple[list[int], list[int]]:
    """The packed weights of a model of `first` labels and those of another that stand above them."""
    bits = FIELD * first
    half, mask = 1 << bits - 1, (1 << bits) - 1
    lower = [(own + half & mask) - half for own in weights]
    return lower, [own - low >> bits for own, low in zip(weights, lower, strict=True)]


def above(weight: int, first: int) -> int:
    """A packed weight such that one of a model of `first` labels has room below it."""
    return weight << FIELD * first


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


def agreement(looks: Sequence[Look], web: Opinion, news: Opinion) -> tuple[float, ...]:
    """How far two models agree on the lines of a page, and how sure each is: whether the page is of the kind
    that one of them knows: the measures `AGREEMENT`."""
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
