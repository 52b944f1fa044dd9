"""What a model says of each line by itself: the odds that it is of the article, a heading, the headline.

They are sums over all sequences of labels, each as likely as the model has it, where the best sequence alone
would say yes or no (the forward-backward algorithm: L. Rabiner: A Tutorial on Hidden Markov Models, 1989).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, reduce
from math import copysign, exp, log
from operator import add, mul

from artparse.layout.labels import BODY_LINES
from artparse.layout.models.model import NEVER, UNIT, Model, Scores
from artparse.layout.models.search import compiled_late, made
from artparse.values import NamedTuple

BOUNDS = 9.2
"""Log odds are no further from even than this."""


class Opinion(NamedTuple):
    """What a model says of each unit, as log odds."""

    within: Sequence[float]
    """Of being of the article."""
    heading: Sequence[float]
    """Of being a heading, if it is of the article."""
    title: Sequence[float]
    """Of being the headline."""


def opinion_of(weights: Sequence[int], model: Model) -> Opinion:
    """What a model says of units with these packed weights."""
    shares = shares_of(weights, model)
    return Opinion(within_odds(shares, model), heading_odds(shares, model), title_odds(shares, model))


def within_odds(shares: Iterable[Sequence[float]], model: Model) -> list[float]:
    """For each unit the log odds of being of the article, by the shares of its labels."""
    first, second = map(model.labels.index, BODY_LINES)
    return [log_odds(own[first] + own[second], sum(own)) for own in shares]


def heading_odds(shares: Iterable[Sequence[float]], model: Model) -> list[float]:
    """For each unit the log odds of being a heading if it is of the article."""
    paragraph, heading = map(model.labels.index, BODY_LINES)
    return [log_odds(own[heading], own[heading] + own[paragraph]) for own in shares]


def title_odds(shares: Iterable[Sequence[float]], model: Model) -> list[float]:
    """For each unit the log odds of being the headline."""
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
    if not part > 0 < rest:
        return BOUNDS if part > rest else -BOUNDS
    share = log(part) - log(rest)
    return share if -BOUNDS < share < BOUNDS else copysign(BOUNDS, share)


Sums = Callable[[Sequence[float], Iterable[Sequence[float]]], list[tuple[float, ...]]]


@cache
def _sums_for(rows: tuple[tuple[int, ...], ...]) -> Sums:
    """A function of the weights of a unit's labels and of those that follow: for each label of each unit the
    share of all sequences up to it that end with it. Written out for these rows once it is worth it, as the
    searches are."""
    worths = [[exp(x / UNIT) for x in row] for row in rows]

    def walk(first: Sequence[float], scores: Iterable[Sequence[float]]) -> list[tuple[float, ...]]:
        shares = _shares(first)
        found = [shares]
        for own in scores:
            shares = _shares(
                [reduce(add, map(mul, shares, row)) * s for row, s in zip(worths, own, strict=True)]
            )
            found.append(shares)
        return found

    return compiled_late(walk, lambda: _written_out(rows), at_once=False)


def _shares(worths: Sequence[float]) -> tuple[float, ...]:
    """The parts of the whole; added in order, as `sum` does not in every Python."""
    whole = reduce(add, worths)
    return tuple([worth / whole for worth in worths])


def _written_out(rows: tuple[tuple[int, ...], ...]) -> Sums:
    """The same function for these rows, which a loop over them takes three times as long as."""
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
