"""Lines that the labels left out of the body, looked at again with the whole body in view.

The labels are told of each line and of what stands near it; not how the body that they come to looks. When
they are there, small trees say of each line before, between and behind the body's that is nearly of it
whether it is, by how much worse the labels would be with it, how it and the lines beside it look against the
body, how much of it the body speaks of. The trees are grown by `training/layout`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from artparse.layout.labels import BODY_LINES, NOISE, NUMBER_OF_LABEL, Labels, LineLabel, placed
from artparse.layout.lines.look import NUMBER_OF_END, Look, cued, said_in
from artparse.layout.lines.units import Unit
from artparse.layout.models.model import SHORT, UNIT, Model, Scores
from artparse.layout.models.search import totals_of
from artparse.trees import named, worth_of
from artparse.values import NamedTuple

UNSURE, UNSURE_BEFORE = 6.0, 8.0
"""What the labels may lose at most by a line that is looked at; by one before the body."""
REACH, REACH_BEFORE = 25, 60
"""Units behind the body that are looked at, and before it; in a short text the next one alone."""
BESIDE = 5
"""Units before and behind a line in which short ones, prose and cues are counted."""
SHORT_LINE = 32
"""Letters of a short line."""
OPENER = 60
"""Letters of a line, at most, that opens what follows it."""
MOST = 800.0
"""Letters of a unit that count as prose, at most."""
LIKELY = {"before": 0.0, "between": -0.25, "after": -0.25}
"""What the trees have to say of a line at least, by where it stands: logarithm of odds. Somewhat below even
ones do, but before the body a line may be a headline."""
FAR = 99.0

OF_PAGE = (
    *("lines", "lines of body", "share of lines", "middle length of body", "prose of body", "share of prose"),
    *("sentences of body", "density of body", "first of body", "last of body", "headings of body"),
    *(
        "published",
        "byline",
        "subtitle",
        "prose of page",
        "digits of body",
        "sureness of body",
        "unsure of body",
    ),
    "likely lines",
)
"""What is measured of all of a page, in order."""
LOOKS = ("length", "end", "small letters", "common words", "prose", "gap", "label", "cues")
"""What is measured of a line and of those beside it."""
_NO_LINE = (-1.0,) * len(LOOKS)
_OPENERS = ("kcomment", "krelated", "kfooter")
_CUES = ("kshare", "kcaption", "krelated", "kbyline", "kadvert", "kfooter", "kcomment", "date", "time", "url",
         "names", "label", "bullet")  # fmt: skip
_NO_CUES = (0.0,) * len(_CUES)
OF_LINE = (
    *("loss as paragraph", "loss as heading", "loss above", "loss below", "least loss of run", "loss of run"),
    *LOOKS,
    *named("above", LOOKS),
    *named("below", LOOKS),
    *("length two above", "length two below", "behind first of body", "before last of body"),
    *("behind body above", "before body below", "prose of run", "least loss of run above"),
    *("words in body", "share of words in body", "words often in body", "length to middle of body", "words"),
    *("capitals", "digits", "sentences", "commas", "quotes"),
    *named("mark", _CUES),
    *named("opener above", _OPENERS),
    *("short lines above", "short lines below", "prose lines above", "prose lines below"),
    *("cued lines above", "cued lines below"),
)
"""What is measured of a line, in order; its run are the lines between those of the body."""
MEASURES = (*OF_PAGE, *OF_LINE)
"""The columns of a row."""


def measured(
    units: Sequence[Unit], looks: Sequence[Look], labels: Labels, scores: Scores, model: Model
) -> tuple[list[int], list[list[float]]]:
    """The lines that are nearly of the body, and the measures of each."""
    body = [i for i, label in enumerate(labels) if label in BODY_LINES]
    if not body:
        return [], []
    first, last = body[0], body[-1]
    # A text that was copied by hand, or a forum's page, has other people's words right around the body's.
    before, behind = (REACH_BEFORE, REACH) if len(labels) > SHORT else (0, 2)
    begin, end = max(0, first - before), min(len(labels), last + behind)
    losses = _losses(scores[begin:end], model, labels[begin], labels[end] if end < len(labels) else None)
    paragraphs, headings = map(losses, BODY_LINES)
    found = [
        i
        for i, (paragraph, heading) in enumerate(zip(paragraphs, headings, strict=True), begin)
        if labels[i] in NOISE
        and -(UNSURE_BEFORE if i < first else UNSURE) <= paragraph >= heading
        and units[i].says.reason is None
    ]
    if not found:
        return [], []
    without = list(map(max, losses("between"), losses("after")))
    scored = _Scored(begin, paragraphs, headings, list(map(max, paragraphs, headings)), without)
    page = _Page(units, looks, labels, body, found, scored)
    whole = page.whole()
    return found, [[*whole, *page.line(i)] for i in found]


class _Scored(NamedTuple):
    """How much the labels lose with each of the lines that were scored as one or the other."""

    begin: int
    """The first of them."""
    paragraphs: Sequence[float]
    headings: Sequence[float]
    within: Sequence[float]
    """As either of these."""
    without: Sequence[float]
    """As none of the body."""


class _Page:
    """What the lines of a page that are looked at again are measured against."""

    def __init__(
        self,
        units: Sequence[Unit],
        looks: Sequence[Look],
        labels: Labels,
        body: Sequence[int],
        found: Sequence[int],
        scored: _Scored,
    ) -> None:
        self.units, self.looks, self.labels, self.body, self.scored = units, looks, labels, body, scored
        self.mass = [min(x.length, MOST) if x.prose else 0.0 for x in looks]
        lengths = sorted(looks[i].length for i in body)
        self.middle = lengths[len(lengths) // 2]
        asked = set().union(*[looks[i].content for i in found])
        self.said, _, self.keys = said_in(looks[i].content & asked for i in body)

    def whole(self) -> tuple[float, ...]:
        """The measures `OF_PAGE`."""
        looks, labels, body, count = self.looks, self.labels, self.body, len(self.labels)
        own, whole = sum(self.mass[i] for i in body), sum(self.mass)
        sure = [-self.scored.without[i - self.scored.begin] for i in body]
        first, last = body[0], body[-1]
        return (
            float(count),
            float(len(body)),
            len(body) / count,
            self.middle,
            own,
            own / (whole or 1.0),
            sum(looks[i].form.end in ('.', '."', "?", ":", "~") for i in body) / len(body),
            len(body) / (last + 1 - first),
            first / count,
            last / count,
            sum(labels[i] == "heading" for i in body) / len(body),
            float("published" in labels),
            float("byline" in labels),
            float("subtitle" in labels),
            whole,
            sum(looks[i].counted.digits > 0 for i in body) / len(body),
            sum(sure) / len(body),
            sum(x < 2.0 for x in sure) / len(body),
            float(sum(x > -2.0 for x in self.scored.within)),
        )  # fmt: skip

    def line(self, i: int) -> list[float]:
        """The measures `OF_LINE` of one of the lines."""
        units, looks, labels, body = self.units, self.looks, self.labels, self.body
        begin, paragraphs, headings, within, _ = self.scored
        end, count = begin + len(within), len(labels)
        at = bisect_left(body, i)
        start = body[at - 1] + 1 if at else max(begin, i - 2 * BESIDE)
        stop = body[at] if at < len(body) else min(end, i + 2 * BESIDE)
        run = within[start - begin : stop - begin]
        look = looks[i]
        shared = len(look.content & self.said)
        around = looks[max(0, i - BESIDE) : i], looks[i + 1 : i + 1 + BESIDE]
        return [
            paragraphs[i - begin],
            headings[i - begin],
            within[i - 1 - begin] if i > begin else -FAR,
            within[i + 1 - begin] if i + 1 < end else -FAR,
            max(run),
            sum(run) / len(run),
            *_line(units, looks, labels, i),
            *_line(units, looks, labels, i - 1),
            *_line(units, looks, labels, i + 1),
            looks[i - 2].length if i > 1 else -1.0,
            looks[i + 2].length if i + 2 < count else -1.0,
            float(i - body[0]),
            float(body[-1] - i),
            float(i - start) if at else FAR,
            float(stop - i) if at < len(body) else FAR,
            sum(self.mass[start:stop]),
            max(run[: i - start], default=0.0),
            float(shared),
            shared / len(look.content) if look.content else 0.0,
            float(len(look.content & self.keys)),
            look.length / self.middle,
            float(look.count),
            float(look.lean.capitals),
            *map(float, look.counted),
            *(cued(look.marks, _CUES) if look.marks else _NO_CUES),
            *_openers(looks[start:i]),
            *[float(sum(x.length < SHORT_LINE for x in part)) for part in around],
            *[float(sum(x.prose for x in part)) for part in around],
            *[float(sum(bool(x.cues) for x in part)) for part in around],
        ]  # fmt: skip


def _losses(scores: Scores, model: Model, first: str, following: str | None) -> Callable[[str], list[float]]:
    """A function of a label: how much worse the likeliest labels are with each unit as that."""
    own, ahead, back = totals_of(scores, model, first, following)
    best = max(a + b - s for a, b, s in zip(ahead[-1], back[-1], own[-1], strict=True))

    def losses(label: str) -> list[float]:
        k = model.labels.index(label)
        return [(a[k] + b[k] - s[k] - best) / UNIT for s, a, b in zip(own, ahead, back, strict=True)]

    return losses


def _openers(looks: Sequence[Look]) -> list[float]:
    """Whether a short one of some lines has a cue that opens a block, for each kind of block."""
    cues = {cue for look in looks if look.cues and look.length < OPENER for cue in look.cues}
    return [float(any(cue.startswith(kind) for cue in cues)) for kind in _OPENERS]


def _line(units: Sequence[Unit], looks: Sequence[Look], labels: Labels, i: int) -> tuple[float, ...]:
    """The measures `LOOKS` of a line; nothing of one beyond the page."""
    if not 0 <= i < len(units):
        return _NO_LINE
    look = looks[i]
    return (
        look.length,
        NUMBER_OF_END[look.form.end],
        look.lower / look.parts,
        look.common / look.count if look.count else 0.0,
        float(look.prose),
        float(min(units[i].gap, 4)),
        NUMBER_OF_LABEL[labels[i]],
        float(bool(look.cues)),
    )


def with_admitted(
    labels: Labels, found: Sequence[int], rows: Sequence[Sequence[float]], trees: Sequence[Any]
) -> list[LineLabel]:
    """`labels` with the lines of `found` that are of the body as paragraphs."""
    taken = [i for i, row in zip(found, rows, strict=True) if worth_of(row, trees) > LIKELY[labels[i]]]
    result = list(labels)
    for i in taken:
        result[i] = "paragraph"
    return placed(result) if taken else result
