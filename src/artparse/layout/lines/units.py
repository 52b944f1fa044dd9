"""Lines to units: a paragraph that was hard-wrapped is one unit again."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.article import Span
from artparse.layout.lines.facts import Fact, Facts, facts_of
from artparse.layout.lines.trails import headline_behind, home_in
from artparse.layout.lines.words import folded
from artparse.layout.lines.wrapping import (
    gaps_of,
    goes_on,
    lines_of,
    may_be_wrapped,
    odds_of_break,
    wrap_width,
)
from artparse.reading.document import Block, Hints
from artparse.values import dataclass, replace

TRUE_BREAK = 0.5
"""Log odds from which lines stay apart."""
REFRAIN = 4
"""Times that a short line has to come, long ones between them, for it to be a refrain."""
LEAST_TRAIL = 20
"""Code points of a line that may be a trail and a headline."""
MOST_TRAILS = 4
"""Lines of a text that are searched for a trail that runs into the headline: the first that may be one."""
LONGEST_REFRAIN = 80
"""Code points."""


@dataclass(frozen=True)
class Unit:
    """A paragraph, heading, menu entry, ...: what gets one label."""

    span: Span
    text: str
    """With white space folded."""
    gap: int
    """Number of line breaks before it."""
    hints: Hints
    breaks: tuple[float, ...] = ()
    """Of a paragraph that was hard-wrapped, the log odds of each of its line breaks being a true one."""

    @Fact
    def says(self) -> Facts:
        """What its words alone say."""
        return facts_of(self.text)


def units_of(text: str, blocks: Sequence[Block]) -> list[Unit]:
    """The units of `blocks`, in order, hard-wrapped lines joined, trail and headline on one line parted."""
    units = _joined(text, blocks)
    trails = [i for i, unit in enumerate(units) if len(unit.text) >= LEAST_TRAIL and home_in(unit.text)]
    for i in reversed(trails[:MOST_TRAILS]):
        units[i : i + 1] = _parted(text, units[i])
    return units


def _parted(text: str, unit: Unit) -> list[Unit]:
    """A unit that may begin with a trail: that, and the headline behind it, if there are both."""
    start, end = unit.span
    at = 0 if unit.hints.given else start + headline_behind(text[start:end], text)
    if at <= start:
        return [unit]
    return [
        replace(unit, span=(start, at), text=folded(text[start:at]), breaks=()),
        replace(unit, span=(at, end), text=folded(text[at:end]), gap=1),
    ]


def _joined(text: str, blocks: Sequence[Block]) -> list[Unit]:
    width = 0
    if may_be_wrapped(text, blocks):
        lines = list(lines_of(text, blocks))
        width = wrap_width(lines)
    if not width:
        return [
            Unit(span, folded(text[span[0] : span[1]]), gap, hints)
            for (span, hints), gap in zip(blocks, gaps_of(text, blocks), strict=True)
        ]
    spaced = sum(line.gap > 1 for line in lines) / len(lines)
    units: list[Unit] = []
    start = 0
    breaks: list[float] = []
    for i, line in enumerate(lines):
        if (
            i + 1 < len(lines)
            and blocks[i].hints == blocks[i + 1].hints
            and goes_on(line, lines[i + 1], width)
        ):
            odds = odds_of_break(lines, i, width, spaced)
            if odds < TRUE_BREAK:
                breaks.append(odds)
                continue
        span = (blocks[start].span[0], blocks[i].span[1])
        units.append(_unit(text, span, lines[start].gap, blocks[start], tuple(breaks)))
        start = i + 1
        breaks = []
    return units


def _unit(text: str, span: Span, gap: int, block: Block, breaks: tuple[float, ...] = ()) -> Unit:
    return Unit(span, folded(text[span[0] : span[1]]), gap, block.hints, breaks)


def heard(units: Sequence[Unit]) -> list[int]:
    """Indexes of the units that say something of where they stand.

    The others interrupt the text without being of it: signs without a letter or digit, and short lines that
    come again and again with long ones between them, such as the mark of an advert after each paragraph. (A
    headline may be said as often, but not all over the article.)
    """
    times: dict[str, int] = {}
    new: set[str] = set()
    for unit in units:
        if len(unit.text) > LONGEST_REFRAIN:
            new.clear()
        elif unit.text not in new:
            new.add(unit.text)
            times[unit.text] = times.get(unit.text, 0) + 1
    return [
        i
        for i, unit in enumerate(units)
        if times.get(unit.text, 0) < REFRAIN and (unit.text[0].isalnum() or any(map(str.isalnum, unit.text)))
    ]
