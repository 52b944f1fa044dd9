"""Single quotation marks, paired: inside what the double ones left whole.

In: a passage's marks and the pairs of double ones. Out: the pairs, and an opening mark that goes on into the
next passage. An apostrophe is far more common than a single quotation mark: 'em, the dogs' home, '90s.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from artparse.patterns import pattern
from artparse.quotes.speech.doubles import BEFORE_OPENING, Mark, Pair
from artparse.values import NamedTuple

ELIDED = pattern(
    r"(?:em|til|till|cause|tis|twas|twill|n|round|bout|cos|coz|ere|nuff|\d\ds?|d|s|t|ll|re|ve|m)\b", re.I
)
"""What an apostrophe opens."""
WEAK_ENDINGS = ("s", "in", "z", "x", "S")
"""Behind these a mark may be an apostrophe: "the dogs' home", "nothin'"."""
SINGLES = "'‘’‚‛"
NEAR = 3
"""Among so many double pairs before a mark the one around it is looked for."""


class Singles(NamedTuple):
    """The single marks of a passage, and the pairs of double ones there."""

    text: str
    start: int
    end: int
    """The passage, in code points."""
    marks: list[Mark]
    doubles: list[Pair]
    """Sorted."""


def pair_singles(
    text: str, start: int, end: int, marks: list[Mark], doubles: list[Pair], goes_on: bool
) -> tuple[list[Pair], Mark | None]:
    """Pairs of single marks, and where `goes_on`, the last opening mark that nothing sure closes."""
    singles = [(at, mark) for at, mark in marks if mark in SINGLES]
    if not singles:
        return [], None
    passage = Singles(text, start, end, singles, sorted(doubles))
    left: Mark | None = None
    pairs: list[Pair] = []
    number = 0
    while number < len(singles):
        at, mark = singles[number]
        if not _opens(passage, at, mark):
            number += 1
            continue
        inside = _around(passage.doubles, at)
        closing, weak = _closing_of(passage, number, inside)
        number += 1
        if closing < 0 and goes_on and inside is None:
            left = (at, mark)
            continue
        closing = closing if closing >= 0 else weak
        if closing >= 0:
            pairs.append(Pair(at, singles[closing][0], mark, True))
            number = closing + 1
            left = None
    return pairs, left


def _closing_of(passage: Singles, number: int, inside: Pair | None) -> tuple[int, int]:
    """Which mark closes the stretch that mark `number` opens, inside a pair of doubles or not; or -1.

    And the first that may do so, but may as well be an apostrophe; or -1.
    """
    mark, text = passage.marks[number][1], passage.text
    limit, weak = inside[1] if inside else passage.end, -1
    for later in range(number + 1, len(passage.marks)):
        where, closer = passage.marks[later]
        if where >= limit:
            break
        if closer == "‚" or _around(passage.doubles, where) != inside:
            continue
        if _opens(passage, where, closer) and not (mark == "‘" and closer == "'"):
            break
        if (closer == "‘" and mark != "‚") or text[where - 1].isspace():
            continue
        if not _is_weak(text, where, passage.end):
            return later, weak
        weak = later if weak < 0 else weak
    return -1, weak


def _around(doubles: list[Pair], at: int) -> Pair | None:
    """The innermost pair of doubles around `at`."""
    low = bisect_left(doubles, at, key=lambda pair: pair.opened)
    for pair in reversed(doubles[max(0, low - NEAR) : low]):
        if pair.closed > at:
            return pair
    return None


def _opens(passage: Singles, at: int, mark: str) -> bool:
    """Whether a single mark may open a stretch."""
    text, start, end, *_ = passage
    if at + 1 >= end or mark == "’":
        return False
    before, after = text[at - 1] if at > start else " ", text[at + 1]
    if not (before.isspace() or before in BEFORE_OPENING or before in '“"«„,'):
        return False
    if not (after.isalnum() or after in '[$£€#@“"….'):
        return False
    return not ELIDED.match(text, at + 1, end) or (mark == "‘" and not after.isdigit())


def _is_weak(text: str, at: int, end: int) -> bool:
    """Whether the mark may as well be the apostrophe of a plural possessive or a dropped letter."""
    after = text[at + 1 : at + 3] if at + 2 < end else ""
    if len(after) < 2 or not (after[0].isspace() and after[1].isalnum()):
        return False
    return text[max(0, at - 2) : at].endswith(WEAK_ENDINGS)
