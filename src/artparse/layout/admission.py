"""Lines that the labels left out of the body, looked at again with the whole body in view.

The labels are told of each line and of what stands near it; not how the body that they come to looks. When
they are there, small trees say of each line between and behind the body's that is nearly of it whether it
is, by how much worse the labels would be with it, how it and the lines beside it look against the body,
how much of it the body speaks of. The trees are grown by `training/layout`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from artparse.layout.features import Look, said_in
from artparse.layout.model import UNIT, Model, Scores, totals_of
from artparse.layout.reasons import told_by
from artparse.layout.titles import BODY
from artparse.layout.trees import worth_of
from artparse.layout.units import Unit

UNSURE = 6.0
"""What the labels may lose at most by a line that is looked at."""
REACH = 25
"""Units behind the body that are looked at."""
BESIDE = 5
"""Units before and behind a line in which short ones, prose and cues are counted."""
SHORT = 32
"""Letters of a short line."""
MOST = 800.0
"""Letters of a unit that count as prose, at most."""
LIKELY = -0.25
"""What the trees have to say of a line at least: logarithm of odds, somewhat below even ones."""
FAR = 99.0

_ENDS = {end: float(k) for k, end in enumerate((".", '."', "?", ":", "~", '"', ",", ")", "|", "9", "a", "#"))}
_LABELS = ("before", "title", "subtitle", "byline", "published", "paragraph", "heading", "between", "after")
_NO_LINE = (-1.0,) * 8
_CUES = ("kshare", "kcaption", "krelated", "kbyline", "kadvert", "kfooter", "kcomment", "date", "time", "url",
         "names", "label", "bullet")  # fmt: skip
_NO_CUES = (0.0,) * len(_CUES)


def measured(
    units: Sequence[Unit], looks: Sequence[Look], labels: Sequence[str], scores: Scores, model: Model
) -> tuple[list[int], list[list[float]]]:
    """The lines that are nearly of the body, and the measures of each."""
    body = [i for i, label in enumerate(labels) if label in BODY]
    if not body:
        return [], []
    first, last = body[0], body[-1]
    end = min(len(labels), last + REACH)
    margins = _margins(scores[first:end], model, labels[first], labels[end] if end < len(labels) else None)
    found = [
        i
        for i in range(first + 1, end)
        if labels[i] in ("between", "after")
        and -UNSURE <= margins[i - first][0] >= margins[i - first][1]
        and told_by(units[i].text) is None
    ]
    if not found:
        return [], []
    mass = [min(x.length, MOST) if x.prose else 0.0 for x in looks]
    lengths = sorted(looks[i].length for i in body)
    middle = lengths[len(lengths) // 2]
    own = sum(mass[i] for i in body)
    whole = sum(mass)
    asked = set().union(*[looks[i].content for i in found])
    said, _, keys = said_in(looks[i].content & asked for i in body)
    count = len(labels)
    sure = [-margins[i - first][2] for i in body]
    of_page = (
        float(count),
        float(len(body)),
        len(body) / count,
        middle,
        own,
        own / (whole or 1.0),
        sum(looks[i].form[3] in ('.', '."', "?", ":", "~") for i in body) / len(body),
        len(body) / (last + 1 - first),
        first / count,
        last / count,
        sum(labels[i] == "heading" for i in body) / len(body),
        float("published" in labels),
        float("byline" in labels),
        float("subtitle" in labels),
        whole,
        sum(looks[i].counted[0] > 0 for i in body) / len(body),
        sum(sure) / len(body),
        sum(x < 2.0 for x in sure) / len(body),
        float(sum(max(m[:2]) > -2.0 for m in margins)),
    )  # fmt: skip
    rows = []
    for i in found:
        at = bisect_left(body, i)
        start = body[at - 1] + 1
        stop = body[at] if at < len(body) else min(end, i + 2 * BESIDE)
        run = [max(m[:2]) for m in margins[start - first : stop - first]]
        look = looks[i]
        shared = len(look.content & said)
        around = looks[max(0, i - BESIDE) : i], looks[i + 1 : i + 1 + BESIDE]
        rows.append([
            *of_page,
            *margins[i - first][:2],
            max(margins[i - 1 - first][:2]),
            max(margins[i + 1 - first][:2]) if i + 1 < end else -FAR,
            max(run),
            sum(run) / len(run),
            *_line(units, looks, labels, i),
            *_line(units, looks, labels, i - 1),
            *_line(units, looks, labels, i + 1),
            looks[i - 2].length if i > 1 else -1.0,
            looks[i + 2].length if i + 2 < count else -1.0,
            float(i - first),
            float(last - i),
            float(i - start),
            float(stop - i) if at < len(body) else FAR,
            sum(mass[start:stop]),
            max(run[: i - start], default=0.0),
            float(shared),
            shared / len(look.content) if look.content else 0.0,
            float(len(look.content & keys)),
            look.length / middle,
            float(look.count),
            float(look.lean[3]),
            *map(float, look.counted),
            *(_cued(look.marks) if look.marks else _NO_CUES),
            *[float(sum(x.length < SHORT for x in part)) for part in around],
            *[float(sum(x.prose for x in part)) for part in around],
            *[float(sum(bool(x.cues) for x in part)) for part in around],
        ])  # fmt: skip
    return found, rows


@lru_cache(1_000)
def _cued(marks: tuple[str, ...]) -> tuple[float, ...]:
    """Which of the kinds of marks that tell of lines left out a line has."""
    return tuple(float(any(mark.startswith(cue) for mark in marks)) for cue in _CUES)


def _margins(
    scores: Scores, model: Model, first: str, following: str | None
) -> list[tuple[float, float, float]]:
    """How much worse the likeliest labels are with each unit as a paragraph, as a heading, and as neither."""
    paragraph, heading = map(model.labels.index, BODY)
    between, after = map(model.labels.index, ("between", "after"))
    own, ahead, back = totals_of(scores, model, first, following)
    best = max(ahead[-1][k] + back[-1][k] - own[-1][k] for k in range(len(model.labels)))
    return [
        (
            (a[paragraph] + b[paragraph] - s[paragraph] - best) / UNIT,
            (a[heading] + b[heading] - s[heading] - best) / UNIT,
            (max(a[between] + b[between] - s[between], a[after] + b[after] - s[after]) - best) / UNIT,
        )
        for s, a, b in zip(own, ahead, back, strict=True)
    ]


def _line(units: Sequence[Unit], looks: Sequence[Look], labels: Sequence[str], i: int) -> tuple[float, ...]:
    if not 0 <= i < len(units):
        return _NO_LINE
    look = looks[i]
    return (
        look.length,
        _ENDS[look.form[3]],
        look.lower / look.parts,
        look.common / look.count if look.count else 0.0,
        float(look.prose),
        float(min(units[i].gap, 4)),
        float(_LABELS.index(labels[i])),
        float(bool(look.cues)),
    )


def with_admitted(
    labels: Sequence[str], found: Sequence[int], rows: Sequence[Sequence[float]], trees: Sequence[Any]
) -> list[str]:
    """`labels` with the lines of `found` that are of the body as paragraphs."""
    taken = {i for i, row in zip(found, rows, strict=True) if worth_of(row, trees) > LIKELY}
    last = max((i for i, label in enumerate(labels) if label in BODY or i in taken), default=0)
    return [
        "paragraph" if i in taken else "between" if label == "after" and i < last else label
        for i, label in enumerate(labels)
    ]
