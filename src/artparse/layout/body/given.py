"""Text that its format says is the article's: JSON Lines of a crawler, with the title in a field of its own.

The labels learnt from pages, where a headline comes first and much else stands around the body. Here the
headline is mostly missing and nearly all is the body, so a line is of the article unless its words say
plainly what else it is. A field may still hold a page as it was copied; its lines tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.evidence.stated import Stated
from artparse.layout.labels import BODY, Labels, LineLabel
from artparse.layout.lines.look import BULLET
from artparse.layout.lines.units import Unit

LONGEST_SCRAP = 60
"""Code points of a line that may be a menu's or a share line; longer ones are of the article."""
LONGEST_TITLE = 400
"""Code points of a line that may be the title."""
LONGEST_RIGHTS = 100
"""Code points of a line that says whose the text is."""
MOST_SCRAPS = 0.5
"""Share of short lines outside the body, at most, of a text that is an article's and no page's."""


def is_given(units: Sequence[Unit], labels: Labels, stated: Stated) -> bool:
    """Whether a text that should be the article's alone is: not half scraps, and without the title in it."""
    if any(len(unit.text) <= LONGEST_TITLE and unit.says.plain in stated.titles for unit in units):
        return False
    left = [unit for unit, label in zip(units, labels, strict=True) if label not in BODY]
    return sum(map(_is_scrap, left)) <= MOST_SCRAPS * len(units)


def of_article(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels` of an article's own text: what is not plainly something else is of the body."""
    return [
        label
        if label in BODY or unit.hints.given == "metadata" or _is_else(unit, label)
        else "heading"
        if _is_scrap(unit) and not BULLET.match(unit.text) and _goes_on(units, i)
        else "paragraph"
        for i, (unit, label) in enumerate(zip(units, labels, strict=True))
    ]


def _is_scrap(unit: Unit) -> bool:
    return len(unit.text) <= LONGEST_SCRAP and not unit.says.is_ended


def _goes_on(units: Sequence[Unit], i: int) -> bool:
    """Whether what follows a line is no such short line, so that it may head that."""
    return i + 1 < len(units) and not _is_scrap(units[i + 1])


def _is_else(unit: Unit, label: LineLabel) -> bool:
    """Whether a line outside the body is plainly not of the article: a share line, a notice, a credit."""
    text = unit.text
    if not any(map(str.isalnum, text)) or unit.says.notice:
        return True
    if "©" in text and len(text) <= LONGEST_RIGHTS:
        return True
    return _is_scrap(unit) and (label in ("byline", "published") or unit.says.reason is not None)
