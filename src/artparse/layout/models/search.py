"""The best labels of a page's lines by a model's weights: Viterbi's algorithm, written out for the labels.

The search goes over each line and label once. As Python takes most of the time for the loop over labels, the
lines of code for one line of a page are made for the transitions of a model, and compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from operator import add
from typing import Any, TypeVar, cast

from artparse.layout.labels import LineLabel
from artparse.layout.models.model import NEVER, SHORT, UNIT, Model, Scores

LEADS = ("before", "paragraph", "after")
"""Labels of which one is mostly far ahead of all others."""
WALKED = 500
"""Units of short pages that are walked before it is worth it to compile what is written out for them."""
Rows = tuple[tuple[int, ...], ...]
_Found = TypeVar("_Found")
_Score = TypeVar("_Score", int, float)


def _walked(
    rows: Rows, first: Sequence[int], scores: Iterable[Sequence[int]], only: int | None = None
) -> tuple[list[tuple[int, ...]], list[bytes]]:
    """The best totals of each unit's labels, and of all but the first from which label each was reached;
    nothing is reached from `only`."""
    steps = [[(a, x) for a, x in enumerate(row) if x > NEVER and a != only] or [(0, NEVER)] for row in rows]
    totals = list(first)
    found, back = [tuple(first)], []
    for own in scores:
        sums = [[totals[a] + x for a, x in pairs] for pairs in steps]
        most = list(map(max, sums))
        back.append(bytes([p[s.index(m)][0] for p, s, m in zip(steps, sums, most, strict=True)]))
        totals = list(map(add, most, own))
        found.append(tuple(totals))
        if only is not None:
            totals[only] = first[only]
    return found, back


def compiled_late(
    walk: Callable[[Sequence[_Score], list[Sequence[_Score]]], _Found],
    compiled: Callable[[], Callable[[Sequence[_Score], Iterable[Sequence[_Score]]], _Found]],
    at_once: bool,
) -> Callable[[Sequence[_Score], Iterable[Sequence[_Score]]], _Found]:
    """`walk`, and after so many units what is compiled, which gives the same; that at once where it is asked
    for, as it is for long pages."""
    if at_once:
        return compiled()
    left = WALKED
    made: Callable[[Sequence[_Score], Iterable[Sequence[_Score]]], _Found] | None = None

    def found(first: Sequence[_Score], scores: Iterable[Sequence[_Score]]) -> _Found:
        nonlocal left, made
        if made is None:
            scores = list(scores)
            left -= len(scores)
            if left > 0:
                return walk(first, scores)
            made = compiled()
        return made(first, scores)

    return found


Search = Callable[[Sequence[int], Iterable[Sequence[int]]], tuple[list[int], list[bytes]]]
Pass = Callable[[Sequence[int], Iterable[Sequence[int]]], list[int]]
Listed = Callable[[Sequence[int], Iterable[Sequence[int]]], list[tuple[int, ...]]]


@cache
def _search_for(rows: Rows, leads: tuple[int, ...]) -> Search:
    """A function of the scores of the first unit and of the others: the totals of the last unit's labels, and
    of all but the first from which label each was reached.

    Viterbi's algorithm, written out for these rows: a loop over them takes three times as long.
    """
    count = range(len(rows))

    def lines() -> list[str]:
        return [
            "def search(first, scores):",
            "    back = []",
            f"    lead = {leads[0] if leads else None}",
            f"    {_listed('t', count)} = first",
            f"    for {_listed('s', count)} in scores:",
            *(f"        {line}" for line in _reached(rows, leads, told=True)),
            *(f"        t{b} = m{b} + s{b}" for b in count),
            f"        back.append(bytes(({_listed('k', count)})))",
            f"    return [{_listed('t', count)}], back",
        ]

    def walk(first: Sequence[int], scores: Iterable[Sequence[int]]) -> tuple[list[int], list[bytes]]:
        totals, back = _walked(rows, first, scores)
        return list(totals[-1]), back

    return compiled_late(walk, lambda: cast(Search, made("search", lines())), bool(leads))


@cache
def _pass_for(rows: Rows, leads: tuple[int, ...], only: int) -> Pass:
    """A function of the scores of a unit and of those that follow: the best total of each with the label
    `only`, where no unit before it has that.
    """
    count = range(len(rows))
    others = [b for b in count if b != only]
    rows = tuple((*row[:only], NEVER, *row[only + 1 :]) for row in rows)

    def lines() -> list[str]:
        return [
            "def totals(first, scores):",
            f"    lead = {leads[0] if leads else None}",
            f"    {_listed('t', count)} = first",
            f"    found = [t{only}]",
            f"    for {_listed('s', count)} in scores:",
            *(f"        {line}" for line in _reached(rows, leads)),
            f"        found.append(m{only} + s{only})",
            *(f"        t{b} = m{b} + s{b}" for b in others),
            "    return found",
        ]

    def walk(first: Sequence[int], scores: Iterable[Sequence[int]]) -> list[int]:
        return [totals[only] for totals in _walked(rows, first, scores, only)[0]]

    return compiled_late(walk, lambda: cast(Pass, made("totals", lines())), bool(leads))


@cache
def _totals_for(rows: Rows, leads: tuple[int, ...]) -> Listed:
    """A function of the scores of a unit and of those that follow: the best totals of each one's labels."""
    count = range(len(rows))

    def lines() -> list[str]:
        return [
            "def totals(first, scores):",
            f"    lead = {leads[0] if leads else None}",
            f"    {_listed('t', count)} = first",
            "    found = [tuple(first)]",
            f"    for {_listed('s', count)} in scores:",
            *(f"        {line}" for line in _reached(rows, leads)),
            *(f"        t{b} = m{b} + s{b}" for b in count),
            f"        found.append(({_listed('t', count)}))",
            "    return found",
        ]

    def walk(first: Sequence[int], scores: Iterable[Sequence[int]]) -> list[tuple[int, ...]]:
        return _walked(rows, first, scores)[0]

    return compiled_late(walk, lambda: cast(Listed, made("totals", lines())), bool(leads))


def _reached(rows: Sequence[Sequence[int]], leads: Sequence[int], *, told: bool = False) -> Iterator[str]:
    """Lines that set `m` of each label to the largest total it is reached with, and, if that is `told`, `k`
    to the label before it, of several the first.

    One of `leads` is mostly far ahead of the other labels. What can follow both it and another label is tried
    behind the other only where that is not so far behind that its transitions cannot make up for it. Without
    leads all is tried.
    """
    if not leads:
        yield from chain.from_iterable(_largest(b, row, told=told) for b, row in enumerate(rows))
    for lead in leads:
        yield f"{'if' if lead == leads[0] else 'elif'} lead == {lead}:"
        following = [b for b, row in enumerate(rows) if row[lead] > NEVER]
        for b, row in enumerate(rows):
            for line in _begun(b, lead, row, told) if b in following else _largest(b, row, told=told):
                yield f"    {line}"
        for a in _others(lead, len(rows)):
            both = [b for b in following if rows[b][a] > NEVER]
            if both:
                yield f"    if t{a} >= t{lead} + {min(rows[b][lead] - rows[b][a] for b in both)}:"
                for b in both:
                    yield from (f"        {line}" for line in _tried(b, a, rows[b], a < lead, told))
                if a in leads:
                    yield f"        if t{a} > t{lead}: lead = {a}"


def _largest(b: int, row: Sequence[int], *, told: bool) -> list[str]:
    """Lines that set `m` and `k` of label `b`.

    The likeliest comes first, as what is not larger takes no more time.
    """
    likeliest = row.index(max(row))
    lines = _begun(b, likeliest, row, told)
    for a in _others(likeliest, len(row)):
        if row[a] > NEVER:
            lines += _tried(b, a, row, a < likeliest, told)
    return lines


def _others(first: int, count: int) -> Iterable[int]:
    """The labels beside the first that is tried, such that of equal totals that of the first label stays."""
    return (*range(first - 1, -1, -1), *range(first + 1, count))


def _begun(b: int, a: int, row: Sequence[int], told: bool) -> list[str]:
    return [f"m{b} = t{a} + {row[a]}", *([f"k{b} = {a}"] if told else [])]


def _tried(b: int, a: int, row: Sequence[int], before: bool, told: bool) -> list[str]:
    larger = f"if n >{'=' if before else ''} m{b}: m{b} = n"
    return [f"n = t{a} + {row[a]}", f"{larger}; k{b} = {a}" if told else larger]


def _listed(name: str, numbers: Iterable[int]) -> str:
    return "".join(f"{name}{k}, " for k in numbers)


def made(name: str, lines: Iterable[str]) -> Any:
    """The function that `lines` define, which hold nothing but names and whole numbers."""
    scope: dict[str, Any] = {}
    exec("\n".join(lines), scope)
    return scope[name]


def _leads(scores: Scores | Sequence[Sequence[int]], model: Model) -> tuple[int, ...]:
    """The labels of `LEADS`; none for a page of few units, which take less time than compiling the tests, and
    where labels are ruled out, as all of them can follow each other then (see `_rows`).
    """
    if not isinstance(scores, Scores) or scores.page <= SHORT:
        return ()
    return tuple(k for k, label in enumerate(model.labels) if label in LEADS)


def _rows(scores: Scores | Sequence[Sequence[int]], model: Model) -> tuple[tuple[int, ...], ...]:
    """The transitions, with those that cannot be a little likelier where labels are ruled out: what is given
    counts more.
    """
    if isinstance(scores, Scores):
        return model.transitions
    return tuple(tuple(max(x, NEVER + 1) for x in row) for row in model.transitions)


def best_labels(scores: Scores | Sequence[Sequence[int]], model: Model) -> list[LineLabel]:
    """The likeliest sequence of labels (Viterbi's algorithm)."""
    units = iter(scores)
    first = next(units, None)
    if first is None:
        return []
    total, back = _search_for(_rows(scores, model), _leads(scores, model))(first, units)
    k = total.index(max(total))
    path = [k]
    for before in reversed(back):
        k = before[k]
        path.append(k)
    return cast(list[LineLabel], [model.labels[k] for k in reversed(path)])


def margins_of(
    scores: Scores | Sequence[Sequence[int]], model: Model, label: str, following: str | None = None
) -> list[float]:
    """How much worse than with the best unit the likeliest labels are where each unit alone has `label`.

    `following` is the label that comes after these units, where more do.
    """
    units = list(scores)
    if not units:
        return []
    only = model.labels.index(label)
    rows = _rows(scores, model)
    last = units[-1]
    if following:
        last = list(map(add, last, model.transitions[model.labels.index(following)]))
    leads = _leads(scores, model)
    before = _pass_for(rows, leads, only)(units[0], units[1:])
    after = _pass_for(tuple(zip(*rows, strict=True)), leads, only)(last, units[-2::-1])
    # The unit's own score is in both.
    reached = [a + b - own[only] for a, b, own in zip(before, reversed(after), units, strict=True)]
    best = max(reached)
    return [(x - best) / UNIT for x in reached]


def totals_of(
    scores: Scores, model: Model, first: str, following: str | None
) -> tuple[list[Sequence[int]], list[tuple[int, ...]], list[tuple[int, ...]]]:
    """The scores of units, and the best totals with each label of each unit up to it and from it on, where
    the first has the label `first` and what comes after them, if any does, `following`.
    """
    units: list[Sequence[int]] = list(scores)
    rows = _rows(scores, model)
    start = [x if label == first else NEVER for label, x in zip(model.labels, units[0], strict=True)]
    last = units[-1]
    if following:
        last = list(map(add, last, model.transitions[model.labels.index(following)]))
    leads = _leads(scores, model)
    ahead = _totals_for(rows, leads)(start, units[1:])
    back = _totals_for(tuple(zip(*rows, strict=True)), leads)(last, units[-2::-1])
    return units, ahead, back[::-1]
