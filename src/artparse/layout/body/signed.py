"""A line at an edge of a body that is nothing but names: who wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.labels import BODY_LINES, Labels, LineLabel, body_of, first_of, placed
from artparse.layout.lines.units import Unit
from artparse.names.persons import is_person

BELOW = 3
"""Lines from the headline to such a line, at most."""
EDGE = 3
"""Lines of the body from its first and its last that are looked at where no letter is a capital."""
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


def with_signed_edge(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where a line near an edge of the body that says in Chinese, Japanese or Korean who wrote, and
    nothing else, is the byline."""
    result = list(labels)
    signed = None if "byline" in labels else _signed_at_edge(units, labels)
    if signed is None:
        return result
    result[signed] = "byline"
    return placed(result)


def _signed_at_edge(units: Sequence[Unit], labels: Labels) -> int | None:
    """The line near an edge of the body that says so."""
    body = body_of(labels)
    for i in dict.fromkeys((*body[:EDGE], *reversed(body[-EDGE:]))):
        signers = units[i].says.signers
        if signers is not None and signers.is_told and units[i].says.is_names and not units[i].says.is_ended:
            return i
    return None


def _names(unit: Unit) -> bool:
    """Whether a line is nothing but names of persons who have given names that many have."""
    said = unit.says
    if len(unit.text) > LONGEST or said.is_ended or not said.is_names:
        return False
    return bool(said.authors) and all(map(is_person, said.authors))
