"""What is measured of a report that was read, by which trees tell how likely all of it is right."""

from __future__ import annotations

from typing import NamedTuple

from artparse.quotes import model
from artparse.quotes.choice.features import Reader
from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.features.shared import FORMS, PLACES, said_before
from artparse.quotes.reports.features.sources import Source
from artparse.quotes.reports.words import PAUSES

BEINGS = ("person", "organization", "group", "document", "place", "other")


class Read(NamedTuple):
    """What was read of a word that may report, in units of its sentence."""

    cue: int
    start: int
    end: int
    """The unit after the last of what is reported."""
    outside: int
    """How many words of it stand outside quotation marks."""
    quoted: int
    """How many stretches in quotation marks it holds."""
    source: Source | None


class Likely(NamedTuple):
    """How likely each choice was: the score of the cue, and shares of all choices."""

    cue: float
    start: float
    end: float
    source: float


def measures_of(reader: Reader, sentence: Sentence, read: Read, likely: Likely) -> list[float]:
    """What the trees of `report_review.txt` ask of a report, in their order, but for what is beside it."""
    cue, start, end, outside, quoted, source = read
    words = sentence.words
    mention = source.mention if source is not None else -1
    who = reader.mentions[mention] if mention >= 0 else None
    word = sentence.rows[cue + EDGE]
    return [
        *likely,
        end - start,
        outside,
        quoted,
        start > cue,
        word.strength,
        0 if source is None else 1 if who is None else 2 + FORMS[who.form],
        _being(reader, mention),
        said_before(reader, mention) if mention >= 0 else -1,
        reader.likely(mention) / model.SCALE if mention >= 0 else -9,
        min(start - cue, 12),
        min(cue - source.last, 12) if source is not None else 13,
        sentence.end - end,
        sentence.end,
        PLACES[sentence.place],
        words[start] == "that" or (start > 0 and words[start - 1] == "that"),
        who is not None and who.governed,
        words[end : end + 1] == [","],
        not PAUSES.isdisjoint(words[start:end]),
        *word.told,
        any(row.verbal for row in sentence.rows[start + EDGE : end + EDGE]),
    ]


def _being(reader: Reader, mention: int) -> int:
    if mention < 0:
        return -1
    found = reader.mentions[mention]
    being = reader.entities[found.entity].being if found.entity >= 0 and found.form == "name" else found.being
    return BEINGS.index(being)
