"""Whether a text holds several articles: it names several authors, each above an article's worth of prose."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.authors import names_in, without_opener
from artparse.layout.units import Unit

LONGEST = 100
"""Code points of a line that may be a byline."""
PROSE = 80
"""Code points of a line, at least, that counts as prose."""
ARTICLE = 1200
"""Code points of prose, at least, under the byline of an article."""


def several_in(units: Sequence[Unit]) -> int:
    """The number of lines like `By Jane Doe` that an article's worth of prose follows up to the next."""
    count = 0
    prose = 0
    for unit in reversed(units):
        if len(unit.text) >= PROSE:
            prose += len(unit.text)
        elif len(unit.text) < LONGEST and _is_byline(unit.text):
            count += prose >= ARTICLE
            prose = 0
    return count


def _is_byline(text: str) -> bool:
    return text[:1].isupper() and without_opener(text)[1] and names_in(text)
