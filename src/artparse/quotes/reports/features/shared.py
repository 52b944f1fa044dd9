"""What features of several models see of mentions and of the units between two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from artparse.quotes import model
from artparse.quotes.choice.reader import Reader
from artparse.quotes.reports.clauses import EDGE
from artparse.quotes.reports.words import SPREAD, spread

FAR_APART = SPREAD - 1
"""The path between two units that are far apart."""
LONGEST = 6
"""Longer paths are `FAR_APART`."""
FORMS = {"name": 0, "pronoun": 1, "noun": 2}
BEINGS = {"person": 0, "organization": 1, "group": 2, "document": 3, "place": 4}
PLACES = {"p": 0, "t": 1, "s": 2, "h": 3, "l": 4, "b": 5}
KINDS = 18
"""So many kinds of mention there are."""
SIDES = (0, spread(1, 8))
"""What makes a feature another one to the right of the cue."""


def templates(first: int) -> Iterator[int]:
    """The numbers of templates, spread, from one on; those of one model stay apart."""
    for number in count(first):  # An expression would never end where it is compiled.
        yield spread(number, 0)


def path_of(shapes: Sequence[int], first: int, last: int, most: int = LONGEST) -> int:
    """The shapes from one unit to another, as a number."""
    if last - first > most:
        return FAR_APART
    number = 0
    for shape in shapes[first + EDGE : last + EDGE]:
        number = (5 * number + shape) % SPREAD
    return number


def kind_of(reader: Reader, number: int) -> int:
    """The form of a mention and what it is, as a number below `KINDS`."""
    mention = reader.mentions[number]
    entity = reader.entities[mention.entity] if mention.entity >= 0 else None
    being = entity.being if entity is not None and mention.form == "name" else mention.being
    return FORMS[mention.form] * 6 + BEINGS.get(being, 5)


def said_before(reader: Reader, number: int) -> int:
    """How often words that report stand beside whom a mention stands for, up to 3."""
    return min(reader.reporting.get(reader.mentions[number].entity, 0), 3)


def step_of(value: int, most: int) -> int:
    """A score in whole steps, above zero."""
    return max(-most, min(most, round(value / model.SCALE))) + most
