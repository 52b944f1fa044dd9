"""The first line of a body that is nothing but names: who wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.labels import BODY_LINES, Labels, LineLabel, first_of, placed
from artparse.layout.lines.units import Unit
from artparse.names.persons import is_person

BELOW = 3
"""Lines from the headline to such a line, at most."""
LONGEST = 80
"""Code points of it."""


def with_signature(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where a line of names that opens the body right below the headline is the byline.

    Not where other lines of the body are names, too: they head what is said of each.
    """
    first = first_of(labels)
    if "byline" in labels or "title" not in labels or not 0 < first - labels.index("title") <= BELOW:
        return list(labels)
    body = [i for i in range(first, len(labels)) if labels[i] in BODY_LINES]
    if first == len(units) or not _names(units[first]) or any(_names(units[i]) for i in body[1:]):
        return list(labels)
    result = list(labels)
    result[first] = "byline"
    return placed(result)


def _names(unit: Unit) -> bool:
    """Whether a line is nothing but names of persons who have given names that many have."""
    said = unit.says
    if len(unit.text) > LONGEST or said.is_ended or not said.is_names:
        return False
    return bool(said.authors) and all(map(is_person, said.authors))
