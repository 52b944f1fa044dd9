"""Lines to units: a paragraph that was hard-wrapped is one unit again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from artparse.article import Span
from artparse.reading.document import Block, Hints

WIDEST_WRAP = 100
"""Columns; text with longer lines was not wrapped by hand or by a mail program."""
FULL_SHARE = 0.6
"""Share of the lines before another line that must be full in a wrapped text."""

REFRAIN = 4
"""Times that a short line has to come for it to be a refrain."""
LONGEST_REFRAIN = 80
"""Code points."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, heading, menu entry, ...: what gets one label."""

    span: Span
    text: str
    """With white space folded."""
    gap: int
    """Number of line breaks before it."""
    hints: Hints


def units_of(text: str, blocks: Sequence[Block]) -> list[Unit]:
    """The units of `blocks`, in order, hard-wrapped lines joined."""
    gaps = [text.count("\n", a, b) or 1 for a, b in _between(blocks)]
    width = wrap_width(text, blocks, gaps)
    units: list[Unit] = []
    start = 0
    for i, block in enumerate(blocks):
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if width and following and gaps[i + 1] == 1 and block.hints == following.hints:
            if _is_full(text, block, following, width):
                continue
        span = (blocks[start].span[0], block.span[1])
        units.append(Unit(span, " ".join(text[span[0] : span[1]].split()), gaps[start], blocks[start].hints))
        start = i + 1
    return units


def wrap_width(text: str, blocks: Sequence[Block], gaps: Sequence[int]) -> int:
    """The column at which the text was wrapped, 0 where it was not."""
    if not blocks:
        return 0
    width = max(b.span[1] - b.span[0] for b in blocks)
    if not 40 <= width <= WIDEST_WRAP:
        return 0
    full = [
        _is_full(text, a, b, width)
        for a, b, gap in zip(blocks, blocks[1:], gaps[1:], strict=False)
        if gap == 1
    ]
    return width if len(full) > 2 and sum(full) > FULL_SHARE * len(full) else 0


def _is_full(text: str, block: Block, following: Block, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    start, end = following.span
    word = text[start : min(end, start + width)].split(maxsplit=1)[0]
    return block.span[1] - block.span[0] + 1 + len(word) > width


def _between(blocks: Sequence[Block]) -> list[Span]:
    ends = [0, *(b.span[1] for b in blocks)]
    return [(end, b.span[0]) for end, b in zip(ends, blocks, strict=False)]


def heard(units: Sequence[Unit]) -> list[int]:
    """Indexes of the units that say something of where they stand.

    The others interrupt the text without being of it: signs without a letter or digit, and short lines that
    come again and again, such as the mark of an advert after each paragraph.
    """
    lines: dict[str, int] = {}
    for unit in units:
        if len(unit.text) <= LONGEST_REFRAIN:
            lines[unit.text] = lines.get(unit.text, 0) + 1
    return [
        i
        for i, unit in enumerate(units)
        if lines.get(unit.text, 0) < REFRAIN and any(map(str.isalnum, unit.text))
    ]
