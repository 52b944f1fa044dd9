"""Single quotation marks, paired: inside what the double ones left whole.

In: a passage's marks and the pairs of double ones. Out: the pairs, and an opening mark that goes on into the
next passage. An apostrophe is far more common than a single quotation mark: 'em, the dogs' home, '90s.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from artparse.patterns import pattern
from artparse.quotes.speech.doubles import BEFORE_OPENING, Mark, Pair

ELIDED = pattern(
    r"(?:em|til|till|cause|tis|twas|twill|n|round|bout|cos|coz|ere|nuff|\d\ds?|d|s|t|ll|re|ve|m)\b", re.I
)
"""What an apostrophe opens."""
WEAK_ENDINGS = ("s", "in", "z", "x", "S")
"""Behind these a mark may be an apostrophe: "the dogs' home", "nothin'"."""
SINGLES = "'‘’‚‛"
NEAR = 3
"""Among so many double pairs before a mark the one around it is looked for."""


def pair_singles(
    text: str, start: int, end: int, marks: list[Mark], doubles: list[Pair], goes_on: bool
) -> tuple[list[Pair], Mark | None]:
    """Pairs of single marks, and where `goes_on`, the last opening mark that nothing sure closes."""
    singles = [(at, mark) for at, mark in marks if mark in SINGLES]
    if not singles:
        return [], None
    left: Mark | None = None
    pairs: list[Pair] = []
    bounds = sorted(doubles)
    position = 0
    while position < len(singles):
        at, mark = singles[position]
        position += 1
        if not _single_opens(text, start, end, at, mark):
            continue
        inside = _around(bounds, at)
        closing, weak = _closing_of(text, start, end, singles, position, mark, bounds, inside)
        if closing < 0 and goes_on and inside is None:
            left = (at, mark)
            continue
        closing = closing if closing >= 0 else weak
        if closing >= 0:
            pairs.append(Pair(at, singles[closing][0], mark, True))
            position = closing + 1
            left = None
    return pairs, left


def _closing_of(
    text: str,
    start: int,
    end: int,
    singles: list[Mark],
    position: int,
    mark: str,
    bounds: list[Pair],
    inside: Pair | None,
) -> tuple[int, int]:
    """The number of the mark from `position` on that closes a stretch which `mark` opened, or -1; and of the
    first that may do so, but may as well be an apostrophe, or -1.
    """
    limit, weak = inside[1] if inside else end, -1
    for later in range(position, len(singles)):
        where, closer = singles[later]
        if where >= limit:
            break
        if closer == "‚" or _around(bounds, where) != inside:
            continue
        if _single_opens(text, start, end, where, closer) and not (mark == "‘" and closer == "'"):
            break
        if (closer == "‘" and mark != "‚") or text[where - 1].isspace():
            continue
        if not _is_weak(text, where, end):
            return later, weak
        weak = later if weak < 0 else weak
    return -1, weak


def _around(bounds: list[Pair], at: int) -> Pair | None:
    """The innermost pair of doubles around `at` (`bounds` sorted)."""
    low = bisect_left(bounds, at, key=lambda pair: pair.opened)
    for pair in reversed(bounds[max(0, low - NEAR) : low]):
        if pair.closed > at:
            return pair
    return None


def _single_opens(text: str, start: int, end: int, at: int, mark: str) -> bool:
    """Whether a single mark may open a stretch."""
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
