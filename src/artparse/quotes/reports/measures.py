"""What is measured of a report that was read, by which trees tell how likely all of it is right."""

from __future__ import annotations

from artparse.quotes import model
from artparse.quotes.choice.reader import Reader
from artparse.quotes.kinds import CLAUSE_OPENERS
from artparse.quotes.reports.clauses import EDGE, Sentence
from artparse.quotes.reports.features.shared import FORMS, PLACES, said_before
from artparse.quotes.reports.features.sources import Source
from artparse.quotes.reports.words import PAUSES, QUOTED, SURE, Lexicon
from artparse.values import NamedTuple

BEINGS = ("person", "organization", "group", "document", "place", "other")


MEASURES = (
    *("score of cue", "share of beginning", "share of end", "share of source"),
    *("units", "words outside marks", "stretches in marks", "behind cue", "strength of cue"),
    *("form of source", "being of source", "times source spoke", "source likely one", "source governed"),
    *("source subject", "times source named", "units of source"),
    *("from cue to beginning", "from source to cue", "units behind", "units of sentence", "place"),
    *("behind an opener", "comma behind", "has a pause", "what cue does", "kind of cue"),
    *("first word", "word before cue", "kind of first", "kind of second", "kind before cue"),
    *("kind behind cue", "kind of last", "kind behind"),
    *("units before", "units behind it", "place of cue", "verbs", "mentions", "sure cues of sentence"),
    "sure cues in it",
)
"""What is measured of a report, in order."""
BESIDE = ("rank of cue", "overlap with others", "others around it", "others in it", "best score of sentence")
"""What `finding` measures besides, by the others of the sentence."""


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


def measures_of(
    reader: Reader, lexicon: Lexicon, sentence: Sentence, read: Read, likely: Likely
) -> list[float]:
    """The `MEASURES` of a report, of which the trees of `report_review.txt` ask, and of those `BESIDE` it."""
    cue, start, end, outside, quoted, source = read
    words = sentence.words
    word = sentence.rows[cue + EDGE]
    return [
        *likely,
        end - start,
        outside,
        quoted,
        start > cue,
        word.strength,
        *_of_source(reader, source),
        min(start - cue, 12),
        min(cue - source.last, 12) if source is not None else 13,
        sentence.end - end,
        sentence.end,
        PLACES[sentence.place],
        words[start] in CLAUSE_OPENERS or (start > 0 and words[start - 1] in CLAUSE_OPENERS),
        words[end : end + 1] == [","],
        not PAUSES.isdisjoint(words[start:end]),
        *word.told,
        *_of_words(lexicon, words, cue, start, end),
        *_of_sentence(sentence, cue, start, end),
    ]


def _of_source(reader: Reader, source: Source | None) -> tuple[float, ...]:
    """What is known of whose it is."""
    if source is None:
        return 0, -1, -1, -9, False, -1, -1, 0
    size = source.last - source.first
    if source.mention < 0:
        return 1, -1, -1, -9, False, -1, -1, size
    who = reader.mentions[source.mention]
    return (
        2 + FORMS[who.form],
        _being(reader, source.mention),
        said_before(reader, source.mention),
        reader.likely(source.mention) / model.SCALE,
        who.governed,
        who.subject,
        reader.entities[who.entity].count if who.entity >= 0 else -1,
        size,
    )


def _of_words(lexicon: Lexicon, words: list[str], cue: int, start: int, end: int) -> tuple[float, ...]:
    """Which words stand where what is reported begins, and the kinds of those at its edges and the cue's."""
    small = lexicon.small
    return (
        small.get(words[start], 0),
        small.get(words[cue - 1], 0) if cue else -1,
        *[_kind(lexicon, words, i) for i in (start, start + 1, cue - 1, cue + 1, end - 1, end)],
    )


def _kind(lexicon: Lexicon, words: list[str], unit: int) -> int:
    """The number of the kind of a unit's word; below nothing beyond the sentence and in quotation marks."""
    if not 0 <= unit < len(words):
        return -1
    word = words[unit]
    return -2 if word == QUOTED else lexicon.low_kind(word)


def _of_sentence(sentence: Sentence, cue: int, start: int, end: int) -> tuple[float, ...]:
    """Where what is reported stands in the sentence, how many verbs, names and words that report it holds."""
    size = len(sentence.words)
    sure = [x - EDGE for x, strength in sentence.reporting if strength >= SURE]
    return (
        start,
        size - end,
        cue / size,
        sentence.verbal.count(1, start + EDGE, end + EDGE),
        sum([first >= start and last <= end for _, first, last in sentence.mentions]),
        len(sure),
        sum([start <= unit < end for unit in sure]),
    )


def _being(reader: Reader, mention: int) -> int:
    if mention < 0:
        return -1
    found = reader.mentions[mention]
    being = reader.entities[found.entity].being if found.entity >= 0 and found.form == "name" else found.being
    return BEINGS.index(being)
