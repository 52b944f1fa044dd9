"""Lines to units: a paragraph that was hard-wrapped is one unit again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from artparse.article import Span
from artparse.layout.words import folded
from artparse.reading.document import Block, Hints

WIDEST_WRAP = 100
"""Columns; text with longer lines was not wrapped by hand or by a mail program."""
NEARLY_FULL = 0.75
"""Share of the width that a line has to fill for it to tell whether the text was wrapped."""
REFRAIN = 4
"""Times that a short line has to come, long ones between them, for it to be a refrain."""
LONGEST_REFRAIN = 80
"""Code points."""

_MARKERS = frozenset("-*•–▪·‣◦")


class Unit(NamedTuple):
    """A paragraph, heading, menu entry, ...: what gets one label."""

    span: Span
    text: str
    """With white space folded."""
    gap: int
    """Number of line breaks before it."""
    hints: Hints


def units_of(text: str, blocks: Sequence[Block]) -> list[Unit]:
    """The units of `blocks`, in order, hard-wrapped lines joined."""
    if not may_be_wrapped(text, blocks):
        return [
            Unit(block.span, folded(text[slice(*block.span)]), gap, block.hints)
            for block, gap in zip(blocks, _gaps(text, blocks), strict=True)
        ]
    lines = list(_lines(text, blocks))
    width = wrap_width(lines)
    units: list[Unit] = []
    start = 0
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        if (
            width
            and following
            and blocks[i].hints == blocks[i + 1].hints
            and _goes_on(line, following, width)
        ):
            continue
        span = (blocks[start].span[0], blocks[i].span[1])
        units.append(_unit(text, span, lines[start].gap, blocks[start]))
        start = i + 1
    return units


def _unit(text: str, span: Span, gap: int, block: Block) -> Unit:
    return Unit(span, folded(text[span[0] : span[1]]), gap, block.hints)


def _gaps(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """The number of line breaks before each block."""
    end = 0
    for block in blocks:
        start = block.span[0]
        yield text.count("\n", end, start) or text.count("\r", end, start) or 1
        end = block.span[1]


class Line(NamedTuple):
    """How a block lies on the page."""

    column: int
    """Columns before it."""
    length: int
    """Columns from the line's start to the block's end."""
    gap: int
    """Number of line breaks before it."""
    first: int
    """Columns of its first word."""
    whole: bool
    """Whether it has one word only, which no program could wrap."""
    item: bool
    """Whether it opens with a list's marker."""
    marked: bool
    """Whether the format tells of the block, so that it is no line of a wrapped paragraph."""


def may_be_wrapped(text: str, blocks: Sequence[Block]) -> bool:
    """Whether no line is longer than a wrapped one can be, but for a word."""
    return not any(
        b.span[1] - b.span[0] > WIDEST_WRAP and " " in text[b.span[0] : b.span[0] + WIDEST_WRAP]
        for b in blocks
    )


def wrap_width(lines: Sequence[Line]) -> int:
    """The column at which the text was wrapped, 0 where it was not.

    In a wrapped text no line of several words is longer, and nearly every line that is about as long has no
    room for the first word of the next.
    """
    width = max((line.length for line in lines if not line.whole), default=0)
    if not 40 <= width <= WIDEST_WRAP:
        return 0
    full = loose = 0
    for line, following in pairwise(lines):
        if following.gap == 1 and line.length > NEARLY_FULL * width and not line.whole:
            if line.length + 1 + following.first > width:
                full += 1
            else:
                loose += 1
    return width if full > 2 and full > 2 * loose else 0


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether the next line belongs to the same paragraph: its first word did not fit on this one."""
    return (
        following.gap == 1
        and line.length + 1 + following.first > width
        and not following.item
        and (following.column <= line.column or line.item)
        and not line.marked
    )


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[Line]:
    end = 0
    for block, gap in zip(blocks, _gaps(text, blocks), strict=True):
        start = block.span[0]
        broken = max(text.rfind("\n", end, start), text.rfind("\r", end, start))
        column = start - broken - 1 if broken >= 0 else start - end
        end = block.span[1]
        head = text[start : min(end, start + WIDEST_WRAP)]
        # Programs wrap at plain spaces only.
        first = len(head.replace("\t", " ").partition(" ")[0])
        yield Line(
            column=column,
            length=column + end - start,
            gap=gap,
            first=first,
            whole=first == len(head),
            item=head[0] in _MARKERS and head[1:2].isspace(),
            marked=bool(block.hints.tag),
        )


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
