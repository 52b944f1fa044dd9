"""Headings that count: `1. Start slowly`, some paragraphs, `2. Wear old shoes`, as in lists of tips."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.labels import BODY_LINES, Labels, LineLabel
from artparse.layout.lines.units import Unit
from artparse.patterns import pattern

LONGEST = 90
"""Code points of such a heading."""
LEAST = 3
"""Headings in a row that make the numbers mean something."""
FOLLOWED = 0.6
"""Share of them with a sentence right behind, or behind a line, at least."""
FARTHEST = 25
"""Units from one to the next, at most."""
OFBODY = 0.1
"""Share of the lines from the first to the last that the labels have in the body, at least."""

_NUMBERED = pattern(r"(\d{1,2})[.)]\s+(?=\S)")


def with_numbered(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where short lines that count from one, with sentences between them, are headings."""
    result = list(labels)
    found = _row(units)
    if len(found) < LEAST:
        return result
    lines = range(found[0], found[-1] + 1)
    if sum(labels[i] in BODY_LINES for i in lines) < OFBODY * len(lines):
        return result
    behind = found[-1] + 1 + (units[found[-1] + 1].says.plainly == "caption")
    end = next((i for i in range(behind, len(units)) if not _is_sentence(units[i])), len(units))
    for i in range(found[0], end):
        if i in found:
            result[i] = "heading"
        elif i - 1 in found and units[i].says.plainly == "caption":
            result[i] = "between"
        elif _is_sentence(units[i]) and (i <= behind or labels[i] in BODY_LINES):
            result[i] = "paragraph"
    return result


def _row(units: Sequence[Unit]) -> list[int]:
    """The units that count from one, most with a sentence right behind; empty where there are no such."""
    found: list[int] = []
    followed = 0
    for i, unit in enumerate(units[:-1]):
        if len(unit.text) > LONGEST or unit.text[-1] == "." or not (match := _NUMBERED.match(unit.text)):
            continue
        number = int(match[1])
        if number == 1 and len(found) < LEAST:
            found, followed = [], 0
        near = not found or i - found[-1] <= FARTHEST
        if number == len(found) + 1 and near:
            found.append(i)
            followed += any(map(_is_sentence, _behind(units, i)))
    return found if followed >= FOLLOWED * len(found) else []


def _behind(units: Sequence[Unit], i: int) -> Sequence[Unit]:
    """The line behind a heading, and the next if it is another: a picture's credit may stand between."""
    return units[i + 1 : i + (2 if _NUMBERED.match(units[i + 1].text) else 3)]


def _is_sentence(unit: Unit) -> bool:
    return unit.says.is_sentence and not _NUMBERED.match(unit.text)
