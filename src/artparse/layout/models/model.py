"""The labelling model: a linear-chain conditional random field, and how its best labels are found.

J. Lafferty, A. McCallum, F. Pereira: Conditional Random Fields: Probabilistic Models for Segmenting
and Labeling Sequence Data, ICML 2001. It is trained by `training/layout`; here it is only asked, in
plain Python, as importing a library for it costs more time than labelling a page.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from operator import add
from typing import Any, TypeVar, cast

from artparse.data import FOLDER
from artparse.data.tables import Numbers, Table, packed_table
from artparse.layout.labels import LineLabel
from artparse.values import dataclass

UNIT = 100
"""Scores are whole hundredths: they add up exactly, and the weights of all labels add up at once."""
SHORT = 60
"""A text of so many units at most has a model of its own, which learnt from shortened pages as well: people
copy an article by hand with little around it. Whole pages are labelled better by one that saw only such."""
NEVER = -(10**11)
"""The score of what cannot be."""
FEW = 1_000
"""Units whose scores are held unpacked."""
LEADS = ("before", "paragraph", "after")
"""Labels of which one is mostly far ahead of all others."""
FIELD = 16
"""Bits of a label's weight among those of a feature: scores by a unit's own features stay below 327, which
is a hundred features of the largest weight."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights for each feature and label, and for each label after another."""

    labels: tuple[str, ...]
    states: Numbers
    """Of each feature, the weights for all labels (see `packed`)."""
    transitions: tuple[tuple[int, ...], ...]
    """`transitions[b][a]`: of label `b` after label `a`."""
    title: list[Any]
    """The trees that rank candidates for the headline (see `titles`); empty where only the labels tell."""
    admission: list[Any]
    """The trees that look again at lines left out of the body (see `admission`); empty where none do."""
    byline: tuple[float, ...]
    """The weights that choose the byline (see `bylines`)."""
    second: Sequence[Any] = ()
    """The trees that look at units of web pages a second time (see `second_look`); empty where none do."""
    heads: Sequence[Any] = ()
    """The trees that tell the body's headings from its paragraphs (see `headings`); empty where none do."""


def packed(weights: Sequence[float]) -> int:
    """One number for a feature's weights: hundredths, the first label's in the lowest bits."""
    return sum(round(UNIT * weight) << (FIELD * k) for k, weight in enumerate(weights))


def model_of(data: dict[str, Any], states: Table | None = None) -> Model:
    """The model that `data` (a loaded data file) holds, and the weights of features where it lacks them."""
    return Model(
        tuple(data["labels"]),
        data["states"] if states is None else states,
        tuple(tuple(round(UNIT * x) for x in row) for row in data["transitions"]),
        data.get("title", []),
        data.get("admission", []),
        tuple(data.get("byline", ())),
        data.get("second", ()),
        data.get("heads", ()),
    )


LONG, SHORTENED = "layout_model", "short_model"
"""The names of the models for long texts and for short ones."""
WEB, SHORT_WEB = "web_model", "short_web_model"
"""The names of the second models that they have (see `web`)."""
SECOND = {LONG: WEB, SHORTENED: SHORT_WEB}


def model_for(units: int, *, markup: bool) -> str:
    """The name of the model that labels a document of so many units."""
    return "markup_model" if markup else SHORTENED if units <= SHORT else LONG


@cache
def shipped_model(name: str) -> Model:
    """A model that comes with the package."""
    table = packed_table(FOLDER / f"{name}.json")
    return model_of(json.loads(table.rest), table)


def weight_of(features: Iterable[str], model: Model) -> int:
    """The weights of several features together, packed."""
    return sum(filter(None, map(model.states.get, features)))


class Scores:
    """The score of each label in the packed weights of each unit, unpacked once where the units are few, else
    while they are gone through."""

    __slots__ = ("model", "page", "unpacked", "weights")

    def __init__(
        self,
        weights: Sequence[int],
        model: Model,
        unpacked: list[tuple[int, ...]] | None = None,
        page: int = 0,
    ) -> None:
        self.weights = weights
        self.model = model
        self.unpacked = unpacked
        self.page = page or len(weights)
        """Units of the page that these are of."""

    def __len__(self) -> int:
        return len(self.weights)

    def __getitem__(self, part: slice) -> Scores:
        return Scores(self.weights[part], self.model, self.unpacked and self.unpacked[part], self.page)

    def __iter__(self) -> Iterator[tuple[int, ...]]:
        if self.unpacked is None and len(self.weights) <= FEW:
            self.unpacked = list(self._unpacked())
        return self._unpacked() if self.unpacked is None else iter(self.unpacked)

    def _unpacked(self) -> Iterator[tuple[int, ...]]:
        fields = struct.Struct(f"<{len(self.model.labels)}h")
        size, unpack, high = fields.size, fields.unpack, _highest(len(self.model.labels))
        for own in self.weights:
            yield unpack((own + high ^ high).to_bytes(size, "little"))


@cache
def _highest(count: int) -> int:
    """The highest bits of so many fields: with them flipped sums, some below zero, are two's complements."""
    return packed([2 ** (FIELD - 1) / UNIT] * count)


WALKED = 500
"""Units of short pages that are walked before it is worth it to compile what is written out for them."""

Rows = tuple[tuple[int, ...], ...]
_Found = TypeVar("_Found")


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


def _compiled_late(
    walk: Callable[[Sequence[int], list[Sequence[int]]], _Found],
    compiled: Callable[[], Callable[[Sequence[int], Iterable[Sequence[int]]], _Found]],
    leads: tuple[int, ...],
) -> Callable[[Sequence[int], Iterable[Sequence[int]]], _Found]:
    """`walk`, and after so many units what is compiled, which gives the same; that at once for long pages,
    which have `leads`."""
    if leads:
        return compiled()
    left = WALKED
    made: Callable[[Sequence[int], Iterable[Sequence[int]]], _Found] | None = None

    def found(first: Sequence[int], scores: Iterable[Sequence[int]]) -> _Found:
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

    return _compiled_late(walk, lambda: cast(Search, made("search", lines())), leads)


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

    return _compiled_late(walk, lambda: cast(Pass, made("totals", lines())), leads)


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

    return _compiled_late(walk, lambda: cast(Listed, made("totals", lines())), leads)


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
