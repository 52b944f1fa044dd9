"""Whether a text was hard-wrapped, and which of its line breaks are true ones.

A break where the next line's first word had fitted is a true one. Of the others most were made by wrapping;
a headline, a byline or a paragraph's end that fills its line is told from those by small trees over how the
two lines look: the ends they meet with, what is common in them, how full they are, what stands around them.
They are learnt by `training/layout/wrapping.py` from texts that it wraps itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from artparse.data import load
from artparse.layout.lines.languages import all_common_words
from artparse.layout.lines.words import words_of
from artparse.patterns import pattern
from artparse.reading.document import Block
from artparse.trees import named, worth_of
from artparse.values import NamedTuple

WIDEST_WRAP = 100
"""Columns; text with longer lines was not wrapped by hand or by a mail program."""
NEARLY_FULL = 0.75
"""Share of the width that a line has to fill for it to tell whether the text was wrapped."""
WITHIN = -9.0
"""Log odds of a break before a small letter being a true one."""

LONGEST_MOMENT = 50
"""Code points of a line with a date and a time that stands by itself: `Stand: 08.07.2026, 05:00 Uhr`."""

_MOMENT = pattern(r"\d{1,2}([./])\d{1,2}\1\d{2,4}\D+\d{1,2}[:.]\d\d\b")
_MARKERS = frozenset("-*•–▪·‣◦")
_SENTENCE_ENDS = frozenset(".!?。！？")
_QUOTES = frozenset("\"'”’»«“‘」』")


class Line(NamedTuple):
    """How a block lies on the page."""

    text: str
    """Its beginning, where it is longer than a wrapped line can be."""
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


def lines_of(text: str, blocks: Sequence[Block]) -> Iterator[Line]:
    """How each block lies on the page."""
    end = 0
    for block, gap in zip(blocks, gaps_of(text, blocks), strict=True):
        start = block.span[0]
        broken = max(text.rfind("\n", end, start), text.rfind("\r", end, start))
        column = start - broken - 1 if broken >= 0 else start - end
        end = block.span[1]
        head = text[start : min(end, start + WIDEST_WRAP)]
        # Programs wrap at plain spaces only.
        first = len(head.replace("\t", " ").partition(" ")[0])
        yield Line(
            text=head,
            column=column,
            length=column + end - start,
            gap=gap,
            first=first,
            whole=first == len(head),
            item=head[0] in _MARKERS and head[1:2].isspace(),
            marked=bool(block.hints.tag),
        )


def gaps_of(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """The number of line breaks before each block."""
    end = 0
    for block in blocks:
        start = block.span[0]
        # Of one character there is no need to count.
        yield 1 if start == end + 1 else text.count("\n", end, start) or text.count("\r", end, start) or 1
        end = block.span[1]


WORDS = ("words", "small letters", "capitals of words", "common words", "digits", "stops")
"""What is measured of a line's words: their number, shares of them, of digits, and its commas and stops."""
MEASURES = (
    *("room left", "length of next word", "length below", "full above", "gap", "full below", "gap below"),
    *("end", "end below", "opening below", "last word has a capital", "last word is common"),
    "next word is common",
    *WORDS,
    *named("below", WORDS),
    "lines behind a blank one",
)
"""What is measured of the break behind a line, in order."""


def wrap_width(lines: Sequence[Line]) -> int:
    """The column at which the text was wrapped, 0 where it was not.

    In a wrapped text no line of several words is longer, and most lines that are about as long have no room
    for the first word of the next, the more so where that has a small letter. Longer lines of one word are
    addresses, and few, unless the script has no spaces.
    """
    width = max((line.length for line in lines if not line.whole), default=0)
    if not 40 <= width <= WIDEST_WRAP:
        return 0
    full = small = loose = 0
    unspaced = sum(line.whole and line.length > width for line in lines)
    for line, following in pairwise(lines):
        if following.gap == 1 and line.length > NEARLY_FULL * width and not line.whole:
            if line.length + 1 + following.first > width:
                full += 1
                small += following.text[0].islower()
            else:
                loose += 1
    return width if full > max(2, unspaced) and full + 2 * small > 2 * loose else 0


def goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether the next line may belong to the same paragraph: its first word did not fit on this one."""
    return (
        following.gap == 1
        and line.length + 1 + following.first > width
        and not following.item
        and (following.column <= line.column or line.item)
        and not line.marked
    )


def odds_of_break(lines: Sequence[Line], i: int, width: int, spaced: float) -> float:
    """Log odds that the break behind a full line is a true one; `spaced` is the share of lines behind a
    blank one.
    """
    following = lines[i + 1].text
    if following[0].islower():
        return WITHIN
    if len(following) <= LONGEST_MOMENT and _MOMENT.search(following):
        return -WITHIN
    return worth_of(measured(lines, i, width, spaced), load("wrap_model"))


def measured(lines: Sequence[Line], i: int, width: int, spaced: float) -> list[float]:
    """The `MEASURES` of a break behind a full line, which tell one made by wrapping from a true one."""
    line, following = lines[i], lines[i + 1]
    third = lines[i + 2] if i + 2 < len(lines) else None
    start = following.text[0]
    last = line.text.rsplit(None, 1)[-1]
    opening = following.text.split(None, 1)[0]
    return [
        width - line.length,
        following.first,
        following.length,
        i > 0 and line.gap == 1 and lines[i - 1].length + 1 + line.first > width,
        line.gap,
        third is not None and third.gap == 1 and following.length + 1 + third.first > width,
        third.gap if third else 9,
        _end(line.text),
        _end(following.text),
        1 if start.isupper() else 2 if start.isdigit() else 3 if start in _QUOTES else 0,
        last[0].isupper(),
        last in all_common_words(),
        opening.lower() in all_common_words(),
        *_words(line.text),
        *_words(following.text),
        spaced,
    ]


def _end(text: str) -> int:
    """The kind of a line's last character."""
    end = text[-1]
    if end in _SENTENCE_ENDS:
        return 6
    if end in _QUOTES:
        return 5 if text[-2:-1] in _SENTENCE_ENDS else 4
    return 0 if end.isalpha() else 1 if end in ",;" else 3 if end.isdigit() else 7 if end == ":" else 2


def _words(text: str) -> tuple[float, ...]:
    """The measures `WORDS` of a line."""
    parts = text.split()
    words = words_of(text)
    return (
        len(parts),
        sum(map(str.islower, parts)) / len(parts),
        sum(word[0].isupper() for word in parts) / len(parts),
        sum(map(all_common_words().__contains__, words)) / (len(words) or 1),
        sum(map(str.isdigit, text)) / len(text),
        text.count(",") + text.count("."),
    )
