"""What speaks for or against a speaker beside what was learnt: a table; the first row that holds counts.

What was learnt sees symbols of the words around a stretch; these rows see what the symbols leave out: that
a newspaper is only spoken to, that somebody was asked, that an office only tells where a person is from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from artparse.quotes.choice.hints.against import (
    is_aside,
    is_asked,
    is_employer,
    is_in_heading,
    is_of_others,
    is_recipient,
    is_reporter,
    is_spoken_to,
    is_topic,
)
from artparse.quotes.choice.hints.clauses import (
    is_owned,
    puts_it,
    tells_somebody,
)
from artparse.quotes.choice.hints.in_favour import (
    introduces,
    is_cited,
    is_of_statement,
    is_quoted,
    is_said_by,
    says_it,
)
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Situation
from artparse.values import NamedTuple


class Hint(NamedTuple):
    """One row of the table."""

    name: str
    holds: Callable[[Reader, Situation, int], bool]
    """Whether it is so of the mention with that number."""
    points: int
    """What it adds to the mention's score, in `model.SCALE`ths."""
    of: Literal["mention", "colon", "stretch"]
    """What it looks at: the mention alone; a stretch behind a colon; any stretch."""


def points(reader: Reader, situation: Situation, number: int) -> int:
    """What the first row that holds of mention `number` adds to its score."""
    alone = reader.hinted.get(number)
    if alone is None:
        alone = reader.hinted[number] = _row_of_mention(reader, situation, number)
    colon = reader.tokens.words[situation.first - 1] == ":"
    for row, hint in BEHIND_COLON if colon else ELSEWHERE:
        if row > alone:
            break
        if hint.holds(reader, situation, number):
            return hint.points
    return HINTS[alone].points if alone < len(HINTS) else 0


def _row_of_mention(reader: Reader, situation: Situation, number: int) -> int:
    """The first row that looks at the mention alone and holds, or the number of rows."""
    for row, hint in OF_MENTION:
        if hint.holds(reader, situation, number):
            return row
    return len(HINTS)


HINTS = (
    Hint("reporter", is_reporter, -200, "stretch"),
    Hint("aside", is_aside, -40, "mention"),
    Hint("asked", is_asked, -150, "stretch"),
    Hint("recipient", is_recipient, -250, "stretch"),
    Hint("of others", is_of_others, -150, "mention"),
    Hint("employer", is_employer, -200, "mention"),
    Hint("topic", is_topic, -250, "stretch"),
    Hint("heading", is_in_heading, -200, "colon"),
    Hint("owner", is_owned, -150, "mention"),
    Hint("tells somebody", tells_somebody, 150, "colon"),
    Hint("puts it", puts_it, 250, "stretch"),
    Hint("statement", is_of_statement, 400, "stretch"),
    Hint("et al", is_cited, 250, "colon"),
    Hint("spoken to", is_spoken_to, -150, "mention"),
    Hint("says it", says_it, 100, "colon"),
    Hint("said by", is_said_by, 150, "stretch"),
    Hint("quoted", is_quoted, 200, "colon"),
    Hint("introduces", introduces, 50, "colon"),
)
OF_MENTION, BEHIND_COLON, ELSEWHERE = (
    [(row, hint) for row, hint in enumerate(HINTS) if hint.of in kinds]
    for kinds in (("mention",), ("colon", "stretch"), ("stretch",))
)
"""Rows with their numbers: of a mention alone, of stretches behind a colon, and of others."""
