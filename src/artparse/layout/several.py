"""Whether a text holds several articles: it names several authors, each above an article's worth of prose."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.authors import authors_of, names_in, without_opener
from artparse.layout.units import Unit

PROSE = 80
"""Code points of a line, at least, that counts as prose; a shorter one may be a byline."""
ARTICLE = 1200
"""Code points of prose, at least, under the byline of an article."""
SHARE = 0.4
"""Of the longest article's prose, what the others have at least."""


def several_in(units: Sequence[Unit]) -> int:
    """How many authors have a line like `By Jane Doe` with an article's worth of prose up to the next.

    What is much shorter than the longest is a teaser or a comment on it.
    """
    longest: dict[frozenset[str], int] = {}
    prose = 0
    for unit in reversed(units):
        if len(unit.text) >= PROSE:
            prose += len(unit.text)
        elif prose and unit.text[0].isupper() and (authors := _authors(unit.text)):
            longest[authors] = max(prose, longest.get(authors, 0))
            prose = 0
    least = max([ARTICLE, *(SHARE * length for length in longest.values())])
    return sum(length >= least for length in longest.values())


def _authors(text: str) -> frozenset[str]:
    """The persons of a byline; none where the line is no byline."""
    is_byline = without_opener(text)[1] and names_in(text)
    return frozenset(authors_of(text)) if is_byline else frozenset()
