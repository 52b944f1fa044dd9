"""How a line and those beside it look, and how much of it the body says again.

These are measures of the trees that weigh two models' word on long texts (`web`): what tells a caption or a
teaser among paragraphs from a short paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from artparse.layout.labels import BODY_LINES, Labels
from artparse.layout.lines.look import NUMBER_OF_END, NUMBER_OF_OPENING, Look, cued
from artparse.layout.lines.units import Unit
from artparse.trees import named

CUES = (
    *("kcaption", "krelated", "kadvert", "kbyline", "kshare", "kfooter"),
    *("date", "names", "url", "label", "bullet", "time"),
)
"""Kinds of marks that are looked for."""
MOST_GAP = 4
"""Line feeds above a line that count, at most."""
LOOKS = (*named("mark", CUES), "end", "opening", "length", "prose", "words")
"""What is measured of a line and of those beside it, in order."""
MEASURES = (
    *LOOKS,
    *named("above", LOOKS),
    *named("below", LOOKS),
    *("gap", "gap below", "capitals of words", "times", "digits", "sentences", "commas", "quotes"),
    "capitals",
    *("words in body", "words twice in body", "words in title", "title in words"),
)
"""What is measured of a line, in order."""
_NO_CUES = (0.0,) * len(CUES)
_NO_LINE = (-1.0,) * len(LOOKS)


class Beside:
    """What the lines of a text are measured against."""

    def __init__(self, units: Sequence[Unit], looks: Sequence[Look], labels: Labels) -> None:
        self.units, self.looks, self.labels = units, looks, labels
        self.times = Counter([look.text for look in looks])
        self.said: Counter[str] = Counter()
        for look, label in zip(looks, labels, strict=True):
            if label in BODY_LINES:
                self.said.update(look.content)
        self.title = looks[labels.index("title")].content if "title" in labels else set()

    def line(self, i: int) -> tuple[float, ...]:
        """The `MEASURES` of a line."""
        look, units = self.looks[i], self.units
        words = look.text.split()
        own = self.labels[i] in BODY_LINES
        content = look.content
        again = [self.said[word] - own for word in content]
        count = len(content) or 1
        titled = len(content & self.title)
        return (
            *self._look(i),
            *self._look(i - 1),
            *self._look(i + 1),
            float(min(units[i].gap, MOST_GAP)),
            float(min(units[i + 1].gap, MOST_GAP)) if i + 1 < len(units) else 0.0,
            sum([word[0].isupper() for word in words]) / len(words),
            float(self.times[look.text]),
            *map(float, look.counted),
            float(look.lean.capitals),
            sum([x > 0 for x in again]) / count,
            sum([x > 1 for x in again]) / count,
            titled / count,
            titled / (len(self.title) or 1),
        )

    def _look(self, i: int) -> tuple[float, ...]:
        """The measures `LOOKS`; nothing of a line beyond the text."""
        if not 0 <= i < len(self.looks):
            return _NO_LINE
        look = self.looks[i]
        return (
            *(cued(look.marks, CUES) if look.marks else _NO_CUES),
            NUMBER_OF_END[look.form.end],
            NUMBER_OF_OPENING.get(look.form.opening, -1.0),
            look.length,
            float(look.prose),
            float(look.count),
        )
