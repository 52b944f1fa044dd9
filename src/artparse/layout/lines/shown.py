"""What a picture shows, which copied pages say twice: once for those who do not see it, once below it.

The quay at dusk
The quay at dusk (Image: Jane Doe)
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.lines.authors import names_in
from artparse.layout.lines.pictures import is_credited
from artparse.layout.lines.units import Unit

BELOW = 2
"""Lines below one that may say the same again."""


def shows_picture(units: Sequence[Unit], i: int) -> bool:
    """Whether a line is said again right beside it, there or behind it whose the picture is."""
    text, beside = units[i].text, units[max(0, i - 1) : i + BELOW + 1]
    if sum(unit.text == text for unit in beside) > 1 or (i and _is_credited(text, units[i - 1].text)):
        return True
    return any(_is_credited(unit.text, text) for unit in beside)


def _is_credited(text: str, shown: str) -> bool:
    """Whether a line is another with whose the picture is behind it."""
    rest = text[len(shown) :].strip(" -–|") if text.startswith(shown) else ""
    return bool(rest) and (is_credited(rest) or names_in(rest))
