"""Lines that are nothing but somebody's name: whose the quotes below them, or above them, are.

    Jane Doe, chief economist
    “Prices will fall.”
    “Nobody will notice.”

Whether such lines stand above the quotes or sign them is told by the first of them.
"""

from __future__ import annotations

from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Candidate, Situation

MOST_PASSAGES_BELOW = 8
"""Passages of quotes, at most, that follow a name."""


def by_line(reader: Reader, situation: Situation) -> Candidate | None:
    """Who spoke by a name's line, where the stretch's own passage tells nobody."""
    lines = reader.name_lines
    if not lines or not _is_untold(reader, situation):
        return None
    passage = situation.stretch.passage
    at = passage + 1 if next(iter(lines)) - 1 in reader.quotes_in else passage - 1
    while at < passage and at > passage - MOST_PASSAGES_BELOW and at not in lines and at in reader.quotes_in:
        at -= 1
    number = lines.get(at, -1)
    entity = reader.mentions[number].entity if number >= 0 else -1
    same = (c for c in situation.candidates if reader.mentions[c.mention].entity == entity >= 0)
    return next(same, None)


def _is_untold(reader: Reader, situation: Situation) -> bool:
    """Whether a stretch opens its passage, or stands behind a colon, with no name or pronoun beside it."""
    first = situation.first
    opens = situation.opens or (reader.tokens.words[first - 1] == ":" and situation.closes)
    if not opens:
        return False
    beside = (reader.mentions[c.mention] for c in situation.candidates if c.place in "LRlr")
    return not any(mention.form != "noun" for mention in beside)
