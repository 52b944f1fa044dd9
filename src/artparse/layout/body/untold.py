"""Lines that were left out though nothing told that they are not of the article.

A share line, a notice, a caption say what they are; teasers and notes behind an article stand below a line
that does. Whole sentences right above the body or right behind it, and all lines in it, of which none of that
is true are left out by their looks and their place alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.labels import NOISE, Labels, body_of
from artparse.layout.lines.look import PROSE
from artparse.layout.lines.units import Unit
from artparse.values import NamedTuple

LEAST_WORDS, LEAST_SMALL = 8, 0.45
"""Words of a whole sentence, at least, and the share of them that are in small letters."""
BEHIND = 5
"""Lines right behind the body that are looked at, at most."""


class Untold(NamedTuple):
    """Words of such lines."""

    sentences: int
    """Of whole sentences."""
    lines: int
    """Of all."""


def untold_in(units: Sequence[Unit], labels: Labels) -> Untold:
    """The words of such lines: between the headline and the body, in it, and right behind it."""
    body = body_of(labels)
    if not body:
        return Untold(0, 0)
    first, last = body[0], body[-1]
    title = labels.index("title") if "title" in labels else first
    end = next((i for i in range(last + 1, len(units)) if i > last + BEHIND or _opens(units[i])), len(units))
    left = [
        i for i in range(min(title, first) + 1, end) if labels[i] in NOISE and units[i].says.reason is None
    ]
    said = [i for i in left if _is_sentence(units[i])]
    lines = [i for i in left if i in said or (first < i < last and not units[i].says.dates)]
    return Untold(*(sum(units[i].says.look.parts for i in part) for part in (said, lines)))


def _opens(unit: Unit) -> bool:
    """Whether a line says what it is, and with that what stands below it: `Related posts`."""
    return unit.says.plainly is not None and len(unit.text) < PROSE


def _is_sentence(unit: Unit) -> bool:
    look = unit.says.look
    return unit.says.is_ended and look.parts >= LEAST_WORDS and look.lower >= LEAST_SMALL * look.parts
