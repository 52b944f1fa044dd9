"""A forum's thread in a text: posts that count (`14 Jan 2026 #2`), the first of which is the article.

What is said below the first post is said in reply: it is a comment, and who says it is no author.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.lines.units import Unit
from artparse.patterns import pattern

LONGEST = 60
"""Code points of the line that counts a post."""
ABOVE = 3
"""Lines above it that may say who wrote the post, and when."""
LONGEST_NAME = 40
"""Code points of such a line."""

_COUNTED = pattern(r"(?:.*\s)?#(\d{1,5})\s*$", signs="#")


def replies_in(units: Sequence[Unit]) -> int:
    """The first line of the second post; the number of units where there is no thread."""
    last, found = 0, len(units)
    for i, unit in enumerate(units):
        if len(unit.text) > LONGEST or not (match := _COUNTED.match(unit.text)) or not _is_dated(units, i):
            continue
        if last and int(match[1]) == last + 1 and found == len(units):
            found = i
        last = int(match[1])
    while found < len(units) and found and _names_poster(units[found - 1]) and not _ends(units, found):
        found -= 1
    return found


def _is_dated(units: Sequence[Unit], i: int) -> bool:
    """Whether the line that counts a post, or one right above it, has a date."""
    return any(unit.says.dates for unit in units[max(0, i - ABOVE) : i + 1])


def _names_poster(unit: Unit) -> bool:
    return len(unit.text) <= LONGEST_NAME and not unit.says.is_sentence


def _ends(units: Sequence[Unit], found: int) -> bool:
    """Whether the line above one is a button of the post before it: `Like Quote Reply`."""
    return units[found - 1].says.reason in ("share", "comment")
