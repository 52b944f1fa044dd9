"""Which short lines of the body head a section, and which are paragraphs of it.

Both label models (see `web`) say of a line what it may be, each from pages of its own kind. A list of steps
and one of questions look alike to either; small trees weigh both in view of how the line and its neighbours
look, and of what lines that look like it are on the same page. They are learnt by
`training/layout/headings.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Any

from artparse.layout.body.web import Asked
from artparse.layout.labels import BODY_LINES, Labels, LineLabel, body_of
from artparse.layout.lines.look import NUMBER_OF_END, NUMBER_OF_OPENING, Look, cued
from artparse.layout.lines.units import Unit
from artparse.layout.models.opinion import Opinion
from artparse.trees import named, worth_of

LONGEST = 160
"""Letters of a line that may be a heading."""
MOST = 2_000
"""Lines of one body that are looked at: articles have fewer; the rest stay what the models say."""
SHORT_LINE = 60
"""Letters below which a line is short."""
FURTHEST = 15.0
"""No more is made of how far the first model is from the other choice."""
FAR = 30
"""Lines to the next likely heading, at most."""
TAKEN, KEPT = 0.4, -2.0
"""Log odds from which a line is a heading, and from which one stays it that the labels have as one."""
_CUES = ("kcaption", "krelated", "kadvert", "date", "label", "bullet", "names", "url")
_NO_CUES = (0.0,) * len(_CUES)
OF_PAGE = (
    *("lines of body", "middle length of body", "likely headings", "headings by web", "headings by news"),
    *("prose of body", "lines"),
)
"""What is measured of all of a page, in order."""
LOOKS = (*("length", "end", "prose", "heading by web", "heading by news", "label", "small letters", "odds"),)
"""What is measured of a line and of those beside it; of those two lines away the first `FEW`."""
FEW = 4
MEASURES = (
    *OF_PAGE,
    *LOOKS,
    *named("above", LOOKS),
    *named("below", LOOKS),
    *named("two above", LOOKS[:FEW]),
    *named("two below", LOOKS[:FEW]),
    *("words", "common words", "opening", "digits", "sentences", "commas", "quotes", "capitals"),
    "capitals of words",
    *named("mark", _CUES),
    *("gap", "gap below", "times", "again", "lines alike", "heading by web alike", "heading by news alike"),
    *("place in body", "lines to end of body", "to heading above", "to heading below"),
    *("short lines above", "short lines below", "length of next in body", "lines to next in body"),
)
"""The columns of a row."""
_NO_LINE = (-1.0,) * len(LOOKS)


def measured(
    units: Sequence[Unit],
    looks: Sequence[Look],
    labels: Labels,
    asked: Asked,
    web: Opinion,
) -> tuple[list[int], list[list[float]]]:
    """The lines of the body that are looked at, and the measures of each.

    `asked` has what the first model says, `web` what the second does.
    """
    body = body_of(labels)
    found = list(islice((i for i in body if looks[i].length <= LONGEST), MOST))
    if not found:
        return [], []
    page = _Page(units, looks, labels, asked, web, body)
    return found, [page.row(i) for i in found]


class _Page:
    """What the lines of a body are measured against."""

    def __init__(
        self,
        units: Sequence[Unit],
        looks: Sequence[Look],
        labels: Labels,
        asked: Asked,
        web: Opinion,
        body: Sequence[int],
    ) -> None:
        self.units, self.looks, self.labels = units, looks, labels
        self.odds, self.heads = web.within, web.heading
        heads = web.heading
        self.begin, self.first = asked.begin, asked.heads
        self.body = body
        self.at = {i: k for k, i in enumerate(body)}
        self.likely = [heads[i] > 0 or labels[i] == "heading" for i in body]
        self.times = Counter(look.text for look in looks)
        self.said: dict[str, int] = {}
        for i, look in enumerate(looks):
            self.said.setdefault(look.text, i)
        self.alike: dict[tuple[Any, ...], list[float]] = {}
        for i in body:
            count = self.alike.setdefault(_kind(looks[i]), [0.0, 0.0, 0.0])
            count[0] += 1
            count[1] += heads[i]
            count[2] += self.news(i)
        lengths = sorted(looks[i].length for i in body)
        count_ = len(body)
        self.whole = (  # `OF_PAGE`
            float(count_),
            lengths[count_ // 2],
            sum(self.likely) / count_,
            sum(heads[i] > 0 for i in body) / count_,
            sum(labels[i] == "heading" for i in body) / count_,
            sum(looks[i].prose for i in body) / count_,
            float(len(looks)),
        )

    def news(self, i: int) -> float:
        """How much likelier a heading than a paragraph a line is by the first model."""
        k = i - self.begin
        return max(-FURTHEST, min(FURTHEST, self.first[k])) if 0 <= k < len(self.first) else 0.0

    def line(self, i: int) -> tuple[float, ...]:
        """The measures `LOOKS` of a line; nothing of one beyond the text."""
        if not 0 <= i < len(self.looks):
            return _NO_LINE
        look = self.looks[i]
        return (
            look.length,
            NUMBER_OF_END[look.form.end],
            float(look.prose),
            self.heads[i],
            self.news(i),
            float(BODY_LINES.index(self.labels[i])) if self.labels[i] in BODY_LINES else 2.0,
            look.lower / look.parts,
            self.odds[i],
        )

    def row(self, i: int) -> list[float]:
        """The `MEASURES` of a line."""
        look, units = self.looks[i], self.units
        words = look.text.split()
        k = self.at[i]
        alike = self.alike[_kind(look)]
        following = self.body[k + 1] if k + 1 < len(self.body) else -1
        return [
            *self.whole,
            *self.line(i),
            *self.line(i - 1),
            *self.line(i + 1),
            *self.line(i - 2)[:FEW],
            *self.line(i + 2)[:FEW],
            float(look.count),
            look.common / look.count if look.count else 0.0,
            NUMBER_OF_OPENING.get(look.form.opening, -1.0),
            *map(float, look.counted),
            float(look.lean.capitals),
            sum(word[0].isupper() for word in words) / len(words),
            *(cued(look.marks, _CUES) if look.marks else _NO_CUES),
            float(min(units[i].gap, 4)),
            float(min(units[i + 1].gap, 4)) if i + 1 < len(units) else 0.0,
            float(self.times[look.text]),
            float(self.said[look.text] < i),
            alike[0],
            alike[1] / alike[0],
            alike[2] / alike[0],
            float(k),
            float(len(self.body) - k),
            float(self._far(k, -1)),
            float(self._far(k, 1)),
            float(self._run(k, -1)),
            float(self._run(k, 1)),
            self.looks[following].length if following >= 0 else -1.0,
            float(following - i) if following >= 0 else -1.0,
        ]

    def _far(self, k: int, step: int) -> int:
        """Lines of the body from the one of number `k` to the next likely heading."""
        for far in range(1, FAR):
            at = k + step * far
            if not 0 <= at < len(self.body):
                return FAR + 1
            if self.likely[at]:
                return far
        return FAR

    def _run(self, k: int, step: int) -> int:
        """Short lines of the body in a row beside the one of number `k`."""
        for far in range(1, FAR):
            at = k + step * far
            if not 0 <= at < len(self.body) or self.looks[self.body[at]].length >= SHORT_LINE:
                return far - 1
        return FAR


def _kind(look: Look) -> tuple[Any, ...]:
    """What lines have in common that look alike."""
    return (
        look.length < SHORT_LINE,
        look.length <= LONGEST,
        look.form.end,
        look.form.opening,
        look.lean.capitals,
    )


def with_heads(
    labels: Labels, found: Sequence[int], rows: Sequence[Sequence[float]], trees: Sequence[Any]
) -> list[LineLabel]:
    """`labels` with the lines of `found` as headings or paragraphs, by how likely each is a heading."""
    result = list(labels)
    for i, row in zip(found, rows, strict=True):
        least = KEPT if labels[i] == "heading" else TAKEN
        result[i] = "heading" if worth_of(row, trees) > least else "paragraph"
    return result
